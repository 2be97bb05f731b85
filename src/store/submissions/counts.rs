//! How many submissions and answers there are.

use crate::domain::consultation::Consultation;
use crate::domain::export::ExportFilter;
use crate::domain::form_change::{Asked, all_asked};
use crate::domain::ids::{ConsultationId, QuestionId};
use crate::domain::submission::Status;
use crate::store::schema::{answers, consultations, revisions, submissions};
use crate::store::sql_types::{DbId, DbMoment};
use crate::store::submissions::filtered;
use crate::store::{Reading, StoreError, forms};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

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

/// How many answers each question of `round` has, in each version of its form.
///
/// # Errors
/// When the database fails.
pub fn count_by_question(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
) -> Result<HashMap<QuestionId, i64>, StoreError> {
    let by_question = submissions::table
        .inner_join(revisions::table.inner_join(answers::table))
        .filter(revisions::number.eq(submissions::revision))
        .group_by(answers::question_id)
        .select((answers::question_id, count_star()));
    let counts: Vec<(DbId, i64)> = filtered!(by_question, round, filter).load(tx.connection)?;
    Ok(counts.into_iter().map(|(question, count)| (QuestionId(question.0), count)).collect())
}

/// The different answers to `questions` in which something is chosen, and how often each was given.
///
/// # Errors
/// When the database fails.
pub fn count_choices(
    tx: &mut Reading<'_>,
    round: &Consultation,
    questions: &[QuestionId],
    filter: ExportFilter,
) -> Result<Vec<(QuestionId, String, i64)>, StoreError> {
    let by_answer = submissions::table
        .inner_join(revisions::table.inner_join(answers::table))
        .filter(revisions::number.eq(submissions::revision))
        .filter(answers::question_id.eq_any(questions.iter().map(|id| DbId(id.0))))
        .group_by((answers::question_id, answers::text))
        .select((answers::question_id, answers::text, count_star()));
    let counts: Vec<(DbId, String, i64)> = filtered!(by_answer, round, filter).load(tx.connection)?;
    Ok(counts.into_iter().map(|(question, text, count)| (QuestionId(question.0), text, count)).collect())
}

/// All that `round` has asked, through all versions of its form, with how many answers there are. What was
/// dropped before anybody answered it is left out.
///
/// # Errors
/// When the database fails.
pub fn count_asked(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
) -> Result<Vec<(Asked, i64)>, StoreError> {
    let counts = count_by_question(tx, round, filter)?;
    let with_count = |asked: Asked| {
        let answers = asked.ids().iter().filter_map(|id| counts.get(id)).sum();
        (asked, answers)
    };
    let all = all_asked(&forms::list(tx, round.id)?).into_iter().map(with_count);
    Ok(all.filter(|(asked, answers)| asked.is_asked || *answers > 0).collect())
}
