//! What is told of rounds and how far that has come, outcomes, and whom it concerns.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, person, store_all, stored_round, submission};
use crate::on_both;
use crate::rounds::localized;
use innspill::domain::announcement::{Announcement, AnnouncementKind, Mailing};
use innspill::domain::consultation::Consultation;
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::ids::{AnnouncementId, DraftId};
use innspill::domain::outcome::{Outcome, OutcomeWords};
use innspill::domain::submission::Status;
use innspill::store::{
    StoreError, announcements, consultations, drafts, outcomes, submissions, unsent_drafts,
};

on_both! {
    announcements_read_back_in_their_order,
    a_step_is_taken_once_and_noted,
    outcomes_read_back_and_are_not_overwritten_unseen,
    those_who_want_to_know_are_found_in_steps,
    drafts_to_remind_are_those_left_alone_in_open_rounds,
}

fn announcement(round: &Consultation, number: usize) -> Announcement {
    Announcement {
        id: AnnouncementId::new(),
        consultation_id: round.id,
        kind: AnnouncementKind::ALL[number % AnnouncementKind::ALL.len()],
        note: (!number.is_multiple_of(3)).then(|| localized(number)),
        closed_before: at(MOMENTS[number % MOMENTS.len()]),
        closes_at: at(MOMENTS[(number + 1) % MOMENTS.len()]),
        announced_at: at(MOMENTS[(number + 2) % MOMENTS.len()]),
    }
}

async fn announcements_read_back_in_their_order(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (other, _) = stored_round(&db, "other").await;
    let all: Vec<_> = (0..HOSTILE.len()).map(|number| announcement(&round, number)).collect();
    let stored = all.clone();
    db.put(move |tx| {
        announcements::insert(tx, &announcement(&other, 0))?;
        stored.iter().try_for_each(|one| announcements::insert(tx, one))
    })
    .await;
    let id = round.id;
    assert_eq!(db.ask(move |tx| announcements::list(tx, id)).await, all);
    let mailings = db.ask(move |tx| announcements::list_mailings(tx, id)).await;
    let expected: Vec<Mailing> = all
        .iter()
        .flat_map(|one| one.kind.audiences().iter().map(|audience| (one.clone(), *audience)))
        .map(|(announcement, audience)| Mailing {
            announcement,
            audience,
            reached: None,
            steps: 0,
            letters: 0,
            ended_at: None,
        })
        .collect();
    assert_eq!(mailings, expected);
}

async fn a_step_is_taken_once_and_noted(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let one = announcement(&round, 0);
    let stored = one.clone();
    db.put(move |tx| announcements::insert(tx, &stored)).await;
    let seen = db.ask(announcements::find_unfinished).await.unwrap();
    assert_eq!(seen.announcement, one);
    let (first, second) = (seen.clone(), seen.clone());
    assert!(db.put(move |tx| announcements::take_step(tx, &first)).await);
    assert!(!db.put(move |tx| announcements::take_step(tx, &second)).await, "it has been taken");
    let (noted, reached) = (seen.clone(), uuid::Uuid::now_v7());
    db.put(move |tx| announcements::mark_reached(tx, &noted, Some(reached), 7, at(MOMENTS[3]))).await;
    let after = db.ask(announcements::find_unfinished).await.unwrap();
    assert_eq!((after.reached, after.steps, after.letters, after.ended_at), (Some(reached), 1, 7, None));
    db.put(move |tx| announcements::mark_reached(tx, &after, None, 2, at(MOMENTS[4]))).await;
    assert_eq!(db.ask(announcements::find_unfinished).await, None);
    let ended = db.ask(move |tx| announcements::list_mailings(tx, round.id)).await.remove(0);
    assert_eq!((ended.letters, ended.ended_at), (9, Some(at(MOMENTS[4]))));
    assert!(!db.put(move |tx| announcements::take_step(tx, &ended)).await, "it has ended");
}

fn outcome(round: &Consultation, number: usize, version: i32) -> Outcome {
    let day = [(1, 1, 1), (1999, 12, 31), (2024, 2, 29), (9999, 12, 31)][number % 4];
    Outcome {
        consultation_id: round.id,
        words: OutcomeWords {
            decision: localized(number),
            decided_by: localized(number + 1),
            decided_on: (!number.is_multiple_of(5)).then(|| jiff::civil::date(day.0, day.1, day.2)),
            case_number: HOSTILE[number % HOSTILE.len()].to_owned(),
            next_steps: localized(number + 2),
            revision: localized(number + 3),
        },
        version,
        saved_at: at(MOMENTS[number % MOMENTS.len()]),
        saved_by: HOSTILE[(number + 1) % HOSTILE.len()].to_owned(),
    }
}

