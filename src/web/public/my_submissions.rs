//! A person's own submissions: all of them, one receipt, its text, and withdrawing it.

use crate::actions::withdraw::withdraw;
use crate::domain::consultation::Consultation;
use crate::domain::ids::{AttachmentId, ConsultationId};
use crate::domain::reference::Reference;
use crate::domain::submission::{Access, Reader, Status, Submission, access, may_change, may_submit};
use crate::store::{
    Reading, StoreError, attachments, consultations, document_editions, documents, drafts, forms, letters,
    members, persons, submissions,
};
use crate::web::error::PageError;
use crate::web::hand_out;
use crate::web::public::desk::refused;
use crate::web::respond::{html, see_other};
use crate::web::views::public::message::Message;
use crate::web::views::public::my_submissions::{
    MyDraft, MySubmission, MySubmissionsPage, my_submissions_page,
};
use crate::web::views::public::receipt::{Earlier, ReceiptPage, receipt_page};
use crate::web::views::public::withdraw::{WithdrawPage, withdraw_page};
use crate::web::visit::Citizen;
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    ny: String,
    forkastet: String,
}

/// Everything begun and sent.
///
/// # Errors
/// When the database fails.
pub async fn list(citizen: Citizen, happened: web::Query<Happened>) -> Result<HttpResponse, PageError> {
    let (hasher, identity) = (citizen.visit.house.hasher.clone(), citizen.identity.clone());
    let now = citizen.visit.now();
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let rounds = consultations::list(tx)?;
        let keys: Vec<_> = rounds.iter().flat_map(|round| hasher.of_identity(round.id, &identity)).collect();
        Ok((drafts::list_by_person(tx, &keys)?, submissions::list_by_person(tx, &keys)?, rounds))
    };
    let (drafts, sent, rounds) = citizen.visit.house.store.read(found).await?;
    let rounds: HashMap<ConsultationId, Consultation> =
        rounds.into_iter().map(|round| (round.id, round)).collect();
    let my_draft = |draft: crate::domain::draft::Draft| {
        let round = rounds.get(&draft.consultation_id)?.clone();
        let changes = sent.iter().find(|one| Some(one.id) == draft.changes);
        let may_send = match changes {
            Some(_) => may_change(&round, now).is_ok(),
            None => may_submit(&round, Some(draft.begun_at), now).is_ok(),
        };
        let changes = changes.map(|one| one.reference.clone());
        let shared = draft.sharing.as_ref().map(|_| (draft.id, draft.content.organisation.clone()));
        Some(MyDraft { round, changes, shared, saved_at: draft.saved_at, may_send })
    };
    let drafts = drafts.into_iter().filter_map(my_draft).collect();
    let submissions = sent.iter().filter_map(|one| {
        let round = rounds.get(&one.consultation_id)?.clone();
        Some(MySubmission {
            reference: one.reference.clone(),
            status: one.status,
            public_name: one.current.respondent.public_name().to_owned(),
            received_at: one.current.received_at,
            is_late: one.is_late(&round),
            round,
        })
    });
    let page = MySubmissionsPage {
        drafts,
        submissions: submissions.collect(),
        has_discarded: !happened.forkastet.is_empty(),
    };
    Ok(html(my_submissions_page(&page, &citizen.visit.ctx)))
}

/// A submission that this person sees.
struct Seen {
    submission: Submission,
    round: Consultation,
    /// Those who see it beside whoever sent it.
    readers: Vec<Reader>,
    /// What this person may do with it.
    access: Access,
}

/// A submission that this person sees, and its round; anyone else's is not there.
async fn find_seen(citizen: &Citizen, reference: &str) -> Result<Seen, PageError> {
    let reference = Reference::parse(reference).ok_or(PageError::NotFound)?;
    let (hasher, identity) = (citizen.visit.house.hasher.clone(), citizen.identity.clone());
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(submission) = submissions::find_by_reference(tx, &reference)? else { return Ok(None) };
        let readers = members::list_readers(tx, submission.id)?;
        let keys = hasher.of_identity(submission.consultation_id, &identity);
        let person = persons::find_key(tx, keys)?;
        let Some(access) = access(&submission, &readers, &person) else { return Ok(None) };
        let round = consultations::find(tx, submission.consultation_id)?;
        Ok(round.map(|round| Seen { submission, round, readers, access }))
    };
    citizen.visit.house.store.read(found).await?.ok_or(PageError::NotFound)
}

