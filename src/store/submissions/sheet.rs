//! The rows of an export, streamed: themes in order, then by time received, then by arrival.

use crate::domain::consultation::Consultation;
use crate::domain::export::{AnswerRow, ExportFilter};
use crate::domain::form_change::all_asked;
use crate::domain::ids::QuestionId;
use crate::domain::language::Language;
use crate::store::connection::for_each_row;
use crate::store::schema::{answers, revisions, submissions};
use crate::store::sql_types::{DbId, DbMoment};
use crate::store::submissions::filtered;
use crate::store::{Reading, StoreError, forms};
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
    form_version_id: DbId,
}

type Row = (SheetSubmission, SheetRevision, DbId, String);

/// What a row says of the question that it answers; nothing where it answers none.
#[derive(Clone, Copy, Default)]
struct Told<'a> {
    theme_no: Option<i32>,
    theme: &'a str,
    question: &'a str,
}

/// Calls `each` with every row of the export in order: the themes as they stand in the newest form, then
/// those of questions that are no longer asked. Each row has the words of the form version that was
/// answered, what was chosen too, in `language`. One query for each question keeps the order without sorting long texts.
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
    let forms = forms::list(tx, round.id)?;
    let version_of = |id: DbId| forms.iter().find(|form| form.id.0 == id.0).map(|form| form.number);
    for asked in all_asked(&forms) {
        let ids: Vec<DbId> = asked.ids().into_iter().map(|id| DbId(id.0)).collect();
        let mut pass_on = |(submission, revision, question, text): Row| {
            let question = asked.as_answered(QuestionId(question.0));
            // A long text is not copied for nothing.
            let text = if question.kind.is_text() { text } else { question.read_aloud(&text, language) };
            let told = Told {
                theme_no: Some(asked.number),
                theme: question.theme.text(language),
                question: question.wording.text(language),
            };
            each(&to_row((submission, revision, text), round, told, version_of))
        };
        for_each_row!(
            &mut *tx.connection,
            filtered!(
                submissions::table
                    .inner_join(revisions::table.inner_join(answers::table))
                    .filter(revisions::number.eq(submissions::revision))
                    .filter(answers::question_id.eq_any(ids))
                    .order((submissions::received_at, submissions::id))
                    .select((
                        SheetSubmission::as_select(),
                        SheetRevision::as_select(),
                        answers::question_id,
                        answers::text
                    )),
                round,
                filter
            ),
            Row,
            pass_on
        );
    }
    let mut pass_on = |(submission, revision): (SheetSubmission, SheetRevision)| {
        each(&to_row((submission, revision, String::new()), round, Told::default(), version_of))
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

fn to_row(
    (submission, revision, answer): (SheetSubmission, SheetRevision, String),
    round: &Consultation,
    told: Told<'_>,
    version_of: impl Fn(DbId) -> Option<i32>,
) -> AnswerRow {
    AnswerRow {
        theme_no: told.theme_no,
        theme: told.theme.to_owned(),
        question: told.question.to_owned(),
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
        form_version: version_of(revision.form_version_id),
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
