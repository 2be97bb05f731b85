//! When consulted bodies are owed a letter.

use super::*;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn plan(days: &[i32]) -> InvitationPlan {
    let usual = InvitationPlan::usual(ConsultationId::new(), at("2026-01-01T00:00:00Z"));
    InvitationPlan { reminder_days: days.to_vec(), ..usual }
}

#[test]
fn a_reminder_goes_at_eight_in_norway_on_both_sides_of_a_change_of_clocks() {
    // «Til og med» 4 April and 31 October 2026.
    let (spring, autumn) = (at("2026-04-04T22:00:00Z"), at("2026-10-31T23:00:00Z"));
    assert_eq!(reminder_at(spring, 7), at("2026-03-28T08:00:00+01:00"));
    assert_eq!(reminder_at(spring, 6), at("2026-03-29T08:00:00+02:00"));
    assert_eq!(reminder_at(autumn, 7), at("2026-10-24T08:00:00+02:00"));
    assert_eq!(reminder_at(autumn, 6), at("2026-10-25T08:00:00+01:00"));
    // A deadline at noon ends on the same day as one at midnight after it.
    assert_eq!(reminder_at(at("2026-04-04T12:00:00+02:00"), 7), reminder_at(spring, 7));
}

#[test]
fn a_worker_that_was_down_catches_up_once_with_the_last_reminder() {
    let closes_at = at("2026-06-30T22:00:00Z");
    let mut plan = plan(&[14, 7, 2]);
    assert_eq!(plan.due_reminder(closes_at, at("2026-06-16T07:59:59+02:00")), None);
    let (second, third) = (at("2026-06-23T08:00:00+02:00"), at("2026-06-28T08:00:00+02:00"));
    assert_eq!(plan.due_reminder(closes_at, at("2026-06-24T10:00:00+02:00")), Some(second));
    plan.reminded_until = second;
    assert_eq!(plan.due_reminder(closes_at, at("2026-06-27T10:00:00+02:00")), None);
    assert_eq!(plan.due_reminder(closes_at, third), Some(third));
    assert_eq!(plan.due_reminder(closes_at, closes_at), None);
}

fn standing(written_at: &[&str]) -> Standing {
    let facts = InviteeFacts {
        name: "Barneombudet".to_owned(),
        org_number: None,
        address: "post@example.org".to_owned(),
        language: Language::Nb,
    };
    let letter = |time: &&str| InviteeLetter {
        occasion: format!("again:{time}"),
        letter_id: LetterId::new(),
        written_at: at(time),
        state: Some(LetterState::Sent),
        error: None,
    };
    Standing {
        invitee: Invitee {
            id: InviteeId::new(),
            consultation_id: ConsultationId::new(),
            facts,
            added_at: at("2026-06-01T10:00:00Z"),
            asked_at: None,
            opened_at: None,
            stopped_at: None,
        },
        letters: written_at.iter().map(letter).collect(),
        drafted_at: None,
        answers: Vec::new(),
    }
}

#[test]
fn whoever_was_written_to_after_the_time_of_a_reminder_is_not_reminded() {
    let time = at("2026-06-23T06:00:00Z");
    let owed = |standing: &Standing| standing.is_owed(Occasion::Reminder(time), time);
    assert!(owed(&standing(&["2026-06-02T10:00:00Z"])));
    assert!(!owed(&standing(&["2026-06-02T10:00:00Z", "2026-06-23T07:00:00Z"])));
    assert!(!owed(&standing(&[])));
    let mut answered = standing(&["2026-06-02T10:00:00Z"]);
    let reference = Reference::parse("CDFG3467").unwrap();
    answered.answers.push(InviteeAnswer { reference, received_at: time, no_comment: true });
    assert!(!owed(&answered));
    // Of a new deadline they are told all the same.
    assert!(answered.is_owed(Occasion::Deadline(DeadlineDecisionId::new()), time));
    answered.invitee.stopped_at = Some(time);
    assert!(!answered.is_owed(Occasion::Deadline(DeadlineDecisionId::new()), time));
}

#[test]
fn the_state_is_the_furthest_that_has_happened() {
    let mut one = standing(&[]);
    assert_eq!(one.state(), InviteeState::Listed);
    one.invitee.asked_at = Some(one.invitee.added_at);
    assert_eq!(one.state(), InviteeState::Queued);
    one.letters = standing(&["2026-06-02T10:00:00Z"]).letters;
    assert_eq!(one.state(), InviteeState::Invited);
    one.invitee.opened_at = one.invitee.asked_at;
    assert_eq!(one.state(), InviteeState::Opened);
    one.drafted_at = one.invitee.asked_at;
    assert_eq!(one.state(), InviteeState::Drafted);
    let reference = Reference::parse("CDFG3467").unwrap();
    let mut answer = InviteeAnswer { reference, received_at: one.invitee.added_at, no_comment: true };
    one.answers.push(answer.clone());
    assert_eq!(one.state(), InviteeState::NoComment);
    answer.no_comment = false;
    one.answers.push(answer);
    assert_eq!(one.state(), InviteeState::Answered);
}
