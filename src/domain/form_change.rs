//! How a form changes under those who answer it and those who read the answers.

use super::clock::Moment;
use super::draft::DraftContent;
use super::form_reading::{FormReading, Mark};
use super::ids::QuestionId;
use super::language::{Language, Localized};
use super::question::{FormVersion, Question, QuestionKind, Tally};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A change of a round's form, as the public reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormChange {
    /// The number of the version that it made.
    pub number: i32,
    /// When it was published.
    pub at: Moment,
    /// Why.
    pub note: Localized,
}

/// What became of a draft when its form was changed; kept with it until it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarriedOver {
    /// The number of the version that it was begun with.
    pub from: i32,
    /// What was written where the form no longer asks.
    pub dropped: Vec<DroppedAnswer>,
}

/// An answer to a question that is no longer asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DroppedAnswer {
    /// The theme of the question.
    pub theme: Localized,
    /// The answer, as people read it.
    pub text: String,
}

/// What has been typed, as it stands in the newest of `forms`, a round's versions in order: an answer
/// goes with its question, wherever that stands now, and what no question takes is kept beside.
#[must_use]
pub fn carried_over(mut content: DraftContent, forms: &[FormVersion]) -> DraftContent {
    let Some(newest) = forms.last() else { return content };
    let typed_in = forms.iter().find(|form| form.number == content.form.max(1));
    content.form = newest.number;
    let Some(earlier) = typed_in.filter(|form| form.number != newest.number) else { return content };
    let language = Language::from_tag(&content.language).unwrap_or(Language::Nb);
    let mut carried =
        content.carried.take().unwrap_or(CarriedOver { from: earlier.number, ..CarriedOver::default() });
    for (number, text) in std::mem::take(&mut content.answers) {
        let Some(asked) = earlier.question(number) else { continue };
        let now = newest.questions.iter().find(|question| question.continues(asked));
        let (kept, lost) = match now {
            Some(question) => split(&text, asked, question),
            None => (String::new(), text),
        };
        if let Some(question) = now {
            content.answers.insert(question.number, kept);
        }
        if !lost.trim().is_empty() {
            let text = asked.read_aloud(&lost, language);
            carried.dropped.push(DroppedAnswer { theme: asked.theme.clone(), text });
        }
    }
    if let Some(reading) = &mut content.reading {
        carry_marks(reading, earlier, newest);
    }
    content.carried = Some(carried);
    content
}

/// What of an answer to `asked` is one to `question`, and what is not: a text is one whole; of what was
/// chosen, what still can be.
fn split(text: &str, asked: &Question, question: &Question) -> (String, String) {
    if asked.kind.is_text() {
        return (text.to_owned(), String::new());
    }
    let can_be_chosen = |key: &&str| question.options.iter().any(|option| option.key == *key);
    let (kept, lost): (Vec<&str>, Vec<&str>) = text.lines().partition(can_be_chosen);
    if kept.len() > 1 && question.kind != QuestionKind::SeveralChoices {
        return (String::new(), text.to_owned());
    }
    (kept.join("\n"), lost.join("\n"))
}

/// What was read out of an uploaded form is told by the numbers that the questions have now.
fn carry_marks(reading: &mut FormReading, earlier: &FormVersion, newest: &FormVersion) {
    let places: BTreeMap<i32, i32> = (earlier.questions.iter())
        .filter_map(|asked| {
            let question = newest.questions.iter().find(|question| question.continues(asked))?;
            Some((asked.number, question.number))
        })
        .collect();
    let moved = |mark: Mark| match mark {
        Mark::Answer(number) => places.get(&number).copied().map(Mark::Answer),
        mark => Some(mark),
    };
    for marks in [&mut reading.filled, &mut reading.empty, &mut reading.missing, &mut reading.unclear] {
        *marks = marks.iter().copied().filter_map(moved).collect();
    }
    for (mark, text) in std::mem::take(&mut reading.kept) {
        match moved(mark) {
            Some(mark) => reading.kept.push((mark, text)),
            None => reading.unplaced.push(text),
        }
    }
}

/// A question as staff read the answers to it, through all versions of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its place among them, from 1; for those that are asked now, their number in the form.
    pub number: i32,
    /// As it is asked now, or was the last time.
    pub question: Question,
    /// As it was asked before, by the number of the version, the last first.
    pub before: Vec<(i32, Question)>,
    /// Whether it is asked now.
    pub is_asked: bool,
}

impl Asked {
    /// Its ids in all versions.
    #[must_use]
    pub fn ids(&self) -> Vec<QuestionId> {
        let before = self.before.iter().map(|(_, question)| question.id);
        [self.question.id].into_iter().chain(before).collect()
    }

    /// The question as it is asked now, with all that could be chosen in any version of it.
    #[must_use]
    pub fn with_all_options(&self) -> Question {
        let mut question = self.question.clone();
        for option in self.before.iter().flat_map(|(_, before)| &before.options) {
            if !question.options.iter().any(|known| known.key == option.key) {
                question.options.push(option.clone());
            }
        }
        question
    }

    /// How often each option has been chosen in any version, of what was `chosen` in all questions.
    #[must_use]
    pub fn tally(&self, chosen: &[(QuestionId, String, i64)]) -> Tally {
        let ids = self.ids();
        let own = chosen.iter().filter(|(id, _, _)| ids.contains(id));
        self.with_all_options().tally(&own.map(|(_, text, times)| (text.clone(), *times)).collect::<Vec<_>>())
    }

    /// The question that was answered where `id` was.
    #[must_use]
    pub fn as_answered(&self, id: QuestionId) -> &Question {
        let before = self.before.iter().map(|(_, question)| question);
        before.into_iter().find(|question| question.id == id).unwrap_or(&self.question)
    }
}

/// All that a round has asked: the questions of the newest of `forms` in their order, then those that
/// are no longer asked, the last dropped first.
#[must_use]
pub fn all_asked(forms: &[FormVersion]) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for form in forms.iter().rev() {
        let is_asked = forms.last().is_some_and(|newest| newest.number == form.number);
        for question in &form.questions {
            match all.iter_mut().find(|asked| asked.question.origin == question.origin) {
                Some(asked) => asked.before.push((form.number, question.clone())),
                None => {
                    let next = all.iter().map(|asked| asked.number).max().unwrap_or(0).saturating_add(1);
                    let number = if is_asked { question.number } else { next };
                    all.push(Asked { number, question: question.clone(), before: Vec::new(), is_asked });
                }
            }
        }
    }
    all
}

#[cfg(test)]
#[path = "form_change_tests.rs"]
mod tests;
