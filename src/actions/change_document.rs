//! An administrator changes what is said of a document; its file stays.

use super::Stopped;
use super::add_document::subject;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::document::{DocumentRefusal, DocumentWords};
use crate::store::{Change, Store, consultations, documents};

/// Writes `words` for the document `name`, where it is still of `shown_version`.
///
/// # Errors
/// [`DocumentRefusal`].
pub async fn change_document(
    store: &Store,
    slug: String,
    name: String,
    shown_version: i32,
    words: DocumentWords,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<DocumentRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            let document = documents::find(tx, round.id, &name)?;
            let document = document.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            if !documents::update_words(tx, document.id, shown_version, &words)? {
                return Err(Stopped::Refused(DocumentRefusal::ChangedMeanwhile));
            }
            let audit = AuditEntry {
                at: now,
                actor: actor.clone(),
                event: Event::DocumentChanged,
                subject: subject(&slug, &name),
            };
            Ok(Change { result: (), audit })
        })
        .await
}
