//! How many submissions and answers there are.

use crate::domain::consultation::Consultation;
use crate::domain::export::ExportFilter;
use crate::domain::ids::ConsultationId;
use crate::domain::submission::Status;
use crate::store::schema::{answers, consultations, questions, revisions, submissions};
use crate::store::sql_types::{DbId, DbMoment};
use crate::store::submissions::filtered;
use crate::store::{Reading, StoreError};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// How many submissions a round has, of each sort that staff filter by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub all: i64,
    /// Those that stand.
    pub received: i64,
    /// Those that were withdrawn.
    pub withdrawn: i64,
    /// Those that came at or after the deadline, standing or not.
    pub late: i64,
}

/// Counts the submissions of `round`.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Reading<'_>, round: &Consultation) -> Result<Counts, StoreError> {
    let by_status: Vec<(String, i64)> = submissions::table
        .filter(submissions::consultation_id.eq(DbId(round.id.0)))
        .group_by(submissions::status)
        .select((submissions::status, count_star()))
        .load(tx.connection)?;
    let of = |status: Status| {
        by_status.iter().find(|(name, _)| name == status.name()).map_or(0, |(_, count)| *count)
    };
    let late: i64 = submissions::table
        .filter(submissions::consultation_id.eq(DbId(round.id.0)))
        .filter(submissions::received_at.ge(DbMoment(round.closes_at)))
        .count()
        .get_result(tx.connection)?;
    let (received, withdrawn) = (of(Status::Received), of(Status::Withdrawn));
    Ok(Counts { all: received + withdrawn, received, withdrawn, late })
}

/// Counts the submissions of each of `rounds`; those without any are left out.
///
/// # Errors
/// When the database fails.
pub fn count_by_round(
    tx: &mut Reading<'_>,
    rounds: &[ConsultationId],
) -> Result<HashMap<ConsultationId, Counts>, StoreError> {
    let ids = || rounds.iter().map(|id| DbId(id.0)).collect::<Vec<_>>();
    let by_status: Vec<(DbId, String, i64)> = submissions::table
        .filter(submissions::consultation_id.eq_any(ids()))
        .group_by((submissions::consultation_id, submissions::status))
        .select((submissions::consultation_id, submissions::status, count_star()))
        .load(tx.connection)?;
    let late: Vec<(DbId, i64)> = submissions::table
        .inner_join(consultations::table)
        .filter(submissions::consultation_id.eq_any(ids()))
        .filter(submissions::received_at.ge(consultations::closes_at))
        .group_by(submissions::consultation_id)
        .select((submissions::consultation_id, count_star()))
        .load(tx.connection)?;
    let mut counts: HashMap<ConsultationId, Counts> = HashMap::new();
    for (round, status, count) in by_status {
        let counts = counts.entry(ConsultationId(round.0)).or_default();
        counts.all += count;
        match Status::from_name(&status) {
            Some(Status::Received) => counts.received += count,
            Some(Status::Withdrawn) => counts.withdrawn += count,
            None => {}
        }
    }
    for (round, count) in late {
        counts.entry(ConsultationId(round.0)).or_default().late = count;
    }
    Ok(counts)
}

/// How many submissions of `round` the filter lets through.
///
/// # Errors
/// When the database fails.
pub fn count_filtered(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
) -> Result<i64, StoreError> {
    Ok(filtered!(submissions::table, round, filter).count().get_result(tx.connection)?)
}

/// How many answers each question of `round` has, by number.
///
/// # Errors
/// When the database fails.
pub fn count_by_question(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
) -> Result<BTreeMap<i32, i64>, StoreError> {
    let by_question = submissions::table
        .inner_join(revisions::table.inner_join(answers::table.inner_join(questions::table)))
        .filter(revisions::number.eq(submissions::revision))
        .group_by(questions::number)
        .select((questions::number, count_star()));
    let counts: Vec<(i32, i64)> = filtered!(by_question, round, filter).load(tx.connection)?;
    Ok(counts.into_iter().collect())
}
