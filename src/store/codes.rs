//! Codebooks.

use super::rows::{from_json, to_json};
use super::schema::codes;
use super::sql_types::{DbId, DbJson};
use super::{Reading, StoreError, Writing};
use crate::domain::code::{Code, CodeGroup, CodeWords, Heading};
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

/// Keeps a round's codebook as it is until the change stands: whoever else changes it waits, on Postgres
/// too.
///
/// # Errors
/// When the database fails.
pub fn hold(tx: &mut Writing<'_>, round: ConsultationId) -> Result<(), StoreError> {
    let all = codes::table.filter(codes::consultation_id.eq(DbId(round.0)));
    diesel::update(all).set(codes::position.eq(codes::position)).execute(tx.connection)?;
    Ok(())
}

/// All headings of a round, in their order; those of both levels are mixed.
///
/// # Errors
/// When the database fails.
pub fn list_headings(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Heading>, StoreError> {
    let rows: Vec<CodeRow> = codes::table
        .filter(codes::consultation_id.eq(DbId(round.0)))
        .order((codes::position, codes::id))
        .select(CodeRow::as_select())
        .load(tx.connection)?;
    let heading = |row: CodeRow| {
        Ok(Heading {
            id: CodeId(row.id.0),
            parent: row.parent_id.map(|id| CodeId(id.0)),
            position: row.position,
            name: from_json(&row.name)?,
            key: row.key,
        })
    };
    rows.into_iter().map(heading).collect()
}

/// Stores a heading.
///
/// # Errors
/// `AlreadyThere` when the key is taken.
pub fn insert_heading(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    parent: Option<CodeId>,
    position: i32,
    words: &CodeWords,
) -> Result<(), StoreError> {
    let row = CodeRow {
        id: DbId(CodeId::new().0),
        consultation_id: DbId(round.0),
        parent_id: parent.map(|id| DbId(id.0)),
        position,
        key: words.key.clone(),
        name: to_json(&words.name)?,
    };
    tx.connection.transaction(|connection| {
        diesel::insert_into(codes::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Gives a heading another key and name.
///
/// # Errors
/// `AlreadyThere` when the key is taken.
pub fn update_words(tx: &mut Writing<'_>, id: CodeId, words: &CodeWords) -> Result<(), StoreError> {
    let name = to_json(&words.name)?;
    tx.connection.transaction(|connection| {
        diesel::update(codes::table.filter(codes::id.eq(DbId(id.0))))
            .set((codes::key.eq(&words.key), codes::name.eq(name)))
            .execute(connection)?;
        Ok(())
    })
}

/// Puts headings that stand beside each other in this order.
///
/// # Errors
/// When the database fails.
pub fn update_order(tx: &mut Writing<'_>, ids: &[CodeId]) -> Result<(), StoreError> {
    for (position, id) in (0i32..).zip(ids) {
        diesel::update(codes::table.filter(codes::id.eq(DbId(id.0))))
            .set(codes::position.eq(position))
            .execute(tx.connection)?;
    }
    Ok(())
}

/// Removes a heading that none stands below.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: CodeId) -> Result<(), StoreError> {
    diesel::delete(codes::table.filter(codes::id.eq(DbId(id.0)))).execute(tx.connection)?;
    Ok(())
}
