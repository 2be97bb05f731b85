//! What did not go well, as a page or as problem+json: one exhaustive match.

use crate::store::{Stopped, StoreError};
use crate::web::answerer::Entrance;
use crate::web::keeping::{Kept, keep, page_of};
use crate::web::views::public::form;
use crate::web::views::public::message::{Message, message_page_keeping};
use crate::web::views::public::message_words::sentences;
use crate::web::visit::Visit;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use std::fmt;

const RETRY_AFTER_SECONDS: u64 = 5;

/// Why a request got no ordinary answer.
#[derive(Debug)]
pub enum PageError {
    /// They must log in first.
    NotSignedIn,
    /// They must come in by the way that the round asks for.
    NotLetIn(Entrance),
    /// Their role does not allow it.
    Forbidden,
    /// They have no role among the staff at all.
    NoRole {
        /// Who vouches for them.
        issuer: String,
        /// Who they are to the issuer.
        subject: String,
    },
    /// There is nothing here, or not for them.
    NotFound,
    /// The request cannot be read.
    Unreadable,
    /// Another site made the browser send it.
    CrossSite,
    /// What was sent is too large.
    TooLarge,
    /// What was sent came too slowly.
    TooSlow,
    /// The form was not given to this browser, or to another session of it.
    StaleForm,
    /// They do this too often.
    TooMany {
        /// When they may do it again.
        wait_seconds: u64,
    },
    /// The state of things does not allow it, and they can read why.
    Refused(Message),
    /// Too many wait.
    Busy,
    /// We failed.
    Failed(anyhow::Error),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status())
    }
}

impl ResponseError for PageError {
    fn status_code(&self) -> StatusCode {
        self.status()
    }
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotSignedIn | Self::NotLetIn(_) => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::NoRole { .. } | Self::CrossSite | Self::StaleForm => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// From an action that stopped; `refused` says what each refusal means to the reader.
    pub fn stopped<R>(stopped: Stopped<R>, refused: impl FnOnce(R) -> Self) -> Self {
        match stopped {
            Stopped::Refused(refusal) => refused(refusal),
            Stopped::Failed(error) => error.into(),
        }
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::Busy,
            error => Self::Failed(error.into()),
        }
    }
}

impl From<anyhow::Error> for PageError {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<StoreError>() {
            Ok(error) => error.into(),
            Err(error) => Self::Failed(error),
        }
    }
}

/// Middleware: gives every error its page, in the reader's language.
///
/// # Errors
/// Those of middleware further in; handlers' errors have become answers by now.
pub async fn error_pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let (http, response) = next.call(request).await?.into_parts();
    let status = response.status();
    // A page of ours says what it is; what has an error or no content still needs one.
    let is_bare = response.error().is_some() || !response.headers().contains_key(header::CONTENT_TYPE);
    if !(status.is_client_error() || status.is_server_error()) || !is_bare {
        return Ok(ServiceResponse::new(http, response.map_into_boxed_body()));
    }
    let found = response.error().map_or(Found::Framework(status), from_actix);
    let answer = answer(&http, &found).await;
    Ok(ServiceResponse::new(http, answer))
}

/// An error of ours, or the framework's, of which only the status is known.
enum Found<'a> {
    Ours(&'a PageError),
    Framework(StatusCode),
}

fn from_actix(error: &actix_web::Error) -> Found<'_> {
    match error.as_error::<PageError>() {
        Some(ours) => Found::Ours(ours),
        None => Found::Framework(error.as_response_error().status_code()),
    }
}

