//! Submissions that came by other ways are registered from a file: all of it or nothing.

use super::house::case::{import_open_round, import_rounds, submissions, submissions_path};
use super::house::{House, project_file};
use serde_json::{Value, json};

/// A house with the three rounds, and a file of changed entries.
fn refused(house: &House, entries: &[Value]) -> String {
    let before = house.database.dump();
    let path = house.put("entries.json", Value::from(entries).to_string());
    let reason = house.refuses(&["import", &path]);
    assert!(reason.contains("nothing was changed"), "{reason}");
    assert_eq!(house.database.dump(), before, "{reason}");
    reason
}

#[test]
fn all_entries_are_registered_and_registering_them_again_changes_nothing() {
    let house = House::migrated();
    import_rounds(&house);
    let entries = submissions();
    let first = house.does(&["import", &submissions_path()]);
    assert_eq!(first, "Registered 44; 0 had been registered before.\n");
    assert_eq!(house.database.count("submissions"), 44);
    let answers: usize = entries.iter().map(|entry| entry["answers"].as_object().unwrap().len()).sum();
    // The one answer that is only blanks is no answer.
    assert_eq!(house.database.count("answers"), answers as u64 - 1);

    let without_log = |house: &House| {
        let tables = ["submissions", "revisions", "answers", "letters"];
        tables.map(|table| house.database.rows(&format!("SELECT * FROM {table} ORDER BY 1, 2")))
    };
    let before = without_log(&house);
    let second = house.does(&["import", &submissions_path()]);
    assert_eq!(second, "Registered 0; 44 had been registered before.\n");
    assert_eq!(without_log(&house), before);
}

#[test]
fn one_bad_entry_keeps_all_out_and_each_fault_is_named_by_entry_and_field() {
    let house = House::migrated();
    import_rounds(&house);
    let mut entries = submissions();
    entries[2]["received"] = json!("12.06.2023");
    entries[4]["channel"] = json!("fax");
    entries[8]["respondent"]["org_number"] = json!("335665555");
    entries[9]["respondent"]["email"] = json!("nobody");
    entries[10]["answers"]["6"] = json!("A sixth answer");
    entries[11]["consultation"] = json!("there-is-none");
    entries[12]["answers"]["4"] = json!(7);
    entries[13]["surprise"] = json!(true);
    entries[15]["respondent"]["national_id"] = json!("12345678901");
    entries[16]["answers"]["1"] = json!("å".repeat(200_001));
    entries[17]["key"] = json!("s17");
    let reason = refused(&house, &entries);
    for fault in [
        "entry s03, received: must be a time in RFC 3339 with offset",
        "entry s05, channel: must be web, form-upload, letter, email or meeting",
        "entry s09, respondent.org_number: must be nine digits",
        "entry s10, respondent.email: must be one e-mail address",
        "entry s11, answers.6: the round has no such question",
        "entry s12, consultation: there is no round \"there-is-none\"",
        "entry s13, answers.4: must be text, not a number",
        "entry s14, surprise: is not a known field",
        "entry s16, respondent.national_id: must be eleven digits with valid control digits",
        "entry s17, answers.1: is 200001 characters long",
        "entry s17, key: stands twice, as entry 17 and entry 18",
    ] {
        assert_eq!(reason.matches(&format!("\n  - {fault}")).count(), 1, "{fault}: {reason}");
    }
    assert!(reason.contains("has 11 fault(s)"), "{reason}");
    assert!(!reason.contains("12345678901"), "a fault never repeats what an entry says: {reason}");
}

#[test]
fn an_unknown_round_and_an_unknown_question_are_named_by_entry() {
    let house = House::migrated();
    import_rounds(&house);
    let mut entries = submissions();
    entries[10]["answers"]["6"] = json!("A sixth answer");
    entries[11]["consultation"] = json!("there-is-none");
    let reason = refused(&house, &entries);
    assert!(reason.contains("entry s11, answers.6: the round has no such question"), "{reason}");
    assert!(reason.contains("entry s12, consultation: there is no round \"there-is-none\""), "{reason}");
    assert!(reason.contains("has 2 fault(s)"), "{reason}");
}

#[test]
fn an_entry_with_faults_of_its_own_is_asked_for_its_round_and_questions_too() {
    let house = House::migrated();
    import_rounds(&house);
    house.does(&["import", &submissions_path()]);
    let mut entries = submissions();
    entries[0]["respondent"]["name"] = json!("Someone Else");
    entries[10]["channel"] = json!("fax");
    entries[10]["answers"] = json!({"6": "A sixth answer", "7": 7, "8": " "});
    entries[11]["received"] = json!("12.06.2023");
    entries[11]["consultation"] = json!("there-is-none");
    let reason = refused(&house, &entries);
    for fault in [
        "entry s01, key: an entry with this key has been imported with another content",
        "entry s11, channel: must be web",
        "entry s11, answers.6: the round has no such question",
        "entry s11, answers.7: must be text, not a number",
        "entry s11, answers.7: the round has no such question",
        "entry s12, received: must be a time",
        "entry s12, consultation: there is no round \"there-is-none\"",
    ] {
        assert_eq!(reason.matches(&format!("\n  - {fault}")).count(), 1, "{fault}: {reason}");
    }
    assert!(reason.contains("has 7 fault(s)"), "{reason}");
}

