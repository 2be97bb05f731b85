//! From stored values to the domain's, for all rooms.

use super::StoreError;
use super::sql_types::DbJson;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(super) fn to_json<T: Serialize>(value: &T) -> Result<DbJson, StoreError> {
    serde_json::to_string(value).map(DbJson).map_err(|error| StoreError::Corrupt(error.to_string()))
}

pub(super) fn from_json<T: DeserializeOwned>(json: &DbJson) -> Result<T, StoreError> {
    serde_json::from_str(&json.0).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// The value that `parse` makes of a stored name; names that no longer mean anything are a
/// fault of ours.
pub(super) fn from_name<T>(name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    parse(name).ok_or_else(|| StoreError::Corrupt(format!("unknown name {name:?}")))
}
