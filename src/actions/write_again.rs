//! An administrator sends a consulted body its letter again: the one that failed, to the address that is
//! known now, or else the invitation with a new link.

use super::write_to_invitees::{occasion_of, write};
use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, InviteeId};
use crate::domain::invitee::Occasion;
use crate::mail::invitee_letters::invitation;
use crate::store::{Change, Store, consultations, invitee_letters, invitee_standings, invitees};

/// Why nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgainRefusal {
    /// It does not stand on the list, or its letters were stopped.
    NotFound,
    /// It has not been invited, or its letter is still waiting.
    NotSent,
    /// The round is not public, or its deadline has passed.
    NotRunning,
}

/// Puts a letter in the outbox.
///
/// # Errors
/// [`AgainRefusal`].
pub async fn write_again(
    store: &Store,
    round: ConsultationId,
    id: InviteeId,
    letterhead: Letterhead,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<AgainRefusal>> {
    store
        .change(move |tx| {
            let not_found = || Stopped::Refused(AgainRefusal::NotFound);
            let round = consultations::find(tx, round)?.ok_or_else(not_found)?;
            if !round.is_public(now) || round.closes_at <= now {
                return Err(Stopped::Refused(AgainRefusal::NotRunning));
            }
            let invitee = invitees::find(tx, round.id, id)?.filter(|one| one.stopped_at.is_none());
            let standing = invitee_standings::find_standing(tx, invitee.ok_or_else(not_found)?)?;
            let last = standing.last_letter().ok_or(Stopped::Refused(AgainRefusal::NotSent))?;
            let facts = &standing.invitee.facts;
            let mut event = Event::LetterRequeued;
            let mut subject = last.letter_id.to_string();
            if !invitee_letters::readdress(tx, last.letter_id, &facts.address, now)? {
                if last.state == Some(crate::domain::letter::LetterState::Waiting) {
                    return Err(Stopped::Refused(AgainRefusal::NotSent));
                }
                let make = |token: &str| invitation(&occasion_of(&round, facts, &letterhead), token, now);
                write(tx, &standing, Occasion::Again(now), make, now)?;
                (event, subject) = (Event::InviteesTold, format!("{}: again 1", round.slug));
            }
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await
}
