//! `keys`: which keys are in use, and everything under the active one.

use super::{ACTOR, Database, Environment};
use crate::actions::reseal::{reseal, survey};
use crate::config::{both, field_keys};
use crate::startup::{open_sealed_store, system_clock};
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// Show how many values each field key has sealed
    List {
        #[command(flatten)]
        database: Database,
    },
    /// Seal everything with the active field key, beside the running service; may be broken off and run again
    Reseal {
        #[command(flatten)]
        database: Database,
    },
}

pub(super) async fn run(command: KeysCommand, environment: &Environment) -> Result<(), anyhow::Error> {
    match command {
        KeysCommand::List { database } => {
            for (field, counts) in survey(&database.open()?).await? {
                if counts.is_empty() {
                    println!("{:<20} nothing", field.column());
                }
                for (key, count) in counts {
                    let key = key.map_or_else(|| "not sealed".to_owned(), |key| format!("key {key}"));
                    println!("{:<20} {key}: {count}", field.column());
                }
            }
        }
        KeysCommand::Reseal { database } => {
            let (url, keys) = both(database.url(), field_keys(environment))?;
            let store = open_sealed_store(url, &keys)?;
            for (field, count) in reseal(&store, ACTOR, || system_clock().now()).await? {
                println!("{:<20} {count} sealed anew", field.column());
            }
        }
    }
    Ok(())
}
