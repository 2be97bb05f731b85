//! What the link in a letter to a consulted body leads to: answer, or say that there is no comment.

use crate::actions::Stopped;
use crate::actions::decline_invitation::{
    Declining, decline_invitation, may_take_back, take_back_no_comment,
};
use crate::actions::open_invitation::open_invitation;
use crate::actions::sign_in::token_sha256;
use crate::actions::take_invitation::{Taking, take_invitation};
use crate::domain::consultation::Consultation;
use crate::domain::draft::{Draft, DraftContent, DraftPlace};
use crate::domain::invitee::{InvitedRefusal, Standing};
use crate::domain::person::Identity;
use crate::store::{Reading, StoreError, consultations, invitee_standings, invitees, login_links};
use crate::web::answerer::entrance;
use crate::web::error::PageError;
use crate::web::public::desk::refused;
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::public::invited::{InvitedPage, invited_page};
use crate::web::views::public::message::Message;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

/// What the page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Pressed {
    r#do: String,
}

/// What the link leads to.
struct Invited {
    round: Consultation,
    standing: Standing,
    may_take_back: bool,
}

async fn find(visit: &Visit, token: &str) -> Result<Invited, PageError> {
    let hash = token_sha256(token);
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(invitee) = invitees::find_by_token(tx, &hash)? else { return Ok(None) };
        let Some(round) = consultations::find(tx, invitee.consultation_id)? else { return Ok(None) };
        let may_take_back = may_take_back(tx, invitee.id)?;
        let standing = invitee_standings::find_standing(tx, invitee)?;
        Ok(Some(Invited { round, standing, may_take_back }))
    };
    let found = visit.house.store.read(found).await?;
    found.filter(|found| found.round.is_public(visit.now())).ok_or(PageError::Refused(Message::LinkIsSpent))
}

fn page_of(visit: &Visit, token: &str, invited: Invited, has_answered: bool) -> InvitedPage {
    let session = visit.session.as_ref();
    let here = visit.links().invited(token);
    let is_in = session.is_some_and(|one| invited.round.who_may_answer.admits(&one.identity));
    let entrance = (!is_in).then(|| entrance(visit.links(), &invited.round, &here, session.is_some()));
    InvitedPage {
        round: invited.round,
        standing: invited.standing,
        here,
        entrance,
        may_take_back: invited.may_take_back,
        has_answered,
    }
}

/// What the body is invited to, and what it can do.
///
/// # Errors
/// `Refused` where the link is nobody's or was stopped.
pub async fn show(
    visit: Visit,
    token: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let invited = find(&visit, &token).await?;
    if invited.standing.invitee.opened_at.is_none() && is_for_a_reader(&request) {
        let opened = open_invitation(&visit.house.store, invited.standing.invitee.id, visit.now()).await;
        if let Err(Stopped::Failed(error)) = opened {
            // The page does not need it, and the next one tries again.
            tracing::warn!("that a link was followed was not written down: {error:#}");
        }
    }
    Ok(html(invited_page(&page_of(&visit, &token, invited, false), &visit.ctx)))
}

/// Whether a browser says that it shows the answer to somebody: programs that look at the links in a
/// letter do not.
fn is_for_a_reader(request: &HttpRequest) -> bool {
    let header = |name: &str| request.headers().get(name).map(actix_web::http::header::HeaderValue::as_bytes);
    header("sec-fetch-dest") == Some(b"document".as_slice()) && header("sec-purpose").is_none()
}

