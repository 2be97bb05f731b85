//! The form with which an administrator writes a question, and the note that goes with a change.

use crate::domain::form_edit::{
    ANSWER_MAX_CHARS, FormRefusal, OPTIONS_MAX, QuestionWords, SHORT_ANSWER_MAX_CHARS,
};
use crate::domain::language::Localized;
use crate::domain::question::{Question, QuestionKind};
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use crate::text::agreement::agreement_scale;
use crate::web::fields::Fields;
use std::collections::{BTreeMap, BTreeSet};

/// The fields, and the longest text of each in characters.
const FIELDS: [(&str, usize); 20] = [
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
];
/// Those that may have several lines begin so.
const LONG: [&str; 4] = ["wording_", "help_", "options_", "reason_"];
/// What is proposed for a new question.
const USUAL_MAX_CHARS: i32 = ANSWER_MAX_CHARS;
const USUAL_SHORT_MAX_CHARS: i32 = 200;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct QuestionForm(BTreeMap<&'static str, String>);

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
        let mut typed = BTreeMap::new();
        for (name, _) in FIELDS {
            let given = fields.iter().rfind(|(field, _)| field == name);
            if let Some((_, value)) = given {
                typed.insert(name, clean(name, value));
            }
        }
        Self(typed)
    }

    /// The form for a new question.
    #[must_use]
    pub fn empty() -> Self {
        Self(BTreeMap::from([("kind", QuestionKind::LongText.name().to_owned())]))
    }

    /// The form as it shows a question.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let max_chars = if question.kind.is_text() { question.max_chars.to_string() } else { String::new() };
        let mut typed = BTreeMap::from([
            ("shown", question.fingerprint()),
            ("kind", question.kind.name().to_owned()),
            ("max_chars", max_chars),
        ]);
        if question.is_required {
            typed.insert("required", "true".to_owned());
        }
        for ([nb, nn, en], text) in [
            (["theme_nb", "theme_nn", "theme_en"], &question.theme),
            (["wording_nb", "wording_nn", "wording_en"], &question.wording),
            (["help_nb", "help_nn", "help_en"], &question.help),
        ] {
            typed.insert(nb, text.nb.clone());
            typed.insert(nn, text.nn.clone().unwrap_or_default());
            typed.insert(en, text.en.clone().unwrap_or_default());
        }
        if question.kind != QuestionKind::Agreement {
            let lines = |pick: fn(&Localized) -> Option<&str>| {
                let labels = question.options.iter().map(|option| pick(&option.label));
                labels.collect::<Option<Vec<_>>>().map(|labels| labels.join("\n")).unwrap_or_default()
            };
            typed.insert("options_nb", lines(|label| Some(&label.nb)));
            typed.insert("options_nn", lines(|label| label.nn.as_deref()));
            typed.insert("options_en", lines(|label| label.en.as_deref()));
        }
        Self(typed)
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The same form, shown beside what stands there now.
    #[must_use]
    pub fn shown_with(mut self, question: &Question) -> Self {
        self.0.insert("shown", question.fingerprint());
        self
    }

    /// What is said of the question; mistakes are added, in the order of the form.
    pub fn words(&self, mistakes: &mut Vec<QuestionMistake>) -> Option<QuestionWords> {
        for field in ["theme_nb", "wording_nb"] {
            if self.given(field).is_none() {
                mistakes.push(QuestionMistake::Missing(field));
            }
        }
        if self.given("help_nb").is_none() && (self.given("help_nn").or(self.given("help_en")).is_some()) {
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
            theme: self.localized("theme_nb", "theme_nn", "theme_en")?,
            wording: self.localized("wording_nb", "wording_nn", "wording_en")?,
            help: self.localized("help_nb", "help_nn", "help_en").unwrap_or_default(),
            kind: kind?,
            is_required: self.get("required") == "true",
            options,
            max_chars,
        })
    }

    /// Why the form is changed, in public; mistakes are added where it is not in both Norwegian languages.
    pub fn reason(&self, mistakes: &mut Vec<QuestionMistake>) -> Option<Localized> {
        for field in ["reason_nb", "reason_nn"] {
            if self.given(field).is_none() {
                mistakes.push(QuestionMistake::Missing(field));
            }
        }
        self.bound(mistakes);
        Some(Localized { nb: self.given("reason_nb")?, nn: self.given("reason_nn"), en: None })
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
        for (field, max_chars) in FIELDS {
            if count_chars(self.get(field)) > max_chars {
                mistakes.push(QuestionMistake::TooLong(field, max_chars));
            }
        }
    }

    fn given(&self, field: &str) -> Option<String> {
        let text = self.get(field).trim();
        has_visible_character(text).then(|| text.to_owned())
    }

    fn localized(&self, nb: &str, nn: &str, en: &str) -> Option<Localized> {
        Some(Localized { nb: self.given(nb)?, nn: self.given(nn), en: self.given(en) })
    }
}

/// No browser sends a control character in a line; in a text it sends ends of lines.
fn clean(field: &str, value: &str) -> String {
    let is_long = LONG.iter().any(|start| field.starts_with(start));
    let fits = |c: char| !c.is_control() || (is_long && c == '\n');
    as_kept(value).chars().map(|c| if fits(c) { c } else { ' ' }).collect()
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
