//! The open data: what is public of the rounds, as JSON, for programs that nobody has to log in. What
//! goes out is made in [`shapes`], [`whole`] and [`papers`] alone, from rounds that the public may see.

pub mod description;
pub mod papers;
pub mod query;
pub mod rounds;
pub mod shapes;
pub mod whole;

use actix_web::HttpResponse;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use serde_json::json;

/// The media type of what went wrong. Source: RFC 9457.
pub const PROBLEM: &str = "application/problem+json";
const METHODS: &str = "GET, HEAD, OPTIONS";
/// How long a browser need not ask again what pages of others may do, in seconds.
const PREFLIGHT_SECONDS: u32 = 86_400;

/// Whether an address is one of the open data's.
#[must_use]
pub fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

/// Middleware: the open data is read and never written, and tells browsers so.
///
/// # Errors
/// Those of what lies within.
pub async fn only_read(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !is_api(request.path()) || [Method::GET, Method::HEAD].contains(request.method()) {
        return next.call(request).await.map(ServiceResponse::map_into_left_body);
    }
    let mut answer = if request.method() == Method::OPTIONS {
        let mut answer = HttpResponse::NoContent();
        answer
            .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, METHODS))
            .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match, If-Modified-Since"))
            .insert_header((header::ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS));
        answer.finish()
    } else {
        problem(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed", "Open data can only be read.")
    };
    answer.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static(METHODS));
    Ok(request.into_response(answer).map_into_right_body())
}

/// What went wrong, in the form that all our problems have.
fn problem(status: StatusCode, title: &str, detail: &str) -> HttpResponse {
    HttpResponse::build(status).content_type(PROBLEM).json(json!({
        "status": status.as_u16(), "title": title, "detail": detail, "message": detail,
    }))
}
