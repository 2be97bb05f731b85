//! How a round runs: what came in when, and of which sort. Only what stands is counted.

use crate::domain::ids::ConsultationId;
use crate::domain::language::Language;
use crate::domain::letter::LetterState;
use crate::domain::progress::Hour;
use crate::domain::respondent::RespondentKind;
use crate::domain::submission::{Channel, Status};
use crate::store::rows::from_name;
use crate::store::schema::{letters, revisions, submissions};
use crate::store::sql_types::DbId;
use crate::store::{Reading, StoreError};
use diesel::dsl::count_star;
use diesel::prelude::*;

/// How many submissions of `round` came within each hour, by the time they first came.
///
/// # Errors
/// When the database fails.
pub fn count_by_hour(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Hour>, StoreError> {
    let counts: Vec<(i64, i64)> = submissions::table
        .inner_join(revisions::table)
        .filter(submissions::consultation_id.eq(DbId(round.0)))
        .filter(submissions::status.eq(Status::Received.name()))
        .filter(revisions::number.eq(1))
        .group_by(revisions::received_hour)
        .order(revisions::received_hour)
        .select((revisions::received_hour, count_star()))
        .load(tx.connection)?;
    Ok(counts.into_iter().map(|(number, count)| Hour { number, count }).collect())
}

/// A sort of submissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// How they came in.
    pub channel: Channel,
    /// Who answers.
    pub kind: RespondentKind,
    /// The language they are written in.
    pub language: Language,
    /// «Uten merknad».
    pub no_comment: bool,
    /// How many there are.
    pub count: i64,
}

/// How many submissions of `round` there are of each sort; sorts without any are left out.
///
/// # Errors
/// When the database fails.
pub fn count_by_sort(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Sort>, StoreError> {
    let sort = (submissions::channel, revisions::respondent_kind, revisions::language, revisions::no_comment);
    let counts: Vec<(String, String, String, bool, i64)> = submissions::table
        .inner_join(revisions::table)
        .filter(submissions::consultation_id.eq(DbId(round.0)))
        .filter(submissions::status.eq(Status::Received.name()))
        .filter(revisions::number.eq(submissions::revision))
        .group_by(sort)
        .select((
            submissions::channel,
            revisions::respondent_kind,
            revisions::language,
            revisions::no_comment,
            count_star(),
        ))
        .load(tx.connection)?;
    counts
        .into_iter()
        .map(|(channel, kind, language, no_comment, count)| {
            Ok(Sort {
                channel: from_name(&channel, Channel::from_name)?,
                kind: from_name(&kind, RespondentKind::from_name)?,
                language: from_name(&language, Language::from_tag)?,
                no_comment,
                count,
            })
        })
        .collect()
}

/// Letters about a round's submissions that have not gone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnsentLetters {
    /// They will be tried, or tried again.
    pub waiting: i64,
    /// They were given up.
    pub failed: i64,
}

/// How many letters about submissions of `round` have not gone.
///
/// # Errors
/// When the database fails.
pub fn count_unsent_letters(
    tx: &mut Reading<'_>,
    round: ConsultationId,
) -> Result<UnsentLetters, StoreError> {
    let (waiting, failed) = (LetterState::Waiting.name(), LetterState::Failed.name());
    let counts: Vec<(String, i64)> = letters::table
        .inner_join(submissions::table)
        .filter(letters::state.eq_any([waiting, failed]))
        .filter(submissions::consultation_id.eq(DbId(round.0)))
        .group_by(letters::state)
        .select((letters::state, count_star()))
        .load(tx.connection)?;
    let of = |name: &str| counts.iter().find(|(state, _)| state == name).map_or(0, |(_, count)| *count);
    Ok(UnsentLetters { waiting: of(waiting), failed: of(failed) })
}
