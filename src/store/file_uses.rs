//! What refers to the bytes in `files/`, and what nothing refers to any more.

use super::connection::for_each_row;
use super::rows::from_json;
use super::schema::{
    attachments, consultations, document_editions, documents, files, revisions, submissions,
};
use super::sql_types::{DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::document::PinnedDocument;
use crate::domain::file::ScanState;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Rows that nothing refers to and that were last handed in before a moment, without those of
/// infected files, which have times of their own.
macro_rules! unused {
    ($before:expr) => {
        files::table
            .filter(files::kept_at.le(DbMoment($before)))
            .filter(files::scan.ne(ScanState::Infected.name()))
            // Every table that refers to files stands here, with one line.
            .filter(not(exists(documents::table.filter(documents::sha256.eq(files::sha256)))))
            .filter(not(exists(attachments::table.filter(attachments::sha256.eq(files::sha256)))))
            .filter(not(exists(document_editions::table.filter(document_editions::sha256.eq(files::sha256)))))
    };
}

/// At most `limit` hashes of rows that nothing refers to and that were last handed in before `before`.
///
/// # Errors
/// When the database fails.
pub fn list_unused(tx: &mut Reading<'_>, before: Moment, limit: i64) -> Result<Vec<String>, StoreError> {
    let unused = unused!(before).order(files::kept_at).limit(limit).select(files::sha256);
    Ok(unused.load(tx.connection)?)
}

/// The documents that submissions have answered to, by their hash, whether or not a round has them
/// still; only those whose hash is asked for.
///
/// # Errors
/// When the database fails.
pub fn list_pinned(
    tx: &mut Reading<'_>,
    is_asked_for: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, PinnedDocument>, StoreError> {
    let (mut pinned, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for_each_row!(tx.connection, revisions::table.select(revisions::documents), DbJson, |json: DbJson| {
        // Nearly all submissions of a round answer to the same documents.
        if seen.insert(json.0.clone()) {
            let pins = from_json::<Vec<PinnedDocument>>(&json)?;
            let asked_for = pins.into_iter().filter(|pin| is_asked_for(&pin.sha256));
            pinned.extend(asked_for.map(|pin| (pin.sha256.clone(), pin)));
        }
        Ok::<(), StoreError>(())
    });
    Ok(pinned)
}

/// Removes those of the rows `hashes` that are still unused; returns how many.
///
/// # Errors
/// When the database fails.
pub fn remove_unused(tx: &mut Writing<'_>, hashes: &[String], before: Moment) -> Result<usize, StoreError> {
    let unused = unused!(before).filter(files::sha256.eq_any(hashes)).select(files::sha256);
    let unused: Vec<String> = unused.load(tx.connection)?;
    // The time once more: a writer beside this one, who hands in the same bytes now, has moved it,
    // and on Postgres this waits for them and looks again.
    let rows = files::table.filter(files::sha256.eq_any(unused)).filter(files::kept_at.le(DbMoment(before)));
    Ok(diesel::delete(rows).execute(tx.connection)?)
}

/// Those of `hashes` that have a row, and whose bytes are not put away because they were infected.
///
/// # Errors
/// When the database fails.
pub fn list_known(tx: &mut Reading<'_>, hashes: &[String]) -> Result<BTreeSet<String>, StoreError> {
    let known = files::table.filter(files::sha256.eq_any(hashes)).filter(files::quarantined_at.is_null());
    Ok(known.select(files::sha256).load::<String>(tx.connection)?.into_iter().collect())
}

/// What bytes there must be, for one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Their SHA-256, in lower-case hexadecimal.
    pub sha256: String,
    /// Their size.
    pub size_bytes: i64,
    /// Whether they were infected and are put away.
    pub is_put_away: bool,
}

/// What bytes there must be, by their hash: at most `limit` that come after `after`.
///
/// # Errors
/// When the database fails.
pub fn list_expected(tx: &mut Reading<'_>, after: &str, limit: i64) -> Result<Vec<Expected>, StoreError> {
    let rows: Vec<(String, i64, Option<DbMoment>)> = files::table
        .filter(files::sha256.gt(after))
        .order(files::sha256)
        .limit(limit)
        .select((files::sha256, files::size_bytes, files::quarantined_at))
        .load(tx.connection)?;
    let expected = |(sha256, size_bytes, put_away): (_, _, Option<_>)| Expected {
        sha256,
        size_bytes,
        is_put_away: put_away.is_some(),
    };
    Ok(rows.into_iter().map(expected).collect())
}

/// What refers to the bytes with this hash, in words for whoever runs the service; at most `limit`
/// of each kind.
///
/// # Errors
/// When the database fails.
pub fn list_uses(tx: &mut Reading<'_>, sha256: &str, limit: i64) -> Result<Vec<String>, StoreError> {
    let documents: Vec<(String, String)> = documents::table
        .inner_join(consultations::table)
        .filter(documents::sha256.eq(sha256))
        .order((consultations::slug, documents::position))
        .limit(limit)
        .select((consultations::slug, documents::name))
        .load(tx.connection)?;
    let editions: Vec<(String, String, i32)> = document_editions::table
        .inner_join(documents::table.inner_join(consultations::table))
        .filter(document_editions::sha256.eq(sha256))
        .order((consultations::slug, documents::position, document_editions::number))
        .limit(limit)
        .select((consultations::slug, documents::name, document_editions::number))
        .load(tx.connection)?;
    let submissions: Vec<String> = attachments::table
        .inner_join(revisions::table.inner_join(submissions::table))
        .filter(attachments::sha256.eq(sha256))
        .order(submissions::reference)
        .limit(limit)
        .select(submissions::reference)
        .load(tx.connection)?;
    let documents = documents.into_iter().map(|(slug, name)| format!("{slug}: {name}"));
    let submissions = submissions.into_iter().map(|reference| format!("attachment of {reference}"));
    let editions =
        editions.into_iter().map(|(slug, name, number)| format!("{slug}: {name}, edition {number}"));
    Ok(documents.chain(editions).chain(submissions).collect())
}

/// The documents of rounds that have no row in `files`.
///
/// # Errors
/// When the database fails.
pub fn list_documents_without_row(tx: &mut Reading<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let without = documents::table
        .inner_join(consultations::table)
        .filter(not(exists(files::table.filter(files::sha256.eq(documents::sha256)))))
        .order((consultations::slug, documents::position))
        .select((consultations::slug, documents::name));
    Ok(without.load(tx.connection)?)
}
