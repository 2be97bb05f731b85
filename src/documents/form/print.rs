//! The form as a PDF: its pieces as blocks for the one layout.

use super::fields::{Field, plain};
use super::paper::{Line, Piece, Run, pieces, title};
use super::{FormSheet, Format};
use crate::documents::glyphs::shown_line;
use crate::documents::tree::{Block, Inline};
use crate::documents::{PdfMeta, TypesetError, pdf};
use crate::domain::deadline::start_of_day;
use crate::domain::language::Language;

pub(super) fn typeset(sheet: &FormSheet) -> Result<Vec<u8>, TypesetError> {
    let title = plain(&title(sheet));
    let meta = PdfMeta {
        title: &title,
        language: sheet.language,
        author: "",
        made_at: start_of_day(sheet.round.announced_on),
    };
    let mut all = Vec::new();
    for block in pieces(sheet, Format::Pdf).iter().flat_map(|piece| blocks(sheet.language, piece)) {
        match (all.last_mut(), block) {
            (Some(Block::Fields { fields: before }), Block::Fields { fields }) => before.extend(fields),
            (_, block) => all.push(block),
        }
    }
    pdf::typeset_blocks(all, &meta)
}

/// `main` is the language of the document, which need not be said again.
fn blocks(main: Language, piece: &Piece) -> Vec<Block> {
    let heading = |level, line: &Line| Block::Heading { level, inline: inline(main, line) };
    let paragraph = |line: &Line| Block::Paragraph { inline: inline(main, line) };
    match piece {
        Piece::Sender(line) => vec![Block::Small { inline: inline(main, line) }],
        Piece::Title(line) => vec![heading(1, line)],
        Piece::Heading(line) => vec![heading(2, line)],
        Piece::Deadline(line) => {
            vec![Block::Paragraph { inline: vec![Inline::Strong { inline: inline(main, line) }] }]
        }
        Piece::Facts(facts) => {
            let row = |(name, value): &(Line, Line)| (inline(main, name), inline(main, value));
            vec![Block::Facts { rows: facts.iter().map(row).collect() }]
        }
        Piece::Paragraph(line) => vec![paragraph(line)],
        Piece::Notice(title, lines) => {
            vec![heading(2, title), Block::Notice { blocks: lines.iter().map(paragraph).collect() }]
        }
        Piece::Field(Field { label, help, .. }) => {
            vec![Block::Fields { fields: vec![(inline(main, label), inline(main, help))] }]
        }
        Piece::Tick(Field { label, help, .. }) => {
            vec![Block::Tick { label: inline(main, label), help: inline(main, help) }]
        }
        Piece::Question(field) => vec![question(main, field)],
        Piece::More(title, line) => {
            vec![Block::Room { blocks: vec![heading(2, title), Block::Small { inline: inline(main, line) }] }]
        }
    }
}

/// What is asked, and room for the answer: much, a line, or boxes.
fn question(main: Language, field: &Field) -> Block {
    let small = |line: &Line| Block::Small { inline: inline(main, line) };
    let mut blocks = vec![Block::Heading { level: 2, inline: inline(main, &field.label) }];
    let wording = (!field.wording.is_empty()).then(|| inline(main, &field.wording));
    blocks.extend(wording.map(|inline| Block::Paragraph { inline }));
    blocks.extend([&field.help, &field.instruction].into_iter().filter(|line| !line.is_empty()).map(small));
    if field.options.is_empty() && !field.is_line {
        return Block::Room { blocks };
    }
    let tick = |option: &Line| Block::Tick { label: inline(main, option), help: Vec::new() };
    blocks.extend(field.options.iter().map(tick));
    blocks.extend(field.options.is_empty().then_some(Block::Line));
    Block::Asked { blocks }
}

fn inline(main: Language, line: &Line) -> Vec<Inline> {
    line.iter().flat_map(|run| of_run(main, run)).collect()
}

fn of_run(main: Language, run: &Run) -> Vec<Inline> {
    let mut words = Vec::new();
    for (number, part) in run.text.split('\n').enumerate() {
        words.extend((number > 0).then_some(Inline::Break));
        words.push(Inline::Text { text: shown_line(part) });
    }
    let address = run.address.as_deref().and_then(|address| url::Url::parse(address).ok());
    let words = match address {
        Some(address) => vec![Inline::Link { address: address.into(), inline: words }],
        None => words,
    };
    if run.language == main {
        return words;
    }
    vec![Inline::Foreign { language: run.language.tag(), region: pdf::region(run.language), inline: words }]
}
