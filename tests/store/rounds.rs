//! Rounds with what belongs to them: decisions, documents, forms, codebooks.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, form, only_nb, round};
use crate::on_both;
use innspill::domain::code::{Code, CodeGroup};
use innspill::domain::consultation::{Consultation, DeadlineDecision, DeadlineDecisionKind};
use innspill::domain::document::{Added, Document, DocumentKind};
use innspill::domain::ids::{ConsultationId, DeadlineDecisionId, DocumentId};
use innspill::domain::language::{Language, Localized};
use innspill::domain::question::{Choice, QuestionKind};
use innspill::domain::way_in::WayIn;
use innspill::store::{StoreError, codes, consultations, documents, forms};

on_both! {
    rounds_read_back,
    a_taken_slug_is_told_and_the_rest_of_the_change_stands,
    a_moved_window_reads_back,
    siblings_are_the_other_public_rounds_of_the_process,
    decisions_read_back_newest_first,
    documents_read_back_in_their_order,
    forms_read_back,
    codebooks_read_back_in_their_order,
}

/// A text in each language, hostile in its own way.
pub fn localized(index: usize) -> Localized {
    let text = |shift: usize| HOSTILE[(index + shift) % HOSTILE.len()].to_owned();
    Localized {
        nb: text(0),
        nn: index.is_multiple_of(2).then(|| text(1)),
        en: (!index.is_multiple_of(3)).then(|| text(2)),
    }
}

/// A round with hostile texts and moments at the edges, `number` apart from the others.
fn hostile_round(number: usize) -> Consultation {
    let text = HOSTILE[number % HOSTILE.len()];
    let mut round = round(&format!("{text} {number}"));
    round.process = number.is_multiple_of(2).then(|| text.to_owned());
    round.case_number = text.to_owned();
    round.unit = localized(number);
    round.contact.name = text.to_owned();
    round.contact.email = text.to_owned();
    round.contact.phone = number.is_multiple_of(3).then(|| text.to_owned());
    (round.title, round.lede) = (localized(number + 1), localized(number + 2));
    (round.body, round.next_steps) = (localized(number + 3), localized(number + 4));
    let day = [(1, 1, 1), (1999, 12, 31), (2024, 2, 29), (9999, 12, 31)][number % 4];
    round.announced_on = jiff::civil::date(day.0, day.1, day.2);
    round.opens_at = at(MOMENTS[number % MOMENTS.len()]);
    round.closes_at = round.opens_at.max(at(MOMENTS[(number + 4) % MOMENTS.len()]));
    round.created_at = at(MOMENTS[(number + 7) % MOMENTS.len()]);
    round.late_counts = number.is_multiple_of(3);
    round.published_at = number.is_multiple_of(2).then(|| at(MOMENTS[(number + 2) % MOMENTS.len()]));
    round.concluded_at = number.is_multiple_of(5).then(|| at(MOMENTS[(number + 3) % MOMENTS.len()]));
    round.archived_at = number.is_multiple_of(6).then(|| at(MOMENTS[(number + 5) % MOMENTS.len()]));
    round.language_missing_why = number.is_multiple_of(7).then(|| text.to_owned());
    round.who_may_answer = WayIn::ALL[number % WayIn::ALL.len()];
    round.who_may_answer_why = number.is_multiple_of(4).then(|| localized(number));
    round
}

async fn rounds_read_back(db: Database) {
    for number in 0..MOMENTS.len() * 2 {
        let round = hostile_round(number);
        let expected = round.clone();
        db.put(move |tx| consultations::insert(tx, &round)).await;
        let (id, slug) = (expected.id, expected.slug.clone());
        assert_eq!(db.ask(move |tx| consultations::find(tx, id)).await.as_ref(), Some(&expected));
        assert_eq!(db.ask(move |tx| consultations::find_by_slug(tx, &slug)).await.as_ref(), Some(&expected));
    }
    let all = db.ask(consultations::list).await;
    assert_eq!(all.len(), MOMENTS.len() * 2);
    assert!(all.is_sorted_by(|a, b| a.closes_at >= b.closes_at));
    assert_eq!(db.ask(|tx| consultations::find(tx, ConsultationId::new())).await, None);
    assert_eq!(db.ask(|tx| consultations::find_by_slug(tx, "nei")).await, None);
}

