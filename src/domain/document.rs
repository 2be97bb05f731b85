//! A paper or picture that a round is about.

use super::clock::Moment;
use super::file::FileKind;
use super::ids::DocumentId;
use super::language::{Language, Localized};
use super::named::named;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

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
    /// Which edition its file is, from 1; each replacement makes the next.
    pub edition: i32,
    /// Counts the changes of its words and its file, so that of two at once the second is told.
    pub version: i32,
    /// When it was added here and by whom; none where it came with the round's file.
    pub added: Option<Added>,
}

/// When something was added, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// When.
    pub at: Moment,
    /// By whom; for staff only.
    pub by: String,
}

/// What is said of a document beside its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentWords {
    /// What kind it is.
    pub kind: DocumentKind,
    /// The language it is written in.
    pub language: Language,
    /// Title.
    pub title: Localized,
    /// For a picture: what it shows.
    pub alt: Option<Localized>,
    /// For a picture: the text under it.
    pub caption: Option<Localized>,
    /// For a picture: who made it.
    pub credit: Option<String>,
}

/// A file that a document had until it was replaced. It stays where it was, under its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentEdition {
    /// Which edition, from 1.
    pub number: i32,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub size_bytes: i64,
    /// Its media type.
    pub media_type: String,
    /// When it was replaced.
    pub replaced_at: Moment,
    /// By whom; for staff only.
    pub replaced_by: String,
    /// Why, in public; none where the round was not public yet, and nor was this edition.
    pub reason: Option<Localized>,
}

impl DocumentEdition {
    /// Whether everyone may read it: it was replaced while the round was public, so with a reason.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.reason.is_some()
    }

    /// The name of its file, where `name` is the document's: `horingsutkast-utgave-1.pdf`.
    #[must_use]
    pub fn file_name(&self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let dot = if ending.is_empty() { "" } else { "." };
        format!("{stem}-utgave-{}{dot}{ending}", self.number)
    }
}

/// An earlier edition, and the document that had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplacedDocument {
    /// The document's name in addresses.
    pub name: String,
    /// Its title.
    pub title: Localized,
    /// The language it is written in.
    pub language: Language,
    /// The edition.
    pub edition: DocumentEdition,
}

/// Of what was `replaced`, the last first: the last replacement of each document after `since`.
#[must_use]
pub fn last_since(replaced: Vec<ReplacedDocument>, since: Moment) -> Vec<ReplacedDocument> {
    let mut last: Vec<ReplacedDocument> = Vec::new();
    for one in replaced {
        if one.edition.replaced_at > since && !last.iter().any(|other| other.name == one.name) {
            last.push(one);
        }
    }
    last
}

/// Why a round's documents were not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentRefusal {
    /// There is no such round or document.
    #[error("there is no such document")]
    NotFound,
    /// Another document of the round has this name.
    #[error("another document of the round has this name")]
    NameTaken,
    /// The file is the one that stands there already.
    #[error("the document has this file already")]
    SameFile,
    /// Somebody else has changed the document since.
    #[error("somebody else has changed the document meanwhile")]
    ChangedMeanwhile,
    /// People are told why a document was replaced, so a reason must be given.
    #[error("give a reason; people will read it")]
    ReasonMissing,
    /// People may have read it, so that it can be replaced and no longer removed.
    #[error("the round is public; replace the document instead")]
    IsPublic,
    /// The virus scanner has found something in this file before.
    #[error("the file is infected")]
    Infected,
}

/// What a submission remembers of a document: which text it answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinnedDocument {
    /// Its name in addresses.
    pub name: String,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

impl PinnedDocument {
    /// What replaced it since, where it is no longer among the round's `present` documents.
    #[must_use]
    pub fn replaced_since(
        &self,
        present: &[Document],
        replaced: &[ReplacedDocument],
    ) -> Option<ReplacedDocument> {
        let stands = present.iter().any(|one| one.name == self.name && one.sha256 == self.sha256);
        let is_it = |one: &&ReplacedDocument| one.name == self.name && one.edition.sha256 == self.sha256;
        if stands { None } else { replaced.iter().find(is_it).cloned() }
    }
}

