//! The audit log: appended to, never changed; each line is sealed once.

mod lists;
mod seals;

pub use lists::{Reader, for_each_line, has_line_since, list_lines, list_readers};
pub use seals::{
    Unsealed, count_unsealed, find_head, insert_seal, list_missing_guards, list_unsealed, verify,
};

use super::schema::audit_log;
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::audit::{AuditEntry, AuditLine};
use crate::domain::clock::Moment;
use crate::domain::ids::AuditId;
use diesel::prelude::*;

pub(super) fn append(tx: &mut Writing<'_>, entry: &AuditEntry) -> Result<(), StoreError> {
    diesel::insert_into(audit_log::table)
        .values((
            audit_log::id.eq(DbId(AuditId::new().0)),
            audit_log::at.eq(DbMoment(entry.at)),
            audit_log::actor.eq(entry.actor.to_string()),
            audit_log::event.eq(entry.event.name()),
            audit_log::subject.eq(&entry.subject),
        ))
        .execute(tx.connection)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_log)]
struct LineRow {
    id: DbId,
    at: DbMoment,
    actor: String,
    event: String,
    subject: String,
}

impl From<LineRow> for AuditLine {
    fn from(row: LineRow) -> Self {
        let LineRow { id, at, actor, event, subject } = row;
        Self { id: AuditId(id.0), at: at.0, actor, event, subject }
    }
}

/// Every event and its subject, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_events(tx: &mut Reading<'_>) -> Result<Vec<(String, String)>, StoreError> {
    Ok(audit_log::table
        .order(audit_log::id)
        .select((audit_log::event, audit_log::subject))
        .load(tx.connection)?)
}

/// The latest time that any line tells.
///
/// # Errors
/// When the database fails.
pub fn find_latest(tx: &mut Reading<'_>) -> Result<Option<Moment>, StoreError> {
    let latest: Option<DbMoment> =
        audit_log::table.order(audit_log::at.desc()).select(audit_log::at).first(tx.connection).optional()?;
    Ok(latest.map(|at| at.0))
}
