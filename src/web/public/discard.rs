//! A draft thrown away.

use crate::actions::Stopped;
use crate::actions::discard_draft::discard_draft;
use crate::web::answerer::Answerer;
use crate::web::error::PageError;
use crate::web::public::desk::{Asked, find_desk};
use crate::web::respond::see_other;
use actix_web::{HttpResponse, web};

/// Throws the draft away.
///
/// # Errors
/// `NotFound`.
pub async fn discard(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    match discard_draft(&visit.house.store, desk.person, desk.place, visit.now()).await {
        // Gone already is as good.
        Ok(()) | Err(Stopped::Refused(_)) => {
            Ok(see_other(format!("{}?forkastet=1", visit.links().my_submissions())))
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
