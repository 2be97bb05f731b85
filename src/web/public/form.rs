//! The form: shown, saved as a draft, and on to checking it.

use crate::actions::Stopped;
use crate::actions::save_draft::{Save, SaveRefusal, save_draft};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, DraftContent, DraftPlace};
use crate::domain::ids::DraftId;
use crate::domain::person::PersonKey;
use crate::web::answerer::Answerer;
use crate::web::error::PageError;
use crate::web::forms::submission::{Sent, Wants, check, read, retyped};
use crate::web::public::desk::{Asked, Desk, find_desk};
use crate::web::public::parked;
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::public::form::{FormPage, conflict_message, form_page, saved};
use crate::web::views::public::mistakes::Mistake;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// The form, with what has been typed before. Someone whose submission stands is led to it,
/// unless they come to change it or to answer for an organisation.
///
/// # Errors
/// `NotFound`; `Refused` where the round is not open to them.
pub async fn show(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let leaves_parked = asked.parkert == "nei";
    let parked = if leaves_parked { None } else { parked::find(visit, &request, &desk).await? };
    let for_organisation = asked.rolle == "organisasjon";
    if let (None, None, None, Some(standing)) = (&parked, &desk.draft, &desk.changes, &desk.standing)
        && !(for_organisation && desk.place == DraftPlace::New)
    {
        return Ok(see_other(visit.links().my_submission(standing)));
    }
    let parked_at = parked.as_ref().map(|parked| parked.begun_at);
    let begun_at = desk.draft.as_ref().map(|draft| draft.begun_at).or(parked_at).unwrap_or(visit.now());
    desk.may_write(Some(begun_at), visit.now())?;
    if let Some(parked) = parked {
        return Ok(html(form_page(&parked::page(parked, &desk, visit.now()), &visit.ctx)));
    }
    let draft_id = desk.draft.as_ref().map_or_else(DraftId::new, |draft| draft.id);
    let begun = visit.house.hasher.seal(&seal_purpose(&desk.person, draft_id), &begun_at.to_string());
    let content = match &desk.draft {
        Some(draft) => draft.content.clone(),
        None => first_content(&desk, visit, for_organisation),
    };
    let mut answer = html(form_page(&desk.page(draft_id, begun, content, visit.now()), &visit.ctx));
    if leaves_parked {
        parked::leave(visit, &mut answer)?;
    }
    Ok(answer)
}

/// What the form holds before anything has been saved.
#[must_use]
pub fn first_content(desk: &Desk, visit: &Visit, for_organisation: bool) -> DraftContent {
    if let Some(one) = &desk.changes {
        let current = &one.current;
        let form = desk.forms.number_of(current.form_version_id);
        let typed = retyped(&current.respondent, current.no_comment, &current.answers);
        return desk.forms.carried_content(DraftContent { form, ..typed });
    }
    DraftContent {
        form: desk.form.number,
        role: if for_organisation { "organisation" } else { "self" }.to_owned(),
        name: visit.session.as_ref().and_then(|session| session.name.clone()).unwrap_or_default(),
        email: desk.address.clone().unwrap_or_default(),
        language: visit.ctx.lang.tag().to_owned(),
        ..DraftContent::default()
    }
}

