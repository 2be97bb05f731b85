//! The submissions of a round, and one of them.

use super::audit::staff_among;
use super::{PAGE_SIZE, find_round, window};
use crate::actions::log_download::log_download;
use crate::actions::log_reading::{Read, log_reading};
use crate::domain::export::ExportFilter;
use crate::domain::ids::{AttachmentId, FormVersionId};
use crate::domain::person::PersonKey;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::staff::StaffRole;
use crate::domain::submission::{Revision, Status, Submission};
use crate::store::submissions::Counts;
use crate::store::{Reading, StoreError, attachments, audit, forms, staff_names, submissions};
use crate::web::error::PageError;
use crate::web::hand_out;
use crate::web::respond::html;
use crate::web::views::components::pagination::Part;
use crate::web::views::staff::filter::View;
use crate::web::views::staff::submission::{Readers, SubmissionPage, submission_page};
use crate::web::views::staff::submissions::{SubmissionsPage, submissions_page};
use crate::web::visit::StaffReader;
use actix_web::{HttpResponse, web};
use std::collections::HashMap;
use uuid::Uuid;

/// The list, filtered as the address says.
///
/// # Errors
/// `NotFound`.
pub async fn list(
    staff: StaffReader,
    slug: web::Path<String>,
    query: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let view = View::from_query(&query);
    let found = move |tx: &mut Reading<'_>| -> Result<SubmissionsPage, StoreError> {
        let counts = submissions::count(tx, &round)?;
        let total = count_shown(tx, &round, view.filter, counts)?;
        let (offset, limit) = window(view.page);
        let listed = submissions::list(tx, &round, view.filter, offset, limit)?;
        let references: Vec<_> = listed.iter().map(|one| one.reference.clone()).collect();
        Ok(SubmissionsPage {
            view,
            counts,
            part: Part { number: view.page, per_page: PAGE_SIZE, total },
            files: attachments::count_by_reference(tx, &references)?,
            submissions: listed,
            marks: submissions::list_marks(tx, &round)?,
            round,
        })
    };
    let page = staff.visit.house.store.read(found).await?;
    Ok(html(submissions_page(&page, &staff.visit.ctx)))
}

/// How many the filter lets through; most filters have been counted already.
fn count_shown(
    tx: &mut Reading<'_>,
    round: &crate::domain::consultation::Consultation,
    filter: ExportFilter,
    counts: Counts,
) -> Result<usize, StoreError> {
    let shown = match (filter.status, filter.late) {
        (None, None) => counts.all,
        (Some(Status::Received), None) => counts.received,
        (Some(Status::Withdrawn), None) => counts.withdrawn,
        (None, Some(true)) => counts.late,
        (None, Some(false)) => counts.all - counts.late,
        (Some(_), Some(_)) => submissions::count_filtered(tx, round, filter)?,
    };
    Ok(usize::try_from(shown).unwrap_or(0))
}

/// One submission, with its revisions and its neighbours.
///
/// # Errors
/// `NotFound`.
pub async fn show(staff: StaffReader, path: web::Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let (slug, reference) = path.into_inner();
    let reference = Reference::parse(&reference).ok_or(PageError::NotFound)?;
    let round = find_round(&staff.visit, slug).await?;
    let (read, sees_readers) = (reference.clone(), staff.role == StaffRole::Administrator);
    let has_scanner = staff.visit.house.has_scanner;
    let found = move |tx: &mut Reading<'_>| -> Result<Option<SubmissionPage>, StoreError> {
        let submission = submissions::find_by_reference(tx, &reference)?;
        let Some(submission) = submission.filter(|one| one.consultation_id == round.id) else {
            return Ok(None);
        };
        let marks = submissions::list_marks(tx, &round)?;
        let mut earlier = submissions::list_revisions(tx, submission.id)?;
        earlier.retain(|one| one.number != submission.current.number);
        let ids: Vec<_> = earlier.iter().chain([&submission.current]).map(|revision| revision.id).collect();
        let person = submission.person.as_ref().map(PersonKey::as_str);
        Ok(Some(SubmissionPage {
            forms: forms_of(tx, &submission, &earlier)?,
            earlier,
            neighbours: submissions::find_neighbours(tx, &submission)?,
            files: attachments::list_of_revisions(tx, &ids)?,
            has_scanner,
            is_copy: !submission.current.no_comment
                && marks.texts.contains(&submission.current.text_sha256()),
            has_more: person.is_some_and(|key| marks.persons.contains(key)),
            readers: if sees_readers { Some(readers(tx, &reference)?) } else { None },
            submission,
            round,
        }))
    };
    let page = staff.visit.house.store.read(found).await?.ok_or(PageError::NotFound)?;
    log_reading(&staff.visit.house.store, &Read::Submission(read), &staff.actor, staff.visit.now()).await?;
    Ok(html(submission_page(&page, &staff.visit.ctx)))
}

/// The form version that each revision answers.
fn forms_of(
    tx: &mut Reading<'_>,
    submission: &Submission,
    earlier: &[Revision],
) -> Result<HashMap<FormVersionId, FormVersion>, StoreError> {
    let all = forms::list(tx, submission.consultation_id)?;
    let is_answered = |form: &FormVersion| {
        let mut revisions = earlier.iter().chain([&submission.current]);
        revisions.any(|revision| revision.form_version_id == form.id)
    };
    Ok(all.into_iter().filter(is_answered).map(|form| (form.id, form)).collect())
}

/// One file of any revision of a submission of this round. The log has it before the first byte goes.
///
/// # Errors
/// `NotFound`; `Refused` where the virus scanner does not allow it.
pub async fn file(
    staff: StaffReader,
    path: web::Path<(String, String, Uuid)>,
) -> Result<HttpResponse, PageError> {
    let (slug, reference, id) = path.into_inner();
    let reference = Reference::parse(&reference).ok_or(PageError::NotFound)?;
    let round = find_round(&staff.visit, slug).await?;
    let (house, id, asked) = (&staff.visit.house, AttachmentId(id), reference.clone());
    let find = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let submission = submissions::find_by_reference(tx, &asked)?;
        match submission.filter(|one| one.consultation_id == round.id) {
            Some(submission) => attachments::find_of_submission(tx, submission.id, id),
            None => Ok(None),
        }
    };
    let file = house.store.read(find).await?.ok_or(PageError::NotFound)?;
    hand_out::for_staff(house, &file)?;
    log_download(&house.store, &reference, id, &staff.actor, staff.visit.now()).await?;
    hand_out::to_staff(house, &file).await
}

/// Who has read it before; this reading is not among them yet.
fn readers(tx: &mut Reading<'_>, reference: &Reference) -> Result<Readers, StoreError> {
    let readers = audit::list_readers(tx, reference)?;
    let names = staff_names::list(tx, &staff_among(readers.iter().map(|reader| reader.actor.as_str())))?;
    Ok(Readers { readers, names })
}
