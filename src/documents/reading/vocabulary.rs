//! The words that a form prints itself, in all its languages, and what they are printed for.

use crate::documents::form::{headings, placeholders, printed};
use crate::documents::marks::Mark;
use crate::domain::language::Language;
use crate::domain::question::{FormVersion, Question, QuestionKind};
use crate::domain::text::as_kept;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What a form prints.
pub(super) struct Vocabulary {
    marks: Vec<Mark>,
    /// The field that a label stands for. `None` where it stands for several.
    labels: HashMap<String, Option<Mark>>,
    /// The fields that words stand above: several where questions are worded alike.
    words: HashMap<String, BTreeSet<Mark>>,
    /// The options of a question by the label beside their box; `None` where it stands beside several.
    choices: HashMap<(i32, String), Option<usize>>,
    /// What stands for no field.
    others: HashSet<String>,
    placeholders: HashSet<String>,
    /// The questions that are answered in one line.
    lines: HashSet<i32>,
    longest: usize,
}

impl Vocabulary {
    pub fn new(form: &FormVersion, others: &[String]) -> Self {
        let mut marks = vec![Mark::Name, Mark::Organisation, Mark::OrgNumber, Mark::Email, Mark::NoComment];
        marks.extend(form.questions.iter().map(|question| Mark::Answer(question.number)));
        let mut labels: HashMap<String, Option<Mark>> = HashMap::new();
        let mut words: HashMap<String, BTreeSet<Mark>> = HashMap::new();
        for (mark, language) in marks.iter().flat_map(|mark| Language::ALL.map(|language| (*mark, language)))
        {
            let Some(around) = printed(form, language, mark) else { continue };
            let meant = labels.entry(key(&around.label)).or_insert(Some(mark));
            if *meant != Some(mark) {
                *meant = None;
            }
            for text in around.words {
                words.entry(key(&text)).or_default().insert(mark);
            }
        }
        let own = Language::ALL.into_iter().flat_map(headings);
        let others: HashSet<String> = own.chain(others.iter().cloned()).map(|text| key(&text)).collect();
        let placeholders: HashSet<String> = placeholders().iter().map(|text| key(text)).collect();
        let choices = choices(form);
        let longest = labels.keys().chain(words.keys()).chain(&others).chain(&placeholders).map(String::len);
        let longest = longest.chain(choices.keys().map(|(_, label)| label.len())).max().unwrap_or_default();
        let is_line = |question: &&Question| question.kind == QuestionKind::ShortText;
        let lines = form.questions.iter().filter(is_line).map(|question| question.number).collect();
        Self { marks, labels, words, choices, others, placeholders, lines, longest }
    }

    /// Whether the answer to a question is one line.
    pub fn is_line(&self, question: i32) -> bool {
        self.lines.contains(&question)
    }

    /// The place of the option of a question that has this label.
    pub fn choice(&self, question: i32, text: &str) -> Option<usize> {
        let label = self.key(text)?;
        self.choices.get(&(question, label)).copied().flatten()
    }

    /// The form's fields, in its order.
    pub fn marks(&self) -> Vec<Mark> {
        self.marks.clone()
    }

    /// The field with this label.
    pub fn field_named(&self, text: &str) -> Option<Mark> {
        self.labels.get(&self.key(text)?).copied().flatten()
    }

    /// The fields that this text is printed above.
    pub fn fields_under(&self, text: &str) -> Option<&BTreeSet<Mark>> {
        self.words.get(&self.key(text)?)
    }

    /// Whether the form prints this, wherever it may be.
    pub fn is_printed(&self, text: &str) -> bool {
        self.key(text).is_some_and(|key| {
            self.labels.contains_key(&key) || self.words.contains_key(&key) || self.others.contains(&key)
        })
    }

    /// Whether this is what a field shows until somebody writes in it.
    pub fn is_placeholder(&self, text: &str) -> bool {
        self.key(text).is_some_and(|key| self.placeholders.contains(&key))
    }

    /// What a text is looked up by; `None` for one that is longer than anything printed, so that
    /// long texts cost nothing.
    fn key(&self, text: &str) -> Option<String> {
        // Putting a text in its normal form makes it shorter by less than this.
        (text.len() / 4 <= self.longest + 100).then(|| key(text))
    }
}

fn choices(form: &FormVersion) -> HashMap<(i32, String), Option<usize>> {
    let mut choices: HashMap<(i32, String), Option<usize>> = HashMap::new();
    for question in &form.questions {
        for (place, option) in (1..).zip(&question.options) {
            for language in Language::ALL {
                let label = key(without_box(option.label.text(language)));
                let meant = choices.entry((question.number, label)).or_insert(Some(place));
                if *meant != Some(place) {
                    *meant = None;
                }
            }
        }
    }
    choices
}

/// What stands behind a box, which is no letter or figure.
pub(super) fn without_box(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// A text without what programs change about it: case, blanks and the colon at the end.
fn key(text: &str) -> String {
    let text = plain(&as_kept(text)).to_lowercase();
    text.strip_suffix(':').map_or(text.as_str(), str::trim_end).to_owned()
}

/// One line, with single spaces.
pub(super) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
