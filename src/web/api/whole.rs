//! All of a round, as its public page shows it.

use super::papers::Paper;
use super::shapes::{Round, Text};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Contact, DeadlineDecision};
use crate::domain::question::{Choice, FormVersion, Question};
use serde::Serialize;
use utoipa::ToSchema;

/// Whom to ask about a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct Enquiries {
    /// A person or an office.
    name: String,
    email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    phone: Option<String>,
}

impl From<&Contact> for Enquiries {
    fn from(contact: &Contact) -> Self {
        Self { name: contact.name.clone(), email: contact.email.clone(), phone: contact.phone.clone() }
    }
}

/// A decision that moved the opening or the deadline.
#[derive(Debug, Serialize, ToSchema)]
pub struct Decision {
    /// `opened`, `extended`, `closed` or `reopened`.
    kind: String,
    #[schema(format = DateTime)]
    decided_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reason: Option<Text>,
    /// The deadline before.
    #[schema(format = DateTime)]
    closed_before: String,
    /// The deadline after.
    #[schema(format = DateTime)]
    closes_after: String,
}

impl From<&DeadlineDecision> for Decision {
    fn from(decision: &DeadlineDecision) -> Self {
        Self {
            kind: decision.kind.name().to_owned(),
            decided_at: decision.decided_at.to_string(),
            reason: decision.reason.as_ref().map(Text::from),
            closed_before: decision.closed_before.to_string(),
            closes_after: decision.closes_after.to_string(),
        }
    }
}

/// What is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct Form {
    /// 1 for the first; a change after the opening makes the next.
    version: i32,
    /// Why it was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    note: Option<Text>,
    questions: Vec<FormQuestion>,
}

/// One question.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormQuestion {
    /// Its place in the form, from 1.
    number: i32,
    /// The theme it belongs to.
    theme: Text,
    /// The question itself.
    wording: Text,
    /// Help for answering.
    help: Text,
    /// `long-text`, `short-text`, `one-choice`, `several-choices` or `agreement`.
    kind: String,
    /// Whether it must be answered.
    is_required: bool,
    /// The longest written answer, in characters.
    max_chars: i32,
    /// What can be chosen; empty where the answer is written.
    options: Vec<FormOption>,
}

/// Something that can be chosen.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormOption {
    key: String,
    label: Text,
}

impl From<&FormVersion> for Form {
    fn from(form: &FormVersion) -> Self {
        Self {
            version: form.number,
            note: form.note.as_ref().map(Text::from),
            questions: form.questions.iter().map(FormQuestion::from).collect(),
        }
    }
}

impl From<&Question> for FormQuestion {
    fn from(question: &Question) -> Self {
        let option = |choice: &Choice| FormOption { key: choice.key.clone(), label: (&choice.label).into() };
        Self {
            number: question.number,
            theme: (&question.theme).into(),
            wording: (&question.wording).into(),
            help: (&question.help).into(),
            kind: question.kind.name().to_owned(),
            is_required: question.is_required,
            max_chars: question.max_chars,
            options: question.options.iter().map(option).collect(),
        }
    }
}

/// All of a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct WholeRound {
    #[serde(flatten)]
    round: Round,
    /// The text, in Markdown.
    body: Text,
    /// What happens after the deadline, in Markdown.
    next_steps: Text,
    contact: Enquiries,
    /// The least that is asked of who someone is before they may answer: `open`, `e-mail` or `id-porten`.
    who_may_answer: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    who_may_answer_why: Option<Text>,
    form: Form,
    /// What has been decided about its opening and deadline, the last first.
    decisions: Vec<Decision>,
    documents: Vec<Paper>,
    /// Other public rounds of the same work, by slug.
    related: Vec<String>,
    /// The public round that it follows, by slug.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    previous: Option<String>,
}

/// What stands beside a round, all of it public.
#[derive(Debug)]
pub struct Beside {
    /// Its form.
    pub form: FormVersion,
    /// What has been decided, the last first.
    pub decisions: Vec<DeadlineDecision>,
    /// Its documents.
    pub papers: Vec<Paper>,
    /// The slugs of public rounds of the same work.
    pub related: Vec<String>,
    /// The slug of the round before, where that is public.
    pub previous: Option<String>,
}

impl WholeRound {
    /// A round that the public may see at `now`; `None` for any other.
    #[must_use]
    pub fn of(round: &Consultation, beside: Beside, base_url: &str, now: Moment) -> Option<Self> {
        Some(Self {
            round: Round::of(round, base_url, now)?,
            body: (&round.body).into(),
            next_steps: (&round.next_steps).into(),
            contact: (&round.contact).into(),
            who_may_answer: round.who_may_answer.name().to_owned(),
            who_may_answer_why: round.who_may_answer_why.as_ref().map(Text::from),
            form: (&beside.form).into(),
            decisions: beside.decisions.iter().map(Decision::from).collect(),
            documents: beside.papers,
            related: beside.related,
            previous: beside.previous,
        })
    }
}
