//! What is asked.

use super::ids::{FormVersionId, QuestionId};
use super::language::Localized;

/// A frozen set of questions; a change after opening makes a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersion {
    /// Its id.
    pub id: FormVersionId,
    /// 1 for the first.
    pub number: i32,
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
    /// The longest answer in the web form, in characters.
    pub max_chars: i32,
}

/// The longest answer that comes by import or letter, in characters.
pub const IMPORTED_ANSWER_MAX_CHARS: usize = 200_000;