/// The longest name in addresses, in characters.
const NAME_MAX_CHARS: usize = 120;
/// The longest that is proposed, without its ending.
const STEM_MAX_CHARS: usize = 80;

/// Whether `name` can stand in an address: one that starts with a dot would be hidden in a folder
/// and, as `..`, lead out of it.
#[must_use]
pub fn is_document_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    !name.is_empty() && name.len() <= NAME_MAX_CHARS && name.chars().all(is_plain) && !name.starts_with('.')
}

/// Whether `name` ends as files of this kind do.
#[must_use]
pub fn ends_as(name: &str, kind: FileKind) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| kind.endings().contains(&ending))
}

/// A name in addresses for a file that somebody calls `given`: `Høringsutkast (ny).PDF` is
/// `horingsutkast-ny.pdf`.
#[must_use]
pub fn proposed_name(given: &str, kind: FileKind) -> String {
    let stem = given.rsplit_once('.').map_or(given, |(stem, _)| stem).to_lowercase();
    let mut name = String::new();
    for c in stem.replace('æ', "ae").replace('ø', "o").replace('å', "a").nfd() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            name.push(c);
        } else if !('\u{300}'..='\u{36f}').contains(&c) && !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let stem: String = name.chars().take(STEM_MAX_CHARS).collect();
    let stem = stem.trim_matches('-');
    format!("{}.{}", if stem.is_empty() { "dokument" } else { stem }, kind.ending())
}

impl DocumentKind {
    /// Whether a file of this kind can be such a document: a picture is shown on the page, all
    /// others are read.
    #[must_use]
    pub fn takes(self, file: FileKind) -> bool {
        let is_picture = matches!(file, FileKind::Png | FileKind::Jpeg);
        is_picture == (self == Self::Picture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_proposed_that_an_address_can_hold() {
        let proposed = |given: &str| proposed_name(given, FileKind::Pdf);
        for (given, name) in [
            ("Høringsutkast (ny).PDF", "horingsutkast-ny.pdf"),
            ("Utkast – plan 2026–2030.docx", "utkast-plan-2026-2030.pdf"),
            ("Årsmelding for bærum.pdf", "arsmelding-for-baerum.pdf"),
            ("A\u{30a}pen høring.pdf", "apen-horing.pdf"),
            ("...", "dokument.pdf"),
            ("文書.pdf", "dokument.pdf"),
            ("-_-", "dokument.pdf"),
            ("utkast", "utkast.pdf"),
        ] {
            assert_eq!(proposed(given), name, "{given}");
            assert!(is_document_name(name));
        }
        assert!(is_document_name(&proposed(&"å".repeat(500))));
        assert_eq!(proposed_name("bilde.jpeg", FileKind::Jpeg), "bilde.jpg");
    }

    #[test]
    fn names_that_lead_elsewhere_are_none() {
        for name in
            ["", "..", ".skjult", "a/b.pdf", "a b.pdf", "Bilde.jpg", "høring.pdf", "a\\b.pdf", "a%2f.pdf"]
        {
            assert!(!is_document_name(name), "{name}");
        }
        assert!(!is_document_name(&"a".repeat(NAME_MAX_CHARS + 1)));
        assert!(ends_as("bilde.jpeg", FileKind::Jpeg) && ends_as("bilde.jpg", FileKind::Jpeg));
        assert!(!ends_as("bilde.jpg", FileKind::Pdf) && !ends_as("pdf", FileKind::Pdf));
    }

    #[test]
    fn a_picture_is_a_picture_and_a_paper_is_none() {
        assert!(DocumentKind::Picture.takes(FileKind::Png) && !DocumentKind::Picture.takes(FileKind::Pdf));
        assert!(DocumentKind::Draft.takes(FileKind::Ods) && !DocumentKind::Draft.takes(FileKind::Jpeg));
    }
}
