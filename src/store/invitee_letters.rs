//! The letters to consulted bodies: one row for each occasion, with the hash of its link.

use super::schema::{invitee_letters, invitees, letters};
use super::sealing::Field;
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, InviteeId, LetterId};
use crate::domain::invitee::Occasion;
use crate::domain::letter::LetterState;
use diesel::prelude::*;
use std::collections::HashMap;

/// Remembers that a letter is written.
///
/// # Errors
/// `AlreadyThere` when there is one on this occasion; then the letter must not be posted.
pub fn insert(
    tx: &mut Writing<'_>,
    invitee: InviteeId,
    occasion: Occasion,
    letter: LetterId,
    token_sha256: &str,
    at: Moment,
) -> Result<(), StoreError> {
    let row = (
        invitee_letters::invitee_id.eq(DbId(invitee.0)),
        invitee_letters::occasion.eq(occasion.to_string()),
        invitee_letters::letter_id.eq(DbId(letter.0)),
        invitee_letters::token_sha256.eq(token_sha256),
        invitee_letters::written_at.eq(DbMoment(at)),
    );
    tx.connection.transaction(|connection| {
        diesel::insert_into(invitee_letters::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// The first of a round's list that are to be invited and have no invitation, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_uninvited(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    limit: i64,
) -> Result<Vec<InviteeId>, StoreError> {
    let invitation = invitee_letters::table
        .filter(invitee_letters::invitee_id.eq(invitees::id))
        .filter(invitee_letters::occasion.eq(Occasion::Invitation.to_string()));
    let ids: Vec<DbId> = invitees::table
        .filter(invitees::consultation_id.eq(DbId(round.0)))
        .filter(invitees::asked_at.is_not_null())
        .filter(invitees::stopped_at.is_null())
        .filter(diesel::dsl::not(diesel::dsl::exists(invitation)))
        .order(invitees::id)
        .select(invitees::id)
        .limit(limit)
        .load(tx.connection)?;
    Ok(ids.into_iter().map(|id| InviteeId(id.0)).collect())
}

/// The names of the bodies that these letters go to; letters to others are left out.
///
/// # Errors
/// When the database fails.
pub fn list_names(
    tx: &mut Reading<'_>,
    letters: &[LetterId],
) -> Result<HashMap<LetterId, String>, StoreError> {
    let ids: Vec<DbId> = letters.iter().map(|letter| DbId(letter.0)).collect();
    let rows: Vec<(DbId, String)> = invitee_letters::table
        .inner_join(invitees::table.on(invitees::id.eq(invitee_letters::invitee_id)))
        .filter(invitee_letters::letter_id.eq_any(ids))
        .select((invitee_letters::letter_id, invitees::name))
        .load(tx.connection)?;
    Ok(rows.into_iter().map(|(letter, name)| (LetterId(letter.0), name)).collect())
}

/// Puts a failed letter back, to this address; false when it is not a failed one.
///
/// # Errors
/// When the database fails.
pub fn readdress(
    tx: &mut Writing<'_>,
    letter: LetterId,
    address: &str,
    at: Moment,
) -> Result<bool, StoreError> {
    let recipient = tx.keys.seal(Field::LetterRecipient, letter.0, address)?;
    let failed = letters::table
        .filter(letters::id.eq(DbId(letter.0)))
        .filter(letters::state.eq(LetterState::Failed.name()));
    let done = diesel::update(failed)
        .set((
            letters::recipient.eq(recipient),
            letters::state.eq(LetterState::Waiting.name()),
            letters::attempts.eq(0),
            letters::last_error.eq(None::<String>),
            letters::due_at.eq(DbMoment(at)),
        ))
        .execute(tx.connection)?;
    Ok(done == 1)
}
