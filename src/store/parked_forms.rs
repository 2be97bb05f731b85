//! Parked forms, found by the hash of a token and sealed with a key made of it: without the token,
//! which only the browser has, nobody can read one.

use super::rows::{from_json, to_json};
use super::schema::parked_forms;
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Upkeep};
use crate::domain::clock::Moment;
use crate::domain::parked_form::ParkedForm;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

#[derive(Insertable)]
#[diesel(table_name = parked_forms)]
struct ParkedRow {
    id: DbId,
    token_sha256: String,
    sealed: Vec<u8>,
    expires_at: DbMoment,
}

/// A form as it is stored. Made before the transaction, because a long text takes its time.
#[derive(Debug, Clone)]
pub struct Sealed(Vec<u8>);

/// Seals `form` with the key that `token` gives.
///
/// # Errors
/// When it cannot be sealed.
pub fn seal(form: &ParkedForm, token: &str) -> Result<Sealed, StoreError> {
    let plain = to_json(form)?;
    let sealed = cipher(token).encrypt(&nonce(), plain.0.as_bytes());
    sealed.map(Sealed).map_err(|_| StoreError::BrokeOff)
}

/// A token is random, seals one form and no other; so its key needs no further salt, and the nonce
/// may be the same each time.
fn cipher(token: &str) -> XChaCha20Poly1305 {
    let key = Sha256::new().chain_update(b"parked form: ").chain_update(token).finalize();
    XChaCha20Poly1305::new(&key)
}

fn nonce() -> XNonce {
    XNonce::default()
}

/// Stores a sealed form under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Upkeep<'_>,
    sealed: &Sealed,
    token_sha256: &str,
    expires_at: Moment,
) -> Result<(), StoreError> {
    let row = ParkedRow {
        id: DbId(Uuid::now_v7()),
        token_sha256: token_sha256.to_owned(),
        sealed: sealed.0.clone(),
        expires_at: DbMoment(expires_at),
    };
    diesel::insert_into(parked_forms::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// The form under the hash of `token` that is still kept at `now`.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Reading<'_>,
    token: &str,
    token_sha256: &str,
    now: Moment,
) -> Result<Option<ParkedForm>, StoreError> {
    let sealed: Option<Vec<u8>> = parked_forms::table
        .filter(parked_forms::token_sha256.eq(token_sha256))
        .filter(parked_forms::expires_at.gt(DbMoment(now)))
        .select(parked_forms::sealed)
        .first(tx.connection)
        .optional()?;
    let Some(sealed) = sealed else { return Ok(None) };
    let corrupt = || StoreError::Corrupt("a parked form does not open".to_owned());
    let plain = cipher(token).decrypt(&nonce(), sealed.as_slice()).map_err(|_| corrupt())?;
    from_json(&DbJson(String::from_utf8(plain).map_err(|_| corrupt())?)).map(Some)
}

/// How many are kept.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Reading<'_>) -> Result<i64, StoreError> {
    Ok(parked_forms::table.count().get_result(tx.connection)?)
}

/// Removes the one under this hash.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Upkeep<'_>, token_sha256: &str) -> Result<(), StoreError> {
    let one = parked_forms::table.filter(parked_forms::token_sha256.eq(token_sha256));
    diesel::delete(one).execute(tx.connection)?;
    Ok(())
}

/// Removes those that are kept no longer at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(tx: &mut Upkeep<'_>, now: Moment) -> Result<usize, StoreError> {
    let expired = parked_forms::table.filter(parked_forms::expires_at.le(DbMoment(now)));
    Ok(diesel::delete(expired).execute(tx.connection)?)
}