async fn answer(request: &HttpRequest, found: &Found<'_>) -> HttpResponse {
    let error = match found {
        Found::Ours(error) => error,
        Found::Framework(StatusCode::PAYLOAD_TOO_LARGE) => &PageError::TooLarge,
        Found::Framework(StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED) => &PageError::NotFound,
        Found::Framework(_) => &PageError::Unreadable,
    };
    let visit = match Visit::extract(request).await {
        Ok(visit) => Ok(visit),
        // The database may be what failed: then the page has no name in its header.
        Err(_) => Visit::anonymous(request),
    };
    let Ok(mut visit) = visit else { return HttpResponse::InternalServerError().finish() };
    let is_read = request.method().is_safe();
    if matches!(error, PageError::NotSignedIn) && is_read && !visit.wants_json {
        let to = visit.links().login_and_back(&visit.ctx.path);
        return HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish();
    }
    if let (PageError::NotLetIn(entrance), true, false) = (error, is_read, visit.wants_json)
        && !entrance.is_signed_in
    {
        return HttpResponse::SeeOther().insert_header((header::LOCATION, entrance.at.clone())).finish();
    }
    if !is_read {
        visit.ctx.path = page_of(&visit.ctx.path);
    }
    let kept = if visit.wants_json { Kept::default() } else { keep(error, request, &visit).await };
    page(error, &visit, &kept)
}

fn page(error: &PageError, visit: &Visit, kept: &Kept) -> HttpResponse {
    let made;
    let message = match error {
        PageError::NotSignedIn => &Message::NotSignedIn,
        PageError::NotLetIn(entrance) => {
            made = Message::NotLetIn { way: entrance.way, at: entrance.at.clone() };
            &made
        }
        PageError::Forbidden => &Message::Forbidden,
        PageError::NoRole { issuer, subject } => {
            made = Message::NoRole { issuer: issuer.clone(), subject: subject.clone() };
            &made
        }
        PageError::NotFound => &Message::NotFound,
        PageError::Unreadable | PageError::CrossSite => &Message::Unreadable,
        PageError::TooLarge => &Message::TooLarge,
        PageError::TooSlow => &Message::TooSlow,
        PageError::StaleForm => &Message::StaleForm,
        PageError::TooMany { wait_seconds } => {
            made = Message::TooMany { minutes: wait_seconds.div_ceil(60) };
            &made
        }
        PageError::Refused(message) => message,
        PageError::Busy => &Message::Busy,
        PageError::Failed(error) => {
            made = Message::Failed { number: log(error) };
            &made
        }
    };
    let mut response = HttpResponse::build(error.status());
    if let Some(seconds) = retry_after(error) {
        response.insert_header((header::RETRY_AFTER, seconds));
    }
    // The span says which route; nothing says who.
    if let Some(refusal) = refusal_to_watch(error) {
        tracing::warn!(refusal, "refused");
    }
    if let Some(cookie) = &kept.cookie {
        response.cookie(cookie.clone());
    }
    if visit.wants_json {
        let (title, detail) = match error {
            // A script asked, so the page with the typed text is still open.
            PageError::NotSignedIn | PageError::NotLetIn(_) => {
                (sentences(message, &visit.ctx).0, form::logged_out_message(&visit.ctx))
            }
            PageError::StaleForm => (sentences(message, &visit.ctx).0, form::stale_message(&visit.ctx)),
            _ => sentences(message, &visit.ctx),
        };
        return response.content_type("application/problem+json").json(serde_json::json!({
            "status": error.status().as_u16(), "title": title, "detail": detail, "message": detail,
        }));
    }
    response
        .content_type("text/html; charset=utf-8")
        .body(message_page_keeping(message, kept.text.as_ref(), &visit.ctx).into_string())
}

/// When it is worth another try.
fn retry_after(error: &PageError) -> Option<u64> {
    match error {
        PageError::Busy => Some(RETRY_AFTER_SECONDS),
        PageError::TooMany { wait_seconds } => Some(*wait_seconds),
        _ => None,
    }
}

/// The word for a refusal that may be an attack.
fn refusal_to_watch(error: &PageError) -> Option<&'static str> {
    match error {
        PageError::Forbidden | PageError::NoRole { .. } => Some("role"),
        PageError::CrossSite => Some("cross-site"),
        PageError::StaleForm => Some("form-token"),
        PageError::TooMany { .. } => Some("quota"),
        PageError::TooLarge => Some("too-large"),
        PageError::TooSlow => Some("too-slow"),
        PageError::Unreadable => Some("unreadable"),
        _ => None,
    }
}

/// Logs the whole chain, once, under a number that the reader is shown.
fn log(error: &anyhow::Error) -> String {
    let number = uuid::Uuid::new_v4().simple().to_string().chars().take(8).collect::<String>();
    tracing::error!(error_number = number, "failed: {error:#}");
    number
}
