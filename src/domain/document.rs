//! A paper or picture that a round is about.

use super::ids::DocumentId;
use super::language::{Language, Localized};
use serde::{Deserialize, Serialize};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The draft that is on hearing.
    Draft,
    /// The case document.
    CaseDocument,
    /// The form as a paper.
    Form,
    /// A picture for the round's page.
    Picture,
    /// The decision that came of it.
    Decision,
}

impl DocumentKind {
    const ALL: [Self; 5] = [Self::Draft, Self::CaseDocument, Self::Form, Self::Picture, Self::Decision];

    /// The stable machine name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::CaseDocument => "case_document",
            Self::Form => "form",
            Self::Picture => "picture",
            Self::Decision => "decision",
        }
    }

    /// The kind with this machine name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
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
