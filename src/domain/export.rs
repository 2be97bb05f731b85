//! An export: what it holds, in what order, and what must be said about it.

use super::clock::Moment;
use super::submission::Status;

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// For spreadsheets: semicolon, UTF-8 with byte order mark, CRLF, neutralised cells.
    Excel,
    /// RFC 4180: comma, no byte order mark, raw text.
    Rfc4180,
}

impl Dialect {
    /// The stable machine name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Excel => "excel",
            Self::Rfc4180 => "rfc4180",
        }
    }
}

/// Which submissions an export holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExportFilter {
    /// Only those with this status; all where it is `None`.
    pub status: Option<Status>,
    /// Only late ones, or only those on time; all where it is `None`.
    pub late: Option<bool>,
}

/// One row: one answer. A submission without any, «uten merknad» or with files alone, has one row, with
/// neither theme number nor answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The theme's number in the form.
    pub theme_no: Option<i32>,
    /// The theme.
    pub theme: String,
    /// The question.
    pub question: String,
    /// The submission's reference.
    pub reference: String,
    /// When the exported revision was received.
    pub received_at: Moment,
    /// Whether that was at or after the deadline.
    pub late: bool,
    /// Whether the submission stands.
    pub status: String,
    /// How it came in.
    pub channel: String,
    /// Person, organisation or group.
    pub respondent_kind: String,
    /// The respondent's name.
    pub respondent: String,
    /// Their organisation.
    pub organisation: String,
    /// Its number.
    pub org_number: String,
    /// The language of the submission.
    pub language: String,
    /// The answer as it was received.
    pub answer: String,
    /// The number of the form version that was answered.
    pub form_version: Option<i32>,
}

/// The columns of the CSV, in order, by their stable machine names.
pub const COLUMNS: [&str; 15] = [
    "theme_no",
    "theme",
    "question",
    "reference",
    "received_at",
    "late",
    "status",
    "channel",
    "respondent_kind",
    "respondent",
    "organisation",
    "org_number",
    "language",
    "answer",
    "form_version",
];

/// A cell that a spreadsheet will take as text: one that would start a formula gets an
/// apostrophe in front.
///
/// Source: OWASP, «CSV Injection» (`=`, `+`, `-`, `@`, tab, carriage return), and their
/// full-width twins, which some spreadsheets also take.
#[must_use]
pub fn neutralised(cell: &str) -> std::borrow::Cow<'_, str> {
    let starts_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if starts_formula { format!("'{cell}").into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_could_start_a_formula_are_neutralised() {
        for cell in ["=1+1", "+47", "-1", "@sum", "\tx", "\r=x", "＝1"] {
            assert_eq!(neutralised(cell), format!("'{cell}"));
        }
        for cell in ["", "ja", " =1", "1-2", "'="] {
            assert_eq!(neutralised(cell), cell);
        }
    }
}
