//! Reading a round's file, writing it back, and every fault it can have.

use super::questions::MAX_CHARS;
use super::*;
use crate::domain::deadline::{end_of_day, start_of_day};
use crate::domain::question::{Choice, QuestionKind};
use crate::domain::way_in::WayIn;
use crate::text::agreement::agreement_scale;
use jiff::civil::date;
use proptest::prelude::*;

const SMALL: &str = r#"
slug = "plan"
published = true
case_number = "1/23"
announced_on = 2023-06-01
opens_on = 2023-06-01
closes_on = 2023-06-30
late_counts = false
unit = { nb = "Etaten", nn = "Etaten" }
contact = { name = "Kari", email = "kari@example.org" }
title = { nb = "Plan", nn = "Plan" }
lede = { nb = "Kort", nn = "Stutt" }
body = { nb = "Tekst\nmed linjer", nn = "Tekst" }
after = { nb = "Etterpå", nn = "Etterpå" }

[[questions]]
theme = { nb = "Hjelp", nn = "Hjelp" }
question = { nb = "Hva?", nn = "Kva?", en = "What?" }

[[documents]]
kind = "picture"
name = "bilde.jpg"
language = "nb"
title.nb = "Bilde"
file = "documents/bilde.jpg"
alt.nb = "Et hus"

[[codes]]
key = "M1"
name.nb = "Mål"
measures = [{ key = "T1", name.nb = "Tiltak" }]
"#;

/// The faults of [`SMALL`] with `from` replaced by `to`.
fn faults(from: &str, to: &str) -> Vec<String> {
    assert!(SMALL.contains(from), "{from}");
    let faults = read(&SMALL.replacen(from, to, 1)).unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_round_is_read() {
    let round = read(SMALL).unwrap();
    assert_eq!(round.opens_at.to_string(), "2023-05-31T22:00:00.000Z");
    assert_eq!(round.closes_at.to_string(), "2023-06-30T22:00:00.000Z");
    assert_eq!(round.announced_on, date(2023, 6, 1));
    assert_eq!(round.questions[0].max_chars, 20_000);
    assert_eq!(round.questions[0].wording.text(Language::En), "What?");
    assert_eq!(round.documents[0].source, DocumentSource::File("documents/bilde.jpg".into()));
    assert_eq!(round.codes[0].codes[0].key, "T1");
    let timed = read(&SMALL.replace("closes_on = 2023-06-30", "closes_at = 2023-06-30T12:00:00.5+02:00"));
    assert_eq!(timed.unwrap().closes_at.to_string(), "2023-06-30T10:00:00.500Z");
}

#[test]
fn it_is_written_to_be_read_by_people() {
    let written = write(&read(SMALL).unwrap());
    assert_eq!(written, include_str!("../../tests/data/written-round.toml"));
    assert_eq!(read(&written), read(SMALL));
}

#[test]
fn what_is_decided_of_its_publication_is_written_and_read() {
    let more = "published = true\npublished_at = 2023-06-02T08:00:00+02:00\nprevious = \"forrige\"\n\
                language_missing_why = \"Det hastet\"";
    let file = read(&SMALL.replace("published = true", more)).unwrap();
    assert_eq!(file.published_at.unwrap().to_string(), "2023-06-02T06:00:00.000Z");
    assert_eq!(file.previous.as_deref(), Some("forrige"));
    assert_eq!(file.language_missing_why.as_deref(), Some("Det hastet"));
    assert_eq!(read(&write(&file)), Ok(file));
    assert_eq!(
        faults("published = true", "published = false\npublished_at = 2023-06-02T08:00:00+02:00"),
        ["published_at: stands in a round that is published, or shall be, only"]
    );
}

#[test]
fn a_template_leaves_out_what_each_round_has_for_itself() {
    let (_, questions) = SMALL.split_once("title = ").unwrap();
    let file = read_template(&format!("title = {questions}")).unwrap();
    assert_eq!((file.title.nb.as_str(), file.questions.len(), file.published), ("Plan", 1, false));
    assert!(read_template("slug = \"min\"").is_err());
}

#[test]
fn every_fault_is_told_at_once() {
    let wrong = SMALL
        .replace("slug = \"plan\"", "slug = \"ny\"\nsulg = 1")
        .replace("published = true", "published = \"yes\"")
        .replace("title = { nb = \"Plan\", nn = \"Plan\" }", "")
        .replace("theme = { nb = \"Hjelp\", nn = \"Hjelp\" }", "theme = { nb = \" \", se = \"x\" }")
        .replace("alt.nb = \"Et hus\"", "text = 1");
    let faults: Vec<_> = read(&wrong).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "slug: must be 3 to 80 characters long",
            "published: must be true or false, not string",
            "title: is missing",
            "questions[1].theme.nb: is empty",
            "questions[1].theme.nn: is missing",
            "questions[1].theme.se: is not a known field",
            "documents[1].alt: is missing; a picture needs words for those who cannot see it",
            "documents[1].text: is not a known field",
            "sulg: is not a known field",
        ]
    );
    assert!(read("slug = \"plan\"\nslug = ").unwrap_err()[0].field.starts_with("line 2"));
}

