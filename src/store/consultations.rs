//! Rounds, and the decisions that moved their deadlines.

use super::rows::{from_json, from_name, to_json};
use super::schema::{consultations, deadline_decisions};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision, DeadlineDecisionKind};
use crate::domain::ids::{ConsultationId, DeadlineDecisionId};
use crate::domain::way_in::WayIn;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = consultations)]
pub(super) struct ConsultationRow {
    id: DbId,
    slug: String,
    process: Option<String>,
    case_number: String,
    unit: DbJson,
    contact: DbJson,
    title: DbJson,
    lede: DbJson,
    body: DbJson,
    next_steps: DbJson,
    announced_on: String,
    opens_at: DbMoment,
    closes_at: DbMoment,
    late_counts: bool,
    created_at: DbMoment,
    who_may_answer: String,
    who_may_answer_why: Option<DbJson>,
    published_at: Option<DbMoment>,
    language_missing_why: Option<String>,
    previous_id: Option<DbId>,
    concluded_at: Option<DbMoment>,
    archived_at: Option<DbMoment>,
}

impl TryFrom<&Consultation> for ConsultationRow {
    type Error = StoreError;

    fn try_from(round: &Consultation) -> Result<Self, StoreError> {
        Ok(Self {
            id: DbId(round.id.0),
            slug: round.slug.clone(),
            process: round.process.clone(),
            case_number: round.case_number.clone(),
            unit: to_json(&round.unit)?,
            contact: to_json(&round.contact)?,
            title: to_json(&round.title)?,
            lede: to_json(&round.lede)?,
            body: to_json(&round.body)?,
            next_steps: to_json(&round.next_steps)?,
            announced_on: round.announced_on.to_string(),
            opens_at: DbMoment(round.opens_at),
            closes_at: DbMoment(round.closes_at),
            late_counts: round.late_counts,
            created_at: DbMoment(round.created_at),
            who_may_answer: round.who_may_answer.name().to_owned(),
            who_may_answer_why: round.who_may_answer_why.as_ref().map(to_json).transpose()?,
            published_at: round.published_at.map(DbMoment),
            language_missing_why: round.language_missing_why.clone(),
            previous_id: round.previous_id.map(|id| DbId(id.0)),
            concluded_at: round.concluded_at.map(DbMoment),
            archived_at: round.archived_at.map(DbMoment),
        })
    }
}

impl TryFrom<ConsultationRow> for Consultation {
    type Error = StoreError;

    fn try_from(row: ConsultationRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: ConsultationId(row.id.0),
            slug: row.slug,
            process: row.process,
            case_number: row.case_number,
            unit: from_json(&row.unit)?,
            contact: from_json(&row.contact)?,
            title: from_json(&row.title)?,
            lede: from_json(&row.lede)?,
            body: from_json(&row.body)?,
            next_steps: from_json(&row.next_steps)?,
            announced_on: from_name(&row.announced_on, |text| text.parse().ok())?,
            opens_at: row.opens_at.0,
            closes_at: row.closes_at.0,
            late_counts: row.late_counts,
            created_at: row.created_at.0,
            who_may_answer: from_name(&row.who_may_answer, WayIn::from_name)?,
            who_may_answer_why: row.who_may_answer_why.as_ref().map(from_json).transpose()?,
            published_at: row.published_at.map(|at| at.0),
            language_missing_why: row.language_missing_why,
            previous_id: row.previous_id.map(|id| ConsultationId(id.0)),
            concluded_at: row.concluded_at.map(|at| at.0),
            archived_at: row.archived_at.map(|at| at.0),
        })
    }
}

type Window = (DbMoment, DbMoment, Option<DbMoment>, Option<DbMoment>, Option<DbMoment>);

