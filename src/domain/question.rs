//! What is asked.

use super::ids::{FormVersionId, QuestionId};
use super::language::{Language, Localized};
use super::named::named;
use serde::{Deserialize, Serialize};

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
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
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
}

impl Question {
    /// An answer as people read it: the text, or the labels of what was chosen, a line each. A key that
    /// no option has is shown as it stands, for nothing that came in disappears.
    #[must_use]
    pub fn read_aloud(&self, answer: &str, language: Language) -> String {
        if self.kind.is_text() {
            return answer.to_owned();
        }
        let label = |key: &str| {
            let option = self.options.iter().find(|option| option.key == key);
            option.map_or_else(|| key.to_owned(), |option| option.label.text(language).to_owned())
        };
        answer.lines().map(label).collect::<Vec<_>>().join("\n")
    }
}

/// The longest answer that comes by import or letter, in characters.
pub const IMPORTED_ANSWER_MAX_CHARS: usize = 200_000;
