//! Administrators write what came of a round, and make it public.

use crate::actions::Stopped;
use crate::actions::save_outcome::{Saving, save_outcome};
use crate::domain::outcome::OutcomeRefusal;
use crate::store::{Reading, StoreError, consultations, documents, outcomes};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::outcome::{OutcomeForm, OutcomeMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::outcome::{OutcomeDone, StaffOutcomePage, staff_outcome_page};
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
    let done = match happened.gjort.as_str() {
        "lagret" => Some(OutcomeDone::Saved),
        "offentliggjort" => Some(OutcomeDone::Published),
        _ => None,
    };
    let page = StaffOutcomePage { done, ..find(&staff.visit, slug.into_inner()).await? };
    Ok(html(staff_outcome_page(&page, &staff.visit.ctx)))
}

async fn find(visit: &Visit, slug: String) -> Result<StaffOutcomePage, PageError> {
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(None) };
        let outcome = outcomes::find(tx, round.id)?;
        let documents = documents::list(tx, round.id)?;
        let form = OutcomeForm::of(outcome.as_ref());
        Ok(Some(StaffOutcomePage { round, outcome, documents, form, mistakes: Vec::new(), done: None }))
    };
    visit.house.store.read(found).await?.ok_or(PageError::NotFound)
}

/// Saves it, or saves it and makes it public.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn save(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, slug, form) = (&staff.visit, slug.into_inner(), OutcomeForm::read(&fields));
    let publishes = match form.get("do") {
        "save" => false,
        "publish" => true,
        _ => return Err(PageError::Unreadable),
    };
    let mistakes = match form.words() {
        Err(mistakes) => mistakes,
        Ok(words) => {
            let saving = Saving { shown_version: form.version(), publishes };
            let (store, now) = (&visit.house.store, visit.now());
            match save_outcome(store, slug.clone(), words, saving, staff.actor, now).await {
                Ok(()) => {
                    let what = if publishes { "offentliggjort" } else { "lagret" };
                    return Ok(see_other(format!("{}?gjort={what}", visit.links().staff_outcome(&slug))));
                }
                Err(Stopped::Refused(refusal)) => of_refusal(refusal)?,
                Err(Stopped::Failed(error)) => return Err(error.into()),
            }
        }
    };
    let page = find(visit, slug).await?;
    let was_late = mistakes.contains(&OutcomeMistake::Refused(OutcomeRefusal::ChangedMeanwhile));
    let stands = page.outcome.as_ref().map_or(0, |outcome| outcome.version);
    // Whoever is told that somebody else was first sees what they wrote, and may go on from there.
    let form = if was_late { form.with_version(stands) } else { form };
    let page = StaffOutcomePage { form, mistakes, ..page };
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, staff_outcome_page(&page, &visit.ctx)))
}

fn of_refusal(refusal: OutcomeRefusal) -> Result<Vec<OutcomeMistake>, PageError> {
    Ok(match refusal {
        OutcomeRefusal::NotFound => return Err(PageError::NotFound),
        OutcomeRefusal::Missing(parts) => parts.into_iter().map(OutcomeMistake::Missing).collect(),
        other => vec![OutcomeMistake::Refused(other)],
    })
}
