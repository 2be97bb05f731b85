//! Submissions with their revisions and answers, and what is unique among them.

use crate::database::Database;
use crate::examples::{
    HOSTILE, MOMENTS, at, form, person, revision, store_all, stored_round, submission, without_comment,
};
use crate::on_both;
use innspill::domain::document::PinnedDocument;
use innspill::domain::ids::{ConsultationId, DraftId};
use innspill::domain::language::Language;
use innspill::domain::reference::Reference;
use innspill::domain::respondent::{OrgNumber, Respondent, RespondentKind};
use innspill::domain::submission::{Channel, Revision, Status, Submission};
use innspill::store::{StoreError, consultations, forms, submissions};

on_both! {
    submissions_read_back,
    very_long_answers_read_back,
    revisions_read_back_newest_first,
    what_is_taken_is_told_and_the_rest_of_the_change_stands,
    a_sent_draft_is_not_sent_again_as_a_change,
    a_withdrawn_submission_makes_room_for_a_new_one,
    a_persons_submissions_are_found_in_every_round,
}

fn hostile_respondent(number: usize) -> Respondent {
    let text = HOSTILE[number % HOSTILE.len()].to_owned();
    let given = |every: usize| number.is_multiple_of(every).then(|| text.clone());
    Respondent {
        kind: [RespondentKind::Person, RespondentKind::Organisation, RespondentKind::Group][number % 3],
        name: text.clone(),
        organisation: given(2),
        org_number: number.is_multiple_of(3).then(|| OrgNumber::parse("974760673").unwrap()),
        email: given(4),
        group_size: [None, Some(0), Some(i32::MAX), Some(i32::MIN)][number % 4],
        group_ages: given(5),
        language: Language::ALL[number % 3],
        wants_outcome: number.is_multiple_of(2),
    }
}

async fn find(db: &Database, reference: &Reference) -> Option<Submission> {
    let reference = reference.clone();
    db.ask(move |tx| submissions::find_by_reference(tx, &reference)).await
}

async fn submissions_read_back(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let form = form(2, i32::try_from(HOSTILE.len()).unwrap());
    let (kept, id) = (form.clone(), round.id);
    db.put(move |tx| forms::insert(tx, id, &form, at("2023-05-01T00:00:00Z"))).await;
    for number in 0..MOMENTS.len() * 2 {
        let mut one = submission(&round, &kept, MOMENTS[number % MOMENTS.len()], &HOSTILE);
        let text = |every: usize| {
            number.is_multiple_of(every).then(|| format!("{}{number}", HOSTILE[number % HOSTILE.len()]))
        };
        one.channel = Channel::ALL[number % Channel::ALL.len()];
        one.person = number.is_multiple_of(2).then(|| person(&number.to_string()));
        (one.live_key, one.import_key) = (text(2), text(3));
        one.current.respondent = hostile_respondent(number);
        one.current.number = [1, 2, i32::MAX][number % 3];
        one.current.draft_id = number.is_multiple_of(2).then(DraftId::new);
        one.current.answers.rotate_left(number % 3);
        one.current.answers.truncate(number);
        one.current.answers.sort_by_key(|answer| answer.number);
        one.current.no_comment = one.current.answers.is_empty();
        one.current.documents = (0..number % 3)
            .map(|n| PinnedDocument { name: HOSTILE[n + 1].to_owned(), sha256: HOSTILE[n + 2].to_owned() })
            .collect();
        if number.is_multiple_of(5) {
            (one.status, one.withdrawn_at) =
                (Status::Withdrawn, Some(at(MOMENTS[(number + 1) % MOMENTS.len()])));
        }
        store_all(&db, std::slice::from_ref(&one)).await;
        assert_eq!(find(&db, &one.reference).await.as_ref(), Some(&one));
        if let Some(key) = one.live_key.clone() {
            let live = db.ask(move |tx| submissions::find_live(tx, &key)).await;
            assert_eq!(live, Some((one.id, one.reference.clone())));
        }
        if let Some(key) = one.import_key.clone() {
            assert_eq!(
                db.ask(move |tx| submissions::find_by_import_key(tx, &key)).await.as_ref(),
                Some(&one)
            );
        }
        if let Some(draft) = one.current.draft_id {
            assert_eq!(db.ask(move |tx| submissions::find_by_draft(tx, draft)).await.as_ref(), Some(&one));
        }
    }
    assert_eq!(find(&db, &Reference::parse("33334444").unwrap()).await, None);
    assert_eq!(db.ask(|tx| submissions::find_live(tx, "nei")).await, None);
    assert_eq!(db.ask(|tx| submissions::find_by_import_key(tx, "nei")).await, None);
    assert_eq!(db.ask(|tx| submissions::find_by_draft(tx, DraftId::new())).await, None);
}

