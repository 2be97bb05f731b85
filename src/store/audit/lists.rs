//! The log as administrators read it: filtered, and part by part.

use super::LineRow;
use crate::domain::audit::{Actor, AuditLine, Event};
use crate::domain::audit_filter::{AuditFilter, AuditPart};
use crate::domain::clock::Moment;
use crate::domain::reference::Reference;
use crate::store::connection::for_each_row;
use crate::store::schema::audit_log;
use crate::store::sql_types::{DbId, DbMoment};
use crate::store::{Reading, StoreError};
use diesel::prelude::*;

/// How many readings of one submission are looked at.
const READINGS: i64 = 500;

/// The lines that `$filter` lets through, boxed. A macro, because the type of a boxed query names
/// its database. A subject is found whole, or with more after a colon: the bounds use the index.
macro_rules! filtered {
    ($filter:expr) => {{
        let mut query = audit_log::table.select(LineRow::as_select()).into_boxed();
        if let Some(from) = $filter.from {
            query = query.filter(audit_log::at.ge(DbMoment(from)));
        }
        if let Some(before) = $filter.before {
            query = query.filter(audit_log::at.lt(DbMoment(before)));
        }
        if let Some(event) = $filter.event {
            query = query.filter(audit_log::event.eq(event.name()));
        }
        if let Some(by) = &$filter.by {
            query = query.filter(audit_log::actor.eq_any(by.recorded()));
        }
        if let Some(subject) = &$filter.subject {
            let (from, before) = (format!("{subject}: "), format!("{subject}:!"));
            let longer = audit_log::subject.ge(from).and(audit_log::subject.lt(before));
            query = query.filter(audit_log::subject.eq(subject.clone()).or(longer));
        }
        query
    }};
}

/// At most `limit` of the lines that `filter` lets through, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_lines(
    tx: &mut Reading<'_>,
    filter: &AuditFilter,
    part: AuditPart,
    limit: i64,
) -> Result<Vec<AuditLine>, StoreError> {
    let query = filtered!(filter);
    let newest_first = (audit_log::at.desc(), audit_log::id.desc());
    let query = match part {
        AuditPart::Newest => query.order(newest_first),
        AuditPart::OlderThan(place) => {
            let (at, id) = (DbMoment(place.at), DbId(place.id.0));
            let older = audit_log::at.lt(at).or(audit_log::at.eq(at).and(audit_log::id.lt(id)));
            query.filter(audit_log::at.le(at)).filter(older).order(newest_first)
        }
        AuditPart::NewerThan(place) => {
            let (at, id) = (DbMoment(place.at), DbId(place.id.0));
            let newer = audit_log::at.gt(at).or(audit_log::at.eq(at).and(audit_log::id.gt(id)));
            query.filter(audit_log::at.ge(at)).filter(newer).order((audit_log::at, audit_log::id))
        }
    };
    let rows: Vec<LineRow> = query.limit(limit).load(tx.connection)?;
    let mut lines: Vec<AuditLine> = rows.into_iter().map(AuditLine::from).collect();
    if matches!(part, AuditPart::NewerThan(_)) {
        lines.reverse();
    }
    Ok(lines)
}

/// Calls `each` with every line that `filter` lets through, oldest first.
///
/// # Errors
/// When the database fails, or `each` does.
pub fn for_each_line(
    tx: &mut Reading<'_>,
    filter: &AuditFilter,
    mut each: impl FnMut(&AuditLine) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut pass_on = |row: LineRow| each(&row.into());
    for_each_row!(
        &mut *tx.connection,
        filtered!(filter).order((audit_log::at, audit_log::id)),
        LineRow,
        pass_on
    );
    Ok(())
}

/// Whether `actor` has a line with this event and subject, at `since` or later.
///
/// # Errors
/// When the database fails.
pub fn has_line_since(
    tx: &mut Reading<'_>,
    actor: &Actor,
    event: Event,
    subject: &str,
    since: Moment,
) -> Result<bool, StoreError> {
    let lines = audit_log::table
        .filter(audit_log::subject.eq(subject))
        .filter(audit_log::at.ge(DbMoment(since)))
        .filter(audit_log::event.eq(event.name()))
        .filter(audit_log::actor.eq(actor.to_string()));
    Ok(diesel::select(diesel::dsl::exists(lines)).get_result(tx.connection)?)
}

/// Someone who has read a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Who, as the log has it.
    pub actor: String,
    /// When they last did, to the hour: readings within one hour leave one line.
    pub last_at: Moment,
    /// How many lines that left.
    pub times: usize,
}

/// Who has read a submission, those who did so last first.
///
/// # Errors
/// When the database fails.
pub fn list_readers(tx: &mut Reading<'_>, reference: &Reference) -> Result<Vec<Reader>, StoreError> {
    let readings: Vec<(String, DbMoment)> = audit_log::table
        .filter(audit_log::subject.eq(reference.as_str()))
        .filter(audit_log::event.eq(Event::SubmissionRead.name()))
        .order((audit_log::at.desc(), audit_log::id.desc()))
        .limit(READINGS)
        .select((audit_log::actor, audit_log::at))
        .load(tx.connection)?;
    let mut readers: Vec<Reader> = Vec::new();
    for (actor, at) in readings {
        match readers.iter_mut().find(|reader| reader.actor == actor) {
            Some(reader) => reader.times += 1,
            None => readers.push(Reader { actor, last_at: at.0, times: 1 }),
        }
    }
    Ok(readers)
}
