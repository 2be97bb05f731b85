//! The form with which an administrator writes a question, and the note that goes with a change.

use crate::domain::form_edit::{
    ANSWER_MAX_CHARS, FormRefusal, OPTIONS_MAX, QuestionWords, SHORT_ANSWER_MAX_CHARS,
};
use crate::domain::language::Localized;
use crate::domain::question::{Question, QuestionKind};
use crate::domain::text::has_visible_character;
use crate::text::agreement::agreement_scale;
use crate::web::fields::Fields;
use crate::web::forms::typed::{Shape, Typed};
use std::collections::BTreeSet;

static SHAPE: Shape = Shape {
    fields: &[
        ("do", 20),
        ("shown", 40),
        ("question", 60),
        ("kind", 40),
        ("required", 10),
        ("max_chars", 20),
        ("theme_nb", 200),
        ("theme_nn", 200),
        ("theme_en", 200),
        ("wording_nb", 1000),
        ("wording_nn", 1000),
        ("wording_en", 1000),
        ("help_nb", 2000),
        ("help_nn", 2000),
        ("help_en", 2000),
        ("options_nb", 4000),
        ("options_nn", 4000),
        ("options_en", 4000),
        ("reason_nb", 4000),
        ("reason_nn", 4000),
    ],
    long: &["wording_", "help_", "options_", "reason_"],
};
/// What is proposed for a new question.
const USUAL_MAX_CHARS: i32 = ANSWER_MAX_CHARS;
const USUAL_SHORT_MAX_CHARS: i32 = 200;

/// What was typed.
#[derive(Debug, Clone)]
pub struct QuestionForm(Typed);