async fn very_long_answers_read_back(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let (bytes_4, bytes_3) = ("👍".repeat(200_000), "\r\nŋ".repeat(66_667));
    let mixed: String = HOSTILE.concat().chars().cycle().take(200_000).collect();
    let one = submission(&round, &form, "2023-06-01T00:00:00Z", &[&bytes_4, &bytes_3, &mixed]);
    assert!(one.current.answers.iter().all(|answer| answer.text.chars().count() >= 200_000));
    store_all(&db, std::slice::from_ref(&one)).await;
    let found = find(&db, &one.reference).await;
    assert!(found == Some(one), "a long answer changed");
}

async fn revisions_read_back_newest_first(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let other = submission(&round, &form, "2023-06-01T00:00:00Z", &["annens"]);
    let mut one = submission(&round, &form, "2023-06-01T00:00:00Z", &["først", "", "tredje"]);
    one.current.draft_id = Some(DraftId::new());
    store_all(&db, &[other.clone(), one.clone()]).await;
    let mut all = vec![one.current.clone()];
    for number in 2..=4 {
        one.current = Revision {
            number,
            draft_id: Some(DraftId::new()),
            respondent: hostile_respondent(usize::try_from(number).unwrap()),
            ..revision(&form, at(&format!("2023-06-0{number}T23:59:59.999Z")), &[HOSTILE[2], HOSTILE[3]])
        };
        one.live_key = Some(format!("key {number}"));
        let changed = one.clone();
        db.put(move |tx| submissions::insert_revision(tx, &changed)).await;
        all.insert(0, one.current.clone());
        assert_eq!(find(&db, &one.reference).await.as_ref(), Some(&one));
    }
    let id = one.id;
    assert_eq!(db.ask(move |tx| submissions::list_revisions(tx, id)).await, all);
    for sent in all {
        let draft = sent.draft_id.unwrap();
        assert_eq!(db.ask(move |tx| submissions::find_by_draft(tx, draft)).await.as_ref(), Some(&one));
    }
    assert_eq!(find(&db, &other.reference).await, Some(other));
}

async fn what_is_taken_is_told_and_the_rest_of_the_change_stands(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let make = || submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    let mut first = make();
    first.live_key = Some("live".to_owned());
    first.import_key = Some("import".to_owned());
    first.current.draft_id = Some(DraftId::new());
    let (mut live, mut import, mut reference, mut draft, mut last) = (make(), make(), make(), make(), make());
    live.live_key.clone_from(&first.live_key);
    import.import_key.clone_from(&first.import_key);
    reference.reference = first.reference.clone();
    draft.current.draft_id = first.current.draft_id;
    last.live_key = Some("another".to_owned());
    let (kept, taken) = ([first.clone(), last.clone()], [live, import, reference, draft]);
    db.put(move |tx| {
        submissions::insert(tx, &first)?;
        for again in &taken {
            let refused = submissions::insert(tx, again);
            assert!(matches!(refused, Err(StoreError::AlreadyThere)), "{refused:?}");
        }
        let live = submissions::find_live(tx, "live")?;
        assert_eq!(live, Some((first.id, first.reference.clone())), "the change can go on");
        submissions::insert(tx, &last)
    })
    .await;
    for one in kept {
        assert_eq!(find(&db, &one.reference).await, Some(one));
    }
    let counts = ["submissions", "revisions", "answers"]
        .map(|table| format!("SELECT CAST(COUNT(*) AS TEXT) AS value FROM {table}"));
    assert!(counts.iter().all(|count| db.texts(count) == ["2"]), "a refused one left something behind");
}

