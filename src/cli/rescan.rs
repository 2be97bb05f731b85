//! `rescan`: files that the virus scanner could not look at wait for it again.

use super::{ACTOR, Database};
use crate::actions::rescan::rescan_failed;
use crate::startup::system_clock;

pub(super) async fn run(database: Database) -> Result<(), anyhow::Error> {
    let count = rescan_failed(&database.open()?, ACTOR, system_clock().now()).await?;
    println!("{count} file(s) wait to be scanned again; the worker does it.");
    Ok(())
}
