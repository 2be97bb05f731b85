//! What a request passes before a handler sees it: its body is read within bounds, it is counted,
//! and a form must be one of ours.

use crate::domain::links::split_language;
use crate::web::error::PageError;
use crate::web::fields::{self, Fields, Unfit};
use crate::web::form_tokens::is_ours;
use crate::web::house::House;
use crate::web::limits::count_request;
use crate::web::visit::Visit;
use crate::web::{FORM_MAX_BYTES, OTHER_FORM_MAX_BYTES};
use actix_web::body::MessageBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName};
use actix_web::middleware::Next;
use actix_web::rt::time::timeout;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use std::rc::Rc;
use std::time::Duration;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";
/// The routes that may take files. Their bodies pass unread: only [`crate::web::upload`] reads them, and
/// it demands the form's token first.
const UPLOADS: [&str; 5] = [
    "/horinger/{slug}/innspill/vedlegg",
    "/horinger/{slug}/innspill/last-opp",
    "/saksbehandling/{slug}/dokumenter",
    "/saksbehandling/{slug}/dokumenter/{name}",
    "/saksbehandling/{slug}/inviterte",
];

/// The one route that mail programs post to, with whatever body they like. Nobody reads it: the address
/// says all.
const ONE_CLICK: &str = "/abonner/{token}/stopp";

/// What was typed, for whoever must refuse it and yet keep it.
#[derive(Clone)]
pub struct Typed(pub Rc<Fields>);

/// How long things may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// The body of a request; of an upload, the wait for its next piece.
    pub body: Duration,
    /// A whole upload.
    pub upload: Duration,
    /// Our answer to it.
    pub answer: Duration,
}

/// Middleware: refuses what cannot be read, what comes too often and what is no form of ours.
///
/// # Errors
/// Those of what lies within.
pub async fn incoming(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let house = request.app_data::<web::Data<House>>().cloned();
    let Some(house) = house else { return Ok(request.into_response(no_house()).map_into_right_body()) };
    if let Err(error) = admit(&mut request, &house).await {
        return Ok(request.error_response(error).map_into_right_body());
    }
    // The request goes with the work that is given up, so there is nothing left to make a page of.
    let mut patience = house.patience.answer;
    if is_upload(request.request()) {
        patience += house.patience.upload;
    }
    let answer = timeout(patience, next.call(request)).await;
    answer.map_err(|_| PageError::Busy)?.map(ServiceResponse::map_into_left_body)
}

fn no_house() -> actix_web::HttpResponse {
    actix_web::HttpResponse::InternalServerError().finish()
}

async fn admit(request: &mut ServiceRequest, house: &House) -> Result<(), PageError> {
    if request.method().is_safe() {
        // No browser sends one with its question, and nobody would read it.
        if has_body(request.request()) {
            return Err(PageError::Unreadable);
        }
        return count_request(request.request(), house);
    }
    if is_upload(request.request()) || is_one_click(request.request()) {
        return count_request(request.request(), house);
    }
    let fields = read_form(request, house).await?;
    // What was typed is kept for the page that tells of a refusal.
    if let Some(fields) = &fields {
        request.extensions_mut().insert(Typed(fields.clone()));
    }
    count_request(request.request(), house)?;
    if is_ours(request.request(), fields.as_deref(), house) {
        return Ok(());
    }
    // Without a session there is nothing to abuse there, and the handler knows the way in.
    let is_logged_out = needs_login(request.request())
        && Visit::extract(request.request()).await.is_ok_and(|visit| visit.session.is_none());
    if is_logged_out { Ok(()) } else { Err(PageError::StaleForm) }
}

/// Whether only someone who has logged in can have been shown the form: without a session it is
/// more use to them to hear that, than that their form does not fit.
fn needs_login(request: &HttpRequest) -> bool {
    let pattern = request.match_pattern().unwrap_or_default();
    let (_, pattern) = split_language(&pattern);
    let rooms = ["/horinger/{slug}/innspill", "/mine-innspill", "/saksbehandling", "/logg-ut"];
    rooms.iter().any(|room| pattern.starts_with(room))
}

fn is_one_click(request: &HttpRequest) -> bool {
    let pattern = request.match_pattern().unwrap_or_default();
    split_language(&pattern).1 == ONE_CLICK
}

/// Whether files come with the request.
#[must_use]
pub fn is_upload(request: &HttpRequest) -> bool {
    let pattern = request.match_pattern().unwrap_or_default();
    is_multipart(request.headers()) && UPLOADS.contains(&split_language(&pattern).1)
}

/// Whether a body is a form that can hold files.
#[must_use]
pub fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| {
        kind.get(..MULTIPART.len()).is_some_and(|start| start.eq_ignore_ascii_case(MULTIPART))
    })
}

/// Whether a body comes with the request.
fn has_body(request: &HttpRequest) -> bool {
    let length = request.headers().get(header::CONTENT_LENGTH);
    request.headers().contains_key(header::TRANSFER_ENCODING) || length.is_some_and(|length| length != "0")
}

/// The fields of a form, whose body is put back for the handler; nothing where there is no body.
/// Other kinds of bodies are refused.
async fn read_form(request: &mut ServiceRequest, house: &House) -> Result<Option<Rc<Fields>>, PageError> {
    // What is packed can be a thousand times as large, and no browser packs a form.
    if text(request, &header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Err(PageError::Unreadable);
    }
    if !has_body(request.request()) {
        return Ok(None);
    }
    let kind = text(request, &header::CONTENT_TYPE).unwrap_or_default();
    let mut parts = kind.split(';').map(|part| part.trim().to_ascii_lowercase());
    if parts.next().is_none_or(|kind| kind != FORM) {
        return Err(PageError::Unreadable);
    }
    if parts.any(|part| part.starts_with("charset=") && part.trim_matches('"') != "charset=utf-8") {
        return Err(PageError::Unreadable);
    }
    let limit = body_limit(request.request());
    let length = text(request, &header::CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(PageError::TooLarge);
    }
    let body = read_body(request.take_payload(), limit);
    let body = timeout(house.patience.body, body).await.map_err(|_| PageError::TooSlow)??;
    let fields = fields::parse(&body).map_err(|unfit| match unfit {
        Unfit::Unreadable => PageError::Unreadable,
        Unfit::TooLarge => PageError::TooLarge,
    })?;
    request.set_payload(Payload::from(body));
    Ok(Some(Rc::new(fields)))
}

fn body_limit(request: &HttpRequest) -> usize {
    let pattern = request.match_pattern().unwrap_or_default();
    let is_long =
        ["/innspill", "/oppsett/{part}"].iter().any(|end| split_language(&pattern).1.ends_with(end));
    if is_long { FORM_MAX_BYTES } else { OTHER_FORM_MAX_BYTES }
}

async fn read_body(mut payload: Payload, limit: usize) -> Result<Bytes, PageError> {
    let mut body = BytesMut::new();
    while let Some(part) = payload.next().await {
        let part = part.map_err(|_| PageError::Unreadable)?;
        if body.len() + part.len() > limit {
            return Err(PageError::TooLarge);
        }
        body.extend_from_slice(&part);
    }
    Ok(body.freeze())
}

fn text<'a>(request: &'a ServiceRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap_or("?"))
}
