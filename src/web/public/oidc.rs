//! To a login provider and back, and what it says of those who log out.

use super::sessions::{Back, begin_session, cookie, local};
use crate::actions::Stopped;
use crate::actions::begin_login::{begin_login, resume_login};
use crate::actions::end_sessions::{end_of_sid, obey_logout};
use crate::actions::sign_in::new_token;
use crate::domain::language::Language;
use crate::domain::login::{LOGIN_SECONDS, PendingLogin};
use crate::identity::oidc::{LoginFailure, Provider, word};
use crate::web::error::PageError;
use crate::web::house::House;
use crate::web::respond::{html, with_status};
use crate::web::views::public::message::{Message, message_page};
use crate::web::visit::Visit;
use actix_web::cookie::time::Duration;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

const TOKEN_CHARS: usize = 64;
const RETRY_AFTER_SECONDS: u32 = 60;

/// What a provider sends a browser back with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    state: String,
    code: String,
    error: String,
    iss: Option<String>,
}

/// What a provider sends a browser back with after logging out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LoggedOut {
    state: String,
}

/// Whose session ended.
#[derive(Debug, Deserialize)]
pub struct Ended {
    iss: String,
    sid: String,
}

/// A provider's word that someone has logged out.
#[derive(Deserialize)]
pub struct Told {
    logout_token: String,
}

/// The name of the cookie that binds a login to the browser in which it began.
fn browser_cookie_name(house: &House) -> &'static str {
    if house.is_https { "__Host-innspill-login" } else { "innspill-login" }
}

/// Sends someone to a provider.
///
/// # Errors
/// `NotFound` for no provider of ours; `Busy` when too many logins are under way.
pub async fn begin(
    visit: Visit,
    request: HttpRequest,
    name: web::Path<String>,
    back: web::Query<Back>,
) -> Result<HttpResponse, PageError> {
    let house = &visit.house;
    let provider = house.provider(&name).ok_or(PageError::NotFound)?;
    let back = local(&back.tilbake);
    let begun = match provider.begin(visit.ctx.lang, visit.now()).await {
        Ok(begun) => begun,
        Err(failure) => return Ok(failed(&visit, provider, &failure, &back)),
    };
    // One cookie for all tabs, so that a login in one does not undo that in another.
    let browser = match browser_of(&visit, &request) {
        Some(browser) => browser,
        None => new_token().map_err(|error| PageError::Failed(error.into()))?,
    };
    let login = PendingLogin {
        provider: provider.name().to_owned(),
        nonce: begun.nonce,
        verifier: begun.verifier,
        back,
        language: visit.ctx.lang,
        expires_at: visit.now().plus_seconds(LOGIN_SECONDS),
    };
    begin_login(&house.store, login, &begun.state, &browser, visit.now()).await?;
    let cookie = cookie(house, browser_cookie_name(house), browser, Duration::seconds(LOGIN_SECONDS));
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header((header::LOCATION, begun.to)).finish())
}

fn browser_of(visit: &Visit, request: &HttpRequest) -> Option<String> {
    let cookie = request.cookie(browser_cookie_name(&visit.house))?;
    let token = cookie.value();
    (token.len() == TOKEN_CHARS && token.bytes().all(|c| c.is_ascii_hexdigit())).then(|| token.to_owned())
}

/// Someone comes back from a provider.
///
/// # Errors
/// `NotFound` for no provider of ours; otherwise when the database fails.
pub async fn answer(
    mut visit: Visit,
    request: HttpRequest,
    name: web::Path<String>,
    answer: web::Query<Answer>,
) -> Result<HttpResponse, PageError> {
    let house = visit.house.clone();
    let provider = house.provider(&name).ok_or(PageError::NotFound)?;
    let login = match browser_of(&visit, &request) {
        Some(browser) => {
            resume_login(&house.store, provider.name(), &answer.state, &browser, visit.now()).await?
        }
        None => None,
    };
    let Some(login) = login else {
        visit.ctx.path = visit.links().login();
        return Ok(page(StatusCode::BAD_REQUEST, &Message::LoginLost, &visit));
    };
    speak(&mut visit, login.language, &login.back);
    if !provider.is_from(answer.iss.as_deref()) {
        let failure = LoginFailure::Refused("iss of the answer".to_owned());
        return Ok(failed(&visit, provider, &failure, &login.back));
    }
    if answer.error == "access_denied" {
        return Ok(html(message_page(&Message::LoginCancelled { back: login.back }, &visit.ctx)));
    }
    if !answer.error.is_empty() {
        let failure = LoginFailure::Unavailable(word(&answer.error));
        return Ok(failed(&visit, provider, &failure, &login.back));
    }
    match provider.finish(&answer.code, &login.nonce, &login.verifier, visit.now()).await {
        Ok(who) => begin_session(&visit, who, &login.back).await,
        Err(failure) => Ok(failed(&visit, provider, &failure, &login.back)),
    }
}

