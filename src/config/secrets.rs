//! The secrets, which come from the environment only, each for the commands that need it.

use super::Problems;
use secrecy::{SecretSlice, SecretString};
use std::collections::{BTreeSet, HashMap};

/// The fewest characters that a secret for person keys may have.
const PERSON_KEY_MIN_CHARS: usize = 32;
/// The longest that the id of a field key may be.
const FIELD_KEY_ID_MAX_CHARS: usize = 16;
const FIELD_KEY_BYTES: usize = 32;

/// A key that personal fields are sealed with.
#[derive(Debug, Clone)]
pub struct FieldKey {
    /// What stands in front of everything sealed with it.
    pub id: String,
    /// Its 32 bytes.
    pub secret: SecretSlice<u8>,
}

/// The secrets for person keys, `INNSPILL_PERSON_KEY`, the active one first, for the commands that
/// hash persons.
///
/// # Errors
/// When it is missing, or one of them is too short.
pub fn person_keys(environment: &HashMap<String, String>) -> Result<Vec<SecretString>, Problems> {
    let listed = environment.get("INNSPILL_PERSON_KEY").map(String::as_str).unwrap_or_default();
    let keys: Vec<&str> = listed.split(',').collect();
    // Spaces around a single key have always been a part of it; in a list nobody would mean them.
    let is_key = |key: &&str| {
        key.chars().count() >= PERSON_KEY_MIN_CHARS && (keys.len() == 1 || key.trim().len() == key.len())
    };
    if keys.iter().all(is_key) {
        return Ok(keys.into_iter().map(SecretString::from).collect());
    }
    Err(Problems(vec![format!(
        "INNSPILL_PERSON_KEY must be set in the environment, with at least {PERSON_KEY_MIN_CHARS} \
         characters (for example from: openssl rand -hex 32); several are parted by commas without \
         spaces, the active one first"
    )]))
}

/// The keys for personal fields, `INNSPILL_FIELD_KEYS`, the active one first, for the commands that
/// store or show persons.
///
/// # Errors
/// When there are none, or one is no key, or two have the same id.
pub fn field_keys(environment: &HashMap<String, String>) -> Result<Vec<FieldKey>, Problems> {
    let listed = environment.get("INNSPILL_FIELD_KEYS").map(String::as_str).unwrap_or_default();
    let keys: Option<Vec<FieldKey>> = listed.split(',').map(field_key).collect();
    let keys = keys.ok_or_else(|| {
        // The value itself is never repeated: it may be a key with a slip in it.
        Problems(vec![format!(
            "INNSPILL_FIELD_KEYS must be set in the environment, as ID:KEY with {} hexadecimal digits (for \
             example: INNSPILL_FIELD_KEYS=\"a:$(openssl rand -hex 32)\"); several are parted by commas, the \
             active one first; an id is at most {FIELD_KEY_ID_MAX_CHARS} lower-case letters, digits and hyphens",
            FIELD_KEY_BYTES * 2
        )])
    })?;
    let ids: BTreeSet<&str> = keys.iter().map(|key| key.id.as_str()).collect();
    if ids.len() < keys.len() {
        return Err(Problems(vec!["INNSPILL_FIELD_KEYS gives two keys the same id".to_owned()]));
    }
    Ok(keys)
}

fn field_key(text: &str) -> Option<FieldKey> {
    let (id, hex) = text.trim().split_once(':')?;
    let bytes = from_hex(hex).filter(|bytes| bytes.len() == FIELD_KEY_BYTES)?;
    is_field_key_id(id).then(|| FieldKey { id: id.to_owned(), secret: bytes.into() })
}

/// Whether `id` may name a field key: short, in lower-case letters, digits and hyphens.
#[must_use]
pub fn is_field_key_id(id: &str) -> bool {
    (1..=FIELD_KEY_ID_MAX_CHARS).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    };
    hex.as_bytes().chunks(2).map(pair).collect()
}
