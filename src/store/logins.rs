//! Logins that have begun at a provider and are not over, found by the hash of their state.

use super::rows::from_name;
use super::schema::logins;
use super::sql_types::DbMoment;
use super::{StoreError, Upkeep};
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use crate::domain::login::PendingLogin;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = logins)]
struct LoginRow {
    state_sha256: String,
    browser_sha256: String,
    provider: String,
    nonce: String,
    verifier: String,
    back: String,
    language: String,
    expires_at: DbMoment,
}

/// Stores a login under the hash of its state, for the browser with this hash.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Upkeep<'_>,
    login: &PendingLogin,
    state_sha256: &str,
    browser_sha256: &str,
) -> Result<(), StoreError> {
    let row = LoginRow {
        state_sha256: state_sha256.to_owned(),
        browser_sha256: browser_sha256.to_owned(),
        provider: login.provider.clone(),
        nonce: login.nonce.clone(),
        verifier: login.verifier.clone(),
        back: login.back.clone(),
        language: login.language.tag().to_owned(),
        expires_at: DbMoment(login.expires_at),
    };
    diesel::insert_into(logins::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// How many there are, expired ones too.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Upkeep<'_>) -> Result<i64, StoreError> {
    Ok(logins::table.count().get_result(tx.connection)?)
}

/// Takes out the login with this state that began in this browser at `provider` and has not
/// expired at `now`; a second time there is none.
///
/// # Errors
/// When the database fails.
pub fn take(
    tx: &mut Upkeep<'_>,
    provider: &str,
    state_sha256: &str,
    browser_sha256: &str,
    now: Moment,
) -> Result<Option<PendingLogin>, StoreError> {
    let row: Option<LoginRow> = logins::table
        .find(state_sha256)
        .filter(logins::browser_sha256.eq(browser_sha256))
        .filter(logins::provider.eq(provider))
        .filter(logins::expires_at.gt(DbMoment(now)))
        .select(LoginRow::as_select())
        .first(tx.connection)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    // Two may have read it; the one that deletes it has it.
    if diesel::delete(logins::table.find(state_sha256)).execute(tx.connection)? == 0 {
        return Ok(None);
    }
    Ok(Some(PendingLogin {
        language: from_name(&row.language, Language::from_tag)?,
        provider: row.provider,
        nonce: row.nonce,
        verifier: row.verifier,
        back: row.back,
        expires_at: row.expires_at.0,
    }))
}

/// Removes those that had expired at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Upkeep<'_>, now: Moment) -> Result<usize, StoreError> {
    let expired = logins::table.filter(logins::expires_at.le(DbMoment(now)));
    Ok(diesel::delete(expired).execute(tx.connection)?)
}
