//! A login provider says that someone has logged out.

use super::sign_in::token_sha256;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::identity::LoggedOut;
use crate::store::{Change, Stopped, Store, StoreError, Writing, logout_tokens, sessions};
use std::convert::Infallible;

/// Why sessions were not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndSessionsRefusal {
    /// The token was used before.
    Replayed,
}

/// Obeys a verified logout token, once; returns how many sessions ended.
///
/// # Errors
/// `Replayed` when the token was obeyed before; otherwise when the database fails.
pub async fn obey_logout(
    store: &Store,
    provider: &str,
    told: LoggedOut,
    now: Moment,
) -> Result<usize, Stopped<EndSessionsRefusal>> {
    let provider = provider.to_owned();
    let token = token_sha256(&format!("{provider} {}", told.token_id));
    store
        .change(move |tx| {
            match logout_tokens::insert(tx, &token, told.expires_at) {
                Err(StoreError::AlreadyThere) => {
                    return Err(Stopped::Refused(EndSessionsRefusal::Replayed));
                }
                outcome => outcome?,
            }
            let ended = match (&told.sid, &told.subject) {
                (Some(sid), _) => sessions::delete_of_sid(tx, &provider, sid)?,
                (None, Some(subject)) => sessions::delete_of_subject(tx, &provider, subject)?,
                (None, None) => 0,
            };
            Ok(ended_by(&provider, ended, now))
        })
        .await
}

/// Ends the sessions that came of the provider's session `sid`; returns how many.
///
/// # Errors
/// When the database fails.
pub async fn end_of_sid(
    store: &Store,
    provider: &str,
    sid: &str,
    now: Moment,
) -> Result<usize, anyhow::Error> {
    let (provider, sid) = (provider.to_owned(), sid.to_owned());
    let (asked_provider, asked_sid) = (provider.clone(), sid.clone());
    let count = store.read(move |tx| sessions::count_of_sid(tx, &asked_provider, &asked_sid)).await?;
    // Anyone can ask this, so what ends nothing leaves no audit line.
    if count == 0 {
        return Ok(0);
    }
    let work = move |tx: &mut Writing<'_>| {
        let ended = sessions::delete_of_sid(tx, &provider, &sid)?;
        Ok::<_, Stopped<Infallible>>(ended_by(&provider, ended, now))
    };
    match store.change(work).await {
        Ok(ended) => Ok(ended),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}

fn ended_by(provider: &str, ended: usize, now: Moment) -> Change<usize> {
    let audit = AuditEntry {
        at: now,
        actor: Actor::Provider(provider.to_owned()),
        event: Event::SessionsEnded,
        subject: format!("{ended} session(s)"),
    };
    Change { result: ended, audit }
}
