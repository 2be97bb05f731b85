//! Revisions of submissions, each with its answers.

use crate::domain::document::PinnedDocument;
use crate::domain::ids::{DraftId, FormVersionId, QuestionId, RevisionId, SubmissionId};
use crate::domain::language::Language;
use crate::domain::respondent::{OrgNumber, Respondent, RespondentKind};
use crate::domain::submission::{Answer, Revision};
use crate::store::connection::DbConnection;
use crate::store::rows::{from_json, from_name, to_json};
use crate::store::schema::{answers, questions, revisions};
use crate::store::sealing::{Field, FieldKeys};
use crate::store::sql_types::{DbId, DbJson, DbMoment};
use crate::store::{Reading, StoreError};
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = revisions)]
pub(super) struct RevisionRow {
    id: DbId,
    submission_id: DbId,
    number: i32,
    draft_id: Option<DbId>,
    form_version_id: DbId,
    received_at: DbMoment,
    respondent_kind: String,
    name: String,
    organisation: Option<String>,
    org_number: Option<String>,
    email: Option<String>,
    group_size: Option<i32>,
    group_ages: Option<String>,
    language: String,
    no_comment: bool,
    text_sha256: String,
    documents: DbJson,
    wants_outcome: bool,
}

pub(super) fn insert(
    connection: &mut DbConnection,
    keys: &FieldKeys,
    submission: SubmissionId,
    revision: &Revision,
) -> Result<(), StoreError> {
    let who = &revision.respondent;
    let row = RevisionRow {
        id: DbId(revision.id.0),
        submission_id: DbId(submission.0),
        number: revision.number,
        draft_id: revision.draft_id.map(|id| DbId(id.0)),
        form_version_id: DbId(revision.form_version_id.0),
        received_at: DbMoment(revision.received_at),
        respondent_kind: who.kind.name().to_owned(),
        name: who.name.clone(),
        organisation: who.organisation.clone(),
        org_number: who.org_number.as_ref().map(|number| number.as_str().to_owned()),
        email: keys.seal_some(Field::RevisionEmail, revision.id.0, who.email.as_deref())?,
        group_size: who.group_size,
        group_ages: who.group_ages.clone(),
        language: who.language.tag().to_owned(),
        no_comment: revision.no_comment,
        text_sha256: revision.text_sha256(),
        documents: to_json(&revision.documents)?,
        wants_outcome: who.wants_outcome,
    };
    diesel::insert_into(revisions::table).values(row).execute(connection)?;
    for answer in &revision.answers {
        diesel::insert_into(answers::table)
            .values((
                answers::revision_id.eq(DbId(revision.id.0)),
                answers::question_id.eq(DbId(answer.question_id.0)),
                answers::text.eq(&answer.text),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Every revision of a submission, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_revisions(tx: &mut Reading<'_>, submission: SubmissionId) -> Result<Vec<Revision>, StoreError> {
    let rows: Vec<RevisionRow> = revisions::table
        .filter(revisions::submission_id.eq(DbId(submission.0)))
        .order(revisions::number.desc())
        .select(RevisionRow::as_select())
        .load(tx.connection)?;
    with_answers(tx, rows)
}

/// Adds the answers to `rows`, with one query for all, in the order of the questions.
pub(super) fn with_answers(
    tx: &mut Reading<'_>,
    rows: Vec<RevisionRow>,
) -> Result<Vec<Revision>, StoreError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<(DbId, DbId, i32, String)> = answers::table
        .inner_join(questions::table)
        .filter(answers::revision_id.eq_any(rows.iter().map(|row| row.id)))
        .order(questions::number)
        .select((answers::revision_id, questions::id, questions::number, answers::text))
        .load(tx.connection)?;
    let mut answers_of: std::collections::HashMap<DbId, Vec<Answer>> = std::collections::HashMap::new();
    for (revision, question, number, text) in found {
        let answer = Answer { question_id: QuestionId(question.0), number, text };
        answers_of.entry(revision).or_default().push(answer);
    }
    rows.into_iter()
        .map(|row| {
            let answers = answers_of.remove(&row.id).unwrap_or_default();
            to_revision(tx.keys, row, answers)
        })
        .collect()
}

fn to_revision(keys: &FieldKeys, row: RevisionRow, answers: Vec<Answer>) -> Result<Revision, StoreError> {
    Ok(Revision {
        id: RevisionId(row.id.0),
        number: row.number,
        draft_id: row.draft_id.map(|id| DraftId(id.0)),
        form_version_id: FormVersionId(row.form_version_id.0),
        received_at: row.received_at.0,
        respondent: Respondent {
            kind: from_name(&row.respondent_kind, RespondentKind::from_name)?,
            name: row.name,
            organisation: row.organisation,
            org_number: row.org_number.map(|number| from_name(&number, OrgNumber::parse)).transpose()?,
            email: keys.open_some(Field::RevisionEmail, row.id.0, row.email)?,
            group_size: row.group_size,
            group_ages: row.group_ages,
            language: from_name(&row.language, Language::from_tag)?,
            wants_outcome: row.wants_outcome,
        },
        no_comment: row.no_comment,
        answers,
        documents: from_json::<Vec<PinnedDocument>>(&row.documents)?,
    })
}
