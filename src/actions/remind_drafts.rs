//! The worker reminds people of a draft that is not sent, once, some days before the deadline.

use super::draft_letters::{addressee, link};
use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::deadline::reminder_at;
use crate::domain::ids::ConsultationId;
use crate::mail::round_letters::{RoundOccasion, Why, draft_reminder};
use crate::store::{Change, Store, StoreError, Writing, consultations, letters as outbox, unsent_drafts};

/// How many drafts are looked at in one transaction.
pub const DRAFTS_A_STEP: i64 = 200;
/// Whoever has written in the last day needs no reminder yet.
const REST_SECONDS: i64 = 24 * 60 * 60;

/// There is nobody left to remind; no line is written.
#[derive(Debug)]
struct NobodyLeft;

/// Looks at some drafts of one round whose deadline is at most `days` days away; returns how many letters
/// that came to, or nothing where no draft is left to look at. A draft is looked at once: it is marked in
/// the transaction of its letter. Where the worker was down, those who are due are reminded when it is back,
/// if the round is open still.
///
/// # Errors
/// When the database fails.
pub async fn remind_drafts(
    store: &Store,
    days: u32,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<Option<usize>, anyhow::Error> {
    let quiet_since = now.plus_seconds(-REST_SECONDS);
    let due = store.read(move |tx| unsent_drafts::list_rounds_to_remind(tx, now, quiet_since)).await?;
    let due: Vec<ConsultationId> = due
        .into_iter()
        .filter(|(_, closes_at)| reminder_at(*closes_at, days) <= now)
        .map(|(round, _)| round)
        .collect();
    let Some(round) = due.first().copied() else { return Ok(None) };
    let letterhead = letterhead.clone();
    let done = store
        .change::<usize, NobodyLeft, _>(move |tx| {
            let (slug, letters) = write_reminders(tx, round, quiet_since, &letterhead, now)?
                .ok_or(Stopped::Refused(NobodyLeft))?;
            let subject = format!("{slug}: {letters}");
            let (actor, event) = (Actor::Worker, Event::DraftsReminded);
            Ok(Change { result: letters, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await;
    match done {
        Ok(letters) => Ok(Some(letters)),
        Err(Stopped::Refused(NobodyLeft)) => Ok(None),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

/// The round's slug, and how many letters were written; nothing where no draft was left.
fn write_reminders(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    quiet_since: Moment,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<Option<(String, usize)>, StoreError> {
    let Some(round) = consultations::find(tx, round)? else { return Ok(None) };
    let (mut looked_at, mut letters) = (0, 0);
    for draft in unsent_drafts::list_to_remind(tx, round.id, quiet_since, DRAFTS_A_STEP)? {
        // Of two workers the second waits here, and then finds it marked.
        if !unsent_drafts::mark_reminded(tx, draft.id, now)? {
            continue;
        }
        looked_at += 1;
        let Some((recipient, language)) = addressee(&draft) else { continue };
        let occasion = RoundOccasion {
            round: &round,
            language,
            recipient,
            why: Why::Draft,
            path: &link(&round, &draft, language),
            submission: None,
            municipality: &letterhead.municipality,
            base_url: &letterhead.base_url,
        };
        outbox::post(tx, &draft_reminder(&occasion), now)?;
        letters += 1;
    }
    Ok((looked_at > 0).then_some((round.slug, letters)))
}
