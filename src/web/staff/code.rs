//! Administrators give a heading of the codebook another key or name, or remove it.

use super::codes::{done, mistake};
use crate::actions::edit_codes::edit_codes;
use crate::domain::code::{CodeEdit, CodeRefusal, Heading};
use crate::domain::consultation::Consultation;
use crate::store::{Reading, StoreError, codes, consultations};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::code::{CodeForm, CodeMistake};
use crate::web::respond::{html, with_status};
use crate::web::views::staff::code::{CodePage, code_page};
use crate::web::views::staff::code_fields::Filled;
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (round, heading, has_codes) = find(&staff.visit, path.into_inner()).await?;
    let filled = Filled { form: CodeForm::of(&heading), ..Filled::default() };
    let page = CodePage { round, heading, has_codes, filled };
    Ok(html(code_page(&page, &staff.visit.ctx)))
}

/// The heading, and whether others stand below it.
async fn find(
    visit: &Visit,
    (slug, key): (String, String),
) -> Result<(Consultation, Heading, bool), PageError> {
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(None) };
        let all = codes::list_headings(tx, round.id)?;
        let Some(heading) = all.iter().find(|one| one.key == key).cloned() else { return Ok(None) };
        let has_codes = all.iter().any(|one| one.parent == Some(heading.id));
        Ok(Some((round, heading, has_codes)))
    };
    visit.house.store.read(found).await?.ok_or(PageError::NotFound)
}

/// Changes the heading, or removes it.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    path: web::Path<(String, String)>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form, path) = (&staff.visit, CodeForm::read(&fields), path.into_inner());
    let (slug, key) = path.clone();
    let mut mistakes = Vec::new();
    let (edit, word) = match form.get("do") {
        "remove" => (Some(CodeEdit::Remove { key }), "fjernet"),
        "change" => {
            let words = form.words(Some(&key), &mut mistakes).filter(|_| mistakes.is_empty());
            let shown = form.get("shown").to_owned();
            (words.map(|words| CodeEdit::Rename { key, shown, words }), "endret")
        }
        _ => return Err(PageError::Unreadable),
    };
    if let Some(edit) = edit {
        match edit_codes(&visit.house.store, slug.clone(), edit, staff.actor, visit.now()).await {
            Ok(_) => return Ok(done(visit, &slug, word)),
            Err(stopped) => mistakes.push(mistake(stopped)?),
        }
    }
    let (round, heading, has_codes) = find(visit, path).await?;
    let was_late = mistakes.contains(&CodeMistake::Refused(CodeRefusal::ChangedMeanwhile));
    let form = match (word, was_late) {
        ("fjernet", _) => CodeForm::of(&heading),
        (_, true) => form.shown_with(&heading),
        (_, false) => form,
    };
    let page = CodePage { round, heading, has_codes, filled: Filled { form, mistakes } };
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, code_page(&page, &visit.ctx)))
}
