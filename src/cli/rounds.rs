//! `round`: make, show and move rounds.

use super::{ACTOR, Database, Environment, House};
use crate::actions::Stopped;
use crate::actions::archive_round::{Archiving, archive_round};
use crate::actions::conclude_round::conclude_round;
use crate::actions::export_round::export_round;
use crate::actions::import_round::import_round;
use crate::actions::move_deadline::{Decision, move_deadline};
use crate::domain::clock::{Moment, NORWAY};
use crate::domain::consultation::Consultation;
use crate::domain::deadline::end_of_day;
use crate::domain::language::{Language, Localized};
use crate::exports::round_file;
use crate::startup::{open_files, system_clock};
use crate::store::consultations;
use crate::text::dates;
use anyhow::Context;
use clap::{Args, Subcommand};
use futures_util::TryStreamExt;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub(super) enum RoundCommand {
    /// Make a round of a file, with the dates it says
    Import {
        /// The file (TOML); its documents are named relative to it
        file: PathBuf,
        #[command(flatten)]
        house: House,
    },
    /// Write a round as a file; with --out its documents too, in a folder beside it
    Export {
        slug: String,
        /// Where to; printed where it is left out
        #[arg(long)]
        out: Option<PathBuf>,
        #[command(flatten)]
        house: House,
    },
    /// Open a round now
    Open {
        slug: String,
        #[command(flatten)]
        database: Database,
    },
    /// Move the deadline of a round later
    Extend {
        slug: String,
        #[command(flatten)]
        until: Until,
        #[command(flatten)]
        reason: Reason,
        #[command(flatten)]
        database: Database,
    },
    /// Close a round now
    Close {
        slug: String,
        #[command(flatten)]
        reason: Reason,
        #[command(flatten)]
        database: Database,
    },
    /// Open a closed round again
    Reopen {
        slug: String,
        #[command(flatten)]
        until: Until,
        #[command(flatten)]
        reason: Reason,
        #[command(flatten)]
        database: Database,
    },
    /// Make the outcome of a closed round public, as it was written in the browser
    Conclude {
        slug: String,
        #[command(flatten)]
        database: Database,
    },
    /// Put a closed or concluded round away; it can be read as before, and is no longer in the lists
    Archive {
        slug: String,
        #[command(flatten)]
        database: Database,
    },
    /// Take an archived round out again
    Unarchive {
        slug: String,
        #[command(flatten)]
        database: Database,
    },
    /// List all rounds
    List {
        #[command(flatten)]
        database: Database,
    },
}

#[derive(Debug, Args)]
pub(super) struct Until {
    /// The new deadline in Norwegian time: 2026-12-01 (to the end of that day) or 2026-12-01T12:00
    #[arg(long, value_parser = parse_until)]
    until: Moment,
}

#[derive(Debug, Args)]
pub(super) struct Reason {
    /// Why, in bokmål; everyone will read it
    #[arg(long)]
    reason: String,
    /// Why, in nynorsk
    #[arg(long)]
    reason_nn: Option<String>,
    /// Why, in English
    #[arg(long)]
    reason_en: Option<String>,
}

impl From<Reason> for Localized {
    fn from(reason: Reason) -> Self {
        Self { nb: reason.reason, nn: reason.reason_nn, en: reason.reason_en }
    }
}

fn parse_until(text: &str) -> Result<Moment, String> {
    if let Ok(date) = text.parse::<jiff::civil::Date>()
        && text.len() == "2026-12-01".len()
    {
        return Ok(end_of_day(date));
    }
    let local: jiff::civil::DateTime = text.parse().map_err(|error: jiff::Error| error.to_string())?;
    let zoned = local.to_zoned(NORWAY.clone()).map_err(|error| error.to_string())?;
    Ok(Moment::new(zoned.timestamp()))
}

