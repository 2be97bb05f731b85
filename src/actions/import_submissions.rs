//! Submissions that came by other ways are registered from a file: all of it or nothing.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::document::PinnedDocument;
use crate::domain::ids::{RevisionId, SubmissionId};
use crate::domain::person::{PersonHasher, PersonKey};
use crate::domain::question::{FormVersion, Question, Unfit};
use crate::domain::reference::Reference;
use crate::domain::submission::{Answer, Revision, Status, Submission};
use crate::domain::text::has_visible_character;
use crate::exports::import_file::{Fault, ImportEntry, ImportFile, Mention};
use crate::store::{
    Change, Reading, Store, StoreError, Writing, consultations, documents, forms, persons, submissions,
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
/// Every fault of every entry, those that reading the file found too.
pub async fn import_submissions(
    store: &Store,
    hasher: PersonHasher,
    file: ImportFile,
    now: Moment,
) -> Result<Imported, Stopped<Vec<Fault>>> {
    store
        .change(move |tx| {
            let mut rounds = Rounds::default();
            let mut faults = file.faults.clone();
            for mention in &file.mentions {
                faults.extend(unknown(tx, &mut rounds, mention)?);
            }
            let mut imported = Imported::default();
            for entry in &file.entries {
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

/// What `mention` speaks of and is not there.
fn unknown(tx: &mut Reading<'_>, rounds: &mut Rounds, mention: &Mention) -> Result<Vec<Fault>, StoreError> {
    let fault = |field: String, problem: String| Fault { entry: mention.entry.clone(), field, problem };
    let Some(round) = rounds.find(tx, &mention.consultation)? else {
        let problem = format!("there is no round {:?}", mention.consultation);
        return Ok(vec![fault("consultation".to_owned(), problem)]);
    };
    let missing = mention.questions.iter().filter(|number| round.form.question(**number).is_none());
    let faults =
        missing.map(|number| fault(format!("answers.{number}"), "the round has no such question".to_owned()));
    Ok(faults.collect())
}

fn import_one(
    tx: &mut Writing<'_>,
    hasher: &PersonHasher,
    rounds: &mut Rounds,
    entry: &ImportEntry,
) -> Result<Outcome, anyhow::Error> {
    let mention = Mention {
        entry: entry.key.clone(),
        consultation: entry.consultation.clone(),
        questions: entry.answers.keys().copied().collect(),
    };
    let faults = unknown(tx, rounds, &mention)?;
    let Some(round) = rounds.find(tx, &entry.consultation)?.filter(|_| faults.is_empty()) else {
        return Ok(Outcome::Faulty(faults));
    };
    let answers = match answers(entry, &round.form) {
        Ok(answers) => answers,
        Err(faults) => return Ok(Outcome::Faulty(faults)),
    };
    let reference = draw_reference(tx)?;
    let keys = entry
        .national_id
        .as_ref()
        .map(|number| hasher.of_national_id(round.consultation.id, number.expose_secret()));
    let person = keys.map(|keys| persons::find_key(tx, keys)).transpose()?;
    let submission = submission(person, round, entry, answers, reference);
    let import_key = submission.import_key.clone().unwrap_or_default();
    if let Some(earlier) = submissions::find_by_import_key(tx, &import_key)? {
        if is_same(&earlier, &submission) {
            return Ok(Outcome::Unchanged);
        }
        let problem = "an entry with this key has been imported with another content".to_owned();
        return Ok(Outcome::Faulty(vec![Fault {
            entry: entry.key.clone(),
            field: "key".to_owned(),
            problem,
        }]));
    }
    submissions::insert(tx, &submission)?;
    Ok(Outcome::Added)
}

/// The entry's answers as they are kept. What was chosen may be named by key or by label, a line each.
fn answers(entry: &ImportEntry, form: &FormVersion) -> Result<Vec<Answer>, Vec<Fault>> {
    let (mut answers, mut faults) = (Vec::new(), Vec::new());
    for (number, text) in &entry.answers {
        let Some(question) = form.question(*number) else { continue };
        match chosen(question, text) {
            Ok(text) => answers.push(Answer { question_id: question.id, number: *number, text }),
            Err(problem) => {
                faults.push(Fault { entry: entry.key.clone(), field: format!("answers.{number}"), problem });
            }
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

fn chosen(question: &Question, text: &str) -> Result<String, String> {
    if question.kind.is_text() {
        return Ok(text.to_owned());
    }
    let lines = text.lines().filter(|line| has_visible_character(line));
    let keys: Vec<&str> =
        lines.map(|line| question.option_called(line).map_or(line, |option| option.key.as_str())).collect();
    question.as_kept(&keys.join("\n")).map_err(|unfit| match unfit {
        Unfit::Unknown => {
            let known: Vec<&str> = question.options.iter().map(|option| option.key.as_str()).collect();
            format!("must be {}, or its label, a line for each that is chosen", known.join(", "))
        }
        Unfit::TooMany => "can be one option only".to_owned(),
    })
}

fn submission(
    person: Option<PersonKey>,
    round: &Round,
    entry: &ImportEntry,
    answers: Vec<Answer>,
    reference: Reference,
) -> Submission {
    let id = round.consultation.id;
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
