//! Writing together: who writes on a draft, and invitations to it.

use crate::actions::Stopped;
use crate::actions::join_draft::{Joining, join_draft};
use crate::actions::share_draft::{Deed, ShareRefusal, Whose, change_sharing, invite};
use crate::actions::sign_in::token_sha256;
use crate::domain::consultation::Consultation;
use crate::domain::draft::Draft;
use crate::domain::ids::{DraftId, InvitationId};
use crate::domain::person::PersonKey;
use crate::domain::text::{as_kept, has_visible_character};
use crate::store::{Reading, StoreError, consultations, drafts, members, persons};
use crate::web::answerer::{Answerer, entrance};
use crate::web::error::PageError;
use crate::web::forms::submission::NAME_MAX_CHARS;
use crate::web::public::desk::{Asked, Desk, find_desk};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::public::message::Message;
use crate::web::views::public::sharing::{InvitationPage, SharingPage, invitation_page, sharing_page};
use crate::web::visit::{Citizen, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// What the page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    r#do: String,
    name: String,
    invitation: Option<Uuid>,
    member: String,
    members_may_change: String,
}

/// What someone who was invited sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Accepting {
    name: String,
}

/// Who writes on the draft. It must be one for an organisation.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let page = sharing_of(&citizen.visit, desk).await?;
    Ok(html(sharing_page(&page, &citizen.visit.ctx)))
}

async fn sharing_of(visit: &Visit, desk: Desk) -> Result<SharingPage, PageError> {
    let draft = desk.draft.clone().filter(Draft::may_be_shared).ok_or(PageError::NotFound)?;
    let (id, now) = (draft.id, visit.now());
    let invitations = visit.house.store.read(move |tx| members::list_invitations(tx, id, now)).await?;
    Ok(SharingPage {
        form: desk.form_link(visit),
        is_owner: draft.person == desk.person,
        person: desk.person.clone(),
        name: desk.own_name().unwrap_or(draft.content.name.trim()).to_owned(),
        members: desk.members,
        round: desk.round,
        draft,
        invitations,
        link: None,
        is_name_missing: false,
        is_full: false,
    })
}

/// Invites, takes back, removes, or decides what members may do.
///
/// # Errors
/// `NotFound` where it is not theirs to do.
pub async fn change(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    pressed: web::Form<Pressed>,
) -> Result<HttpResponse, PageError> {
    let slug = slug.into_inner();
    let desk = find_desk(&citizen, slug.clone(), &asked).await?;
    let whose = Whose { person: desk.person.clone(), place: desk.place };
    let deed = match pressed.r#do.as_str() {
        "invite" => return invite_one(&citizen, slug, desk, whose, &pressed.name).await,
        "revoke" => Deed::Revoke(InvitationId(pressed.invitation.ok_or(PageError::Unreadable)?)),
        "remove" => Deed::Remove(find_member(&desk, &pressed.member)?),
        "leave" => Deed::Remove(desk.person.clone()),
        "may-change" => Deed::MayChange(!pressed.members_may_change.is_empty()),
        _ => return Err(PageError::Unreadable),
    };
    let is_leaving = pressed.r#do == "leave";
    let visit = &citizen.visit;
    match change_sharing(&visit.house.store, whose, deed, visit.now()).await {
        Ok(_) if is_leaving => Ok(see_other(visit.links().my_submissions())),
        // Done already is as good.
        Ok(_) | Err(Stopped::Refused(_)) => Ok(see_other(sharing_link(visit, &desk))),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// The member whom the page calls by this handle.
fn find_member(desk: &Desk, handle: &str) -> Result<PersonKey, PageError> {
    let member = desk.members.iter().find(|member| member.handle() == handle);
    member.map(|member| member.person.clone()).ok_or(PageError::Unreadable)
}

fn sharing_link(visit: &Visit, desk: &Desk) -> String {
    match desk.shared() {
        Some(draft) => visit.links().sharing_of(&desk.round.slug, &draft),
        None => visit.links().sharing(&desk.round.slug),
    }
}

/// The link stands on the page that answers, and nowhere else: the server forgets it.
async fn invite_one(
    citizen: &Citizen,
    slug: String,
    desk: Desk,
    whose: Whose,
    name: &str,
) -> Result<HttpResponse, PageError> {
    let visit = &citizen.visit;
    let name = desk.own_name().map(str::to_owned).or_else(|| a_name(name));
    let Some(name) = name else {
        let page = SharingPage { is_name_missing: true, ..sharing_of(visit, desk).await? };
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, sharing_page(&page, &visit.ctx)));
    };
    match invite(&visit.house.store, whose, name, visit.now()).await {
        Ok((token, draft)) => {
            let asked = Asked { kladd: draft.id.to_string(), ..Asked::default() };
            let desk = find_desk(citizen, slug, &asked).await?;
            let base = visit.house.letterhead.base_url.trim_end_matches('/');
            let link = Some(format!("{base}{}", visit.links().invitation(&token)));
            let page = SharingPage { link, ..sharing_of(visit, desk).await? };
            Ok(html(sharing_page(&page, &visit.ctx)))
        }
        Err(Stopped::Refused(ShareRefusal::TooMany)) => {
            let page = SharingPage { is_full: true, ..sharing_of(visit, desk).await? };
            Ok(with_status(StatusCode::CONFLICT, sharing_page(&page, &visit.ctx)))
        }
        Err(Stopped::Refused(ShareRefusal::NotFound)) => Err(PageError::NotFound),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

fn a_name(typed: &str) -> Option<String> {
    let name = as_kept(typed.trim());
    let is_short = name.chars().count() <= usize::try_from(NAME_MAX_CHARS).unwrap_or(usize::MAX);
    (has_visible_character(&name) && is_short && !name.chars().any(char::is_control)).then_some(name)
}

/// What an invitation is to.
struct Invited {
    round: Consultation,
    draft: Draft,
    by: String,
    has_joined: bool,
}

/// What the invitation with this token is to; for those who have joined already, where the draft is.
async fn find_invited(visit: &Visit, token: &str) -> Result<Invited, PageError> {
    let (hash, now, hasher) = (token_sha256(token), visit.now(), visit.house.hasher.clone());
    let identity = visit.session.as_ref().map(|session| session.identity.clone());
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(invitation) = members::find_invitation(tx, &hash, now)? else { return Ok(None) };
        let Some(draft) = drafts::find_by_id(tx, invitation.draft_id)? else { return Ok(None) };
        let Some(round) = consultations::find(tx, draft.consultation_id)? else { return Ok(None) };
        let all = members::list(tx, draft.id)?;
        let by = all.iter().find(|one| one.person == draft.person).map(|one| one.name.clone());
        let keys = identity.map(|identity| hasher.of_identity(round.id, &identity));
        let person = keys.map(|keys| persons::find_key(tx, keys)).transpose()?;
        let has_joined = person.is_some_and(|person| all.iter().any(|one| one.person == person));
        Ok(Some(Invited { round, draft, by: by.unwrap_or_default(), has_joined }))
    };
    let found = visit.house.store.read(found).await?;
    found.filter(|found| found.round.is_public(visit.now())).ok_or(PageError::Refused(Message::LinkIsSpent))
}

