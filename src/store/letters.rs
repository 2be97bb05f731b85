//! The outbox: letters waiting to be sent.

use super::rows::from_name;
use super::schema::{letters, submissions};
use super::sealing::{Field, FieldKeys};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{LetterId, SubmissionId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterKind, LetterState};
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = letters)]
struct NewLetter<'a> {
    id: DbId,
    submission_id: Option<DbId>,
    kind: &'a str,
    language: &'a str,
    recipient: String,
    subject: &'a str,
    body: &'a str,
    state: &'a str,
    attempts: i32,
    created_at: DbMoment,
    due_at: DbMoment,
    unsubscribe: Option<&'a str>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = letters)]
struct LetterRow {
    id: DbId,
    submission_id: Option<DbId>,
    kind: String,
    language: String,
    recipient: String,
    subject: String,
    body: String,
    attempts: i32,
    unsubscribe: Option<String>,
}

/// A letter that this worker alone may send until its lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The letter.
    pub letter: Letter,
    /// How many times sending has been tried, this one included.
    pub attempts: i32,
}

/// How far a letter has come, as staff and its recipient may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterStatus {
    /// Its id.
    pub id: LetterId,
    /// What it is about.
    pub kind: LetterKind,
    /// How far it has come.
    pub state: LetterState,
    /// The reference of the submission it is about.
    pub reference: Option<String>,
    /// How many times sending has been tried.
    pub attempts: i32,
    /// When it was written.
    pub created_at: Moment,
    /// When it will be tried next, while it waits.
    pub due_at: Moment,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// Puts a letter in the outbox, in the transaction of the deed that it tells of.
///
/// # Errors
/// When the database fails.
pub fn post(tx: &mut Writing<'_>, letter: &Letter, at: Moment) -> Result<(), StoreError> {
    let row = NewLetter {
        id: DbId(letter.id.0),
        submission_id: letter.submission_id.map(|id| DbId(id.0)),
        kind: letter.kind.name(),
        language: letter.language.tag(),
        recipient: tx.keys.seal(Field::LetterRecipient, letter.id.0, &letter.recipient)?,
        subject: &letter.subject,
        body: &letter.body,
        state: LetterState::Waiting.name(),
        attempts: 0,
        created_at: DbMoment(at),
        due_at: DbMoment(at),
        unsubscribe: letter.unsubscribe.as_deref(),
    };
    diesel::insert_into(letters::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// Takes one letter that is due for this worker alone until `lease_ends`, or `None`. A letter
/// whose worker went away comes back when its lease ends.
///
/// # Errors
/// When the database fails.
pub fn claim_due(
    tx: &mut Upkeep<'_>,
    now: Moment,
    lease_ends: Moment,
) -> Result<Option<Claimed>, StoreError> {
    while let Some(row) = find_due(tx, now)? {
        let attempts = row.attempts + 1;
        // Another worker may have been faster between the two statements: the row count decides.
        let won = diesel::update(held(DbId(row.id.0), row.attempts))
            .set((letters::leased_until.eq(DbMoment(lease_ends)), letters::attempts.eq(attempts)))
            .execute(tx.connection)?;
        if won == 1 {
            return Ok(Some(Claimed { letter: to_letter(tx.keys, row)?, attempts }));
        }
    }
    Ok(None)
}

fn find_due(tx: &mut Reading<'_>, now: Moment) -> Result<Option<LetterRow>, StoreError> {
    let free = letters::leased_until.is_null().or(letters::leased_until.le(DbMoment(now)).assume_not_null());
    Ok(letters::table
        .filter(letters::state.eq(LetterState::Waiting.name()))
        .filter(letters::due_at.le(DbMoment(now)))
        .filter(free)
        .order((letters::due_at, letters::id))
        .select(LetterRow::as_select())
        .first(tx.connection)
        .optional()?)
}

/// A waiting letter that has been claimed `attempts` times: whoever claimed it last still holds
/// it, even where its lease has run out.
#[diesel::dsl::auto_type(no_type_alias)]
fn held(id: DbId, attempts: i32) -> _ {
    letters::table
        .filter(letters::id.eq(id))
        .filter(letters::state.eq("waiting"))
        .filter(letters::attempts.eq(attempts))
}

fn to_letter(keys: &FieldKeys, row: LetterRow) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: LetterId(row.id.0),
        submission_id: row.submission_id.map(|id| SubmissionId(id.0)),
        kind: from_name(&row.kind, LetterKind::from_name)?,
        language: from_name(&row.language, Language::from_tag)?,
        recipient: keys.open(Field::LetterRecipient, row.id.0, &row.recipient)?,
        subject: row.subject,
        body: row.body,
        unsubscribe: row.unsubscribe,
    })
}

