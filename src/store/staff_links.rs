//! One-time links for an administrator, found by the hash of their token.

use super::schema::staff_links;
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffLinkId;
use diesel::prelude::*;

/// Stores a new link under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Writing<'_>,
    id: StaffLinkId,
    token_sha256: &str,
    printed_at: Moment,
    expires_at: Moment,
) -> Result<(), StoreError> {
    diesel::insert_into(staff_links::table)
        .values((
            staff_links::id.eq(DbId(id.0)),
            staff_links::token_sha256.eq(token_sha256),
            staff_links::printed_at.eq(DbMoment(printed_at)),
            staff_links::expires_at.eq(DbMoment(expires_at)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The link with this token that can be used at `now`.
///
/// # Errors
/// When the database fails.
pub fn find_usable(
    tx: &mut Reading<'_>,
    token_sha256: &str,
    now: Moment,
) -> Result<Option<StaffLinkId>, StoreError> {
    let id: Option<DbId> = staff_links::table
        .filter(staff_links::token_sha256.eq(token_sha256))
        .filter(staff_links::used_at.is_null())
        .filter(staff_links::expires_at.gt(DbMoment(now)))
        .select(staff_links::id)
        .first(tx.connection)
        .optional()?;
    Ok(id.map(|id| StaffLinkId(id.0)))
}

/// Marks a link as used; whether it was unused until now.
///
/// # Errors
/// When the database fails.
pub fn mark_used(tx: &mut Writing<'_>, id: StaffLinkId, now: Moment) -> Result<bool, StoreError> {
    let unused =
        staff_links::table.filter(staff_links::id.eq(DbId(id.0))).filter(staff_links::used_at.is_null());
    Ok(diesel::update(unused).set(staff_links::used_at.eq(DbMoment(now))).execute(tx.connection)? > 0)
}

/// Removes links that had expired at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Writing<'_>, now: Moment) -> Result<usize, StoreError> {
    let expired = staff_links::table.filter(staff_links::expires_at.le(DbMoment(now)));
    Ok(diesel::delete(expired).execute(tx.connection)?)
}
