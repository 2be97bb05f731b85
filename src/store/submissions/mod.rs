//! Submissions, their revisions and their answers.

mod counts;
mod filter;
mod followers;
mod lists;
mod progress;
mod revisions;
mod sheet;

pub use counts::{
    Counts, count, count_asked, count_by_question, count_by_round, count_choices, count_filtered,
};
pub use followers::{Follower, list_followers};
pub use lists::{
    Marks, Neighbours, QuestionAnswer, Summary, find_neighbours, list, list_answers, list_marks,
};
pub use progress::{Sort, UnsentLetters, count_by_hour, count_by_sort, count_unsent_letters};
pub use revisions::list_revisions;
pub use sheet::{count_sheet_rows, for_each_sheet_row};

pub(in crate::store) use filter::filtered;

use super::rows::from_name;
use super::schema::{revisions as revision_table, submission_members, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, DraftId, SubmissionId};
use crate::domain::person::PersonKey;
use crate::domain::reference::Reference;
use crate::domain::submission::{Channel, Status, Submission};
use diesel::prelude::*;
use revisions::{RevisionRow, with_answers};

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = submissions)]
struct SubmissionRow {
    id: DbId,
    consultation_id: DbId,
    reference: String,
    channel: String,
    status: String,
    person_key: Option<String>,
    live_key: Option<String>,
    import_key: Option<String>,
    revision: i32,
    received_at: DbMoment,
    withdrawn_at: Option<DbMoment>,
}

/// Stores a submission with its first revision, in a savepoint, so that `AlreadyThere` leaves
/// the transaction usable.
///
/// # Errors
/// `AlreadyThere` when the reference, the draft, the live key or the import key is taken; the
/// databases do not both say which.
pub fn insert(tx: &mut Writing<'_>, submission: &Submission) -> Result<(), StoreError> {
    let row = SubmissionRow {
        id: DbId(submission.id.0),
        consultation_id: DbId(submission.consultation_id.0),
        reference: submission.reference.as_str().to_owned(),
        channel: submission.channel.name().to_owned(),
        status: submission.status.name().to_owned(),
        person_key: submission.person.as_ref().map(|key| key.as_str().to_owned()),
        live_key: submission.live_key.clone(),
        import_key: submission.import_key.clone(),
        revision: submission.current.number,
        received_at: DbMoment(submission.current.received_at),
        withdrawn_at: submission.withdrawn_at.map(DbMoment),
    };
    let keys = tx.keys;
    tx.connection.transaction(|connection| {
        diesel::insert_into(submissions::table).values(row).execute(connection)?;
        revisions::insert(connection, keys, submission.id, &submission.current)
    })
}

/// Stores a new revision and lets it stand; earlier ones are kept.
///
/// # Errors
/// `AlreadyThere` when the draft has been sent or the live key is taken.
pub fn insert_revision(tx: &mut Writing<'_>, submission: &Submission) -> Result<(), StoreError> {
    let keys = tx.keys;
    tx.connection.transaction(|connection| {
        revisions::insert(connection, keys, submission.id, &submission.current)?;
        diesel::update(submissions::table.filter(submissions::id.eq(DbId(submission.id.0))))
            .set((
                submissions::revision.eq(submission.current.number),
                submissions::received_at.eq(DbMoment(submission.current.received_at)),
                submissions::live_key.eq(&submission.live_key),
            ))
            .execute(connection)?;
        Ok(())
    })
}

