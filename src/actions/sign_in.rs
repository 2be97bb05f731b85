//! Someone logs in or out.

use crate::domain::clock::Moment;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::submission::to_hex;
use crate::identity::SignedIn;
use crate::store::{Store, StoreError, sessions};
use sha2::{Digest, Sha256};

const TOKEN_BYTES: usize = 32;

/// Begins a session of `minutes`; returns the token for the browser, of which the server keeps
/// only the hash.
///
/// # Errors
/// When the database fails, or the system has no randomness to give.
pub async fn sign_in(
    store: &Store,
    who: SignedIn,
    minutes: i64,
    now: Moment,
) -> Result<String, anyhow::Error> {
    let mut bytes = [0u8; TOKEN_BYTES];
    getrandom::fill(&mut bytes)?;
    let token = to_hex(&bytes);
    let session = Session {
        id: SessionId::new(),
        identity: who.identity,
        name: who.name,
        role: who.role,
        created_at: now,
        expires_at: now.plus_seconds(minutes.saturating_mul(60)),
    };
    let hash = token_sha256(&token);
    store.upkeep(move |tx| sessions::insert(tx, &session, &hash)).await?;
    Ok(token)
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(store: &Store, id: SessionId) -> Result<(), StoreError> {
    store.upkeep(move |tx| sessions::delete(tx, id)).await
}

/// Removes the sessions that have expired; returns how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_expired(store: &Store, now: Moment) -> Result<usize, StoreError> {
    store.upkeep(move |tx| sessions::delete_expired(tx, now)).await
}

/// How a token is kept.
#[must_use]
pub fn token_sha256(token: &str) -> String {
    to_hex(&Sha256::digest(token.as_bytes()))
}
