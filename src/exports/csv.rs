//! The spreadsheet of answers, written row by row.

use super::MOMENT_FORMAT;
pub use super::columns::Header;
use crate::domain::clock::Moment;
use crate::domain::export::{AnswerRow, COLUMNS, Dialect, neutralised};
use crate::domain::submission::to_hex;
use csv::Terminator;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Excel reads a file as UTF-8 only when it starts with this.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const BUFFER_BYTES: usize = 64 * 1024;

/// Writes answers as CSV. A sheet that is dropped before [`Self::finish`] is not a whole file.
pub struct SheetWriter<W: Write> {
    csv: csv::Writer<Tally<W>>,
    dialect: Dialect,
    rows: u64,
    rows_without_comment: u64,
    per_theme: Vec<ThemeRows>,
    /// One moment at a time in text, so that a million rows need one allocation.
    received_at: String,
}

/// What was written. Its counts are of the rows themselves, so that the caller can hold them
/// against what the database counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Rows, without the header.
    pub rows: u64,
    /// Those among them that stand for a submission without comment.
    pub rows_without_comment: u64,
    /// The other rows, each an answer, by theme in the order they came.
    pub per_theme: Vec<ThemeRows>,
    /// The size of the file.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// How many answers there are to one theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemeRows {
    /// The theme's number in the form.
    pub theme_no: i32,
    /// The theme.
    pub theme: String,
    /// Its answers.
    pub answers: u64,
}

impl<W: Write> SheetWriter<W> {
    /// Starts a sheet with its header.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn new(out: W, dialect: Dialect, header: Header) -> io::Result<Self> {
        let mut out = Tally { out, hasher: Sha256::new(), bytes: 0 };
        let delimiter = match dialect {
            Dialect::Excel => {
                out.write_all(BYTE_ORDER_MARK)?;
                b';'
            }
            Dialect::Rfc4180 => b',',
        };
        let mut csv = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(Terminator::CRLF)
            .buffer_capacity(BUFFER_BYTES)
            .from_writer(out);
        csv.write_record(header.cells())?;
        Ok(Self {
            csv,
            dialect,
            rows: 0,
            rows_without_comment: 0,
            per_theme: Vec::new(),
            received_at: String::new(),
        })
    }

    /// Writes one row.
    ///
    /// # Errors
    /// When the file does not take it.
    pub fn write(&mut self, row: &AnswerRow) -> io::Result<()> {
        set_moment(&mut self.received_at, row.received_at);
        let theme_no = row.theme_no.map(|number| number.to_string()).unwrap_or_default();
        let form_version = row.form_version.map(|number| number.to_string()).unwrap_or_default();
        let cells: [&str; COLUMNS.len()] = [
            &theme_no,
            &row.theme,
            &row.question,
            &row.reference,
            &self.received_at,
            if row.late { "true" } else { "false" },
            &row.status,
            &row.channel,
            &row.respondent_kind,
            &row.respondent,
            &row.organisation,
            &row.org_number,
            &row.language,
            &row.answer,
            &form_version,
        ];
        match self.dialect {
            Dialect::Excel => {
                self.csv.write_record(cells.map(neutralised).iter().map(|cell| cell.as_bytes()))
            }
            Dialect::Rfc4180 => self.csv.write_record(cells),
        }?;
        self.count(row);
        Ok(())
    }

    fn count(&mut self, row: &AnswerRow) {
        self.rows += 1;
        let Some(theme_no) = row.theme_no else {
            self.rows_without_comment += 1;
            return;
        };
        // Rows come in theme order, so the theme is nearly always the last one.
        let known =
            self.per_theme.iter_mut().rev().find(|rows| rows.theme_no == theme_no && rows.theme == row.theme);
        match known {
            Some(rows) => rows.answers += 1,
            None => self.per_theme.push(ThemeRows { theme_no, theme: row.theme.clone(), answers: 1 }),
        }
    }

    /// Hands everything to `out` and says what was written.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn finish(mut self) -> io::Result<Written> {
        self.csv.flush()?;
        let tally = self.csv.get_ref();
        Ok(Written {
            rows: self.rows,
            rows_without_comment: self.rows_without_comment,
            per_theme: std::mem::take(&mut self.per_theme),
            bytes: tally.bytes,
            sha256: to_hex(&tally.hasher.clone().finalize()),
        })
    }
}

fn set_moment(text: &mut String, moment: Moment) {
    text.clear();
    // Writing to a String cannot fail.
    let _ = write!(text, "{}", moment.in_norway().strftime(MOMENT_FORMAT));
}

/// Counts and hashes what passes through it.
struct Tally<W> {
    out: W,
    hasher: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Tally<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(buffer)?;
        self.hasher.update(buffer.get(..taken).unwrap_or(buffer));
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
#[path = "csv_tests.rs"]
mod tests;
