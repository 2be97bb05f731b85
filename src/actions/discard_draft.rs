//! A citizen throws a draft away.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::SubmissionId;
use crate::domain::person::PersonKey;
use crate::store::{Change, Store, drafts};

/// There is no such draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDraft;

/// Removes the draft with which `person` changes `changes`, or writes a new submission.
///
/// # Errors
/// [`NoDraft`] when it is gone already.
pub async fn discard_draft(
    store: &Store,
    person: PersonKey,
    changes: Option<SubmissionId>,
    now: Moment,
) -> Result<(), Stopped<NoDraft>> {
    store
        .change(move |tx| {
            let draft = drafts::find(tx, &person, changes)?.ok_or(Stopped::Refused(NoDraft))?;
            drafts::delete(tx, draft.id)?;
            let subject = draft.id.to_string();
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event: Event::DraftDiscarded, subject };
            Ok(Change { result: (), audit })
        })
        .await
}
