//! Reading a form that comes back: from the bytes of a document to its lines, and from the lines to
//! the form's fields.
//!
//! A document that people hand in is hostile until it has been read. So nothing is believed that it
//! says of its own size, nothing is followed that it points to, and all that it can make us do is
//! counted ([`Bounds`]).

mod archive;
mod choices;
mod docx;
mod gauge;
mod numbering;
mod odt;
mod odt_lists;
mod odt_styles;
mod ranges;
mod recognise;
mod sections;
mod sheet;
mod styles;
mod symbols;
mod vocabulary;
mod word_body;
mod word_inside;
mod word_paragraph;
mod xml;

#[cfg(test)]
mod choices_tests;
#[cfg(test)]
mod docx_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod odt_tests;
#[cfg(test)]
mod recognise_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod survival_tests;

pub use gauge::{Bounds, Unread};
pub use recognise::{By, Filled, Found, recognise};
pub use sheet::{Bookmark, Control, Paragraph, Sheet};

use crate::domain::file::FileKind;
use gauge::Gauge;
use std::io::{Read, Seek};

/// Reads a text document.
///
/// `is_out_of_time` is asked about once for every eight kilobytes; what it measures with is the
/// caller's affair. The work is the processor's: call it from a blocking thread.
pub fn read_document(
    file: impl Read + Seek,
    kind: FileKind,
    bounds: Bounds,
    is_out_of_time: impl Fn() -> bool,
) -> Result<Sheet, Unread> {
    let gauge = Gauge::new(bounds, &is_out_of_time);
    let read = match kind {
        FileKind::Docx => archive::open(file, &gauge).and_then(|archive| docx::read(archive, &gauge)),
        FileKind::Odt => archive::open(file, &gauge).and_then(|archive| odt::read(archive, &gauge)),
        _ => Err(Unread::NotADocument),
    };
    read.map_err(|unread| gauge.cause(unread))
}
