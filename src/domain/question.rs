//! What is asked.

use super::fingerprint::fingerprint;
use super::ids::{FormVersionId, QuestionId};
use super::language::{Language, Localized};
use super::named::named;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// A frozen set of questions; a change after opening makes a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersion {
    /// Its id.
    pub id: FormVersionId,
    /// 1 for the first.
    pub number: i32,
    /// What the public reads about why it was changed; the first has none.
    pub note: Option<Localized>,
    /// The questions, by number.
    pub questions: Vec<Question>,
}

impl FormVersion {
    /// The question with this number.
    #[must_use]
    pub fn question(&self, number: i32) -> Option<&Question> {
        self.questions.iter().find(|question| question.number == number)
    }

    /// The question that goes on from this one.
    #[must_use]
    pub fn question_of(&self, origin: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.origin == origin)
    }

    /// A short digest of all questions in their order.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let questions = self.questions.iter().map(|question| (question.origin, question.fingerprint()));
        fingerprint(&questions.collect::<Vec<_>>())
    }
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The first question that it continues, its own id where it is the first: the same in all versions
    /// of a form that go on asking it.
    pub origin: QuestionId,
    /// Its place in the form, from 1; also the theme's number.
    pub number: i32,
    /// The theme it belongs to; exports are grouped by it.
    pub theme: Localized,
    /// The question itself.
    pub wording: Localized,
    /// Help for answering.
    pub help: Localized,
    /// How it is answered.
    pub kind: QuestionKind,
    /// Whether a submission needs an answer to it, unless it says that it has no comment.
    pub is_required: bool,
    /// What can be chosen, in order; empty where the answer is written.
    pub options: Vec<Choice>,
    /// The longest written answer in the web form, in characters.
    pub max_chars: i32,
}

named! {
    /// How a question is answered.
    pub enum QuestionKind {
        /// Paragraphs.
        LongText = "long-text",
        /// One line.
        ShortText = "short-text",
        /// One of several.
        OneChoice = "one-choice",
        /// Any of several.
        SeveralChoices = "several-choices",
        /// One step of a scale from disagreement to agreement.
        Agreement = "agreement",
    }
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What an answer keeps of it: unique in its question, kept from one form version to the next.
    pub key: String,
    /// What people read.
    pub label: Localized,
}

impl QuestionKind {
    /// Whether the answer is written in words.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::LongText | Self::ShortText)
    }

    /// Whether an answer to a question of this kind can be read as one of the `other` kind.
    #[must_use]
    pub fn reads_as(self, other: Self) -> bool {
        let is_scale = |kind: Self| kind == Self::Agreement;
        self.is_text() == other.is_text() && is_scale(self) == is_scale(other)
    }
}

/// Why an answer is none that its question can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Something is chosen that is not offered.
    Unknown,
    /// More is chosen than may be.
    TooMany,
}

impl Question {
    /// Whether it goes on asking what `earlier` asked, in such a way that an answer still is one.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        self.origin == earlier.origin && earlier.kind.reads_as(self.kind)
    }

    /// A short digest of what it says and how it is answered, wherever it stands.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let says = (&self.theme, &self.wording, &self.help, self.kind.name());
        fingerprint(&(says, self.is_required, &self.options, self.max_chars))
    }

    /// An answer as people read it: the text, or the labels of what was chosen, a line each. A key that
    /// no option has is shown as it stands, for nothing that came in disappears.
    #[must_use]
    pub fn read_aloud(&self, answer: &str, language: Language) -> String {
        if self.kind.is_text() {
            return answer.to_owned();
        }
        let label = |key: &str| {
            let option = self.option(key);
            option.map_or_else(|| key.to_owned(), |option| option.label.text(language).to_owned())
        };
        answer.lines().map(label).collect::<Vec<_>>().join("\n")
    }

    /// The option with this key.
    #[must_use]
    pub fn option(&self, key: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.key == key)
    }

    /// The option that is meant by its key, or by its label in any language, whatever the case.
    #[must_use]
    pub fn option_called(&self, words: &str) -> Option<&Choice> {
        let words = words.trim().to_lowercase();
        let is_label = |option: &&Choice| {
            Language::ALL.iter().any(|language| option.label.text(*language).trim().to_lowercase() == words)
        };
        self.option(words.as_str()).or_else(|| self.options.iter().find(is_label))
    }

    /// Whether this answer chooses the option.
    #[must_use]
    pub fn is_chosen(&self, answer: &str, option: &Choice) -> bool {
        answer.lines().any(|key| key == option.key)
    }

    /// The lines of an answer that are none of the options; none where the answer is written.
    #[must_use]
    pub fn strangers<'a>(&self, answer: &'a str) -> Vec<&'a str> {
        if self.kind.is_text() {
            return Vec::new();
        }
        let lines = answer.lines().filter(|line| !line.trim().is_empty());
        lines.filter(|line| self.option(line).is_none()).collect()
    }

    /// The answer as it is kept: a text as it is, the keys of what was chosen once each and in the order
    /// of the form.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn as_kept(&self, answer: &str) -> Result<String, Unfit> {
        if self.kind.is_text() {
            return Ok(answer.to_owned());
        }
        if !self.strangers(answer).is_empty() {
            return Err(Unfit::Unknown);
        }
        let options = self.options.iter().filter(|option| self.is_chosen(answer, option));
        let chosen: Vec<&str> = options.map(|option| option.key.as_str()).collect();
        if chosen.len() > 1 && self.kind != QuestionKind::SeveralChoices {
            return Err(Unfit::TooMany);
        }
        Ok(chosen.join("\n"))
    }
}

/// How often each option of a question has been chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many answers there are.
    pub answers: i64,
    /// The options in order, each with how many answers choose it.
    pub options: Vec<(Localized, i64)>,
    /// What is chosen in an answer and is none of the options any more.
    pub strangers: Vec<(String, i64)>,
}

impl Question {
    /// Counts what was chosen in `answers`, each of which stands there with how often it was given.
    #[must_use]
    pub fn tally(&self, answers: &[(String, i64)]) -> Tally {
        let times = |is_meant: &dyn Fn(&str) -> bool| {
            answers.iter().filter(|(answer, _)| is_meant(answer)).map(|(_, times)| times).sum()
        };
        let of_option =
            |option: &Choice| (option.label.clone(), times(&|answer| self.is_chosen(answer, option)));
        let strangers: BTreeSet<&str> =
            answers.iter().flat_map(|(answer, _)| self.strangers(answer)).collect();
        let of_stranger =
            |key: &str| (key.to_owned(), times(&|answer| answer.lines().any(|line| line == key)));
        Tally {
            answers: times(&|_| true),
            options: self.options.iter().map(of_option).collect(),
            strangers: strangers.into_iter().map(of_stranger).collect(),
        }
    }
}

/// How many options a question can have.
pub const OPTIONS: RangeInclusive<usize> = 2..=30;
/// The longest key of an option.
const OPTION_KEY_MAX_CHARS: usize = 40;

/// Whether an option may have this key: it goes into names of fields and into exports.
#[must_use]
pub fn is_option_key(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=OPTION_KEY_MAX_CHARS).contains(&text.len()) && text.chars().all(is_plain)
}

/// The longest answer that comes by import or letter, in characters.
pub const IMPORTED_ANSWER_MAX_CHARS: usize = 200_000;

#[cfg(test)]
#[path = "question_tests.rs"]
mod tests;
