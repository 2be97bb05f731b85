//! An administrator takes lines of the audit log out as a file.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::audit_filter::AuditFilter;
use crate::domain::clock::Moment;
use crate::exports::audit::LogWriter;
use crate::store::{Change, Store, StoreError, audit};
use std::convert::Infallible;
use std::io::Write;

/// Writes the lines that `filter` lets through to `out`, oldest first, all from one moment, and
/// returns how many. It is itself logged, before the file is handed over.
///
/// # Errors
/// When the database fails or `out` does not take it.
pub async fn export_audit(
    store: &Store,
    filter: AuditFilter,
    out: impl Write + Send + 'static,
    actor: Actor,
    now: Moment,
) -> Result<u64, anyhow::Error> {
    let writing = store.read_snapshot(move |tx| {
        let mut file = LogWriter::new(out).map_err(StoreError::Sink)?;
        audit::for_each_line(tx, &filter, |line| file.write(line).map_err(StoreError::Sink))?;
        file.finish().map_err(StoreError::Sink)
    });
    let lines = writing.await?;
    let logged = store
        .change::<(), Infallible, _>(move |_| {
            let (actor, subject) = (actor.clone(), format!("log: {lines} lines"));
            let audit = AuditEntry { at: now, actor, event: Event::LogExported, subject };
            Ok(Change { result: (), audit })
        })
        .await;
    match logged {
        Ok(()) => Ok(lines),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}
