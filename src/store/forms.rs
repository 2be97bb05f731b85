//! Form versions that have been published, and their questions.

use super::rows::{from_json, from_name, to_json};
use super::schema::{form_versions, questions};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::form_change::FormChange;
use crate::domain::ids::{ConsultationId, FormVersionId, QuestionId};
use crate::domain::question::{FormVersion, Question, QuestionKind};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = questions)]
struct QuestionRow {
    id: DbId,
    form_version_id: DbId,
    number: i32,
    theme: DbJson,
    wording: DbJson,
    help: DbJson,
    max_chars: i32,
    kind: String,
    is_required: bool,
    options: DbJson,
    origin_id: Option<DbId>,
}

impl TryFrom<QuestionRow> for Question {
    type Error = StoreError;

    fn try_from(row: QuestionRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: QuestionId(row.id.0),
            origin: QuestionId(row.origin_id.unwrap_or(row.id).0),
            number: row.number,
            theme: from_json(&row.theme)?,
            wording: from_json(&row.wording)?,
            help: from_json(&row.help)?,
            max_chars: row.max_chars,
            kind: from_name(&row.kind, QuestionKind::from_name)?,
            is_required: row.is_required,
            options: from_json(&row.options)?,
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = form_versions)]
pub(super) struct VersionRow {
    id: DbId,
    number: i32,
    note: Option<DbJson>,
}

/// Stores a form version of `round` with its questions.
///
/// # Errors
/// When the database fails.
pub fn insert(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    form: &FormVersion,
    at: Moment,
) -> Result<(), StoreError> {
    insert_version(tx, round, form, at, false)
}

/// Stores a form version, published or to be changed.
pub(super) fn insert_version(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    form: &FormVersion,
    at: Moment,
    is_draft: bool,
) -> Result<(), StoreError> {
    diesel::insert_into(form_versions::table)
        .values((
            form_versions::id.eq(DbId(form.id.0)),
            form_versions::consultation_id.eq(DbId(round.0)),
            form_versions::number.eq(form.number),
            form_versions::created_at.eq(DbMoment(at)),
            form_versions::note.eq(form.note.as_ref().map(to_json).transpose()?),
            form_versions::is_draft.eq(is_draft),
        ))
        .execute(tx.connection)?;
    insert_questions(tx, form)
}

/// Stores the questions of a version that is there.
pub(super) fn insert_questions(tx: &mut Writing<'_>, form: &FormVersion) -> Result<(), StoreError> {
    for question in &form.questions {
        let row = QuestionRow {
            id: DbId(question.id.0),
            form_version_id: DbId(form.id.0),
            number: question.number,
            theme: to_json(&question.theme)?,
            wording: to_json(&question.wording)?,
            help: to_json(&question.help)?,
            max_chars: question.max_chars,
            kind: question.kind.name().to_owned(),
            is_required: question.is_required,
            options: to_json(&question.options)?,
            origin_id: (question.origin != question.id).then_some(DbId(question.origin.0)),
        };
        diesel::insert_into(questions::table).values(row).execute(tx.connection)?;
    }
    Ok(())
}

/// The newest form version of `round`.
///
/// # Errors
/// When the database fails, or the round has no form.
pub fn find_current(tx: &mut Reading<'_>, round: ConsultationId) -> Result<FormVersion, StoreError> {
    let newest: VersionRow = form_versions::table
        .filter(form_versions::consultation_id.eq(DbId(round.0)))
        .filter(form_versions::is_draft.eq(false))
        .order(form_versions::number.desc())
        .select(VersionRow::as_select())
        .first(tx.connection)?;
    with_questions(tx, newest)
}

/// All form versions of `round`, the newest last; a round has one at least.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<FormVersion>, StoreError> {
    let versions: Vec<VersionRow> = form_versions::table
        .filter(form_versions::consultation_id.eq(DbId(round.0)))
        .filter(form_versions::is_draft.eq(false))
        .order(form_versions::number)
        .select(VersionRow::as_select())
        .load(tx.connection)?;
    with_all_questions(tx, versions)
}

/// The form versions of `round` that have been made by a change, the newest last, with why.
///
/// # Errors
/// When the database fails.
pub fn list_changes(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<FormChange>, StoreError> {
    let rows: Vec<(i32, DbMoment, Option<DbJson>)> = form_versions::table
        .filter(form_versions::consultation_id.eq(DbId(round.0)))
        .filter(form_versions::is_draft.eq(false))
        .filter(form_versions::note.is_not_null())
        .order(form_versions::number)
        .select((form_versions::number, form_versions::created_at, form_versions::note))
        .load(tx.connection)?;
    let told = rows.into_iter().filter_map(|(number, at, note)| Some((number, at.0, note?)));
    told.map(|(number, at, note)| Ok(FormChange { number, at, note: from_json(&note)? })).collect()
}

/// The form version of `round` with this number.
///
/// # Errors
/// When the database fails.
pub fn find_numbered(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    number: i32,
) -> Result<Option<FormVersion>, StoreError> {
    let found: Option<VersionRow> = form_versions::table
        .filter(form_versions::consultation_id.eq(DbId(round.0)))
        .filter(form_versions::is_draft.eq(false))
        .filter(form_versions::number.eq(number))
        .select(VersionRow::as_select())
        .first(tx.connection)
        .optional()?;
    found.map(|found| with_questions(tx, found)).transpose()
}

/// The form version with this id.
///
/// # Errors
/// When the database fails, or there is none.
pub fn find(tx: &mut Reading<'_>, id: FormVersionId) -> Result<FormVersion, StoreError> {
    let found: VersionRow = form_versions::table
        .filter(form_versions::id.eq(DbId(id.0)))
        .select(VersionRow::as_select())
        .first(tx.connection)?;
    with_questions(tx, found)
}

pub(super) fn with_questions(tx: &mut Reading<'_>, version: VersionRow) -> Result<FormVersion, StoreError> {
    let form = with_all_questions(tx, vec![version])?.pop();
    form.ok_or_else(|| StoreError::Corrupt("a form version without itself".to_owned()))
}

/// Adds the questions, with one query for all.
fn with_all_questions(
    tx: &mut Reading<'_>,
    versions: Vec<VersionRow>,
) -> Result<Vec<FormVersion>, StoreError> {
    let rows: Vec<QuestionRow> = questions::table
        .filter(questions::form_version_id.eq_any(versions.iter().map(|version| version.id)))
        .order(questions::number)
        .select(QuestionRow::as_select())
        .load(tx.connection)?;
    let mut asked: HashMap<DbId, Vec<Question>> = HashMap::new();
    for row in rows {
        asked.entry(row.form_version_id).or_default().push(Question::try_from(row)?);
    }
    let complete = |version: VersionRow| {
        Ok(FormVersion {
            id: FormVersionId(version.id.0),
            number: version.number,
            note: version.note.as_ref().map(from_json).transpose()?,
            questions: asked.remove(&version.id).unwrap_or_default(),
        })
    };
    versions.into_iter().map(complete).collect()
}
