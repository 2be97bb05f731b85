//! Checks of the database and of the clock that it has been told.

use super::Installation;
use super::finding::Finding;
use crate::store::{SchemaState, Store, audit};

/// How far the clock may be behind what has been written by it.
const BEHIND_SECONDS: i64 = 60;
/// No clock that is right shows an earlier time than this.
const EARLIEST: i64 = 1_767_225_600;

/// Whether the database answers and fits, and the store where both is so.
pub(super) fn schema(url: &str) -> (Finding, Option<Store>) {
    let opened = Store::open(url).and_then(|store| store.schema_state().map(|state| (state, store)));
    match opened {
        Ok((SchemaState::Current, store)) => {
            (Finding::ok("the database answers and is up to date"), Some(store))
        }
        Ok((SchemaState::Behind { missing }, _)) => {
            let what = format!("the database lacks {missing} migration(s)");
            (Finding::failed(what, "run `innspill migrate`"), None)
        }
        Ok((SchemaState::Newer, _)) => {
            let what = "the database was made by a newer Innspill than this one";
            (Finding::failed(what, "run that version, or restore a backup from before it"), None)
        }
        Err(error) => {
            let what = format!("{:#}", anyhow::Error::new(error));
            (Finding::failed(what, "see that DATABASE_URL is right and the database runs"), None)
        }
    }
}

pub(super) async fn clock(it: &Installation) -> Result<Finding, anyhow::Error> {
    let remedy = "set this machine's clock by a time server: deadlines are decided by it";
    if it.now.timestamp().as_second() < EARLIEST {
        return Ok(Finding::failed(format!("it shows {}", it.now), remedy));
    }
    let latest = it.store.read(audit::find_latest).await?;
    Ok(match latest.filter(|latest| *latest > it.now.plus_seconds(BEHIND_SECONDS)) {
        Some(latest) => {
            Finding::failed(format!("it shows {}, and the audit log has lines from {latest}", it.now), remedy)
        }
        None => Finding::ok(format!("it shows {}", it.now)),
    })
}