pub(super) async fn run(command: RoundCommand, environment: &Environment) -> Result<(), anyhow::Error> {
    match command {
        RoundCommand::Import { file, house } => import(&file, &house, environment).await,
        RoundCommand::Export { slug, out, house } => export(slug, out, &house, environment).await,
        RoundCommand::Open { slug, database } => decide(&database, slug, Decision::Open).await,
        RoundCommand::Extend { slug, until, reason, database } => {
            decide(&database, slug, Decision::Extend { until: until.until, reason: reason.into() }).await
        }
        RoundCommand::Close { slug, reason, database } => {
            decide(&database, slug, Decision::Close { reason: reason.into() }).await
        }
        RoundCommand::Reopen { slug, until, reason, database } => {
            decide(&database, slug, Decision::Reopen { until: until.until, reason: reason.into() }).await
        }
        RoundCommand::Conclude { slug, database } => {
            let store = database.open()?;
            show(&conclude_round(&store, slug, ACTOR, system_clock().now()).await.map_err(plain)?);
            Ok(())
        }
        RoundCommand::Archive { slug, database } => move_away(&database, slug, Archiving::PutAway).await,
        RoundCommand::Unarchive { slug, database } => move_away(&database, slug, Archiving::TakeOut).await,
        RoundCommand::List { database } => list(&database).await,
    }
}

async fn import(path: &Path, house: &House, environment: &Environment) -> Result<(), anyhow::Error> {
    let (settings, store) = house.open(environment)?;
    let files = open_files(&settings.storage)?;
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let file = round_file::read(&text).map_err(|faults| {
        let lines: String = faults.iter().map(|f| format!("\n  - {}: {}", f.field, f.problem)).collect();
        anyhow::anyhow!("{} has {} fault(s); nothing was changed:{lines}", path.display(), faults.len())
    })?;
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let read = |name: &str| fs::read(folder.join(name));
    let made = import_round(&store, &files, file, read, ACTOR, system_clock().now()).await;
    show(&made.map_err(plain)?);
    Ok(())
}

/// A stopped action for someone at a shell: why, and nothing more.
pub(super) fn plain<R: std::error::Error + Send + Sync + 'static>(stopped: Stopped<R>) -> anyhow::Error {
    match stopped {
        Stopped::Refused(refusal) => refusal.into(),
        Stopped::Failed(error) => error,
    }
}

async fn export(
    slug: String,
    out: Option<PathBuf>,
    house: &House,
    environment: &Environment,
) -> Result<(), anyhow::Error> {
    let (settings, store) = house.open(environment)?;
    let (file, papers) =
        export_round(&store, slug.clone()).await?.context(format!("there is no round {slug:?}"))?;
    let text = round_file::write(&file);
    let Some(path) = out else {
        print!("{text}");
        return Ok(());
    };
    let files = open_files(&settings.storage)?;
    let folder = path.parent().unwrap_or_else(|| Path::new(".")).join(&slug);
    for paper in &papers {
        let to = folder.join(&paper.name);
        fs::create_dir_all(to.parent().unwrap_or(&folder))?;
        let bytes = files.open(&paper.sha256).await?;
        let bytes = bytes.with_context(|| format!("the document {} has no bytes", paper.name))?;
        let bytes: Vec<_> = bytes.try_collect().await?;
        fs::write(to, bytes.concat())?;
    }
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    println!("Wrote {} and {} file(s) of documents.", path.display(), papers.len());
    Ok(())
}

async fn decide(database: &Database, slug: String, decision: Decision) -> Result<(), anyhow::Error> {
    let store = database.open()?;
    let round = move_deadline(&store, slug, decision, ACTOR, system_clock().now()).await.map_err(plain)?;
    show(&round);
    Ok(())
}

async fn move_away(database: &Database, slug: String, archiving: Archiving) -> Result<(), anyhow::Error> {
    let store = database.open()?;
    let round = archive_round(&store, slug, archiving, ACTOR, system_clock().now()).await.map_err(plain)?;
    show(&round);
    Ok(())
}

async fn list(database: &Database) -> Result<(), anyhow::Error> {
    for round in database.open()?.read(consultations::list).await? {
        show(&round);
    }
    Ok(())
}

fn show(round: &Consultation) {
    let phase = round.phase(system_clock().now()).name();
    let deadline = dates::deadline(Language::En, round.closes_at);
    println!("{:<10} {}  {} ({deadline})", phase, round.slug, round.title.nb);
}
