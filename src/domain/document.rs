//! A paper or picture that a round is about.

use super::ids::DocumentId;
use super::language::{Language, Localized};
use super::named::named;
use serde::{Deserialize, Serialize};

named! {
    /// What kind of document it is.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum DocumentKind {
        /// The draft that is on hearing.
        Draft = "draft",
        /// The case document.
        CaseDocument = "case_document",
        /// The form as a paper.
        Form = "form",
        /// A picture for the round's page.
        Picture = "picture",
        /// The decision that came of it.
        Decision = "decision",
    }
}

/// A document as a round knows it; its bytes are kept under their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What kind it is.
    pub kind: DocumentKind,
    /// Its name in addresses, with the ending: `horingsutkast.pdf`.
    pub name: String,
    /// The language it is written in.
    pub language: Language,
    /// Title.
    pub title: Localized,
    /// For a picture: what it shows, for those who cannot see it.
    pub alt: Option<Localized>,
    /// For a picture: the text under it.
    pub caption: Option<Localized>,
    /// For a picture: who made it.
    pub credit: Option<String>,
    /// Its media type: `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub size_bytes: i64,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// What a submission remembers of a document: which text it answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinnedDocument {
    /// Its name in addresses.
    pub name: String,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}
