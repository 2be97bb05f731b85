//! The owner of a draft for an organisation lets colleagues write on it, or no longer.

use super::Stopped;
use super::sign_in::{new_token, token_sha256};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, DraftPlace, INVITATION_SECONDS, Invitation, MEMBERS_MAX, Member};
use crate::domain::ids::InvitationId;
use crate::domain::person::PersonKey;
use crate::store::{Change, Reading, Store, Writing, drafts, members};

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareRefusal {
    /// There is no such draft, it is somebody else's, or it is not for an organisation.
    NotFound,
    /// As many as may be invited have been.
    TooMany,
}

/// Whose draft, and which.
#[derive(Debug, Clone)]
pub struct Whose {
    /// Who asks.
    pub person: PersonKey,
    /// The draft.
    pub place: DraftPlace,
}

/// What is to change among those who write on a draft.
#[derive(Debug, Clone)]
pub enum Deed {
    /// An invitation is taken back.
    Revoke(InvitationId),
    /// One no longer writes on it: the owner removes another, or another leaves.
    Remove(PersonKey),
    /// Whether members may change what becomes of it.
    MayChange(bool),
}

/// Makes a link with which one more may write on the draft; the first one shares it, under the
/// owner's `name`. Returns the link's token, which is kept nowhere, and the draft.
///
/// # Errors
/// [`ShareRefusal`].
pub async fn invite(
    store: &Store,
    whose: Whose,
    name: String,
    now: Moment,
) -> Result<(String, Draft), Stopped<ShareRefusal>> {
    let token = new_token().map_err(|error| Stopped::Failed(error.into()))?;
    let (hash, id) = (token_sha256(&token), InvitationId::new());
    let draft = store
        .change(move |tx| {
            let draft = find_owned(tx, &whose)?;
            if draft.sharing.is_none() {
                members::mark_shared(tx, draft.id, &draft.person)?;
                let owner = Member { person: draft.person.clone(), name: name.clone(), joined_at: now };
                members::insert(tx, draft.id, &owner)?;
            }
            let others = members::list(tx, draft.id)?.len().saturating_sub(1);
            if others + members::list_invitations(tx, draft.id, now)?.len() >= MEMBERS_MAX {
                return Err(Stopped::Refused(ShareRefusal::TooMany));
            }
            let expires_at = now.plus_seconds(INVITATION_SECONDS);
            let invitation = Invitation { id, draft_id: draft.id, created_at: now, expires_at };
            members::insert_invitation(tx, &invitation, &hash)?;
            Ok(with_line(draft, Event::InvitationMade, now))
        })
        .await?;
    Ok((token, draft))
}

/// Changes who writes on a shared draft.
///
/// # Errors
/// `NotFound` where it is not theirs to do, or nothing is left to do.
pub async fn change_sharing(
    store: &Store,
    whose: Whose,
    deed: Deed,
    now: Moment,
) -> Result<Draft, Stopped<ShareRefusal>> {
    store
        .change(move |tx| {
            let not_found = Stopped::Refused(ShareRefusal::NotFound);
            let (draft, event, is_done) = match &deed {
                Deed::Revoke(id) => {
                    let draft = find_owned(tx, &whose)?;
                    let is_done = members::delete_invitation(tx, draft.id, *id)?;
                    (draft, Event::InvitationRevoked, is_done)
                }
                Deed::Remove(person) => remove(tx, &whose, person)?,
                Deed::MayChange(may_change) => {
                    let draft = find_owned(tx, &whose)?;
                    members::update_may_change(tx, draft.id, *may_change)?;
                    (draft, Event::DraftSharingChanged, true)
                }
            };
            if is_done { Ok(with_line(draft, event, now)) } else { Err(not_found) }
        })
        .await
}

fn remove(
    tx: &mut Writing<'_>,
    whose: &Whose,
    person: &PersonKey,
) -> Result<(Draft, Event, bool), Stopped<ShareRefusal>> {
    let draft = find_draft(tx, whose)?;
    let may = draft.person == whose.person || *person == whose.person;
    // A draft stays with its owner.
    let is_done = may && draft.person != *person && members::delete(tx, draft.id, person)?;
    Ok((draft, Event::DraftLeft, is_done))
}

fn find_draft(tx: &mut Reading<'_>, whose: &Whose) -> Result<Draft, Stopped<ShareRefusal>> {
    let draft = drafts::find(tx, &whose.person, whose.place)?;
    draft.filter(Draft::may_be_shared).ok_or(Stopped::Refused(ShareRefusal::NotFound))
}

fn find_owned(tx: &mut Reading<'_>, whose: &Whose) -> Result<Draft, Stopped<ShareRefusal>> {
    let draft = find_draft(tx, whose)?;
    if draft.person == whose.person { Ok(draft) } else { Err(Stopped::Refused(ShareRefusal::NotFound)) }
}

fn with_line(draft: Draft, event: Event, at: Moment) -> Change<Draft> {
    let subject = draft.id.to_string();
    Change { result: draft, audit: AuditEntry { at, actor: Actor::Citizen, event, subject } }
}
