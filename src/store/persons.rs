//! Persons: which of their possible keys they have in a round, and what is kept about them
//! beside what they wrote.

use super::schema::{audit_log, draft_members, drafts, revisions, submission_members, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::person::PersonKey;
use crate::domain::submission::Status;
use diesel::prelude::*;

/// The key that a person goes by, of the `possible` ones in one round, the active one first.
/// Whoever began under an old key keeps it for the round, so that all that is theirs hangs
/// together and there is still one live submission; everyone else has the active one. Asks
/// nothing while there is only one.
///
/// # Errors
/// When the database fails; `Corrupt` for no key at all.
pub fn find_key(tx: &mut Reading<'_>, possible: Vec<PersonKey>) -> Result<PersonKey, StoreError> {
    let mut keys = possible.into_iter();
    let active = keys.next().ok_or_else(|| StoreError::Corrupt("a person without a key".to_owned()))?;
    for old in keys {
        if has_begun(tx, &old)? {
            return Ok(old);
        }
    }
    Ok(active)
}

/// Whether anything of this round hangs on `key`: a submission or a draft, their own or shared.
///
/// # Errors
/// When the database fails.
pub fn has_begun(tx: &mut Reading<'_>, key: &PersonKey) -> Result<bool, StoreError> {
    use diesel::dsl::exists;
    let sent = submissions::table.filter(submissions::person_key.eq(key.as_str()));
    if diesel::select(exists(sent)).get_result(tx.connection)? {
        return Ok(true);
    }
    let typed = drafts::table.filter(drafts::person_key.eq(key.as_str()));
    if diesel::select(exists(typed)).get_result(tx.connection)? {
        return Ok(true);
    }
    let writes = draft_members::table.filter(draft_members::person_key.eq(key.as_str()));
    let sees = submission_members::table.filter(submission_members::person_key.eq(key.as_str()));
    Ok(diesel::select(exists(writes)).get_result(tx.connection)?
        || diesel::select(exists(sees)).get_result(tx.connection)?)
}

/// A line of the audit log, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: String,
    /// What happened.
    pub event: String,
    /// To what.
    pub subject: String,
}

/// What the audit log says of `subjects`, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_log_lines(tx: &mut Reading<'_>, subjects: &[String]) -> Result<Vec<LogLine>, StoreError> {
    let mut about = audit_log::table.filter(audit_log::subject.eq_any(subjects)).into_boxed();
    // «reference: attachment …» is about it too; see `store/audit/lists.rs`.
    for subject in subjects {
        let (from, before) = (format!("{subject}: "), format!("{subject}:!"));
        about = about.or_filter(audit_log::subject.ge(from).and(audit_log::subject.lt(before)));
    }
    let rows: Vec<(DbMoment, String, String, String)> = about
        .order((audit_log::at, audit_log::id))
        .select((audit_log::at, audit_log::actor, audit_log::event, audit_log::subject))
        .load(tx.connection)?;
    let line = |(at, actor, event, subject): (DbMoment, _, _, _)| LogLine { at: at.0, actor, event, subject };
    Ok(rows.into_iter().map(line).collect())
}

/// A draft or submission that a person shares with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The draft's id or the submission's reference.
    pub of: String,
    /// The person's name, as the others read it.
    pub name: String,
}

/// Everything that a person shares with others.
///
/// # Errors
/// When the database fails.
pub fn list_memberships(tx: &mut Reading<'_>, keys: &[PersonKey]) -> Result<Vec<Membership>, StoreError> {
    let keys: Vec<&str> = keys.iter().map(PersonKey::as_str).collect();
    let writes: Vec<(DbId, String)> = draft_members::table
        .filter(draft_members::person_key.eq_any(&keys))
        .order(draft_members::draft_id)
        .select((draft_members::draft_id, draft_members::name))
        .load(tx.connection)?;
    let sees: Vec<(String, String)> = submission_members::table
        .inner_join(submissions::table)
        .filter(submission_members::person_key.eq_any(&keys))
        .order(submissions::reference)
        .select((submissions::reference, submission_members::name))
        .load(tx.connection)?;
    let writes = writes.into_iter().map(|(id, name)| (id.0.to_string(), name));
    Ok(writes.chain(sees).map(|(of, name)| Membership { of, name }).collect())
}

/// Removes the e-mail addresses of what a person has withdrawn; returns how many there were.
///
/// # Errors
/// When the database fails.
pub fn forget_withdrawn_contacts(tx: &mut Writing<'_>, keys: &[PersonKey]) -> Result<usize, StoreError> {
    let withdrawn = submissions::table
        .filter(submissions::person_key.eq_any(keys.iter().map(PersonKey::as_str)))
        .filter(submissions::status.eq(Status::Withdrawn.name()))
        .select(submissions::id);
    let theirs = revisions::table
        .filter(revisions::submission_id.eq_any(withdrawn))
        .filter(revisions::email.is_not_null());
    Ok(diesel::update(theirs).set(revisions::email.eq(None::<String>)).execute(tx.connection)?)
}
