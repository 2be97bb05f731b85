//! Someone goes to a login provider, and comes back.

use super::sign_in::token_sha256;
use crate::domain::clock::Moment;
use crate::domain::login::PendingLogin;
use crate::store::{Store, StoreError, logins};

/// The most logins that may be under way at a time; nobody can fill the database with more.
const PENDING_MAX: i64 = 20_000;

/// Remembers a login that begins: `state` goes to the provider and back, `browser` is the
/// browser's cookie.
///
/// # Errors
/// `Busy` when too many are under way; otherwise when the database fails.
pub async fn begin_login(
    store: &Store,
    login: PendingLogin,
    state: &str,
    browser: &str,
    now: Moment,
) -> Result<(), StoreError> {
    let (state, browser) = (token_sha256(state), token_sha256(browser));
    store
        .upkeep(move |tx| {
            if logins::count(tx)? >= PENDING_MAX && logins::delete_expired(tx, now)? == 0 {
                return Err(StoreError::Busy);
            }
            logins::insert(tx, &login, &state, &browser)
        })
        .await
}

/// What was remembered, once, for the browser in which it began; `None` for anyone else, a second
/// time, or too late.
///
/// # Errors
/// When the database fails.
pub async fn resume_login(
    store: &Store,
    provider: &str,
    state: &str,
    browser: &str,
    now: Moment,
) -> Result<Option<PendingLogin>, StoreError> {
    let (provider, state, browser) = (provider.to_owned(), token_sha256(state), token_sha256(browser));
    store.upkeep(move |tx| logins::take(tx, &provider, &state, &browser, now)).await
}
