//! `check`: a table of named checks of a running installation, each one small function.

mod audit;
mod database;
mod documents;
mod fields;
mod finding;
mod letters;
mod scans;
mod settings;
mod table;

use super::{Environment, House};
use crate::config::{Settings, field_keys, person_keys};
use crate::domain::audit_seal::{Digest, Head};
use crate::domain::clock::Moment;
use crate::domain::person::PersonHasher;
use crate::startup::{hasher, system_clock};
use crate::store::Store;
use clap::Args;
use finding::{Finding, Row, State};
use std::future::Future;
use std::pin::Pin;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    house: House,
    /// A seal of the audit log that was noted before, as `check` and the worker's log tell them
    #[arg(long, value_name = "NUMBER:DIGEST", value_parser = noted)]
    seal: Option<Head>,
    /// Write JSON instead of a table
    #[arg(long)]
    json: bool,
}

fn noted(text: &str) -> Result<Head, String> {
    let parts = text.split_once(':').and_then(|(number, digest)| {
        Some(Head { number: number.parse().ok()?, digest: Digest::from_hex(digest)? })
    });
    parts.ok_or_else(|| "write a seal as its number, a colon and its 64 hexadecimal digits".to_owned())
}

/// What the checks look at.
struct Installation {
    settings: Settings,
    store: Store,
    hasher: Option<PersonHasher>,
    /// The ids of the keys that personal fields are sealed with, the active one first.
    field_keys: Vec<String>,
    noted: Option<Head>,
    now: Moment,
}

type Looking<'a> = Pin<Box<dyn Future<Output = Result<Finding, anyhow::Error>> + Send + 'a>>;

/// A check: its name, and the function that looks.
struct Check {
    name: &'static str,
    look: for<'a> fn(&'a Installation) -> Looking<'a>,
}

macro_rules! checks {
    ($($name:literal => $look:path),+ $(,)?) => { &[$(Check { name: $name, look: |it| Box::pin($look(it)) }),+] };
}

/// Every check of what stands behind the settings and the schema, in the order they are told.
const CHECKS: &[Check] = checks! {
    "address" => settings::address,
    "login" => settings::login,
    "contact" => settings::contact,
    "mail" => settings::mail,
    "clock" => database::clock,
    "audit-chain" => audit::chain,
    "audit-sealing" => audit::sealing,
    "audit-guards" => audit::guards,
    "sealed-fields" => fields::sealed,
    "documents" => documents::documents,
    "scanner" => scans::scanner,
    "scans" => scans::scans,
    "letters" => letters::letters,
    "receipts" => letters::receipts,
};

pub(super) async fn run(args: CheckArgs, environment: &Environment) -> Result<(), anyhow::Error> {
    let now = system_clock().now();
    let rows = look(&args, environment, now).await;
    if args.json {
        println!("{}", table::json(&rows, now)?);
    } else {
        print!("{}", table::text(&rows));
    }
    match rows.iter().filter(|row| row.finding.state == State::Failed).count() {
        0 => Ok(()),
        count => anyhow::bail!("{count} check(s) failed"),
    }
}

/// The settings first, then the database, then all that needs both; what cannot be looked at is
/// told and not left out.
async fn look(args: &CheckArgs, environment: &Environment, now: Moment) -> Vec<Row> {
    let (key, fields) = (person_keys(environment), field_keys(environment));
    let mut rows = Vec::new();
    let read = args.house.read(environment);
    rows.push(Row { name: "settings", finding: settings::readable(read.as_ref().err()) });
    rows.push(Row { name: "person-key", finding: settings::key(key.as_ref().err()) });
    rows.push(Row { name: "field-keys", finding: settings::field_keys(fields.as_ref().err()) });
    let opened = match &read {
        Ok((_, url)) => {
            let (schema, store) = database::schema(url);
            rows.push(Row { name: "schema", finding: schema });
            store
        }
        Err(_) => None,
    };
    let (Ok((settings, _)), Some(store)) = (read, opened) else {
        rows.extend(CHECKS.iter().map(|check| Row { name: check.name, finding: Finding::not_looked_at() }));
        return rows;
    };
    let hasher = key.ok().and_then(|keys| hasher(&keys).ok());
    let field_keys = fields.unwrap_or_default().into_iter().map(|key| key.id).collect();
    let it = Installation { settings, store, hasher, field_keys, noted: args.seal, now };
    for check in CHECKS {
        let finding = (check.look)(&it).await.unwrap_or_else(|error| Finding::could_not_look(&error));
        rows.push(Row { name: check.name, finding });
    }
    rows
}
