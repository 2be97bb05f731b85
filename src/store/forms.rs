//! Form versions and their questions.

use super::rows::{from_json, from_name, to_json};
use super::schema::{form_versions, questions};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, FormVersionId, QuestionId};
use crate::domain::question::{FormVersion, Question, QuestionKind};
use diesel::prelude::*;

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
}

type VersionRow = (DbId, i32, Option<DbJson>);

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
    diesel::insert_into(form_versions::table)
        .values((
            form_versions::id.eq(DbId(form.id.0)),
            form_versions::consultation_id.eq(DbId(round.0)),
            form_versions::number.eq(form.number),
            form_versions::created_at.eq(DbMoment(at)),
            form_versions::note.eq(form.note.as_ref().map(to_json).transpose()?),
        ))
        .execute(tx.connection)?;
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
        .order(form_versions::number.desc())
        .select((form_versions::id, form_versions::number, form_versions::note))
        .first(tx.connection)?;
    with_questions(tx, newest)
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
        .filter(form_versions::number.eq(number))
        .select((form_versions::id, form_versions::number, form_versions::note))
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
        .select((form_versions::id, form_versions::number, form_versions::note))
        .first(tx.connection)?;
    with_questions(tx, found)
}

/// The questions of all form versions of `round`, in the order of the themes: by number, then by
/// version.
///
/// # Errors
/// When the database fails.
pub fn list_questions(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Question>, StoreError> {
    let rows: Vec<QuestionRow> = questions::table
        .inner_join(form_versions::table)
        .filter(form_versions::consultation_id.eq(DbId(round.0)))
        .order((questions::number, form_versions::number))
        .select(QuestionRow::as_select())
        .load(tx.connection)?;
    rows.iter().map(to_question).collect()
}

fn with_questions(tx: &mut Reading<'_>, (id, number, note): VersionRow) -> Result<FormVersion, StoreError> {
    let questions = questions::table
        .filter(questions::form_version_id.eq(id))
        .order(questions::number)
        .select(QuestionRow::as_select())
        .load(tx.connection)?
        .iter()
        .map(to_question)
        .collect::<Result<_, StoreError>>()?;
    let note = note.as_ref().map(from_json).transpose()?;
    Ok(FormVersion { id: FormVersionId(id.0), number, note, questions })
}

fn to_question(row: &QuestionRow) -> Result<Question, StoreError> {
    Ok(Question {
        id: QuestionId(row.id.0),
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
