//! Sessions, found by the hash of their token.

use super::connection::DbConnection;
use super::rows::from_name;
use super::schema::sessions;
use super::sealing::{Field, FieldKeys};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
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
    provider: Option<String>,
    sid: Option<String>,
    created_at: DbMoment,
    seen_at: DbMoment,
    idle_ends_at: DbMoment,
    expires_at: DbMoment,
}

impl SessionRow {
    fn read(self, keys: &FieldKeys) -> Result<Session, StoreError> {
        Ok(Session {
            id: SessionId(self.id.0),
            identity: Identity {
                issuer: self.issuer,
                subject: self.subject,
                level: self.level,
                locale: self.locale,
            },
            name: keys.open_some(Field::SessionName, self.id.0, self.name)?,
            role: self.role.map(|role| from_name(&role, StaffRole::from_name)).transpose()?,
            provider: self.provider,
            sid: self.sid,
            created_at: self.created_at.0,
            seen_at: self.seen_at.0,
            idle_ends_at: self.idle_ends_at.0,
            expires_at: self.expires_at.0,
        })
    }
}

/// Stores a new session under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Upkeep<'_>, session: &Session, token_sha256: &str) -> Result<(), StoreError> {
    let keys = tx.keys;
    insert_row(tx.connection, keys, session, token_sha256)
}

/// The same, where the login leaves an audit line.
///
/// # Errors
/// When the database fails.
pub fn insert_audited(tx: &mut Writing<'_>, session: &Session, token_sha256: &str) -> Result<(), StoreError> {
    let keys = tx.keys;
    insert_row(tx.connection, keys, session, token_sha256)
}

fn insert_row(
    connection: &mut DbConnection,
    keys: &FieldKeys,
    session: &Session,
    token_sha256: &str,
) -> Result<(), StoreError> {
    let row = SessionRow {
        id: DbId(session.id.0),
        token_sha256: token_sha256.to_owned(),
        issuer: session.identity.issuer.clone(),
        subject: session.identity.subject.clone(),
        level: session.identity.level.clone(),
        locale: session.identity.locale.clone(),
        name: keys.seal_some(Field::SessionName, session.id.0, session.name.as_deref())?,
        role: session.role.map(|role| role.name().to_owned()),
        provider: session.provider.clone(),
        sid: session.sid.clone(),
        created_at: DbMoment(session.created_at),
        seen_at: DbMoment(session.seen_at),
        idle_ends_at: DbMoment(session.idle_ends_at),
        expires_at: DbMoment(session.expires_at),
    };
    diesel::insert_into(sessions::table).values(row).execute(connection)?;
    Ok(())
}

/// The session with this token that has not ended at `now`.
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
        .filter(sessions::idle_ends_at.gt(DbMoment(now)))
        .select(SessionRow::as_select())
        .first(tx.connection)
        .optional()?;
    row.map(|row| row.read(tx.keys)).transpose()
}

/// All sessions of one person that have not ended at `now`, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_live_of(
    tx: &mut Reading<'_>,
    person: &Identity,
    now: Moment,
) -> Result<Vec<Session>, StoreError> {
    let rows: Vec<SessionRow> = sessions::table
        .filter(sessions::issuer.eq(&person.issuer))
        .filter(sessions::subject.eq(&person.subject))
        .filter(sessions::expires_at.gt(DbMoment(now)))
        .filter(sessions::idle_ends_at.gt(DbMoment(now)))
        .order((sessions::created_at.desc(), sessions::id.desc()))
        .select(SessionRow::as_select())
        .load(tx.connection)?;
    rows.into_iter().map(|row| row.read(tx.keys)).collect()
}

/// Notes a sign of life.
///
/// # Errors
/// When the database fails.
pub fn mark_seen(
    tx: &mut Upkeep<'_>,
    id: SessionId,
    seen_at: Moment,
    idle_ends_at: Moment,
) -> Result<(), StoreError> {
    diesel::update(sessions::table.find(DbId(id.0)))
        .set((sessions::seen_at.eq(DbMoment(seen_at)), sessions::idle_ends_at.eq(DbMoment(idle_ends_at))))
        .execute(tx.connection)?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Upkeep<'_>, id: SessionId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.find(DbId(id.0))).execute(tx.connection)?;
    Ok(())
}

/// Ends one session of a person, and nothing where it is somebody else's.
///
/// # Errors
/// When the database fails.
pub fn delete_own(tx: &mut Upkeep<'_>, person: &Identity, id: SessionId) -> Result<(), StoreError> {
    let own = sessions::table
        .find(DbId(id.0))
        .filter(sessions::issuer.eq(&person.issuer))
        .filter(sessions::subject.eq(&person.subject));
    diesel::delete(own).execute(tx.connection)?;
    Ok(())
}

/// Ends all sessions of a person but one.
///
/// # Errors
/// When the database fails.
pub fn delete_others(tx: &mut Upkeep<'_>, person: &Identity, keep: SessionId) -> Result<(), StoreError> {
    let others = sessions::table
        .filter(sessions::id.ne(DbId(keep.0)))
        .filter(sessions::issuer.eq(&person.issuer))
        .filter(sessions::subject.eq(&person.subject));
    diesel::delete(others).execute(tx.connection)?;
    Ok(())
}

/// How many sessions have come of a provider's session.
///
/// # Errors
/// When the database fails.
pub fn count_of_sid(tx: &mut Reading<'_>, provider: &str, sid: &str) -> Result<i64, StoreError> {
    let found = sessions::table.filter(sessions::provider.eq(provider)).filter(sessions::sid.eq(sid));
    Ok(found.count().get_result(tx.connection)?)
}

/// Ends the sessions that came of a provider's session; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_of_sid(tx: &mut Writing<'_>, provider: &str, sid: &str) -> Result<usize, StoreError> {
    let found = sessions::table.filter(sessions::provider.eq(provider)).filter(sessions::sid.eq(sid));
    Ok(diesel::delete(found).execute(tx.connection)?)
}

/// Ends all sessions that a provider's person has through it; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_of_subject(tx: &mut Writing<'_>, provider: &str, subject: &str) -> Result<usize, StoreError> {
    let found = sessions::table.filter(sessions::provider.eq(provider)).filter(sessions::subject.eq(subject));
    Ok(diesel::delete(found).execute(tx.connection)?)
}

/// Removes sessions that had ended at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Upkeep<'_>, now: Moment) -> Result<usize, StoreError> {
    let expired = sessions::table
        .filter(sessions::expires_at.le(DbMoment(now)).or(sessions::idle_ends_at.le(DbMoment(now))));
    Ok(diesel::delete(expired).execute(tx.connection)?)
}
