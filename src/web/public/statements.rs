//! What the municipality says of privacy and accessibility.

use crate::web::respond::html;
use crate::web::views::public::statements::{accessibility_page, privacy_page};
use crate::web::visit::Visit;
use actix_web::HttpResponse;

/// What is kept of people, why and how long.
pub async fn privacy(visit: Visit) -> HttpResponse {
    html(privacy_page(&visit.ctx))
}

/// Whom the service can be used by.
pub async fn accessibility(visit: Visit) -> HttpResponse {
    html(accessibility_page(&visit.ctx))
}
