//! Submissions as staff go through them: lists, counts, neighbours, answers to one question.

use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::export::ExportFilter;
use crate::domain::ids::QuestionId;
use crate::domain::language::Language;
use crate::domain::question::QuestionKind;
use crate::domain::reference::Reference;
use crate::domain::respondent::RespondentKind;
use crate::domain::submission::{Channel, Status, Submission};
use crate::store::rows::from_name;
use crate::store::schema::{answers, questions, revisions, submissions};
use crate::store::sql_types::{DbId, DbMoment};
use crate::store::submissions::filtered;
use crate::store::{Reading, StoreError};
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;
use std::collections::HashSet;

/// A submission in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What people call it.
    pub reference: Reference,
    /// Whether it stands.
    pub status: Status,
    /// How it came in.
    pub channel: Channel,
    /// When the standing revision was received.
    pub received_at: Moment,
    /// How many times it has been handed in.
    pub revision: i32,
    /// Person, organisation or group.
    pub kind: RespondentKind,
    /// The respondent's name.
    pub name: String,
    /// Their organisation.
    pub organisation: Option<String>,
    /// The language it is written in.
    pub language: Language,
    /// «Uten merknad».
    pub no_comment: bool,
    /// The hash of its text; equal for exact copies.
    pub text_sha256: String,
    /// The person's key; equal for the same person.
    pub person_key: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = submissions)]
struct SummaryRow {
    reference: String,
    status: String,
    channel: String,
    received_at: DbMoment,
    revision: i32,
    person_key: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = revisions)]
struct SummaryRevisionRow {
    respondent_kind: String,
    name: String,
    organisation: Option<String>,
    language: String,
    no_comment: bool,
    text_sha256: String,
}

/// The submissions of `round` that `filter` lets through, in the order they were received.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Reading<'_>,
    round: &Consultation,
    filter: ExportFilter,
    offset: i64,
    limit: i64,
) -> Result<Vec<Summary>, StoreError> {
    let standing = submissions::table
        .inner_join(revisions::table)
        .filter(revisions::number.eq(submissions::revision))
        .order((submissions::received_at, submissions::id))
        .select((SummaryRow::as_select(), SummaryRevisionRow::as_select()));
    let rows: Vec<(SummaryRow, SummaryRevisionRow)> =
        filtered!(standing, round, filter).offset(offset).limit(limit).load(tx.connection)?;
    rows.into_iter().map(to_summary).collect()
}

fn to_summary((row, revision): (SummaryRow, SummaryRevisionRow)) -> Result<Summary, StoreError> {
    Ok(Summary {
        reference: from_name(&row.reference, Reference::parse)?,
        status: from_name(&row.status, Status::from_name)?,
        channel: from_name(&row.channel, Channel::from_name)?,
        received_at: row.received_at.0,
        revision: row.revision,
        kind: from_name(&revision.respondent_kind, RespondentKind::from_name)?,
        name: revision.name,
        organisation: revision.organisation,
        language: from_name(&revision.language, Language::from_tag)?,
        no_comment: revision.no_comment,
        text_sha256: revision.text_sha256,
        person_key: row.person_key,
    })
}

/// Which texts and persons stand behind more than one submission of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Hashes of texts that came more than once.
    pub texts: HashSet<String>,
    /// Keys of persons who sent more than one.
    pub persons: HashSet<String>,
}

/// Finds exact copies and persons with several submissions, so that both are marked and neither
/// is dropped. Submissions without comment are alike by nature and are not copies, nor are those that
/// only choose or say a few words, or have their text in files.
///
/// # Errors
/// When the database fails.
pub fn list_marks(tx: &mut Reading<'_>, round: &Consultation) -> Result<Marks, StoreError> {
    let texts: Vec<String> = submissions::table
        .inner_join(revisions::table)
        .filter(submissions::consultation_id.eq(DbId(round.id.0)))
        .filter(revisions::number.eq(submissions::revision))
        .filter(revisions::no_comment.eq(false))
        .filter(exists(
            answers::table
                .inner_join(questions::table)
                .filter(answers::revision_id.eq(revisions::id))
                .filter(questions::kind.eq(QuestionKind::LongText.name())),
        ))
        .group_by(revisions::text_sha256)
        .having(count_star().gt(1))
        .select(revisions::text_sha256)
        .load(tx.connection)?;
    let persons: Vec<Option<String>> = submissions::table
        .filter(submissions::consultation_id.eq(DbId(round.id.0)))
        .filter(submissions::person_key.is_not_null())
        .group_by(submissions::person_key)
        .having(count_star().gt(1))
        .select(submissions::person_key)
        .load(tx.connection)?;
    Ok(Marks { texts: texts.into_iter().collect(), persons: persons.into_iter().flatten().collect() })
}

/// The submissions before and after one, in the order they were received.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before.
    pub previous: Option<Reference>,
    /// The one after.
    pub next: Option<Reference>,
}

/// Finds the neighbours of `submission`.
///
/// # Errors
/// When the database fails.
pub fn find_neighbours(tx: &mut Reading<'_>, submission: &Submission) -> Result<Neighbours, StoreError> {
    let (at, id) = (DbMoment(submission.current.received_at), DbId(submission.id.0));
    let of_round = submissions::consultation_id.eq(DbId(submission.consultation_id.0));
    let previous: Option<String> = submissions::table
        .filter(of_round)
        .filter(
            submissions::received_at.lt(at).or(submissions::received_at.eq(at).and(submissions::id.lt(id))),
        )
        .order((submissions::received_at.desc(), submissions::id.desc()))
        .select(submissions::reference)
        .first(tx.connection)
        .optional()?;
    let next: Option<String> = submissions::table
        .filter(of_round)
        .filter(
            submissions::received_at.gt(at).or(submissions::received_at.eq(at).and(submissions::id.gt(id))),
        )
        .order((submissions::received_at, submissions::id))
        .select(submissions::reference)
        .first(tx.connection)
        .optional()?;
    Ok(Neighbours {
        previous: previous.as_deref().and_then(Reference::parse),
        next: next.as_deref().and_then(Reference::parse),
    })
}

/// An answer to one question, with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionAnswer {
    /// The submission.
    pub submission: Summary,
    /// The question, in the form version that was answered.
    pub question_id: QuestionId,
    /// The text.
    pub text: String,
}

/// The answers to any of `questions` of `round`, one question in several versions of its form, in the
/// order they were received.
///
/// # Errors
/// When the database fails.
pub fn list_answers(
    tx: &mut Reading<'_>,
    round: &Consultation,
    questions: &[QuestionId],
    filter: ExportFilter,
    offset: i64,
    limit: i64,
) -> Result<Vec<QuestionAnswer>, StoreError> {
    type Row = (SummaryRow, SummaryRevisionRow, DbId, String);
    let standing = submissions::table
        .inner_join(revisions::table.inner_join(answers::table))
        .filter(revisions::number.eq(submissions::revision))
        .filter(answers::question_id.eq_any(questions.iter().map(|id| DbId(id.0))))
        .order((submissions::received_at, submissions::id))
        .select((
            SummaryRow::as_select(),
            SummaryRevisionRow::as_select(),
            answers::question_id,
            answers::text,
        ));
    let rows: Vec<Row> =
        filtered!(standing, round, filter).offset(offset).limit(limit).load(tx.connection)?;
    rows.into_iter()
        .map(|(row, revision, question, text)| {
            let submission = to_summary((row, revision))?;
            Ok(QuestionAnswer { submission, question_id: QuestionId(question.0), text })
        })
        .collect()
}
