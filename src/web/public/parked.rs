//! What someone had typed when they were no longer logged in, brought back to the form.

use crate::actions::park_form::unpark_form;
use crate::actions::sign_in::token_sha256;
use crate::domain::clock::Moment;
use crate::domain::links::split_language;
use crate::domain::parked_form::ParkedForm;
use crate::store::parked_forms;
use crate::web::error::PageError;
use crate::web::keeping::{cookie, token_in};
use crate::web::public::desk::Desk;
use crate::web::public::form::seal_purpose;
use crate::web::views::public::form::FormPage;
use crate::web::visit::Visit;
use actix_web::{HttpRequest, HttpResponse};

/// A parked form, and when its person began.
pub struct Parked {
    /// What was typed.
    pub form: ParkedForm,
    /// When the form was first shown to them.
    pub begun_at: Moment,
}

/// What this browser has parked for this form of this person. What the draft holds already, and
/// what somebody else typed here, is not theirs to see.
///
/// # Errors
/// When the database fails.
pub async fn find(visit: &Visit, request: &HttpRequest, desk: &Desk) -> Result<Option<Parked>, PageError> {
    let Some(form) = find_any(visit, request, desk).await? else { return Ok(None) };
    // Sealed for one person, round and draft: the seal opens for no one else.
    let purpose = seal_purpose(&desk.person, form.draft_id);
    let begun = visit.house.hasher.unseal(&purpose, &form.begun).and_then(|begun| begun.parse().ok());
    let Some(begun_at) = begun else { return Ok(None) };
    let is_saved = desk.draft.as_ref().is_some_and(|draft| draft.content == form.content);
    Ok((!is_saved).then_some(Parked { form, begun_at }))
}

async fn find_any(
    visit: &Visit,
    request: &HttpRequest,
    desk: &Desk,
) -> Result<Option<ParkedForm>, PageError> {
    let Some(token) = token_in(request, &visit.house) else { return Ok(None) };
    let (hash, now) = (token_sha256(&token), visit.now());
    let form = visit.house.store.read(move |tx| parked_forms::find(tx, &token, &hash, now)).await?;
    let link = desk.form_link(visit);
    Ok(form.filter(|form| form.path == split_language(&link).1))
}

/// The form with what was parked. Where the draft has moved on since, both texts stand there and
/// the person chooses.
#[must_use]
pub fn page(parked: Parked, desk: &Desk, now: Moment) -> FormPage {
    let form = parked.form;
    let stored = desk.draft.clone();
    let conflict =
        stored.clone().filter(|stored| (stored.id, stored.version) != (form.draft_id, form.version));
    let draft_id = stored.map_or(form.draft_id, |stored| stored.id);
    let page = desk.page(draft_id, form.begun, form.content, now);
    FormPage { conflict, is_restored: true, ..page }
}

/// Takes the cookie away: the person does not want what was parked.
///
/// # Errors
/// When no cookie can be made.
pub fn leave(visit: &Visit, answer: &mut HttpResponse) -> Result<(), PageError> {
    let gone = cookie(&visit.house, String::new(), 0);
    answer.add_cookie(&gone).map_err(|error| PageError::Failed(error.into()))
}

/// Forgets what was parked for this form: it has been saved.
///
/// # Errors
/// When the database fails.
pub async fn forget(
    visit: &Visit,
    request: &HttpRequest,
    desk: &Desk,
    answer: &mut HttpResponse,
) -> Result<(), PageError> {
    if let (Some(_), Some(token)) = (find_any(visit, request, desk).await?, token_in(request, &visit.house)) {
        unpark_form(&visit.house.store, &token).await?;
        leave(visit, answer)?;
    }
    Ok(())
}
