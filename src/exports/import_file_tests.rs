//! The case's own file, and every way an entry can be wrong.

use super::*;
use secrecy::ExposeSecret;
use serde_json::{Value, json};

const CASE: &str = include_str!("../../tests/data/submissions.json");

fn case() -> BTreeMap<String, ImportEntry> {
    read(CASE).entries.into_iter().map(|entry| (entry.key.clone(), entry)).collect()
}

fn good() -> Value {
    json!({
        "key": "k1",
        "consultation": "plan",
        "channel": "letter",
        "language": "nb",
        "received": "2023-06-30T23:59:59.9+02:00",
        "respondent": {"kind": "person", "name": "Åse"},
        "answers": {"1": "ja"},
    })
}

/// `good` with the value at `path` (dots between names) put in.
fn with(path: &str, value: Value) -> Value {
    let mut entry = good();
    let (parents, name) = path.rsplit_once('.').unwrap_or(("", path));
    let parent =
        parents.split('.').filter(|name| !name.is_empty()).fold(&mut entry, |at, name| &mut at[name]);
    parent[name] = value;
    entry
}

fn faults(entries: &[Value]) -> Vec<String> {
    read(&json!(entries).to_string()).faults.iter().map(ToString::to_string).collect()
}

fn assert_one_fault(entry: Value, expected: &str) {
    assert_eq!(faults(&[entry]), [expected]);
}

