//! All that a form prints, as plain text: whoever reads it back must know what nobody wrote.

use super::fields::{Field, plain};
use super::paper::{Line, Piece, pieces};
use super::{FormSheet, Format};

/// Every paragraph of the DOCX that is the form's own.
#[must_use]
pub fn words(sheet: &FormSheet) -> Vec<String> {
    let said = pieces(sheet, Format::Docx).iter().flat_map(paragraphs).collect::<Vec<_>>();
    said.into_iter().filter(|text| !text.is_empty()).collect()
}

fn paragraphs(piece: &Piece) -> Vec<String> {
    let all = |lines: &[&Line]| lines.iter().map(|line| plain(line)).collect();
    match piece {
        Piece::Sender(line)
        | Piece::Title(line)
        | Piece::Deadline(line)
        | Piece::Heading(line)
        | Piece::Paragraph(line) => all(&[line]),
        Piece::Facts(facts) => {
            facts.iter().map(|(name, value)| format!("{}:\t{}", plain(name), plain(value))).collect()
        }
        Piece::Notice(heading, lines) => std::iter::once(heading).chain(lines).map(plain).collect(),
        Piece::Field(Field { label, wording, help, .. })
        | Piece::Tick(Field { label, wording, help, .. })
        | Piece::Question(Field { label, wording, help, .. }) => all(&[label, wording, help]),
        Piece::More(heading, line) => all(&[heading, line]),
    }
}
