//! Drafts: kept with anything missing, never silently overwritten.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, person, store_all, stored_round, submission};
use crate::on_both;
use innspill::domain::consultation::Consultation;
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::form_change::{CarriedOver, DroppedAnswer};
use innspill::domain::form_reading::{FormReading, Mark, OtherRound, Outcome};
use innspill::domain::ids::DraftId;
use innspill::domain::language::Localized;
use innspill::store::{StoreError, drafts};

on_both! {
    drafts_read_back,
    a_second_draft_of_the_same_kind_is_told_and_the_rest_of_the_change_stands,
    a_save_over_another_save_is_refused,
    a_deleted_draft_is_gone,
}

fn content(number: usize) -> DraftContent {
    let text = |shift: usize| HOSTILE[(number + shift) % HOSTILE.len()].to_owned();
    DraftContent {
        role: text(0),
        name: text(1),
        organisation: text(2),
        org_number: text(3),
        email: text(4),
        language: text(5),
        wants_outcome: number.is_multiple_of(3),
        no_comment: number.is_multiple_of(2),
        form: i32::try_from(number).unwrap(),
        carried: number.is_multiple_of(2).then(|| CarriedOver {
            from: 1,
            dropped: vec![DroppedAnswer {
                theme: Localized { nb: text(0), nn: None, en: Some(text(1)) },
                text: text(2),
            }],
        }),
        answers: [i32::MIN, -1, 0, 2, 10, i32::MAX]
            .into_iter()
            .take(number % 7)
            .map(|n| (n, text(6)))
            .collect(),
        reading: Some(FormReading {
            sha256: "ab".repeat(32),
            file_name: text(0),
            outcome: Outcome::OtherRound(Some(OtherRound {
                slug: "plan".to_owned(),
                title: Localized { nb: text(0), nn: None, en: Some(text(0)) },
            })),
            filled: vec![Mark::Name, Mark::Answer(2)],
            kept: vec![(Mark::Answer(1), text(0))],
            empty: vec![Mark::NoComment],
            missing: vec![Mark::OrgNumber],
            unclear: vec![],
            unplaced: vec![text(1)],
        }),
    }
}

fn draft(round: &Consultation, name: &str, number: usize) -> Draft {
    Draft {
        id: DraftId::new(),
        consultation_id: round.id,
        person: person(name),
        changes: None,
        content: content(number),
        version: [1, i32::MAX][number % 2],
        begun_at: at(MOMENTS[number % MOMENTS.len()]),
        saved_at: at(MOMENTS[(number + 1) % MOMENTS.len()]),
        sharing: None,
    }
}

async fn store(db: &Database, draft: &Draft) {
    let draft = draft.clone();
    db.put(move |tx| drafts::insert(tx, &draft)).await;
}

async fn find(db: &Database, like: &Draft) -> Option<Draft> {
    let (person, place) = (like.person.clone(), like.place());
    db.ask(move |tx| drafts::find(tx, &person, place)).await
}

async fn drafts_read_back(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let sent = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    store_all(&db, std::slice::from_ref(&sent)).await;
    let mut all = Vec::new();
    for number in 0..HOSTILE.len() {
        let mut new = draft(&round, &format!("p{number}"), number);
        new.content.answers.insert(1, "å".repeat(200_000));
        let change =
            Draft { id: DraftId::new(), changes: Some(sent.id), content: content(number + 1), ..new.clone() };
        for one in [new, change] {
            store(&db, &one).await;
            assert!(find(&db, &one).await.as_ref() == Some(&one), "draft {number} changed");
            all.push(one);
        }
    }
    let keys: Vec<_> = all.iter().map(|draft| draft.person.clone()).collect();
    let found = db.ask(move |tx| drafts::list_by_person(tx, &keys)).await;
    assert!(found.is_sorted_by(|a, b| a.saved_at >= b.saved_at));
    let (mut found, mut all) = (found, all);
    found.sort_by_key(|draft| draft.id);
    all.sort_by_key(|draft| draft.id);
    assert!(found == all, "a list of drafts changed");
    assert_eq!(db.ask(|tx| drafts::list_by_person(tx, &[])).await, []);
}

async fn a_second_draft_of_the_same_kind_is_told_and_the_rest_of_the_change_stands(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (first, second, other) =
        (draft(&round, "kari", 0), draft(&round, "kari", 2), draft(&round, "ola", 4));
    let kept = [first.clone(), other.clone()];
    db.put(move |tx| {
        drafts::insert(tx, &first)?;
        let again = drafts::insert(tx, &second);
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "{again:?}");
        drafts::insert(tx, &other)
    })
    .await;
    for one in kept {
        assert_eq!(find(&db, &one).await, Some(one));
    }
}

async fn a_save_over_another_save_is_refused(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let mut one = draft(&round, "kari", 0);
    store(&db, &one).await;
    let save = |person: &'static str, id: DraftId, known: i32, number: usize| {
        let (store, at) = (db.store.clone(), at("2023-12-31T23:59:59.999Z"));
        async move {
            let work = move |tx: &mut innspill::store::Upkeep<'_>| {
                drafts::update(tx, id, &crate::examples::person(person), known, &content(number), None, at)
            };
            store.upkeep(work).await.unwrap()
        }
    };
    for (person, id, known) in [
        ("kari", one.id, 2),
        ("kari", one.id, 0),
        ("kari", one.id, i32::MAX),
        ("kari", one.id, i32::MIN),
        ("ola", one.id, 1),
        ("kari", DraftId::new(), 1),
    ] {
        assert!(!save(person, id, known, 3).await, "{person} {known}");
        assert_eq!(find(&db, &one).await.as_ref(), Some(&one));
    }
    assert!(save("kari", one.id, 1, 5).await);
    (one.content, one.version, one.saved_at) = (content(5), 2, at("2023-12-31T23:59:59.999Z"));
    assert_eq!(find(&db, &one).await.as_ref(), Some(&one));
    // Two tabs that both know the last version: one of them wins.
    let (first, second) = tokio::join!(save("kari", one.id, 2, 6), save("kari", one.id, 2, 7));
    assert!(first != second, "both or neither were saved");
    assert_eq!(find(&db, &one).await.map(|draft| draft.version), Some(3));
}

async fn a_deleted_draft_is_gone(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (one, other) = (draft(&round, "kari", 0), draft(&round, "ola", 0));
    store(&db, &one).await;
    store(&db, &other).await;
    let id = one.id;
    assert!(db.put(move |tx| drafts::delete(tx, id)).await);
    assert!(!db.put(move |tx| drafts::delete(tx, id)).await);
    assert_eq!(find(&db, &one).await, None);
    assert_eq!(find(&db, &other).await, Some(other));
}
