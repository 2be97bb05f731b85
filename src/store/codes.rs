//! Codebooks.

use super::rows::{from_json, to_json};
use super::schema::codes;
use super::sql_types::{DbId, DbJson};
use super::{Reading, StoreError, Writing};
use crate::domain::code::{Code, CodeGroup};
use crate::domain::ids::{CodeId, ConsultationId};
use crate::domain::language::Localized;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = codes)]
struct CodeRow {
    id: DbId,
    consultation_id: DbId,
    parent_id: Option<DbId>,
    position: i32,
    key: String,
    name: DbJson,
}

/// Stores a codebook for `round`.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Writing<'_>, round: ConsultationId, groups: &[CodeGroup]) -> Result<(), StoreError> {
    for (position, group) in (0..).zip(groups) {
        let parent = insert_one(tx, round, None, position, &group.key, &group.name)?;
        for (position, code) in (0..).zip(&group.codes) {
            insert_one(tx, round, Some(parent), position, &code.key, &code.name)?;
        }
    }
    Ok(())
}

fn insert_one(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    parent_id: Option<DbId>,
    position: i32,
    key: &str,
    name: &Localized,
) -> Result<DbId, StoreError> {
    let id = DbId(CodeId::new().0);
    let (consultation_id, key, name) = (DbId(round.0), key.to_owned(), to_json(name)?);
    let row = CodeRow { id, consultation_id, parent_id, position, key, name };
    diesel::insert_into(codes::table).values(row).execute(tx.connection)?;
    Ok(id)
}

/// A round's codebook, in its order.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<CodeGroup>, StoreError> {
    let rows: Vec<CodeRow> = codes::table
        .filter(codes::consultation_id.eq(DbId(round.0)))
        .order((codes::position, codes::id))
        .select(CodeRow::as_select())
        .load(tx.connection)?;
    let (groups, below): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.parent_id.is_none());
    groups
        .into_iter()
        .map(|group| {
            let codes = below
                .iter()
                .filter(|row| row.parent_id == Some(group.id))
                .map(|row| Ok(Code { key: row.key.clone(), name: from_json(&row.name)? }))
                .collect::<Result<_, StoreError>>()?;
            Ok(CodeGroup { key: group.key, name: from_json(&group.name)?, codes })
        })
        .collect()
}
