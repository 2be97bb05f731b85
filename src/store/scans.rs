//! Files on their way through the virus scanner: who holds which, what it said, and what became of them.

use super::schema::{attachments, files, revisions, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use crate::domain::file::ScanState;
use crate::domain::ids::SubmissionId;
use crate::domain::submission::Status;
use diesel::prelude::*;

/// A file that one worker, or one request, alone may have scanned until its lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// How often the scanner has been asked in vain.
    pub attempts: i32,
    /// How often it has been claimed, this time included.
    number: i32,
}

/// What waits and is in nobody's hands.
#[diesel::dsl::auto_type(no_type_alias)]
fn free(now: DbMoment) -> _ {
    let free = files::scan_leased_until.is_null().or(files::scan_leased_until.le(now).assume_not_null());
    files::table.filter(files::scan.eq("waiting")).filter(free)
}

/// What `claim` still holds, even where its lease has run out.
#[diesel::dsl::auto_type(no_type_alias)]
fn held<'a>(sha256: &'a str, number: i32) -> _ {
    files::table
        .filter(files::sha256.eq(sha256))
        .filter(files::scan.eq("waiting"))
        .filter(files::scan_claims.eq(number))
}

/// Takes a file that is due until `lease_ends`, the longest kept first: `None` where there is none.
///
/// # Errors
/// When the database fails.
pub fn claim_due(tx: &mut Upkeep<'_>, now: Moment, lease_ends: Moment) -> Result<Option<Claim>, StoreError> {
    loop {
        let due = files::scan_due_at.is_null().or(files::scan_due_at.le(DbMoment(now)).assume_not_null());
        let found: Option<String> = free(DbMoment(now))
            .filter(due)
            .order((files::kept_at, files::sha256))
            .select(files::sha256)
            .first(tx.connection)
            .optional()?;
        let Some(sha256) = found else { return Ok(None) };
        // Another worker may be faster between the two statements; then the next one is looked for.
        if let Some(claim) = claim(tx, &sha256, now, lease_ends)? {
            return Ok(Some(claim));
        }
    }
}

/// Takes this file, due or not: `None` where it does not wait, or somebody else holds it.
///
/// # Errors
/// When the database fails.
pub fn claim(
    tx: &mut Upkeep<'_>,
    sha256: &str,
    now: Moment,
    lease_ends: Moment,
) -> Result<Option<Claim>, StoreError> {
    let found: Option<(i32, i32)> = free(DbMoment(now))
        .filter(files::sha256.eq(sha256))
        .select((files::scan_claims, files::scan_attempts))
        .first(tx.connection)
        .optional()?;
    let Some((claims, attempts)) = found else { return Ok(None) };
    let number = claims + 1;
    let won = diesel::update(held(sha256, claims))
        .set((files::scan_leased_until.eq(DbMoment(lease_ends)), files::scan_claims.eq(number)))
        .execute(tx.connection)?;
    Ok((won == 1).then(|| Claim { sha256: sha256.to_owned(), attempts, number }))
}

/// Whether a file is due.
///
/// # Errors
/// When the database fails.
pub fn has_due(tx: &mut Reading<'_>, now: Moment) -> Result<bool, StoreError> {
    let due = files::scan_due_at.is_null().or(files::scan_due_at.le(DbMoment(now)).assume_not_null());
    Ok(diesel::select(diesel::dsl::exists(free(DbMoment(now)).filter(due))).get_result(tx.connection)?)
}

