//! Files that the virus scanner could not look at wait for it again.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::store::{Change, Store, scans};
use std::convert::Infallible;

/// Lets every failed file wait again, with all its attempts; returns how many.
///
/// # Errors
/// When the database fails.
pub async fn rescan_failed(store: &Store, actor: Actor, now: Moment) -> Result<usize, anyhow::Error> {
    let done = store
        .change::<usize, Infallible, _>(move |tx| {
            let count = scans::requeue_failed(tx)?;
            let (actor, event) = (actor.clone(), Event::FilesRequeued);
            let subject = format!("{count} file(s)");
            Ok(Change { result: count, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await;
    done.map_err(|stopped| match stopped {
        Stopped::Failed(error) => error,
        Stopped::Refused(never) => match never {},
    })
}