/// Speaks the reader's language at an address that has none, and lets the switch lead to the login.
fn speak(visit: &mut Visit, language: Language, back: &str) {
    visit.ctx.lang = language;
    visit.ctx.path = visit.links().login_and_back(back);
}

fn page(status: StatusCode, message: &Message, visit: &Visit) -> HttpResponse {
    with_status(status, message_page(message, &visit.ctx))
}

/// A login that did not come about: one line in the log, and a page that says what to do.
fn failed(visit: &Visit, provider: &Provider, failure: &LoginFailure, back: &str) -> HttpResponse {
    tracing::warn!(provider = provider.name(), "a login failed: {failure}");
    let (name, back) = (provider.display_name(visit.ctx.lang).to_owned(), back.to_owned());
    match failure {
        LoginFailure::Unavailable(_) => {
            let message = Message::ProviderUnavailable { provider: name, back };
            let mut answer = page(StatusCode::SERVICE_UNAVAILABLE, &message, visit);
            answer.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER_SECONDS.into());
            answer
        }
        LoginFailure::Refused(_) => {
            page(StatusCode::FORBIDDEN, &Message::LoginRefused { provider: name, back }, visit)
        }
        LoginFailure::LevelTooLow => {
            page(StatusCode::FORBIDDEN, &Message::LevelTooLow { provider: name, back }, visit)
        }
    }
}

/// Someone comes back from a provider where they logged out; their language comes with them.
///
/// # Errors
/// `NotFound` for no provider of ours.
pub async fn logged_out(
    mut visit: Visit,
    name: web::Path<String>,
    told: web::Query<LoggedOut>,
) -> Result<HttpResponse, PageError> {
    let house = visit.house.clone();
    let provider = house.provider(&name).ok_or(PageError::NotFound)?;
    visit.ctx.lang = Language::from_tag(&told.state).unwrap_or(Language::Nb);
    visit.ctx.path = visit.links().home();
    let provider = provider.display_name(visit.ctx.lang).to_owned();
    Ok(html(message_page(&Message::LoggedOutThere { provider }, &visit.ctx)))
}

/// A provider's page, in a frame, says that someone has logged out there (OpenID Connect
/// Front-Channel Logout 1.0). No cookie comes with it, so the session is found by its `sid`.
///
/// # Errors
/// `NotFound` for no provider of ours or another issuer; otherwise when the database fails.
pub async fn front_channel(
    visit: Visit,
    name: web::Path<String>,
    ended: web::Query<Ended>,
) -> Result<HttpResponse, PageError> {
    let provider = visit.house.provider(&name).ok_or(PageError::NotFound)?;
    if ended.iss != provider.issuer() || ended.sid.is_empty() {
        return Err(PageError::NotFound);
    }
    end_of_sid(&visit.house.store, provider.name(), &ended.sid, visit.now()).await?;
    let policy = format!("default-src 'none'; frame-ancestors {}", provider.sites().join(" "));
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header((header::HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"))
        .content_type("text/plain; charset=utf-8")
        .body(""))
}

/// A provider says that someone has logged out there (OpenID Connect Back-Channel Logout 1.0).
/// Their sessions have ended when it is answered.
///
/// # Errors
/// `NotFound` for no provider of ours; otherwise when the database fails.
pub async fn back_channel(
    visit: Visit,
    name: web::Path<String>,
    told: web::Form<Told>,
) -> Result<HttpResponse, PageError> {
    let provider = visit.house.provider(&name).ok_or(PageError::NotFound)?;
    let told = match provider.read_logout(&told.logout_token, visit.now()).await {
        Ok(told) => told,
        Err(failure) => {
            tracing::warn!(provider = provider.name(), "a logout token was not obeyed: {failure}");
            let status = match failure {
                LoginFailure::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
                LoginFailure::Refused(_) | LoginFailure::LevelTooLow => StatusCode::BAD_REQUEST,
            };
            return Ok(HttpResponse::build(status).json(serde_json::json!({"error": "invalid_request"})));
        }
    };
    match obey_logout(&visit.house.store, provider.name(), told, visit.now()).await {
        Ok(ended) => {
            tracing::info!(provider = provider.name(), ended, "sessions were ended by the provider");
            Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(""))
        }
        Err(Stopped::Refused(_)) => {
            tracing::warn!(provider = provider.name(), "a logout token came twice");
            Ok(HttpResponse::BadRequest().json(serde_json::json!({"error": "invalid_request"})))
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
