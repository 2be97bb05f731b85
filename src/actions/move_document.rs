//! An administrator moves a document up or down among those of its round.

use super::Stopped;
use super::add_document::subject;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::document::DocumentRefusal;
use crate::domain::ids::DocumentId;
use crate::domain::order::Way;
use crate::store::{Change, Store, consultations, documents};

/// Moves the document one place; at the end of the list it stays.
///
/// # Errors
/// `NotFound`.
pub async fn move_document(
    store: &Store,
    slug: String,
    name: String,
    way: Way,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<DocumentRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            let papers = documents::list(tx, round.id)?;
            let place = papers.iter().position(|paper| paper.name == name);
            let place = place.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            let other = way.from(place, papers.len());
            let mut ids: Vec<DocumentId> = papers.iter().map(|paper| paper.id).collect();
            ids.swap(place, other);
            documents::update_order(tx, &ids)?;
            let audit = AuditEntry {
                at: now,
                actor: actor.clone(),
                event: Event::DocumentMoved,
                subject: subject(&slug, &name),
            };
            Ok(Change { result: (), audit })
        })
        .await
}
