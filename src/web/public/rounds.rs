//! The rounds, and the page of one.

use crate::domain::announcement::AnnouncementKind;
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::draft::DraftPlace;
use crate::domain::person::PersonKey;
use crate::domain::submission::Status;
use crate::store::{
    Reading, StoreError, announcements, consultations, document_editions, documents, drafts, forms, persons,
    submissions,
};
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::public::round::{RoundPage, Standing, round_page};
use crate::web::views::public::rounds::{RoundsPage, rounds_page};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

/// The front page: open rounds by deadline, then coming ones by opening, then closed ones, the
/// last closed first.
///
/// # Errors
/// When the database fails.
pub async fn list(visit: Visit) -> Result<HttpResponse, PageError> {
    let all = visit.house.store.read(consultations::list).await?;
    let now = visit.now();
    let in_phase = |phase: Phase| -> Vec<Consultation> {
        all.iter().filter(|round| round.phase(now) == phase).cloned().collect()
    };
    let mut open = in_phase(Phase::Open);
    open.sort_by_key(|round| round.closes_at);
    let mut coming = in_phase(Phase::Announced);
    coming.sort_by_key(|round| round.opens_at);
    let closed = all.iter().filter(|round| matches!(round.phase(now), Phase::Closed | Phase::Concluded));
    let closed = closed.cloned().collect();
    Ok(html(rounds_page(&RoundsPage { open, coming, closed }, &visit.ctx)))
}

/// A round's page.
///
/// # Errors
/// `NotFound` for a draft, but for staff.
pub async fn show(visit: Visit, slug: web::Path<String>) -> Result<HttpResponse, PageError> {
    let (slug, now, is_staff) = (slug.into_inner(), visit.now(), visit.ctx.staff().is_some());
    let identity = visit.session.as_ref().map(|session| session.identity.clone());
    let hasher = visit.house.hasher.clone();
    let page = visit
        .house
        .store
        .read(move |tx| {
            let Some(round) = find_visible(tx, &slug, is_staff, now)? else { return Ok(None) };
            let keys = identity.map(|identity| hasher.of_identity(round.id, &identity));
            let person = keys.map(|keys| persons::find_key(tx, keys)).transpose()?;
            let standing = standing(tx, &round, person.as_ref(), now)?;
            let mut decisions = consultations::list_decisions(tx, round.id)?;
            decisions.reverse();
            let mut corrections = announcements::list(tx, round.id)?;
            corrections.retain(|one| one.kind == AnnouncementKind::Corrected);
            Ok(Some(RoundPage {
                documents: documents::list(tx, round.id)?,
                replaced: document_editions::list_public(tx, round.id)?,
                siblings: consultations::list_siblings(tx, &round, now)?,
                decisions,
                corrections,
                question_count: forms::find_current(tx, round.id)?.questions.len(),
                standing,
                round,
            }))
        })
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(html(round_page(&page, &visit.ctx)))
}

/// The round with this slug, if the public may see it at `now`; staff may always.
///
/// # Errors
/// When the database fails.
pub fn find_visible(
    tx: &mut Reading<'_>,
    slug: &str,
    is_staff: bool,
    now: Moment,
) -> Result<Option<Consultation>, StoreError> {
    let round = consultations::find_by_slug(tx, slug)?;
    Ok(round.filter(|round| is_staff || round.is_public(now)))
}

fn standing(
    tx: &mut Reading<'_>,
    round: &Consultation,
    person: Option<&PersonKey>,
    now: Moment,
) -> Result<Standing, StoreError> {
    let Some(person) = person else { return Ok(Standing::default()) };
    let draft = drafts::find(tx, person, DraftPlace::New)?;
    let shared = drafts::list_by_person(tx, std::slice::from_ref(person))?;
    let may_send = |begun_at| crate::domain::submission::may_submit(round, Some(begun_at), now).is_ok();
    let sent = submissions::list_own(tx, person)?;
    Ok(Standing {
        shared: shared
            .into_iter()
            .filter(|draft| draft.sharing.is_some() && may_send(draft.begun_at))
            .map(|draft| (draft.id, draft.content.organisation))
            .collect(),
        draft_saved_at: draft.filter(|draft| may_send(draft.begun_at)).map(|draft| draft.saved_at),
        sent: sent
            .into_iter()
            .filter(|submission| submission.status == Status::Received)
            .map(|submission| submission.reference)
            .collect(),
    })
}