/// Begins an answer, says that there is no comment, or takes that back.
///
/// # Errors
/// `NotSignedIn`, `NotLetIn`; `Refused` where the link is nobody's or the round takes nothing.
pub async fn act(
    visit: Visit,
    token: web::Path<String>,
    pressed: web::Form<Pressed>,
) -> Result<HttpResponse, PageError> {
    let (invited, token) = (find(&visit, &token).await?, token.into_inner());
    match pressed.r#do.as_str() {
        "begin" => begin(&visit, token, invited).await,
        "no-comment" => decline(&visit, token, invited).await,
        "take-back" => {
            let done = take_back_no_comment(&visit.house.store, token.clone(), visit.now()).await;
            match done {
                // Taken back already is as good.
                Ok(_) | Err(Stopped::Refused(InvitedRefusal::NoSuchLink)) => {
                    Ok(see_other(visit.links().invited(&token)))
                }
                Err(stopped) => Err(stopped_at(stopped, &visit, &token, &invited.round)),
            }
        }
        _ => Err(PageError::Unreadable),
    }
}

async fn begin(visit: &Visit, token: String, invited: Invited) -> Result<HttpResponse, PageError> {
    let session = visit.session.as_ref().ok_or(PageError::NotSignedIn)?;
    let content = DraftContent {
        name: session.name.clone().unwrap_or_default(),
        email: address_of(visit, &session.identity, &invited).await?,
        language: visit.ctx.lang.tag().to_owned(),
        ..DraftContent::default()
    };
    let taking = Taking { token: token.clone(), identity: session.identity.clone(), content };
    match take_invitation(&visit.house.store, taking, visit.house.hasher.clone(), visit.now()).await {
        Ok(draft) => Ok(see_other(form_of(visit, &invited.round, &draft))),
        Err(stopped) => Err(stopped_at(stopped, visit, &token, &invited.round)),
    }
}

/// Where the receipt goes, until they write something else: the address that let them in, or the body's.
async fn address_of(visit: &Visit, identity: &Identity, invited: &Invited) -> Result<String, PageError> {
    let subject = identity.subject.clone();
    let own = visit.house.store.read(move |tx| login_links::find_address(tx, &subject)).await?;
    Ok(own.unwrap_or_else(|| invited.standing.invitee.facts.address.clone()))
}

fn form_of(visit: &Visit, round: &Consultation, draft: &Draft) -> String {
    match draft.place() {
        DraftPlace::Shared(id) => visit.links().shared_draft(&round.slug, &id),
        DraftPlace::New | DraftPlace::Change(_) => visit.links().form(&round.slug),
    }
}

async fn decline(visit: &Visit, token: String, invited: Invited) -> Result<HttpResponse, PageError> {
    let session = visit.session.as_ref();
    let declining = Declining {
        token: token.clone(),
        identity: session.map(|session| session.identity.clone()),
        name: session.and_then(|session| session.name.clone()),
    };
    let house = &visit.house;
    let (hasher, letterhead) = (house.hasher.clone(), house.letterhead.clone());
    match decline_invitation(&house.store, declining, hasher, letterhead, visit.now()).await {
        Ok(said) if said.person.is_some() => {
            Ok(see_other(format!("{}?ny=1", visit.links().my_submission(&said.reference))))
        }
        Ok(_) => Ok(see_other(visit.links().invited(&token))),
        Err(Stopped::Refused(InvitedRefusal::HasAnswered)) => {
            let page = page_of(visit, &token, invited, true);
            Ok(with_status(StatusCode::CONFLICT, invited_page(&page, &visit.ctx)))
        }
        Err(stopped) => Err(stopped_at(stopped, visit, &token, &invited.round)),
    }
}

fn stopped_at(
    stopped: Stopped<InvitedRefusal>,
    visit: &Visit,
    token: &str,
    round: &Consultation,
) -> PageError {
    PageError::stopped(stopped, |refusal| match refusal {
        InvitedRefusal::NoSuchLink | InvitedRefusal::HasAnswered => PageError::Refused(Message::LinkIsSpent),
        InvitedRefusal::NotLetIn => {
            let here = visit.links().invited(token);
            PageError::NotLetIn(entrance(visit.links(), round, &here, visit.session.is_some()))
        }
        InvitedRefusal::Round(refusal) => refused(refusal, round, None),
    })
}
