//! An administrator decides to invite everyone on the list who has not been; the worker writes the letters.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::ConsultationId;
use crate::store::{Change, Store, consultations, invitees};

/// Why nobody is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskRefusal {
    /// Everybody has been already.
    Nobody,
    /// The deadline has passed.
    TooLate,
}

/// Decides so; returns how many will be invited.
///
/// # Errors
/// [`AskRefusal`].
pub async fn ask_invitations(
    store: &Store,
    round: ConsultationId,
    actor: Actor,
    now: Moment,
) -> Result<usize, Stopped<AskRefusal>> {
    store
        .change(move |tx| {
            let nobody = || Stopped::Refused(AskRefusal::Nobody);
            let found = consultations::find(tx, round)?.ok_or_else(nobody)?;
            if found.closes_at <= now {
                return Err(Stopped::Refused(AskRefusal::TooLate));
            }
            let count = invitees::mark_asked(tx, round, now)?;
            if count == 0 {
                return Err(nobody());
            }
            let (event, subject) = (Event::InvitationsAsked, format!("{}: {count}", found.slug));
            Ok(Change { result: count, audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await
}