async fn a_taken_slug_is_told_and_the_rest_of_the_change_stands(db: Database) {
    db.put(|tx| {
        consultations::insert(tx, &round("one"))?;
        let again = consultations::insert(tx, &round("one"));
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "{again:?}");
        consultations::insert(tx, &round("two"))
    })
    .await;
    assert_eq!(db.ask(consultations::list).await.len(), 2);
}

async fn a_moved_window_reads_back(db: Database) {
    let (mut moved, other) = (round("moved"), round("other"));
    let (first, second) = (moved.clone(), other.clone());
    db.put(move |tx| consultations::insert(tx, &first).and_then(|()| consultations::insert(tx, &second)))
        .await;
    (moved.opens_at, moved.closes_at) = (at("2023-05-02T00:00:00.001Z"), at("2023-12-31T22:59:59.999Z"));
    moved.published_at = None;
    moved.concluded_at = Some(at("2024-01-01T00:00:00.001Z"));
    moved.archived_at = Some(at("2024-01-02T00:00:00.001Z"));
    let (changed, expected) = (moved.clone(), moved.clone());
    db.put(move |tx| consultations::update_window(tx, &changed)).await;
    assert_eq!(db.ask(move |tx| consultations::find(tx, moved.id)).await, Some(expected));
    let id = other.id;
    assert_eq!(db.ask(move |tx| consultations::find(tx, id)).await, Some(other));
}

async fn siblings_are_the_other_public_rounds_of_the_process(db: Database) {
    let make = |slug: &str, process: Option<&str>, is_published: bool| Consultation {
        process: process.map(str::to_owned),
        published_at: is_published.then(|| at("2023-05-01T00:00:00Z")),
        ..round(slug)
    };
    let all = [
        make("c", Some("p"), true),
        make("a", Some("p"), true),
        make("b", Some("p"), true),
        make("hidden", Some("p"), false),
        make("other", Some("q"), true),
        make("alone", None, true),
    ];
    let stored = all.clone();
    db.put(move |tx| stored.iter().try_for_each(|round| consultations::insert(tx, round))).await;
    for (round, expected) in [(0, &["a", "b"][..]), (1, &["b", "c"]), (4, &[]), (5, &[])] {
        let of = all[round].clone();
        let siblings =
            db.ask(move |tx| consultations::list_siblings(tx, &of, at("2023-05-01T00:00:00Z"))).await;
        assert_eq!(siblings.iter().map(|round| round.slug.as_str()).collect::<Vec<_>>(), expected);
    }
}

async fn decisions_read_back_newest_first(db: Database) {
    let round = round("one");
    let id = round.id;
    db.put(move |tx| consultations::insert(tx, &round)).await;
    let kinds = ["opened", "extended", "closed", "reopened"];
    let decide = |number: usize| DeadlineDecision {
        id: DeadlineDecisionId::new(),
        consultation_id: id,
        kind: DeadlineDecisionKind::from_name(kinds[number % 4]).unwrap(),
        decided_at: at(MOMENTS[number % MOMENTS.len()]),
        decided_by: HOSTILE[number].to_owned(),
        reason: (!number.is_multiple_of(4)).then(|| localized(number)),
        closed_before: at(MOMENTS[(number + 1) % MOMENTS.len()]),
        closes_after: at(MOMENTS[(number + 2) % MOMENTS.len()]),
    };
    let mut decisions: Vec<DeadlineDecision> = (0..HOSTILE.len()).map(decide).collect();
    let stored = decisions.clone();
    db.put(move |tx| stored.iter().try_for_each(|decision| consultations::insert_decision(tx, decision)))
        .await;
    decisions.reverse();
    assert_eq!(db.ask(move |tx| consultations::list_decisions(tx, id)).await, decisions);
    assert_eq!(db.ask(|tx| consultations::list_decisions(tx, ConsultationId::new())).await, []);
}

