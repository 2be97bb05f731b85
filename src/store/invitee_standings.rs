//! How far consulted bodies have come, put together from letters, drafts and submissions, with the same
//! few queries however many they are.

use super::rows::from_name;
use super::schema::{drafts, invitee_drafts, invitee_letters, invitees, letters, revisions, submissions};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, invitees as list};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, LetterId};
use crate::domain::invitee::{Invitee, InviteeAnswer, InviteeLetter, Standing};
use crate::domain::letter::LetterState;
use crate::domain::reference::Reference;
use crate::domain::respondent::RespondentKind;
use crate::domain::submission::Status;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// How far everyone on a round's list has come, in the list's order.
///
/// # Errors
/// When the database fails.
pub fn list_standings(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Standing>, StoreError> {
    let invitees = list::list(tx, round)?;
    standings(tx, invitees)
}

/// How far one has come.
///
/// # Errors
/// When the database fails.
pub fn find_standing(tx: &mut Reading<'_>, invitee: Invitee) -> Result<Standing, StoreError> {
    let found = standings(tx, vec![invitee])?.pop();
    found.ok_or_else(|| StoreError::Corrupt("an invitee has no standing".to_owned()))
}

fn standings(tx: &mut Reading<'_>, invitees: Vec<Invitee>) -> Result<Vec<Standing>, StoreError> {
    let ids: Vec<DbId> = invitees.iter().map(|invitee| DbId(invitee.id.0)).collect();
    let mut letters = letters_of(tx, &ids)?;
    let drafted = drafted(tx, &ids)?;
    let mut answers = answers_of(tx, &ids)?;
    Ok(invitees
        .into_iter()
        .map(|invitee| Standing {
            letters: letters.remove(&invitee.id.0).unwrap_or_default(),
            drafted_at: drafted.get(&invitee.id.0).copied(),
            answers: answers.remove(&invitee.id.0).unwrap_or_default(),
            invitee,
        })
        .collect())
}

type LetterRow = (DbId, String, DbId, DbMoment, Option<String>, Option<String>);

fn letters_of(tx: &mut Reading<'_>, ids: &[DbId]) -> Result<HashMap<Uuid, Vec<InviteeLetter>>, StoreError> {
    let rows: Vec<LetterRow> = invitee_letters::table
        .left_join(letters::table.on(letters::id.eq(invitee_letters::letter_id)))
        .filter(invitee_letters::invitee_id.eq_any(ids.to_vec()))
        .order((invitee_letters::written_at, invitee_letters::letter_id))
        .select((
            invitee_letters::invitee_id,
            invitee_letters::occasion,
            invitee_letters::letter_id,
            invitee_letters::written_at,
            letters::state.nullable(),
            letters::last_error.nullable(),
        ))
        .load(tx.connection)?;
    let mut found: HashMap<Uuid, Vec<InviteeLetter>> = HashMap::new();
    for (invitee, occasion, letter, written_at, state, error) in rows {
        found.entry(invitee.0).or_default().push(InviteeLetter {
            occasion,
            letter_id: LetterId(letter.0),
            written_at: written_at.0,
            state: state.map(|state| from_name(&state, LetterState::from_name)).transpose()?,
            error,
        });
    }
    Ok(found)
}

fn drafted(tx: &mut Reading<'_>, ids: &[DbId]) -> Result<HashMap<Uuid, Moment>, StoreError> {
    let rows: Vec<(DbId, DbMoment)> = invitee_drafts::table
        .inner_join(drafts::table.on(drafts::id.eq(invitee_drafts::draft_id)))
        .filter(invitee_drafts::invitee_id.eq_any(ids.to_vec()))
        .order(drafts::saved_at)
        .select((invitee_drafts::invitee_id, drafts::saved_at))
        .load(tx.connection)?;
    Ok(rows.into_iter().map(|(invitee, at)| (invitee.0, at.0)).collect())
}

/// The submissions that stand for each: those that came of a draft begun by its link, and those that
/// name its number or its name in the same round.
fn answers_of(tx: &mut Reading<'_>, ids: &[DbId]) -> Result<HashMap<Uuid, Vec<InviteeAnswer>>, StoreError> {
    let mut pairs: HashSet<(Uuid, Uuid)> = HashSet::new();
    let mut add =
        |rows: Vec<(DbId, DbId)>| pairs.extend(rows.into_iter().map(|(one, other)| (one.0, other.0)));
    add(invitee_drafts::table
        .inner_join(revisions::table.on(revisions::draft_id.eq(invitee_drafts::draft_id.nullable())))
        .filter(invitee_drafts::invitee_id.eq_any(ids.to_vec()))
        .select((invitee_drafts::invitee_id, revisions::submission_id))
        .load(tx.connection)?);
    let is_organisation = revisions::respondent_kind.eq(RespondentKind::Organisation.name());
    let is_same_round = submissions::id
        .eq(revisions::submission_id)
        .and(submissions::revision.eq(revisions::number))
        .and(submissions::consultation_id.eq(invitees::consultation_id));
    add(invitees::table
        .inner_join(revisions::table.on(revisions::org_number.eq(invitees::org_number)))
        .inner_join(submissions::table.on(is_same_round))
        .filter(invitees::id.eq_any(ids.to_vec()))
        .filter(is_organisation)
        .select((invitees::id, submissions::id))
        .load(tx.connection)?);
    add(invitees::table
        .inner_join(revisions::table.on(revisions::organisation.eq(invitees::name.nullable())))
        .inner_join(submissions::table.on(is_same_round))
        .filter(invitees::id.eq_any(ids.to_vec()))
        .filter(is_organisation)
        .select((invitees::id, submissions::id))
        .load(tx.connection)?);
    let known = submissions_of(tx, &pairs)?;
    let mut found: HashMap<Uuid, Vec<InviteeAnswer>> = HashMap::new();
    for (invitee, submission) in pairs {
        if let Some(answer) = known.get(&submission) {
            found.entry(invitee).or_default().push(answer.clone());
        }
    }
    for answers in found.values_mut() {
        answers.sort_by_key(|answer| (answer.received_at, answer.reference.to_string()));
    }
    Ok(found)
}

/// Those of the submissions that stand.
fn submissions_of(
    tx: &mut Reading<'_>,
    pairs: &HashSet<(Uuid, Uuid)>,
) -> Result<HashMap<Uuid, InviteeAnswer>, StoreError> {
    let ids: Vec<DbId> = pairs.iter().map(|(_, submission)| DbId(*submission)).collect();
    let rows: Vec<(DbId, String, DbMoment, bool)> = submissions::table
        .inner_join(revisions::table)
        .filter(revisions::number.eq(submissions::revision))
        .filter(submissions::id.eq_any(ids))
        .filter(submissions::status.eq(Status::Received.name()))
        .select((submissions::id, submissions::reference, submissions::received_at, revisions::no_comment))
        .load(tx.connection)?;
    rows.into_iter()
        .map(|(id, reference, received_at, no_comment)| {
            let reference = from_name(&reference, Reference::parse)?;
            Ok((id.0, InviteeAnswer { reference, received_at: received_at.0, no_comment }))
        })
        .collect()
}
