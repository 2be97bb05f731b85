//! The worker writes to those whom an announcement concerns: some at a time, each exactly once.

use super::audiences::{Telling, next_batch};
use super::{Letterhead, Stopped};
use crate::domain::announcement::Mailing;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::store::{Change, Store, StoreError, Writing, announcements, consultations, letters as outbox};

/// How many people are looked at in one transaction.
pub const PEOPLE_A_STEP: i64 = 200;

/// What came of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Everyone has been written to.
    NothingDue,
    /// So many letters have been put in the outbox, or another worker has taken the step.
    Letters(usize),
}

/// Another worker has taken the step.
#[derive(Debug)]
struct TakenOver;

/// Takes one step. Letters and how far they have come are written in one transaction: a worker that dies
/// has done all of a step or nothing of it, and of two that want the same step one finds it taken.
///
/// # Errors
/// When the database fails.
pub async fn mail_announcements(
    store: &Store,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<Told, anyhow::Error> {
    let Some(mailing) = store.read(announcements::find_unfinished).await? else {
        return Ok(Told::NothingDue);
    };
    let letterhead = letterhead.clone();
    let done = store
        .change::<usize, TakenOver, _>(move |tx| {
            if !announcements::take_step(tx, &mailing)? {
                return Err(Stopped::Refused(TakenOver));
            }
            let (slug, letters) = write_letters(tx, &mailing, &letterhead, now)?;
            let (kind, audience) = (mailing.announcement.kind.name(), mailing.audience.name());
            let subject = format!("{slug}: {kind}, {audience}, {letters}");
            let (actor, event) = (Actor::Worker, Event::AnnouncementMailed);
            Ok(Change { result: letters, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await;
    match done {
        Ok(letters) => Ok(Told::Letters(letters)),
        Err(Stopped::Refused(TakenOver)) => Ok(Told::Letters(0)),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

fn write_letters(
    tx: &mut Writing<'_>,
    mailing: &Mailing,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<(String, usize), StoreError> {
    let round = consultations::find(tx, mailing.announcement.consultation_id)?;
    let round = round.ok_or_else(|| StoreError::Corrupt("an announcement has no round".to_owned()))?;
    let telling = Telling { round: &round, announcement: &mailing.announcement, letterhead };
    let batch = next_batch(tx, mailing.audience, telling, mailing.reached, PEOPLE_A_STEP)?;
    for letter in &batch.letters {
        outbox::post(tx, letter, now)?;
    }
    let count = i64::try_from(batch.letters.len()).unwrap_or(i64::MAX);
    announcements::mark_reached(tx, mailing, batch.reached, count, now)?;
    Ok((round.slug.clone(), batch.letters.len()))
}
