//! Documents of rounds; their bytes are in `files/`.

use super::rows::{from_json, from_name, to_json};
use super::schema::documents;
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::document::{Added, Document, DocumentKind, DocumentWords, PinnedDocument};
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
    edition: i32,
    version: i32,
    added_at: Option<DbMoment>,
    added_by: Option<String>,
}

/// What is said of a document: all of it is written, also what is no longer there.
#[derive(AsChangeset)]
#[diesel(table_name = documents, treat_none_as_null = true)]
struct WordsRow {
    kind: String,
    language: String,
    title: DbJson,
    alt: Option<DbJson>,
    caption: Option<DbJson>,
    credit: Option<String>,
    version: i32,
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
            edition: row.edition,
            version: row.version,
            added: row.added_at.zip(row.added_by).map(|(at, by)| Added { at: at.0, by }),
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
        edition: document.edition,
        version: document.version,
        added_at: document.added.as_ref().map(|added| DbMoment(added.at)),
        added_by: document.added.as_ref().map(|added| added.by.clone()),
    };
    // A name that is taken must leave the transaction fit for use.
    tx.connection.transaction(|connection| {
        diesel::insert_into(documents::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Writes other words for the document `id`, which must be of this `version`; whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_words(
    tx: &mut Writing<'_>,
    id: DocumentId,
    version: i32,
    words: &DocumentWords,
) -> Result<bool, StoreError> {
    let row = WordsRow {
        kind: words.kind.name().to_owned(),
        language: words.language.tag().to_owned(),
        title: to_json(&words.title)?,
        alt: words.alt.as_ref().map(to_json).transpose()?,
        caption: words.caption.as_ref().map(to_json).transpose()?,
        credit: words.credit.clone(),
        version: version.saturating_add(1),
    };
    let found = documents::table.filter(documents::id.eq(DbId(id.0))).filter(documents::version.eq(version));
    Ok(diesel::update(found).set(row).execute(tx.connection)? == 1)
}

/// Gives the document the file that `document` says, as its next edition, where it is still of this
/// `version`; whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_file(tx: &mut Writing<'_>, document: &Document, version: i32) -> Result<bool, StoreError> {
    let found =
        documents::table.filter(documents::id.eq(DbId(document.id.0))).filter(documents::version.eq(version));
    let updated = diesel::update(found)
        .set((
            documents::sha256.eq(&document.sha256),
            documents::size_bytes.eq(document.size_bytes),
            documents::media_type.eq(&document.media_type),
            documents::edition.eq(document.edition),
            documents::version.eq(document.version),
        ))
        .execute(tx.connection)?;
    Ok(updated == 1)
}

/// Puts a round's documents in the order of `ids`.
///
/// # Errors
/// When the database fails.
pub fn update_order(tx: &mut Writing<'_>, ids: &[DocumentId]) -> Result<(), StoreError> {
    for (position, id) in (0i32..).zip(ids) {
        diesel::update(documents::table.filter(documents::id.eq(DbId(id.0))))
            .set(documents::position.eq(position))
            .execute(tx.connection)?;
    }
    Ok(())
}

/// Removes a document, with its earlier editions.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: DocumentId) -> Result<(), StoreError> {
    diesel::delete(documents::table.filter(documents::id.eq(DbId(id.0)))).execute(tx.connection)?;
    Ok(())
}

/// The place after the last of a round's documents.
///
/// # Errors
/// When the database fails.
pub fn next_position(tx: &mut Reading<'_>, round: ConsultationId) -> Result<i32, StoreError> {
    let last: Option<i32> = documents::table
        .filter(documents::consultation_id.eq(DbId(round.0)))
        .select(diesel::dsl::max(documents::position))
        .first(tx.connection)?;
    Ok(last.map_or(0, |last| last.saturating_add(1)))
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
