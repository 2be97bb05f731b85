//! The worker tells subscribers of each round once, when it has opened: some at a time, by id, and how far
//! it has come is written with the letters. So it goes on where it broke off, and of two workers one.

use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::news::first_open_at;
use crate::mail::subscription_letters::Subscription;
use crate::store::subscribers::{self, Telling};
use crate::store::{Change, Store, StoreError, Writing, letters as outbox};

/// How many letters one step writes at most, so that nobody waits for it.
const LETTERS_A_STEP: usize = 200;

/// Another worker tells of this round.
#[derive(Debug, Clone, Copy)]
struct SomebodyElse;

/// Writes the letters about rounds that are open at `now` to those who had subscribed when they opened;
/// returns how many. Doing it again writes none.
///
/// # Errors
/// When the database fails; what earlier steps wrote stays written.
pub async fn tell_subscribers(
    store: &Store,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<usize, anyhow::Error> {
    let mut told = 0;
    for round in store.read(move |tx| subscribers::list_untold_rounds(tx, now)).await? {
        loop {
            let (round, letterhead) = (round.clone(), letterhead.clone());
            let step = store.change(move |tx| step(tx, &round, &letterhead, now)).await;
            match step {
                Ok(letters) => {
                    told += letters;
                    if letters < LETTERS_A_STEP {
                        break;
                    }
                }
                Err(Stopped::Refused(SomebodyElse)) => break,
                Err(Stopped::Failed(error)) => return Err(error),
            }
        }
    }
    Ok(told)
}

fn step(
    tx: &mut Writing<'_>,
    round: &Consultation,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<Change<usize>, Stopped<SomebodyElse>> {
    let before = match subscribers::find_telling(tx, round.id)? {
        Some(telling) => telling,
        None => begin(tx, round)?,
    };
    let limit = i64::try_from(LETTERS_A_STEP).unwrap_or(i64::MAX);
    let next = subscribers::list_after(tx, before.told_to, first_open_at(round), limit)?;
    let after = Telling {
        told_to: next.last().map(|subscriber| subscriber.id).or(before.told_to),
        finished_at: (next.len() < LETTERS_A_STEP).then_some(now),
    };
    if !subscribers::move_telling(tx, round.id, before, after)? {
        return Err(Stopped::Refused(SomebodyElse));
    }
    let (municipality, base_url) = (&letterhead.municipality, &letterhead.base_url);
    for subscriber in &next {
        outbox::post(tx, &Subscription { subscriber, municipality, base_url }.round_opened(round), now)?;
    }
    let subject = format!("{}: {}", round.slug, next.len());
    let audit = AuditEntry { at: now, actor: Actor::Worker, event: Event::SubscribersTold, subject };
    Ok(Change { result: next.len(), audit })
}

fn begin(tx: &mut Writing<'_>, round: &Consultation) -> Result<Telling, Stopped<SomebodyElse>> {
    match subscribers::insert_telling(tx, round.id) {
        Ok(()) => Ok(Telling::default()),
        Err(StoreError::AlreadyThere) => Err(Stopped::Refused(SomebodyElse)),
        Err(error) => Err(error.into()),
    }
}
