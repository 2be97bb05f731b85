//! Files that go with drafts and with revisions of submissions, as the database knows them.

use super::rows::from_name;
use super::schema::{attachments, files, revisions, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::domain::file::{FileKind, ScanState};
use crate::domain::ids::{AttachmentId, DraftId, RevisionId, SubmissionId};
use crate::domain::reference::Reference;
use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = attachments)]
struct AttachmentRow {
    id: DbId,
    draft_id: Option<DbId>,
    revision_id: Option<DbId>,
    position: i32,
    role: String,
    name: String,
    kind: String,
    sha256: String,
    added_at: DbMoment,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = files)]
struct BytesRow {
    size_bytes: i64,
    scan: String,
}

type Row = (AttachmentRow, BytesRow);

fn to_attachment((row, bytes): Row) -> Result<Attachment, StoreError> {
    Ok(Attachment {
        id: AttachmentId(row.id.0),
        role: from_name(&row.role, AttachmentRole::from_name)?,
        name: row.name,
        kind: from_name(&row.kind, FileKind::from_name)?,
        size_bytes: bytes.size_bytes,
        sha256: row.sha256,
        added_at: row.added_at.0,
        scan: from_name(&bytes.scan, ScanState::from_name)?,
    })
}

/// Attachments with what is known of their bytes, in their order.
macro_rules! in_order {
    () => {
        attachments::table
            .inner_join(files::table)
            .order((attachments::position, attachments::id))
            .select((AttachmentRow::as_select(), BytesRow::as_select()))
    };
}

