//! What came of a round: what was decided, and what happens now.

use super::clock::Moment;
use super::ids::ConsultationId;
use super::language::Localized;
use super::text::has_visible_character;
use jiff::civil::Date;

/// The outcome of a round, as it was saved last; anything may be missing until it is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The round.
    pub consultation_id: ConsultationId,
    /// What it says.
    pub words: OutcomeWords,
    /// Counts the saves, so that of two at once the second is told.
    pub version: i32,
    /// The last save.
    pub saved_at: Moment,
    /// By whom; for staff only.
    pub saved_by: String,
}

/// What an outcome says. Empty texts are not written yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeWords {
    /// What was decided, in Markdown.
    pub decision: Localized,
    /// Who decided it: «Bergen bystyre».
    pub decided_by: Localized,
    /// When it was decided.
    pub decided_on: Option<Date>,
    /// The case in which it was decided, as the municipality writes it.
    pub case_number: String,
    /// What happens now, in Markdown.
    pub next_steps: Localized,
    /// When the plan is looked at again, in words; may stay empty.
    pub revision: Localized,
}

/// Something that must be there before an outcome can be public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomePart {
    /// The decision in bokmål.
    DecisionNb,
    /// The decision in nynorsk.
    DecisionNn,
    /// The day of the decision.
    DecidedOn,
    /// The case number.
    CaseNumber,
    /// What happens now, in bokmål.
    NextStepsNb,
    /// What happens now, in nynorsk.
    NextStepsNn,
}

impl OutcomeWords {
    /// What is missing before it can be public; nynorsk is not where the round may do without.
    #[must_use]
    pub fn missing(&self, needs_nynorsk: bool) -> Vec<OutcomePart> {
        let is_empty = |text: &str| !has_visible_character(text);
        let lacks_nn = |text: &Localized| {
            needs_nynorsk && text.nn.as_deref().is_none_or(|nn| !has_visible_character(nn))
        };
        let parts = [
            (OutcomePart::DecisionNb, is_empty(&self.decision.nb)),
            (OutcomePart::DecisionNn, lacks_nn(&self.decision)),
            (OutcomePart::DecidedOn, self.decided_on.is_none()),
            (OutcomePart::CaseNumber, is_empty(&self.case_number)),
            (OutcomePart::NextStepsNb, is_empty(&self.next_steps.nb)),
            (OutcomePart::NextStepsNn, lacks_nn(&self.next_steps)),
        ];
        parts.into_iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| part).collect()
    }
}

/// Why an outcome was not saved or made public.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutcomeRefusal {
    /// There is no such round.
    #[error("there is no such round")]
    NotFound,
    /// Somebody else has saved it since.
    #[error("somebody else has changed the outcome meanwhile")]
    ChangedMeanwhile,
    /// It is public, or is to be, and something is missing.
    #[error("the outcome is not complete")]
    Missing(Vec<OutcomePart>),
    /// The round is not at the point where it can be concluded.
    #[error(transparent)]
    Round(super::consultation::RoundRefusal),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_english_the_body_and_the_revision_is_demanded() {
        let empty = OutcomeWords::default();
        assert_eq!(empty.missing(true).len(), 6);
        assert_eq!(empty.missing(false).len(), 4);
        let both = Localized { nb: "Vedtatt".into(), nn: Some("Vedteke".into()), en: None };
        let whole = OutcomeWords {
            decision: both.clone(),
            decided_on: Some(jiff::civil::date(2023, 12, 13)),
            case_number: "1234/23".into(),
            next_steps: both,
            ..OutcomeWords::default()
        };
        assert_eq!(whole.missing(true), []);
        let blank = OutcomeWords { case_number: " \u{200b}".into(), ..whole };
        assert_eq!(blank.missing(true), [OutcomePart::CaseNumber]);
    }
}
