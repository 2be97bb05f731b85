//! Letters about new rounds: asking for them, saying yes, and stopping them.

use crate::actions::Stopped;
use crate::actions::answer_subscription::{confirm_subscription, end_subscription};
use crate::actions::sign_in::token_sha256;
use crate::actions::subscribe::subscribe;
use crate::domain::login_link::masked;
use crate::domain::subscriber::Subscriber;
use crate::store::subscribers;
use crate::web::error::PageError;
use crate::web::forms::address;
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::public::subscriptions::{SubscribePage, gone_page, subscribe_page, subscription_page};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    sendt: String,
    stoppet: String,
    ja: String,
}

/// What the page that asks for letters sends.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    address: String,
}

/// Which of the two buttons was pressed.
#[derive(Deserialize)]
pub struct Answer {
    #[serde(default, rename = "do")]
    deed: String,
}

/// Asks for an address, and names the other ways to follow.
pub async fn show(visit: Visit, happened: web::Query<Happened>) -> HttpResponse {
    let page = SubscribePage {
        typed: String::new(),
        is_wrong: false,
        is_sent: !happened.sendt.is_empty(),
        is_stopped: !happened.stoppet.is_empty(),
    };
    html(subscribe_page(&page, &visit.ctx))
}

/// Posts a letter that asks whoever reads it. The answer is the same whether or not the address is known.
///
/// # Errors
/// When the database fails.
pub async fn ask(visit: Visit, typed: web::Form<Typed>) -> Result<HttpResponse, PageError> {
    let Some(address) = address::read(&typed.address) else {
        let page =
            SubscribePage { typed: typed.address.clone(), is_wrong: true, is_sent: false, is_stopped: false };
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, subscribe_page(&page, &visit.ctx)));
    };
    let house = &visit.house;
    subscribe(&house.store, address, visit.ctx.lang, &house.hasher, house.letterhead.clone(), visit.now())
        .await?;
    Ok(see_other(format!("{}?sendt=1", visit.links().subscribe())))
}

async fn find(visit: &Visit, token: &str) -> Result<Option<Subscriber>, PageError> {
    let hash = token_sha256(token);
    Ok(visit.house.store.read(move |tx| subscribers::find_by_token(tx, &hash)).await?)
}

/// A link from a letter: a page with buttons, because mail programs open links to look at them.
///
/// # Errors
/// When the database fails.
pub async fn show_one(
    visit: Visit,
    token: web::Path<String>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let Some(subscriber) = find(&visit, &token).await? else {
        return Ok(with_status(StatusCode::NOT_FOUND, gone_page(&visit.ctx)));
    };
    let is_on = subscriber.confirmed_at.is_some();
    let has_said_yes = is_on && !happened.ja.is_empty();
    let to = visit.links().subscription(&token);
    Ok(html(subscription_page(&to, &masked(&subscriber.address), is_on, has_said_yes, &visit.ctx)))
}

/// Says yes or stops, whichever button was pressed.
///
/// # Errors
/// `Unreadable` for any other; when the database fails.
pub async fn answer(
    visit: Visit,
    token: web::Path<String>,
    answer: web::Form<Answer>,
) -> Result<HttpResponse, PageError> {
    let (store, now) = (&visit.house.store, visit.now());
    let (done, to) = match answer.deed.as_str() {
        "confirm" => {
            let page = visit.links().subscription(&token);
            (confirm_subscription(store, &token, now).await, format!("{page}?ja=1"))
        }
        "stop" => {
            let page = visit.links().subscribe();
            (end_subscription(store, &token, now).await, format!("{page}?stoppet=1"))
        }
        _ => return Err(PageError::Unreadable),
    };
    match done {
        Ok(()) => Ok(see_other(to)),
        Err(Stopped::Refused(_)) => Ok(with_status(StatusCode::NOT_FOUND, gone_page(&visit.ctx))),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// Stops the letters when a mail program says so, without cookie, form or redirect (RFC 8058). Where
/// nobody subscribes any more, what was wanted is so.
///
/// # Errors
/// When the database fails.
pub async fn stop_at_once(visit: Visit, token: web::Path<String>) -> Result<HttpResponse, PageError> {
    match end_subscription(&visit.house.store, &token, visit.now()).await {
        Ok(()) | Err(Stopped::Refused(_)) => {
            let page =
                SubscribePage { typed: String::new(), is_wrong: false, is_sent: false, is_stopped: true };
            Ok(html(subscribe_page(&page, &visit.ctx)))
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
