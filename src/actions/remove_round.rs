//! An administrator removes a round that nobody outside has seen, and that nothing has come in to.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::round_setup::SetupRefusal;
use crate::store::{Change, Store, consultations, round_setup};

/// Removes it, with all it was set up with; the bytes of its documents are left to those who sweep.
///
/// # Errors
/// `NotFound`; `IsPublic` as soon as it was, or shall be; `InUse` where anything has come in.
pub async fn remove_round(
    store: &Store,
    slug: String,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<SetupRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(SetupRefusal::NotFound))?;
            if round.published_at.is_some() {
                return Err(Stopped::Refused(SetupRefusal::IsPublic));
            }
            if round_setup::has_input(tx, round.id)? || !round_setup::delete(tx, round.id)? {
                return Err(Stopped::Refused(SetupRefusal::InUse));
            }
            let (event, subject) = (Event::RoundRemoved, slug.clone());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await
}
