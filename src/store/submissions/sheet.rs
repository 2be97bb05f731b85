//! The rows of an export, streamed: themes in order, then by time received, then by arrival.

use crate::domain::consultation::Consultation;
use crate::domain::export::{AnswerRow, ExportFilter};
use crate::domain::language::{Language, Localized};
use crate::store::connection::for_each_row;
use crate::store::rows::from_json;
use crate::store::schema::{answers, questions, revisions, submissions};
use crate::store::sql_types::{DbId, DbJson, DbMoment};
use crate::store::submissions::filtered;
use crate::store::{Reading, StoreError};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = submissions)]
struct SheetSubmission {
    reference: String,
    channel: String,
    status: String,
    received_at: DbMoment,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct SheetRevision {
    respondent_kind: String,
    name: String,
    organisation: Option<String>,
    org_number: Option<String>,
    language: String,
}

type Row = (SheetSubmission, SheetRevision, String);

/// The questions of all form versions of `round`, in the order of the themes: by number, then
/// by version.
fn questions_in_order(
    tx: &mut Reading<'_>,
    round: &Consultation,
) -> Result<Vec<(DbId, i32, Localized, Localized)>, StoreError> {
    use crate::store::schema::form_versions;
    let rows: Vec<(DbId, i32, DbJson, DbJson)> = questions::table
        .inner_join(form_versions::table)
        .filter(form_versions::consultation_id.eq(DbId(round.id.0)))
        .order((questions::number, form_versions::number))
        .select((questions::id, questions::number, questions::theme, questions::wording))
        .load(tx.connection)?;
    rows.into_iter()
        .map(|(id, number, theme, wording)| Ok((id, number, from_json(&theme)?, from_json(&wording)?)))
        .collect()
}

/// Calls `each` with every row of the export in order; themes and questions are told in
/// `language`. One query for each question keeps the order without sorting long texts.
///
/// # Errors
/// When the database fails, or `each` does.
pub fn for_each_sheet_row(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
    language: Language,
    mut each: impl FnMut(&AnswerRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for (question, number, theme, wording) in questions_in_order(tx, round)? {
        let (theme, wording) = (theme.text(language).to_owned(), wording.text(language).to_owned());
        let mut pass_on = |row: Row| each(&to_row(row, round, Some(number), &theme, &wording));
        for_each_row!(
            &mut *tx.connection,
            filtered!(
                submissions::table
                    .inner_join(revisions::table.inner_join(answers::table))
                    .filter(revisions::number.eq(submissions::revision))
                    .filter(answers::question_id.eq(question))
                    .order((submissions::received_at, submissions::id))
                    .select((SheetSubmission::as_select(), SheetRevision::as_select(), answers::text)),
                round,
                filter
            ),
            Row,
            pass_on
        );
    }
    let mut pass_on = |(submission, revision): (SheetSubmission, SheetRevision)| {
        each(&to_row((submission, revision, String::new()), round, None, "", ""))
    };
    for_each_row!(
        &mut *tx.connection,
        filtered!(
            submissions::table
                .inner_join(revisions::table)
                .filter(revisions::number.eq(submissions::revision))
                .filter(not(exists(answers::table.filter(answers::revision_id.eq(revisions::id)))))
                .order((submissions::received_at, submissions::id))
                .select((SheetSubmission::as_select(), SheetRevision::as_select())),
            round,
            filter
        ),
        (SheetSubmission, SheetRevision),
        pass_on
    );
    Ok(())
}

fn to_row(row: Row, round: &Consultation, theme_no: Option<i32>, theme: &str, question: &str) -> AnswerRow {
    let (submission, revision, answer) = row;
    AnswerRow {
        theme_no,
        theme: theme.to_owned(),
        question: question.to_owned(),
        reference: submission.reference,
        received_at: submission.received_at.0,
        late: submission.received_at.0 >= round.closes_at,
        status: submission.status,
        channel: submission.channel,
        respondent_kind: revision.respondent_kind,
        respondent: revision.name,
        organisation: revision.organisation.unwrap_or_default(),
        org_number: revision.org_number.unwrap_or_default(),
        language: revision.language,
        answer,
    }
}

/// How many submissions and rows the export holds, counted apart from writing it.
///
/// # Errors
/// When the database fails.
pub fn count_sheet_rows(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
) -> Result<(u64, u64), StoreError> {
    let submissions: i64 = filtered!(submissions::table, round, filter).count().get_result(tx.connection)?;
    let answers: i64 = filtered!(
        submissions::table
            .inner_join(revisions::table.inner_join(answers::table))
            .filter(revisions::number.eq(submissions::revision)),
        round,
        filter
    )
    .count()
    .get_result(tx.connection)?;
    let without_answer: i64 = filtered!(
        submissions::table
            .inner_join(revisions::table)
            .filter(revisions::number.eq(submissions::revision))
            .filter(not(exists(answers::table.filter(answers::revision_id.eq(revisions::id))))),
        round,
        filter
    )
    .count()
    .get_result(tx.connection)?;
    let whole = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok((whole(submissions), whole(answers) + whole(without_answer)))
}