#[test]
fn slugs_and_names_fit_in_addresses() {
    for (slug, problem) in [
        ("Plan", "must be made of a-z, 0-9 and -"),
        ("høring", "must be made of a-z, 0-9 and -"),
        ("-plan", "must not start or end with -"),
        ("plan-", "must not start or end with -"),
        ("brev", "is a word that the addresses need; choose another"),
        (&"a".repeat(81), "must be 3 to 80 characters long"),
        ("a\\nb", "must be one line"),
    ] {
        assert_eq!(faults("\"plan\"", &format!("\"{slug}\"")), [format!("slug: {problem}")]);
    }
    for name in ["Bilde.jpg", "a b.pdf", "..", ".skjult", "a/b"] {
        let problem = "must be made of a-z, 0-9, ., _ and -, and not start with a dot";
        assert_eq!(
            faults("\"bilde.jpg\"", &format!("\"{name}\"")),
            [format!("documents[1].name: {problem}")]
        );
    }
}

#[test]
fn opening_and_deadline_are_given_once_and_in_order() {
    let both = "closes_on = 2023-06-30\ncloses_at = 2023-06-30T12:00:00Z";
    let deadline = "closes_on = 2023-06-30";
    assert_eq!(faults(deadline, both), ["closes_on: give either closes_on or closes_at, not both"]);
    assert_eq!(faults(deadline, ""), ["closes_on: is missing; give closes_on or closes_at"]);
    assert_eq!(
        faults(deadline, "closes_on = 2023-05-31"),
        ["closes_on: the round must open before it closes"]
    );
    assert_eq!(
        faults(deadline, "closes_at = 2023-06-30T12:00:00"),
        ["closes_at: must be a time with offset as 2023-06-30T12:00:00+02:00, not datetime"]
    );
    assert_eq!(
        faults(deadline, "closes_on = \"2023-06-30\""),
        ["closes_on: must be a date as 2023-06-30, without quotes, not string"]
    );
}

#[test]
fn questions_and_codes_have_their_limits() {
    let question = &SMALL[SMALL.find("[[questions]]").unwrap()..SMALL.find("[[documents]]").unwrap()];
    assert_eq!(faults(question, ""), ["questions: must have at least one question"]);
    for max in ["0", "200001", "\"many\""] {
        assert_eq!(
            faults("[[questions]]", &format!("[[questions]]\nmax_chars = {max}")),
            ["questions[1].max_chars: must be a whole number from 1 to 200000"]
        );
    }
    assert_eq!(faults("\"T1\"", "\"M1\""), ["codes[1].measures[1].key: stands twice in the codebook"]);
    assert_eq!(faults("@", " at "), ["contact.email: must be one e-mail address"]);
}

#[test]
fn documents_come_from_one_place_below_the_file() {
    let either = ["documents[1].file: give either file or markdown"];
    assert_eq!(faults("file = \"documents/bilde.jpg\"", ""), either);
    assert_eq!(faults("file = ", "markdown = \"a.md\"\nfile = "), either);
    for path in ["/etc/passwd", "../a.jpg", "a/../../b.jpg", "a//b.jpg", "C:a.jpg", "a\\\\b.jpg"] {
        let problem = "must be a path below the folder of the round's file, with / and without ..";
        assert_eq!(
            faults("\"documents/bilde.jpg\"", &format!("\"{path}\"")),
            [format!("documents[1].file: {problem}")]
        );
    }
    let document = &SMALL[SMALL.find("[[documents]]").unwrap()..SMALL.find("[[codes]]").unwrap()];
    assert_eq!(
        faults(document, &document.repeat(2)),
        ["documents[2].name: is the name of another document of the round"]
    );
}

#[test]
fn text_that_cannot_be_kept_is_refused() {
    let problem = "holds the character NUL, which cannot be kept";
    assert_eq!(faults("\"Kort\"", "\"a\\u0000\""), [format!("lede.nb: {problem}")]);
    assert_eq!(faults("nn = \"Plan\"", "nn = \"a\\nb\""), ["title.nn: must be one line"]);
}

