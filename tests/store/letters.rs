//! The outbox: letters read back, are claimed by one worker at a time, and come back.

use crate::database::{Database, queued};
use crate::examples::{HOSTILE, MOMENTS, at, store_all, stored_round, submission};
use crate::on_both;
use innspill::domain::clock::Moment;
use innspill::domain::ids::{LetterId, SubmissionId};
use innspill::domain::language::Language;
use innspill::domain::letter::{Letter, LetterKind, LetterState};
use innspill::store::Upkeep;
use innspill::store::letters::{self, Claimed, LetterStatus};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, mpsc};
use tokio::task::JoinSet;

on_both! {
    letters_read_back,
    two_workers_never_claim_the_same_letter,
    a_claim_that_is_not_committed_yet_counts,
    a_lease_that_ended_comes_back_and_no_sooner,
    a_letter_that_was_put_back_waits_for_its_time,
    letters_are_claimed_in_the_order_they_are_due,
    a_sent_letter_is_forgotten_and_never_claimed,
    a_failed_letter_waits_for_staff_and_can_be_sent_again,
    unsent_letters_are_listed_with_failed_ones_first,
}

const NOW: &str = "2023-06-30T12:00:00.500Z";

fn letter(number: usize, submission_id: Option<SubmissionId>) -> Letter {
    let text = HOSTILE[number % HOSTILE.len()].to_owned();
    let kinds = ["receipt", "change-receipt", "withdrawal-receipt"];
    Letter {
        id: LetterId::new(),
        submission_id,
        kind: LetterKind::from_name(kinds[number % 3]).unwrap(),
        language: Language::ALL[number % 3],
        recipient: text.clone(),
        subject: text.clone(),
        body: text,
        unsubscribe: None,
    }
}

async fn post(db: &Database, letter: &Letter, at: Moment) {
    let letter = letter.clone();
    db.put(move |tx| letters::post(tx, &letter, at)).await;
}

async fn claim(db: &Database, now: &str, lease_ends: &str) -> Option<Claimed> {
    let (now, lease_ends) = (at(now), at(lease_ends));
    db.keep_up(move |tx| letters::claim_due(tx, now, lease_ends)).await
}

async fn claimed_at(db: &Database, now: &str) -> Option<LetterId> {
    claim(db, now, "2100-01-01T00:00:00Z").await.map(|claimed| claimed.letter.id)
}

async fn status(db: &Database, id: LetterId) -> Option<LetterStatus> {
    db.ask(|tx| letters::list_unsent(tx, 100)).await.into_iter().find(|status| status.id == id)
}

async fn letters_read_back(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let about = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    store_all(&db, std::slice::from_ref(&about)).await;
    let mut of_submission = Vec::new();
    for number in 0..HOSTILE.len() {
        let one = letter(number, number.is_multiple_of(2).then_some(about.id));
        let posted = at(MOMENTS[number % MOMENTS.len()]);
        post(&db, &one, posted).await;
        let expected = LetterStatus {
            id: one.id,
            kind: one.kind,
            state: LetterState::Waiting,
            reference: one.submission_id.map(|_| about.reference.to_string()),
            attempts: 0,
            created_at: posted,
            due_at: posted,
            last_error: None,
        };
        assert_eq!(status(&db, one.id).await.as_ref(), Some(&expected));
        if one.submission_id.is_some() {
            of_submission.insert(0, expected);
        }
        let claimed = claim(&db, "9999-12-30T21:59:59.999Z", "9999-12-30T21:59:59.999Z").await;
        assert_eq!(claimed, Some(Claimed { letter: one.clone(), attempts: 1 }));
        db.put(move |tx| letters::mark_failed(tx, one.id, 1, "x")).await;
    }
    for status in &mut of_submission {
        (status.state, status.attempts, status.last_error) = (LetterState::Failed, 1, Some("x".to_owned()));
    }
    assert_eq!(db.ask(move |tx| letters::list_by_submission(tx, about.id)).await, of_submission);
    assert_eq!(db.ask(|tx| letters::list_by_submission(tx, SubmissionId::new())).await, []);
}

