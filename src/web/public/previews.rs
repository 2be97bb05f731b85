//! A round before it is public, for those who have a link. Nobody needs to log in.

use super::documents::{Known, serve};
use crate::actions::share_preview::find_previewed;
use crate::domain::consultation::Consultation;
use crate::store::{Reading, StoreError, consultations, documents, forms};
use crate::web::error::PageError;
use crate::web::respond::{html, see_other};
use crate::web::views::Ctx;
use crate::web::views::public::round::{RoundPage, Standing, round_page};
use crate::web::visit::Visit;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use std::sync::Arc;

/// The round's page as it will be when it opens; the page itself, once it is public.
///
/// # Errors
/// `NotFound` where the link no longer works, or never did.
pub async fn show(visit: Visit, token: web::Path<String>) -> Result<HttpResponse, PageError> {
    let (token, now) = (token.into_inner(), visit.now());
    let sought = token.clone();
    let found = move |tx: &mut Reading<'_>| -> Result<Option<RoundPage>, StoreError> {
        let Some(round) = find_previewed(tx, &sought)? else { return Ok(None) };
        let previous = round.previous_id.map(|id| consultations::find(tx, id)).transpose()?.flatten();
        let form = forms::find_current(tx, round.id)?;
        Ok(Some(RoundPage {
            documents: documents::list(tx, round.id)?,
            replaced: Vec::new(),
            siblings: consultations::list_siblings(tx, &round, now)?,
            decisions: Vec::new(),
            form_changes: Vec::new(),
            corrections: Vec::new(),
            question_count: form.questions.len(),
            previous: previous.filter(|previous| previous.is_public(now)),
            asked: Some(form),
            standing: Standing::default(),
            round,
        }))
    };
    let page = visit.house.store.read(found).await?.ok_or(PageError::NotFound)?;
    if page.round.is_public(now) {
        return Ok(see_other(visit.links().round(&page.round.slug)));
    }
    let ctx = as_when_open(&visit.ctx, &page.round, &token);
    let page = RoundPage { round: Consultation { published_at: Some(ctx.now), ..page.round }, ..page };
    let mut answer = html(round_page(&page, &ctx));
    // Whoever took the link back wants it to show nothing.
    answer.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// The page is shown at the time when one can answer, with the words of a reader who has come by a link.
fn as_when_open(ctx: &Ctx, round: &Consultation, token: &str) -> Ctx {
    let opens = round.published_at.map_or(round.opens_at, |at| at.max(round.opens_at));
    Ctx { now: ctx.now.max(opens), preview: Some(Arc::from(token)), ..ctx.clone() }
}

/// One of its documents.
///
/// # Errors
/// `NotFound`.
pub async fn document(
    visit: Visit,
    path: web::Path<(String, String)>,
    known: Known,
) -> Result<HttpResponse, PageError> {
    let (token, name) = path.into_inner();
    let round = visit.house.store.read(move |tx| find_previewed(tx, &token)).await?;
    let round = round.ok_or(PageError::NotFound)?;
    serve(&visit, round.slug, name, None, true, known).await
}