async fn documents_read_back_in_their_order(db: Database) {
    let round = round("one");
    let id = round.id;
    db.put(move |tx| consultations::insert(tx, &round)).await;
    let kinds = ["draft", "case_document", "form", "picture", "decision"];
    let sizes = [0, 1, i64::from(i32::MAX) + 1, i64::MAX, i64::MIN];
    let document = |number: usize| Document {
        id: DocumentId::new(),
        kind: DocumentKind::from_name(kinds[number % 5]).unwrap(),
        name: format!("{}{number}.pdf", HOSTILE[number]),
        language: Language::ALL[number % 3],
        title: localized(number),
        alt: number.is_multiple_of(2).then(|| localized(number + 1)),
        caption: number.is_multiple_of(3).then(|| localized(number + 2)),
        credit: number.is_multiple_of(4).then(|| HOSTILE[number].to_owned()),
        media_type: HOSTILE[number].to_owned(),
        size_bytes: sizes[number % 5],
        sha256: HOSTILE[number].to_owned(),
        edition: 1 + i32::try_from(number).unwrap(),
        version: i32::try_from(number).unwrap(),
        added: number
            .is_multiple_of(2)
            .then(|| Added { at: at(MOMENTS[number % MOMENTS.len()]), by: HOSTILE[number].to_owned() }),
    };
    let expected: Vec<Document> = (0..HOSTILE.len()).map(document).collect();
    let stored = expected.clone();
    // The last first, at places that span all that fits.
    let place = |number: i64| i32::try_from(i64::from(i32::MIN) + number * 300_000_000).unwrap();
    db.put(move |tx| {
        let mut numbered: Vec<_> = (0..).zip(&stored).collect();
        numbered.reverse();
        numbered.into_iter().try_for_each(|(number, one)| documents::insert(tx, id, place(number), one))
    })
    .await;
    assert_eq!(db.ask(move |tx| documents::list(tx, id)).await, expected);
    for document in expected {
        let name = document.name.clone();
        assert_eq!(db.ask(move |tx| documents::find(tx, id, &name)).await, Some(document));
    }
    assert_eq!(db.ask(move |tx| documents::find(tx, ConsultationId::new(), "0.pdf")).await, None);
}

async fn forms_read_back(db: Database) {
    let round = round("one");
    let id = round.id;
    db.put(move |tx| consultations::insert(tx, &round)).await;
    let (mut first, mut second) = (form(1, 5), form(i32::MAX, i32::try_from(HOSTILE.len()).unwrap()));
    first.questions[0].number = i32::MIN;
    first.questions[4].number = i32::MAX;
    // Ids grow with time; here they must not grow with the number.
    second.questions.reverse();
    for (number, question) in second.questions.iter_mut().enumerate() {
        question.number = i32::try_from(number).unwrap();
        (question.theme, question.wording) = (localized(number), localized(number + 1));
        (question.help, question.max_chars) = (localized(number + 2), [1, i32::MAX, 20_000][number % 3]);
        question.kind = QuestionKind::ALL[number % QuestionKind::ALL.len()];
        question.is_required = number.is_multiple_of(2);
        let option = |place: usize| Choice { key: place.to_string(), label: localized(place) };
        question.options = (0..number).map(option).collect();
    }
    let (stored_first, mut stored_second) = (first.clone(), second.clone());
    stored_second.questions.reverse();
    db.put(move |tx| {
        forms::insert(tx, id, &stored_second, at("2023-05-01T00:00:00.999Z"))?;
        forms::insert(tx, id, &stored_first, at("2023-05-01T00:00:00Z"))
    })
    .await;
    assert_eq!(db.ask(move |tx| forms::find_current(tx, id)).await, second);
    let (first_id, second_id) = (first.id, second.id);
    assert_eq!(db.ask(move |tx| forms::find(tx, first_id)).await, first);
    assert_eq!(db.ask(move |tx| forms::find(tx, second_id)).await, second);
}

async fn codebooks_read_back_in_their_order(db: Database) {
    let (one, two) = (round("one"), round("two"));
    let (id, other) = (one.id, two.id);
    db.put(move |tx| consultations::insert(tx, &one).and_then(|()| consultations::insert(tx, &two))).await;
    let code = |number: usize| Code { key: format!("T{number}"), name: localized(number) };
    let group = |number: usize| CodeGroup {
        key: format!("M{number} {}", HOSTILE[number]),
        name: localized(number),
        codes: (number * 10..number * 10 + number % 4).rev().map(code).collect(),
    };
    let book: Vec<CodeGroup> = (0..HOSTILE.len()).rev().map(group).collect();
    let stored = book.clone();
    db.put(move |tx| codes::insert(tx, id, &stored)).await;
    let alone = vec![CodeGroup { key: "M1".into(), name: only_nb("x"), codes: Vec::new() }];
    let stored = alone.clone();
    db.put(move |tx| codes::insert(tx, other, &stored)).await;
    assert_eq!(db.ask(move |tx| codes::list(tx, id)).await, book);
    assert_eq!(db.ask(move |tx| codes::list(tx, other)).await, alone);
}