async fn two_workers_never_claim_the_same_letter(db: Database) {
    const LETTERS: usize = 20;
    let all: Vec<Letter> = (0..LETTERS).map(|number| letter(number, None)).collect();
    let posted = all.clone();
    db.put(move |tx| posted.iter().try_for_each(|letter| letters::post(tx, letter, at(NOW)))).await;
    let claims = Arc::new(Mutex::new(HashMap::<LetterId, usize>::new()));
    let mut workers = JoinSet::new();
    for _ in 0..4 {
        let (store, claims) = (db.store.clone(), claims.clone());
        workers.spawn(async move {
            // One that was faster may have taken the letter that this one saw.
            for _ in 0..LETTERS * 20 {
                let take = |tx: &mut Upkeep<'_>| letters::claim_due(tx, at(NOW), at("2023-06-30T12:05:00Z"));
                if let Some(claimed) = store.upkeep(take).await.unwrap() {
                    assert_eq!(claimed.attempts, 1);
                    *claims.lock().unwrap().entry(claimed.letter.id).or_default() += 1;
                } else if claims.lock().unwrap().len() == LETTERS {
                    break;
                }
            }
        });
    }
    workers.join_all().await;
    let claims = claims.lock().unwrap();
    assert_eq!(claims.len(), LETTERS);
    assert!(claims.values().all(|times| *times == 1), "{claims:?}");
}

async fn a_claim_that_is_not_committed_yet_counts(db: Database) {
    let one = letter(1, None);
    post(&db, &one, at(NOW)).await;
    let until = "2023-06-30T12:05:00Z";
    let (claimed, has_claimed) = mpsc::channel();
    let (commit, may_commit) = mpsc::channel::<()>();
    let store = db.store.clone();
    let slow = tokio::spawn(async move {
        let claim_and_wait = move |tx: &mut Upkeep<'_>| {
            let letter = letters::claim_due(tx, at(NOW), at(until))?;
            let _ = claimed.send(());
            let _ = may_commit.recv();
            Ok(letter)
        };
        store.upkeep(claim_and_wait).await.unwrap()
    });
    tokio::task::block_in_place(|| has_claimed.recv().unwrap());
    let fast = queued(claim(&db, NOW, until)).await;
    db.wait_until_one_waits_for_another().await;
    drop(commit);
    assert_eq!(fast.await, None);
    assert_eq!(slow.await.unwrap().map(|claimed| claimed.letter), Some(one));
}

async fn a_lease_that_ended_comes_back_and_no_sooner(db: Database) {
    let one = letter(1, None);
    post(&db, &one, at(NOW)).await;
    let until = "2023-06-30T12:05:00.000Z";
    assert_eq!(claim(&db, NOW, until).await.map(|claimed| claimed.attempts), Some(1));
    assert_eq!(claim(&db, "2023-06-30T12:04:59.999Z", until).await, None);
    let again = claim(&db, until, "2023-06-30T12:10:00Z").await;
    assert_eq!(again, Some(Claimed { letter: one.clone(), attempts: 2 }));
    // Whoever lost the lease says nothing about the letter any more.
    let (id, due) = (one.id, at("2023-06-30T12:06:00Z"));
    db.keep_up(move |tx| letters::put_back(tx, id, 1, due, "x")).await;
    db.put(move |tx| letters::mark_failed(tx, id, 1, "x")).await;
    let found = status(&db, id).await.unwrap();
    assert_eq!((found.state, found.due_at, found.last_error), (LetterState::Waiting, at(NOW), None));
}

async fn a_letter_that_was_put_back_waits_for_its_time(db: Database) {
    let one = letter(1, None);
    let id = one.id;
    post(&db, &one, at(NOW)).await;
    assert_eq!(claimed_at(&db, "2023-06-30T12:00:00.499Z").await, None, "it is not due yet");
    assert_eq!(claimed_at(&db, NOW).await, Some(id));
    let due = at("2023-06-30T12:01:00.000Z");
    db.keep_up(move |tx| letters::put_back(tx, id, 1, due, HOSTILE[4])).await;
    let found = status(&db, id).await.unwrap();
    assert_eq!((found.attempts, found.due_at, found.last_error), (1, due, Some(HOSTILE[4].to_owned())));
    assert_eq!(claimed_at(&db, "2023-06-30T12:00:59.999Z").await, None);
    assert_eq!(claimed_at(&db, "2023-06-30T12:01:00.000Z").await, Some(id));
}