async fn a_sent_draft_is_not_sent_again_as_a_change(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let (mut one, mut two) = (
        without_comment(&round, &form, "2023-06-01T00:00:00Z"),
        without_comment(&round, &form, "2023-06-01T00:00:00Z"),
    );
    (one.live_key, two.live_key) = (Some("one".to_owned()), Some("two".to_owned()));
    one.current.draft_id = Some(DraftId::new());
    store_all(&db, &[one.clone(), two.clone()]).await;
    let next = revision(&form, at("2023-06-02T00:00:00Z"), &["ny"]);
    let same_draft = Submission {
        current: Revision { number: 2, draft_id: one.current.draft_id, ..next.clone() },
        ..two.clone()
    };
    let taken_key =
        Submission { current: Revision { number: 2, ..next }, live_key: one.live_key.clone(), ..two.clone() };
    db.put(move |tx| {
        for refused in [&same_draft, &taken_key] {
            let refused = submissions::insert_revision(tx, refused);
            assert!(matches!(refused, Err(StoreError::AlreadyThere)), "{refused:?}");
        }
        consultations::list(tx).map(|_| ())
    })
    .await;
    let (id, expected) = (two.id, vec![two.current.clone()]);
    assert_eq!(db.ask(move |tx| submissions::list_revisions(tx, id)).await, expected);
    assert_eq!(find(&db, &two.reference).await, Some(two));
}

async fn a_withdrawn_submission_makes_room_for_a_new_one(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let mut first = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    first.live_key = Some("live".to_owned());
    let mut second = submission(&round, &form, "2023-06-02T00:00:00Z", &["nytt svar"]);
    second.live_key.clone_from(&first.live_key);
    store_all(&db, std::slice::from_ref(&first)).await;
    let (id, gone) = (first.id, at("2023-12-31T23:59:59.999Z"));
    db.put(move |tx| submissions::mark_withdrawn(tx, id, gone)).await;
    store_all(&db, std::slice::from_ref(&second)).await;
    (first.status, first.withdrawn_at, first.live_key) = (Status::Withdrawn, Some(gone), None);
    assert_eq!(find(&db, &first.reference).await, Some(first));
    let live = db.ask(|tx| submissions::find_live(tx, "live")).await;
    assert_eq!(live, Some((second.id, second.reference)));
}

async fn a_persons_submissions_are_found_in_every_round(db: Database) {
    let (one, form_one) = stored_round(&db, "one").await;
    let (two, form_two) = stored_round(&db, "two").await;
    let of = |mut submission: Submission, name: &str| {
        submission.person = Some(person(name));
        submission
    };
    let all = [
        of(submission(&one, &form_one, "2023-06-01T00:00:00Z", &["a"]), "kari1"),
        of(submission(&two, &form_two, "2023-06-03T00:00:00Z", &["b"]), "kari2"),
        of(submission(&one, &form_one, "2023-06-02T00:00:00Z", &["c"]), "kari1"),
        of(submission(&one, &form_one, "2023-06-02T00:00:00Z", &["d"]), "ola"),
        submission(&two, &form_two, "2023-06-03T00:00:00Z", &["e"]),
    ];
    store_all(&db, &all).await;
    let keys = [person("kari1"), person("kari2"), person("none")];
    let found = db.ask(move |tx| submissions::list_by_person(tx, &keys)).await;
    assert_eq!(found, [all[1].clone(), all[2].clone(), all[0].clone()]);
    assert_eq!(db.ask(|tx| submissions::list_by_person(tx, &[])).await, []);
    assert_ne!(one.id, ConsultationId::new());
}
