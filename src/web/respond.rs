//! Answers that handlers give again and again.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use maud::Markup;

/// A page.
#[must_use]
pub fn html(page: Markup) -> HttpResponse {
    with_status(StatusCode::OK, page)
}

/// A page with another status than 200.
#[must_use]
pub fn with_status(status: StatusCode, page: Markup) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(page.into_string())
}

/// After a deed: go and see, so that a reload does not do it again.
#[must_use]
pub fn see_other(to: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, to.as_ref())).finish()
}
