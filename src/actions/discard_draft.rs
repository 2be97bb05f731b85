//! A citizen throws a draft away.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::DraftPlace;
use crate::domain::person::PersonKey;
use crate::store::{Change, Store, drafts};

/// There is no such draft, or it is not theirs to throw away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDraft;

/// Removes the draft of `person` at `place`; one that several write on only its owner.
///
/// # Errors
/// [`NoDraft`] when it is gone already.
pub async fn discard_draft(
    store: &Store,
    person: PersonKey,
    place: DraftPlace,
    now: Moment,
) -> Result<(), Stopped<NoDraft>> {
    store
        .change(move |tx| {
            let draft = drafts::find(tx, &person, place)?.filter(|draft| draft.person == person);
            let draft = draft.ok_or(Stopped::Refused(NoDraft))?;
            drafts::delete(tx, draft.id)?;
            let subject = draft.id.to_string();
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event: Event::DraftDiscarded, subject };
            Ok(Change { result: (), audit })
        })
        .await
}
