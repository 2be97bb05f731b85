//! The codebook of a round; administrators add headings to it and put them in order.

use super::documents::Happened;
use super::find_round;
use crate::actions::Stopped;
use crate::actions::edit_codes::edit_codes;
use crate::domain::code::{CodeEdit, CodeRefusal};
use crate::domain::consultation::Consultation;
use crate::domain::order::Way;
use crate::store::codes;
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::code::{CodeForm, CodeMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::code_fields::{CodeDone, Filled};
use crate::web::views::staff::codes::{CodesPage, codes_page};
use crate::web::visit::{Administrator, StaffReader, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    staff: StaffReader,
    slug: web::Path<String>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let page = page(&staff.visit, round, Filled::default()).await?;
    let page = CodesPage { done: CodeDone::from_address(happened.word()), ..page };
    Ok(html(codes_page(&page, &staff.visit.ctx)))
}

async fn page(visit: &Visit, round: Consultation, adding: Filled) -> Result<CodesPage, PageError> {
    let id = round.id;
    let groups = visit.house.store.read(move |tx| codes::list(tx, id)).await?;
    Ok(CodesPage { round, groups, adding, done: None })
}

/// Adds a heading, or moves one.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, CodeForm::read(&fields));
    let round = find_round(visit, slug.into_inner()).await?;
    let mut mistakes = Vec::new();
    let (edit, word) = match form.get("do") {
        "add" => {
            let under = Some(form.get("under")).filter(|key| !key.is_empty()).map(str::to_owned);
            let words = form.words(None, &mut mistakes).filter(|_| mistakes.is_empty());
            (words.map(|words| CodeEdit::Add { under, words }), "lagt-til")
        }
        button => {
            let way = Way::from_button(button).ok_or(PageError::Unreadable)?;
            (Some(CodeEdit::Move { key: form.get("code").to_owned(), way }), "flyttet")
        }
    };
    if let Some(edit) = edit {
        let store = &visit.house.store;
        match edit_codes(store, round.slug.clone(), edit, staff.actor, visit.now()).await {
            Ok(_) => return Ok(done(visit, &round.slug, word)),
            Err(stopped) => mistakes.push(mistake(stopped)?),
        }
    }
    let page = page(visit, round, Filled { form, mistakes }).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, codes_page(&page, &visit.ctx)))
}

pub(super) fn done(visit: &Visit, slug: &str, word: &str) -> HttpResponse {
    see_other(format!("{}?gjort={word}", visit.links().staff_codes(slug)))
}

/// A refusal for the page; a heading that is not there is none.
pub(super) fn mistake(stopped: Stopped<CodeRefusal>) -> Result<CodeMistake, PageError> {
    match stopped {
        Stopped::Refused(CodeRefusal::NotFound) => Err(PageError::NotFound),
        Stopped::Refused(refusal) => Ok(CodeMistake::Refused(refusal)),
        Stopped::Failed(error) => Err(error.into()),
    }
}
