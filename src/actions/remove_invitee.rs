//! An administrator takes a consulted body off the list, or stops letters and link of one that has been
//! invited: that it was invited belongs to the case.

use super::Stopped;
use super::change_invitee::ChangeRefusal;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, InviteeId};
use crate::store::{Change, Store, invitation_plans, invitee_standings, invitees};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removed {
    /// It stands on the list no longer.
    FromList,
    /// It stands there, gets no letters, and its link does not work.
    Stopped,
}

/// Removes or stops it.
///
/// # Errors
/// `NotFound`.
pub async fn remove_invitee(
    store: &Store,
    round: ConsultationId,
    id: InviteeId,
    actor: Actor,
    now: Moment,
) -> Result<Removed, Stopped<ChangeRefusal>> {
    store
        .change(move |tx| {
            // The worker may be about to write its invitation.
            invitation_plans::hold(tx, round)?;
            let invitee = invitees::find(tx, round, id)?;
            let invitee = invitee.ok_or(Stopped::Refused(ChangeRefusal::NotFound))?;
            let standing = invitee_standings::find_standing(tx, invitee)?;
            let (removed, event) = if standing.letters.is_empty() {
                invitees::delete(tx, id)?;
                (Removed::FromList, Event::InviteeRemoved)
            } else {
                invitees::mark_stopped(tx, id, now)?;
                (Removed::Stopped, Event::InviteeStopped)
            };
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject: id.to_string() };
            Ok(Change { result: removed, audit })
        })
        .await
}
