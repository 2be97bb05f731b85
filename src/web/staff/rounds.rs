//! The rounds, with how much has come in.

use crate::domain::file::ScanState;
use crate::domain::letter::LetterState;
use crate::domain::round_filter::{Audience, RoundGroup};
use crate::store::{Reading, StoreError, drafts, letters, round_lists, scans, submissions};
use crate::web::error::PageError;
use crate::web::forms::round_search::RoundSearch;
use crate::web::respond::html;
use crate::web::views::components::pagination::Part;
use crate::web::views::components::round_search::SearchForm;
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

/// How many rounds stand on one page.
const PAGE_SIZE: usize = 25;

/// The rounds that the person has a role in, searched as the address says. Those that were put away are
/// there for those who ask for them.
///
/// # Errors
/// When the database fails.
pub async fn list(
    SomeStaff(visit): SomeStaff,
    search: web::Query<RoundSearch>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let is_removed = happened.gjort == "slettet";
    let (now, search) = (visit.now(), search.into_inner());
    let sees_all = visit.access.everywhere().is_some();
    let audience = match sees_all {
        true => Audience::Staff,
        false => Audience::StaffOf(visit.access.round_slugs()),
    };
    let group = search.phase().map_or(RoundGroup::NotArchived, RoundGroup::In);
    let found = move |tx: &mut Reading<'_>| -> Result<StaffRoundsPage, StoreError> {
        let filter = search.filter();
        let total = round_lists::count(tx, &audience, &filter, group, now)?;
        let total = usize::try_from(total).unwrap_or(0);
        let part = Part { number: search.page(), total, per_page: PAGE_SIZE }.within();
        let rounds = round_lists::list(tx, &audience, &filter, (group, now), part.window())?;
        let ids: Vec<_> = rounds.iter().map(|round| round.id).collect();
        let (counts, drafts) = (submissions::count_by_round(tx, &ids)?, drafts::count_by_round(tx, &ids)?);
        let lines = rounds.into_iter().map(|round| RoundLine {
            counts: counts.get(&round.id).copied().unwrap_or_default(),
            drafts: drafts.get(&round.id).copied().unwrap_or_default(),
            round,
        });
        Ok(StaffRoundsPage {
            rounds: lines.collect(),
            part,
            // The letters of all rounds stand on one page, which not all may see.
            failed_letters: if sees_all { letters::count(tx, LetterState::Failed)? } else { 0 },
            // Nor are the files of all rounds any of their business.
            failed_scans: if sees_all { scans::count(tx, ScanState::Failed)? } else { 0 },
            form: SearchForm {
                units: round_lists::list_units(tx, &audience, now)?,
                years: round_lists::find_years(tx, &audience, now)?,
                search,
                found: total,
            },
            is_removed,
        })
    };
    let page = visit.house.store.read(found).await?;
    Ok(html(staff_rounds_page(&page, &visit.ctx)))
}
