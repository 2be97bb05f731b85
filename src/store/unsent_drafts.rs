//! Drafts that nobody has sent yet, and whether their people have been reminded.

use super::drafts::{DraftRow, to_draft};
use super::schema::{consultations, drafts};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::draft::Draft;
use crate::domain::ids::{ConsultationId, DraftId};
use diesel::dsl::exists;
use diesel::prelude::*;
use uuid::Uuid;

/// At most `limit` drafts of a round that come after the id `after`, in the order of their ids.
///
/// # Errors
/// When the database fails.
pub fn list_of_round(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Draft>, StoreError> {
    drafts::table
        .filter(drafts::consultation_id.eq(DbId(round.0)))
        .filter(drafts::id.gt(DbId(after.unwrap_or_default())))
        .order(drafts::id)
        .limit(limit)
        .select(DraftRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(|row| to_draft(tx.keys, row))
        .collect()
}

/// The rounds that are open at `now` and have drafts of which nobody was reminded, that were saved last at
/// `quiet_since` or before, each with its deadline.
///
/// # Errors
/// When the database fails.
pub fn list_rounds_to_remind(
    tx: &mut Reading<'_>,
    now: Moment,
    quiet_since: Moment,
) -> Result<Vec<(ConsultationId, Moment)>, StoreError> {
    let due = drafts::table
        .filter(drafts::consultation_id.eq(consultations::id))
        .filter(drafts::saved_at.le(DbMoment(quiet_since)))
        .filter(drafts::reminded_at.is_null());
    let rounds: Vec<(DbId, DbMoment)> = consultations::table
        .filter(consultations::published_at.le(DbMoment(now)))
        .filter(consultations::archived_at.is_null())
        .filter(consultations::opens_at.le(DbMoment(now)))
        .filter(consultations::closes_at.gt(DbMoment(now)))
        .filter(exists(due))
        .order(consultations::closes_at)
        .select((consultations::id, consultations::closes_at))
        .load(tx.connection)?;
    Ok(rounds.into_iter().map(|(id, closes_at)| (ConsultationId(id.0), closes_at.0)).collect())
}

/// At most `limit` drafts of a round of which nobody was reminded, that were saved last at `quiet_since` or
/// before.
///
/// # Errors
/// When the database fails.
pub fn list_to_remind(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    quiet_since: Moment,
    limit: i64,
) -> Result<Vec<Draft>, StoreError> {
    drafts::table
        .filter(drafts::consultation_id.eq(DbId(round.0)))
        .filter(drafts::saved_at.le(DbMoment(quiet_since)))
        .filter(drafts::reminded_at.is_null())
        .order(drafts::id)
        .limit(limit)
        .select(DraftRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(|row| to_draft(tx.keys, row))
        .collect()
}

/// Notes that whoever has a draft was reminded of it, or looked at for that; false where it was done before,
/// or the draft is gone.
///
/// # Errors
/// When the database fails.
pub fn mark_reminded(tx: &mut Writing<'_>, id: DraftId, at: Moment) -> Result<bool, StoreError> {
    let unmarked = drafts::table.filter(drafts::id.eq(DbId(id.0))).filter(drafts::reminded_at.is_null());
    let marked = diesel::update(unmarked).set(drafts::reminded_at.eq(DbMoment(at))).execute(tx.connection)?;
    Ok(marked == 1)
}
