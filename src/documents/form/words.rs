//! All that a form prints, as plain text: whoever reads it back must know what nobody wrote.

use super::fields::{Field, plain};
use super::paper::{Line, Piece, pieces};
use super::{FormSheet, Format, UNTICKED};

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
        Piece::Field(field) | Piece::Tick(field) | Piece::Question(field) => {
            let Field { label, wording, help, instruction, options, .. } = field;
            let mut said: Vec<String> = all(&[label, wording, help, instruction]);
            // Never without its box: «Ja» alone may be somebody's answer to another question.
            said.extend(options.iter().map(|option| format!("{UNTICKED}\t{}", plain(option))));
            said
        }
        Piece::More(heading, line) => all(&[heading, line]),
    }
}
