//! What is removed when its time is over, some rows at a time.

use super::schema::{consultations, drafts, letters, revisions, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::letter::LetterState;
use crate::domain::retention::RecordKind;
use diesel::prelude::*;

/// At most `limit` records of `kind` whose time was over at `before`.
fn list_due(
    tx: &mut Reading<'_>,
    kind: RecordKind,
    before: Moment,
    limit: i64,
) -> Result<Vec<DbId>, StoreError> {
    let before = DbMoment(before);
    let closed = consultations::table.filter(consultations::closes_at.le(before)).select(consultations::id);
    let told = consultations::table
        .filter(
            consultations::concluded_at
                .le(before)
                .or(consultations::archived_at.le(before))
                .assume_not_null(),
        )
        .select(consultations::id);
    Ok(match kind {
        RecordKind::Drafts => drafts::table
            .filter(drafts::consultation_id.eq_any(closed))
            .filter(drafts::saved_at.le(before))
            .limit(limit)
            .select(drafts::id)
            .load(tx.connection)?,
        RecordKind::Letters => letters::table
            .filter(letters::state.ne(LetterState::Waiting.name()))
            .filter(letters::created_at.le(before))
            .limit(limit)
            .select(letters::id)
            .load(tx.connection)?,
        RecordKind::WithdrawnContacts => revisions::table
            .inner_join(submissions::table)
            .filter(submissions::withdrawn_at.le(before))
            .filter(revisions::email.is_not_null())
            .limit(limit)
            .select(revisions::id)
            .load(tx.connection)?,
        RecordKind::Contacts => revisions::table
            .inner_join(submissions::table)
            .filter(submissions::consultation_id.eq_any(closed))
            // Whoever wants to know the outcome is written to before their address goes.
            .filter(revisions::wants_outcome.eq(false).or(submissions::consultation_id.eq_any(told)))
            .filter(submissions::received_at.le(before))
            .filter(revisions::email.is_not_null())
            .limit(limit)
            .select(revisions::id)
            .load(tx.connection)?,
    })
}

/// Whether the time of any record of `kind` was over at `before`.
///
/// # Errors
/// When the database fails.
pub fn has_due(tx: &mut Reading<'_>, kind: RecordKind, before: Moment) -> Result<bool, StoreError> {
    Ok(!list_due(tx, kind, before, 1)?.is_empty())
}

/// Removes at most `limit` records of `kind` whose time was over at `before`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn remove(
    tx: &mut Writing<'_>,
    kind: RecordKind,
    before: Moment,
    limit: i64,
) -> Result<usize, StoreError> {
    let due = list_due(tx, kind, before, limit)?;
    Ok(match kind {
        RecordKind::Drafts => {
            diesel::delete(drafts::table.filter(drafts::id.eq_any(due))).execute(tx.connection)?
        }
        RecordKind::Letters => {
            diesel::delete(letters::table.filter(letters::id.eq_any(due))).execute(tx.connection)?
        }
        RecordKind::WithdrawnContacts | RecordKind::Contacts => {
            diesel::update(revisions::table.filter(revisions::id.eq_any(due)))
                .set(revisions::email.eq(None::<String>))
                .execute(tx.connection)?
        }
    })
}
