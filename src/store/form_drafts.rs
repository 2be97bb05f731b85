//! Form versions that are being changed and are not published, and versions changed in place while
//! nobody has seen them.

use super::forms::{VersionRow, insert_questions, insert_version, with_questions};
use super::rows::to_json;
use super::schema::{drafts, form_versions, questions, revisions, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, FormVersionId};
use crate::domain::language::Localized;
use crate::domain::question::FormVersion;
use diesel::dsl::exists;
use diesel::prelude::*;

/// Keeps the form versions of `round` as they are until the change stands: whoever else changes them
/// waits, on Postgres too, and then finds what was done.
///
/// # Errors
/// When the database fails.
pub fn hold(tx: &mut Writing<'_>, round: ConsultationId) -> Result<(), StoreError> {
    let all = form_versions::table.filter(form_versions::consultation_id.eq(DbId(round.0)));
    diesel::update(all).set(form_versions::number.eq(form_versions::number)).execute(tx.connection)?;
    Ok(())
}

/// Stores a version that is to be changed.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    form: &FormVersion,
    at: Moment,
) -> Result<(), StoreError> {
    insert_version(tx, round, form, at, true)
}

/// The version of `round` that is being changed.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Option<FormVersion>, StoreError> {
    let found: Option<VersionRow> = form_versions::table
        .filter(form_versions::consultation_id.eq(DbId(round.0)))
        .filter(form_versions::is_draft.eq(true))
        .select(VersionRow::as_select())
        .first(tx.connection)
        .optional()?;
    found.map(|found| with_questions(tx, found)).transpose()
}

/// Writes the questions of `form` in the place of those that it had. None of them has been answered.
///
/// # Errors
/// When the database fails, also where one has.
pub fn write_questions(tx: &mut Writing<'_>, form: &FormVersion) -> Result<(), StoreError> {
    delete_questions(tx, form.id)?;
    insert_questions(tx, form)
}

/// Publishes the version `id`, with why.
///
/// # Errors
/// When the database fails.
pub fn publish(
    tx: &mut Writing<'_>,
    id: FormVersionId,
    note: &Localized,
    at: Moment,
) -> Result<(), StoreError> {
    diesel::update(form_versions::table.filter(form_versions::id.eq(DbId(id.0))))
        .set((
            form_versions::is_draft.eq(false),
            form_versions::note.eq(Some(to_json(note)?)),
            form_versions::created_at.eq(DbMoment(at)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Removes a version that was to be changed.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: FormVersionId) -> Result<(), StoreError> {
    delete_questions(tx, id)?;
    let one = form_versions::table.filter(form_versions::id.eq(DbId(id.0)));
    diesel::delete(one).execute(tx.connection)?;
    Ok(())
}

fn delete_questions(tx: &mut Writing<'_>, id: FormVersionId) -> Result<(), StoreError> {
    let all = questions::table.filter(questions::form_version_id.eq(DbId(id.0)));
    diesel::delete(all).execute(tx.connection)?;
    Ok(())
}

/// Whether anybody has answered `round`, or has begun to.
///
/// # Errors
/// When the database fails.
pub fn is_answered(tx: &mut Reading<'_>, round: ConsultationId) -> Result<bool, StoreError> {
    let begun = drafts::table.filter(drafts::consultation_id.eq(DbId(round.0)));
    if diesel::select(exists(begun)).get_result(tx.connection)? {
        return Ok(true);
    }
    let sent = revisions::table
        .inner_join(submissions::table)
        .filter(submissions::consultation_id.eq(DbId(round.0)));
    Ok(diesel::select(exists(sent)).get_result(tx.connection)?)
}
