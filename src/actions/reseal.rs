//! Someone with a shell puts every sealed field under the active key.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::store::sealing::Field;
use crate::store::{Change, Reading, Store, StoreError, resealing};
use std::collections::BTreeMap;
use std::convert::Infallible;
use uuid::Uuid;

/// How many rows one step looks through, and at most writes.
const ROWS_A_STEP: i64 = 500;

/// Seals with the active key whatever is sealed with another one or not at all, in short steps
/// beside the running service, each with its audit line. Where it was broken off it goes on: what is
/// under the active key is left as it is. Returns how many values each column had to change.
///
/// # Errors
/// When a value does not open: its key is missing, or it was changed.
pub async fn reseal(
    store: &Store,
    actor: Actor,
    clock: impl Fn() -> Moment,
) -> Result<Vec<(Field, usize)>, anyhow::Error> {
    let mut done = Vec::new();
    for field in Field::ALL {
        let (mut after, mut resealed) = (Uuid::nil(), 0);
        loop {
            let seen = store.read(move |tx| resealing::find_stale(tx, field, after, ROWS_A_STEP)).await?;
            if seen.stale > 0 {
                resealed += step(store, field, after, actor.clone(), clock()).await?;
            }
            match seen.last {
                Some(last) => after = last,
                None => break,
            }
        }
        done.push((field, resealed));
    }
    Ok(done)
}

async fn step(
    store: &Store,
    field: Field,
    after: Uuid,
    actor: Actor,
    at: Moment,
) -> Result<usize, anyhow::Error> {
    let done = store
        .change::<usize, Infallible, _>(move |tx| {
            let stretch = resealing::reseal(tx, field, after, ROWS_A_STEP)?;
            let subject = format!("{}: {}", field.column(), stretch.stale);
            let (actor, event) = (actor.clone(), Event::KeysResealed);
            Ok(Change { result: stretch.stale, audit: AuditEntry { at, actor, event, subject } })
        })
        .await;
    done.map_err(|stopped| match stopped {
        Stopped::Failed(error) => error,
        Stopped::Refused(never) => match never {},
    })
}

/// How many values of each column each key has sealed; `None` counts those that are not sealed.
///
/// # Errors
/// When the database fails.
pub async fn survey(store: &Store) -> Result<Vec<(Field, BTreeMap<Option<String>, u64>)>, StoreError> {
    let all = |tx: &mut Reading<'_>| {
        let mut found = Vec::new();
        for field in Field::ALL {
            let (mut counts, mut after) = (BTreeMap::new(), Uuid::nil());
            while let Some(last) = resealing::count_by_key(tx, field, after, ROWS_A_STEP, &mut counts)? {
                after = last;
            }
            found.push((field, counts));
        }
        Ok(found)
    };
    store.read(all).await
}