/// Lets go of a file without a verdict, to be asked about at `due_at`, with `attempts` in vain; does
/// nothing where somebody else has claimed it since.
///
/// # Errors
/// When the database fails.
pub fn put_back(tx: &mut Upkeep<'_>, claim: &Claim, attempts: i32, due_at: Moment) -> Result<(), StoreError> {
    diesel::update(held(&claim.sha256, claim.number))
        .set((
            files::scan_attempts.eq(attempts),
            files::scan_due_at.eq(DbMoment(due_at)),
            files::scan_leased_until.eq(None::<DbMoment>),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Notes the verdict, and what was found or why there could be none; false where somebody else has
/// claimed the file since.
///
/// # Errors
/// When the database fails.
pub fn mark(
    tx: &mut Writing<'_>,
    claim: &Claim,
    scan: ScanState,
    said: Option<&str>,
    at: Moment,
) -> Result<bool, StoreError> {
    let marked = diesel::update(held(&claim.sha256, claim.number))
        .set((
            files::scan.eq(scan.name()),
            files::signature.eq(said),
            files::scanned_at.eq(Some(DbMoment(at))),
            files::scan_leased_until.eq(None::<DbMoment>),
        ))
        .execute(tx.connection)?;
    Ok(marked == 1)
}

/// Lets every file wait again that the scanner could not look at; returns how many.
///
/// # Errors
/// When the database fails.
pub fn requeue_failed(tx: &mut Writing<'_>) -> Result<usize, StoreError> {
    Ok(diesel::update(files::table.filter(files::scan.eq(ScanState::Failed.name())))
        .set((
            files::scan.eq(ScanState::Waiting.name()),
            files::signature.eq(None::<String>),
            files::scanned_at.eq(None::<DbMoment>),
            files::scan_attempts.eq(0),
            files::scan_due_at.eq(None::<DbMoment>),
        ))
        .execute(tx.connection)?)
}

/// The submissions that stand, and whose present revision has this file.
///
/// # Errors
/// When the database fails.
pub fn list_submissions(tx: &mut Reading<'_>, sha256: &str) -> Result<Vec<SubmissionId>, StoreError> {
    let ids: Vec<DbId> = attachments::table
        .inner_join(revisions::table.inner_join(submissions::table))
        .filter(attachments::sha256.eq(sha256))
        .filter(revisions::number.eq(submissions::revision))
        .filter(submissions::status.eq(Status::Received.name()))
        .order(submissions::id)
        .select(submissions::id)
        .load(tx.connection)?;
    Ok(ids.into_iter().map(|id| SubmissionId(id.0)).collect())
}

/// Infected files whose bytes are not in quarantine yet; at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_to_quarantine(tx: &mut Reading<'_>, limit: i64) -> Result<Vec<String>, StoreError> {
    Ok(files::table
        .filter(files::scan.eq(ScanState::Infected.name()))
        .filter(files::quarantined_at.is_null())
        .order(files::kept_at)
        .select(files::sha256)
        .limit(limit)
        .load(tx.connection)?)
}

/// Notes that the bytes of an infected file are in quarantine.
///
/// # Errors
/// When the database fails.
pub fn mark_quarantined(tx: &mut Upkeep<'_>, sha256: &str, at: Moment) -> Result<(), StoreError> {
    diesel::update(files::table.filter(files::sha256.eq(sha256)))
        .set(files::quarantined_at.eq(Some(DbMoment(at))))
        .execute(tx.connection)?;
    Ok(())
}

/// Infected files that were put in quarantine before `before` and are there still; at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_to_delete(tx: &mut Reading<'_>, before: Moment, limit: i64) -> Result<Vec<String>, StoreError> {
    Ok(files::table
        .filter(files::scan.eq(ScanState::Infected.name()))
        .filter(files::quarantined_at.lt(DbMoment(before)).assume_not_null())
        .filter(files::deleted_at.is_null())
        .order(files::quarantined_at)
        .select(files::sha256)
        .limit(limit)
        .load(tx.connection)?)
}

/// Notes that the bytes of an infected file have been deleted.
///
/// # Errors
/// When the database fails.
pub fn mark_deleted(tx: &mut Writing<'_>, sha256: &str, at: Moment) -> Result<(), StoreError> {
    diesel::update(files::table.filter(files::sha256.eq(sha256)))
        .set(files::deleted_at.eq(Some(DbMoment(at))))
        .execute(tx.connection)?;
    Ok(())
}

/// How many files are in this state.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Reading<'_>, scan: ScanState) -> Result<i64, StoreError> {
    Ok(files::table.filter(files::scan.eq(scan.name())).count().get_result(tx.connection)?)
}

/// How many files wait that were kept before `before`.
///
/// # Errors
/// When the database fails.
pub fn count_waiting_since(tx: &mut Reading<'_>, before: Moment) -> Result<i64, StoreError> {
    Ok(files::table
        .filter(files::scan.eq(ScanState::Waiting.name()))
        .filter(files::kept_at.lt(DbMoment(before)))
        .count()
        .get_result(tx.connection)?)
}
