//! The rows of an export, streamed: themes in order, then by time received, then by arrival.

use crate::domain::consultation::Consultation;
use crate::domain::export::{AnswerRow, ExportFilter};
use crate::domain::language::Language;
use crate::store::connection::for_each_row;
use crate::store::forms;
use crate::store::schema::{answers, revisions, submissions};
use crate::store::sql_types::{DbId, DbMoment};
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

/// Calls `each` with every row of the export in order; themes, questions and what was chosen are told
/// in `language`. One query for each question keeps the order without sorting long texts.
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
    for question in forms::list_questions(tx, round.id)? {
        let (theme, wording) = (question.theme.text(language), question.wording.text(language));
        let mut pass_on = |(submission, revision, answer): Row| {
            // A long text is not copied for nothing.
            let is_text = question.kind.is_text();
            let answer = if is_text { answer } else { question.read_aloud(&answer, language) };
            each(&to_row((submission, revision, answer), round, Some(question.number), theme, wording))
        };
        for_each_row!(
            &mut *tx.connection,
            filtered!(
                submissions::table
                    .inner_join(revisions::table.inner_join(answers::table))
                    .filter(revisions::number.eq(submissions::revision))
                    .filter(answers::question_id.eq(DbId(question.id.0)))
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
