//! The document writers and readers: Markdown becomes an accessible PDF, a round its form, and a form
//! that comes back its fields.

#[cfg(feature = "pdf")]
mod blocks;
#[cfg(feature = "pdf")]
mod glyphs;
#[cfg(feature = "pdf")]
mod headings;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(all(test, feature = "pdf"))]
mod pdf_tests;
#[cfg(feature = "pdf")]
mod tree;

pub mod form;
pub mod marks;
pub mod reading;

use crate::domain::clock::Moment;
use crate::domain::language::Language;

/// What a PDF says about itself, apart from its text.
#[derive(Debug, Clone, Copy)]
pub struct PdfMeta<'a> {
    /// The document's title. Stands first on the page unless the Markdown opens with a heading of
    /// the first level.
    pub title: &'a str,
    /// The language that the text is written in; screen readers choose their voice by it.
    pub language: Language,
    /// The unit that stands behind the document, printed above the title. May be empty.
    pub author: &'a str,
    /// When the document's content came to be; PDF/A wants it, and the reader of an archive too.
    pub made_at: Moment,
}

/// Why no PDF was made.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// PDF/UA wants a title.
    #[error("the document has no title")]
    NoTitle,
    /// The typesetter or the check of the archive standards refused the document.
    #[error("the document could not be typeset: {0}")]
    Refused(String),
    /// The program was built without typst.
    #[error("this program was built without PDF documents (cargo feature `pdf`)")]
    NotBuiltIn,
}

/// Typesets Markdown as a tagged PDF that conforms to PDF/UA-1 and PDF/A-2a. The same input gives
/// the same bytes.
///
/// Takes CommonMark with tables. Nothing is fetched: a picture becomes its alternative text, and
/// only absolute web, mail and telephone addresses become links. Other HTML than `<br>` stands as
/// it was written, characters without a glyph become U+FFFD. The work is heavy on long documents
/// (about a megabyte of memory per page): call it from a blocking thread, one at a time.
pub fn typeset(markdown: &str, meta: &PdfMeta) -> Result<Vec<u8>, TypesetError> {
    if meta.title.trim().is_empty() {
        return Err(TypesetError::NoTitle);
    }
    #[cfg(feature = "pdf")]
    return pdf::typeset(markdown, meta);
    #[cfg(not(feature = "pdf"))]
    return {
        let _ = markdown;
        Err(TypesetError::NotBuiltIn)
    };
}
