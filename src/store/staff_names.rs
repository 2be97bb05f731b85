//! What members of staff are called, where anything that is stored tells it.

use super::schema::{sessions, staff_grants};
use super::sealing::Field;
use super::sql_types::DbId;
use super::{Reading, StoreError};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Names by the login provider's word for the person, as the provider tells them of whoever is
/// logged in, or as typed with a role; who has no known name is left out. The log itself names
/// nobody, so that a name is forgotten where it is kept and not here.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, subjects: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
    let given: Vec<(String, Option<String>)> = staff_grants::table
        .filter(staff_grants::subject.eq_any(subjects))
        .filter(staff_grants::name.is_not_null())
        .order(staff_grants::granted_at)
        .select((staff_grants::subject, staff_grants::name))
        .load(tx.connection)?;
    let sealed: Vec<(DbId, String, Option<String>)> = sessions::table
        .filter(sessions::subject.eq_any(subjects))
        .filter(sessions::name.is_not_null())
        .order(sessions::created_at)
        .select((sessions::id, sessions::subject, sessions::name))
        .load(tx.connection)?;
    let told = sealed
        .into_iter()
        .map(|(id, subject, name)| Ok((subject, tx.keys.open_some(Field::SessionName, id.0, name)?)));
    let told = told.collect::<Result<Vec<_>, StoreError>>()?;
    // What the provider tells goes before what a colleague once typed.
    Ok(given.into_iter().chain(told).filter_map(|(subject, name)| Some((subject, name?))).collect())
}
