//! Those who write on a draft together, invitations to them, and what they see of the submission.

use super::schema::{draft_invitations, draft_members, drafts, submission_members};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use crate::domain::draft::{DraftPlace, Invitation, Member, draft_key};
use crate::domain::ids::{DraftId, InvitationId, SubmissionId};
use crate::domain::person::PersonKey;
use crate::domain::submission::Reader;
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = draft_members)]
struct MemberRow {
    draft_id: DbId,
    person_key: String,
    name: String,
    joined_at: DbMoment,
}

/// Adds one to those who write on a draft.
///
/// # Errors
/// `AlreadyThere` when they write on it already.
pub fn insert(tx: &mut Writing<'_>, draft: DraftId, member: &Member) -> Result<(), StoreError> {
    let row = MemberRow {
        draft_id: DbId(draft.0),
        person_key: member.person.as_str().to_owned(),
        name: member.name.clone(),
        joined_at: DbMoment(member.joined_at),
    };
    tx.connection.transaction(|connection| {
        diesel::insert_into(draft_members::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Those who write on a draft, by when they joined; nobody where it is not shared.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, draft: DraftId) -> Result<Vec<Member>, StoreError> {
    let rows: Vec<MemberRow> = draft_members::table
        .filter(draft_members::draft_id.eq(DbId(draft.0)))
        .order((draft_members::joined_at, draft_members::person_key))
        .select(MemberRow::as_select())
        .load(tx.connection)?;
    let member = |row: MemberRow| Member {
        person: PersonKey::restored(row.person_key),
        name: row.name,
        joined_at: row.joined_at.0,
    };
    Ok(rows.into_iter().map(member).collect())
}

/// Whether a person writes on a draft.
///
/// # Errors
/// When the database fails.
pub fn is_member(tx: &mut Reading<'_>, draft: DraftId, person: &PersonKey) -> Result<bool, StoreError> {
    let one = draft_members::table.find((DbId(draft.0), person.as_str()));
    Ok(diesel::select(diesel::dsl::exists(one)).get_result(tx.connection)?)
}

/// Removes one of those who write on a draft; false when they did not.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, draft: DraftId, person: &PersonKey) -> Result<bool, StoreError> {
    let one = draft_members::table.find((DbId(draft.0), person.as_str()));
    Ok(diesel::delete(one).execute(tx.connection)? == 1)
}

/// Moves a draft from its owner's own place to where all its members find it.
///
/// # Errors
/// When the database fails.
pub fn mark_shared(tx: &mut Writing<'_>, draft: DraftId, owner: &PersonKey) -> Result<(), StoreError> {
    diesel::update(drafts::table.find(DbId(draft.0)))
        .set(drafts::draft_key.eq(draft_key(owner, DraftPlace::Shared(draft))))
        .execute(tx.connection)?;
    Ok(())
}

/// Decides whether members may change what becomes of a draft.
///
/// # Errors
/// When the database fails.
pub fn update_may_change(tx: &mut Writing<'_>, draft: DraftId, may_change: bool) -> Result<(), StoreError> {
    diesel::update(drafts::table.find(DbId(draft.0)))
        .set(drafts::members_may_change.eq(may_change))
        .execute(tx.connection)?;
    Ok(())
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = draft_invitations)]
struct InvitationRow {
    id: DbId,
    draft_id: DbId,
    token_sha256: String,
    created_at: DbMoment,
    expires_at: DbMoment,
}

fn to_invitation(row: &InvitationRow) -> Invitation {
    Invitation {
        id: InvitationId(row.id.0),
        draft_id: DraftId(row.draft_id.0),
        created_at: row.created_at.0,
        expires_at: row.expires_at.0,
    }
}

/// Stores an invitation under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert_invitation(
    tx: &mut Writing<'_>,
    invitation: &Invitation,
    token_sha256: &str,
) -> Result<(), StoreError> {
    let row = InvitationRow {
        id: DbId(invitation.id.0),
        draft_id: DbId(invitation.draft_id.0),
        token_sha256: token_sha256.to_owned(),
        created_at: DbMoment(invitation.created_at),
        expires_at: DbMoment(invitation.expires_at),
    };
    diesel::insert_into(draft_invitations::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// The invitation with this token that has not expired at `now`.
///
/// # Errors
/// When the database fails.
pub fn find_invitation(
    tx: &mut Reading<'_>,
    token_sha256: &str,
    now: Moment,
) -> Result<Option<Invitation>, StoreError> {
    let row: Option<InvitationRow> = draft_invitations::table
        .filter(draft_invitations::token_sha256.eq(token_sha256))
        .filter(draft_invitations::expires_at.gt(DbMoment(now)))
        .select(InvitationRow::as_select())
        .first(tx.connection)
        .optional()?;
    Ok(row.as_ref().map(to_invitation))
}

/// The invitations to a draft that have not expired at `now`, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_invitations(
    tx: &mut Reading<'_>,
    draft: DraftId,
    now: Moment,
) -> Result<Vec<Invitation>, StoreError> {
    let rows: Vec<InvitationRow> = draft_invitations::table
        .filter(draft_invitations::draft_id.eq(DbId(draft.0)))
        .filter(draft_invitations::expires_at.gt(DbMoment(now)))
        .order(draft_invitations::id)
        .select(InvitationRow::as_select())
        .load(tx.connection)?;
    Ok(rows.iter().map(to_invitation).collect())
}

/// Uses an invitation up, or takes it back; false when it was gone already.
///
/// # Errors
/// When the database fails.
pub fn delete_invitation(tx: &mut Writing<'_>, draft: DraftId, id: InvitationId) -> Result<bool, StoreError> {
    let one = draft_invitations::table
        .filter(draft_invitations::id.eq(DbId(id.0)))
        .filter(draft_invitations::draft_id.eq(DbId(draft.0)));
    Ok(diesel::delete(one).execute(tx.connection)? == 1)
}

/// Removes the invitations that had expired at `now`; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_expired_invitations(tx: &mut Upkeep<'_>, now: Moment) -> Result<usize, StoreError> {
    let old = draft_invitations::table.filter(draft_invitations::expires_at.le(DbMoment(now)));
    Ok(diesel::delete(old).execute(tx.connection)?)
}

