//! Drafts.

use super::members::is_member;
use super::rows::{from_json, to_json};
use super::schema::{draft_members, drafts};
use super::sealing::{Field, FieldKeys};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, DraftContent, DraftPlace, Sharing, draft_key, is_shared_key};
use crate::domain::ids::{ConsultationId, DraftId, SubmissionId};
use crate::domain::person::PersonKey;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = drafts)]
pub(super) struct DraftRow {
    id: DbId,
    consultation_id: DbId,
    person_key: String,
    submission_id: Option<DbId>,
    draft_key: String,
    content: DbJson,
    version: i32,
    begun_at: DbMoment,
    saved_at: DbMoment,
    saved_by: Option<String>,
    members_may_change: bool,
}

pub(super) fn to_draft(keys: &FieldKeys, row: DraftRow) -> Result<Draft, StoreError> {
    let sharing = is_shared_key(&row.draft_key).then(|| Sharing {
        saved_by: row.saved_by.map(PersonKey::restored),
        members_may_change: row.members_may_change,
    });
    Ok(Draft {
        id: DraftId(row.id.0),
        consultation_id: ConsultationId(row.consultation_id.0),
        person: PersonKey::restored(row.person_key),
        changes: row.submission_id.map(|id| SubmissionId(id.0)),
        content: from_json(&keys.open_json(Field::DraftContent, row.id.0, &row.content)?)?,
        version: row.version,
        begun_at: row.begun_at.0,
        saved_at: row.saved_at.0,
        sharing,
    })
}

