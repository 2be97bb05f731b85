//! How staff change what a form asks.

use super::ids::{FormVersionId, QuestionId};
use super::language::Localized;
use super::order::Way;
use super::question::{Choice, FormVersion, Question, QuestionKind};

/// The most questions of a form.
pub const QUESTIONS_MAX: usize = 30;
/// The longest answer that may be asked for, in characters. A form of many such still is taken in.
pub const ANSWER_MAX_CHARS: i32 = 20_000;
/// The longest answer of one line, in characters.
pub const SHORT_ANSWER_MAX_CHARS: i32 = 1_000;
/// The most that can be chosen among.
pub const OPTIONS_MAX: usize = 30;

/// What is said of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionWords {
    /// The theme.
    pub theme: Localized,
    /// The question itself.
    pub wording: Localized,
    /// Help for answering.
    pub help: Localized,
    /// How it is answered.
    pub kind: QuestionKind,
    /// Whether it must be answered.
    pub is_required: bool,
    /// What can be chosen, in order.
    pub options: Vec<Localized>,
    /// The longest written answer.
    pub max_chars: i32,
}

/// One change of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormEdit {
    /// A question more, after the others.
    Add(QuestionWords),
    /// Other words for the question that goes on from `origin`.
    Change {
        /// Which.
        origin: QuestionId,
        /// The fingerprint that its page showed.
        shown: String,
        /// What is said of it now.
        words: QuestionWords,
    },
    /// The question one place up or down.
    Move {
        /// Which.
        origin: QuestionId,
        /// Which way.
        way: Way,
    },
    /// The question away.
    Remove {
        /// Which.
        origin: QuestionId,
        /// The fingerprint that its page showed.
        shown: String,
    },
}

/// Why a form was not changed, or the change not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormRefusal {
    /// There is no such round, or no such question in its form.
    #[error("there is no such question")]
    NotFound,
    /// Somebody else has changed it since the page was shown.
    #[error("somebody else has changed it meanwhile")]
    ChangedMeanwhile,
    /// There are as many questions as a form may have.
    #[error("there are as many questions as a form may have")]
    TooMany,
    /// A form must ask something.
    #[error("the last question cannot be removed")]
    Last,
    /// There are no changes to publish.
    #[error("nothing has been changed")]
    NothingChanged,
    /// A question lacks nynorsk, and the round owes it.
    #[error("a question is not in nynorsk")]
    LacksNynorsk,
}

impl FormVersion {
    /// The form after `edit`. `earlier` are the versions that have been published; what could be chosen
    /// in them keeps its keys, and no other choice gets one of those.
    ///
    /// # Errors
    /// [`FormRefusal`].
    pub fn edited(mut self, edit: &FormEdit, earlier: &[Self]) -> Result<Self, FormRefusal> {
        match edit {
            FormEdit::Add(words) => {
                if self.questions.len() >= QUESTIONS_MAX {
                    return Err(FormRefusal::TooMany);
                }
                let id = QuestionId::new();
                self.questions.push(worded(id, id, words, &[]));
            }
            FormEdit::Change { origin, shown, words } => {
                let known = choices_of(*origin, earlier.iter().chain([&self]));
                let question = self.find_shown(*origin, shown)?;
                *question = worded(question.id, *origin, words, &known);
            }
            FormEdit::Move { origin, way } => {
                let place = self.questions.iter().position(|question| question.origin == *origin);
                let place = place.ok_or(FormRefusal::NotFound)?;
                let other = way.from(place, self.questions.len());
                self.questions.swap(place, other);
            }
            FormEdit::Remove { origin, shown } => {
                self.find_shown(*origin, shown)?;
                if self.questions.len() == 1 {
                    return Err(FormRefusal::Last);
                }
                self.questions.retain(|question| question.origin != *origin);
            }
        }
        for (number, question) in (1..).zip(&mut self.questions) {
            question.number = number;
        }
        Ok(self)
    }

    fn find_shown(&mut self, origin: QuestionId, shown: &str) -> Result<&mut Question, FormRefusal> {
        let question = self.questions.iter_mut().find(|question| question.origin == origin);
        let question = question.ok_or(FormRefusal::NotFound)?;
        if question.fingerprint() == shown { Ok(question) } else { Err(FormRefusal::ChangedMeanwhile) }
    }

    /// The next version, to be changed: other questions, which go on from these.
    #[must_use]
    pub fn next_draft(&self) -> Self {
        let questions =
            self.questions.iter().map(|question| Question { id: QuestionId::new(), ..question.clone() });
        Self {
            id: FormVersionId::new(),
            number: self.number.saturating_add(1),
            note: None,
            questions: questions.collect(),
        }
    }

    /// The form as it is published after `before`: a question that is answered in quite another way is
    /// another question.
    #[must_use]
    pub fn set_apart(mut self, before: &Self) -> Self {
        for question in &mut self.questions {
            let asked = before.question_of(question.origin);
            if asked.is_some_and(|asked| !question.continues(asked)) {
                question.origin = question.id;
            }
        }
        self
    }

    /// Whether any text that the public reads is not in nynorsk.
    #[must_use]
    pub fn lacks_nynorsk(&self) -> bool {
        self.questions.iter().any(Question::lacks_nynorsk)
    }
}

impl Question {
    /// Whether any text of it that the public reads is not in nynorsk.
    #[must_use]
    pub fn lacks_nynorsk(&self) -> bool {
        let help = (!self.help.nb.is_empty()).then_some(&self.help);
        let labels = self.options.iter().map(|option| &option.label);
        [&self.theme, &self.wording].into_iter().chain(help).chain(labels).any(|text| text.nn.is_none())
    }
}

/// What could be chosen in any version of a question, the newest last.
fn choices_of<'a>(origin: QuestionId, forms: impl Iterator<Item = &'a FormVersion>) -> Vec<Choice> {
    let asked = forms.filter_map(|form| form.question_of(origin));
    asked.flat_map(|question| question.options.iter().cloned()).collect()
}

fn worded(id: QuestionId, origin: QuestionId, words: &QuestionWords, known: &[Choice]) -> Question {
    Question {
        id,
        origin,
        number: 0,
        theme: words.theme.clone(),
        wording: words.wording.clone(),
        help: words.help.clone(),
        kind: words.kind,
        is_required: words.is_required,
        options: if words.kind.is_text() { Vec::new() } else { keyed(words, known) },
        max_chars: words.max_chars,
    }
}

/// Each choice with its key: the one that it had, where it says the same in bokmål or nynorsk; else one
/// that no choice of this question has had, so that no earlier answer comes to mean something else.
fn keyed(words: &QuestionWords, known: &[Choice]) -> Vec<Choice> {
    // The steps of a scale are what they are, however they are worded.
    let known = if words.kind == QuestionKind::Agreement { &[] } else { known };
    let numbers = known.iter().filter_map(|choice| choice.key.parse::<u32>().ok());
    let mut last = numbers.max().unwrap_or(0);
    let mut keyed: Vec<Choice> = Vec::new();
    for label in &words.options {
        let same = |choice: &&Choice| {
            let is_free = !keyed.iter().any(|taken| taken.key == choice.key);
            let has_nynorsk = label.nn.is_some() && choice.label.nn == label.nn;
            is_free && (choice.label.nb == label.nb || has_nynorsk)
        };
        let key = known.iter().rev().find(same).map(|choice| choice.key.clone());
        let key = key.unwrap_or_else(|| {
            last = last.saturating_add(1);
            last.to_string()
        });
        keyed.push(Choice { key, label: label.clone() });
    }
    keyed
}

#[cfg(test)]
#[path = "form_edit_tests.rs"]
mod tests;
