//! Which of their possible keys a person has in a round.

use super::schema::{drafts, submissions};
use super::{Reading, StoreError};
use crate::domain::person::PersonKey;
use diesel::prelude::*;

/// The key that a person goes by, of the `possible` ones in one round, the active one first.
/// Whoever began under an old key keeps it for the round, so that all that is theirs hangs
/// together and there is still one live submission; everyone else has the active one. Asks
/// nothing while there is only one.
///
/// # Errors
/// When the database fails; `Corrupt` for no key at all.
pub fn find_key(tx: &mut Reading<'_>, possible: Vec<PersonKey>) -> Result<PersonKey, StoreError> {
    let mut keys = possible.into_iter();
    let active = keys.next().ok_or_else(|| StoreError::Corrupt("a person without a key".to_owned()))?;
    for old in keys {
        if has_begun(tx, &old)? {
            return Ok(old);
        }
    }
    Ok(active)
}

fn has_begun(tx: &mut Reading<'_>, key: &PersonKey) -> Result<bool, StoreError> {
    use diesel::dsl::exists;
    let sent = submissions::table.filter(submissions::person_key.eq(key.as_str()));
    if diesel::select(exists(sent)).get_result(tx.connection)? {
        return Ok(true);
    }
    let typed = drafts::table.filter(drafts::person_key.eq(key.as_str()));
    Ok(diesel::select(exists(typed)).get_result(tx.connection)?)
}
