//! Rounds as those outside may list them: only what is public at the time, some at once.

use super::consultations::ConsultationRow;
use super::schema::{consultations, deadline_decisions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::ids::ConsultationId;
use crate::domain::news::RoundNews;
use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use std::collections::HashMap;

/// The rounds that are public at `$now`, in `$phase` where one is asked for, boxed. A macro, because the
/// type of a boxed query names its database. The phases are those of `domain/consultation.rs`.
macro_rules! public {
    ($query:expr, $phase:expr, $now:expr) => {{
        let now = DbMoment($now);
        let query = $query.filter(consultations::published_at.le(now)).into_boxed();
        match $phase {
            None => query,
            Some(Phase::Archived) => query.filter(consultations::archived_at.is_not_null()),
            Some(phase) => {
                let query = query.filter(consultations::archived_at.is_null());
                match phase {
                    Phase::Concluded => query.filter(consultations::concluded_at.is_not_null()),
                    _ => {
                        let query = query.filter(consultations::concluded_at.is_null());
                        match phase {
                            Phase::Announced => query.filter(consultations::opens_at.gt(now)),
                            Phase::Open => query
                                .filter(consultations::opens_at.le(now))
                                .filter(consultations::closes_at.gt(now)),
                            _ => query
                                .filter(consultations::opens_at.le(now))
                                .filter(consultations::closes_at.le(now)),
                        }
                    }
                }
            }
        }
    }};
}

/// A stretch of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// How many rounds come before it.
    pub offset: i64,
    /// The most rounds in it.
    pub limit: i64,
}

/// The rounds that are public at `now`, the last published first; of one `phase` where it is given.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Reading<'_>,
    phase: Option<Phase>,
    stretch: Stretch,
    now: Moment,
) -> Result<Vec<Consultation>, StoreError> {
    public!(consultations::table.select(ConsultationRow::as_select()), phase, now)
        .order((consultations::published_at.desc(), consultations::id.desc()))
        .offset(stretch.offset)
        .limit(stretch.limit)
        .load(tx.connection)?
        .into_iter()
        .map(Consultation::try_from)
        .collect()
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Reading<'_>, phase: Option<Phase>, now: Moment) -> Result<i64, StoreError> {
    Ok(public!(consultations::table.select(count_star()), phase, now).first(tx.connection)?)
}

/// The last rounds that were published by `now` and are not put away, with what was decided since.
///
/// # Errors
/// When the database fails.
pub fn list_news(tx: &mut Reading<'_>, limit: i64, now: Moment) -> Result<Vec<RoundNews>, StoreError> {
    let rounds = consultations::table
        .select(ConsultationRow::as_select())
        .filter(consultations::published_at.le(DbMoment(now)))
        .filter(consultations::archived_at.is_null())
        .order((consultations::published_at.desc(), consultations::id.desc()))
        .limit(limit)
        .load(tx.connection)?
        .into_iter()
        .map(Consultation::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    let ids: Vec<ConsultationId> = rounds.iter().map(|round| round.id).collect();
    let mut decided = decisions(tx, &ids)?;
    Ok(rounds.into_iter().map(|round| with_decisions(round, &mut decided)).collect())
}

/// `round` with what was decided since it was published.
///
/// # Errors
/// When the database fails.
pub fn find_news(tx: &mut Reading<'_>, round: Consultation) -> Result<RoundNews, StoreError> {
    let mut decided = decisions(tx, &[round.id])?;
    Ok(with_decisions(round, &mut decided))
}

/// When the last decision about each of these rounds fell, and how many there were.
type Decisions = HashMap<DbId, (Option<DbMoment>, i64)>;

fn decisions(tx: &mut Reading<'_>, rounds: &[ConsultationId]) -> Result<Decisions, StoreError> {
    let rounds = rounds.iter().map(|id| DbId(id.0));
    let rows: Vec<(DbId, Option<DbMoment>, i64)> = deadline_decisions::table
        .filter(deadline_decisions::consultation_id.eq_any(rounds))
        .group_by(deadline_decisions::consultation_id)
        .select((deadline_decisions::consultation_id, max(deadline_decisions::decided_at), count_star()))
        .load(tx.connection)?;
    Ok(rows.into_iter().map(|(id, at, count)| (id, (at, count))).collect())
}

fn with_decisions(round: Consultation, decided: &mut Decisions) -> RoundNews {
    let (at, count) = decided.remove(&DbId(round.id.0)).unwrap_or((None, 0));
    RoundNews { round, decided_at: at.map(|at| at.0), decisions: u32::try_from(count).unwrap_or(u32::MAX) }
}