prop_compose! {
    fn localized(pattern: &'static str)(
        nb in pattern, nn in pattern, en in proptest::option::of(pattern)
    ) -> Localized {
        Localized { nb, nn: Some(nn), en }
    }
}

/// Something seen between things that are hard to quote.
const TEXT: &str =
    "([ \t\r\n\"'\\\\#=\u{7f}\u{1b}]|\"\"\"|'''|\\PC){0,12}[a-zæøå]([\r\n\"'\\\\]|\"\"\"|\\PC){0,12}";
const LINE: &str = "[\"'\\\\]{0,3}[a-zæøå]([ \"'\\\\#]|\\PC){0,12}";

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        unit in localized(LINE),
        body in localized(TEXT),
        help in proptest::option::of(localized(TEXT)),
        process in proptest::option::of(LINE),
        opens_at in 1_600_000_000_000i64..1_700_000_000_000,
        open_for in 1i64..100_000_000_000,
        on_whole_days: bool,
        published: bool,
        max_chars in MAX_CHARS,
        kind in proptest::sample::select(QuestionKind::ALL),
        is_required: bool,
        why in proptest::option::of(localized(TEXT)),
        way in proptest::sample::select(WayIn::ALL),
    ) {
        let moment = |ms| Moment::new(jiff::Timestamp::from_millisecond(ms).unwrap());
        let (mut opens_at, mut closes_at) = (moment(opens_at), moment(opens_at + open_for));
        if on_whole_days {
            opens_at = start_of_day(opens_at.in_norway().date());
            closes_at = end_of_day(closes_at.in_norway().date());
        }
        let mut round = read(SMALL).unwrap();
        round.questions.push(QuestionEntry {
            theme: unit.clone(),
            wording: body.clone(),
            help: help.clone().unwrap_or_default(),
            kind,
            is_required,
            options: match kind {
                QuestionKind::LongText | QuestionKind::ShortText => Vec::new(),
                QuestionKind::Agreement => agreement_scale(),
                _ => ["ja", "2-b"].map(|key| Choice { key: key.into(), label: unit.clone() }).into(),
            },
            max_chars,
        });
        round.documents[0].caption = help;
        round.documents[0].credit = process.clone();
        round.documents[0].editions = why.iter().map(|why| EditionEntry {
            file: "documents/før.jpg".to_owned(),
            replaced_at: closes_at,
            reason: (!on_whole_days).then(|| why.clone()),
        }).collect();
        round.codes[0].name = unit.clone();
        (round.who_may_answer, round.who_may_answer_why) = (way, why);
        let round = RoundFile { opens_at, closes_at, published, process, unit, body, ..round };
        let written = write(&round);
        prop_assert_eq!(read(&written), Ok(round), "{}", written);
    }
}

#[test]
fn the_demos_rounds_are_read_and_written_back() {
    let demo = [
        include_str!("../../config/demo/handlingsplan-for-barnevernet.toml"),
        include_str!("../../config/demo/se-meg-hor-oss.toml"),
        include_str!("../../config/demo/strategi-for-oppvekst.toml"),
    ];
    let rounds = demo.map(|text| read(text).unwrap());
    assert_eq!(rounds[0].questions.len(), 5);
    assert_eq!(rounds[0].codes.iter().map(|goal| goal.codes.len()).collect::<Vec<_>>(), [3, 4, 4, 4]);
    for round in rounds {
        assert_eq!(round.closes_at, end_of_day(date(2023, 6, 30)));
        assert_eq!(read(&write(&round)), Ok(round));
    }
}

#[test]
fn who_may_answer_is_id_porten_unless_the_file_says_otherwise() {
    assert_eq!(read(SMALL).unwrap().who_may_answer, WayIn::IdPorten);
    let with = |lines: &str| {
        read(&SMALL.replace("late_counts = false\n", &format!("late_counts = false\n{lines}\n")))
    };
    let why = "who_may_answer_why = { nb = \"For lag\", en = \"For clubs\" }";
    let file = with(&format!("who_may_answer = \"e-mail\"\n{why}")).unwrap();
    assert_eq!(file.who_may_answer, WayIn::EMail);
    assert_eq!(file.who_may_answer_why.as_ref().map(|why| why.nb.as_str()), Some("For lag"));
    assert_eq!(read(&write(&file)), Ok(file));
    let faults = with("who_may_answer = \"alle\"\nwho_may_answer_why = { nn = \"x\" }").unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["who_may_answer", "who_may_answer_why.nb"]);
}
