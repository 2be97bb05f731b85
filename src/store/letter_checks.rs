//! What must hold of letters in an installation that works.

use super::schema::{letters, revisions, submissions};
use super::sql_types::DbMoment;
use super::{Reading, StoreError};
use crate::domain::clock::Moment;
use crate::domain::letter::LetterState;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// How many letters wait that were due before `before`.
///
/// # Errors
/// When the database fails.
pub fn count_overdue(tx: &mut Reading<'_>, before: Moment) -> Result<i64, StoreError> {
    let overdue = letters::table
        .filter(letters::state.eq(LetterState::Waiting.name()))
        .filter(letters::due_at.lt(DbMoment(before)));
    Ok(overdue.count().get_result(tx.connection)?)
}

/// The references of submissions whose sender gave an e-mail address and has no letter about one
/// of the times they sent; at most `limit`. A letter is written at the same moment as what it is
/// about; what staff register gets none.
///
/// # Errors
/// When the database fails.
pub fn list_without_letter(tx: &mut Reading<'_>, limit: i64) -> Result<Vec<String>, StoreError> {
    let its_letter = letters::table
        .filter(letters::submission_id.eq(revisions::submission_id.nullable()))
        .filter(letters::created_at.eq(revisions::received_at));
    Ok(revisions::table
        .inner_join(submissions::table)
        .filter(revisions::draft_id.is_not_null())
        .filter(revisions::email.is_not_null())
        .filter(not(exists(its_letter)))
        .order(submissions::reference)
        .select(submissions::reference)
        .distinct()
        .limit(limit)
        .load(tx.connection)?)
}
