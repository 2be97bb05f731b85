//! Administrators edit one part of a round: what it says, its facts, its dates, who may answer.

use super::find_round;
use super::new_round::CHOICES_MAX;
use crate::actions::Stopped;
use crate::actions::change_round::{RoundEdit, change_round};
use crate::domain::consultation::Consultation;
use crate::domain::ids::ConsultationId;
use crate::domain::round_setup::{SetupPart, SetupRefusal};
use crate::store::round_setup::{self, RoundName};
use crate::store::{Reading, StoreError, consultations};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::round_setup::{SetupForm, SetupMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::setup_part::{SetupPartPage, next_part, setup_part_page};
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
    path: web::Path<(String, String)>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let (round, part) = find(&staff.visit, path.into_inner()).await?;
    let page = page(&staff.visit, round, part).await?;
    let page = SetupPartPage { is_saved: !happened.gjort.is_empty(), ..page };
    Ok(html(setup_part_page(&page, &staff.visit.ctx)))
}

async fn find(visit: &Visit, (slug, part): (String, String)) -> Result<(Consultation, SetupPart), PageError> {
    let part = SetupPart::from_name(&part).ok_or(PageError::NotFound)?;
    Ok((find_round(visit, slug).await?, part))
}

/// The page with what is stored.
async fn page(visit: &Visit, round: Consultation, part: SetupPart) -> Result<SetupPartPage, PageError> {
    let (id, previous_id) = (round.id, round.previous_id);
    let others = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        if part != SetupPart::Facts {
            return Ok((Vec::new(), None));
        }
        let previous = previous_id.map(|id| consultations::find(tx, id)).transpose()?.flatten();
        let mut others = round_setup::list_names(tx, CHOICES_MAX)?;
        others.retain(|other| other.id != id);
        if let Some(one) = &previous
            && !others.iter().any(|other| other.id == one.id)
        {
            others.push(RoundName { id: one.id, slug: one.slug.clone(), title: one.title.clone() });
        }
        Ok((others, previous))
    };
    let (others, previous) = visit.house.store.read(others).await?;
    let form = SetupForm::of(&round, part, previous.as_ref().map_or("", |one| one.slug.as_str()));
    Ok(SetupPartPage {
        stored: form.clone(),
        form,
        part,
        round,
        others,
        mistakes: Vec::new(),
        is_saved: false,
        shows_preview: false,
        is_conflict: false,
    })
}

/// Saves the part, or shows what its texts look like.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    path: web::Path<(String, String)>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, SetupForm::read(&fields));
    let (round, part) = find(visit, path.into_inner()).await?;
    let slug = round.slug.clone();
    let page = page(visit, round, part).await?;
    let deed = form.get("do").to_owned();
    match deed.as_str() {
        "preview" => {
            let page = SetupPartPage { form, shows_preview: true, ..page };
            return Ok(html(setup_part_page(&page, &visit.ctx)));
        }
        "save" | "next" => {}
        _ => return Err(PageError::Unreadable),
    }
    let mut mistakes = Vec::new();
    let previous_id = chosen(&page, &form, &mut mistakes);
    let change = form.change(part, previous_id, &mut mistakes);
    let is_public = page.round.is_public(visit.now());
    let is_same = change.as_ref().is_some_and(|change| page.round.clone().with(change.clone()) == page.round);
    let note = (is_public && part == SetupPart::Texts && !is_same).then(|| form.note(&mut mistakes));
    if let (true, Some(change)) = (mistakes.is_empty(), change) {
        let edit = RoundEdit { slug, shown: form.get("shown").to_owned(), change, note };
        match change_round(&visit.house.store, edit, staff.actor, visit.now()).await {
            Ok(round) => return Ok(saved(visit, &round.slug, part, &deed)),
            Err(Stopped::Refused(SetupRefusal::NothingChanged)) => {
                return Ok(saved(visit, &page.round.slug, part, &deed));
            }
            Err(Stopped::Refused(SetupRefusal::NotFound)) => return Err(PageError::NotFound),
            Err(Stopped::Refused(refusal)) => mistakes.push(SetupMistake::Refused(refusal)),
            Err(Stopped::Failed(error)) => return Err(error.into()),
        }
    }
    let page = again(page, form, mistakes);
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, setup_part_page(&page, &visit.ctx)))
}

/// The round that was chosen as the previous one.
fn chosen(
    page: &SetupPartPage,
    form: &SetupForm,
    mistakes: &mut Vec<SetupMistake>,
) -> Option<ConsultationId> {
    let slug = form.get("previous");
    let found = page.others.iter().find(|other| other.slug == slug);
    if found.is_none() && !slug.is_empty() {
        mistakes.push(SetupMistake::Missing("previous"));
    }
    found.map(|other| other.id)
}

fn saved(visit: &Visit, slug: &str, part: SetupPart, deed: &str) -> HttpResponse {
    let links = visit.links();
    match next_part(part) {
        Some(next) if deed == "next" => see_other(links.setup_part(slug, next.name())),
        None if deed == "next" => see_other(format!("{}?gjort=lagret", links.setup(slug))),
        _ => see_other(format!("{}?gjort=lagret", links.setup_part(slug, part.name()))),
    }
}

/// The form as it was typed. Who is told that somebody else was first is shown what they did, and may
/// save over it, knowingly.
fn again(page: SetupPartPage, form: SetupForm, mistakes: Vec<SetupMistake>) -> SetupPartPage {
    let is_conflict = mistakes.contains(&SetupMistake::Refused(SetupRefusal::ChangedMeanwhile));
    let form = if is_conflict { form.showing(page.stored.get("shown")) } else { form };
    SetupPartPage { form, mistakes, is_conflict, ..page }
}
