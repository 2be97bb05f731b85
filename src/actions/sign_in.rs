//! Someone logs in or out, and stays.

use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::SessionId;
use crate::domain::person::Identity;
use crate::domain::session::{Session, SessionLimits};
use crate::domain::submission::to_hex;
use crate::identity::SignedIn;
use crate::store::{Change, Stopped, Store, StoreError, logins, logout_tokens, sessions};
use sha2::{Digest, Sha256};
use std::convert::Infallible;

const TOKEN_BYTES: usize = 32;

/// Begins a session, whatever the way in was; returns the token for the browser, of which the
/// server keeps only the hash. The session that the browser had `before` ends.
///
/// # Errors
/// When the database fails, or the system has no randomness to give.
pub async fn sign_in(
    store: &Store,
    who: SignedIn,
    before: Option<SessionId>,
    limits: SessionLimits,
    now: Moment,
) -> Result<String, anyhow::Error> {
    if let Some(before) = before {
        sign_out(store, before).await?;
    }
    let token = new_token()?;
    let session = begun(who, limits, now);
    let hash = token_sha256(&token);
    let Some(role) = session.role else {
        store.upkeep(move |tx| sessions::insert(tx, &session, &hash)).await?;
        return Ok(token);
    };
    let done = store
        .change(move |tx| {
            sessions::insert_audited(tx, &session, &hash)?;
            let (subject, name) = (session.identity.subject.clone(), session.name.clone());
            let way = session.provider.as_deref().unwrap_or(&session.identity.issuer);
            let audit = AuditEntry {
                at: now,
                actor: Actor::Staff { subject, name, role },
                event: Event::StaffLoggedIn,
                subject: way.to_owned(),
            };
            Ok::<_, Stopped<Infallible>>(Change { result: (), audit })
        })
        .await;
    match done {
        Ok(()) => Ok(token),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}

fn begun(who: SignedIn, limits: SessionLimits, now: Moment) -> Session {
    let limit = limits.of(who.is_staff());
    let (provider, sid) = who.via.map(|via| (via.provider, via.sid)).unzip();
    Session {
        id: SessionId::new(),
        identity: who.identity,
        name: who.name,
        role: who.role,
        provider,
        sid: sid.flatten(),
        created_at: now,
        seen_at: now,
        idle_ends_at: now.plus_seconds(limit.idle_minutes.saturating_mul(60)),
        expires_at: now.plus_seconds(limit.max_minutes.saturating_mul(60)),
    }
}

/// Notes that someone is still here, at most once a minute.
///
/// # Errors
/// When the database fails.
pub async fn touch(store: &Store, session: &Session, now: Moment) -> Result<(), StoreError> {
    let Some(idle_ends_at) = session.touched(now) else { return Ok(()) };
    let id = session.id;
    store.upkeep(move |tx| sessions::mark_seen(tx, id, now, idle_ends_at)).await
}

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(store: &Store, id: SessionId) -> Result<(), StoreError> {
    store.upkeep(move |tx| sessions::delete(tx, id)).await
}

/// Ends a session that `person` has somewhere; another person's is left alone.
///
/// # Errors
/// When the database fails.
pub async fn sign_out_elsewhere(store: &Store, person: Identity, id: SessionId) -> Result<(), StoreError> {
    store.upkeep(move |tx| sessions::delete_own(tx, &person, id)).await
}

/// Ends all sessions that `person` has, but the one to `keep`.
///
/// # Errors
/// When the database fails.
pub async fn sign_out_others(store: &Store, person: Identity, keep: SessionId) -> Result<(), StoreError> {
    store.upkeep(move |tx| sessions::delete_others(tx, &person, keep)).await
}

/// Removes sessions, begun logins and notes of logout tokens that are over; returns how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_expired(store: &Store, now: Moment) -> Result<usize, StoreError> {
    store
        .upkeep(move |tx| {
            let begun = logins::delete_expired(tx, now)?;
            let tokens = logout_tokens::delete_expired(tx, now)?;
            Ok(begun + tokens + sessions::delete_expired(tx, now)?)
        })
        .await
}

/// A token that nobody can guess.
///
/// # Errors
/// When the system has no randomness to give.
pub fn new_token() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; TOKEN_BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(to_hex(&bytes))
}

/// How a token is kept.
#[must_use]
pub fn token_sha256(token: &str) -> String {
    to_hex(&Sha256::digest(token.as_bytes()))
}
