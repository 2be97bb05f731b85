//! The worker: sends what waits, has files scanned, tidies what is over, and rests in between.

use crate::actions::apply_retention::apply_retention;
use crate::actions::park_form::forget_parked;
use crate::actions::scan_file::Scanning;
use crate::actions::seal_audit::seal_audit;
use crate::actions::send_letter::{Sent, send_letter};
use crate::actions::sign_in::forget_expired;
use crate::actions::tidy_links::forget_expired_links;
use crate::domain::audit_seal::SealKey;
use crate::domain::clock::Clock;
use crate::domain::retention::Retention;
use crate::mail::transport::Transport;
use crate::store::Store;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long to rest when nothing is due.
const REST: Duration = Duration::from_secs(2);
/// How long to rest when the database does not answer.
const REST_AFTER_FAILURE: Duration = Duration::from_secs(10);
/// How many seals are made between two looks at the outbox.
const SEALS_AT_A_TIME: usize = 20;
/// How many rests go by between two rounds of tidying.
const RESTS_BETWEEN_TIDYING: u32 = 300;
/// How many rests go by between two looks for drafts to remind people of.
const RESTS_BETWEEN_REMINDERS: u32 = 30;
/// How many rests go by between two looks for files without a row: with 256 looks it has seen all,
/// after two hours. A bucket is paid for by the look.
const RESTS_BETWEEN_LOOKS: u32 = 15;

/// How many rests go by between two looks for rounds that have opened.
const RESTS_BETWEEN_NEWS: u32 = 15;

/// What the worker works with. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    /// The database.
    pub store: Store,
    /// The way letters go.
    pub transport: Arc<Transport>,
    /// How long what is kept of people is kept.
    pub retention: Retention,
    /// What files are scanned with.
    pub scanning: Scanning,
    /// How many days the bytes of infected files are kept; 0 keeps them.
    pub quarantine_days: u32,
    /// How many days before a deadline people are reminded of a draft that is not sent; 0 for never.
    pub draft_reminder_days: u32,
    /// Signs the seals of the audit log.
    pub seal_key: SealKey,
    /// The time.
    pub clock: Clock,
}

impl Worker {
    /// Sends every letter that is due; returns how many were taken by a mail server.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn send_due(&self) -> Result<usize, anyhow::Error> {
        let mut sent = 0;
        loop {
            match send_letter(&self.store, &self.transport, self.clock.now()).await? {
                Sent::NothingDue => return Ok(sent),
                Sent::Yes => sent += 1,
                Sent::Later => tracing::warn!("a letter could not be sent and will be tried again"),
                Sent::Failed => tracing::error!("a letter was given up; staff can see it"),
            }
        }
    }

    /// Removes what has been kept for as long as the rules say; returns how many records went.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn apply_retention(&self) -> Result<usize, anyhow::Error> {
        let removed = apply_retention(&self.store, &self.retention, self.clock.now()).await?;
        if removed > 0 {
            tracing::info!(removed, "removed what was kept long enough");
        }
        Ok(removed)
    }

    /// Seals what the audit log has got; returns how many lines. Each seal is told in the
    /// service's own log too, which is kept elsewhere than the database.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn seal_due(&self) -> Result<usize, anyhow::Error> {
        let mut lines = 0;
        for _ in 0..SEALS_AT_A_TIME {
            let Some(sealed) = seal_audit(&self.store, &self.seal_key, self.clock.now()).await? else {
                break;
            };
            lines += sealed.lines;
            let (seal, digest) = (sealed.head.number, sealed.head.digest);
            tracing::info!(seal, %digest, lines = sealed.lines, "sealed the audit log");
        }
        Ok(lines)
    }

    /// Works until `stop` says so; a letter on its way is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut rests: u32 = 0;
        while !*stop.borrow() {
            let rest = match self.round(rests).await {
                Ok(()) => REST,
                Err(error) => {
                    tracing::error!("the worker failed: {error:#}");
                    REST_AFTER_FAILURE
                }
            };
            rests = rests.wrapping_add(1);
            tokio::select! {
                () = tokio::time::sleep(rest) => {}
                _ = stop.changed() => {}
            }
        }
    }

    async fn round(&self, rests: u32) -> Result<(), anyhow::Error> {
        self.invite_due().await?;
        self.tell_due().await?;
        if rests.is_multiple_of(RESTS_BETWEEN_REMINDERS) {
            self.remind_due().await?;
        }
        self.send_due().await?;
        self.scan_due().await?;
        self.seal_due().await?;
        if rests.is_multiple_of(RESTS_BETWEEN_LOOKS) {
            let [first, ..] = (rests / RESTS_BETWEEN_LOOKS).to_le_bytes();
            self.sweep_bytes(first).await?;
        }
        if rests.is_multiple_of(RESTS_BETWEEN_TIDYING) {
            self.tidy_quarantine().await?;
            self.sweep_rows().await?;
            let forgotten = forget_expired(&self.store, self.clock.now()).await?;
            self.apply_retention().await?;
            tracing::debug!(forgotten, "expired sessions");
            let forgotten = forget_expired_links(&self.store, self.clock.now()).await?;
            tracing::debug!(forgotten, "expired links");
            let forgotten = forget_parked(&self.store, self.clock.now()).await?;
            tracing::debug!(forgotten, "parked forms");
        }
        if rests.is_multiple_of(RESTS_BETWEEN_NEWS) {
            self.tell_subscribers().await?;
        }
        Ok(())
    }
}
