//! Logout tokens that were obeyed, so that each is obeyed once.

use super::schema::logout_tokens;
use super::sql_types::DbMoment;
use super::{StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use diesel::prelude::*;

/// Notes a token by its hash, until it has expired and would be refused anyway.
///
/// # Errors
/// `AlreadyThere` when it was obeyed before; the change must then be given up.
pub fn insert(tx: &mut Writing<'_>, token_sha256: &str, expires_at: Moment) -> Result<(), StoreError> {
    diesel::insert_into(logout_tokens::table)
        .values((
            logout_tokens::token_sha256.eq(token_sha256),
            logout_tokens::expires_at.eq(DbMoment(expires_at)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Forgets those that had expired at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Upkeep<'_>, now: Moment) -> Result<usize, StoreError> {
    let expired = logout_tokens::table.filter(logout_tokens::expires_at.le(DbMoment(now)));
    Ok(diesel::delete(expired).execute(tx.connection)?)
}
