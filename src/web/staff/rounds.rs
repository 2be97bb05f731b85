//! The rounds, with how much has come in.

use crate::domain::file::ScanState;
use crate::domain::letter::LetterState;
use crate::store::{Reading, StoreError, consultations, drafts, letters, scans, submissions};
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::staff::rounds::{RoundLine, StaffRoundsPage, staff_rounds_page};
use crate::web::visit::SomeStaff;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    gjort: String,
}

/// The rounds that the person has a role in.
///
/// # Errors
/// When the database fails.
pub async fn list(
    SomeStaff(visit): SomeStaff,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let (access, is_removed) = (visit.access.clone(), happened.gjort == "slettet");
    let found = move |tx: &mut Reading<'_>| -> Result<StaffRoundsPage, StoreError> {
        let counts = submissions::count_by_round(tx)?;
        let drafts = drafts::count_by_round(tx)?;
        let rounds = consultations::list(tx)?.into_iter();
        let own = rounds.filter(|round| access.in_round(&round.slug).is_some());
        let lines = own.map(|round| RoundLine {
            counts: counts.get(&round.id).copied().unwrap_or_default(),
            drafts: drafts.get(&round.id).copied().unwrap_or_default(),
            round,
        });
        Ok(StaffRoundsPage {
            rounds: lines.collect(),
            failed_letters: match access.everywhere() {
                Some(_) => letters::count(tx, LetterState::Failed)?,
                // The letters of all rounds stand on one page, which they may not see.
                None => 0,
            },
            // Nor are the files of all rounds any of their business.
            failed_scans: match access.everywhere() {
                Some(_) => scans::count(tx, ScanState::Failed)?,
                None => 0,
            },
            is_removed,
        })
    };
    let page = visit.house.store.read(found).await?;
    Ok(html(staff_rounds_page(&page, &visit.ctx)))
}
