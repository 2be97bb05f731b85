//! A round's form to take home: as a DOCX to fill in, and as a PDF to print.

mod docx;
#[cfg(test)]
pub(crate) mod docx_tests;
mod fields;
mod paper;
mod parts;
#[cfg(feature = "pdf")]
mod print;
#[cfg(all(test, feature = "pdf"))]
mod print_tests;
mod runs;
mod words;
mod xml;

pub use fields::{Printed, headings, placeholders, printed};
pub use words::words;

use crate::documents::TypesetError;
use crate::documents::marks::FormIdentity;
use crate::domain::consultation::Consultation;
use crate::domain::language::Language;
use crate::domain::question::FormVersion;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The box for «uten merknad» before it is ticked.
pub const UNTICKED: char = '☐';
/// The same box, ticked.
pub const TICKED: char = '☒';

/// What a form is made of.
#[derive(Debug, Clone, Copy)]
pub struct FormSheet<'a> {
    /// The round.
    pub round: &'a Consultation,
    /// What is asked.
    pub form: &'a FormVersion,
    /// The language that it is made in. Texts of the round that have not been written in it stand
    /// in bokmål, and are marked so.
    pub language: Language,
    /// The municipality's name.
    pub municipality: &'a str,
    /// Its postal address, in one line, for those who send a letter.
    pub address: Option<&'a str>,
    /// The address of the round's page.
    pub url: &'a str,
}

impl FormSheet<'_> {
    /// What the form is known again by.
    #[must_use]
    pub fn identity(&self) -> FormIdentity {
        FormIdentity { round: self.round.id, version: self.form.number, language: self.language }
    }

    /// A digest of all that the form says in this format: the same words, the same digest.
    #[must_use]
    pub fn digest(&self, format: Format) -> String {
        let said = (self.identity().identifier(), self.round.announced_on, paper::pieces(self, format));
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(format!("{format:?} {said:?}")) {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

/// What kind of file a form comes as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For word processors: filled in on a computer and read back.
    Docx,
    /// For printers: filled in by hand.
    Pdf,
}

impl Format {
    /// The ending of a file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Why no DOCX was made.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The XML could not be written.
    #[error("the XML of the form could not be written")]
    Xml(#[from] std::io::Error),
    /// The package could not be written.
    #[error("the package of the form could not be written")]
    Package(#[from] zip::result::ZipError),
}

/// The form as a DOCX. Each field is a content control with its mark's tag, and stands inside a
/// bookmark with its mark's name. The same input gives the same bytes.
///
/// # Errors
/// Only when memory runs out.
pub fn docx(sheet: &FormSheet) -> Result<Vec<u8>, DocxError> {
    docx::write(sheet)
}

/// The form as a PDF that conforms to PDF/UA-1 and PDF/A-2a, with ruled lines to write on. The same
/// input gives the same bytes. The work is heavy: call it from a blocking thread, one at a time.
///
/// # Errors
/// `NotBuiltIn` without the cargo feature `pdf`; `Refused` when the typesetter will not.
pub fn pdf(sheet: &FormSheet) -> Result<Vec<u8>, TypesetError> {
    #[cfg(feature = "pdf")]
    return print::typeset(sheet);
    #[cfg(not(feature = "pdf"))]
    return {
        let _ = sheet;
        Err(TypesetError::NotBuiltIn)
    };
}
