//! A form that could not be taken is kept until the person has logged in again. Upkeep, like the
//! saves of a draft: nobody has done anything yet.

use crate::actions::sign_in::token_sha256;
use crate::domain::clock::Moment;
use crate::domain::parked_form::{KEPT_FOR_SECONDS, ParkedForm};
use crate::domain::submission::to_hex;
use crate::store::{Store, StoreError, parked_forms};

const TOKEN_BYTES: usize = 32;

/// Parks `form` in the place of the one that the browser had under `earlier`, and returns the
/// token for the browser. `None` where `max` are kept already.
///
/// # Errors
/// When the database fails, or the system has no randomness to give.
pub async fn park_form(
    store: &Store,
    form: &ParkedForm,
    earlier: Option<String>,
    max: i64,
    now: Moment,
) -> Result<Option<String>, anyhow::Error> {
    let mut bytes = [0u8; TOKEN_BYTES];
    getrandom::fill(&mut bytes)?;
    let token = to_hex(&bytes);
    let (sealed, hash) = (parked_forms::seal(form, &token)?, token_sha256(&token));
    let earlier = earlier.map(|token| token_sha256(&token));
    let expires_at = now.plus_seconds(KEPT_FOR_SECONDS);
    let is_parked = store.upkeep(move |tx| {
        if let Some(earlier) = &earlier {
            parked_forms::delete(tx, earlier)?;
        }
        if parked_forms::count(tx)? >= max {
            // The worker comes by only now and then.
            parked_forms::delete_expired(tx, now)?;
            if parked_forms::count(tx)? >= max {
                return Ok(false);
            }
        }
        parked_forms::insert(tx, &sealed, &hash, expires_at)?;
        Ok(true)
    });
    Ok(is_parked.await?.then_some(token))
}

/// Forgets the form under `token`: the person has saved what was in it.
///
/// # Errors
/// When the database fails.
pub async fn unpark_form(store: &Store, token: &str) -> Result<(), StoreError> {
    let hash = token_sha256(token);
    store.upkeep(move |tx| parked_forms::delete(tx, &hash)).await
}

/// Removes the forms that have been kept long enough; returns how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_parked(store: &Store, now: Moment) -> Result<usize, StoreError> {
    store.upkeep(move |tx| parked_forms::delete_expired(tx, now)).await
}
