//! Staff are given a file of a submission: the log says who, which and when, each time.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::AttachmentId;
use crate::domain::reference::Reference;
use crate::store::{Change, Store};
use std::convert::Infallible;

/// Writes the line, which tells the file's id and never its name. The first byte is sent only after
/// this: what cannot be logged is not handed out.
///
/// # Errors
/// When the database fails or too many wait.
pub async fn log_download(
    store: &Store,
    reference: &Reference,
    file: AttachmentId,
    actor: &Actor,
    now: Moment,
) -> Result<(), anyhow::Error> {
    let audit = AuditEntry {
        at: now,
        actor: actor.clone(),
        event: Event::AttachmentDownloaded,
        subject: format!("{reference}: attachment {file}"),
    };
    let logged = store
        .change(move |_| -> Result<_, Stopped<Infallible>> {
            Ok(Change { result: (), audit: audit.clone() })
        })
        .await;
    match logged {
        Ok(()) => Ok(()),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}
