//! Staff take a round's submissions out as a file, grouped by theme.

use super::Stopped;
use crate::domain::attachment::Attachment;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::export::{Dialect, ExportFilter};
use crate::domain::language::Language;
use crate::domain::reference::Reference;
use crate::exports::csv::{Header, SheetWriter, Written};
use crate::exports::provenance::{Facts, Provenance, build};
use crate::store::{Change, Reading, Store, StoreError, attachments, consultations, submissions};
use std::io::Write;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Export {
    /// The round.
    pub slug: String,
    /// Which submissions.
    pub filter: ExportFilter,
    /// How the file is written.
    pub dialect: Dialect,
    /// What stands in its first line.
    pub header: Header,
    /// The language of themes and questions.
    pub language: Language,
    /// The name that the file gets.
    pub file_name: String,
    /// Who asks.
    pub made_by: Actor,
}

/// There is no such round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such round")]
pub struct NoRound;

/// Writes the file to `out`, row by row from one moment of the database, and returns where it
/// came from. It is done only when the rows written are the rows counted.
///
/// # Errors
/// [`NoRound`]; `Failed` when the rows written are not the rows counted.
pub async fn export_submissions(
    store: &Store,
    export: Export,
    out: impl Write + Send + 'static,
    now: Moment,
) -> Result<Provenance, Stopped<NoRound>> {
    let asked = export.clone();
    let made = store.read_snapshot(move |tx| write(tx, &asked, out)).await?;
    let Made { round, submissions, files, counted, written } = made.ok_or(Stopped::Refused(NoRound))?;
    if written.rows != counted {
        let (rows, slug) = (written.rows, &round.slug);
        return Err(Stopped::Failed(anyhow::anyhow!("export of {slug}: {rows} rows of {counted} written")));
    }
    let provenance = build(&Facts {
        schema_version: "1",
        round: &round,
        made_at: now,
        made_by: &export.made_by.to_string(),
        filter: export.filter,
        submissions,
        attachments: &files,
        file_name: &export.file_name,
        dialect: export.dialect,
        header: export.header,
        written: &written,
    });
    let (actor, subject) = (export.made_by, format!("{}: {} rows", round.slug, written.rows));
    store
        .change(move |_| {
            let (actor, subject) = (actor.clone(), subject.clone());
            let audit = AuditEntry { at: now, actor, event: Event::SubmissionsExported, subject };
            Ok(Change { result: (), audit })
        })
        .await?;
    Ok(provenance)
}

struct Made {
    round: Consultation,
    submissions: u64,
    files: Vec<(Reference, Attachment)>,
    counted: u64,
    written: Written,
}

fn write(tx: &mut Reading<'_>, export: &Export, out: impl Write) -> Result<Option<Made>, StoreError> {
    let Some(round) = consultations::find_by_slug(tx, &export.slug)? else { return Ok(None) };
    let (submissions, counted) = submissions::count_sheet_rows(tx, &round, export.filter)?;
    let files = attachments::list_of_round(tx, &round, export.filter)?;
    let mut sheet = SheetWriter::new(out, export.dialect, export.header).map_err(StoreError::Sink)?;
    submissions::for_each_sheet_row(tx, &round, export.filter, export.language, |row| {
        sheet.write(row).map_err(StoreError::Sink)
    })?;
    let written = sheet.finish().map_err(StoreError::Sink)?;
    Ok(Some(Made { round, submissions, files, counted, written }))
}
