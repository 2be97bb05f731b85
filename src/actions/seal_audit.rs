//! The worker seals what the audit log has got since the last seal.

use crate::domain::audit_seal::{Head, Seal, SealKey};
use crate::domain::clock::Moment;
use crate::store::{Store, StoreError, audit};

/// Lines younger than this wait, so that one seal covers many.
const YOUNGEST_SECONDS: i64 = 5;
/// The most lines under one seal; few enough that other changes hardly wait for it.
const BATCH: i64 = 256;

/// What has been sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// The new seal. Whoever notes it outside the database can tell later that nothing up to it
    /// has been changed, or cut off after it.
    pub head: Head,
    /// How many lines it covers.
    pub lines: usize,
}

/// Seals one batch; `None` when nothing is old enough, or another worker was faster. It is upkeep
/// and not a change: a line about each seal would need a seal of its own, without end.
///
/// # Errors
/// When the database fails.
pub async fn seal_audit(store: &Store, key: &SealKey, now: Moment) -> Result<Option<Sealed>, StoreError> {
    let key = key.clone();
    let before = now.plus_seconds(-YOUNGEST_SECONDS);
    let sealing = store.upkeep(move |tx| {
        // The head first: two workers that see the same head make the same number, which only
        // one of them can store.
        let head = audit::find_head(tx)?;
        let lines = audit::list_unsealed(tx, before, BATCH)?;
        if lines.is_empty() {
            return Ok(None);
        }
        let seal = Seal::over(&lines, head, &key, now);
        audit::insert_seal(tx, &seal)?;
        let head = Head { number: seal.number, digest: seal.digest };
        Ok(Some(Sealed { head, lines: seal.lines.len() }))
    });
    match sealing.await {
        Err(StoreError::AlreadyThere) => Ok(None),
        done => done,
    }
}
