//! The codebook of a round.

use super::find_round;
use crate::store::codes;
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::staff::codes::{CodesPage, codes_page};
use crate::web::visit::StaffReader;
use actix_web::{HttpResponse, web};

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(staff: StaffReader, slug: web::Path<String>) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let id = round.id;
    let groups = staff.visit.house.store.read(move |tx| codes::list(tx, id)).await?;
    Ok(html(codes_page(&CodesPage { round, groups }, &staff.visit.ctx)))
}
