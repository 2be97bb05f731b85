//! What came of a round.

use super::rounds::find_visible;
use crate::store::{Reading, StoreError, documents, outcomes};
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::public::outcome::{OutcomePage, outcome_page};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

/// The page; staff see it before it is public, too.
///
/// # Errors
/// `NotFound` while there is none.
pub async fn show(visit: Visit, slug: web::Path<String>) -> Result<HttpResponse, PageError> {
    let (slug, now, is_staff) = (slug.into_inner(), visit.now(), visit.ctx.staff().is_some());
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = find_visible(tx, &slug, is_staff, now)? else { return Ok(None) };
        if round.concluded_at.is_none() && !is_staff {
            return Ok(None);
        }
        let Some(outcome) = outcomes::find(tx, round.id)? else { return Ok(None) };
        let documents = documents::list(tx, round.id)?;
        Ok(Some(OutcomePage { round, outcome, documents }))
    };
    let page = visit.house.store.read(found).await?.ok_or(PageError::NotFound)?;
    Ok(html(outcome_page(&page, &visit.ctx)))
}
