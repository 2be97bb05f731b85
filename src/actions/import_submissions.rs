//! Submissions that came by other ways are registered from a file: all of it or nothing.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::document::PinnedDocument;
use crate::domain::ids::{RevisionId, SubmissionId};
use crate::domain::person::PersonHasher;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::submission::{Answer, Revision, Status, Submission};
use crate::exports::import_file::{Fault, ImportEntry};
use crate::store::{
    Change, Reading, Store, StoreError, Writing, consultations, documents, forms, submissions,
};
use secrecy::ExposeSecret;
use std::collections::HashMap;

/// What came of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many were registered.
    pub added: usize,
    /// How many had been registered before, exactly so.
    pub unchanged: usize,
}

/// Registers every entry with its true time of receipt. Nothing is dropped, merged or
/// shortened: copies, second submissions of the same person and late ones are all kept, and an
/// entry without any answer is a submission without comment. A national id becomes the
/// person's key in the round and is forgotten. Running it again changes nothing.
///
/// # Errors
/// Every fault of every entry.
pub async fn import_submissions(
    store: &Store,
    hasher: PersonHasher,
    entries: Vec<ImportEntry>,
    now: Moment,
) -> Result<Imported, Stopped<Vec<Fault>>> {
    store
        .change(move |tx| {
            let mut rounds = Rounds::default();
            let mut faults = Vec::new();
            let mut imported = Imported::default();
            for entry in &entries {
                match import_one(tx, &hasher, &mut rounds, entry).map_err(Stopped::Failed)? {
                    Outcome::Added => imported.added += 1,
                    Outcome::Unchanged => imported.unchanged += 1,
                    Outcome::Faulty(found) => faults.extend(found),
                }
            }
            if !faults.is_empty() {
                return Err(Stopped::Refused(faults));
            }
            let subject = format!("added {}, unchanged {}", imported.added, imported.unchanged);
            let (actor, event) = (Actor::CommandLine, Event::SubmissionsImported);
            Ok(Change { result: imported, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await
}

enum Outcome {
    Added,
    Unchanged,
    Faulty(Vec<Fault>),
}

/// A round as an import needs it.
struct Round {
    consultation: Consultation,
    form: FormVersion,
    documents: Vec<PinnedDocument>,
}

/// The rounds by slug, each read once.
#[derive(Default)]
struct Rounds(HashMap<String, Option<Round>>);

impl Rounds {
    fn find(&mut self, tx: &mut Reading<'_>, slug: &str) -> Result<Option<&Round>, StoreError> {
        if !self.0.contains_key(slug) {
            let round = match consultations::find_by_slug(tx, slug)? {
                None => None,
                Some(consultation) => Some(Round {
                    form: forms::find_current(tx, consultation.id)?,
                    documents: documents::list_pins(tx, consultation.id)?,
                    consultation,
                }),
            };
            self.0.insert(slug.to_owned(), round);
        }
        Ok(self.0.get(slug).and_then(Option::as_ref))
    }
}

fn import_one(
    tx: &mut Writing<'_>,
    hasher: &PersonHasher,
    rounds: &mut Rounds,
    entry: &ImportEntry,
) -> Result<Outcome, anyhow::Error> {
    let fault =
        |field: &str, problem: String| Fault { entry: entry.key.clone(), field: field.to_owned(), problem };
    let Some(round) = rounds.find(tx, &entry.consultation)? else {
        let problem = format!("there is no round {:?}", entry.consultation);
        return Ok(Outcome::Faulty(vec![fault("consultation", problem)]));
    };
    let mut faults = Vec::new();
    let mut answers = Vec::new();
    for (number, text) in &entry.answers {
        match round.form.question(*number) {
            Some(question) => {
                answers.push(Answer { question_id: question.id, number: *number, text: text.clone() });
            }
            None => {
                faults.push(fault(&format!("answers.{number}"), "the round has no such question".to_owned()));
            }
        }
    }
    if !faults.is_empty() {
        return Ok(Outcome::Faulty(faults));
    }
    let reference = draw_reference(tx)?;
    let submission = submission(hasher, round, entry, answers, reference);
    let import_key = submission.import_key.clone().unwrap_or_default();
    if let Some(earlier) = submissions::find_by_import_key(tx, &import_key)? {
        let problem = "an entry with this key has been imported with another content".to_owned();
        let is_same = is_same(&earlier, &submission);
        return Ok(if is_same { Outcome::Unchanged } else { Outcome::Faulty(vec![fault("key", problem)]) });
    }
    submissions::insert(tx, &submission)?;
    Ok(Outcome::Added)
}

fn submission(
    hasher: &PersonHasher,
    round: &Round,
    entry: &ImportEntry,
    answers: Vec<Answer>,
    reference: Reference,
) -> Submission {
    let id = round.consultation.id;
    let person = entry.national_id.as_ref().map(|number| hasher.of_national_id(id, number.expose_secret()));
    Submission {
        id: SubmissionId::new(),
        consultation_id: id,
        reference,
        channel: entry.channel,
        status: Status::Received,
        person,
        live_key: None,
        import_key: Some(format!("{}:{}", entry.consultation, entry.key)),
        withdrawn_at: None,
        current: Revision {
            id: RevisionId::new(),
            number: 1,
            draft_id: None,
            form_version_id: round.form.id,
            received_at: entry.received_at,
            respondent: entry.respondent.clone(),
            no_comment: answers.is_empty(),
            answers,
            documents: round.documents.clone(),
        },
    }
}

/// Whether the entry is what was imported before; what has happened to it since is not asked.
fn is_same(earlier: &Submission, new: &Submission) -> bool {
    let (a, b) = (&earlier.current, &new.current);
    earlier.channel == new.channel
        && a.received_at == b.received_at
        && a.respondent == b.respondent
        && a.canonical_text() == b.canonical_text()
}

/// How often a new reference is drawn when one is taken.
const REFERENCE_TRIES: usize = 5;

/// A reference that no submission has: among many thousands, two could draw the same.
fn draw_reference(tx: &mut Reading<'_>) -> Result<Reference, anyhow::Error> {
    for _ in 0..REFERENCE_TRIES {
        let reference = Reference::random()?;
        if !submissions::has_reference(tx, &reference)? {
            return Ok(reference);
        }
    }
    anyhow::bail!("no free reference in {REFERENCE_TRIES} tries")
}
