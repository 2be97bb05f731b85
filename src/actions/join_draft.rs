//! Someone who was invited writes on a draft with others.

use super::Stopped;
use super::sign_in::token_sha256;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, Member};
use crate::domain::person::{Identity, PersonHasher};
use crate::store::{Change, Store, StoreError, consultations, drafts, members, persons};

/// Who joins.
#[derive(Debug, Clone)]
pub struct Joining {
    /// The invitation's token.
    pub token: String,
    /// Who they are.
    pub identity: Identity,
    /// Their name, as the others shall read it.
    pub name: String,
}

/// The invitation does not work, or not for someone who came this way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotInvited;

/// Uses an invitation up. Those who write on the draft already stay as they are.
///
/// # Errors
/// [`NotInvited`].
pub async fn join_draft(
    store: &Store,
    joining: Joining,
    hasher: PersonHasher,
    now: Moment,
) -> Result<Draft, Stopped<NotInvited>> {
    let hash = token_sha256(&joining.token);
    store
        .change(move |tx| {
            let not_invited = || Stopped::Refused(NotInvited);
            let invitation = members::find_invitation(tx, &hash, now)?.ok_or_else(not_invited)?;
            let draft = drafts::find_by_id(tx, invitation.draft_id)?.ok_or_else(not_invited)?;
            let round = consultations::find(tx, draft.consultation_id)?.ok_or_else(not_invited)?;
            if !round.who_may_answer.admits(&joining.identity) {
                return Err(not_invited());
            }
            if !members::delete_invitation(tx, draft.id, invitation.id)? {
                return Err(not_invited());
            }
            let person = persons::find_key(tx, hasher.of_identity(round.id, &joining.identity))?;
            let member = Member { person, name: joining.name.clone(), joined_at: now };
            match members::insert(tx, draft.id, &member) {
                Ok(()) | Err(StoreError::AlreadyThere) => {}
                Err(error) => return Err(error.into()),
            }
            let subject = draft.id.to_string();
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event: Event::DraftJoined, subject };
            Ok(Change { result: draft, audit })
        })
        .await
}
