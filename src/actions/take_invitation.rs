//! Somebody who has come in begins to answer for a consulted body, by its link.

use super::Stopped;
use super::sign_in::token_sha256;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, DraftContent, DraftPlace};
use crate::domain::ids::{DraftId, InviteeId};
use crate::domain::invitee::{InvitedRefusal, InviteeFacts};
use crate::domain::person::{Identity, PersonHasher, PersonKey};
use crate::domain::submission::may_submit;
use crate::store::{Change, Reading, Store, StoreError, consultations, drafts, invitees, persons};

/// Who begins.
#[derive(Debug, Clone)]
pub struct Taking {
    /// The link's token.
    pub token: String,
    /// Who they are.
    pub identity: Identity,
    /// What the form begins with beside the body's name and number.
    pub content: DraftContent,
}

/// The draft that they shall go on with: one of this body's that is theirs, or their own, which is made
/// where they have none. Their own may be for somebody else, and then nothing is remembered.
///
/// # Errors
/// [`InvitedRefusal`].
pub async fn take_invitation(
    store: &Store,
    taking: Taking,
    hasher: PersonHasher,
    now: Moment,
) -> Result<Draft, Stopped<InvitedRefusal>> {
    let hash = token_sha256(&taking.token);
    store
        .change(move |tx| {
            let no_link = || Stopped::Refused(InvitedRefusal::NoSuchLink);
            let invitee = invitees::find_by_token(tx, &hash)?.ok_or_else(no_link)?;
            let round = consultations::find(tx, invitee.consultation_id)?.ok_or_else(no_link)?;
            if !round.who_may_answer.admits(&taking.identity) {
                return Err(Stopped::Refused(InvitedRefusal::NotLetIn));
            }
            may_submit(&round, Some(now), now)
                .map_err(|refusal| Stopped::Refused(InvitedRefusal::Round(refusal)))?;
            let person = persons::find_key(tx, hasher.of_identity(round.id, &taking.identity))?;
            if let Some(draft) = find_begun(tx, invitee.id, &person)? {
                return Ok(with_line(draft, Event::InvitationTaken, now));
            }
            if let Some(draft) = drafts::find(tx, &person, DraftPlace::New)? {
                if is_for(&draft.content, &invitee.facts) {
                    invitees::insert_draft(tx, invitee.id, draft.id)?;
                }
                return Ok(with_line(draft, Event::InvitationTaken, now));
            }
            let draft = Draft {
                id: DraftId::new(),
                consultation_id: round.id,
                person,
                changes: None,
                content: filled_in(&taking.content, &invitee.facts),
                version: 1,
                begun_at: now,
                saved_at: now,
                sharing: None,
            };
            drafts::insert(tx, &draft)?;
            invitees::insert_draft(tx, invitee.id, draft.id)?;
            Ok(with_line(draft, Event::DraftBegun, now))
        })
        .await
}

/// The draft that this person has begun for the body, or writes on with others.
fn find_begun(
    tx: &mut Reading<'_>,
    invitee: InviteeId,
    person: &PersonKey,
) -> Result<Option<Draft>, StoreError> {
    for id in invitees::list_drafts(tx, invitee)? {
        let Some(draft) = drafts::find_by_id(tx, id)? else { continue };
        if let Some(draft) = drafts::find(tx, person, draft.place())?.filter(|one| one.id == id) {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

/// Whether what has been typed is for this body.
fn is_for(content: &DraftContent, facts: &InviteeFacts) -> bool {
    let typed: String = content.org_number.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = facts.org_number.as_ref().is_some_and(|number| number.as_str() == typed);
    let is_name = content.organisation.trim().to_lowercase() == facts.name.trim().to_lowercase();
    content.role == "organisation" && (is_number || is_name)
}

fn filled_in(content: &DraftContent, facts: &InviteeFacts) -> DraftContent {
    DraftContent {
        role: "organisation".to_owned(),
        organisation: facts.name.clone(),
        org_number: facts.org_number.as_ref().map(|number| number.as_str().to_owned()).unwrap_or_default(),
        ..content.clone()
    }
}

fn with_line(draft: Draft, event: Event, at: Moment) -> Change<Draft> {
    let subject = draft.id.to_string();
    Change { result: draft, audit: AuditEntry { at, actor: Actor::Citizen, event, subject } }
}