async fn outcomes_read_back_and_are_not_overwritten_unseen(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let id = round.id;
    assert_eq!(db.ask(move |tx| outcomes::find(tx, id)).await, None);
    let first = outcome(&round, 0, 1);
    let kept = first.clone();
    db.put(move |tx| {
        outcomes::insert(tx, &kept)?;
        let again = outcomes::insert(tx, &kept);
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "{again:?}");
        Ok(())
    })
    .await;
    assert_eq!(db.ask(move |tx| outcomes::find(tx, id)).await, Some(first));
    for number in 1..HOSTILE.len() {
        let next = outcome(&round, number, i32::try_from(number).unwrap() + 1);
        let kept = next.clone();
        assert!(db.put(move |tx| outcomes::update(tx, &kept)).await);
        let unseen = outcome(&round, number + 1, next.version);
        assert!(!db.put(move |tx| outcomes::update(tx, &unseen)).await, "over a version not seen");
        assert_eq!(db.ask(move |tx| outcomes::find(tx, id)).await, Some(next));
    }
}

async fn those_who_want_to_know_are_found_in_steps(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let mut all = Vec::new();
    for (number, moment) in MOMENTS.iter().enumerate().take(6) {
        let mut one = submission(&round, &form, moment, &["svar"]);
        one.current.respondent.wants_outcome = number != 1;
        one.current.respondent.email = (number != 3).then(|| format!("nr{number}@example.org"));
        if number == 2 {
            one.status = Status::Withdrawn;
        }
        all.push(one);
    }
    store_all(&db, &all).await;
    let (id, mut after, mut found) = (round.id, None, Vec::new());
    loop {
        let some = db.ask(move |tx| submissions::list_followers(tx, id, after, 2)).await;
        assert!(some.len() <= 2);
        let Some(last) = some.last() else { break };
        after = Some(last.submission.0);
        found.extend(some.into_iter().map(|one| one.email));
    }
    let address = |number: usize| Some(format!("nr{number}@example.org"));
    assert_eq!(found, [address(0), None, address(4), address(5)]);
}

async fn drafts_to_remind_are_those_left_alone_in_open_rounds(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (closed, _) = stored_round(&db, "closed").await;
    let mut shut = closed.clone();
    shut.closes_at = at("2023-05-20T00:00:00Z");
    let draft = |round: &Consultation, name: &str, saved_at: &str| Draft {
        id: DraftId::new(),
        consultation_id: round.id,
        person: person(name),
        changes: None,
        content: DraftContent::default(),
        version: 1,
        begun_at: at("2023-05-10T00:00:00Z"),
        saved_at: at(saved_at),
        sharing: None,
    };
    let (quiet, busy) =
        (draft(&round, "a", "2023-06-01T00:00:00Z"), draft(&round, "b", "2023-06-20T00:00:00Z"));
    let late = draft(&closed, "c", "2023-05-11T00:00:00Z");
    let stored = [quiet.clone(), busy.clone(), late];
    db.put(move |tx| {
        consultations::update_window(tx, &shut)?;
        stored.iter().try_for_each(|one| drafts::insert(tx, one))
    })
    .await;
    let (now, quiet_since) = (at("2023-06-20T12:00:00Z"), at("2023-06-19T12:00:00Z"));
    let rounds = db.ask(move |tx| unsent_drafts::list_rounds_to_remind(tx, now, quiet_since)).await;
    assert_eq!(rounds, [(round.id, round.closes_at)]);
    let id = round.id;
    let due = db.ask(move |tx| unsent_drafts::list_to_remind(tx, id, quiet_since, 10)).await;
    assert_eq!(due, std::slice::from_ref(&quiet));
    let draft = quiet.id;
    assert!(db.put(move |tx| unsent_drafts::mark_reminded(tx, draft, now)).await);
    assert!(!db.put(move |tx| unsent_drafts::mark_reminded(tx, draft, now)).await, "once");
    assert_eq!(db.ask(move |tx| unsent_drafts::list_to_remind(tx, id, quiet_since, 10)).await, []);
    assert_eq!(db.ask(move |tx| unsent_drafts::list_rounds_to_remind(tx, now, quiet_since)).await, []);
    let all = db.ask(move |tx| unsent_drafts::list_of_round(tx, id, None, 10)).await;
    assert_eq!(all, [quiet.clone(), busy.clone()]);
    let rest = db.ask(move |tx| unsent_drafts::list_of_round(tx, id, Some(quiet.id.0), 10)).await;
    assert_eq!(rest, [busy]);
}