/// Stores a draft for the first time.
///
/// # Errors
/// `AlreadyThere` when the person has this draft already.
pub fn insert(tx: &mut Writing<'_>, draft: &Draft) -> Result<(), StoreError> {
    let sharing = draft.sharing.as_ref();
    let row = DraftRow {
        id: DbId(draft.id.0),
        consultation_id: DbId(draft.consultation_id.0),
        person_key: draft.person.as_str().to_owned(),
        submission_id: draft.changes.map(|id| DbId(id.0)),
        draft_key: draft.key(),
        content: tx.keys.seal_json(Field::DraftContent, draft.id.0, &to_json(&draft.content)?)?,
        version: draft.version,
        begun_at: DbMoment(draft.begun_at),
        saved_at: DbMoment(draft.saved_at),
        saved_by: sharing.and_then(|sharing| Some(sharing.saved_by.as_ref()?.as_str().to_owned())),
        members_may_change: sharing.is_some_and(|sharing| sharing.members_may_change),
    };
    tx.connection.transaction(|connection| {
        diesel::insert_into(drafts::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Saves `content` over version `known` of the draft of `owner`; false when the draft has moved
/// on or gone. Whoever saves a shared one is remembered.
///
/// # Errors
/// When the database fails.
pub fn update(
    tx: &mut Upkeep<'_>,
    id: DraftId,
    owner: &PersonKey,
    known: i32,
    content: &DraftContent,
    saved_by: Option<&PersonKey>,
    at: Moment,
) -> Result<bool, StoreError> {
    let content = tx.keys.seal_json(Field::DraftContent, id.0, &to_json(content)?)?;
    let unchanged = drafts::table
        .filter(drafts::id.eq(DbId(id.0)))
        .filter(drafts::person_key.eq(owner.as_str()))
        .filter(drafts::version.eq(known));
    let saved = diesel::update(unchanged)
        .set((
            drafts::content.eq(content),
            drafts::version.eq(known.saturating_add(1)),
            drafts::saved_at.eq(DbMoment(at)),
            drafts::saved_by.eq(saved_by.map(PersonKey::as_str)),
        ))
        .execute(tx.connection)?;
    Ok(saved == 1)
}

/// Keeps a draft as it is until the change stands: whoever else changes what hangs on it waits, on
/// Postgres too, and then finds it changed or gone. False when it is gone.
///
/// # Errors
/// When the database fails.
pub fn hold(tx: &mut Writing<'_>, id: DraftId) -> Result<bool, StoreError> {
    let one = drafts::table.filter(drafts::id.eq(DbId(id.0)));
    let held = diesel::update(one).set(drafts::version.eq(drafts::version)).execute(tx.connection)?;
    Ok(held == 1)
}

/// Removes a draft; false when it was gone already.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: DraftId) -> Result<bool, StoreError> {
    let gone = diesel::delete(drafts::table.filter(drafts::id.eq(DbId(id.0)))).execute(tx.connection)?;
    Ok(gone == 1)
}

/// The key of the draft at `place`, where `person` may go there.
fn reach(tx: &mut Reading<'_>, person: &PersonKey, place: DraftPlace) -> Result<Option<String>, StoreError> {
    let may = match place {
        DraftPlace::New | DraftPlace::Change(_) => true,
        DraftPlace::Shared(draft) => is_member(tx, draft, person)?,
    };
    Ok(may.then(|| draft_key(person, place)))
}

/// The draft at `place`, as far as `person` may see it.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Reading<'_>,
    person: &PersonKey,
    place: DraftPlace,
) -> Result<Option<Draft>, StoreError> {
    let Some(key) = reach(tx, person, place)? else { return Ok(None) };
    drafts::table
        .filter(drafts::draft_key.eq(key))
        .select(DraftRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(|row| to_draft(tx.keys, row))
        .transpose()
}

/// The same draft without what has been typed: its id, its version and when it was begun.
///
/// # Errors
/// When the database fails.
pub fn find_version(
    tx: &mut Reading<'_>,
    person: &PersonKey,
    place: DraftPlace,
) -> Result<Option<(DraftId, i32, Moment)>, StoreError> {
    let Some(key) = reach(tx, person, place)? else { return Ok(None) };
    let found: Option<(DbId, i32, DbMoment)> = drafts::table
        .filter(drafts::draft_key.eq(key))
        .select((drafts::id, drafts::version, drafts::begun_at))
        .first(tx.connection)
        .optional()?;
    Ok(found.map(|(id, version, begun_at)| (DraftId(id.0), version, begun_at.0)))
}

/// The draft with this id, whoever's it is.
///
/// # Errors
/// When the database fails.
pub fn find_by_id(tx: &mut Reading<'_>, id: DraftId) -> Result<Option<Draft>, StoreError> {
    drafts::table
        .find(DbId(id.0))
        .select(DraftRow::as_select())
        .first(tx.connection)
        .optional()?
        .map(|row| to_draft(tx.keys, row))
        .transpose()
}

/// The drafts of a person, known by a key in each round, and those that they write on with
/// others, last saved first.
///
/// # Errors
/// When the database fails.
pub fn list_by_person(tx: &mut Reading<'_>, keys: &[PersonKey]) -> Result<Vec<Draft>, StoreError> {
    let keys: Vec<&str> = keys.iter().map(PersonKey::as_str).collect();
    let joined = draft_members::table
        .filter(draft_members::person_key.eq_any(keys.clone()))
        .select(draft_members::draft_id);
    drafts::table
        .filter(drafts::person_key.eq_any(keys).or(drafts::id.eq_any(joined)))
        .order((drafts::saved_at.desc(), drafts::id.desc()))
        .select(DraftRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(|row| to_draft(tx.keys, row))
        .collect()
}

/// How many drafts each of `rounds` has; those without any are left out.
///
/// # Errors
/// When the database fails.
pub fn count_by_round(
    tx: &mut Reading<'_>,
    rounds: &[ConsultationId],
) -> Result<HashMap<ConsultationId, i64>, StoreError> {
    let counts: Vec<(DbId, i64)> = drafts::table
        .filter(drafts::consultation_id.eq_any(rounds.iter().map(|id| DbId(id.0))))
        .group_by(drafts::consultation_id)
        .select((drafts::consultation_id, diesel::dsl::count_star()))
        .load(tx.connection)?;
    Ok(counts.into_iter().map(|(round, count)| (ConsultationId(round.0), count)).collect())
}

/// How many drafts of `round` would become new submissions, and how many would change one.
///
/// # Errors
/// When the database fails.
pub fn count_new_and_changes(tx: &mut Reading<'_>, round: ConsultationId) -> Result<(i64, i64), StoreError> {
    let counts: (i64, i64) = drafts::table
        .filter(drafts::consultation_id.eq(DbId(round.0)))
        .select((diesel::dsl::count_star(), diesel::dsl::count(drafts::submission_id)))
        .get_result(tx.connection)?;
    let (all, changes) = counts;
    Ok((all - changes, changes))
}