fn store(tx: &mut Writing<'_>, draft: DraftId, position: i32, one: &Attachment) -> Result<(), StoreError> {
    let row = AttachmentRow {
        id: DbId(one.id.0),
        draft_id: Some(DbId(draft.0)),
        revision_id: None,
        position,
        role: one.role.name().to_owned(),
        name: one.name.clone(),
        kind: one.kind.name().to_owned(),
        sha256: one.sha256.clone(),
        added_at: DbMoment(one.added_at),
    };
    tx.connection.transaction(|connection| {
        diesel::insert_into(attachments::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Adds a file to a draft, after those it has. What is known of its bytes must be stored already;
/// size and scan state are theirs.
///
/// # Errors
/// `AlreadyThere` when the draft has these bytes.
pub fn insert(tx: &mut Writing<'_>, draft: DraftId, one: &Attachment) -> Result<(), StoreError> {
    let last: Option<i32> = attachments::table
        .filter(attachments::draft_id.eq(DbId(draft.0)))
        .select(max(attachments::position))
        .first(tx.connection)?;
    store(tx, draft, last.map_or(1, |last| last.saturating_add(1)), one)
}

/// Puts a file of a draft in the place of `old`; false where there is no such file.
///
/// # Errors
/// `AlreadyThere` when the draft has these bytes; `old` is gone then, and the change must not stand.
pub fn replace(
    tx: &mut Writing<'_>,
    draft: DraftId,
    old: AttachmentId,
    new: &Attachment,
) -> Result<bool, StoreError> {
    let position: Option<i32> = attachments::table
        .find(DbId(old.0))
        .filter(attachments::draft_id.eq(DbId(draft.0)))
        .select(attachments::position)
        .first(tx.connection)
        .optional()?;
    let Some(position) = position else { return Ok(false) };
    delete(tx, draft, old)?;
    store(tx, draft, position, new)?;
    Ok(true)
}

/// Takes a file away from a draft; false where there is no such file.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, draft: DraftId, id: AttachmentId) -> Result<bool, StoreError> {
    let one = attachments::table.find(DbId(id.0)).filter(attachments::draft_id.eq(DbId(draft.0)));
    Ok(diesel::delete(one).execute(tx.connection)? == 1)
}

/// Gives the files of a draft to what it became.
///
/// # Errors
/// When the database fails.
pub fn move_to_revision(
    tx: &mut Writing<'_>,
    draft: DraftId,
    revision: RevisionId,
) -> Result<(), StoreError> {
    diesel::update(attachments::table.filter(attachments::draft_id.eq(DbId(draft.0))))
        .set((attachments::revision_id.eq(Some(DbId(revision.0))), attachments::draft_id.eq(None::<DbId>)))
        .execute(tx.connection)?;
    Ok(())
}

/// Gives a draft that changes a submission the files of its revision, each under an id of its own.
///
/// # Errors
/// When the database fails.
pub fn copy_to_draft(tx: &mut Writing<'_>, revision: RevisionId, draft: DraftId) -> Result<(), StoreError> {
    for (position, one) in (1..).zip(list_of_revision(tx, revision)?) {
        store(tx, draft, position, &Attachment { id: AttachmentId::new(), ..one })?;
    }
    Ok(())
}

/// The files of a draft.
///
/// # Errors
/// When the database fails.
pub fn list_of_draft(tx: &mut Reading<'_>, draft: DraftId) -> Result<Vec<Attachment>, StoreError> {
    let rows: Vec<Row> = in_order!().filter(attachments::draft_id.eq(DbId(draft.0))).load(tx.connection)?;
    rows.into_iter().map(to_attachment).collect()
}

/// The files of a revision.
///
/// # Errors
/// When the database fails.
pub fn list_of_revision(tx: &mut Reading<'_>, revision: RevisionId) -> Result<Vec<Attachment>, StoreError> {
    let rows: Vec<Row> =
        in_order!().filter(attachments::revision_id.eq(DbId(revision.0))).load(tx.connection)?;
    rows.into_iter().map(to_attachment).collect()
}

/// The files of drafts, with one query for all; drafts without any are left out.
///
/// # Errors
/// When the database fails.
pub fn list_of_drafts(
    tx: &mut Reading<'_>,
    drafts: &[DraftId],
) -> Result<HashMap<DraftId, Vec<Attachment>>, StoreError> {
    let ids = drafts.iter().map(|id| DbId(id.0));
    let rows: Vec<Row> = in_order!().filter(attachments::draft_id.eq_any(ids)).load(tx.connection)?;
    grouped(rows, |row| row.draft_id.map(|id| DraftId(id.0)))
}

/// The files of revisions, with one query for all; revisions without any are left out.
///
/// # Errors
/// When the database fails.
pub fn list_of_revisions(
    tx: &mut Reading<'_>,
    revisions: &[RevisionId],
) -> Result<HashMap<RevisionId, Vec<Attachment>>, StoreError> {
    let ids = revisions.iter().map(|id| DbId(id.0));
    let rows: Vec<Row> = in_order!().filter(attachments::revision_id.eq_any(ids)).load(tx.connection)?;
    grouped(rows, |row| row.revision_id.map(|id| RevisionId(id.0)))
}

fn grouped<K: std::hash::Hash + Eq>(
    rows: Vec<Row>,
    owner: impl Fn(&AttachmentRow) -> Option<K>,
) -> Result<HashMap<K, Vec<Attachment>>, StoreError> {
    let mut files: HashMap<K, Vec<Attachment>> = HashMap::new();
    for row in rows {
        if let Some(owner) = owner(&row.0) {
            files.entry(owner).or_default().push(to_attachment(row)?);
        }
    }
    Ok(files)
}

/// One file of a draft.
///
/// # Errors
/// When the database fails.
pub fn find_of_draft(
    tx: &mut Reading<'_>,
    draft: DraftId,
    id: AttachmentId,
) -> Result<Option<Attachment>, StoreError> {
    let row: Option<Row> = in_order!()
        .filter(attachments::id.eq(DbId(id.0)))
        .filter(attachments::draft_id.eq(DbId(draft.0)))
        .first(tx.connection)
        .optional()?;
    row.map(to_attachment).transpose()
}

/// One file of any revision of a submission.
///
/// # Errors
/// When the database fails.
pub fn find_of_submission(
    tx: &mut Reading<'_>,
    submission: SubmissionId,
    id: AttachmentId,
) -> Result<Option<Attachment>, StoreError> {
    let of_submission = revisions::table
        .filter(revisions::submission_id.eq(DbId(submission.0)))
        .select(revisions::id.nullable());
    let row: Option<Row> = in_order!()
        .filter(attachments::id.eq(DbId(id.0)))
        .filter(attachments::revision_id.eq_any(of_submission))
        .first(tx.connection)
        .optional()?;
    row.map(to_attachment).transpose()
}

/// How many files the standing revision of each of these submissions has, with one query for all;
/// those without any are left out.
///
/// # Errors
/// When the database fails.
pub fn count_by_reference(
    tx: &mut Reading<'_>,
    references: &[Reference],
) -> Result<HashMap<Reference, i64>, StoreError> {
    let counts: Vec<(String, i64)> = attachments::table
        .inner_join(revisions::table.inner_join(submissions::table))
        .filter(revisions::number.eq(submissions::revision))
        .filter(submissions::reference.eq_any(references.iter().map(Reference::as_str)))
        .group_by(submissions::reference)
        .select((submissions::reference, count_star()))
        .load(tx.connection)?;
    counts.into_iter().map(|(name, count)| Ok((from_name(&name, Reference::parse)?, count))).collect()
}
