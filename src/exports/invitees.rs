//! The list of consulted bodies as a spreadsheet, with how far each has come.

use super::MOMENT_FORMAT;
use crate::domain::clock::Moment;
use crate::domain::export::neutralised;
use crate::domain::invitee::Standing;
use crate::domain::letter::LetterState;
use crate::domain::respondent::OrgNumber;
use csv::Terminator;
use std::io::{self, Write};

/// Excel reads a file as UTF-8 only when it starts with this.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// The first line. The first four are what a list is made of, so that the file can be read in again.
const COLUMNS: [&str; 12] = [
    "name",
    "email",
    "org_number",
    "language",
    "status",
    "added_at",
    "invited_at",
    "last_letter_at",
    "last_letter",
    "opened_at",
    "answered_at",
    "references",
];

/// Writes the list as CSV for spreadsheets: semicolon, byte order mark, neutralised cells.
///
/// # Errors
/// When `out` does not take it.
pub fn write(mut out: impl Write, list: &[Standing]) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut csv = csv::WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(out);
    csv.write_record(COLUMNS)?;
    for standing in list {
        let cells = cells(standing).map(|cell| neutralised(&cell).into_owned());
        csv.write_record(&cells)?;
    }
    csv.flush()
}

fn cells(standing: &Standing) -> [String; COLUMNS.len()] {
    let (invitee, last) = (&standing.invitee, standing.last_letter());
    let facts = &invitee.facts;
    let references: Vec<&str> = standing.answers.iter().map(|answer| answer.reference.as_str()).collect();
    [
        facts.name.clone(),
        facts.address.clone(),
        facts.org_number.as_ref().map(OrgNumber::as_str).unwrap_or_default().to_owned(),
        facts.language.tag().to_owned(),
        standing.state().name().to_owned(),
        moment(Some(invitee.added_at)),
        moment(standing.invited_at()),
        moment(last.map(|letter| letter.written_at)),
        last.and_then(|letter| letter.state).map(LetterState::name).unwrap_or_default().to_owned(),
        moment(invitee.opened_at),
        moment(standing.answers.last().map(|answer| answer.received_at)),
        references.join(" "),
    ]
}

fn moment(at: Option<Moment>) -> String {
    at.map(|at| at.in_norway().strftime(MOMENT_FORMAT).to_string()).unwrap_or_default()
}