#[test]
fn the_case_is_read_whole() {
    let entries = read(CASE).entries;
    assert_eq!(entries.len(), 44);
    assert_eq!(entries.iter().map(|entry| entry.answers.len()).sum::<usize>(), 112);
    let count = |is: fn(&ImportEntry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    assert_eq!(
        Channel::ALL
            .iter()
            .map(|channel| entries.iter().filter(|e| e.channel == *channel).count())
            .collect::<Vec<_>>(),
        [28, 6, 2, 5, 3]
    );
    assert_eq!(count(|entry| entry.consultation == "handlingsplan-for-barnevernet"), 40);
    assert_eq!(count(|entry| entry.respondent.kind == RespondentKind::Person), 32);
    assert_eq!(count(|entry| entry.respondent.language == Language::Nn), 13);
    assert_eq!(count(|entry| entry.national_id.is_some()), 29);
    assert_eq!(count(|entry| entry.respondent.org_number.is_some()), 6);
    let order: Vec<_> = (1..=44).map(|number| format!("s{number:02}")).collect();
    assert_eq!(entries.iter().map(|entry| &entry.key).collect::<Vec<_>>(), order.iter().collect::<Vec<_>>());
}

#[test]
fn the_cases_texts_are_kept() {
    let case = case();
    let raw: Vec<Value> = serde_json::from_str(CASE).unwrap();
    for entry in &raw {
        let kept = &case[entry["key"].as_str().unwrap()];
        for (number, text) in entry["answers"].as_object().unwrap() {
            let text = as_kept(text.as_str().unwrap());
            let expected = has_visible_character(&text).then_some(&text);
            assert_eq!(kept.answers.get(&number.parse().unwrap()), expected, "{} {number}", kept.key);
        }
    }
    assert_eq!(case["s44"].answers.keys().collect::<Vec<_>>(), [&1, &3], "a blank answer is none");
    let s10 = &case["s10"].answers[&3];
    assert_eq!((s10.matches('\r').count(), s10.contains("\r\n")), (1, false), "a bare CR stays");
    assert!(!case["s09"].answers[&1].contains('\u{30a}'), "composed");
    assert_eq!(count_chars(&case["s41"].answers[&1]), 40_000);
    assert_eq!(case["s42"].received_at.to_string(), "2023-06-30T21:59:59.900Z");
    let s15 = &case["s15"].respondent;
    assert_eq!((s15.group_size, s15.group_ages.as_deref()), (Some(9), Some("13-16")));
}

#[test]
fn a_national_id_is_read_and_never_shown() {
    let entries = read(&json!([with("respondent.national_id", json!("03917441412"))]).to_string()).entries;
    assert_eq!(entries[0].national_id.as_ref().unwrap().expose_secret(), "03917441412");
    assert!(!format!("{entries:?}").contains("03917"));
    for wrong in ["03917441413", "039174 41412", "3917441412"] {
        let said = "k1: respondent.national_id: must be eleven digits with valid control digits";
        assert_one_fault(with("respondent.national_id", json!(wrong)), said);
    }
}

#[test]
fn every_fault_of_every_entry_is_named() {
    let wrong = json!({
        "key": "k2", "consultation": " ", "channel": "phone", "language": "no", "received": "2023-06-30",
        "respondent": {"kind": "firm", "name": "", "org_number": "974760674", "email": "a@b", "group_size": 0,
                       "phone": "1"},
        "answers": {"0": "a", "01": "b", "2": 3},
    });
    assert_eq!(
        faults(&[good(), wrong, json!("x")]),
        [
            "k2: consultation: is empty",
            "k2: channel: must be web, form-upload, letter, email or meeting",
            "k2: language: must be nb, nn or en",
            "k2: received: must be a time in RFC 3339 with offset, as 2023-06-30T23:59:59+02:00",
            "k2: respondent.kind: must be person, organisation or group",
            "k2: respondent.name: is empty",
            "k2: respondent.org_number: must be nine digits of which the last is the right control digit",
            "k2: respondent.email: must be one e-mail address",
            "k2: respondent.group_size: must be a whole number from 1",
            "k2: respondent.phone: is not a known field",
            "k2: answers.0: must be a question's number, from 1",
            "k2: answers.01: must be a question's number, from 1",
            "k2: answers.2: must be text, not a number",
            "entry 3: entry: must be an object, not text",
        ]
    );
}

#[test]
fn a_faulty_entry_tells_what_it_speaks_of() {
    let mut faulty = with("channel", json!("phone"));
    faulty["answers"] = json!({"1": "ja", "2": 3, "4": " ", "7": "å".repeat(200_001), "01": "x"});
    let file = read(&json!([good(), faulty, with("consultation", json!(7)), "x"]).to_string());
    assert_eq!(file.entries.len(), 1, "those without a fault");
    let mention = Mention { entry: "k1".into(), consultation: "plan".into(), questions: vec![1, 2, 7] };
    assert_eq!(file.mentions, [mention]);
}

#[test]
fn keys_are_there_and_unique() {
    assert_one_fault(with("key", json!("")), "entry 1: key: is empty");
    assert_one_fault(with("key", Value::Null), "entry 1: key: is missing");
    assert_eq!(
        faults(&[good(), with("key", json!("k2")), good()]),
        ["k1: key: stands twice, as entry 1 and entry 3"]
    );
}

#[test]
fn nothing_unknown_and_nothing_twice_is_passed_over() {
    assert_one_fault(with("status", json!(1)), "k1: status: is not a known field");
    let annotated = with("note", json!({"any": ["thing"]}));
    assert_eq!(read(&json!([annotated]).to_string()).faults, []);
    let twice = json!([good()]).to_string().replace(r#"{"1":"ja"}"#, r#"{"1":"ja","1":"nei"}"#);
    assert_eq!(read(&twice).faults[0].to_string(), "k1: answers.1: stands more than once");
    assert_eq!(read("{}").faults[0].to_string(), "file: JSON: must be a list of entries, not an object");
    assert!(read("[{").faults[0].problem.contains("line 1"));
}

#[test]
fn what_cannot_be_kept_is_refused() {
    for path in ["key", "consultation", "respondent.name", "respondent.organisation", "answers.1"] {
        let faults = faults(&[with(path, json!("a\0"))]);
        let said = format!("{path}: holds the character NUL, which cannot be kept");
        assert!(faults[0].ends_with(&said), "{faults:?}");
    }
    let longest = "e\u{301}".repeat(200_000);
    let read = read(&json!([with("answers.1", json!(longest))]).to_string()).entries;
    assert_eq!(count_chars(&read[0].answers[&1]), 200_000, "the length is that of the text as it is kept");
    let said = "k1: answers.1: is 200001 characters long; at most 200000 can be kept";
    assert_one_fault(with("answers.1", json!(longest + "a")), said);
}

#[test]
fn times_are_rfc_3339_with_an_offset() {
    for good in ["2023-06-30T23:59:59Z", "2023-06-30T23:59:59.123456-01:30"] {
        assert!(moment(good).is_some(), "{good}");
    }
    for wrong in [
        "2023-06-30T23:59:59",
        "2023-06-30 23:59:59Z",
        "2023-06-30T23:59:59+02",
        "2023-06-30T23:59:59.+02:00",
        "2023-06-30T23:59:59+02:00[Europe/Oslo]",
        "2023-02-30T23:59:59Z",
        "2023-06-30T23:59Z",
        "å023-06-30T23:59:5Z",
    ] {
        assert!(moment(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn optional_fields_may_be_null_or_missing() {
    let mut entry = good();
    for name in ["organisation", "org_number", "national_id", "email", "group_size", "group_ages"] {
        entry["respondent"][name] = Value::Null;
    }
    entry["answers"] = json!({"1": " \u{200b}"});
    let entry = read(&json!([entry]).to_string()).entries.remove(0);
    assert_eq!(entry.respondent.org_number, None);
    assert!(entry.answers.is_empty());
    let mut bare = good();
    bare.as_object_mut().unwrap().remove("answers");
    assert_one_fault(bare, "k1: answers: is missing");
}
