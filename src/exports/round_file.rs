//! A round as a file: TOML that people write and the service writes back.

mod fields;
mod questions;
mod read;
mod write;

pub use self::read::{read, read_template};
pub use self::write::write;

use crate::domain::clock::Moment;
use crate::domain::code::CodeGroup;
use crate::domain::consultation::Contact;
use crate::domain::document::DocumentKind;
use crate::domain::language::{Language, Localized};
use crate::domain::question::{Choice, QuestionKind};
use crate::domain::way_in::WayIn;
use jiff::civil::Date;

/// What a round's file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundFile {
    /// Its name in addresses.
    pub slug: String,
    /// Whether the public may see it, now or from `published_at` on.
    pub published: bool,
    /// From when; where the file does not say, it is public when it is read.
    pub published_at: Option<Moment>,
    /// Why a language that it owes may be missing.
    pub language_missing_why: Option<String>,
    /// The slug of the round that it follows.
    pub previous: Option<String>,
    /// The case it belongs to, as the municipality writes it.
    pub case_number: String,
    /// Rounds with the same process are siblings.
    pub process: Option<String>,
    /// The date of the public notice.
    pub announced_on: Date,
    /// From when one may answer: `opens_on` (the start of that day) or `opens_at`.
    pub opens_at: Moment,
    /// The first instant that is too late: `closes_on` (the end of that day) or `closes_at`.
    pub closes_at: Moment,
    /// Whether submissions after the deadline count.
    pub late_counts: bool,
    /// The least that is asked of who someone is; `id-porten` where the file does not say.
    pub who_may_answer: WayIn,
    /// Why, in public.
    pub who_may_answer_why: Option<Localized>,
    /// The responsible unit.
    pub unit: Localized,
    /// Whom to ask.
    pub contact: Contact,
    /// Title.
    pub title: Localized,
    /// Two or three sentences at the top.
    pub lede: Localized,
    /// The text, in Markdown.
    pub body: Localized,
    /// What happens after the deadline: `after` in the file.
    pub next_steps: Localized,
    /// The questions, in order; at least one.
    pub questions: Vec<QuestionEntry>,
    /// Papers and pictures, in order.
    pub documents: Vec<DocumentEntry>,
    /// The codebook; no key stands twice in it.
    pub codes: Vec<CodeGroup>,
}

/// A question of the file; its place gives its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionEntry {
    /// The theme it belongs to.
    pub theme: Localized,
    /// The question itself: `question` in the file.
    pub wording: Localized,
    /// Help for answering; empty where there is none.
    pub help: Localized,
    /// How it is answered; `long-text` where the file does not say.
    pub kind: QuestionKind,
    /// Whether it must be answered: `required` in the file, false where it is missing.
    pub is_required: bool,
    /// What can be chosen; the scale's own steps where the file has none for an `agreement`.
    pub options: Vec<Choice>,
    /// The longest written answer in the web form, in characters.
    pub max_chars: i32,
}

/// A document of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentEntry {
    /// What kind it is.
    pub kind: DocumentKind,
    /// Its name in addresses.
    pub name: String,
    /// The language it is written in.
    pub language: Language,
    /// Title.
    pub title: Localized,
    /// Where its bytes come from.
    pub source: DocumentSource,
    /// What a picture shows; every picture has it.
    pub alt: Option<Localized>,
    /// The text under a picture.
    pub caption: Option<Localized>,
    /// Who made a picture.
    pub credit: Option<String>,
    /// The files that it had before, the first first: `editions` in the file.
    pub editions: Vec<EditionEntry>,
}

/// A file that a document had until it was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionEntry {
    /// Its bytes, as [`DocumentSource::File`] names them.
    pub file: String,
    /// When it was replaced.
    pub replaced_at: Moment,
    /// Why; missing where the round was not public yet.
    pub reason: Option<Localized>,
}

/// Where a document's bytes come from: a path below the folder that the round's file is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentSource {
    /// A finished file.
    File(String),
    /// Markdown, of which the document is made.
    Markdown(String),
}

/// One thing that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Fault {
    /// The field, places counted from 1: `questions[2].theme.nn`; `line 3` where the file is no TOML.
    pub field: String,
    /// What is wrong with it.
    pub problem: String,
}

#[cfg(test)]
#[path = "round_file_tests.rs"]
mod tests;
