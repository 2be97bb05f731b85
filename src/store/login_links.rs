//! Links by letter, found by the hash of their token.

use super::schema::login_links;
use super::sealing::Field;
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, LoginLinkId};
use crate::domain::login_link::LoginLink;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = login_links)]
struct LoginLinkRow {
    id: DbId,
    token_sha256: String,
    consultation_id: DbId,
    subject: String,
    address: String,
    created_at: DbMoment,
    expires_at: DbMoment,
    used_at: Option<DbMoment>,
}

/// Stores a new link under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Writing<'_>, link: &LoginLink, token_sha256: &str) -> Result<(), StoreError> {
    let row = LoginLinkRow {
        id: DbId(link.id.0),
        token_sha256: token_sha256.to_owned(),
        consultation_id: DbId(link.consultation_id.0),
        subject: link.subject.clone(),
        address: tx.keys.seal(Field::LoginLinkAddress, link.id.0, &link.address)?,
        created_at: DbMoment(link.created_at),
        expires_at: DbMoment(link.expires_at),
        used_at: link.used_at.map(DbMoment),
    };
    diesel::insert_into(login_links::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// The link with this token, whether or not it still works.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, token_sha256: &str) -> Result<Option<LoginLink>, StoreError> {
    let row: Option<LoginLinkRow> = login_links::table
        .filter(login_links::token_sha256.eq(token_sha256))
        .select(LoginLinkRow::as_select())
        .first(tx.connection)
        .optional()?;
    row.map(|row| {
        Ok(LoginLink {
            id: LoginLinkId(row.id.0),
            consultation_id: ConsultationId(row.consultation_id.0),
            subject: row.subject,
            address: tx.keys.open(Field::LoginLinkAddress, row.id.0, &row.address)?,
            created_at: row.created_at.0,
            expires_at: row.expires_at.0,
            used_at: row.used_at.map(|at| at.0),
        })
    })
    .transpose()
}

/// Marks a link as used; false when it has been, or has expired at `now`.
///
/// # Errors
/// When the database fails.
pub fn mark_used(tx: &mut Writing<'_>, id: LoginLinkId, now: Moment) -> Result<bool, StoreError> {
    let fresh = login_links::table
        .filter(login_links::id.eq(DbId(id.0)))
        .filter(login_links::used_at.is_null())
        .filter(login_links::expires_at.gt(DbMoment(now)));
    let used =
        diesel::update(fresh).set(login_links::used_at.eq(Some(DbMoment(now)))).execute(tx.connection)?;
    Ok(used == 1)
}

/// How many links have been made for one subject since `since`.
///
/// # Errors
/// When the database fails.
pub fn count_since(tx: &mut Reading<'_>, subject: &str, since: Moment) -> Result<i64, StoreError> {
    let recent = login_links::table
        .filter(login_links::subject.eq(subject))
        .filter(login_links::created_at.gt(DbMoment(since)));
    Ok(recent.count().get_result(tx.connection)?)
}

/// The address behind a subject who has used a link, as they wrote it last.
///
/// # Errors
/// When the database fails.
pub fn find_address(tx: &mut Reading<'_>, subject: &str) -> Result<Option<String>, StoreError> {
    let last: Option<(DbId, String)> = login_links::table
        .filter(login_links::subject.eq(subject))
        .filter(login_links::used_at.is_not_null())
        .order(login_links::id.desc())
        .select((login_links::id, login_links::address))
        .first(tx.connection)
        .optional()?;
    last.map(|(id, address)| tx.keys.open(Field::LoginLinkAddress, id.0, &address)).transpose()
}

/// Removes links that had expired before `before`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Upkeep<'_>, before: Moment) -> Result<usize, StoreError> {
    let old = login_links::table.filter(login_links::expires_at.lt(DbMoment(before)));
    Ok(diesel::delete(old).execute(tx.connection)?)
}
