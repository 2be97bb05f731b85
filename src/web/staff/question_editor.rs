//! Administrators write a question, and change or remove one.

use super::find_round;
use super::form_editor::mistake;
use crate::actions::edit_form::{edit_form, is_settled};
use crate::domain::consultation::Consultation;
use crate::domain::form_edit::{FormEdit, FormRefusal};
use crate::domain::ids::QuestionId;
use crate::domain::question::Question;
use crate::store::{Reading, StoreError, consultations, form_drafts, forms};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::question::{QuestionForm, QuestionMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::question_editor::{QuestionEditorPage, question_editor_page};
use crate::web::views::staff::question_fields::Filled;
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use uuid::Uuid;

/// An empty question.
///
/// # Errors
/// `NotFound`.
pub async fn show_new(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let filled = Filled { form: QuestionForm::empty(), ..Filled::default() };
    let page = new_page(&staff.visit, slug.into_inner(), filled).await?;
    Ok(html(question_editor_page(&page, &staff.visit.ctx)))
}

async fn new_page(visit: &Visit, slug: String, filled: Filled) -> Result<QuestionEditorPage, PageError> {
    let round = find_round(visit, slug).await?;
    let now = visit.now();
    let settled = move |tx: &mut Reading<'_>| Ok((is_settled(tx, &round, now)?, round));
    let (is_settled, round) = visit.house.store.read(settled).await?;
    Ok(QuestionEditorPage { round, question: None, is_settled, filled })
}

/// Adds a question.
///
/// # Errors
/// `NotFound`.
pub async fn add(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form, slug) = (&staff.visit, QuestionForm::read(&fields), slug.into_inner());
    let mut mistakes = Vec::new();
    let words = form.words(&mut mistakes);
    if let Some(words) = words.filter(|_| mistakes.is_empty()) {
        let edit = FormEdit::Add(words);
        match edit_form(&visit.house.store, slug.clone(), edit, staff.actor, visit.now()).await {
            Ok(()) => return Ok(done(visit, &slug, "lagt-til")),
            Err(stopped) => mistakes.push(mistake(stopped)?),
        }
    }
    let page = new_page(visit, slug, Filled { form, mistakes }).await?;
    Ok(refused(visit, &page))
}

/// One question.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    path: web::Path<(String, Uuid)>,
) -> Result<HttpResponse, PageError> {
    let (round, question, is_settled) = find(&staff.visit, path.into_inner()).await?;
    let filled = Filled { form: QuestionForm::of(&question), ..Filled::default() };
    let page = QuestionEditorPage { round, question: Some(question), is_settled, filled };
    Ok(html(question_editor_page(&page, &staff.visit.ctx)))
}

/// The question that goes on from `origin`, in the form that is being changed.
async fn find(
    visit: &Visit,
    (slug, origin): (String, Uuid),
) -> Result<(Consultation, Question, bool), PageError> {
    let now = visit.now();
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(None) };
        let form = match form_drafts::find(tx, round.id)? {
            Some(draft) => draft,
            None => forms::find_current(tx, round.id)?,
        };
        let Some(question) = form.question_of(QuestionId(origin)).cloned() else { return Ok(None) };
        let is_settled = is_settled(tx, &round, now)?;
        Ok(Some((round, question, is_settled)))
    };
    visit.house.store.read(found).await?.ok_or(PageError::NotFound)
}

/// Changes the question, or removes it.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    path: web::Path<(String, Uuid)>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form, path) = (&staff.visit, QuestionForm::read(&fields), path.into_inner());
    let (slug, origin, shown) = (path.0.clone(), QuestionId(path.1), form.get("shown").to_owned());
    let mut mistakes = Vec::new();
    let (edit, word) = match form.get("do") {
        "remove" => (Some(FormEdit::Remove { origin, shown }), "fjernet"),
        "change" => {
            let words = form.words(&mut mistakes).filter(|_| mistakes.is_empty());
            (words.map(|words| FormEdit::Change { origin, shown, words }), "endret")
        }
        _ => return Err(PageError::Unreadable),
    };
    if let Some(edit) = edit {
        match edit_form(&visit.house.store, slug.clone(), edit, staff.actor, visit.now()).await {
            Ok(()) => return Ok(done(visit, &slug, word)),
            Err(stopped) => mistakes.push(mistake(stopped)?),
        }
    }
    // Who is told that somebody else was first is shown what stands there now, and may go on from there.
    let (round, question, is_settled) = find(visit, path).await?;
    let was_late = mistakes.contains(&QuestionMistake::Refused(FormRefusal::ChangedMeanwhile));
    let form = match (word, was_late) {
        ("fjernet", _) => QuestionForm::of(&question),
        (_, true) => form.shown_with(&question),
        (_, false) => form,
    };
    let filled = Filled { form, mistakes };
    let page = QuestionEditorPage { round, question: Some(question), is_settled, filled };
    Ok(refused(visit, &page))
}

fn done(visit: &Visit, slug: &str, word: &str) -> HttpResponse {
    see_other(format!("{}?gjort={word}", visit.links().staff_form(slug)))
}

fn refused(visit: &Visit, page: &QuestionEditorPage) -> HttpResponse {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, question_editor_page(page, &visit.ctx))
}
