//! Roles that were given here.

use super::rows::from_name;
use super::schema::{consultations, staff_grants};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, StaffGrantId};
use crate::domain::staff::{GrantedRound, StaffGrant, StaffRole};
use diesel::prelude::*;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = staff_grants)]
struct StaffGrantRow {
    id: DbId,
    issuer: String,
    subject: String,
    name: Option<String>,
    role: String,
    consultation_id: Option<DbId>,
    granted_at: DbMoment,
    granted_by: String,
}

/// Stores a new grant.
///
/// # Errors
/// `AlreadyThere` when the person has one for the same round, or for the whole installation, already.
pub fn insert(tx: &mut Writing<'_>, grant: &StaffGrant) -> Result<(), StoreError> {
    let row = StaffGrantRow {
        id: DbId(grant.id.0),
        issuer: grant.issuer.clone(),
        subject: grant.subject.clone(),
        name: grant.name.clone(),
        role: grant.role.name().to_owned(),
        consultation_id: grant.round.as_ref().map(|round| DbId(round.id.0)),
        granted_at: DbMoment(grant.granted_at),
        granted_by: grant.granted_by.clone(),
    };
    tx.connection.transaction(|connection| {
        diesel::insert_into(staff_grants::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// Stores another role, name, time and giver for a grant that is there.
///
/// # Errors
/// When the database fails.
pub fn update(tx: &mut Writing<'_>, grant: &StaffGrant) -> Result<(), StoreError> {
    diesel::update(staff_grants::table.filter(staff_grants::id.eq(DbId(grant.id.0))))
        .set((
            staff_grants::role.eq(grant.role.name()),
            staff_grants::name.eq(&grant.name),
            staff_grants::granted_at.eq(DbMoment(grant.granted_at)),
            staff_grants::granted_by.eq(&grant.granted_by),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Removes a grant; whether it was there.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: StaffGrantId) -> Result<bool, StoreError> {
    let one = staff_grants::table.filter(staff_grants::id.eq(DbId(id.0)));
    Ok(diesel::delete(one).execute(tx.connection)? > 0)
}

/// Keeps every grant of an administrator of the whole installation as it is until the transaction
/// ends, and returns how many there are. It writes what is there already: two changes that ask
/// wait for each other, where a count alone would let both take one of the last two away.
///
/// # Errors
/// When the database fails.
pub fn hold_administrators(tx: &mut Writing<'_>) -> Result<usize, StoreError> {
    let administrator = StaffRole::Administrator.name();
    let all = staff_grants::table
        .filter(staff_grants::role.eq(administrator))
        .filter(staff_grants::consultation_id.is_null());
    Ok(diesel::update(all).set(staff_grants::role.eq(administrator)).execute(tx.connection)?)
}

macro_rules! grants {
    ($tx:ident, $table:ident => $filtered:expr) => {{
        let $table = staff_grants::table.left_join(consultations::table);
        let rows: Vec<(StaffGrantRow, Option<String>)> = $filtered
            .order((staff_grants::granted_at, staff_grants::id))
            .select((StaffGrantRow::as_select(), consultations::slug.nullable()))
            .load($tx.connection)?;
        rows.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()
    }};
}

/// All grants, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>) -> Result<Vec<StaffGrant>, StoreError> {
    grants!(tx, all => all)
}

/// What one person was given.
///
/// # Errors
/// When the database fails.
pub fn list_by_person(
    tx: &mut Reading<'_>,
    issuer: &str,
    subject: &str,
) -> Result<Vec<StaffGrant>, StoreError> {
    grants!(tx, all => all.filter(staff_grants::issuer.eq(issuer)).filter(staff_grants::subject.eq(subject)))
}

/// The grant with this id.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Reading<'_>, id: StaffGrantId) -> Result<Option<StaffGrant>, StoreError> {
    let found = grants!(tx, all => all.filter(staff_grants::id.eq(DbId(id.0))))?;
    Ok(found.into_iter().next())
}

/// What one person was given for `round`, or for the whole installation.
///
/// # Errors
/// When the database fails.
pub fn find_by_person(
    tx: &mut Reading<'_>,
    issuer: &str,
    subject: &str,
    round: Option<ConsultationId>,
) -> Result<Option<StaffGrant>, StoreError> {
    let mut all = list_by_person(tx, issuer, subject)?.into_iter();
    Ok(all.find(|grant| grant.round.as_ref().map(|round| round.id) == round))
}

fn read((row, slug): (StaffGrantRow, Option<String>)) -> Result<StaffGrant, StoreError> {
    let round = row.consultation_id.zip(slug);
    let granted_at: Moment = row.granted_at.0;
    Ok(StaffGrant {
        id: StaffGrantId(row.id.0),
        issuer: row.issuer,
        subject: row.subject,
        name: row.name,
        role: from_name(&row.role, StaffRole::from_name)?,
        round: round.map(|(id, slug)| GrantedRound { id: ConsultationId(id.0), slug }),
        granted_at,
        granted_by: row.granted_by,
    })
}
