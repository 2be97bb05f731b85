//! The worker writes to consulted bodies: invitations, reminders, new deadlines; some at a time, each
//! exactly once.

use super::sign_in::{new_token, token_sha256};
use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision, DeadlineDecisionKind, Phase};
use crate::domain::ids::ConsultationId;
use crate::domain::invitee::{InvitationPlan, InviteeFacts, Occasion, Standing};
use crate::domain::letter::Letter;
use crate::mail::invitee_letters::{self, InviteeOccasion};
use crate::store::{
    Change, Reading, Store, StoreError, Writing, consultations, invitation_plans, invitee_letters as written,
    invitee_standings, letters as outbox,
};
use std::convert::Infallible;

/// How many letters are written in one transaction.
const LETTERS_A_STEP: usize = 200;

/// What a round owes its consulted bodies.
#[derive(Debug, Clone)]
enum Debt {
    Invitations,
    Deadline(DeadlineDecision),
    Reminder(Moment),
}

impl Debt {
    /// The occasion of its letters, and when it arose.
    fn occasion(&self, now: Moment) -> (Occasion, Moment) {
        match self {
            Self::Invitations => (Occasion::Invitation, now),
            Self::Deadline(decision) => (Occasion::Deadline(decision.id), decision.decided_at),
            Self::Reminder(at) => (Occasion::Reminder(*at), *at),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Invitations => "invitation",
            Self::Deadline(_) => "deadline",
            Self::Reminder(_) => "reminder",
        }
    }

    fn letter(&self, occasion: &InviteeOccasion<'_>, token: &str, now: Moment) -> Letter {
        match self {
            Self::Invitations => invitee_letters::invitation(occasion, token, now),
            Self::Deadline(decision) => invitee_letters::new_deadline(occasion, token, decision),
            Self::Reminder(_) => invitee_letters::reminder(occasion, token),
        }
    }
}

/// Writes everything that is owed at `now`; returns how many letters.
///
/// # Errors
/// When the database fails.
pub async fn write_to_invitees(
    store: &Store,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<usize, anyhow::Error> {
    let mut count = 0;
    for round in store.read(move |tx| invitation_plans::list_running(tx, now)).await? {
        while store.read(move |tx| Ok(find_debt(tx, round, now)?.is_some())).await? {
            count += write_some(store, round, letterhead.clone(), now).await?;
        }
    }
    Ok(count)
}

/// What a round owes first. An extension comes before a reminder: it makes the reminder later.
fn find_debt(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    now: Moment,
) -> Result<Option<(Consultation, InvitationPlan, Debt)>, StoreError> {
    let (Some(found), Some(plan)) = (consultations::find(tx, round)?, invitation_plans::find(tx, round)?)
    else {
        return Ok(None);
    };
    if !matches!(found.phase(now), Phase::Announced | Phase::Open) {
        return Ok(None);
    }
    if !written::list_uninvited(tx, round, 1)?.is_empty() {
        return Ok(Some((found, plan, Debt::Invitations)));
    }
    // The last new deadline only: those before it no longer hold.
    let moved = consultations::list_decisions(tx, round)?.into_iter().find(|decision| {
        let moves = matches!(decision.kind, DeadlineDecisionKind::Extended | DeadlineDecisionKind::Reopened);
        moves && decision.decided_at > plan.told_until
    });
    if let Some(decision) = moved {
        return Ok(Some((found, plan, Debt::Deadline(decision))));
    }
    let reminder = plan.due_reminder(found.closes_at, now).filter(|_| found.phase(now) == Phase::Open);
    Ok(reminder.map(|at| (found, plan, Debt::Reminder(at))))
}

/// Takes one step. Letters and what is remembered of them are written in one transaction, with the
/// round's plan held: of two workers the second finds nothing left.
async fn write_some(
    store: &Store,
    round: ConsultationId,
    letterhead: Letterhead,
    now: Moment,
) -> Result<usize, anyhow::Error> {
    let done = store
        .change::<usize, Infallible, _>(move |tx| {
            invitation_plans::hold(tx, round)?;
            let Some((found, mut plan, debt)) = find_debt(tx, round, now)? else {
                // Another worker was faster; the line says that nothing was left.
                return Ok(with_line(0, format!("{round}: 0"), now));
            };
            let count = write_letters(tx, &found, &debt, &letterhead, now)?;
            if count < LETTERS_A_STEP {
                match &debt {
                    Debt::Invitations => {}
                    Debt::Deadline(decision) => plan.told_until = decision.decided_at,
                    Debt::Reminder(at) => plan.reminded_until = *at,
                }
                invitation_plans::update(tx, &plan)?;
            }
            Ok(with_line(count, format!("{}: {} {count}", found.slug, debt.name()), now))
        })
        .await;
    done.map_err(|stopped| match stopped {
        Stopped::Failed(error) => error,
        Stopped::Refused(never) => match never {},
    })
}

fn write_letters(
    tx: &mut Writing<'_>,
    round: &Consultation,
    debt: &Debt,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<usize, Stopped<Infallible>> {
    let (occasion, at) = debt.occasion(now);
    let all = invitee_standings::list_standings(tx, round.id)?;
    let owed: Vec<&Standing> =
        all.iter().filter(|one| one.is_owed(occasion, at)).take(LETTERS_A_STEP).collect();
    for standing in &owed {
        let facts = &standing.invitee.facts;
        let make = |token: &str| debt.letter(&occasion_of(round, facts, letterhead), token, now);
        write(tx, standing, occasion, make, now)?;
    }
    Ok(owed.len())
}

/// What a letter to a body about a round is made of.
pub(super) fn occasion_of<'a>(
    round: &'a Consultation,
    invitee: &'a InviteeFacts,
    letterhead: &'a Letterhead,
) -> InviteeOccasion<'a> {
    let Letterhead { municipality, base_url } = letterhead;
    InviteeOccasion { round, invitee, municipality, base_url }
}

/// Writes one letter with a link of its own, and remembers it.
pub(super) fn write<R>(
    tx: &mut Writing<'_>,
    standing: &Standing,
    occasion: Occasion,
    make: impl FnOnce(&str) -> Letter,
    now: Moment,
) -> Result<(), Stopped<R>> {
    let token = new_token().map_err(|error| Stopped::Failed(error.into()))?;
    let letter = make(&token);
    match written::insert(tx, standing.invitee.id, occasion, letter.id, &token_sha256(&token), now) {
        Ok(()) => Ok(outbox::post(tx, &letter, now)?),
        Err(StoreError::AlreadyThere) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn with_line(count: usize, subject: String, at: Moment) -> Change<usize> {
    let audit = AuditEntry { at, actor: Actor::Worker, event: Event::InviteesTold, subject };
    Change { result: count, audit }
}
