//! The questions of a round's file, of every kind.

use super::QuestionEntry;
use super::fields::{
    Fields,
    Needed::BothNorwegian,
    Shape::{Line, Text},
};
use crate::domain::question::{Choice, OPTIONS, QuestionKind, is_option_key};
use crate::text::agreement::agreement_scale;
use std::collections::HashSet;
use std::ops::RangeInclusive;

/// The longest answer where the file does not say, in characters.
const LONG_TEXT_MAX_CHARS: i32 = 20_000;
const SHORT_TEXT_MAX_CHARS: i32 = 300;
pub(super) const MAX_CHARS: RangeInclusive<i32> = 1..=200_000;

pub(super) fn questions(fields: &mut Fields<'_>) -> Vec<QuestionEntry> {
    let questions = fields.each("questions", question);
    if questions.is_empty() {
        fields.fault("questions", "must have at least one question");
    }
    questions
}

/// The longest answer to a question of this kind where the file does not say.
pub(super) fn default_max_chars(kind: QuestionKind) -> i32 {
    if kind == QuestionKind::ShortText { SHORT_TEXT_MAX_CHARS } else { LONG_TEXT_MAX_CHARS }
}

fn question(question: &mut Fields<'_>) -> QuestionEntry {
    let theme = question.localized("theme", Line, BothNorwegian);
    let wording = question.localized("question", Text, BothNorwegian);
    let help = question.optional_localized("help", Text).unwrap_or_default();
    let kinds = "long-text, short-text, one-choice, several-choices or agreement";
    let kind = question.optional_choice("kind", QuestionKind::from_name, kinds);
    let kind = kind.unwrap_or(QuestionKind::LongText);
    QuestionEntry {
        theme,
        wording,
        help,
        kind,
        is_required: question.optional_flag("required"),
        options: options(question, kind),
        max_chars: question.number("max_chars", MAX_CHARS).unwrap_or(default_max_chars(kind)),
    }
}

fn options(question: &mut Fields<'_>, kind: QuestionKind) -> Vec<Choice> {
    let mut keys = HashSet::new();
    let options = question.each("options", |option| {
        let choice =
            Choice { key: option.line("key"), label: option.localized("label", Line, BothNorwegian) };
        // An empty one has its fault already.
        if !choice.key.is_empty() && !is_option_key(&choice.key) {
            option.fault("key", "must be made of a-z, 0-9 and -, and at most 40 characters long");
        }
        if !choice.key.is_empty() && !keys.insert(choice.key.clone()) {
            option.fault("key", "is the key of another option of the question");
        }
        choice
    });
    match kind {
        QuestionKind::LongText | QuestionKind::ShortText if options.is_empty() => {}
        QuestionKind::LongText | QuestionKind::ShortText => {
            question.fault("options", "belong to a question where something is chosen");
        }
        QuestionKind::Agreement if options.is_empty() => return agreement_scale(),
        QuestionKind::Agreement => {
            let is_scale = options.iter().map(|option| &option.key).eq(["1", "2", "3", "4", "5"]);
            if !is_scale {
                question.fault("options", "must be the five steps with the keys 1 to 5, or left out");
            }
        }
        QuestionKind::OneChoice | QuestionKind::SeveralChoices if OPTIONS.contains(&options.len()) => {}
        QuestionKind::OneChoice | QuestionKind::SeveralChoices => {
            question.fault("options", format!("must be {} to {}", OPTIONS.start(), OPTIONS.end()));
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::round_file::{RoundFile, read, write};

    /// The demo's round with one more question, which these lines are about.
    fn with(lines: &str) -> Result<RoundFile, Vec<String>> {
        let round = include_str!("../../../config/demo/strategi-for-oppvekst.toml");
        let asked = "theme = { nb = \"Tema\", nn = \"Tema\" }\nquestion = { nb = \"Hva?\", nn = \"Kva?\" }";
        let text = format!("{round}\n[[questions]]\n{asked}\n{lines}\n");
        read(&text).map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    fn last(lines: &str) -> QuestionEntry {
        let file = with(lines).unwrap();
        assert_eq!(read(&write(&file)).as_ref(), Ok(&file));
        file.questions.last().unwrap().clone()
    }

    const TWO: &str = "options = [{ key = \"ja\", label = { nb = \"Ja\", nn = \"Ja\" } }, \
                       { key = \"nei\", label = { nb = \"Nei\", nn = \"Nei\" } }]";

    #[test]
    fn a_question_may_be_of_any_kind() {
        let plain = last("");
        assert_eq!((plain.kind, plain.is_required, plain.max_chars), (QuestionKind::LongText, false, 20_000));
        let short = last("kind = \"short-text\"\nrequired = true");
        assert_eq!((short.kind, short.is_required, short.max_chars), (QuestionKind::ShortText, true, 300));
        let several = last(&format!("kind = \"several-choices\"\n{TWO}"));
        assert_eq!(several.options[1].key, "nei");
        assert_eq!(last("kind = \"agreement\"").options, agreement_scale());
    }

    #[test]
    fn options_that_cannot_be_are_told() {
        let faults = |lines: &str| {
            let faults = with(lines).unwrap_err();
            let place = faults[0].find('.').unwrap();
            faults.iter().map(|fault| fault[place + 1..].to_owned()).collect::<Vec<_>>()
        };
        let kinds = "kind: must be long-text, short-text, one-choice, several-choices or agreement";
        assert_eq!(faults("kind = \"slider\""), [kinds]);
        assert_eq!(faults(TWO), ["options: belong to a question where something is chosen"]);
        assert_eq!(faults("kind = \"one-choice\""), ["options: must be 2 to 30"]);
        let steps = "options: must be the five steps with the keys 1 to 5, or left out";
        assert_eq!(faults(&format!("kind = \"agreement\"\n{TWO}")), [steps]);
        let wrong = TWO.replace("key = \"ja\"", "key = \"Ja!\"");
        assert_eq!(
            faults(&format!("kind = \"one-choice\"\n{wrong}")),
            ["options[1].key: must be made of a-z, 0-9 and -, and at most 40 characters long"]
        );
        let twice = TWO.replace("key = \"nei\"", "key = \"ja\"");
        assert_eq!(
            faults(&format!("kind = \"one-choice\"\n{twice}")),
            ["options[2].key: is the key of another option of the question"]
        );
    }
}
