//! The worker sends a letter: claims it, sends it with no transaction open, then says how it went.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::LetterId;
use crate::domain::letter::next_attempt;
use crate::mail::transport::{SendError, Transport};
use crate::store::letters::Claimed;
use crate::store::{Change, Store, StoreError, letters};
use std::convert::Infallible;

/// How long a worker alone holds a letter; longer than sending one can take.
const LEASE_SECONDS: i64 = 5 * 60;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// No letter was due.
    NothingDue,
    /// A mail server took it.
    Yes,
    /// It will be tried again.
    Later,
    /// It was given up; staff will see it.
    Failed,
}

/// Sends one letter that is due. A mail server may take a letter and fail before it says so;
/// then it is sent once more, with the same Message-ID.
///
/// # Errors
/// When the database fails.
pub async fn send_letter(store: &Store, transport: &Transport, now: Moment) -> Result<Sent, anyhow::Error> {
    let lease_ends = now.plus_seconds(LEASE_SECONDS);
    let claimed = store.upkeep(move |tx| letters::claim_due(tx, now, lease_ends)).await?;
    let Some(Claimed { letter, attempts }) = claimed else { return Ok(Sent::NothingDue) };
    let id = letter.id;
    match transport.send(&letter, now).await {
        Ok(()) => {
            finish(store, id.to_string(), Event::LetterSent, now, move |tx| letters::mark_sent(tx, id, now))
                .await?;
            Ok(Sent::Yes)
        }
        Err(SendError::Unreachable(why)) => match next_attempt(attempts, now) {
            Some(due_at) => {
                store.upkeep(move |tx| letters::put_back(tx, id, attempts, due_at, &why)).await?;
                Ok(Sent::Later)
            }
            None => fail(store, id, attempts, why, now).await,
        },
        Err(SendError::Rejected(why)) => fail(store, id, attempts, why, now).await,
    }
}

async fn fail(
    store: &Store,
    id: LetterId,
    attempts: i32,
    why: String,
    now: Moment,
) -> Result<Sent, anyhow::Error> {
    finish(store, id.to_string(), Event::LetterFailed, now, move |tx| {
        letters::mark_failed(tx, id, attempts, &why)
    })
    .await?;
    Ok(Sent::Failed)
}

async fn finish(
    store: &Store,
    subject: String,
    event: Event,
    at: Moment,
    mut mark: impl FnMut(&mut crate::store::Writing<'_>) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), anyhow::Error> {
    let done = store
        .change::<(), Infallible, _>(move |tx| {
            mark(tx)?;
            let audit = AuditEntry { at, actor: Actor::Worker, event, subject: subject.clone() };
            Ok(Change { result: (), audit })
        })
        .await;
    done.map_err(|stopped| match stopped {
        Stopped::Failed(error) => error,
        Stopped::Refused(never) => match never {},
    })
}
