//! Documents of rounds; their bytes are in `files/`.

use super::rows::{from_json, from_name, to_json};
use super::schema::documents;
use super::sql_types::{DbId, DbJson};
use super::{Reading, StoreError, Writing};
use crate::domain::document::{Document, DocumentKind, PinnedDocument};
use crate::domain::ids::{ConsultationId, DocumentId};
use crate::domain::language::Language;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = documents)]
struct DocumentRow {
    id: DbId,
    consultation_id: DbId,
    position: i32,
    kind: String,
    name: String,
    language: String,
    title: DbJson,
    alt: Option<DbJson>,
    caption: Option<DbJson>,
    credit: Option<String>,
    media_type: String,
    size_bytes: i64,
    sha256: String,
}

impl TryFrom<DocumentRow> for Document {
    type Error = StoreError;

    fn try_from(row: DocumentRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: DocumentId(row.id.0),
            kind: from_name(&row.kind, DocumentKind::from_name)?,
            name: row.name,
            language: from_name(&row.language, Language::from_tag)?,
            title: from_json(&row.title)?,
            alt: row.alt.as_ref().map(from_json).transpose()?,
            caption: row.caption.as_ref().map(from_json).transpose()?,
            credit: row.credit,
            media_type: row.media_type,
            size_bytes: row.size_bytes,
            sha256: row.sha256,
        })
    }
}

/// Stores a document as number `position` of `round`.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    position: i32,
    document: &Document,
) -> Result<(), StoreError> {
    let row = DocumentRow {
        id: DbId(document.id.0),
        consultation_id: DbId(round.0),
        position,
        kind: document.kind.name().to_owned(),
        name: document.name.clone(),
        language: document.language.tag().to_owned(),
        title: to_json(&document.title)?,
        alt: document.alt.as_ref().map(to_json).transpose()?,
        caption: document.caption.as_ref().map(to_json).transpose()?,
        credit: document.credit.clone(),
        media_type: document.media_type.clone(),
        size_bytes: document.size_bytes,
        sha256: document.sha256.clone(),
    };
    diesel::insert_into(documents::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// A round's documents, in their order.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Document>, StoreError> {
    documents::table
        .filter(documents::consultation_id.eq(DbId(round.0)))
        .order(documents::position)
        .select(DocumentRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(Document::try_from)
        .collect()
}

/// A round's documents as a submission remembers them, in their order.
///
/// # Errors
/// When the database fails.
pub fn list_pins(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<PinnedDocument>, StoreError> {
    let rows: Vec<(String, String)> = documents::table
        .filter(documents::consultation_id.eq(DbId(round.0)))
        .order(documents::position)
        .select((documents::name, documents::sha256))
        .load(tx.connection)?;
    Ok(rows.into_iter().map(|(name, sha256)| PinnedDocument { name, sha256 }).collect())
}

/// The document of `round` with this name.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, round: ConsultationId, name: &str) -> Result<Option<Document>, StoreError> {
    documents::table
        .filter(documents::consultation_id.eq(DbId(round.0)))
        .filter(documents::name.eq(name))
        .select(DocumentRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(Document::try_from)
        .transpose()
}
