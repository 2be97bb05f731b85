//! Handlers for staff.

pub mod access;
pub mod audit;
pub mod code;
pub mod codes;
pub mod document;
pub mod documents;
pub mod exports;
pub mod form_editor;
pub mod invitee;
pub mod invitees;
pub mod letters;
pub mod manage;
pub mod new_round;
pub mod outcome;
pub mod progress;
pub mod question_editor;
pub mod questions;
pub mod rounds;
pub mod setup;
pub mod setup_part;
pub mod submissions;

use crate::domain::consultation::Consultation;
use crate::store::consultations;
use crate::web::error::PageError;
use crate::web::visit::Visit;

/// How many submissions or answers stand on one page.
pub const PAGE_SIZE: usize = 50;

/// Where page `page` (from 1) begins, and how long it is, as queries count.
#[must_use]
pub fn window(page: usize) -> (i64, i64) {
    let size = i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX);
    let before = i64::try_from(page.saturating_sub(1)).unwrap_or(0);
    (before.saturating_mul(size), size)
}

/// The round with this slug, drafts too.
///
/// # Errors
/// `NotFound`.
pub async fn find_round(visit: &Visit, slug: String) -> Result<Consultation, PageError> {
    let found = visit.house.store.read(move |tx| consultations::find_by_slug(tx, &slug)).await?;
    found.ok_or(PageError::NotFound)
}
