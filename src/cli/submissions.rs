//! `import` and `export`: submissions in from a file, and out to one.

use super::rounds::plain;
use super::{ACTOR, Database, Environment, House};
use crate::actions::Stopped;
use crate::actions::export_submissions::{Export, export_submissions};
use crate::actions::import_submissions::import_submissions;
use crate::domain::export::{Dialect, ExportFilter};
use crate::domain::language::Language;
use crate::domain::submission::Status;
use crate::exports::csv::Header;
use crate::exports::import_file::{self, Fault};
use crate::startup::system_clock;
use anyhow::Context;
use clap::{Args, ValueEnum};
use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The file (JSON)
    file: PathBuf,
    #[command(flatten)]
    house: House,
}

pub(super) async fn import(args: ImportArgs, environment: &Environment) -> Result<(), anyhow::Error> {
    let (_, hasher, store) = args.house.open_with_hasher(environment)?;
    let json =
        fs::read_to_string(&args.file).with_context(|| format!("cannot read {}", args.file.display()))?;
    let file = import_file::read(&json);
    match import_submissions(&store, hasher, file, system_clock().now()).await {
        Ok(imported) => {
            println!("Registered {}; {} had been registered before.", imported.added, imported.unchanged);
            Ok(())
        }
        Err(Stopped::Refused(faults)) => Err(told(&args.file, &faults)),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

fn told(path: &Path, faults: &[Fault]) -> anyhow::Error {
    let line = |fault: &Fault| format!("\n  - entry {}, {}: {}", fault.entry, fault.field, fault.problem);
    let lines: String = faults.iter().map(line).collect();
    anyhow::anyhow!("{} has {} fault(s); nothing was changed:{lines}", path.display(), faults.len())
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The round
    slug: String,
    /// Where to; its provenance is written beside it, with .provenance.json after the name
    #[arg(long)]
    out: PathBuf,
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// excel: semicolon, byte order mark, neutralised cells; rfc4180: comma, raw text
    #[arg(long, value_enum, default_value = "excel")]
    dialect: DialectChoice,
    /// What stands in the first line
    #[arg(long, value_enum, default_value = "names")]
    header: HeaderChoice,
    /// Only submissions with this status
    #[arg(long, value_enum)]
    status: Option<StatusChoice>,
    /// Only late ones (true) or only those on time (false)
    #[arg(long)]
    late: Option<bool>,
    #[command(flatten)]
    database: Database,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DialectChoice {
    Excel,
    Rfc4180,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum HeaderChoice {
    Names,
    Labels,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StatusChoice {
    Received,
    Withdrawn,
}

/// Writes to a file beside the wanted one and renames it at the end, so that a half-written
/// export is never taken for a whole one.
pub(super) async fn export(args: ExportArgs) -> Result<(), anyhow::Error> {
    let Format::Csv = args.format;
    let store = args.database.open()?;
    let folder = args.out.parent().filter(|path| !path.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let half = tempfile::NamedTempFile::new_in(folder)
        .with_context(|| format!("cannot write in {}", folder.display()))?;
    let name = args.out.file_name().context("--out must name a file")?.to_string_lossy().into_owned();
    let export = Export {
        slug: args.slug,
        filter: ExportFilter {
            status: args.status.map(|status| match status {
                StatusChoice::Received => Status::Received,
                StatusChoice::Withdrawn => Status::Withdrawn,
            }),
            late: args.late,
        },
        dialect: match args.dialect {
            DialectChoice::Excel => Dialect::Excel,
            DialectChoice::Rfc4180 => Dialect::Rfc4180,
        },
        header: match args.header {
            HeaderChoice::Names => Header::Machine,
            HeaderChoice::Labels => Header::Labels(Language::Nb),
        },
        language: Language::Nb,
        file_name: name.clone(),
        made_by: ACTOR,
    };
    let out = BufWriter::new(half.reopen()?);
    let provenance = export_submissions(&store, export, out, system_clock().now()).await.map_err(plain)?;
    half.as_file().sync_all()?;
    half.persist(&args.out)?;
    let beside = args.out.with_file_name(format!("{name}.provenance.json"));
    fs::write(&beside, provenance.to_json()?)?;
    let provisional = if provenance.is_provisional() { " Provisional: the round is not closed." } else { "" };
    println!("Wrote {} row(s) to {}.{provisional}", provenance.rows(), args.out.display());
    Ok(())
}
