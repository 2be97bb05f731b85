//! Rounds in lists: searched, filtered and a part at a time.

use super::consultations::ConsultationRow;
use super::rows::from_json;
use super::schema::consultations;
use super::sql_types::{DbJson, DbMoment};
use super::{Reading, StoreError};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::language::Localized;
use crate::domain::round_filter::{Audience, RoundFilter, RoundGroup};
use diesel::dsl::{count_star, max, min};
use diesel::prelude::*;

/// The most units that a filter offers.
const UNITS_MAX: i64 = 200;

/// `$query`, boxed and limited to what `$audience` may see at `$now`. A macro, because the type of a
/// boxed query names its database; so for the two below.
macro_rules! seen {
    ($query:expr, $audience:expr, $now:expr) => {{
        let query = $query.into_boxed();
        match $audience {
            Audience::Public => query.filter(consultations::published_at.le(DbMoment($now))),
            Audience::Staff => query,
            Audience::StaffOf(slugs) => query.filter(consultations::slug.eq_any(slugs.clone())),
        }
    }};
}

macro_rules! narrowed {
    ($query:expr, $filter:expr) => {{
        let mut query = $query;
        for word in &$filter.words {
            // Words hold letters, digits, «/» and «-»: none of them means anything to LIKE.
            query = query.filter(consultations::search_text.like(format!("%{word}%")));
        }
        if let Some(year) = $filter.year {
            query = query
                .filter(consultations::announced_on.ge(format!("{year:04}-01-01")))
                .filter(consultations::announced_on.le(format!("{year:04}-12-31")));
        }
        match &$filter.unit {
            Some(unit) => query.filter(consultations::unit_name.eq(unit.clone())),
            None => query,
        }
    }};
}

/// The same as [`Consultation::phase`] says of a single round.
macro_rules! grouped {
    ($query:expr, $group:expr, $now:expr) => {{
        let now = DbMoment($now);
        let query = $query;
        match $group {
            RoundGroup::NotArchived => query.filter(consultations::archived_at.is_null()),
            RoundGroup::In(Phase::Draft) => query.filter(
                consultations::published_at
                    .is_null()
                    .or(consultations::published_at.gt(now).assume_not_null()),
            ),
            RoundGroup::In(Phase::Archived) => query
                .filter(consultations::published_at.le(now))
                .filter(consultations::archived_at.is_not_null()),
            RoundGroup::Over => query
                .filter(consultations::published_at.le(now))
                .filter(consultations::archived_at.is_null())
                .filter(consultations::concluded_at.is_not_null().or(consultations::closes_at.le(now))),
            RoundGroup::In(Phase::Concluded) => query
                .filter(consultations::published_at.le(now))
                .filter(consultations::archived_at.is_null())
                .filter(consultations::concluded_at.is_not_null()),
            RoundGroup::In(phase) => {
                let query = query
                    .filter(consultations::published_at.le(now))
                    .filter(consultations::archived_at.is_null())
                    .filter(consultations::concluded_at.is_null());
                match phase {
                    Phase::Announced => query.filter(consultations::opens_at.gt(now)),
                    Phase::Open => {
                        query.filter(consultations::opens_at.le(now)).filter(consultations::closes_at.gt(now))
                    }
                    _ => query.filter(consultations::closes_at.le(now)),
                }
            }
        }
    }};
}

/// How many rounds of `group` the filter lets through.
///
/// # Errors
/// When the database fails.
pub fn count(
    tx: &mut Reading<'_>,
    audience: &Audience,
    filter: &RoundFilter,
    group: RoundGroup,
    now: Moment,
) -> Result<i64, StoreError> {
    let query = seen!(consultations::table.select(count_star()), audience, now);
    let query = grouped!(narrowed!(query, filter), group, now);
    Ok(query.get_result(tx.connection)?)
}

/// A part of the rounds of `group` that the filter lets through, in the group's order.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Reading<'_>,
    audience: &Audience,
    filter: &RoundFilter,
    (group, now): (RoundGroup, Moment),
    (offset, limit): (i64, i64),
) -> Result<Vec<Consultation>, StoreError> {
    let query = seen!(consultations::table.select(ConsultationRow::as_select()), audience, now);
    let query = grouped!(narrowed!(query, filter), group, now);
    let ordered = match group {
        RoundGroup::In(Phase::Open) => {
            query.order((consultations::closes_at.asc(), consultations::slug.asc()))
        }
        RoundGroup::In(Phase::Announced) => {
            query.order((consultations::opens_at.asc(), consultations::slug.asc()))
        }
        _ => query.order((consultations::closes_at.desc(), consultations::slug.asc())),
    };
    let rows: Vec<ConsultationRow> = ordered.offset(offset).limit(limit).load(tx.connection)?;
    rows.into_iter().map(Consultation::try_from).collect()
}

/// The units of the rounds, by their name in bokmål; at most 200.
///
/// # Errors
/// When the database fails.
pub fn list_units(
    tx: &mut Reading<'_>,
    audience: &Audience,
    now: Moment,
) -> Result<Vec<Localized>, StoreError> {
    let units = consultations::table.select((consultations::unit_name, consultations::unit)).distinct();
    let rows: Vec<(String, DbJson)> =
        seen!(units, audience, now).order(consultations::unit_name).limit(UNITS_MAX).load(tx.connection)?;
    let mut units = Vec::new();
    for (_, unit) in rows {
        let unit: Localized = from_json(&unit)?;
        // The same unit may have its other languages here and not there.
        if units.last().is_none_or(|before: &Localized| before.nb != unit.nb) {
            units.push(unit);
        }
    }
    Ok(units)
}

/// The first and the last year in which a round was announced.
///
/// # Errors
/// When the database fails.
pub fn find_years(
    tx: &mut Reading<'_>,
    audience: &Audience,
    now: Moment,
) -> Result<Option<(i16, i16)>, StoreError> {
    let ends =
        consultations::table.select((min(consultations::announced_on), max(consultations::announced_on)));
    let ends: (Option<String>, Option<String>) = seen!(ends, audience, now).get_result(tx.connection)?;
    let year = |date: Option<String>| -> Option<i16> { date?.split('-').next()?.parse().ok() };
    Ok(year(ends.0).zip(year(ends.1)))
}
