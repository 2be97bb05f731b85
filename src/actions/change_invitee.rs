//! An administrator puts right what is known of a consulted body.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, InviteeId};
use crate::domain::invitee::InviteeFacts;
use crate::store::{Change, Store, invitation_plans, invitees};

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// It does not stand on the list.
    NotFound,
    /// Another with this name and address does.
    AlreadyListed,
}

/// Writes the facts down.
///
/// # Errors
/// [`ChangeRefusal`].
pub async fn change_invitee(
    store: &Store,
    round: ConsultationId,
    id: InviteeId,
    facts: InviteeFacts,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<ChangeRefusal>> {
    store
        .change(move |tx| {
            invitation_plans::hold(tx, round)?;
            let listed = invitees::list(tx, round)?;
            if !listed.iter().any(|one| one.id == id) {
                return Err(Stopped::Refused(ChangeRefusal::NotFound));
            }
            if listed.iter().any(|one| one.id != id && one.facts.is_same(&facts)) {
                return Err(Stopped::Refused(ChangeRefusal::AlreadyListed));
            }
            invitees::update_facts(tx, id, &facts)?;
            let (event, subject) = (Event::InviteeChanged, id.to_string());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await
}
