//! The form with which an administrator writes what came of a round.

use crate::domain::language::Localized;
use crate::domain::outcome::{Outcome, OutcomePart, OutcomeRefusal, OutcomeWords};
use crate::web::fields::Fields;
use crate::web::forms::typed::{Shape, Typed};
use jiff::civil::Date;

/// The longest of the long texts, in characters.
pub const TEXT_MAX_CHARS: usize = 20_000;

static SHAPE: Shape = Shape {
    fields: &[
        ("do", 20),
        ("version", 20),
        ("decision_nb", TEXT_MAX_CHARS),
        ("decision_nn", TEXT_MAX_CHARS),
        ("decision_en", TEXT_MAX_CHARS),
        ("decided_by_nb", 300),
        ("decided_by_nn", 300),
        ("decided_by_en", 300),
        ("decided_on", 20),
        ("case_number", 100),
        ("next_nb", TEXT_MAX_CHARS),
        ("next_nn", TEXT_MAX_CHARS),
        ("next_en", TEXT_MAX_CHARS),
        ("revision_nb", 1000),
        ("revision_nn", 1000),
        ("revision_en", 1000),
    ],
    long: &["decision_", "next_", "revision_"],
};

/// What was typed.
#[derive(Debug, Clone)]
pub struct OutcomeForm(Typed);

impl Default for OutcomeForm {
    fn default() -> Self {
        Self(Typed::empty(&SHAPE))
    }
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeMistake {
    /// No such date.
    Date,
    /// A text is too long.
    TooLong(&'static str, usize),
    /// A text in another language has none in bokmål.
    OnlyOther(&'static str),
    /// Something that must be there before everyone can read it.
    Missing(OutcomePart),
    /// The round's own rules.
    Refused(OutcomeRefusal),
}

impl OutcomeForm {
    /// The fields of the form, as they are kept.
    #[must_use]
    pub fn read(fields: &Fields) -> Self {
        Self(Typed::read(&SHAPE, fields))
    }

    /// The form as it shows what stands; empty where nothing was written yet.
    #[must_use]
    pub fn of(outcome: Option<&Outcome>) -> Self {
        let Some(outcome) = outcome else { return Self::default() };
        let words = &outcome.words;
        let mut form = Self::default();
        let typed = &mut form.0;
        typed.put("version", outcome.version.to_string());
        typed.put("decided_on", words.decided_on.map(|day| day.to_string()).unwrap_or_default());
        typed.put("case_number", words.case_number.as_str());
        typed.put_localized(["decision_nb", "decision_nn", "decision_en"], &words.decision);
        typed.put_localized(["decided_by_nb", "decided_by_nn", "decided_by_en"], &words.decided_by);
        typed.put_localized(["next_nb", "next_nn", "next_en"], &words.next_steps);
        typed.put_localized(["revision_nb", "revision_nn", "revision_en"], &words.revision);
        form
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// The version that was shown; 0 where nothing stood there.
    #[must_use]
    pub fn version(&self) -> i32 {
        self.get("version").parse().unwrap_or(0)
    }

    /// The same form, over another version.
    #[must_use]
    pub fn with_version(mut self, version: i32) -> Self {
        self.0.put("version", version.to_string());
        self
    }

    /// What it says.
    ///
    /// # Errors
    /// The mistakes, all at once.
    pub fn words(&self) -> Result<OutcomeWords, Vec<OutcomeMistake>> {
        let mut mistakes = Vec::new();
        mistakes.extend(self.0.too_long().map(|(field, max)| OutcomeMistake::TooLong(field, max)));
        let day = self.get("decided_on").trim();
        let decided_on: Option<Date> = day.parse().ok();
        if decided_on.is_none() && !day.is_empty() {
            mistakes.push(OutcomeMistake::Date);
        }
        let words = OutcomeWords {
            decision: self.localized(["decision_nb", "decision_nn", "decision_en"], &mut mistakes),
            decided_by: self.localized(["decided_by_nb", "decided_by_nn", "decided_by_en"], &mut mistakes),
            decided_on,
            case_number: self.get("case_number").trim().to_owned(),
            next_steps: self.localized(["next_nb", "next_nn", "next_en"], &mut mistakes),
            revision: self.localized(["revision_nb", "revision_nn", "revision_en"], &mut mistakes),
        };
        if mistakes.is_empty() { Ok(words) } else { Err(mistakes) }
    }

    fn localized(&self, names: [&'static str; 3], mistakes: &mut Vec<OutcomeMistake>) -> Localized {
        let [nb, nn, en] = names;
        let given = |name| self.0.given(name);
        let text = Localized { nb: given(nb).unwrap_or_default(), nn: given(nn), en: given(en) };
        // The texts that everyone must write are asked for when they are made public.
        let may_wait = nb.starts_with("decision_") || nb.starts_with("next_");
        if text.nb.is_empty() && (text.nn.is_some() || text.en.is_some()) && !may_wait {
            mistakes.push(OutcomeMistake::OnlyOther(nb));
        }
        text
    }
}

/// The id of the field that a mistake stands at; the whole page where no field is to blame.
#[must_use]
pub fn place(mistake: &OutcomeMistake) -> &'static str {
    match mistake {
        OutcomeMistake::Date => "decided_on",
        OutcomeMistake::TooLong(field, _) | OutcomeMistake::OnlyOther(field) => field,
        OutcomeMistake::Missing(part) => match part {
            OutcomePart::DecisionNb => "decision_nb",
            OutcomePart::DecisionNn => "decision_nn",
            OutcomePart::DecidedOn => "decided_on",
            OutcomePart::CaseNumber => "case_number",
            OutcomePart::NextStepsNb => "next_nb",
            OutcomePart::NextStepsNn => "next_nn",
        },
        OutcomeMistake::Refused(_) => "innhold",
    }
}
