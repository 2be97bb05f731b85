//! Administrators see what a round asks, put the questions in order, and publish what was changed.

use super::documents::Happened;
use super::find_round;
use crate::actions::Stopped;
use crate::actions::edit_form::{edit_form, is_settled};
use crate::actions::publish_form::{discard_form, publish_form};
use crate::domain::consultation::Consultation;
use crate::domain::form_edit::{FormEdit, FormRefusal};
use crate::domain::ids::QuestionId;
use crate::domain::order::Way;
use crate::store::{Reading, StoreError, form_drafts, forms};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::question::{QuestionForm, QuestionMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::form_editor::{FormDone, FormEditorPage, form_editor_page};
use crate::web::views::staff::question_fields::Filled;
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

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
    let page = page(&staff.visit, round, Filled::default()).await?;
    let page = FormEditorPage { done: FormDone::from_address(happened.word()), ..page };
    Ok(html(form_editor_page(&page, &staff.visit.ctx)))
}

async fn page(visit: &Visit, round: Consultation, publishing: Filled) -> Result<FormEditorPage, PageError> {
    let now = visit.now();
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let current = forms::find_current(tx, round.id)?;
        let draft = form_drafts::find(tx, round.id)?;
        let is_settled = is_settled(tx, &round, now)?;
        let changes = forms::list_changes(tx, round.id)?;
        Ok(FormEditorPage { round, current, draft, is_settled, changes, publishing, done: None })
    };
    Ok(visit.house.store.read(found).await?)
}

/// Moves a question, publishes the changes or throws them away.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, QuestionForm::read(&fields));
    let round = find_round(visit, slug.into_inner()).await?;
    let (store, slug, now) = (&visit.house.store, round.slug.clone(), visit.now());
    let mut mistakes = Vec::new();
    let done = match form.get("do") {
        "publish" => {
            let (note, shown) = (form.reason(&mut mistakes), form.get("shown").to_owned());
            match note.filter(|_| mistakes.is_empty()) {
                Some(note) => {
                    publish_form(store, slug, shown, note, staff.actor, now).await.map(|()| "publisert")
                }
                None => Ok(""),
            }
        }
        "discard" => discard_form(store, slug, staff.actor, now).await.map(|()| "forkastet"),
        button => {
            let way = Way::from_button(button).ok_or(PageError::Unreadable)?;
            let origin = QuestionId(form.get("question").parse().map_err(|_| PageError::Unreadable)?);
            let edit = FormEdit::Move { origin, way };
            edit_form(store, slug, edit, staff.actor, now).await.map(|()| "flyttet")
        }
    };
    match done {
        Ok(word) if mistakes.is_empty() => {
            return Ok(see_other(format!("{}?gjort={word}", visit.links().staff_form(&round.slug))));
        }
        Ok(_) => {}
        Err(stopped) => mistakes.push(mistake(stopped)?),
    }
    let page = page(visit, round, Filled { form, mistakes }).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, form_editor_page(&page, &visit.ctx)))
}

/// A refusal for the page; a question that is not there is none.
pub(super) fn mistake(stopped: Stopped<FormRefusal>) -> Result<QuestionMistake, PageError> {
    match stopped {
        Stopped::Refused(FormRefusal::NotFound) => Err(PageError::NotFound),
        Stopped::Refused(refusal) => Ok(QuestionMistake::Refused(refusal)),
        Stopped::Failed(error) => Err(error.into()),
    }
}
