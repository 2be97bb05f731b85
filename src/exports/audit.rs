//! The audit log as a spreadsheet, written line by line.

use super::MOMENT_FORMAT;
use crate::domain::audit::AuditLine;
use crate::domain::export::neutralised;
use csv::Terminator;
use std::io::{self, Write};

/// Excel reads a file as UTF-8 only when it starts with this.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const COLUMNS: [&str; 5] = ["at", "actor", "event", "subject", "line"];

/// Writes lines as CSV for spreadsheets: semicolon, byte order mark, neutralised cells.
pub struct LogWriter<W: Write> {
    csv: csv::Writer<W>,
    lines: u64,
}

impl<W: Write> LogWriter<W> {
    /// Starts a file with its header.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK)?;
        let mut csv = csv::WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(out);
        csv.write_record(COLUMNS)?;
        Ok(Self { csv, lines: 0 })
    }

    /// Writes one line.
    ///
    /// # Errors
    /// When the file does not take it.
    pub fn write(&mut self, line: &AuditLine) -> io::Result<()> {
        let at = line.at.in_norway().strftime(MOMENT_FORMAT).to_string();
        let id = line.id.to_string();
        let cells = [&at, &line.actor, &line.event, &line.subject, &id].map(|cell| neutralised(cell));
        self.csv.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
        self.lines += 1;
        Ok(())
    }

    /// Hands everything to `out` and says how many lines were written.
    ///
    /// # Errors
    /// When `out` does not take it.
    pub fn finish(mut self) -> io::Result<u64> {
        self.csv.flush()?;
        Ok(self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::AuditId;

    #[test]
    fn a_cell_that_could_start_a_formula_is_neutralised() {
        let mut file = Vec::new();
        let mut writer = LogWriter::new(&mut file).unwrap();
        let line = AuditLine {
            id: AuditId(uuid::Uuid::nil()),
            at: "2026-06-10T10:00:00.5Z".parse().unwrap(),
            actor: "@reader:siri".to_owned(),
            event: "submission.read".to_owned(),
            subject: "=1+1;\"x\"".to_owned(),
        };
        writer.write(&line).unwrap();
        assert_eq!(writer.finish().unwrap(), 1);
        assert_eq!(
            String::from_utf8(file).unwrap(),
            "\u{feff}at;actor;event;subject;line\r\n2026-06-10T12:00:00.500+02:00;'@reader:siri;\
             submission.read;\"'=1+1;\"\"x\"\"\";00000000-0000-0000-0000-000000000000\r\n"
        );
    }
}
