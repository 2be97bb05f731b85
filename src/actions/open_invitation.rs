//! Somebody follows the link of a consulted body for the first time.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::InviteeId;
use crate::store::{Change, Store, invitees};

/// It had been followed before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenedBefore;

/// Writes it down.
///
/// # Errors
/// [`OpenedBefore`].
pub async fn open_invitation(store: &Store, id: InviteeId, now: Moment) -> Result<(), Stopped<OpenedBefore>> {
    store
        .change(move |tx| {
            if !invitees::mark_opened(tx, id, now)? {
                return Err(Stopped::Refused(OpenedBefore));
            }
            let (actor, event, subject) = (Actor::Citizen, Event::InvitationOpened, id.to_string());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await
}