/// Marks a submission as withdrawn; the person may then send a new one.
///
/// # Errors
/// When the database fails.
pub fn mark_withdrawn(tx: &mut Writing<'_>, id: SubmissionId, at: Moment) -> Result<(), StoreError> {
    diesel::update(submissions::table.filter(submissions::id.eq(DbId(id.0))))
        .set((
            submissions::status.eq(Status::Withdrawn.name()),
            submissions::withdrawn_at.eq(Some(DbMoment(at))),
            submissions::live_key.eq(None::<String>),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Submissions with the revision that stands.
macro_rules! standing {
    () => {
        submissions::table
            .inner_join(revision_table::table)
            .filter(revision_table::number.eq(submissions::revision))
            .select((SubmissionRow::as_select(), RevisionRow::as_select()))
    };
}

type StandingRow = (SubmissionRow, RevisionRow);

/// The submission with this reference.
///
/// # Errors
/// When the database fails.
pub fn find_by_reference(
    tx: &mut Reading<'_>,
    reference: &Reference,
) -> Result<Option<Submission>, StoreError> {
    let rows: Vec<StandingRow> =
        standing!().filter(submissions::reference.eq(reference.as_str())).load(tx.connection)?;
    Ok(complete(tx, rows)?.pop())
}

/// The live submission with this key; see [`crate::domain::person::live_key`].
///
/// # Errors
/// When the database fails.
pub fn find_live(
    tx: &mut Reading<'_>,
    live_key: &str,
) -> Result<Option<(SubmissionId, Reference)>, StoreError> {
    let found: Option<(DbId, String)> = submissions::table
        .filter(submissions::live_key.eq(live_key))
        .select((submissions::id, submissions::reference))
        .first(tx.connection)
        .optional()?;
    found
        .map(|(id, reference)| Ok((SubmissionId(id.0), from_name(&reference, Reference::parse)?)))
        .transpose()
}

/// The submission with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, id: SubmissionId) -> Result<Option<Submission>, StoreError> {
    let rows: Vec<StandingRow> = standing!().filter(submissions::id.eq(DbId(id.0))).load(tx.connection)?;
    Ok(complete(tx, rows)?.pop())
}

/// Whether a submission has this reference.
///
/// # Errors
/// When the database fails.
pub fn has_reference(tx: &mut Reading<'_>, reference: &Reference) -> Result<bool, StoreError> {
    let taken = submissions::table.filter(submissions::reference.eq(reference.as_str()));
    Ok(diesel::select(diesel::dsl::exists(taken)).get_result(tx.connection)?)
}

/// The submission that any revision of which was sent from this draft.
///
/// # Errors
/// When the database fails.
pub fn find_by_draft(tx: &mut Reading<'_>, draft: DraftId) -> Result<Option<Submission>, StoreError> {
    let sent: Option<DbId> = revision_table::table
        .filter(revision_table::draft_id.eq(DbId(draft.0)))
        .select(revision_table::submission_id)
        .first(tx.connection)
        .optional()?;
    let Some(id) = sent else { return Ok(None) };
    let rows: Vec<StandingRow> = standing!().filter(submissions::id.eq(id)).load(tx.connection)?;
    Ok(complete(tx, rows)?.pop())
}

/// The submission that was imported under this key.
///
/// # Errors
/// When the database fails.
pub fn find_by_import_key(tx: &mut Reading<'_>, key: &str) -> Result<Option<Submission>, StoreError> {
    let rows: Vec<StandingRow> = standing!().filter(submissions::import_key.eq(key)).load(tx.connection)?;
    Ok(complete(tx, rows)?.pop())
}

/// The submissions of a person in one round, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_own(tx: &mut Reading<'_>, person: &PersonKey) -> Result<Vec<Submission>, StoreError> {
    let rows: Vec<StandingRow> = standing!()
        .filter(submissions::person_key.eq(person.as_str()))
        .order((submissions::received_at.desc(), submissions::id.desc()))
        .load(tx.connection)?;
    complete(tx, rows)
}

/// The first submission of a person in one round that stands.
///
/// # Errors
/// When the database fails.
pub fn find_first_live(tx: &mut Reading<'_>, person: &PersonKey) -> Result<Option<Reference>, StoreError> {
    let first: Option<String> = submissions::table
        .filter(submissions::person_key.eq(person.as_str()))
        .filter(submissions::status.eq(Status::Received.name()))
        .order((submissions::received_at, submissions::id))
        .select(submissions::reference)
        .first(tx.connection)
        .optional()?;
    first.map(|reference| from_name(&reference, Reference::parse)).transpose()
}

/// The submissions of a person, known by a key in each round, and those that they see beside
/// whoever sent them, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_by_person(tx: &mut Reading<'_>, keys: &[PersonKey]) -> Result<Vec<Submission>, StoreError> {
    let keys: Vec<&str> = keys.iter().map(PersonKey::as_str).collect();
    let seen = submission_members::table
        .filter(submission_members::person_key.eq_any(keys.clone()))
        .select(submission_members::submission_id);
    let rows: Vec<StandingRow> = standing!()
        .filter(submissions::person_key.eq_any(keys).or(submissions::id.nullable().eq_any(seen.nullable())))
        .order((submissions::received_at.desc(), submissions::id.desc()))
        .load(tx.connection)?;
    complete(tx, rows)
}

/// Adds the answers, with one query for all.
fn complete(tx: &mut Reading<'_>, rows: Vec<StandingRow>) -> Result<Vec<Submission>, StoreError> {
    let (rows, revisions): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let revisions = with_answers(tx, revisions)?;
    rows.into_iter()
        .zip(revisions)
        .map(|(row, current)| {
            Ok(Submission {
                id: SubmissionId(row.id.0),
                consultation_id: ConsultationId(row.consultation_id.0),
                reference: from_name(&row.reference, Reference::parse)?,
                channel: from_name(&row.channel, Channel::from_name)?,
                status: from_name(&row.status, Status::from_name)?,
                person: row.person_key.map(PersonKey::restored),
                live_key: row.live_key,
                import_key: row.import_key,
                withdrawn_at: row.withdrawn_at.map(|at| at.0),
                current,
            })
        })
        .collect()
}
