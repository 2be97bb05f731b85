//! Consulted bodies: what is known of them, their letters, and how far they have come.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, stored_round, submission};
use crate::on_both;
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::ids::{ConsultationId, DraftId, InviteeId, LetterId};
use innspill::domain::invitee::{InvitationPlan, Invitee, InviteeFacts, InviteeState, Occasion, Standing};
use innspill::domain::language::Language;
use innspill::domain::person::PersonKey;
use innspill::domain::respondent::{OrgNumber, RespondentKind};
use innspill::domain::submission::{Status, Submission};
use innspill::store::{
    StoreError, drafts, invitation_plans, invitee_letters, invitee_standings, invitees, submissions,
};

on_both! {
    invitees_read_back,
    plans_read_back,
    a_letter_on_one_occasion_is_remembered_once,
    a_link_leads_to_its_body_until_it_is_stopped,
    answers_are_found_by_link_by_number_and_by_name,
}

const NUMBER: &str = "974760673";

fn invitee(round: ConsultationId, name: &str) -> Invitee {
    Invitee {
        id: InviteeId::new(),
        consultation_id: round,
        facts: InviteeFacts {
            name: name.to_owned(),
            org_number: None,
            address: format!("{name}@example.org"),
            language: Language::Nb,
        },
        added_at: at("2023-05-02T10:00:00Z"),
        asked_at: None,
        opened_at: None,
        stopped_at: None,
    }
}

async fn store(db: &Database, invitee: &Invitee) {
    let invitee = invitee.clone();
    db.put(move |tx| invitees::insert(tx, &invitee)).await;
}

async fn standings(db: &Database, round: ConsultationId) -> Vec<Standing> {
    db.ask(move |tx| invitee_standings::list_standings(tx, round)).await
}

async fn invitees_read_back(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let mut all = Vec::new();
    for (number, text) in HOSTILE.iter().enumerate() {
        let moment = |shift: usize| at(MOMENTS[(number + shift) % MOMENTS.len()]);
        let mut one = invitee(round.id, text);
        one.added_at = moment(0);
        one.asked_at = number.is_multiple_of(2).then(|| moment(1));
        one.opened_at = number.is_multiple_of(3).then(|| moment(2));
        one.stopped_at = number.is_multiple_of(5).then(|| moment(3));
        one.facts.org_number = number.is_multiple_of(2).then(|| OrgNumber::parse(NUMBER).unwrap());
        one.facts.language = Language::ALL[number % 3];
        store(&db, &one).await;
        all.push(one);
    }
    assert_eq!(db.ask(move |tx| invitees::list(tx, round.id)).await, all);
    let (mut first, other) = (all[0].clone(), all[1].facts.clone());
    let (id, facts) = (first.id, other.clone());
    db.put(move |tx| invitees::update_facts(tx, id, &facts)).await;
    first.facts = other;
    assert_eq!(db.ask(move |tx| invitees::find(tx, round.id, id)).await, Some(first));
    let (another, _) = stored_round(&db, "other").await;
    assert_eq!(db.ask(move |tx| invitees::find(tx, another.id, id)).await, None);
    let rounds = db.ask(|tx| invitees::list_rounds(tx, 10)).await;
    assert_eq!(rounds, [("one".to_owned(), round.title.clone(), i64::try_from(HOSTILE.len()).unwrap())]);
    // Those who have been decided on or stopped are not decided on again.
    let waiting = all.iter().filter(|one| one.asked_at.is_none() && one.stopped_at.is_none()).count();
    let now = at("2023-05-03T10:00:00Z");
    assert_eq!(db.put(move |tx| invitees::mark_asked(tx, round.id, now)).await, waiting);
    assert_eq!(db.put(move |tx| invitees::mark_asked(tx, round.id, now)).await, 0);
    db.put(move |tx| invitees::delete(tx, id)).await;
    assert_eq!(db.ask(move |tx| invitees::find(tx, round.id, id)).await, None);
}

async fn plans_read_back(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let usual = InvitationPlan::usual(round.id, at(MOMENTS[5]));
    let kept = usual.clone();
    db.put(move |tx| invitation_plans::insert(tx, &kept)).await;
    let changed = InvitationPlan {
        reminder_days: vec![30, 7, 1],
        reminded_until: at(MOMENTS[6]),
        told_until: at(MOMENTS[7]),
        ..usual.clone()
    };
    // The first one stays until it is changed.
    let second = changed.clone();
    db.put(move |tx| invitation_plans::insert(tx, &second)).await;
    assert_eq!(db.ask(move |tx| invitation_plans::find(tx, round.id)).await, Some(usual));
    let second = changed.clone();
    db.put(move |tx| invitation_plans::update(tx, &second)).await;
    db.put(move |tx| invitation_plans::hold(tx, round.id)).await;
    assert_eq!(db.ask(move |tx| invitation_plans::find(tx, round.id)).await, Some(changed));
    for (now, running) in [
        ("2023-03-31T06:00:00Z", vec![]),
        ("2023-04-01T06:00:00Z", vec![round.id]),
        ("2023-06-30T21:59:59.999Z", vec![round.id]),
        ("2023-06-30T22:00:00Z", vec![]),
    ] {
        assert_eq!(db.ask(move |tx| invitation_plans::list_running(tx, at(now))).await, running, "{now}");
    }
}

