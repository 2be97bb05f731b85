//! The documents of a round, as its public page shows them.

use super::shapes::Text;
use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, ReplacedDocument};
use crate::domain::language::Language;
use crate::domain::links::Links;
use serde::Serialize;
use utoipa::ToSchema;

/// A paper or picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct Paper {
    /// Its name in addresses.
    name: String,
    /// `draft`, `case_document`, `form`, `picture` or `decision`.
    kind: String,
    title: Text,
    /// The language it is written in: `nb`, `nn` or `en`.
    language: String,
    /// Of a picture: what it shows, for those who cannot see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    alt: Option<Text>,
    /// Of a picture: the text under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    caption: Option<Text>,
    /// Of a picture: who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    credit: Option<String>,
    /// When it was added, where the round was open by then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    added_at: Option<String>,
    /// Which edition its file is, from 1.
    edition: i32,
    #[serde(flatten)]
    file: PaperFile,
    /// The editions before, the last first.
    earlier: Vec<EarlierPaper>,
}

/// A file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperFile {
    /// Where it is.
    #[schema(format = "uri")]
    url: String,
    media_type: String,
    size_bytes: i64,
    /// The SHA-256 of its bytes, in hexadecimal.
    sha256: String,
}

/// A file that has been replaced.
#[derive(Debug, Serialize, ToSchema)]
pub struct EarlierPaper {
    /// Which edition, from 1.
    edition: i32,
    /// When it was replaced.
    #[schema(format = DateTime)]
    replaced_at: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reason: Option<Text>,
    #[serde(flatten)]
    file: PaperFile,
}

/// All documents of a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperList {
    /// The documents, in their order.
    pub documents: Vec<Paper>,
}

impl Paper {
    /// A document of `round`, with those of the `replaced` that were its editions in public.
    #[must_use]
    pub fn of(
        round: &Consultation,
        document: &Document,
        replaced: &[ReplacedDocument],
        base_url: &str,
    ) -> Self {
        let (base, links) = (base_url.trim_end_matches('/'), Links::new(Language::Nb));
        let earlier = |one: &ReplacedDocument| EarlierPaper {
            edition: one.edition.number,
            replaced_at: one.edition.replaced_at.to_string(),
            reason: one.edition.reason.as_ref().map(Text::from),
            file: PaperFile {
                url: format!("{base}{}", links.edition(&round.slug, &one.name, one.edition.number)),
                media_type: one.edition.media_type.clone(),
                size_bytes: one.edition.size_bytes,
                sha256: one.edition.sha256.clone(),
            },
        };
        // As on the page: that a draft got a paper one day and not another is nobody's business.
        let added = document.added.as_ref().filter(|added| added.at > round.opens_at);
        let is_its_own = |one: &&ReplacedDocument| one.name == document.name && one.edition.is_public();
        Self {
            name: document.name.clone(),
            kind: document.kind.name().to_owned(),
            title: (&document.title).into(),
            language: document.language.tag().to_owned(),
            alt: document.alt.as_ref().map(Text::from),
            caption: document.caption.as_ref().map(Text::from),
            credit: document.credit.clone(),
            added_at: added.map(|added| added.at.to_string()),
            edition: document.edition,
            file: PaperFile {
                url: format!("{base}{}", links.document(&round.slug, &document.name)),
                media_type: document.media_type.clone(),
                size_bytes: document.size_bytes,
                sha256: document.sha256.clone(),
            },
            earlier: replaced.iter().filter(is_its_own).map(earlier).collect(),
        }
    }
}
