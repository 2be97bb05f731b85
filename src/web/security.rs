//! What every answer carries, and what no request may do.

use crate::web::error::PageError;
use crate::web::house::House;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web;

/// Nothing from elsewhere, nothing inline. Designsystemet draws its icons as `data:` masks.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
];

/// Middleware: adds the headers, where the handler has not set its own.
///
/// # Errors
/// Those of what lies within.
pub async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let is_https = request.app_data::<web::Data<House>>().is_some_and(|house| house.is_https);
    let mut response = next.call(request).await?;
    let ours = response.headers_mut();
    // The front-channel logout says itself who may show it in a frame; nothing else does.
    let policy = ours.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    if !policy.is_some_and(|policy| policy.contains("frame-ancestors http")) {
        set(ours, header::X_FRAME_OPTIONS, "DENY");
    }
    for (name, value) in HEADERS {
        set(ours, name, value);
    }
    set(ours, header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    // Pages hold what someone wrote; assets and documents say for themselves how long they last.
    set(ours, header::CACHE_CONTROL, "no-store");
    if is_https {
        set(ours, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    Ok(response)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Middleware: refuses a changing request that another site made the browser send.
///
/// # Errors
/// Those of what lies within.
pub async fn same_site(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !request.method().is_safe() && !is_own(&request) {
        return Ok(request.error_response(PageError::CrossSite).map_into_right_body());
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Middleware: nothing of ours is at an address with a NUL, and Postgres cannot even look for it.
///
/// # Errors
/// Those of what lies within.
pub async fn no_nul(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let has_nul = request.uri().path_and_query().is_some_and(|address| address.as_str().contains("%00"));
    if has_nul {
        return Ok(request.error_response(PageError::NotFound).map_into_right_body());
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Browsers say where a request comes from; what says nothing is no browser, and holds no
/// other person's cookie.
fn is_own(request: &ServiceRequest) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match (text("origin"), text("host")) {
        (None, _) => true,
        (Some(origin), Some(host)) => {
            origin.split_once("://").is_some_and(|(_, authority)| authority == host)
        }
        (Some(_), None) => false,
    }
}
