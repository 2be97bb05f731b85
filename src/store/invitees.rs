//! Consulted bodies that are invited to answer.

use super::rows::{from_json, from_name};
use super::schema::{consultations, invitee_drafts, invitee_letters, invitees};
use super::sealing::{Field, FieldKeys};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, DraftId, InviteeId};
use crate::domain::invitee::{Invitee, InviteeFacts};
use crate::domain::language::{Language, Localized};
use crate::domain::respondent::OrgNumber;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = invitees)]
struct InviteeRow {
    id: DbId,
    consultation_id: DbId,
    name: String,
    org_number: Option<String>,
    address: String,
    language: String,
    added_at: DbMoment,
    asked_at: Option<DbMoment>,
    opened_at: Option<DbMoment>,
    stopped_at: Option<DbMoment>,
}

fn to_invitee(keys: &FieldKeys, row: InviteeRow) -> Result<Invitee, StoreError> {
    Ok(Invitee {
        id: InviteeId(row.id.0),
        consultation_id: ConsultationId(row.consultation_id.0),
        facts: InviteeFacts {
            name: row.name,
            org_number: row.org_number.map(|number| from_name(&number, OrgNumber::parse)).transpose()?,
            address: keys.open(Field::InviteeAddress, row.id.0, &row.address)?,
            language: from_name(&row.language, Language::from_tag)?,
        },
        added_at: row.added_at.0,
        asked_at: row.asked_at.map(|at| at.0),
        opened_at: row.opened_at.map(|at| at.0),
        stopped_at: row.stopped_at.map(|at| at.0),
    })
}

/// Puts one on its round's list.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Writing<'_>, invitee: &Invitee) -> Result<(), StoreError> {
    let facts = &invitee.facts;
    let row = InviteeRow {
        id: DbId(invitee.id.0),
        consultation_id: DbId(invitee.consultation_id.0),
        name: facts.name.clone(),
        org_number: facts.org_number.as_ref().map(|number| number.as_str().to_owned()),
        address: tx.keys.seal(Field::InviteeAddress, invitee.id.0, &facts.address)?,
        language: facts.language.tag().to_owned(),
        added_at: DbMoment(invitee.added_at),
        asked_at: invitee.asked_at.map(DbMoment),
        opened_at: invitee.opened_at.map(DbMoment),
        stopped_at: invitee.stopped_at.map(DbMoment),
    };
    diesel::insert_into(invitees::table).values(row).execute(tx.connection)?;
    Ok(())
}

/// The list of a round, in the order they were put on it.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Invitee>, StoreError> {
    invitees::table
        .filter(invitees::consultation_id.eq(DbId(round.0)))
        .order(invitees::id)
        .select(InviteeRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(|row| to_invitee(tx.keys, row))
        .collect()
}

