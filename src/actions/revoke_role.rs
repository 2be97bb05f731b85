//! A staff role that somebody was given is taken away.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffGrantId;
use crate::domain::staff::{GrantRefusal, StaffGrant};
use crate::store::{Change, Store, staff_grants};

/// Takes a grant away; it counts no longer from the person's next request on. `may_leave_none`:
/// whether somebody is administrator without any grant, so that the last one may go.
///
/// # Errors
/// [`GrantRefusal`].
pub async fn revoke_role(
    store: &Store,
    id: StaffGrantId,
    may_leave_none: bool,
    actor: Actor,
    now: Moment,
) -> Result<StaffGrant, Stopped<GrantRefusal>> {
    store
        .change(move |tx| {
            let administrators = staff_grants::hold_administrators(tx)?;
            let grant = staff_grants::find(tx, id)?.ok_or(Stopped::Refused(GrantRefusal::NoSuchGrant))?;
            if grant.administers_everything() && administrators < 2 && !may_leave_none {
                return Err(Stopped::Refused(GrantRefusal::LastAdministrator));
            }
            staff_grants::delete(tx, id)?;
            let (event, subject) = (Event::StaffRevoked, grant.audit_subject());
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject };
            Ok(Change { result: grant, audit })
        })
        .await
}
