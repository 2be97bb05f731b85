//! What can be said on the command line.

mod check;
mod demo;
mod demo_files;
mod keys;
mod rescan;
mod rounds;
mod serve;
mod staff;
mod submissions;

use crate::config::{Problems, Settings, both, field_keys, load, person_keys};
use crate::domain::audit::Actor;
use crate::domain::person::PersonHasher;
use crate::store::Store;
use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use std::collections::HashMap;
use std::path::PathBuf;

/// Public consultations for Norwegian municipalities.
#[derive(Debug, Parser)]
#[command(name = "innspill", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try it: an embedded database, mail to a folder, the Bergen case, a login where anyone can be anyone
    Demo(demo::DemoArgs),
    /// Answer people
    Serve(serve::ServeArgs),
    /// Do what waits: send letters, tidy up
    Work(House),
    /// Look whether all is well: settings, audit log, documents, virus scanning, letters
    Check(check::CheckArgs),
    /// Bring the database up to date
    Migrate(Database),
    /// Make, show and move rounds
    #[command(subcommand)]
    Round(rounds::RoundCommand),
    /// Give and take away roles; get in when nobody can
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    /// Register submissions from a JSON file: all of them or none
    Import(submissions::ImportArgs),
    /// Take a round's submissions out, grouped by theme
    Export(submissions::ExportArgs),
    /// Show and change the keys that personal fields are sealed with
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Let files that the virus scanner could not look at wait for it again
    Rescan(Database),
}

/// Which database.
#[derive(Debug, Args)]
pub(crate) struct Database {
    /// `sqlite://PATH` or `postgres://…`
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
}

impl Database {
    /// Its address. Asked for here and not by clap, which would tell of nothing else beside it.
    fn url(&self) -> Result<&str, Problems> {
        self.database_url.as_deref().filter(|url| !url.is_empty()).ok_or_else(|| {
            let problem = "DATABASE_URL must be set in the environment, or --database-url given: \
                           sqlite://PATH or postgres://…";
            Problems(vec![problem.to_owned()])
        })
    }

    fn open(&self) -> Result<Store, anyhow::Error> {
        crate::startup::open_store(self.url()?)
    }
}

/// Which database, and which settings.
#[derive(Debug, Args)]
pub(crate) struct House {
    #[command(flatten)]
    database: Database,
    /// A file of settings that differ from config/default.toml; several are read in their order
    #[arg(long, env = "INNSPILL_CONFIG", value_delimiter = ',')]
    config: Vec<PathBuf>,
}

impl House {
    /// For commands that know nobody: the settings and the database.
    fn open(&self, environment: &Environment) -> Result<(Settings, Store), anyhow::Error> {
        let (settings, url) = self.read(environment)?;
        Ok((settings, crate::startup::open_store(url)?))
    }

    /// For commands that hash persons, and store or show what is personal: the settings, the hasher and the database.
    fn open_with_hasher(
        &self,
        environment: &Environment,
    ) -> Result<(Settings, PersonHasher, Store), anyhow::Error> {
        let secrets = both(person_keys(environment), field_keys(environment));
        let ((settings, url), (persons, fields)) = both(self.read(environment), secrets)?;
        let hasher = crate::startup::hasher(&persons)?;
        Ok((settings, hasher, crate::startup::open_sealed_store(url, &fields)?))
    }

    fn read(&self, environment: &Environment) -> Result<(Settings, &str), Problems> {
        both(load(&self.config, environment), self.database.url())
    }
}

type Environment = HashMap<String, String>;

/// Whoever has a shell on the server.
const ACTOR: Actor = Actor::CommandLine;

/// Does what the command line says.
///
/// # Errors
/// What went wrong, for the person at the shell.
pub fn run(environment: &Environment) -> Result<(), anyhow::Error> {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Demo(args) => demo::run(args, environment).await,
            Command::Serve(args) => serve::run(args, environment).await,
            Command::Work(house) => serve::work(house, environment).await,
            Command::Check(args) => check::run(args, environment).await,
            Command::Migrate(database) => migrate(&database),
            Command::Round(command) => rounds::run(command, environment).await,
            Command::Staff(command) => staff::run(command, environment).await,
            Command::Import(args) => submissions::import(args, environment).await,
            Command::Export(args) => submissions::export(args).await,
            Command::Keys(command) => keys::run(command, environment).await,
            Command::Rescan(database) => rescan::run(database).await,
        }
    })
}

fn migrate(database: &Database) -> Result<(), anyhow::Error> {
    let store = Store::open(database.url()?).context("the database")?;
    let ran = store.migrate().context("the database")?;
    crate::startup::demand_schema(&store)?;
    match ran {
        0 => println!("The database is up to date."),
        count => println!("Ran {count} migration(s); the database is up to date."),
    }
    Ok(())
}
