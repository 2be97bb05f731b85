//! Somebody is given a staff role, for the whole installation or for one round.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffGrantId;
use crate::domain::staff::{GrantRefusal, GrantedRound, StaffGrant, StaffRole};
use crate::store::{Change, Store, StoreError, Writing, consultations, staff_grants};

/// What is given to whom.
#[derive(Debug, Clone)]
pub struct NewGrant {
    /// Who vouches for the person.
    pub issuer: String,
    /// The person, in the issuer's words.
    pub subject: String,
    /// Their name.
    pub name: Option<String>,
    /// The role.
    pub role: StaffRole,
    /// The slug of the one round that it is for; `None` for the whole installation.
    pub round: Option<String>,
}

/// Gives a role, in place of the one that the person has for the same round. `may_leave_none`:
/// whether somebody is administrator without any grant, so that the last one may be lowered.
///
/// # Errors
/// [`GrantRefusal`].
pub async fn grant_role(
    store: &Store,
    new: NewGrant,
    may_leave_none: bool,
    actor: Actor,
    now: Moment,
) -> Result<StaffGrant, Stopped<GrantRefusal>> {
    store
        .change(move |tx| {
            let round = round_of(tx, new.round.as_deref())?;
            let grant = StaffGrant {
                id: StaffGrantId::new(),
                issuer: new.issuer.clone(),
                subject: new.subject.clone(),
                name: new.name.clone(),
                role: new.role,
                round,
                granted_at: now,
                granted_by: actor.signature(),
            };
            let grant = store_grant(tx, grant, may_leave_none)?;
            let (event, subject) = (Event::StaffGranted, grant.audit_subject());
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject };
            Ok(Change { result: grant, audit })
        })
        .await
}

fn round_of(tx: &mut Writing<'_>, slug: Option<&str>) -> Result<Option<GrantedRound>, Stopped<GrantRefusal>> {
    let Some(slug) = slug else { return Ok(None) };
    let found = consultations::find_by_slug(tx, slug)?;
    let round = found.ok_or(Stopped::Refused(GrantRefusal::NoSuchRound))?;
    Ok(Some(GrantedRound { id: round.id, slug: round.slug }))
}

/// The grant as it is stored: with the id of the one that it replaces, where there is one.
fn store_grant(
    tx: &mut Writing<'_>,
    mut grant: StaffGrant,
    may_leave_none: bool,
) -> Result<StaffGrant, Stopped<GrantRefusal>> {
    match staff_grants::insert(tx, &grant) {
        Ok(()) => return Ok(grant),
        Err(StoreError::AlreadyThere) => {}
        Err(error) => return Err(error.into()),
    }
    let administrators = staff_grants::hold_administrators(tx)?;
    let round = grant.round.as_ref().map(|round| round.id);
    let before = staff_grants::find_by_person(tx, &grant.issuer, &grant.subject, round)?;
    let before = before.ok_or(StoreError::AlreadyThere)?;
    let is_lowered = before.administers_everything() && !grant.administers_everything();
    if is_lowered && administrators < 2 && !may_leave_none {
        return Err(Stopped::Refused(GrantRefusal::LastAdministrator));
    }
    grant.id = before.id;
    grant.name = grant.name.or(before.name);
    staff_grants::update(tx, &grant)?;
    Ok(grant)
}