fn page_of(visit: &Visit, token: &str, invited: Invited, typed: String, is_wrong: bool) -> InvitationPage {
    let session = visit.session.as_ref();
    let path = visit.links().invitation(token);
    let is_in = session.is_some_and(|one| invited.round.who_may_answer.admits(&one.identity));
    let entrance = (!is_in).then(|| entrance(visit.links(), &invited.round, &path, session.is_some()));
    InvitationPage {
        organisation: invited.draft.content.organisation,
        round: invited.round,
        by: invited.by,
        accept: path,
        entrance,
        typed,
        is_wrong,
    }
}

fn draft_link(visit: &Visit, round: &Consultation, draft: DraftId) -> String {
    visit.links().shared_draft(&round.slug, &draft)
}

/// Who invites to what; and the way in, for those who have not come in yet.
///
/// # Errors
/// `Refused` where it no longer works.
pub async fn show_invitation(visit: Visit, token: web::Path<String>) -> Result<HttpResponse, PageError> {
    let invited = find_invited(&visit, &token).await?;
    if invited.has_joined {
        return Ok(see_other(draft_link(&visit, &invited.round, invited.draft.id)));
    }
    let name = visit.session.as_ref().and_then(|session| session.name.clone()).unwrap_or_default();
    let page = page_of(&visit, &token, invited, name, false);
    Ok(html(invitation_page(&page, &visit.ctx)))
}

/// Takes the invitation.
///
/// # Errors
/// `NotSignedIn`, `NotLetIn`; `Refused` where it no longer works.
pub async fn join(
    citizen: Citizen,
    token: web::Path<String>,
    accepting: web::Form<Accepting>,
) -> Result<HttpResponse, PageError> {
    let visit = &citizen.visit;
    let invited = find_invited(visit, &token).await?;
    if !invited.round.who_may_answer.admits(&citizen.identity) {
        let path = visit.links().invitation(&token);
        return Err(PageError::NotLetIn(entrance(visit.links(), &invited.round, &path, true)));
    }
    if invited.has_joined {
        return Ok(see_other(draft_link(visit, &invited.round, invited.draft.id)));
    }
    let Some(name) = a_name(&accepting.name) else {
        let page = page_of(visit, &token, invited, accepting.name.clone(), true);
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, invitation_page(&page, &visit.ctx)));
    };
    let joining = Joining { token: token.into_inner(), identity: citizen.identity.clone(), name };
    match join_draft(&visit.house.store, joining, visit.house.hasher.clone(), visit.now()).await {
        Ok(draft) => Ok(see_other(draft_link(visit, &invited.round, draft.id))),
        Err(Stopped::Refused(_)) => Err(PageError::Refused(Message::LinkIsSpent)),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
