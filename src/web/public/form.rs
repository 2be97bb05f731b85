//! The form: shown, saved as a draft, and on to checking it.

use crate::actions::Stopped;
use crate::actions::save_draft::{Save, SaveRefusal, save_draft};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::draft::{Draft, DraftContent};
use crate::domain::ids::DraftId;
use crate::domain::person::PersonKey;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::submission::{Status, Submission, SubmitRefusal, may_change, may_submit};
use crate::store::{Reading, StoreError, drafts, forms, submissions};
use crate::web::error::PageError;
use crate::web::forms::submission::{Sent, Wants, check, national_ids_in, read, retyped};
use crate::web::public::parked;
use crate::web::public::rounds::find_visible;
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::public::form::{FormPage, action, conflict_message, form_page, saved};
use crate::web::views::public::message::Message;
use crate::web::views::public::mistakes::Mistake;
use crate::web::visit::{Citizen, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

/// What the address says beside the round.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The reference of the submission to change.
    pub endrer: String,
    /// `organisasjon`: answer for one from the start.
    pub rolle: String,
    /// `nei`: leave what was parked.
    pub parkert: String,
}

/// What a person has in a round when they come to its form.
pub struct Desk {
    /// The round.
    pub round: Consultation,
    /// What is asked.
    pub form: FormVersion,
    /// Their key.
    pub person: PersonKey,
    /// The submission to change.
    pub changes: Option<Submission>,
    /// Their draft of it.
    pub draft: Option<Draft>,
    /// Their first submission that stands.
    pub standing: Option<Reference>,
}

/// Everything that the form is made of; `None` where there is no such round or submission.
///
/// # Errors
/// When the database fails.
pub async fn find_desk(citizen: &Citizen, slug: String, asked: &Asked) -> Result<Desk, PageError> {
    let (hasher, identity) = (citizen.visit.house.hasher.clone(), citizen.identity.clone());
    let changes = match asked.endrer.as_str() {
        "" => None,
        text => Some(Reference::parse(text).ok_or(PageError::NotFound)?),
    };
    let desk = move |tx: &mut Reading<'_>| -> Result<Option<Desk>, StoreError> {
        let Some(round) = find_visible(tx, &slug, false)? else { return Ok(None) };
        let person = hasher.of_identity(round.id, &identity);
        let mut own = submissions::list_own(tx, &person)?;
        let standing = own.iter().rfind(|one| one.status == Status::Received);
        let standing = standing.map(|one| one.reference.clone());
        let changes = match changes {
            None => None,
            Some(reference) => match own.iter().position(|one| one.reference == reference) {
                Some(at) => Some(own.swap_remove(at)),
                None => return Ok(None),
            },
        };
        let draft = drafts::find(tx, &person, changes.as_ref().map(|one| one.id))?;
        let form = forms::find_current(tx, round.id)?;
        Ok(Some(Desk { round, form, person, changes, draft, standing }))
    };
    citizen.visit.house.store.read_snapshot(desk).await?.ok_or(PageError::NotFound)
}

impl Desk {
    /// Whether the person may write here, having begun at `begun_at`.
    fn may_write(&self, begun_at: Option<Moment>, now: Moment) -> Result<(), PageError> {
        let may = match &self.changes {
            Some(one) if one.status == Status::Withdrawn => Err(SubmitRefusal::Withdrawn),
            Some(_) => may_change(&self.round, now),
            None => may_submit(&self.round, begun_at, now),
        };
        may.map_err(|refusal| refused(refusal, &self.round, self.changes.as_ref()))
    }

    /// The address of the form, for a new submission or a change.
    #[must_use]
    pub fn form_link(&self, visit: &Visit) -> String {
        action(&visit.ctx, &self.round.slug, self.changes.as_ref().map(|one| &one.reference))
    }

    /// The address of the page where its answers are checked.
    #[must_use]
    pub fn check_link(&self, visit: &Visit) -> String {
        let slug = &self.round.slug;
        match &self.changes {
            None => visit.links().check(slug),
            Some(one) => visit.links().check_change(slug, &one.reference),
        }
    }