async fn letters_are_claimed_in_the_order_they_are_due(db: Database) {
    let all: Vec<Letter> = (0..4).map(|number| letter(number, None)).collect();
    for (number, due) in [(2, NOW), (0, "2023-06-29T00:00:00Z"), (3, "2023-06-30T13:00:00Z"), (1, NOW)] {
        post(&db, &all[number], at(due)).await;
    }
    for next in &all[..3] {
        assert_eq!(claimed_at(&db, NOW).await, Some(next.id));
    }
    assert_eq!(claimed_at(&db, NOW).await, None);
}

async fn a_sent_letter_is_forgotten_and_never_claimed(db: Database) {
    let (one, other) = (letter(2, None), letter(3, None));
    let (id, sent) = (one.id, at("2023-12-31T23:59:59.999Z"));
    post(&db, &one, at(NOW)).await;
    post(&db, &other, at("2024-06-30T12:00:00Z")).await;
    assert_eq!(claimed_at(&db, NOW).await, Some(id));
    db.put(move |tx| letters::mark_sent(tx, id, sent)).await;
    assert_eq!(claimed_at(&db, "2024-01-01T00:00:00Z").await, None);
    assert_eq!(status(&db, id).await, None);
    let kept = "SELECT recipient || body AS value FROM letters WHERE state = 'sent'";
    assert_eq!(db.texts(kept), [""], "a sent letter still says what and to whom");
    assert_eq!(db.moments("SELECT {sent_at} AS value FROM letters WHERE state = 'sent'"), [sent.to_string()]);
    for (state, count) in [(LetterState::Sent, 1), (LetterState::Waiting, 1), (LetterState::Failed, 0)] {
        assert_eq!(db.ask(move |tx| letters::count(tx, state)).await, count);
    }
    assert!(!db.put(move |tx| letters::requeue(tx, id, at(NOW))).await, "what is sent is not sent again");
}

async fn a_failed_letter_waits_for_staff_and_can_be_sent_again(db: Database) {
    let one = letter(4, None);
    let id = one.id;
    post(&db, &one, at(NOW)).await;
    assert!(!db.put(move |tx| letters::requeue(tx, id, at(NOW))).await, "it has not failed");
    assert_eq!(claimed_at(&db, NOW).await, Some(id));
    db.put(move |tx| letters::mark_failed(tx, id, 1, "no such address")).await;
    assert_eq!(claimed_at(&db, "2024-01-01T00:00:00Z").await, None);
    let found = status(&db, id).await.unwrap();
    assert_eq!((found.state, found.last_error.as_deref()), (LetterState::Failed, Some("no such address")));
    let again = "2023-07-01T08:00:00.001Z";
    assert!(db.put(move |tx| letters::requeue(tx, id, at(again))).await);
    assert_eq!(claimed_at(&db, "2023-07-01T08:00:00.000Z").await, None);
    let claimed = claim(&db, again, "2023-07-01T08:05:00Z").await;
    assert_eq!(claimed, Some(Claimed { letter: one, attempts: 1 }));
}

async fn unsent_letters_are_listed_with_failed_ones_first(db: Database) {
    let all: Vec<Letter> = (0..5).map(|number| letter(number, None)).collect();
    let posted = all.clone();
    db.put(move |tx| posted.iter().rev().try_for_each(|letter| letters::post(tx, letter, at(NOW)))).await;
    let (failed, sent) = (all[3].id, all[1].id);
    db.put(move |tx| letters::mark_failed(tx, failed, 0, "x")).await;
    db.put(move |tx| letters::mark_sent(tx, sent, at(NOW))).await;
    let listed = db.ask(|tx| letters::list_unsent(tx, 3)).await;
    let expected = [3, 0, 2].map(|number: usize| all[number].id);
    assert_eq!(listed.iter().map(|status| status.id).collect::<Vec<_>>(), expected);
}
