//! How a round runs, in numbers. No submission is shown, so that nothing is logged.

use super::find_round;
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::deadline::last_day;
use crate::domain::export::ExportFilter;
use crate::domain::form_change::Asked;
use crate::domain::ids::QuestionId;
use crate::domain::progress::{Hour, Stretch, stretches};
use crate::domain::submission::Status;
use crate::store::{Reading, StoreError, drafts, submissions};
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::staff::progress::{ProgressPage, progress_page};
use crate::web::visit::StaffReader;
use actix_web::{HttpResponse, web};

/// What stands.
const STANDING: ExportFilter = ExportFilter { status: Some(Status::Received), late: None };

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(staff: StaffReader, slug: web::Path<String>) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let now = staff.visit.now();
    let found = move |tx: &mut Reading<'_>| -> Result<ProgressPage, StoreError> {
        let hours = submissions::count_by_hour(tx, round.id)?;
        let (drafts, changes) = drafts::count_new_and_changes(tx, round.id)?;
        let asked = submissions::count_asked(tx, &round, STANDING)?;
        let choices = asked.iter().map(|(asked, _)| asked).filter(|asked| !asked.question.kind.is_text());
        let choices: Vec<Asked> = choices.cloned().collect();
        let ids: Vec<QuestionId> = choices.iter().flat_map(Asked::ids).collect();
        let chosen = submissions::count_choices(tx, &round, &ids, STANDING)?;
        Ok(ProgressPage {
            counts: submissions::count(tx, &round)?,
            time: time(&round, &hours, now),
            sorts: submissions::count_by_sort(tx, round.id)?,
            asked,
            choices: choices.into_iter().map(|asked| (asked.tally(&chosen), asked)).collect(),
            drafts,
            changes,
            letters: submissions::count_unsent_letters(tx, round.id)?,
            round,
        })
    };
    // One moment for all, or the numbers would not agree while people send.
    let page = staff.visit.house.store.read_snapshot(found).await?;
    Ok(html(progress_page(&page, &staff.visit.ctx)))
}

/// From the opening to today or the deadline, whichever comes first, and as far beyond as anything came.
fn time(round: &Consultation, hours: &[Hour], now: Moment) -> Vec<Stretch> {
    let (today, opening) = (now.in_norway().date(), round.opens_at.in_norway().date());
    match round.phase(now) {
        // What came before the opening was registered by staff.
        Phase::Draft | Phase::Announced => match hours.first() {
            Some(first) => stretches(hours, first.day(), today),
            None => Vec::new(),
        },
        _ => stretches(hours, opening, today.min(last_day(round.closes_at)).max(opening)),
    }
}
