//! The checklist: each finding, and none where nothing is missing.

use super::*;
use crate::domain::deadline::end_of_day;
use crate::domain::examples;
use crate::domain::holiday::Holiday;
use crate::domain::ids::{FormVersionId, QuestionId};
use crate::domain::question::QuestionKind;
use jiff::civil::date;

fn both(text: &str) -> Localized {
    Localized { nb: text.to_owned(), nn: Some(text.to_owned()), en: None }
}

/// Open from 1 June to 13 July 2026, both days included; nothing is missing but documents.
fn whole() -> (Consultation, FormVersion) {
    let round = Consultation {
        slug: "plan".to_owned(),
        unit: both("Etaten"),
        title: both("Plan"),
        lede: both("Kort"),
        body: both("Langt"),
        next_steps: both("Så"),
        announced_on: date(2026, 6, 1),
        opens_at: start_of_day(date(2026, 6, 1)),
        closes_at: end_of_day(date(2026, 7, 13)),
        published_at: None,
        ..examples::round()
    };
    let id = QuestionId::new();
    let question = Question {
        id,
        origin: id,
        number: 1,
        theme: both("Tema"),
        wording: both("Hva?"),
        help: Localized::default(),
        kind: QuestionKind::LongText,
        is_required: false,
        options: Vec::new(),
        max_chars: 20_000,
    };
    (round, FormVersion { id: FormVersionId::new(), number: 1, note: None, questions: vec![question] })
}

fn found(round: &Consultation, form: &FormVersion) -> Vec<Finding> {
    let mut found = findings(round, form, &[], start_of_day(date(2026, 5, 20)));
    found.retain(|finding| *finding != Finding::DocumentsMissing);
    found
}

#[test]
fn nothing_is_found_where_nothing_is_missing() {
    let (round, form) = whole();
    assert_eq!(found(&round, &form), []);
}

#[test]
fn what_must_be_there_comes_before_languages_and_advice() {
    let (mut round, mut form) = whole();
    round.body.nb = " \u{200b}".to_owned();
    round.case_number = String::new();
    round.contact.email = String::new();
    round.title.nn = None;
    form.questions[0].wording.nn = Some(" ".to_owned());
    assert_eq!(
        found(&round, &form),
        [
            Finding::BodyMissing,
            Finding::ContactMissing,
            Finding::NynorskMissing(vec![Place::Title, Place::Question(1)]),
            Finding::CaseNumberMissing,
        ]
    );
    form.questions.clear();
    assert!(found(&round, &form).contains(&Finding::QuestionsMissing));
}

#[test]
fn english_is_asked_for_only_where_it_is_begun() {
    let (mut round, form) = whole();
    round.title.en = Some("Plan".to_owned());
    let missing = vec![Place::Lede, Place::Body, Place::NextSteps, Place::Unit, Place::Question(1)];
    assert_eq!(found(&round, &form), [Finding::EnglishUnfinished(missing)]);
}

#[test]
fn six_weeks_are_forty_two_days_from_when_one_can_answer() {
    let (mut round, form) = whole();
    round.closes_at = end_of_day(date(2026, 7, 12));
    let found_at = |at| findings(&round, &form, &[], at).contains(&Finding::Short(41));
    assert!(!found_at(start_of_day(date(2026, 6, 1))));
    assert!(found_at(start_of_day(date(2026, 6, 2))), "it is not public before");
    round.closes_at = start_of_day(date(2026, 6, 1));
    assert_eq!(found(&round, &form), [Finding::DeadlinePassed]);
}

#[test]
fn a_deadline_on_a_day_off_is_told() {
    let (mut round, form) = whole();
    for (day, off) in [
        (date(2026, 8, 1), DayOff::Saturday),
        (date(2026, 8, 2), DayOff::Sunday),
        (date(2027, 3, 25), DayOff::Holiday(Holiday::MaundyThursday)),
        (date(2026, 12, 25), DayOff::Holiday(Holiday::ChristmasDay)),
    ] {
        round.closes_at = end_of_day(day);
        assert_eq!(found(&round, &form), [Finding::DayOff(off)]);
    }
    // Noon on a Saturday is on that Saturday; midnight after it is still «til og med» Saturday.
    round.closes_at = end_of_day(date(2026, 7, 31)).plus_seconds(12 * 3600);
    assert_eq!(found(&round, &form), [Finding::DayOff(DayOff::Saturday)]);
}
