//! Administrators open, extend, close, reopen, correct and archive a round.

use super::find_round;
use crate::actions::Stopped;
use crate::actions::announce_correction::announce_correction;
use crate::actions::archive_round::archive_round;
use crate::actions::move_deadline::move_deadline;
use crate::domain::audit::Actor;
use crate::domain::consultation::{Consultation, RoundRefusal};
use crate::store::{Reading, StoreError, announcements, consultations};
use crate::web::error::PageError;
use crate::web::forms::deadline::{DeadlineForm, Wish};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::manage::{ManageMistake, ManagePage, Refused, manage_page};
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    gjort: String,
}

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let page = page(&staff.visit, round, None, !happened.gjort.is_empty()).await?;
    Ok(html(manage_page(&page, &staff.visit.ctx)))
}

async fn page(
    visit: &Visit,
    round: Consultation,
    refused: Option<Refused>,
    is_done: bool,
) -> Result<ManagePage, PageError> {
    let id = round.id;
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        Ok((consultations::list_decisions(tx, id)?, announcements::list_mailings(tx, id)?))
    };
    let (mut decisions, mailings) = visit.house.store.read(found).await?;
    decisions.reverse();
    Ok(ManagePage { round, decisions, mailings, refused, is_done })
}

/// Does one deed.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    form: web::Form<DeadlineForm>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, form.into_inner());
    let round = find_round(visit, slug.into_inner()).await?;
    let mistakes = match form.wish() {
        Ok(wish) => {
            let wish = wish.ok_or(PageError::Unreadable)?;
            match carry_out(visit, round.slug.clone(), wish, staff.actor).await {
                Ok(()) => {
                    return Ok(see_other(format!("{}?gjort=1", visit.links().staff_manage(&round.slug))));
                }
                Err(Stopped::Refused(refusal)) => vec![ManageMistake::Round(refusal)],
                Err(Stopped::Failed(error)) => return Err(error.into()),
            }
        }
        Err(mistakes) => mistakes.into_iter().map(ManageMistake::Form).collect(),
    };
    let page = page(visit, round, Some(Refused { form, mistakes }), false).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, manage_page(&page, &visit.ctx)))
}

async fn carry_out(
    visit: &Visit,
    slug: String,
    wish: Wish,
    actor: Actor,
) -> Result<(), Stopped<RoundRefusal>> {
    let (store, now) = (&visit.house.store, visit.now());
    match wish {
        Wish::Decide(decision) => move_deadline(store, slug, decision, actor, now).await.map(drop),
        Wish::Correct(note) => announce_correction(store, slug, note, actor, now).await,
        Wish::Archive(archiving) => archive_round(store, slug, archiving, actor, now).await.map(drop),
    }
}
