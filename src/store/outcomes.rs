//! The outcomes of rounds.

use super::rows::{from_json, from_name, to_json};
use super::schema::outcomes;
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::ids::ConsultationId;
use crate::domain::outcome::{Outcome, OutcomeWords};
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = outcomes, primary_key(consultation_id), treat_none_as_null = true)]
struct OutcomeRow {
    consultation_id: DbId,
    decision: DbJson,
    decided_by: DbJson,
    decided_on: Option<String>,
    case_number: String,
    next_steps: DbJson,
    revision: DbJson,
    version: i32,
    saved_at: DbMoment,
    saved_by: String,
}

impl TryFrom<&Outcome> for OutcomeRow {
    type Error = StoreError;

    fn try_from(outcome: &Outcome) -> Result<Self, StoreError> {
        let words = &outcome.words;
        Ok(Self {
            consultation_id: DbId(outcome.consultation_id.0),
            decision: to_json(&words.decision)?,
            decided_by: to_json(&words.decided_by)?,
            decided_on: words.decided_on.map(|date| date.to_string()),
            case_number: words.case_number.clone(),
            next_steps: to_json(&words.next_steps)?,
            revision: to_json(&words.revision)?,
            version: outcome.version,
            saved_at: DbMoment(outcome.saved_at),
            saved_by: outcome.saved_by.clone(),
        })
    }
}

impl TryFrom<OutcomeRow> for Outcome {
    type Error = StoreError;

    fn try_from(row: OutcomeRow) -> Result<Self, StoreError> {
        let decided_on = row.decided_on.map(|day| from_name(&day, |text| text.parse().ok()));
        Ok(Self {
            consultation_id: ConsultationId(row.consultation_id.0),
            words: OutcomeWords {
                decision: from_json(&row.decision)?,
                decided_by: from_json(&row.decided_by)?,
                decided_on: decided_on.transpose()?,
                case_number: row.case_number,
                next_steps: from_json(&row.next_steps)?,
                revision: from_json(&row.revision)?,
            },
            version: row.version,
            saved_at: row.saved_at.0,
            saved_by: row.saved_by,
        })
    }
}

/// Stores the first save of an outcome.
///
/// # Errors
/// `AlreadyThere` where the round has one.
pub fn insert(tx: &mut Writing<'_>, outcome: &Outcome) -> Result<(), StoreError> {
    let row = OutcomeRow::try_from(outcome)?;
    tx.connection.transaction(|connection| {
        diesel::insert_into(outcomes::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Saves `outcome` over the version before it; false where that is not the one that stands.
///
/// # Errors
/// When the database fails.
pub fn update(tx: &mut Writing<'_>, outcome: &Outcome) -> Result<bool, StoreError> {
    let row = OutcomeRow::try_from(outcome)?;
    let as_shown = outcomes::table
        .filter(outcomes::consultation_id.eq(DbId(outcome.consultation_id.0)))
        .filter(outcomes::version.eq(outcome.version.saturating_sub(1)));
    Ok(diesel::update(as_shown).set(row).execute(tx.connection)? == 1)
}

/// The outcome of a round, public or not.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Option<Outcome>, StoreError> {
    outcomes::table
        .filter(outcomes::consultation_id.eq(DbId(round.0)))
        .select(OutcomeRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(Outcome::try_from)
        .transpose()
}
