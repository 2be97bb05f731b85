//! Sessions, found by the hash of their token.

use super::rows::from_name;
use super::schema::sessions;
use super::sealing::{Field, FieldKeys};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep};
use crate::domain::clock::Moment;
use crate::domain::ids::SessionId;
use crate::domain::person::Identity;
use crate::domain::session::Session;
use crate::domain::staff::StaffRole;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = sessions)]
struct SessionRow {
    id: DbId,
    token_sha256: String,
    issuer: String,
    subject: String,
    level: String,
    locale: Option<String>,
    name: Option<String>,
    role: Option<String>,
    created_at: DbMoment,
    expires_at: DbMoment,
}

/// Stores a new session under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Upkeep<'_>, session: &Session, token_sha256: &str) -> Result<(), StoreError> {
    let row = SessionRow {
        id: DbId(session.id.0),
        token_sha256: token_sha256.to_owned(),
        issuer: session.identity.issuer.clone(),
        subject: session.identity.subject.clone(),
        level: session.identity.level.clone(),
        locale: session.identity.locale.clone(),
        name: tx.keys.seal_some(Field::SessionName, session.id.0, session.name.as_deref())?,
        role: session.role.map(|role| role.name().to_owned()),
        created_at: DbMoment(session.created_at),
        expires_at: DbMoment(session.expires_at),
    };
    diesel::insert_into(sessions::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// The session with this token that has not expired at `now`.
///
/// # Errors
/// When the database fails.
pub fn find_live(
    tx: &mut Reading<'_>,
    token_sha256: &str,
    now: Moment,
) -> Result<Option<Session>, StoreError> {
    let row: Option<SessionRow> = sessions::table
        .filter(sessions::token_sha256.eq(token_sha256))
        .filter(sessions::expires_at.gt(DbMoment(now)))
        .select(SessionRow::as_select())
        .first(tx.connection)
        .optional()?;
    row.map(|row| to_session(tx.keys, row)).transpose()
}

fn to_session(keys: &FieldKeys, row: SessionRow) -> Result<Session, StoreError> {
    Ok(Session {
        id: SessionId(row.id.0),
        identity: Identity { issuer: row.issuer, subject: row.subject, level: row.level, locale: row.locale },
        name: keys.open_some(Field::SessionName, row.id.0, row.name)?,
        role: row.role.map(|name| from_name(&name, StaffRole::from_name)).transpose()?,
        created_at: row.created_at.0,
        expires_at: row.expires_at.0,
    })
}

/// Every session of a person that is still stored, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_by_identity(tx: &mut Reading<'_>, identity: &Identity) -> Result<Vec<Session>, StoreError> {
    let rows: Vec<SessionRow> = sessions::table
        .filter(sessions::issuer.eq(&identity.issuer))
        .filter(sessions::subject.eq(&identity.subject))
        .order(sessions::id)
        .select(SessionRow::as_select())
        .load(tx.connection)?;
    rows.into_iter().map(|row| to_session(tx.keys, row)).collect()
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Upkeep<'_>, id: SessionId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::id.eq(DbId(id.0)))).execute(tx.connection)?;
    Ok(())
}

/// Removes sessions that had expired at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Upkeep<'_>, now: Moment) -> Result<usize, StoreError> {
    let expired = sessions::table.filter(sessions::expires_at.le(DbMoment(now)));
    Ok(diesel::delete(expired).execute(tx.connection)?)
}