/// Lets one more see a submission.
///
/// # Errors
/// `AlreadyThere` when they do already.
pub fn insert_reader(
    tx: &mut Writing<'_>,
    submission: SubmissionId,
    reader: &Reader,
) -> Result<(), StoreError> {
    let row = (
        submission_members::submission_id.eq(DbId(submission.0)),
        submission_members::person_key.eq(reader.person.as_str()),
        submission_members::name.eq(&reader.name),
        submission_members::may_change.eq(reader.may_change),
    );
    tx.connection.transaction(|connection| {
        diesel::insert_into(submission_members::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Lets one no longer see a submission.
///
/// # Errors
/// When the database fails.
pub fn delete_reader(
    tx: &mut Writing<'_>,
    submission: SubmissionId,
    person: &PersonKey,
) -> Result<(), StoreError> {
    let one = submission_members::table.find((DbId(submission.0), person.as_str()));
    diesel::delete(one).execute(tx.connection)?;
    Ok(())
}

/// Those who see a submission beside whoever sent it, by name.
///
/// # Errors
/// When the database fails.
pub fn list_readers(tx: &mut Reading<'_>, submission: SubmissionId) -> Result<Vec<Reader>, StoreError> {
    let rows: Vec<(String, String, bool)> = submission_members::table
        .filter(submission_members::submission_id.eq(DbId(submission.0)))
        .order((submission_members::name, submission_members::person_key))
        .select((submission_members::person_key, submission_members::name, submission_members::may_change))
        .load(tx.connection)?;
    let reader = |(key, name, may_change)| Reader { person: PersonKey::restored(key), name, may_change };
    Ok(rows.into_iter().map(reader).collect())
}
