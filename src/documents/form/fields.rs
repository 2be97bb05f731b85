//! The fields of the form: what is printed around each, and what stands in it before anyone writes.

use super::paper::{Line, own, said};
use crate::documents::marks::Mark;
use crate::domain::language::Language;
use crate::domain::question::{FormVersion, Question, QuestionKind};
use crate::domain::way_in::WayIn;
use crate::text;

/// A field, with what is printed above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// Which it is.
    pub mark: Mark,
    /// Its name: a heading for an answer, a label for the others.
    pub label: Line,
    /// The question itself.
    pub wording: Line,
    /// Help for filling it in.
    pub help: Line,
    /// Whether it must be filled in, and how many boxes may be ticked.
    pub instruction: Line,
    /// What can be chosen; nothing where the answer is written.
    pub options: Vec<Line>,
    /// Whether it has room for one line only.
    pub is_line: bool,
}

impl Field {
    /// A field of one line with this label.
    fn new(language: Language, mark: Mark, label: String, help: String) -> Self {
        Self {
            mark,
            label: said(language, label),
            wording: Line::new(),
            help: said(language, help),
            instruction: Line::new(),
            options: Vec::new(),
            is_line: true,
        }
    }
}

/// What a form prints above one of its fields, as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The heading or label: «Spørsmål 1: Utfordringsbildet», «Navnet ditt». Beside the box, not above
    /// it, for [`Mark::NoComment`].
    pub label: String,
    /// Paragraphs that may stand between the label and the field: the question, the help. The help
    /// differs with how people come in, so that not all of them need be there.
    pub words: Vec<String>,
}

/// The fields that say who answers, in order.
pub(super) fn respondent(language: Language, way_in: WayIn) -> [Field; 4] {
    let field = |mark, label, help| Field::new(language, mark, label, help);
    let email_help = match way_in {
        WayIn::Open => text!(language, "form-email-help-open"),
        WayIn::IdPorten | WayIn::EMail => text!(language, "form-email-help"),
    };
    [
        field(Mark::Name, text!(language, "form-name"), text!(language, "form-name-help")),
        field(
            Mark::Organisation,
            text!(language, "form-organisation"),
            text!(language, "sheet-organisation-help"),
        ),
        field(Mark::OrgNumber, text!(language, "form-org-number"), text!(language, "form-org-number-help")),
        field(Mark::Email, text!(language, "form-email"), email_help),
    ]
}

/// The box for «uten merknad».
pub(super) fn no_comment(language: Language) -> Field {
    let (label, help) = (text!(language, "form-no-comment"), text!(language, "sheet-no-comment-help"));
    Field::new(language, Mark::NoComment, label, help)
}

/// The room for an answer.
pub(super) fn answer(language: Language, question: &Question) -> Field {
    let number = text!(language, "form-question", number = question.number);
    let mut label = said(language, format!("{number}: "));
    label.extend(own(language, &question.theme));
    Field {
        mark: Mark::Answer(question.number),
        label,
        wording: own(language, &question.wording),
        help: own(language, &question.help),
        instruction: instruction(language, question),
        options: question.options.iter().map(|option| own(language, &option.label)).collect(),
        is_line: question.kind == QuestionKind::ShortText,
    }
}

fn instruction(language: Language, question: &Question) -> Line {
    let must = question.is_required.then(|| text!(language, "sheet-required"));
    let choose = match question.kind {
        QuestionKind::LongText | QuestionKind::ShortText => None,
        QuestionKind::OneChoice | QuestionKind::Agreement => Some(text!(language, "sheet-choose-one")),
        QuestionKind::SeveralChoices => Some(text!(language, "sheet-choose-several")),
    };
    let sentences: Vec<String> = must.into_iter().chain(choose).collect();
    if sentences.is_empty() { Line::new() } else { said(language, sentences.join(" ")) }
}

/// What stands in a field of this language until somebody writes there.
pub(super) fn placeholder(language: Language, mark: Mark) -> String {
    match mark {
        Mark::Answer(_) => text!(language, "sheet-write-answer"),
        _ => text!(language, "sheet-write"),
    }
}

/// Every text that a field may hold before anyone has written there, in all languages.
#[must_use]
pub fn placeholders() -> Vec<String> {
    let of = |language| [Mark::Name, Mark::Answer(1)].map(|mark| placeholder(language, mark));
    Language::ALL.into_iter().flat_map(of).collect()
}

/// The headings of a form in this language, but for its title and the questions; and its last line,
/// where the last answer ends.
#[must_use]
pub fn headings(language: Language) -> Vec<String> {
    vec![
        text!(language, "sheet-how"),
        text!(language, "form-public"),
        text!(language, "form-about"),
        text!(language, "form-no-comment-heading"),
        text!(language, "sheet-thanks"),
    ]
}

/// What the form in this language prints around a field; `None` for an answer to a question that
/// it does not ask.
#[must_use]
pub fn printed(form: &FormVersion, language: Language, mark: Mark) -> Option<Printed> {
    let found: Vec<Field> = match mark {
        Mark::NoComment => vec![no_comment(language)],
        Mark::Answer(number) => {
            form.question(number).map(|asked| answer(language, asked)).into_iter().collect()
        }
        _ => {
            let ways = [WayIn::IdPorten, WayIn::Open].map(|way_in| respondent(language, way_in));
            ways.into_iter().flatten().filter(|field| field.mark == mark).collect()
        }
    };
    let label = plain(&found.first()?.label);
    let mut words = Vec::new();
    let around = |field: &Field| [plain(&field.wording), plain(&field.help), plain(&field.instruction)];
    for text in found.iter().flat_map(around) {
        if !text.is_empty() && !words.contains(&text) {
            words.push(text);
        }
    }
    Some(Printed { label, words })
}

/// The words alone.
pub(super) fn plain(line: &Line) -> String {
    line.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_label_of_its_own_in_each_language() {
        let form = super::super::docx_tests::form();
        for language in Language::ALL {
            let marks = [Mark::Name, Mark::Organisation, Mark::OrgNumber, Mark::Email, Mark::NoComment];
            let answers = (1..=2).map(Mark::Answer);
            let found: Vec<Printed> = marks
                .into_iter()
                .chain(answers)
                .map(|mark| printed(&form, language, mark).unwrap())
                .collect();
            let mut labels: Vec<&str> = found.iter().map(|printed| printed.label.as_str()).collect();
            labels.sort_unstable();
            labels.dedup();
            assert_eq!(labels.len(), 7, "{labels:?}");
            assert_eq!(found[3].words.len(), 2, "both helps of the e-mail address: {:?}", found[3]);
        }
        assert_eq!(printed(&form, Language::Nb, Mark::Answer(3)), None);
        assert_eq!(printed(&form, Language::Nn, Mark::Answer(1)).unwrap().label, "Spørsmål 1: Utfordringer");
    }

    #[test]
    fn placeholders_are_known_in_all_languages() {
        let all = placeholders();
        for language in Language::ALL {
            for mark in [Mark::Email, Mark::Answer(5)] {
                assert!(all.contains(&placeholder(language, mark)));
            }
        }
    }
}