/// Stores a new round.
///
/// # Errors
/// `AlreadyThere` when the slug is taken.
pub fn insert(tx: &mut Writing<'_>, round: &Consultation) -> Result<(), StoreError> {
    let row = ConsultationRow::try_from(round)?;
    tx.connection.transaction(|connection| {
        diesel::insert_into(consultations::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Stores when a round is public, opens, closes, is concluded and archived.
///
/// # Errors
/// When the database fails.
pub fn update_window(tx: &mut Writing<'_>, round: &Consultation) -> Result<(), StoreError> {
    diesel::update(consultations::table.filter(consultations::id.eq(DbId(round.id.0))))
        .set((
            consultations::opens_at.eq(DbMoment(round.opens_at)),
            consultations::closes_at.eq(DbMoment(round.closes_at)),
            consultations::published_at.eq(round.published_at.map(DbMoment)),
            consultations::concluded_at.eq(round.concluded_at.map(DbMoment)),
            consultations::archived_at.eq(round.archived_at.map(DbMoment)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The round with this slug.
///
/// # Errors
/// When the database fails.
pub fn find_by_slug(tx: &mut Reading<'_>, slug: &str) -> Result<Option<Consultation>, StoreError> {
    consultations::table
        .filter(consultations::slug.eq(slug))
        .select(ConsultationRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(Consultation::try_from)
        .transpose()
}

/// The round with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, id: ConsultationId) -> Result<Option<Consultation>, StoreError> {
    consultations::table
        .filter(consultations::id.eq(DbId(id.0)))
        .select(ConsultationRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(Consultation::try_from)
        .transpose()
}

/// Reads again when `round` is public, opens, closes, is concluded and archived, which decisions move;
/// false where the round is gone. Its texts stay as they are.
///
/// # Errors
/// When the database fails.
pub fn refresh_window(tx: &mut Reading<'_>, round: &mut Consultation) -> Result<bool, StoreError> {
    let window: Option<Window> = consultations::table
        .filter(consultations::id.eq(DbId(round.id.0)))
        .select((
            consultations::opens_at,
            consultations::closes_at,
            consultations::published_at,
            consultations::concluded_at,
            consultations::archived_at,
        ))
        .first(tx.connection)
        .optional()?;
    let Some((opens_at, closes_at, published_at, concluded_at, archived_at)) = window else {
        return Ok(false);
    };
    (round.opens_at, round.closes_at) = (opens_at.0, closes_at.0);
    round.published_at = published_at.map(|at| at.0);
    (round.concluded_at, round.archived_at) = (concluded_at.map(|at| at.0), archived_at.map(|at| at.0));
    Ok(true)
}

/// All rounds, those that close last first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>) -> Result<Vec<Consultation>, StoreError> {
    consultations::table
        .order((consultations::closes_at.desc(), consultations::slug.asc()))
        .select(ConsultationRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(Consultation::try_from)
        .collect()
}

/// The other rounds of the same process that are public at `now`, by slug.
///
/// # Errors
/// When the database fails.
pub fn list_siblings(
    tx: &mut Reading<'_>,
    round: &Consultation,
    now: Moment,
) -> Result<Vec<Consultation>, StoreError> {
    let Some(process) = &round.process else { return Ok(Vec::new()) };
    consultations::table
        .filter(consultations::process.eq(process))
        .filter(consultations::published_at.le(DbMoment(now)))
        .filter(consultations::id.ne(DbId(round.id.0)))
        .order(consultations::slug)
        .select(ConsultationRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(Consultation::try_from)
        .collect()
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = deadline_decisions)]
struct DecisionRow {
    id: DbId,
    consultation_id: DbId,
    kind: String,
    decided_at: DbMoment,
    decided_by: String,
    reason: Option<DbJson>,
    closed_before: DbMoment,
    closes_after: DbMoment,
}

/// Adds a decision to a round's history.
///
/// # Errors
/// When the database fails.
pub fn insert_decision(tx: &mut Writing<'_>, decision: &DeadlineDecision) -> Result<(), StoreError> {
    let row = DecisionRow {
        id: DbId(decision.id.0),
        consultation_id: DbId(decision.consultation_id.0),
        kind: decision.kind.name().to_owned(),
        decided_at: DbMoment(decision.decided_at),
        decided_by: decision.decided_by.clone(),
        reason: decision.reason.as_ref().map(to_json).transpose()?,
        closed_before: DbMoment(decision.closed_before),
        closes_after: DbMoment(decision.closes_after),
    };
    diesel::insert_into(deadline_decisions::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// A round's decisions, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_decisions(
    tx: &mut Reading<'_>,
    round: ConsultationId,
) -> Result<Vec<DeadlineDecision>, StoreError> {
    deadline_decisions::table
        .filter(deadline_decisions::consultation_id.eq(DbId(round.0)))
        .order(deadline_decisions::id.desc())
        .select(DecisionRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(|row| {
            Ok(DeadlineDecision {
                id: DeadlineDecisionId(row.id.0),
                consultation_id: ConsultationId(row.consultation_id.0),
                kind: from_name(&row.kind, DeadlineDecisionKind::from_name)?,
                decided_at: row.decided_at.0,
                decided_by: row.decided_by,
                reason: row.reason.as_ref().map(from_json).transpose()?,
                closed_before: row.closed_before.0,
                closes_after: row.closes_after.0,
            })
        })
        .collect()
}
