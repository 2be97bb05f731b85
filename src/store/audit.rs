//! The audit log: appended to, never changed.

use super::schema::audit_log;
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::audit::AuditEntry;
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