/// The receipt.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    citizen: Citizen,
    reference: web::Path<String>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let Seen { submission, round, readers, access } = find_seen(&citizen, &reference).await?;
    let (id, form_version_id) = (submission.id, submission.current.form_version_id);
    let (round_id, pins) = (round.id, submission.current.documents.clone());
    let read = move |tx: &mut Reading<'_>| {
        let (form, revisions) = (forms::find(tx, form_version_id)?, submissions::list_revisions(tx, id)?);
        let present = documents::list(tx, round_id)?;
        let replaced = document_editions::list_by_round(tx, round_id)?;
        let replaced = pins.iter().filter_map(|pin| pin.replaced_since(&present, &replaced)).collect();
        let ids: Vec<_> = revisions.iter().map(|one| one.id).collect();
        let files = attachments::list_of_revisions(tx, &ids)?;
        Ok((form, revisions, files, letters::list_by_submission(tx, id)?, replaced))
    };
    let (form, mut revisions, mut files, letters, replaced) = citizen.visit.house.store.read(read).await?;
    revisions.reverse();
    revisions.retain(|one| one.number != submission.current.number);
    let earlier = revisions.iter().map(|one| Earlier {
        number: one.number,
        received_at: one.received_at,
        files: files.get(&one.id).cloned().unwrap_or_default(),
    });
    let earlier = earlier.collect();
    let is_open = submission.status == Status::Received && may_change(&round, citizen.visit.now()).is_ok();
    // The newest tells of the last deed, and went to the address that stands now.
    let letter = letters.iter().find(|letter| letter.kind.is_receipt()).map(|letter| letter.state);
    let page = ReceiptPage {
        colleagues: colleagues(&submission, readers),
        may_change: is_open && access == Access::Full,
        is_colleague: access == Access::Read,
        is_new: !happened.ny.is_empty(),
        round,
        form,
        files: files.remove(&submission.current.id).unwrap_or_default(),
        submission,
        earlier,
        letter,
        replaced,
    };
    Ok(html(receipt_page(&page, &citizen.visit.ctx)))
}

/// Those who wrote on it with whoever sent it. In a round without login the one who reads the
/// letters is the sender, in another browser.
fn colleagues(submission: &Submission, readers: Vec<Reader>) -> Vec<String> {
    let sender = &submission.current.respondent.name;
    readers.into_iter().map(|reader| reader.name).filter(|name| name != sender).collect()
}

/// The received text, byte for byte as the hash on the receipt covers it.
///
/// # Errors
/// `NotFound`.
pub async fn text(citizen: Citizen, reference: web::Path<String>) -> Result<HttpResponse, PageError> {
    let submission = find_seen(&citizen, &reference).await?.submission;
    let name = format!("innspill-{}.txt", submission.reference);
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::Filename(name)],
        })
        .body(submission.current.canonical_text()))
}

/// One file of any revision, back to those who see the submission.
///
/// # Errors
/// `NotFound`; `Refused` where it is infected.
pub async fn file(citizen: Citizen, path: web::Path<(String, Uuid)>) -> Result<HttpResponse, PageError> {
    let (reference, id) = path.into_inner();
    let submission = find_seen(&citizen, &reference).await?.submission.id;
    let house = &citizen.visit.house;
    let find = move |tx: &mut Reading<'_>| attachments::find_of_submission(tx, submission, AttachmentId(id));
    let file = house.store.read(find).await?.ok_or(PageError::NotFound)?;
    hand_out::to_citizen(house, &file).await
}

/// Asks once more before withdrawing.
///
/// # Errors
/// `NotFound`; `Refused` after the deadline.
pub async fn ask_withdraw(citizen: Citizen, reference: web::Path<String>) -> Result<HttpResponse, PageError> {
    let Seen { submission, round, access, .. } = find_seen(&citizen, &reference).await?;
    if access == Access::Read {
        return Err(PageError::Refused(Message::OnlyRead { reference: submission.reference }));
    }
    if submission.status == Status::Withdrawn {
        return Ok(see_other(citizen.visit.links().my_submission(&submission.reference)));
    }
    may_change(&round, citizen.visit.now())
        .map_err(|_| PageError::Refused(Message::MayNotChange { reference: submission.reference.clone() }))?;
    Ok(html(withdraw_page(&WithdrawPage { round, reference: submission.reference }, &citizen.visit.ctx)))
}

/// Withdraws it, and shows its receipt.
///
/// # Errors
/// `NotFound`; `Refused` after the deadline.
pub async fn do_withdraw(citizen: Citizen, reference: web::Path<String>) -> Result<HttpResponse, PageError> {
    let Seen { submission, round, .. } = find_seen(&citizen, &reference).await?;
    let house = &citizen.visit.house;
    let (hasher, letterhead) = (house.hasher.clone(), house.letterhead.clone());
    let identity = citizen.identity.clone();
    let reference = submission.reference.clone();
    let done = withdraw(&house.store, reference, identity, hasher, letterhead, citizen.visit.now()).await;
    let gone = done.map_err(|stopped| {
        PageError::stopped(stopped, |refusal| refused(refusal, &round, Some(&submission)))
    })?;
    Ok(see_other(citizen.visit.links().my_submission(&gone.reference)))
}
