//! Whoever holds a subscriber's token says yes to the letters, or stops them.

use super::Stopped;
use super::sign_in::token_sha256;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::store::{Change, Store, subscribers};

/// There is no subscriber with this token: the letters have been stopped, or nobody said yes in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NobodySubscribes;

/// Says yes. Saying it again changes nothing.
///
/// # Errors
/// [`NobodySubscribes`].
pub async fn confirm_subscription(
    store: &Store,
    token: &str,
    now: Moment,
) -> Result<(), Stopped<NobodySubscribes>> {
    let hash = token_sha256(token);
    store
        .change(move |tx| {
            let subscriber = subscribers::find_by_token(tx, &hash)?;
            let subscriber = subscriber.ok_or(Stopped::Refused(NobodySubscribes))?;
            subscribers::mark_confirmed(tx, subscriber.id, now)?;
            let (event, subject) = (Event::SubscriptionConfirmed, subscriber.id.to_string());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: Actor::Citizen, event, subject } })
        })
        .await
}

/// Stops the letters and forgets the address.
///
/// # Errors
/// [`NobodySubscribes`].
pub async fn end_subscription(
    store: &Store,
    token: &str,
    now: Moment,
) -> Result<(), Stopped<NobodySubscribes>> {
    let hash = token_sha256(token);
    store
        .change(move |tx| {
            let nobody = || Stopped::Refused(NobodySubscribes);
            let subscriber = subscribers::find_by_token(tx, &hash)?.ok_or_else(nobody)?;
            if !subscribers::delete(tx, subscriber.id)? {
                return Err(nobody());
            }
            let (event, subject) = (Event::SubscriptionEnded, subscriber.id.to_string());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: Actor::Citizen, event, subject } })
        })
        .await
}