/// Marks a letter as taken by a mail server, and forgets what it said and to whom.
///
/// # Errors
/// When the database fails.
pub fn mark_sent(tx: &mut Writing<'_>, id: LetterId, at: Moment) -> Result<(), StoreError> {
    diesel::update(letters::table.filter(letters::id.eq(DbId(id.0))))
        .set((
            letters::state.eq(LetterState::Sent.name()),
            letters::sent_at.eq(Some(DbMoment(at))),
            letters::leased_until.eq(None::<DbMoment>),
            letters::last_error.eq(None::<String>),
            letters::recipient.eq(""),
            letters::body.eq(""),
            letters::unsubscribe.eq(None::<String>),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Gives a letter back after its failed attempt number `attempts`, to be tried at `due_at`;
/// does nothing when another worker has claimed it since.
///
/// # Errors
/// When the database fails.
pub fn put_back(
    tx: &mut Upkeep<'_>,
    id: LetterId,
    attempts: i32,
    due_at: Moment,
    error: &str,
) -> Result<(), StoreError> {
    diesel::update(held(DbId(id.0), attempts))
        .set((
            letters::due_at.eq(DbMoment(due_at)),
            letters::leased_until.eq(None::<DbMoment>),
            letters::last_error.eq(Some(error)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Gives a letter up after its failed attempt number `attempts`; staff will see it. Does nothing
/// when another worker has claimed it since.
///
/// # Errors
/// When the database fails.
pub fn mark_failed(tx: &mut Writing<'_>, id: LetterId, attempts: i32, error: &str) -> Result<(), StoreError> {
    diesel::update(held(DbId(id.0), attempts))
        .set((
            letters::state.eq(LetterState::Failed.name()),
            letters::leased_until.eq(None::<DbMoment>),
            letters::last_error.eq(Some(error)),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Puts a failed letter back to be sent at `at`, with all its attempts; false when it is not
/// a failed one.
///
/// # Errors
/// When the database fails.
pub fn requeue(tx: &mut Writing<'_>, id: LetterId, at: Moment) -> Result<bool, StoreError> {
    let failed = letters::table
        .filter(letters::id.eq(DbId(id.0)))
        .filter(letters::state.eq(LetterState::Failed.name()));
    let put_back = diesel::update(failed)
        .set((
            letters::state.eq(LetterState::Waiting.name()),
            letters::attempts.eq(0),
            letters::last_error.eq(None::<String>),
            letters::due_at.eq(DbMoment(at)),
        ))
        .execute(tx.connection)?;
    Ok(put_back == 1)
}

type StatusRow = (DbId, String, String, Option<String>, i32, DbMoment, DbMoment, Option<String>);

fn to_status(row: StatusRow) -> Result<LetterStatus, StoreError> {
    let (id, kind, state, reference, attempts, created_at, due_at, last_error) = row;
    Ok(LetterStatus {
        id: LetterId(id.0),
        kind: from_name(&kind, LetterKind::from_name)?,
        state: from_name(&state, LetterState::from_name)?,
        reference,
        attempts,
        created_at: created_at.0,
        due_at: due_at.0,
        last_error,
    })
}

macro_rules! status_query {
    () => {
        letters::table.left_join(submissions::table).select((
            letters::id,
            letters::kind,
            letters::state,
            submissions::reference.nullable(),
            letters::attempts,
            letters::created_at,
            letters::due_at,
            letters::last_error,
        ))
    };
}

/// Letters that have not been sent, failed ones first, then by age; at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_unsent(tx: &mut Reading<'_>, limit: i64) -> Result<Vec<LetterStatus>, StoreError> {
    let rows: Vec<StatusRow> = status_query!()
        .filter(letters::state.ne(LetterState::Sent.name()))
        .order((letters::state.asc(), letters::id.asc()))
        .limit(limit)
        .load(tx.connection)?;
    rows.into_iter().map(to_status).collect()
}

/// The letters about one submission, newest first.
///
/// # Errors
/// When the database fails.
pub fn list_by_submission(
    tx: &mut Reading<'_>,
    submission: SubmissionId,
) -> Result<Vec<LetterStatus>, StoreError> {
    let rows: Vec<StatusRow> = status_query!()
        .filter(letters::submission_id.eq(DbId(submission.0)))
        .order(letters::id.desc())
        .load(tx.connection)?;
    rows.into_iter().map(to_status).collect()
}

/// How many letters are in `state`.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Reading<'_>, state: LetterState) -> Result<i64, StoreError> {
    Ok(letters::table.filter(letters::state.eq(state.name())).count().get_result(tx.connection)?)
}
