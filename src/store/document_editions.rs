//! The files that documents had before they were replaced.

use super::rows::{from_json, from_name, to_json};
use super::schema::{document_editions, documents};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::document::{DocumentEdition, ReplacedDocument};
use crate::domain::ids::{ConsultationId, DocumentId};
use crate::domain::language::Language;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = document_editions)]
struct EditionRow {
    document_id: DbId,
    number: i32,
    sha256: String,
    size_bytes: i64,
    media_type: String,
    replaced_at: DbMoment,
    replaced_by: String,
    reason: Option<DbJson>,
}

impl TryFrom<EditionRow> for DocumentEdition {
    type Error = StoreError;

    fn try_from(row: EditionRow) -> Result<Self, StoreError> {
        Ok(Self {
            number: row.number,
            sha256: row.sha256,
            size_bytes: row.size_bytes,
            media_type: row.media_type,
            replaced_at: row.replaced_at.0,
            replaced_by: row.replaced_by,
            reason: row.reason.as_ref().map(from_json).transpose()?,
        })
    }
}

/// Stores an edition that has been replaced.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Writing<'_>,
    document: DocumentId,
    edition: &DocumentEdition,
) -> Result<(), StoreError> {
    let row = EditionRow {
        document_id: DbId(document.0),
        number: edition.number,
        sha256: edition.sha256.clone(),
        size_bytes: edition.size_bytes,
        media_type: edition.media_type.clone(),
        replaced_at: DbMoment(edition.replaced_at),
        replaced_by: edition.replaced_by.clone(),
        reason: edition.reason.as_ref().map(to_json).transpose()?,
    };
    diesel::insert_into(document_editions::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// A document's earlier editions, the first first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, document: DocumentId) -> Result<Vec<DocumentEdition>, StoreError> {
    document_editions::table
        .filter(document_editions::document_id.eq(DbId(document.0)))
        .order(document_editions::number)
        .select(EditionRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(DocumentEdition::try_from)
        .collect()
}

/// All that has been replaced in a round, the last first.
///
/// # Errors
/// When the database fails.
pub fn list_by_round(
    tx: &mut Reading<'_>,
    round: ConsultationId,
) -> Result<Vec<ReplacedDocument>, StoreError> {
    let rows: Vec<(String, DbJson, String, EditionRow)> = document_editions::table
        .inner_join(documents::table)
        .filter(documents::consultation_id.eq(DbId(round.0)))
        .order((document_editions::replaced_at.desc(), documents::position, document_editions::number.desc()))
        .select((documents::name, documents::title, documents::language, EditionRow::as_select()))
        .load(tx.connection)?;
    rows.into_iter()
        .map(|(name, title, language, row)| {
            Ok(ReplacedDocument {
                name,
                title: from_json(&title)?,
                language: from_name(&language, Language::from_tag)?,
                edition: row.try_into()?,
            })
        })
        .collect()
}

/// What has been replaced in a round while it was public, the last first.
///
/// # Errors
/// When the database fails.
pub fn list_public(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<ReplacedDocument>, StoreError> {
    let mut replaced = list_by_round(tx, round)?;
    replaced.retain(|one| one.edition.is_public());
    Ok(replaced)
}

/// Edition `number` of a document, where it has been replaced.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Reading<'_>,
    document: DocumentId,
    number: i32,
) -> Result<Option<DocumentEdition>, StoreError> {
    document_editions::table
        .filter(document_editions::document_id.eq(DbId(document.0)))
        .filter(document_editions::number.eq(number))
        .select(EditionRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(DocumentEdition::try_from)
        .transpose()
}
