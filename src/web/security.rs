//! What every answer carries, and what no request may do.

use crate::web::api::is_api;
use crate::web::error::PageError;
use crate::web::form_tokens::Browser;
use crate::web::house::House;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, web};

/// Nothing from elsewhere, nothing inline. Designsystemet draws its icons as `data:` masks.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     font-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; form-action 'self'; \
     frame-ancestors 'none'; base-uri 'none'";

/// None of these is used by any page.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
     fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), \
     xr-spatial-tracking=()";
/// A proxy may keep a page for a minute; a browser asks each time, because it may have logged in.
const PUBLIC_PAGE: &str = "public, max-age=0, s-maxage=60";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Pages of others may read the open data, which is the same for everyone.
const OPEN_DATA: [(HeaderName, &str); 3] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified, Link, Retry-After"),
    (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
];

/// Middleware: adds the headers, where the handler has not set its own.
///
/// # Errors
/// Those of what lies within.
pub async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let house = request.app_data::<web::Data<House>>().cloned();
    let mut response = next.call(request).await?;
    let browser = response.request().extensions().get::<Browser>().cloned();
    if let Some(cookie) = browser.as_ref().zip(house.as_ref()).and_then(|(b, house)| b.missing_cookie(house))
    {
        response.response_mut().add_cookie(&cookie)?;
    }
    let is_public = browser.is_some_and(|browser| is_for_everyone(&browser, &response));
    let is_open_data = is_api(response.request().path());
    let ours = response.headers_mut();
    // The front-channel logout says itself who may show it in a frame; nothing else does.
    let policy = ours.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    if !policy.is_some_and(|policy| policy.contains("frame-ancestors http")) {
        set(ours, header::X_FRAME_OPTIONS, "DENY");
    }
    if is_open_data {
        for (name, value) in OPEN_DATA {
            set(ours, name, value);
        }
    }
    for (name, value) in HEADERS {
        set(ours, name, value);
    }
    set(ours, header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    // Pages hold what someone wrote; assets and documents say for themselves how long they last.
    if is_public && !ours.contains_key(header::CACHE_CONTROL) {
        set(ours, header::CACHE_CONTROL, PUBLIC_PAGE);
        ours.append(header::VARY, HeaderValue::from_static("cookie"));
    }
    set(ours, header::CACHE_CONTROL, "no-store");
    if house.is_some_and(|house| house.is_https) {
        set(ours, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    Ok(response)
}

/// A page that anyone would have got: made for no session, with no form in it and no cookie.
fn is_for_everyone(browser: &Browser, response: &ServiceResponse<impl MessageBody>) -> bool {
    response.request().method().is_safe()
        && response.status() == StatusCode::OK
        && !browser.has_session
        && !browser.was_shown_a_form()
        && !response.headers().contains_key(header::SET_COOKIE)
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

/// Middleware: nothing of ours is at an address with a NUL, and Postgres cannot even look for it. The open
/// data reads its queries itself, and says what is wrong with them.
///
/// # Errors
/// Those of what lies within.
pub async fn no_nul(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let address = request.uri().path_and_query().map_or("", |address| address.as_str());
    let looked_at = if is_api(request.path()) { request.uri().path() } else { address };
    if looked_at.contains("%00") {
        return Ok(request.error_response(PageError::NotFound).map_into_right_body());
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Whether the browser vouches that a page of ours sent the request.
#[must_use]
pub fn says_it_is_own(request: &HttpRequest) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), ..) => site == "same-origin",
        (None, Some(origin), Some(host)) => is_origin_of(origin, host),
        _ => false,
    }
}

fn is_origin_of(origin: &str, host: &str) -> bool {
    origin.split_once("://").is_some_and(|(_, authority)| authority == host)
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
        (Some(origin), Some(host)) => is_origin_of(origin, host),
        (Some(_), None) => false,
    }
}
