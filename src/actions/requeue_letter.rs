//! Staff put a failed letter back in the outbox.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::LetterId;
use crate::store::{Change, Store, letters};

/// The letter is not a failed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFailed;

/// Puts a failed letter back, to be sent at once.
///
/// # Errors
/// [`NotFailed`] when it is not there or has not failed.
pub async fn requeue_letter(
    store: &Store,
    id: LetterId,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<NotFailed>> {
    store
        .change(move |tx| {
            if !letters::requeue(tx, id, now)? {
                return Err(Stopped::Refused(NotFailed));
            }
            let subject = id.to_string();
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::LetterRequeued, subject };
            Ok(Change { result: (), audit })
        })
        .await
}
