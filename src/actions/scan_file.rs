//! The virus scanner looks at a file: at once when it has come, or when the worker gets to it. It is
//! claimed, looked at with no transaction open, and then the verdict is noted.

use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::file::{ScanState, next_scan};
use crate::files::Files;
use crate::files::scanner::{Patience, ScanError, Scanner, Verdict};
use crate::mail::letters::{Occasion, file_stopped};
use crate::store::scans::{self, Claim};
use crate::store::{Change, Store, StoreError, Writing, consultations, letters as outbox, submissions};

/// How long a worker alone holds a file; longer than looking at one may take.
const LEASE_SECONDS: i64 = 5 * 60;
/// The same for a request, so that the worker need not wait long for one that was broken off.
const LEASE_AT_ONCE_SECONDS: i64 = 60;
/// When to ask again a scanner that nobody could reach.
const AWAY_SECONDS: i64 = 30;

/// What scanning works with. Cheap to clone.
#[derive(Clone)]
pub struct Scanning {
    /// The bytes.
    pub files: Files,
    /// The scanner; files wait where there is none.
    pub scanner: Option<Scanner>,
    /// What letters are signed with.
    pub letterhead: Letterhead,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scanned {
    /// There was nothing to look at.
    NothingDue,
    /// There is a verdict; never [`ScanState::Waiting`].
    Verdict(ScanState),
    /// It will be tried again.
    Later,
    /// Nobody could reach the scanner; the file waits.
    Away,
}

/// The verdict did not come to stand: somebody else has taken the file over.
#[derive(Debug)]
struct TakenOver;

/// Lets the scanner look at the file that has waited longest, if any is due.
///
/// # Errors
/// When the database fails.
pub async fn scan_next(store: &Store, scanning: &Scanning, now: Moment) -> Result<Scanned, anyhow::Error> {
    let Some(scanner) = &scanning.scanner else { return Ok(Scanned::NothingDue) };
    let lease_ends = now.plus_seconds(LEASE_SECONDS);
    let claim = store.upkeep(move |tx| scans::claim_due(tx, now, lease_ends)).await?;
    look(store, scanning, scanner, claim, Patience::Worker, now).await
}

/// Lets the scanner look at this file while somebody waits, for a few seconds at most. What hinders it
/// leaves the file waiting, for the worker.
///
/// # Errors
/// When the database fails.
pub async fn scan_at_once(
    store: &Store,
    scanning: &Scanning,
    sha256: &str,
    now: Moment,
) -> Result<Scanned, anyhow::Error> {
    let Some(scanner) = &scanning.scanner else { return Ok(Scanned::NothingDue) };
    let (sha256, lease_ends) = (sha256.to_owned(), now.plus_seconds(LEASE_AT_ONCE_SECONDS));
    let claim = store.upkeep(move |tx| scans::claim(tx, &sha256, now, lease_ends)).await?;
    look(store, scanning, scanner, claim, Patience::AtOnce, now).await
}

/// The one way that a file is looked at.
async fn look(
    store: &Store,
    scanning: &Scanning,
    scanner: &Scanner,
    claim: Option<Claim>,
    patience: Patience,
    now: Moment,
) -> Result<Scanned, anyhow::Error> {
    let Some(claim) = claim else { return Ok(Scanned::NothingDue) };
    match ask(&scanning.files, scanner, &claim.sha256, patience).await {
        Ok(verdict) => {
            let (state, said) = match verdict {
                Verdict::Clean => (ScanState::Clean, None),
                Verdict::Infected(found) => (ScanState::Infected, Some(found)),
                Verdict::Unscannable(why) => (ScanState::Failed, Some(why)),
            };
            conclude(store, scanning, claim, state, said, now).await
        }
        // A scanner that is away says nothing of the file, and neither does somebody's haste.
        Err(error) if patience == Patience::AtOnce || matches!(error, ScanError::Unreachable(_)) => {
            tracing::info!("a file waits for the virus scanner: {:#}", anyhow::Error::new(error));
            let wait = if patience == Patience::AtOnce { 0 } else { AWAY_SECONDS };
            let (attempts, due_at) = (claim.attempts, now.plus_seconds(wait));
            store.upkeep(move |tx| scans::put_back(tx, &claim, attempts, due_at)).await?;
            Ok(Scanned::Away)
        }
        Err(error) => {
            let attempts = claim.attempts.saturating_add(1);
            let why = format!("{:#}", anyhow::Error::new(error));
            match next_scan(attempts, now) {
                Some(due_at) => {
                    store.upkeep(move |tx| scans::put_back(tx, &claim, attempts, due_at)).await?;
                    Ok(Scanned::Later)
                }
                None => conclude(store, scanning, claim, ScanState::Failed, Some(why), now).await,
            }
        }
    }
}

async fn ask(
    files: &Files,
    scanner: &Scanner,
    sha256: &str,
    patience: Patience,
) -> Result<Verdict, ScanError> {
    match files.open(sha256).await.map_err(ScanError::Files)? {
        Some(bytes) => scanner.scan(bytes, patience).await,
        None => Err(ScanError::Missing),
    }
}

/// Every verdict has its line, the good ones too: they are what lets a file be opened, and somebody who
/// changes one in the database is found out. Those who sent a stopped file are told in the same change.
async fn conclude(
    store: &Store,
    scanning: &Scanning,
    claim: Claim,
    state: ScanState,
    said: Option<String>,
    now: Moment,
) -> Result<Scanned, anyhow::Error> {
    let (letterhead, sha256) = (scanning.letterhead.clone(), claim.sha256.clone());
    let noted = store
        .change::<(), TakenOver, _>(move |tx| {
            if !scans::mark(tx, &claim, state, said.as_deref(), now)? {
                return Err(Stopped::Refused(TakenOver));
            }
            let event = match state {
                ScanState::Infected => Event::FileStopped,
                ScanState::Failed => Event::FileNotScanned,
                ScanState::Clean | ScanState::Waiting => Event::FileCleared,
            };
            if state == ScanState::Infected {
                write_to_senders(tx, &claim.sha256, &letterhead, now)?;
            }
            let subject = claim.sha256.clone();
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: Actor::Worker, event, subject } })
        })
        .await;
    match noted {
        Ok(()) => {}
        Err(Stopped::Refused(TakenOver)) => return Ok(Scanned::NothingDue),
        Err(Stopped::Failed(error)) => return Err(error),
    }
    if state == ScanState::Infected
        && let Err(error) = super::quarantine::lock_up(store, &scanning.files, &sha256, now).await
    {
        // Nobody gets the file as it is, and the worker tries again.
        tracing::error!("a file with harmful content could not be put in quarantine: {error:#}");
    }
    Ok(Scanned::Verdict(state))
}

/// One letter to each who has sent the file. Who has it in a draft sees it there.
fn write_to_senders(
    tx: &mut Writing<'_>,
    sha256: &str,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<(), StoreError> {
    let Letterhead { municipality, base_url } = letterhead;
    for id in scans::list_submissions(tx, sha256)? {
        let Some(submission) = submissions::find(tx, id)? else { continue };
        let Some(round) = consultations::find(tx, submission.consultation_id)? else { continue };
        let occasion = Occasion { round: &round, submission: &submission, municipality, base_url };
        if let Some(letter) = file_stopped(&occasion, now) {
            outbox::post(tx, &letter, now)?;
        }
    }
    Ok(())
}
