//! The rounds, and the page of one.

use crate::domain::announcement::AnnouncementKind;
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::draft::DraftPlace;
use crate::domain::person::PersonKey;
use crate::domain::round_filter::{Audience, RoundGroup};
use crate::domain::submission::Status;
use crate::store::{
    Reading, StoreError, announcements, consultations, document_editions, documents, drafts, forms, persons,
    round_lists, submissions,
};
use crate::web::error::PageError;
use crate::web::forms::round_search::RoundSearch;
use crate::web::respond::html;
use crate::web::views::components::pagination::Part;
use crate::web::views::components::round_search::SearchForm;
use crate::web::views::public::round::{RoundPage, Standing, round_page};
use crate::web::views::public::rounds::{RoundsPage, rounds_page};
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};

/// How many rounds stand on one page.
const PAGE_SIZE: usize = 20;

/// The front page, searched as the address says: open rounds by deadline, then coming ones by opening,
/// then closed ones, the last closed first. What has been put away is there for those who ask for it.
///
/// # Errors
/// When the database fails.
pub async fn list(visit: Visit, search: web::Query<RoundSearch>) -> Result<HttpResponse, PageError> {
    let (now, search) = (visit.now(), search.into_inner());
    let page = visit.house.store.read(move |tx| find_page(tx, search, now)).await?;
    Ok(html(rounds_page(&page, &visit.ctx)))
}

fn find_page(tx: &mut Reading<'_>, search: RoundSearch, now: Moment) -> Result<RoundsPage, StoreError> {
    let (everyone, filter) = (Audience::Public, search.filter());
    let groups = match search.phase() {
        Some(phase) if phase != Phase::Draft => vec![RoundGroup::In(phase)],
        _ => vec![RoundGroup::In(Phase::Open), RoundGroup::In(Phase::Announced), RoundGroup::Over],
    };
    let mut counts = Vec::new();
    for group in groups {
        let count = round_lists::count(tx, &everyone, &filter, group, now)?;
        counts.push((group, usize::try_from(count).unwrap_or(0)));
    }
    let total = counts.iter().map(|(_, count)| count).sum();
    let part = Part { number: search.page(), total, per_page: PAGE_SIZE }.within();
    let mut sections = Vec::new();
    for (group, window) in windows(&counts, part) {
        sections.push((group, round_lists::list(tx, &everyone, &filter, (group, now), window)?));
    }
    let units = round_lists::list_units(tx, &everyone, now)?;
    let years = round_lists::find_years(tx, &everyone, now)?;
    Ok(RoundsPage { sections, part, form: SearchForm { search, units, years, found: total } })
}

/// Which part of each group, one after the other, stands on a page: where it begins, and how long it is.
fn windows(counts: &[(RoundGroup, usize)], part: Part) -> Vec<(RoundGroup, (i64, i64))> {
    let (mut skipped, mut room) = (part.first() - 1, part.per_page);
    let mut windows = Vec::new();
    for (group, count) in counts {
        let from = skipped.min(*count);
        let taken = (count - from).min(room);
        (skipped, room) = (skipped - from, room - taken);
        if let (true, Ok(from), Ok(taken)) = (taken > 0, i64::try_from(from), i64::try_from(taken)) {
            windows.push((*group, (from, taken)));
        }
    }
    windows
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
            let previous = round.previous_id.map(|id| consultations::find(tx, id)).transpose()?.flatten();
            let mut corrections = announcements::list(tx, round.id)?;
            corrections.retain(|one| one.kind == AnnouncementKind::Corrected);
            Ok(Some(RoundPage {
                previous: previous.filter(|previous| previous.is_public(now)),
                asked: None,
                documents: documents::list(tx, round.id)?,
                replaced: document_editions::list_public(tx, round.id)?,
                siblings: consultations::list_siblings(tx, &round, now)?,
                decisions,
                form_changes: forms::list_changes(tx, round.id)?,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_on_from_one_group_into_the_next() {
        let (open, coming, over) =
            (RoundGroup::In(Phase::Open), RoundGroup::In(Phase::Announced), RoundGroup::Over);
        let counts = [(open, 3), (coming, 0), (over, 6)];
        let page = |number| windows(&counts, Part { number, total: 9, per_page: 4 });
        assert_eq!(page(1), [(open, (0, 3)), (over, (0, 1))]);
        assert_eq!(page(2), [(over, (1, 4))]);
        assert_eq!(page(3), [(over, (5, 1))]);
        assert_eq!(windows(&[(open, 0)], Part { number: 1, total: 0, per_page: 4 }), []);
    }
}
