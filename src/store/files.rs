//! What is known of the bytes in `files/`.

use super::rows::from_name;
use super::schema::{documents, files};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::file::{ScanState, StoredFile};
use crate::domain::ids::ConsultationId;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = files)]
struct FileRow {
    sha256: String,
    size_bytes: i64,
    media_type: String,
    kept_at: DbMoment,
    scan: String,
    scanned_at: Option<DbMoment>,
    signature: Option<String>,
}

impl TryFrom<FileRow> for StoredFile {
    type Error = StoreError;

    fn try_from(row: FileRow) -> Result<Self, StoreError> {
        Ok(Self {
            sha256: row.sha256,
            size_bytes: row.size_bytes,
            media_type: row.media_type,
            kept_at: row.kept_at.0,
            scan: from_name(&row.scan, ScanState::from_name)?,
            scanned_at: row.scanned_at.map(|at| at.0),
            signature: row.signature,
        })
    }
}

/// Stores what is known of bytes that have been kept; of bytes that are known already, only when
/// they were last handed in changes, so that they are not swept in the same moment.
///
/// # Errors
/// When the database fails.
pub fn insert_missing(tx: &mut Writing<'_>, file: &StoredFile) -> Result<(), StoreError> {
    let known =
        diesel::update(files::table.find(&file.sha256)).set(files::kept_at.eq(DbMoment(file.kept_at)));
    if known.execute(tx.connection)? > 0 {
        return Ok(());
    }
    let row = FileRow {
        sha256: file.sha256.clone(),
        size_bytes: file.size_bytes,
        media_type: file.media_type.clone(),
        kept_at: DbMoment(file.kept_at),
        scan: file.scan.name().to_owned(),
        scanned_at: file.scanned_at.map(DbMoment),
        signature: file.signature.clone(),
    };
    // Another writer may have been first, between the look and this.
    let inserted = tx.connection.transaction(|connection| {
        diesel::insert_into(files::table).values(row).execute(connection)?;
        Ok(())
    });
    match inserted {
        Err(StoreError::AlreadyThere) => Ok(()),
        other => other,
    }
}

/// What is known of the bytes of a round's present documents, by their hash.
///
/// # Errors
/// When the database fails.
pub fn list_of_documents(
    tx: &mut Reading<'_>,
    round: ConsultationId,
) -> Result<HashMap<String, StoredFile>, StoreError> {
    let used =
        documents::table.filter(documents::consultation_id.eq(DbId(round.0))).select(documents::sha256);
    let rows: Vec<FileRow> =
        files::table.filter(files::sha256.eq_any(used)).select(FileRow::as_select()).load(tx.connection)?;
    rows.into_iter().map(|row| Ok((row.sha256.clone(), StoredFile::try_from(row)?))).collect()
}

/// What is known of the bytes with this hash.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, sha256: &str) -> Result<Option<StoredFile>, StoreError> {
    files::table
        .find(sha256)
        .select(FileRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(StoredFile::try_from)
        .transpose()
}
