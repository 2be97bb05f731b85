//! Files with harmful content: put where nobody gets at them, and deleted when their time is over.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::files::Files;
use crate::store::{Change, Store, scans};
use std::convert::Infallible;

/// How many files one round takes at most.
const AT_A_TIME: i64 = 50;
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Moves the bytes of an infected file; doing it again does nothing.
///
/// # Errors
/// When they cannot be moved, or the database fails.
pub(super) async fn lock_up(
    store: &Store,
    files: &Files,
    sha256: &str,
    now: Moment,
) -> Result<(), anyhow::Error> {
    files.quarantine(sha256).await?;
    let sha256 = sha256.to_owned();
    // The verdict, which this only carries out, has its line in the audit log.
    Ok(store.upkeep(move |tx| scans::mark_quarantined(tx, &sha256, now)).await?)
}

/// Moves what was left behind when we stopped between the verdict and the move; returns how many.
///
/// # Errors
/// When bytes cannot be moved, or the database fails.
pub async fn lock_up_rest(store: &Store, files: &Files, now: Moment) -> Result<usize, anyhow::Error> {
    let rest = store.read(|tx| scans::list_to_quarantine(tx, AT_A_TIME)).await?;
    for sha256 in &rest {
        lock_up(store, files, sha256, now).await?;
    }
    Ok(rest.len())
}

/// Deletes bytes that have been in quarantine for so many days, each with its audit line; 0 keeps them.
/// What was found stays on record. Returns how many went.
///
/// # Errors
/// When bytes cannot be deleted, or the database fails.
pub async fn delete_quarantined(
    store: &Store,
    files: &Files,
    keep_for_days: u32,
    now: Moment,
) -> Result<usize, anyhow::Error> {
    if keep_for_days == 0 {
        return Ok(0);
    }
    let before = now.plus_seconds(-i64::from(keep_for_days) * DAY_SECONDS);
    let due = store.read(move |tx| scans::list_to_delete(tx, before, AT_A_TIME)).await?;
    let count = due.len();
    for sha256 in due {
        // Bytes first: should we stop in between, they are gone and it is noted the next time.
        files.delete_quarantined(&sha256).await?;
        let noted = store
            .change::<(), Infallible, _>(move |tx| {
                scans::mark_deleted(tx, &sha256, now)?;
                let subject = sha256.clone();
                let audit = AuditEntry { at: now, actor: Actor::Worker, event: Event::FileDeleted, subject };
                Ok(Change { result: (), audit })
            })
            .await;
        noted.map_err(|stopped| match stopped {
            Stopped::Failed(error) => error,
            Stopped::Refused(never) => match never {},
        })?;
    }
    Ok(count)
}
