//! The worker removes files that nothing refers to any more: first the row, then the bytes.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::files::{Aside, Files};
use crate::store::{Change, Store, Writing, file_uses};
use futures_util::TryStreamExt;
use std::collections::BTreeSet;
use std::convert::Infallible;

/// How long files that nothing refers to are left alone: longer than handing one in takes.
const GRACE_SECONDS: i64 = 24 * 60 * 60;
/// How long bytes lie aside before they are deleted; see `files/sweeping.rs`.
const ASIDE_SECONDS: i64 = 60 * 60;
/// How many rows one step removes at most.
const ROWS_A_STEP: i64 = 500;
/// How many files one step moves or deletes at most.
const BYTES_A_STEP: usize = 100;
/// How many hashes the database is asked for at a time.
const HASHES_AT_A_TIME: usize = 500;

/// Removes rows that nothing refers to any more, unless a submission has answered to what they are
/// of. Returns how many went.
///
/// # Errors
/// When the database fails.
pub async fn sweep_rows(store: &Store, now: Moment) -> Result<usize, anyhow::Error> {
    let before = now.plus_seconds(-GRACE_SECONDS);
    let unused = store.read(move |tx| {
        let mut unused = file_uses::list_unused(tx, before, ROWS_A_STEP)?;
        if !unused.is_empty() {
            let pinned = file_uses::list_pinned(tx, |hash| unused.iter().any(|one| one == hash))?;
            unused.retain(|hash| !pinned.contains_key(hash));
        }
        Ok(unused)
    });
    let unused = unused.await?;
    if unused.is_empty() {
        return Ok(0);
    }
    let remove = move |tx: &mut Writing<'_>| {
        let removed = file_uses::remove_unused(tx, &unused, before)?;
        Ok(Change { result: removed, audit: line(format!("files: {removed}, unused for a day"), now) })
    };
    finished(store.change::<usize, Infallible, _>(remove).await)
}

/// Sets aside the bytes without a row that have a hash with this first byte; a few at a time, so that
/// nobody waits for it. Deletes what was half written there when the process was killed. Returns how
/// many were set aside.
///
/// # Errors
/// When the database or the files cannot be reached.
pub async fn sweep_bytes(
    store: &Store,
    files: &Files,
    first: u8,
    now: Moment,
) -> Result<usize, anyhow::Error> {
    let before = now.plus_seconds(-GRACE_SECONDS);
    let halves = files.delete_halves(first, before).await?;
    if halves > 0 {
        tracing::info!(halves, "deleted what was half written");
    }
    let mut unknown = Vec::new();
    let mut old = files.list_old(first, before).try_chunks(HASHES_AT_A_TIME);
    while let Some(hashes) = old.try_next().await.map_err(|stopped| stopped.1)? {
        let known = known(store, hashes.clone()).await?;
        unknown.extend(hashes.into_iter().filter(|hash| !known.contains(hash)));
        unknown.truncate(BYTES_A_STEP);
    }
    let mut aside = Vec::new();
    for hash in &unknown {
        aside.extend(files.set_aside(hash, now).await?);
    }
    // Those that got their row in the meantime go back.
    let known = known(store, unknown).await?;
    for back in aside.iter().filter(|aside| known.contains(&aside.sha256)) {
        files.put_back(back).await?;
    }
    Ok(aside.iter().filter(|aside| !known.contains(&aside.sha256)).count())
}

/// Deletes bytes that have lain aside for an hour, and puts those back that have got a row. Returns
/// how many were deleted.
///
/// # Errors
/// When the database or the files cannot be reached.
pub async fn delete_swept(store: &Store, files: &Files, now: Moment) -> Result<usize, anyhow::Error> {
    let before = now.plus_seconds(-ASIDE_SECONDS).timestamp().as_second();
    let mut due: Vec<Aside> = Vec::new();
    let mut all = files.list_aside();
    while let Some(aside) = all.try_next().await? {
        if aside.since <= before && due.len() < BYTES_A_STEP {
            due.push(aside);
        }
    }
    let known = known(store, due.iter().map(|aside| aside.sha256.clone()).collect()).await?;
    let mut deleted = 0;
    for aside in &due {
        if !known.contains(&aside.sha256) {
            files.delete_aside(aside).await?;
            deleted += 1;
        } else if files.holds(&aside.sha256).await? {
            files.delete_aside(aside).await?;
        } else {
            files.put_back(aside).await?;
        }
    }
    if deleted > 0 {
        let audit = line(format!("bytes: {deleted}, unused for a day"), now);
        finished(
            store.change::<(), Infallible, _>(move |_| Ok(Change { result: (), audit: audit.clone() })).await,
        )?;
    }
    Ok(deleted)
}

async fn known(store: &Store, hashes: Vec<String>) -> Result<BTreeSet<String>, anyhow::Error> {
    Ok(store.read(move |tx| file_uses::list_known(tx, &hashes)).await?)
}

fn line(subject: String, now: Moment) -> AuditEntry {
    AuditEntry { at: now, actor: Actor::Worker, event: Event::RecordsRemoved, subject }
}

fn finished<T>(done: Result<T, Stopped<Infallible>>) -> Result<T, anyhow::Error> {
    done.map_err(|stopped| match stopped {
        Stopped::Failed(error) => error,
        Stopped::Refused(never) => match never {},
    })
}
