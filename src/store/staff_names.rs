//! What members of staff are called, where anything that is stored tells it.

use super::schema::sessions;
use super::{Reading, StoreError};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Names by the login provider's word for the person; who has no known name is left out. The log
/// itself names nobody, so that a name is forgotten where it is kept and not here.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, subjects: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
    let named: Vec<(String, Option<String>)> = sessions::table
        .filter(sessions::subject.eq_any(subjects))
        .filter(sessions::name.is_not_null())
        .order(sessions::created_at)
        .select((sessions::subject, sessions::name))
        .load(tx.connection)?;
    Ok(named.into_iter().filter_map(|(subject, name)| Some((subject, name?))).collect())
}
