//! The ways in that are ours: a link by letter, and none at all.

use crate::actions::Stopped;
use crate::actions::ask_login_link::{Ask, ask_login_link};
use crate::actions::sign_in::{new_token, token_sha256};
use crate::actions::use_login_link::use_login_link;
use crate::domain::consultation::Consultation;
use crate::domain::login_link::masked;
use crate::domain::person::Identity;
use crate::domain::way_in::{OPEN_ISSUER, WayIn};
use crate::identity::SignedIn;
use crate::store::login_links;
use crate::web::error::PageError;
use crate::web::forms::address;
use crate::web::public::rounds::find_visible;
use crate::web::public::sessions::{begin_session, local};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::public::entering::{AskPage, ask_page, link_page, start_page};
use crate::web::views::public::message::Message;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// Where to go on to afterwards, and what has happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Onward {
    tilbake: String,
    sendt: String,
}

/// What the page that asks for a link sends.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    address: String,
    #[serde(default)]
    tilbake: String,
}

/// The published round with this slug, if it has this way in.
async fn find_round(
    visit: &Visit,
    slug: web::Path<String>,
    has_way: fn(WayIn) -> bool,
) -> Result<Consultation, PageError> {
    let (slug, now) = (slug.into_inner(), visit.now());
    let round = visit.house.store.read(move |tx| find_visible(tx, &slug, false, now)).await?;
    round.filter(|round| has_way(round.who_may_answer)).ok_or(PageError::NotFound)
}

fn onward(visit: &Visit, round: &Consultation, back: &str) -> String {
    match local(back) {
        path if path == "/" => visit.links().form(&round.slug),
        path => path,
    }
}

fn is_let_in(visit: &Visit, round: &Consultation) -> bool {
    visit.session.as_ref().is_some_and(|session| round.who_may_answer.admits(&session.identity))
}

/// What it means to answer without login, and a button to begin.
///
/// # Errors
/// `NotFound` but for rounds without login.
pub async fn show_start(
    visit: Visit,
    slug: web::Path<String>,
    asked: web::Query<Onward>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&visit, slug, |way| way == WayIn::Open).await?;
    let back = onward(&visit, &round, &asked.tilbake);
    if is_let_in(&visit, &round) {
        return Ok(see_other(back));
    }
    Ok(html(start_page(&round, &back, &visit.ctx)))
}

/// Makes a session for this browser and nobody else.
///
/// # Errors
/// `NotFound` but for rounds without login.
pub async fn start(
    visit: Visit,
    slug: web::Path<String>,
    typed: web::Form<Typed>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&visit, slug, |way| way == WayIn::Open).await?;
    let back = onward(&visit, &round, &typed.tilbake);
    if is_let_in(&visit, &round) {
        return Ok(see_other(back));
    }
    let identity = Identity {
        issuer: OPEN_ISSUER.to_owned(),
        subject: new_token().map_err(|error| PageError::Failed(error.into()))?,
        level: WayIn::Open.name().to_owned(),
        locale: Some(visit.ctx.lang.tag().to_owned()),
    };
    begin_session(&visit, SignedIn { identity, name: None, role: None, via: None }, &back).await
}

/// Asks for an address; in rounds without login, of those who come back from another browser.
///
/// # Errors
/// `NotFound` in rounds that take logins only.
pub async fn show_ask(
    visit: Visit,
    slug: web::Path<String>,
    asked: web::Query<Onward>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&visit, slug, |way| way != WayIn::IdPorten).await?;
    // Who has come in already may go on; without login, they may be another than they would be.
    if is_let_in(&visit, &round) && round.who_may_answer == WayIn::EMail && asked.sendt.is_empty() {
        return Ok(see_other(onward(&visit, &round, &asked.tilbake)));
    }
    let page = AskPage {
        back: back_of_ask(&visit, &round, &asked.tilbake),
        round,
        typed: String::new(),
        is_wrong: false,
        is_sent: !asked.sendt.is_empty(),
    };
    Ok(html(ask_page(&page, &visit.ctx)))
}

/// Without login, a link is for what was sent and not for beginning.
fn back_of_ask(visit: &Visit, round: &Consultation, back: &str) -> String {
    match (round.who_may_answer, local(back)) {
        (WayIn::Open, path) if path == "/" => visit.links().my_submissions(),
        _ => onward(visit, round, back),
    }
}

/// Posts a link. The answer is the same whether or not the address is known.
///
/// # Errors
/// `NotFound` in rounds that take logins only.
pub async fn ask(
    visit: Visit,
    slug: web::Path<String>,
    typed: web::Form<Typed>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&visit, slug, |way| way != WayIn::IdPorten).await?;
    let back = back_of_ask(&visit, &round, &typed.tilbake);
    let Some(address) = address::read(&typed.address) else {
        let page = AskPage { round, back, typed: typed.address.clone(), is_wrong: true, is_sent: false };
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, ask_page(&page, &visit.ctx)));
    };
    let sent = format!("{}?sendt=1", visit.links().ask_link(&round.slug));
    let ask = Ask { round, address, language: visit.ctx.lang, back };
    let house = &visit.house;
    ask_login_link(&house.store, ask, house.hasher.clone(), house.letterhead.clone(), visit.now()).await?;
    Ok(see_other(sent))
}

/// A link from a letter: a page with a button, because mail programs open links to look at them.
///
/// # Errors
/// `Refused` where it no longer works.
pub async fn show_link(
    visit: Visit,
    token: web::Path<String>,
    asked: web::Query<Onward>,
) -> Result<HttpResponse, PageError> {
    let (hash, now) = (token_sha256(&token), visit.now());
    let link = visit.house.store.read(move |tx| login_links::find(tx, &hash)).await?;
    let link = link.filter(|link| link.is_fresh(now)).ok_or(PageError::Refused(Message::LinkIsSpent))?;
    let to = visit.links().login_link(&token);
    Ok(html(link_page(&to, &local(&asked.tilbake), &masked(&link.address), &visit.ctx)))
}

/// Uses the link.
///
/// # Errors
/// `Refused` where it no longer works.
pub async fn use_link(
    visit: Visit,
    token: web::Path<String>,
    typed: web::Form<Typed>,
) -> Result<HttpResponse, PageError> {
    let used = use_login_link(&visit.house.store, &token, visit.ctx.lang, visit.now()).await;
    let who = match used {
        Ok(who) => who,
        Err(Stopped::Refused(_)) => return Err(PageError::Refused(Message::LinkIsSpent)),
        Err(Stopped::Failed(error)) => return Err(error.into()),
    };
    begin_session(&visit, who, &typed.tilbake).await
}
