//! An administrator removes a document that nobody outside has seen yet.

use super::Stopped;
use super::add_document::subject;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::document::DocumentRefusal;
use crate::store::{Change, Store, consultations, documents};

/// Removes it; its bytes are left to those who sweep.
///
/// # Errors
/// `NotFound`; `IsPublic` as soon as the round is public: nothing that was public disappears.
pub async fn remove_document(
    store: &Store,
    slug: String,
    name: String,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<DocumentRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            if round.is_public(now) {
                return Err(Stopped::Refused(DocumentRefusal::IsPublic));
            }
            let document = documents::find(tx, round.id, &name)?;
            let document = document.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            documents::delete(tx, document.id)?;
            let audit = AuditEntry {
                at: now,
                actor: actor.clone(),
                event: Event::DocumentRemoved,
                subject: subject(&slug, &name),
            };
            Ok(Change { result: (), audit })
        })
        .await
}
