//! Those who have answered and want to know what comes of it.

use crate::domain::ids::{ConsultationId, SubmissionId};
use crate::domain::language::Language;
use crate::domain::submission::Status;
use crate::store::rows::from_name;
use crate::store::schema::{revisions, submissions};
use crate::store::sealing::Field;
use crate::store::sql_types::DbId;
use crate::store::{Reading, StoreError};
use diesel::prelude::*;
use uuid::Uuid;

/// Someone who wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follower {
    /// Their submission.
    pub submission: SubmissionId,
    /// Where letters go; none where the address has been removed since.
    pub email: Option<String>,
    /// The language of letters to them.
    pub language: Language,
}

/// At most `limit` of those with a submission that stands and comes after the id `after`, and who want to
/// know what comes of it.
///
/// # Errors
/// When the database fails.
pub fn list_followers(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Follower>, StoreError> {
    let rows: Vec<(DbId, DbId, Option<String>, String)> = submissions::table
        .inner_join(revisions::table)
        .filter(submissions::consultation_id.eq(DbId(round.0)))
        .filter(submissions::id.gt(DbId(after.unwrap_or_default())))
        .filter(submissions::status.eq(Status::Received.name()))
        .filter(revisions::number.eq(submissions::revision))
        .filter(revisions::wants_outcome.eq(true))
        .order(submissions::id)
        .limit(limit)
        .select((submissions::id, revisions::id, revisions::email, revisions::language))
        .load(tx.connection)?;
    rows.into_iter()
        .map(|(submission, revision, email, language)| {
            Ok(Follower {
                submission: SubmissionId(submission.0),
                email: tx.keys.open_some(Field::RevisionEmail, revision.0, email)?,
                language: from_name(&language, Language::from_tag)?,
            })
        })
        .collect()
}