#[test]
fn a_key_that_comes_again_with_another_content_is_refused() {
    let house = House::migrated();
    import_rounds(&house);
    house.does(&["import", &submissions_path()]);
    for change in [
        ("/answers/1", json!("Something else")),
        ("/received", json!("2023-06-05T19:42:10.001+02:00")),
        ("/respondent/name", json!("Someone Else")),
        ("/channel", json!("letter")),
    ] {
        let mut entries = submissions();
        *entries[0].pointer_mut(change.0).unwrap() = change.1;
        let reason = refused(&house, &entries);
        assert!(reason.contains("entry s01, key: "), "{}: {reason}", change.0);
        assert!(reason.contains("with another content"), "{}: {reason}", change.0);
    }
}

#[test]
fn a_file_that_is_no_list_of_entries_is_refused() {
    let house = House::migrated();
    for (text, reason) in [("{}", "must be a list"), ("[", "file, JSON"), ("[7]", "entry 1")] {
        let given = house.refuses(&["import", &house.put("entries.json", text)]);
        assert!(given.contains(reason), "{text}: {given}");
    }
    let missing = house.refuses(&["import", "nowhere.json"]);
    assert!(missing.contains("cannot read nowhere.json"), "{missing}");
    assert_eq!(house.does(&["import", &house.put("none.json", "[]")]).lines().count(), 1);
}

#[test]
fn no_national_id_of_the_file_is_in_the_database_but_where_a_respondent_wrote_it() {
    let house = House::migrated();
    import_rounds(&house);
    let entries = submissions();
    let said = house.run(&["import", &submissions_path()]);
    let ids: Vec<&str> =
        entries.iter().filter_map(|entry| entry["respondent"]["national_id"].as_str()).collect();
    assert!(ids.len() > 20, "{}", ids.len());

    let mut found = Vec::new();
    for (table, row) in house.database.everything() {
        for (column, value) in &row {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let here = ids.iter().filter(|id| value.contains(**id));
            found.extend(here.map(|_| format!("{table}.{column}")));
        }
    }
    // s34 wrote their own; no other entry did.
    assert_eq!(found, ["answers.text"]);
    assert!(!ids.iter().any(|id| said.out.contains(id) || said.err.contains(id)));
    // What stands for a person is there all the same, once for each who was named by number.
    assert_eq!(house.database.count("submissions WHERE person_key IS NOT NULL"), ids.len() as u64);
}

#[test]
fn entries_received_at_the_same_instant_keep_the_order_of_the_file() {
    for house in House::migrated_on_each() {
        import_open_round(&house, "plan");
        let entry = |number: usize| {
            json!({
                "key": format!("k{number}"), "consultation": "plan", "channel": "letter", "language": "nb",
                "received": "2024-01-01T12:00:00+01:00", "answers": {"1": format!("Svar {number}")},
                "respondent": {"kind": "person", "name": "Kari"},
            })
        };
        let entries: Value = (0..300).map(entry).collect();
        house.does(&["import", &house.put("entries.json", entries.to_string())]);
        house.does(&["export", "plan", "--out", "plan.csv", "--dialect", "rfc4180"]);
        let file = String::from_utf8(house.read("plan.csv")).unwrap();
        let answers: Vec<&str> = file.lines().skip(1).map(|line| line.rsplit(',').nth(1).unwrap()).collect();
        let expected: Vec<String> = (0..300).map(|number| format!("Svar {number}")).collect();
        assert_eq!(answers, expected);
    }
}

/// An entry of a round that asks in every way.
fn chosen(key: &str, answers: &Value) -> Value {
    json!({
        "key": key,
        "consultation": "sykkelveier",
        "channel": "letter",
        "language": "nn",
        "received": "2026-06-10T12:00:00+02:00",
        "respondent": { "kind": "person", "name": "Kari" },
        "answers": answers,
    })
}

#[test]
fn what_was_chosen_on_paper_is_registered_by_key_or_by_label() {
    let house = House::migrated();
    house.does(&["round", "import", project_file("tests/data/every-kind.toml").to_str().unwrap()]);
    let wrong = [
        chosen("a", &json!({ "3": "Tunnel" })),
        chosen("b", &json!({ "3": "sjoen\naasen" })),
        chosen("c", &json!({ "3": "sjoen", "5": "6" })),
    ];
    let reason = refused(&house, &wrong);
    for fault in [
        "entry a, answers.3: must be sjoen, aasen, ingen, or its label, a line for each that is chosen",
        "entry b, answers.3: can be one option only",
        "entry c, answers.5: must be 1, 2, 3, 4, 5, or its label",
    ] {
        assert!(reason.contains(fault), "{fault} is not in {reason}");
    }
    let right = [
        chosen(
            "a",
            &json!({ "3": "over åsen", "4": "varer\n\nReise til jobb eller skule", "5": "Heilt einig" }),
        ),
        chosen("b", &json!({ "1": "Tunnel", "3": "ingen", "5": "5" })),
    ];
    let file = house.put("entries.json", Value::from(right.to_vec()).to_string());
    house.does(&["import", &file]);
    house.does(&[
        "export",
        "sykkelveier",
        "--dialect",
        "rfc4180",
        "--out",
        &house.path("out.csv").display().to_string(),
    ]);
    let file = house.read("out.csv");
    let mut rows = csv::Reader::from_reader(file.as_slice());
    let answers: Vec<String> = rows.records().map(|row| row.unwrap()[13].to_owned()).collect();
    let said = [
        "Tunnel",
        "Over åsen",
        "Ingen av dem",
        "Reise til jobb eller skole\nFrakte varer",
        "Helt enig",
        "Helt enig",
    ];
    assert_eq!(answers, said);
}