/// The one with this id on the list of `round`.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Reading<'_>,
    round: ConsultationId,
    id: InviteeId,
) -> Result<Option<Invitee>, StoreError> {
    invitees::table
        .filter(invitees::id.eq(DbId(id.0)))
        .filter(invitees::consultation_id.eq(DbId(round.0)))
        .select(InviteeRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(|row| to_invitee(tx.keys, row))
        .transpose()
}

/// The one whom a link was made for, unless it was stopped.
///
/// # Errors
/// When the database fails.
pub fn find_by_token(tx: &mut Reading<'_>, token_sha256: &str) -> Result<Option<Invitee>, StoreError> {
    let id = invitee_letters::table
        .filter(invitee_letters::token_sha256.eq(token_sha256))
        .select(invitee_letters::invitee_id);
    invitees::table
        .filter(invitees::id.eq_any(id))
        .filter(invitees::stopped_at.is_null())
        .select(InviteeRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(|row| to_invitee(tx.keys, row))
        .transpose()
}

/// Writes down other facts of one.
///
/// # Errors
/// When the database fails.
pub fn update_facts(tx: &mut Writing<'_>, id: InviteeId, facts: &InviteeFacts) -> Result<(), StoreError> {
    let address = tx.keys.seal(Field::InviteeAddress, id.0, &facts.address)?;
    diesel::update(invitees::table.filter(invitees::id.eq(DbId(id.0))))
        .set((
            invitees::name.eq(&facts.name),
            invitees::org_number.eq(facts.org_number.as_ref().map(OrgNumber::as_str)),
            invitees::address.eq(address),
            invitees::language.eq(facts.language.tag()),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Decides that everyone on a round's list is invited who has not been; returns how many that are.
///
/// # Errors
/// When the database fails.
pub fn mark_asked(tx: &mut Writing<'_>, round: ConsultationId, at: Moment) -> Result<usize, StoreError> {
    let waiting = invitees::table
        .filter(invitees::consultation_id.eq(DbId(round.0)))
        .filter(invitees::asked_at.is_null())
        .filter(invitees::stopped_at.is_null());
    Ok(diesel::update(waiting).set(invitees::asked_at.eq(Some(DbMoment(at)))).execute(tx.connection)?)
}

/// Writes down that a link was followed; false when it had been before.
///
/// # Errors
/// When the database fails.
pub fn mark_opened(tx: &mut Writing<'_>, id: InviteeId, at: Moment) -> Result<bool, StoreError> {
    let unopened = invitees::table.filter(invitees::id.eq(DbId(id.0))).filter(invitees::opened_at.is_null());
    let done =
        diesel::update(unopened).set(invitees::opened_at.eq(Some(DbMoment(at)))).execute(tx.connection)?;
    Ok(done == 1)
}

/// Stops letters and link of one.
///
/// # Errors
/// When the database fails.
pub fn mark_stopped(tx: &mut Writing<'_>, id: InviteeId, at: Moment) -> Result<(), StoreError> {
    diesel::update(invitees::table.filter(invitees::id.eq(DbId(id.0))))
        .set(invitees::stopped_at.eq(Some(DbMoment(at))))
        .execute(tx.connection)?;
    Ok(())
}

/// Takes one off its list.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: InviteeId) -> Result<(), StoreError> {
    diesel::delete(invitees::table.filter(invitees::id.eq(DbId(id.0)))).execute(tx.connection)?;
    Ok(())
}

/// Remembers that a draft is for one; it may be remembered already.
///
/// # Errors
/// When the database fails.
pub fn insert_draft(tx: &mut Writing<'_>, id: InviteeId, draft: DraftId) -> Result<(), StoreError> {
    let row = (invitee_drafts::invitee_id.eq(DbId(id.0)), invitee_drafts::draft_id.eq(DbId(draft.0)));
    let inserted = tx.connection.transaction(|connection| {
        diesel::insert_into(invitee_drafts::table).values(row).execute(connection)?;
        Ok(())
    });
    match inserted {
        Err(StoreError::AlreadyThere) => Ok(()),
        other => other,
    }
}

/// The drafts that were begun for one, whether or not they are still there.
///
/// # Errors
/// When the database fails.
pub fn list_drafts(tx: &mut Reading<'_>, id: InviteeId) -> Result<Vec<DraftId>, StoreError> {
    let ids: Vec<DbId> = invitee_drafts::table
        .filter(invitee_drafts::invitee_id.eq(DbId(id.0)))
        .order(invitee_drafts::draft_id)
        .select(invitee_drafts::draft_id)
        .load(tx.connection)?;
    Ok(ids.into_iter().map(|id| DraftId(id.0)).collect())
}

/// The slugs and titles of rounds with a list, and how long it is; those that close last first, at most
/// `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_rounds(tx: &mut Reading<'_>, limit: i64) -> Result<Vec<(String, Localized, i64)>, StoreError> {
    let with_list = invitees::table.select(invitees::consultation_id);
    let rounds: Vec<(DbId, String, DbJson)> = consultations::table
        .filter(consultations::id.eq_any(with_list))
        .order((consultations::closes_at.desc(), consultations::slug))
        .limit(limit)
        .select((consultations::id, consultations::slug, consultations::title))
        .load(tx.connection)?;
    let ids: Vec<DbId> = rounds.iter().map(|(id, _, _)| *id).collect();
    let counts: Vec<(DbId, i64)> = invitees::table
        .filter(invitees::consultation_id.eq_any(ids))
        .group_by(invitees::consultation_id)
        .select((invitees::consultation_id, count_star()))
        .load(tx.connection)?;
    let counts: HashMap<DbId, i64> = counts.into_iter().collect();
    rounds
        .into_iter()
        .map(|(id, slug, title)| Ok((slug, from_json(&title)?, counts.get(&id).copied().unwrap_or(0))))
        .collect()
}