    /// The form with `content`, as it stands on this desk.
    #[must_use]
    pub fn page(&self, draft_id: DraftId, begun: String, content: DraftContent, now: Moment) -> FormPage {
        FormPage {
            round: self.round.clone(),
            form: self.form.clone(),
            draft_id,
            begun,
            version: self.draft.as_ref().map_or(0, |draft| draft.version),
            saved_at: self.draft.as_ref().map(|draft| draft.saved_at),
            national_ids_in: national_ids_in(&content),
            content,
            changes: self.changes.as_ref().map(|one| one.reference.clone()),
            mistakes: Vec::new(),
            conflict: None,
            is_restored: false,
            is_late: now >= self.round.closes_at,
        }
    }
}

/// A refusal as the reader is told it.
#[must_use]
pub fn refused(refusal: SubmitRefusal, round: &Consultation, changes: Option<&Submission>) -> PageError {
    let reference = changes.map(|one| one.reference.clone());
    let message = match (refusal, reference) {
        (SubmitRefusal::NotFound, _) => return PageError::NotFound,
        (SubmitRefusal::NotOpenYet { .. }, _) => Message::NotOpenYet(Box::new(round.clone())),
        (SubmitRefusal::Closed { .. }, Some(reference)) => Message::MayNotChange { reference },
        (SubmitRefusal::Closed { .. }, None) => Message::Closed(Box::new(round.clone())),
        (SubmitRefusal::AlreadySent { reference }, _) => Message::AlreadySent { reference },
        (SubmitRefusal::Withdrawn, Some(reference)) => Message::Withdrawn { reference },
        // Sent only by handlers that answer it themselves.
        (SubmitRefusal::Withdrawn, None) | (SubmitRefusal::SavedElsewhere, _) => {
            return PageError::Unreadable;
        }
    };
    PageError::Refused(message)
}

/// The form, with what has been typed before. Someone whose submission stands is led to it,
/// unless they come to change it or to answer for an organisation.
///
/// # Errors
/// `NotFound`; `Refused` where the round is not open to them.
pub async fn show(
    citizen: Citizen,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let leaves_parked = asked.parkert == "nei";
    let parked = if leaves_parked { None } else { parked::find(visit, &request, &desk).await? };
    let for_organisation = asked.rolle == "organisasjon";
    if let (None, None, None, Some(standing), false) =
        (&parked, &desk.draft, &desk.changes, &desk.standing, for_organisation)
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
    let content = match (&desk.draft, &desk.changes) {
        (Some(draft), _) => draft.content.clone(),
        (None, Some(one)) => {
            let current = &one.current;
            retyped(&current.respondent, current.no_comment, &current.answers)
        }
        (None, None) => DraftContent {
            role: if for_organisation { "organisation" } else { "self" }.to_owned(),
            name: visit.session.as_ref().and_then(|session| session.name.clone()).unwrap_or_default(),
            language: visit.ctx.lang.tag().to_owned(),
            ..DraftContent::default()
        },
    };
    let mut answer = html(form_page(&desk.page(draft_id, begun, content, visit.now()), &visit.ctx));
    if leaves_parked {
        parked::leave(visit, &mut answer)?;
    }
    Ok(answer)
}

/// Saves what has been typed, whatever is wrong with it; then shows the form again, or its
/// mistakes, or goes on to checking.
///
/// # Errors
/// `NotFound`; `Unreadable`; `Refused` where the round is not open to them.
pub async fn save(
    citizen: Citizen,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    fields: web::Form<Vec<(String, String)>>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let sent = read(fields.into_inner()).ok_or(PageError::Unreadable)?;
    let mut desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let begun_at = begun_at(visit, &sent, &desk);
    desk.may_write(Some(begun_at), visit.now())?;
    let save = Save {
        draft_id: sent.draft_id,
        known_version: sent.version,
        consultation_id: desk.round.id,
        person: desk.person.clone(),
        changes: desk.changes.as_ref().map(|one| one.id),
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
    if wants == Wants::Save {
        return see_other(desk.form_link(visit));
    }
    match check(&draft.content, &desk.form) {
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
    let page = FormPage { conflict: Some(stored), ..page };
    with_status(StatusCode::CONFLICT, form_page(&page, &visit.ctx))
}
