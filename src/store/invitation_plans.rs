//! When rounds remind those they have invited, and how far the worker has come.

use super::rows::{from_json, to_json};
use super::schema::{consultations, invitation_plans};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::ConsultationId;
use crate::domain::invitee::InvitationPlan;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = invitation_plans)]
struct PlanRow {
    consultation_id: DbId,
    reminder_days: DbJson,
    reminded_until: DbMoment,
    told_until: DbMoment,
}

fn to_plan(row: &PlanRow) -> Result<InvitationPlan, StoreError> {
    Ok(InvitationPlan {
        consultation_id: ConsultationId(row.consultation_id.0),
        reminder_days: from_json(&row.reminder_days)?,
        reminded_until: row.reminded_until.0,
        told_until: row.told_until.0,
    })
}

/// Stores the plan of a round that has none; one that it has stays.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Writing<'_>, plan: &InvitationPlan) -> Result<(), StoreError> {
    let row = PlanRow {
        consultation_id: DbId(plan.consultation_id.0),
        reminder_days: to_json(&plan.reminder_days)?,
        reminded_until: DbMoment(plan.reminded_until),
        told_until: DbMoment(plan.told_until),
    };
    let inserted = tx.connection.transaction(|connection| {
        diesel::insert_into(invitation_plans::table).values(row).execute(connection)?;
        Ok(())
    });
    match inserted {
        Err(StoreError::AlreadyThere) => Ok(()),
        other => other,
    }
}

/// Writes the plan of a round down as it now is. Whoever does so first makes others who write for the
/// same round wait, on Postgres too.
///
/// # Errors
/// When the database fails.
pub fn update(tx: &mut Writing<'_>, plan: &InvitationPlan) -> Result<(), StoreError> {
    let days = to_json(&plan.reminder_days)?;
    diesel::update(invitation_plans::table.find(DbId(plan.consultation_id.0)))
        .set((
            invitation_plans::reminder_days.eq(days),
            invitation_plans::reminded_until.eq(DbMoment(plan.reminded_until)),
            invitation_plans::told_until.eq(DbMoment(plan.told_until)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Keeps a round's list as it is until the change stands: whoever else changes it waits.
///
/// # Errors
/// When the database fails.
pub fn hold(tx: &mut Writing<'_>, round: ConsultationId) -> Result<(), StoreError> {
    diesel::update(invitation_plans::table.find(DbId(round.0)))
        .set(invitation_plans::told_until.eq(invitation_plans::told_until))
        .execute(tx.connection)?;
    Ok(())
}

/// The plan of a round.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Option<InvitationPlan>, StoreError> {
    let row: Option<PlanRow> = invitation_plans::table
        .find(DbId(round.0))
        .select(PlanRow::as_select())
        .first(tx.connection)
        .optional()?;
    row.as_ref().map(to_plan).transpose()
}

/// The rounds with a list that are public at `now` and whose deadline is to come.
///
/// # Errors
/// When the database fails.
pub fn list_running(tx: &mut Reading<'_>, now: Moment) -> Result<Vec<ConsultationId>, StoreError> {
    let ids: Vec<DbId> = invitation_plans::table
        .inner_join(consultations::table)
        .filter(consultations::published_at.le(DbMoment(now)))
        .filter(consultations::closes_at.gt(DbMoment(now)))
        .filter(consultations::concluded_at.is_null())
        .filter(consultations::archived_at.is_null())
        .order(invitation_plans::consultation_id)
        .select(invitation_plans::consultation_id)
        .load(tx.connection)?;
    Ok(ids.into_iter().map(|id| ConsultationId(id.0)).collect())
}
