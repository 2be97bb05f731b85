//! Where an export comes from: what goes in a file beside it.

use super::MOMENT_FORMAT;
use super::columns::{Column, Header, described};
use super::csv::{ThemeRows, Written};
use crate::domain::attachment::Attachment;
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::deadline::last_day;
use crate::domain::export::{Dialect, ExportFilter};
use crate::domain::language::Localized;
use crate::domain::reference::Reference;
use crate::domain::submission::Status;
use serde::Serialize;

/// What is known about an export before it is described.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The version of the database's schema.
    pub schema_version: &'a str,
    /// The round, as it was when the export was made.
    pub round: &'a Consultation,
    /// When it was made.
    pub made_at: Moment,
    /// Who made it.
    pub made_by: &'a str,
    /// Which submissions it holds.
    pub filter: ExportFilter,
    /// How many submissions that is, as the database counts them.
    pub submissions: u64,
    /// The files that go with them.
    pub attachments: &'a [(Reference, Attachment)],
    /// The name of the file, without folders.
    pub file_name: &'a str,
    /// How it is written.
    pub dialect: Dialect,
    /// What its first line says.
    pub header: Header,
    /// What was written.
    pub written: &'a Written,
}

/// The provenance of one export, field by field as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Provenance {
    service: &'static str,
    service_version: &'static str,
    schema_version: String,
    round: Round,
    /// UTC.
    made_at: String,
    made_by: String,
    filter: Filter,
    phase: &'static str,
    /// Whether answers may still come in on time.
    provisional: bool,
    /// The first instant that is too late, in Norwegian time.
    deadline: String,
    /// The last day on which one may answer.
    deadline_last_day: String,
    counts: Counts,
    file: File,
    /// The files of the submissions; the spreadsheet has no place for them.
    attachments: Vec<AttachedFile>,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct AttachedFile {
    /// The submission's.
    reference: String,
    role: &'static str,
    name: String,
    kind: &'static str,
    size_bytes: i64,
    sha256: String,
    /// What the virus scanner says.
    scan: &'static str,
}

impl From<&(Reference, Attachment)> for AttachedFile {
    fn from((reference, file): &(Reference, Attachment)) -> Self {
        Self {
            reference: reference.to_string(),
            role: file.role.name(),
            name: file.name.clone(),
            kind: file.kind.name(),
            size_bytes: file.size_bytes,
            sha256: file.sha256.clone(),
            scan: file.scan.name(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Round {
    slug: String,
    title: Localized,
    case_number: String,
}

/// `null` means all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Filter {
    status: Option<&'static str>,
    late: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Counts {
    submissions: u64,
    answers: u64,
    rows: u64,
    rows_without_comment: u64,
    per_theme: Vec<ThemeRows>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct File {
    name: String,
    dialect: &'static str,
    bytes: u64,
    sha256: String,
}

/// Describes an export.
#[must_use]
pub fn build(facts: &Facts<'_>) -> Provenance {
    let (round, written) = (facts.round, facts.written);
    let phase = round.phase(facts.made_at);
    Provenance {
        service: env!("CARGO_PKG_NAME"),
        service_version: env!("CARGO_PKG_VERSION"),
        schema_version: facts.schema_version.to_owned(),
        round: Round {
            slug: round.slug.clone(),
            title: round.title.clone(),
            case_number: round.case_number.clone(),
        },
        made_at: facts.made_at.to_string(),
        made_by: facts.made_by.to_owned(),
        filter: Filter { status: facts.filter.status.map(Status::name), late: facts.filter.late },
        phase: phase.name(),
        provisional: !phase.is_over(),
        deadline: round.closes_at.in_norway().strftime(MOMENT_FORMAT).to_string(),
        deadline_last_day: last_day(round.closes_at).to_string(),
        counts: Counts {
            submissions: facts.submissions,
            answers: written.rows - written.rows_without_comment,
            rows: written.rows,
            rows_without_comment: written.rows_without_comment,
            per_theme: written.per_theme.clone(),
        },
        file: File {
            name: facts.file_name.to_owned(),
            dialect: facts.dialect.name(),
            bytes: written.bytes,
            sha256: written.sha256.clone(),
        },
        attachments: facts.attachments.iter().map(AttachedFile::from).collect(),
        columns: described(facts.dialect, facts.header),
    }
}

impl Provenance {
    /// Whether answers may still come in on time; the export is then marked «foreløpig».
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.provisional
    }

    /// How many rows the export has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.counts.rows
    }

    /// The text of the file: JSON on many lines, with a line end at the end.
    ///
    /// # Errors
    /// Never for these fields; the type is the library's.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }
}

#[cfg(test)]
#[path = "provenance_tests.rs"]
mod tests;