/// Saves what has been typed, whatever is wrong with it; then shows the form again, or its
/// mistakes, or goes on to checking.
///
/// # Errors
/// `NotFound`; `Unreadable`; `Refused` where the round is not open to them.
pub async fn save(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    fields: web::Form<Vec<(String, String)>>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let mut sent = read(fields.into_inner()).ok_or(PageError::Unreadable)?;
    let mut desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let begun_at = begun_at(visit, &sent, &desk);
    keep_unsent(&mut sent.content, &desk, visit);
    desk.may_write(Some(begun_at), visit.now())?;
    if desk.shared().is_some() {
        // What several write on is for an organisation, and stays so.
        "organisation".clone_into(&mut sent.content.role);
    }
    let save = Save {
        draft_id: sent.draft_id,
        known_version: sent.version,
        consultation_id: desk.round.id,
        person: desk.person.clone(),
        place: desk.place,
        content: sent.content.clone(),
        begun_at,
    };
    match save_draft(&visit.house.store, save, visit.now()).await {
        Ok(draft) => {
            desk.draft = Some(draft.clone());
            let mut answer = saved_answer(visit, &desk, &draft, sent.wants);
            parked::forget(visit, &request, &desk, &mut answer).await?;
            Ok(answer)
        }
        Err(Stopped::Refused(SaveRefusal::SavedElsewhere(stored))) => {
            desk.draft = Some((*stored).clone());
            Ok(conflict_answer(visit, &desk, *stored, sent))
        }
        Err(Stopped::Refused(SaveRefusal::AlreadySent(reference))) => {
            Ok(see_other(visit.links().my_submission(&reference)))
        }
        Err(Stopped::Refused(SaveRefusal::Foreign)) => Err(PageError::Unreadable),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// What the page does not send back: what was read out of a form, and what became of the draft when the
/// form was changed.
fn keep_unsent(typed: &mut DraftContent, desk: &Desk, visit: &Visit) {
    if !desk.forms.have(typed.form) {
        typed.form = desk.form.number;
    }
    let known = match &desk.draft {
        Some(draft) => draft.content.clone(),
        None => first_content(desk, visit, false),
    };
    // Where the page was still the earlier form's, its answers are carried over when they are shown.
    if typed.form == desk.form.number {
        typed.carried = known.carried;
    }
    typed.reading = known.reading;
}

/// What a form's seal is good for: this draft of this person in this round, whose key says both.
#[must_use]
pub fn seal_purpose(person: &PersonKey, draft: DraftId) -> String {
    format!("{person} {draft}")
}

/// When the person began: the draft knows, or the seal of the page that they have had open.
fn begun_at(visit: &Visit, sent: &Sent, desk: &Desk) -> Moment {
    let purpose = seal_purpose(&desk.person, sent.draft_id);
    let sealed = || visit.house.hasher.unseal(&purpose, &sent.begun)?.parse().ok();
    desk.draft.as_ref().map(|draft| draft.begun_at).or_else(sealed).unwrap_or_else(|| visit.now())
}

fn saved_answer(visit: &Visit, desk: &Desk, draft: &Draft, wants: Wants) -> HttpResponse {
    if visit.wants_json {
        return HttpResponse::Ok().json(serde_json::json!({
            "draft": draft.id, "version": draft.version, "message": saved(&visit.ctx, draft.saved_at),
        }));
    }
    match wants {
        Wants::Save => return see_other(desk.form_link(visit)),
        Wants::Files => return see_other(desk.files_link(visit)),
        // The form was changed while the page stood open: it is shown as it is now first.
        Wants::Check if draft.content.form != desk.form.number => return see_other(desk.form_link(visit)),
        Wants::Check => {}
    }
    match check(&draft.content, &desk.attachments, &desk.form, desk.round.who_may_answer) {
        Ok(_) => see_other(desk.check_link(visit)),
        Err(mistakes) => with_mistakes(visit, desk, draft, mistakes),
    }
}

/// The form with its mistakes, and everything typed still there.
#[must_use]
pub fn with_mistakes(visit: &Visit, desk: &Desk, draft: &Draft, mistakes: Vec<Mistake>) -> HttpResponse {
    let purpose = seal_purpose(&draft.person, draft.id);
    let begun = visit.house.hasher.seal(&purpose, &draft.begun_at.to_string());
    let page = desk.page(draft.id, begun, draft.content.clone(), visit.now());
    let page = FormPage { mistakes, ..page };
    with_status(StatusCode::UNPROCESSABLE_ENTITY, form_page(&page, &visit.ctx))
}

/// Both texts are kept: the stored one, and the typed one on the page.
fn conflict_answer(visit: &Visit, desk: &Desk, stored: Draft, sent: Sent) -> HttpResponse {
    if visit.wants_json {
        let message = conflict_message(&visit.ctx);
        return HttpResponse::Conflict()
            .content_type("application/problem+json")
            .json(serde_json::json!({ "status": 409, "title": message, "message": message }));
    }
    let page = desk.page(stored.id, sent.begun, sent.content, visit.now());
    let page = FormPage { conflict: Some(desk.forms.carried(stored)), ..page };
    with_status(StatusCode::CONFLICT, form_page(&page, &visit.ctx))
}
