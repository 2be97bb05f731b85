//! A person has the e-mail addresses of what they have withdrawn removed.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::person::PersonKey;
use crate::store::{Change, Store, persons};

/// There is no such address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAddress;

/// Removes the addresses from everything that whoever has these keys has withdrawn. What they
/// withdrew is kept: it is a case document.
///
/// # Errors
/// [`NoAddress`] when there is none left.
pub async fn forget_contacts(
    store: &Store,
    keys: Vec<PersonKey>,
    now: Moment,
) -> Result<(), Stopped<NoAddress>> {
    store
        .change(move |tx| {
            let count = persons::forget_withdrawn_contacts(tx, &keys)?;
            if count == 0 {
                return Err(Stopped::Refused(NoAddress));
            }
            let (actor, event, subject) = (Actor::Citizen, Event::ContactsForgotten, count.to_string());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await
}
