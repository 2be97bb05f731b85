//! The rounds, with how much has come in.

use crate::domain::letter::LetterState;
use crate::store::{Reading, StoreError, consultations, drafts, letters, submissions};
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::staff::rounds::{RoundLine, StaffRoundsPage, staff_rounds_page};
use crate::web::visit::StaffReader;
use actix_web::HttpResponse;

/// All rounds.
///
/// # Errors
/// When the database fails.
pub async fn list(staff: StaffReader) -> Result<HttpResponse, PageError> {
    let found = |tx: &mut Reading<'_>| -> Result<StaffRoundsPage, StoreError> {
        let counts = submissions::count_by_round(tx)?;
        let drafts = drafts::count_by_round(tx)?;
        let lines = consultations::list(tx)?.into_iter().map(|round| RoundLine {
            counts: counts.get(&round.id).copied().unwrap_or_default(),
            drafts: drafts.get(&round.id).copied().unwrap_or_default(),
            round,
        });
        Ok(StaffRoundsPage {
            rounds: lines.collect(),
            failed_letters: letters::count(tx, LetterState::Failed)?,
        })
    };
    let page = staff.visit.house.store.read(found).await?;
    Ok(html(staff_rounds_page(&page, &staff.visit.ctx)))
}