impl Default for QuestionForm {
    fn default() -> Self {
        Self(Typed::empty(&SHAPE))
    }
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionMistake {
    /// No kind was chosen.
    Kind,
    /// A field must be filled in.
    Missing(&'static str),
    /// A text is too long.
    TooLong(&'static str, usize),
    /// The longest answer is no number within the bounds.
    MaxChars(i32),
    /// There is nothing to choose among.
    TooFewOptions,
    /// There is more to choose among than anyone reads.
    TooManyOptions,
    /// Two of the options say the same.
    SameOption,
    /// A language has not as many options as bokmål, so that nobody knows which is which.
    OptionsDiffer(&'static str),
    /// The form's own rules.
    Refused(FormRefusal),
}

impl QuestionForm {
    /// The fields of the form, as they are kept.
    #[must_use]
    pub fn read(fields: &Fields) -> Self {
        Self(Typed::read(&SHAPE, fields))
    }

    /// The form for a new question.
    #[must_use]
    pub fn empty() -> Self {
        let mut form = Self::default();
        form.0.put("kind", QuestionKind::LongText.name());
        form
    }

    /// The form as it shows a question.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let max_chars = if question.kind.is_text() { question.max_chars.to_string() } else { String::new() };
        let mut form = Self::default();
        let typed = &mut form.0;
        typed.put("shown", question.fingerprint());
        typed.put("kind", question.kind.name());
        typed.put("max_chars", max_chars);
        typed.put("required", if question.is_required { "true" } else { "" });
        typed.put_localized(["theme_nb", "theme_nn", "theme_en"], &question.theme);
        typed.put_localized(["wording_nb", "wording_nn", "wording_en"], &question.wording);
        typed.put_localized(["help_nb", "help_nn", "help_en"], &question.help);
        if question.kind != QuestionKind::Agreement {
            let lines = |pick: fn(&Localized) -> Option<&str>| {
                let labels = question.options.iter().map(|option| pick(&option.label));
                labels.collect::<Option<Vec<_>>>().map(|labels| labels.join("\n")).unwrap_or_default()
            };
            typed.put("options_nb", lines(|label| Some(&label.nb)));
            typed.put("options_nn", lines(|label| label.nn.as_deref()));
            typed.put("options_en", lines(|label| label.en.as_deref()));
        }
        form
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// The same form, shown beside what stands there now.
    #[must_use]
    pub fn shown_with(mut self, question: &Question) -> Self {
        self.0.put("shown", question.fingerprint());
        self
    }

    /// What is said of the question; mistakes are added, in the order of the form.
    pub fn words(&self, mistakes: &mut Vec<QuestionMistake>) -> Option<QuestionWords> {
        for field in ["theme_nb", "wording_nb"] {
            if self.0.given(field).is_none() {
                mistakes.push(QuestionMistake::Missing(field));
            }
        }
        if self.0.given("help_nb").is_none()
            && (self.0.given("help_nn").or(self.0.given("help_en")).is_some())
        {
            mistakes.push(QuestionMistake::Missing("help_nb"));
        }
        let kind = QuestionKind::from_name(self.get("kind"));
        if kind.is_none() {
            mistakes.push(QuestionMistake::Kind);
        }
        let max_chars = self.max_chars(kind, mistakes);
        let options = self.options(kind, mistakes);
        self.bound(mistakes);
        Some(QuestionWords {
            theme: self.0.localized(["theme_nb", "theme_nn", "theme_en"])?,
            wording: self.0.localized(["wording_nb", "wording_nn", "wording_en"])?,
            help: self.0.localized(["help_nb", "help_nn", "help_en"]).unwrap_or_default(),
            kind: kind?,
            is_required: self.get("required") == "true",
            options,
            max_chars,
        })
    }

    /// Why the form is changed, in public; mistakes are added where it is not in both Norwegian languages.
    pub fn reason(&self, mistakes: &mut Vec<QuestionMistake>) -> Option<Localized> {
        for field in ["reason_nb", "reason_nn"] {
            if self.0.given(field).is_none() {
                mistakes.push(QuestionMistake::Missing(field));
            }
        }
        self.bound(mistakes);
        Some(Localized { nb: self.0.given("reason_nb")?, nn: self.0.given("reason_nn"), en: None })
    }

    /// The longest written answer; where something is chosen, it says nothing.
    fn max_chars(&self, kind: Option<QuestionKind>, mistakes: &mut Vec<QuestionMistake>) -> i32 {
        let (usual, most) = match kind {
            Some(QuestionKind::ShortText) => (USUAL_SHORT_MAX_CHARS, SHORT_ANSWER_MAX_CHARS),
            _ => (USUAL_MAX_CHARS, ANSWER_MAX_CHARS),
        };
        let typed: String = self.get("max_chars").chars().filter(|c| !c.is_whitespace()).collect();
        if typed.is_empty() || !kind.is_some_and(QuestionKind::is_text) {
            return usual;
        }
        match typed.parse() {
            Ok(chars) if (1..=most).contains(&chars) => chars,
            _ => {
                mistakes.push(QuestionMistake::MaxChars(most));
                usual
            }
        }
    }

    fn options(&self, kind: Option<QuestionKind>, mistakes: &mut Vec<QuestionMistake>) -> Vec<Localized> {
        match kind {
            Some(QuestionKind::OneChoice | QuestionKind::SeveralChoices) => {}
            Some(QuestionKind::Agreement) => {
                return agreement_scale().into_iter().map(|step| step.label).collect();
            }
            _ => return Vec::new(),
        }
        let [nb, nn, en] = ["options_nb", "options_nn", "options_en"].map(|field| self.lines(field));
        let different: BTreeSet<String> = nb.iter().map(|label| label.to_lowercase()).collect();
        if nb.len() < 2 {
            mistakes.push(QuestionMistake::TooFewOptions);
        } else if nb.len() > OPTIONS_MAX {
            mistakes.push(QuestionMistake::TooManyOptions);
        } else if different.len() < nb.len() {
            mistakes.push(QuestionMistake::SameOption);
        }
        for (field, labels) in [("options_nn", &nn), ("options_en", &en)] {
            if !labels.is_empty() && labels.len() != nb.len() {
                mistakes.push(QuestionMistake::OptionsDiffer(field));
            }
        }
        let label = |(place, nb): (usize, String)| Localized {
            nb,
            nn: nn.get(place).cloned(),
            en: en.get(place).cloned(),
        };
        nb.into_iter().enumerate().map(label).collect()
    }

    /// The lines of a field that have something in them.
    fn lines(&self, field: &str) -> Vec<String> {
        let lines = self.get(field).lines().map(str::trim).filter(|line| has_visible_character(line));
        lines.map(str::to_owned).collect()
    }

    fn bound(&self, mistakes: &mut Vec<QuestionMistake>) {
        mistakes.extend(self.0.too_long().map(|(field, max)| QuestionMistake::TooLong(field, max)));
    }
}

/// The id of the field that a mistake stands at; the whole page where no field is to blame.
#[must_use]
pub fn place(mistake: QuestionMistake) -> &'static str {
    match mistake {
        QuestionMistake::Kind => "kind",
        QuestionMistake::Missing(field)
        | QuestionMistake::TooLong(field, _)
        | QuestionMistake::OptionsDiffer(field) => field,
        QuestionMistake::MaxChars(_) => "max_chars",
        QuestionMistake::TooFewOptions | QuestionMistake::TooManyOptions | QuestionMistake::SameOption => {
            "options_nb"
        }
        QuestionMistake::Refused(_) => "innhold",
    }
}
