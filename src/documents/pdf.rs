//! Typst at work: one constant layout, the words as a data file beside it, and no other file.

use super::glyphs::{FONTS, shown_line};
use super::tree::Block;
use super::{PdfMeta, TypesetError, blocks, headings};
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use serde::Serialize;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static LAYOUT: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("layout.typ")));

/// The path by which the layout asks for its words.
const WORDS: &str = "document.json";

/// What the layout reads.
#[derive(Serialize)]
struct Words {
    title: String,
    author: String,
    language: &'static str,
    region: &'static str,
    blocks: Vec<Block>,
}

pub(super) fn typeset(markdown: &str, meta: &PdfMeta) -> Result<Vec<u8>, TypesetError> {
    typeset_blocks(headings::with_title(meta.title.trim(), blocks::parse(markdown)), meta)
}

/// Blocks whose headings are in order, of which the first is one of the first level or stands under
/// small print.
pub(super) fn typeset_blocks(blocks: Vec<Block>, meta: &PdfMeta) -> Result<Vec<u8>, TypesetError> {
    let words = Words {
        title: shown_line(meta.title.trim()),
        author: shown_line(meta.author.trim()),
        language: meta.language.tag(),
        region: region(meta.language),
        blocks,
    };
    let words = serde_json::to_vec(&words).map_err(|error| TypesetError::Refused(error.to_string()))?;
    let pdf = compile(&Desk { words: Bytes::new(words) }, meta.made_at);
    // Typst remembers what it has computed for as long as the program runs: let go of the words.
    typst::comemo::evict(0);
    pdf
}

/// The country whose way of writing a language we follow.
pub(super) fn region(language: Language) -> &'static str {
    if language == Language::En { "GB" } else { "NO" }
}

fn compile(desk: &Desk, made_at: Moment) -> Result<Vec<u8>, TypesetError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| TypesetError::Refused(error.message().to_string()))?;
    let options = PdfOptions {
        standards,
        creator: Smart::Custom(Some("Innspill".into())),
        timestamp: timestamp(made_at),
        ..PdfOptions::default()
    };
    let document = typst::compile(desk).output.map_err(|errors| refused(&errors))?;
    typst_pdf::pdf(&document, &options).map_err(|errors| refused(&errors))
}

/// The moment as PDF writes it; none for a year that it cannot write.
fn timestamp(at: Moment) -> Option<Timestamp> {
    let at = at.timestamp().to_zoned(jiff::tz::TimeZone::UTC);
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()].map(i8::unsigned_abs);
    Datetime::from_ymd_hms(at.year().into(), month, day, hour, minute, second).map(Timestamp::new_utc)
}

/// The typesetter's messages without what they quote: that may be somebody's answer, and errors
/// are logged.
fn refused(errors: &[SourceDiagnostic]) -> TypesetError {
    let messages: Vec<String> = errors
        .iter()
        .map(|error| error.message.split('`').step_by(2).collect::<Vec<_>>().join("…"))
        .collect();
    TypesetError::Refused(messages.join("; "))
}

/// All that a document can reach while it is typeset.
struct Desk {
    words: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        FONTS.book()
    }

    fn main(&self) -> FileId {
        LAYOUT.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == LAYOUT.id() { Ok(LAYOUT.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if *path.root() == typst::syntax::VirtualRoot::Project && path.vpath().get_without_slash() == WORDS {
            Ok(self.words.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.font(index)
    }

    /// None: a document that knew the day would differ from one day to the next.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
