//! A citizen takes a file away from a draft.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::DraftPlace;
use crate::domain::ids::AttachmentId;
use crate::domain::person::PersonKey;
use crate::store::{Change, Store, attachments, drafts};

/// There is no such file, or it is not theirs to take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAttachment;

/// Removes a file from the draft of `person` at `place`; whoever writes on it may.
///
/// # Errors
/// [`NoAttachment`] when it is gone already.
pub async fn remove_attachment(
    store: &Store,
    person: PersonKey,
    place: DraftPlace,
    id: AttachmentId,
    now: Moment,
) -> Result<(), Stopped<NoAttachment>> {
    store
        .change(move |tx| {
            let found = drafts::find_version(tx, &person, place)?;
            let (draft, ..) = found.ok_or(Stopped::Refused(NoAttachment))?;
            if !drafts::hold(tx, draft)? || !attachments::delete(tx, draft, id)? {
                return Err(Stopped::Refused(NoAttachment));
            }
            let (event, subject) = (Event::AttachmentRemoved, format!("{draft}: attachment {id}"));
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event, subject };
            Ok(Change { result: (), audit })
        })
        .await
}
