//! Someone asks to be told of new rounds.

use super::sign_in::{new_token, token_sha256};
use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::SubscriberId;
use crate::domain::language::Language;
use crate::domain::person::PersonHasher;
use crate::domain::subscriber::{ASKED_MAX, Subscriber};
use crate::mail::subscription_letters::Subscription;
use crate::store::{Change, Store, StoreError, Writing, letters as outbox, subscribers};
use std::convert::Infallible;

/// Posts a letter that asks whoever reads the letters to `address` whether they want this. Whether a
/// letter goes is told nobody: none goes to those who have said yes, nor to those who were asked enough.
///
/// # Errors
/// When the database fails, or the system has no randomness to give.
pub async fn subscribe(
    store: &Store,
    address: String,
    language: Language,
    hasher: &PersonHasher,
    letterhead: Letterhead,
    now: Moment,
) -> Result<(), anyhow::Error> {
    let address_keys = hasher.of_address(&address);
    let subscriber = Subscriber {
        id: SubscriberId::new(),
        address,
        token: new_token()?,
        language,
        asked: 0,
        created_at: now,
        confirmed_at: None,
    };
    let done = store
        .change(move |tx| -> Result<Change<()>, Stopped<Infallible>> {
            let asked = ask(tx, &subscriber, &address_keys, &letterhead, now)?;
            let subject = asked.to_string();
            let audit =
                AuditEntry { at: now, actor: Actor::Citizen, event: Event::SubscriptionAsked, subject };
            Ok(Change { result: (), audit })
        })
        .await;
    match done {
        Ok(()) => Ok(()),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}

/// Asks the subscriber with this address, who is `new` where there is none; returns which it is.
fn ask(
    tx: &mut Writing<'_>,
    new: &Subscriber,
    address_keys: &[String],
    letterhead: &Letterhead,
    now: Moment,
) -> Result<SubscriberId, Stopped<Infallible>> {
    let known = subscribers::find_by_address(tx, address_keys)?;
    let is_new = known.is_none();
    let mut subscriber = known.unwrap_or_else(|| new.clone());
    if subscriber.confirmed_at.is_some() || subscriber.asked >= ASKED_MAX {
        return Ok(subscriber.id);
    }
    subscriber.asked += 1;
    subscriber.language = new.language;
    if is_new {
        let key = address_keys.first().map_or("", String::as_str);
        match subscribers::insert(tx, &subscriber, key, &token_sha256(&subscriber.token)) {
            // They asked twice at once, and the other one posts the letter.
            Err(StoreError::AlreadyThere) => return Ok(subscriber.id),
            done => done?,
        }
    } else {
        subscribers::mark_asked(tx, &subscriber)?;
    }
    let (municipality, base_url) = (&letterhead.municipality, &letterhead.base_url);
    outbox::post(tx, &Subscription { subscriber: &subscriber, municipality, base_url }.ask(), now)?;
    Ok(subscriber.id)
}