async fn a_letter_on_one_occasion_is_remembered_once(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let mut one = invitee(round.id, "laget");
    one.asked_at = Some(one.added_at);
    store(&db, &one).await;
    let uninvited = || db.ask(move |tx| invitee_letters::list_uninvited(tx, round.id, 10));
    assert_eq!(uninvited().await, [one.id]);
    let written = at("2023-05-03T10:00:00Z");
    for (token, expected) in [("a", true), ("b", false)] {
        let (id, letter) = (one.id, LetterId::new());
        let is_new = db
            .put(move |tx| {
                let done = invitee_letters::insert(tx, id, Occasion::Invitation, letter, token, written);
                match done {
                    Ok(()) => Ok(true),
                    Err(StoreError::AlreadyThere) => Ok(false),
                    Err(error) => Err(error),
                }
            })
            .await;
        assert_eq!(is_new, expected);
    }
    assert_eq!(uninvited().await, []);
    let found = standings(&db, round.id).await;
    let letters = &found[0].letters;
    assert_eq!((letters.len(), letters[0].written_at, letters[0].state), (1, written, None));
    assert_eq!(found[0].state(), InviteeState::Invited);
}

async fn a_link_leads_to_its_body_until_it_is_stopped(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let one = invitee(round.id, "laget");
    store(&db, &one).await;
    let (id, written) = (one.id, at("2023-05-03T10:00:00Z"));
    for (token, occasion) in [("a", Occasion::Invitation), ("b", Occasion::Reminder(written))] {
        db.put(move |tx| invitee_letters::insert(tx, id, occasion, LetterId::new(), token, written)).await;
    }
    for token in ["a", "b"] {
        assert_eq!(db.ask(move |tx| invitees::find_by_token(tx, token)).await, Some(one.clone()));
    }
    assert_eq!(db.ask(|tx| invitees::find_by_token(tx, "c")).await, None);
    assert!(db.put(move |tx| invitees::mark_opened(tx, id, written)).await);
    assert!(!db.put(move |tx| invitees::mark_opened(tx, id, written)).await);
    db.put(move |tx| invitees::mark_stopped(tx, id, written)).await;
    assert_eq!(db.ask(|tx| invitees::find_by_token(tx, "a")).await, None);
}

async fn answers_are_found_by_link_by_number_and_by_name(db: Database) {
    let (other, other_form) = stored_round(&db, "other").await;
    let (round, form) = stored_round(&db, "one").await;
    let mut all =
        ["lenke", "nummer", "navn", "kladd", "trukket", "ingen"].map(|name| invitee(round.id, name));
    all[1].facts.org_number = OrgNumber::parse(NUMBER);
    all[5].facts.org_number = OrgNumber::parse("971524960");
    for one in &all {
        store(&db, one).await;
    }
    let (sent, begun, withdrawn) = (DraftId::new(), DraftId::new(), DraftId::new());
    for (one, draft) in [(&all[0], sent), (&all[3], begun), (&all[4], withdrawn), (&all[0], sent)] {
        let id = one.id;
        db.put(move |tx| invitees::insert_draft(tx, id, draft)).await;
    }
    let of_first = all[0].id;
    assert_eq!(db.ask(move |tx| invitees::list_drafts(tx, of_first)).await, [sent]);
    let draft = Draft {
        id: begun,
        consultation_id: round.id,
        person: PersonKey::restored("p".to_owned()),
        changes: None,
        content: DraftContent::default(),
        version: 1,
        begun_at: at("2023-06-01T10:00:00Z"),
        saved_at: at("2023-06-02T10:00:00Z"),
        sharing: None,
    };
    let kept = draft.clone();
    db.put(move |tx| drafts::insert(tx, &kept)).await;
    let received = "2023-06-01T00:00:00Z";
    let mut stored: Vec<Submission> = (0..5).map(|_| submission(&round, &form, received, &["a"])).collect();
    stored[0].current.draft_id = Some(sent);
    (stored[1].status, stored[1].current.draft_id) = (Status::Withdrawn, Some(withdrawn));
    for one in &mut stored[2..] {
        one.current.respondent.kind = RespondentKind::Organisation;
    }
    stored[2].current.respondent.org_number = OrgNumber::parse(NUMBER);
    stored[3].current.respondent.organisation = Some("navn".to_owned());
    stored[3].current.no_comment = true;
    stored[4].current.respondent.organisation = Some("et annet".to_owned());
    // The same number in another round is another matter.
    let mut elsewhere = submission(&other, &other_form, received, &["a"]);
    elsewhere.current.respondent.kind = RespondentKind::Organisation;
    elsewhere.current.respondent.org_number = all[5].facts.org_number.clone();
    stored.push(elsewhere);
    let kept = stored.clone();
    db.put(move |tx| kept.iter().try_for_each(|one| submissions::insert(tx, one))).await;
    let found = standings(&db, round.id).await;
    let states: Vec<InviteeState> = found.iter().map(Standing::state).collect();
    let listed = InviteeState::Listed;
    let expected = [InviteeState::Answered, InviteeState::Answered, InviteeState::NoComment];
    assert_eq!(states[..3], expected);
    assert_eq!(states[3..], [InviteeState::Drafted, listed, listed]);
    assert_eq!(found[0].answers[0].reference, stored[0].reference);
    assert_eq!(found[3].drafted_at, Some(draft.saved_at));
}
