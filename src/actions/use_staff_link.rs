//! Someone logs in with a one-time link.

use super::Stopped;
use super::sign_in::token_sha256;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffLinkId;
use crate::domain::staff::StaffRole;
use crate::store::{Change, Store, staff_links};

/// There is no such link, or it has been used, or it is too old; nobody is told which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkIsDead;

/// Uses the link with this token up.
///
/// # Errors
/// [`LinkIsDead`].
pub async fn use_staff_link(
    store: &Store,
    token: &str,
    now: Moment,
) -> Result<StaffLinkId, Stopped<LinkIsDead>> {
    let hash = token_sha256(token);
    store
        .change(move |tx| {
            let id = staff_links::find_usable(tx, &hash, now)?.ok_or(Stopped::Refused(LinkIsDead))?;
            // Of two that use it at the same time, one is first.
            if !staff_links::mark_used(tx, id, now)? {
                return Err(Stopped::Refused(LinkIsDead));
            }
            let (subject, role) = (id.to_string(), StaffRole::Administrator);
            let actor = Actor::Staff { subject: subject.clone(), name: None, role };
            let audit = AuditEntry { at: now, actor, event: Event::StaffLinkUsed, subject };
            Ok(Change { result: id, audit })
        })
        .await
}
