//! An administrator takes out a round's list of consulted bodies.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::ConsultationId;
use crate::exports::invitees;
use crate::store::{Change, Store, invitee_standings};
use std::convert::Infallible;

/// The file, written whole once its line in the log is.
///
/// # Errors
/// When the database fails.
pub async fn export_invitees(
    store: &Store,
    round: ConsultationId,
    slug: String,
    actor: Actor,
    now: Moment,
) -> Result<Vec<u8>, anyhow::Error> {
    let done = store
        .change::<_, Infallible, _>(move |tx| {
            let list = invitee_standings::list_standings(tx, round)?;
            let (event, subject) = (Event::InviteesExported, format!("{slug}: {}", list.len()));
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject };
            Ok(Change { result: list, audit })
        })
        .await;
    let list = match done {
        Ok(list) => list,
        Err(Stopped::Failed(error)) => return Err(error),
        Err(Stopped::Refused(never)) => match never {},
    };
    let mut file = Vec::new();
    invitees::write(&mut file, &list)?;
    Ok(file)
}
