//! Staff read something: the log says who, what and when.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::reference::Reference;
use crate::store::{Change, Reading, Store, StoreError, audit};

/// How long one line stands for all that the same person reads of the same thing.
const STANDS_FOR_SECONDS: i64 = 60 * 60;
/// The subject of reading the log itself; what was looked for in it is not told, for it may be
/// somebody's name.
const THE_LOG: &str = "log";

/// What is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A submission.
    Submission(Reference),
    /// A page of answers to one question.
    Answers {
        /// The round's slug.
        slug: String,
        /// The question's number.
        question: i32,
        /// The page, from 1.
        page: usize,
    },
    /// The audit log.
    Log,
}

impl Read {
    fn event_and_subject(&self) -> (Event, String) {
        match self {
            Self::Submission(reference) => (Event::SubmissionRead, reference.to_string()),
            Self::Answers { slug, question, page } => {
                (Event::AnswersRead, format!("{slug}: question {question}, page {page}"))
            }
            Self::Log => (Event::LogRead, THE_LOG.to_owned()),
        }
    }
}

/// There is a line from within the hour.
struct Known;

/// Writes a line, unless the same person has one about the same thing from within the hour. A
/// page is shown only after this: what cannot be logged is not shown.
///
/// # Errors
/// When the database fails or too many wait.
pub async fn log_reading(
    store: &Store,
    read: &Read,
    actor: &Actor,
    now: Moment,
) -> Result<(), anyhow::Error> {
    let (event, subject) = read.event_and_subject();
    let entry = AuditEntry { at: now, actor: actor.clone(), event, subject };
    let asked = entry.clone();
    // Asked first among the reads, so that reading on costs no write.
    if store.read(move |tx| is_known(tx, &asked)).await? {
        return Ok(());
    }
    let logged = store
        .change(move |tx| {
            if is_known(tx, &entry)? {
                return Err(Stopped::Refused(Known));
            }
            Ok(Change { result: (), audit: entry.clone() })
        })
        .await;
    match logged {
        Ok(()) | Err(Stopped::Refused(Known)) => Ok(()),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

fn is_known(tx: &mut Reading<'_>, entry: &AuditEntry) -> Result<bool, StoreError> {
    let since = entry.at.plus_seconds(-STANDS_FOR_SECONDS);
    audit::has_line_since(tx, &entry.actor, entry.event, &entry.subject, since)
}
