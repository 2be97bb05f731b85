//! The worker's part in virus scanning: what waits is looked at, what is infected is locked up, and
//! deleted when its time is over.

use super::worker::Worker;
use crate::actions::quarantine::{delete_quarantined, lock_up_rest};
use crate::actions::scan_file::{Scanned, scan_next};
use crate::domain::clock::Moment;
use crate::domain::file::ScanState;
use std::sync::{Arc, Mutex, PoisonError};

/// How many files are looked at between two looks at the outbox.
const FILES_AT_A_TIME: usize = 20;
/// How long a scanner that does not answer is left alone.
const AWAY_SECONDS: i64 = 30;

/// Until when a scanner that did not answer is left alone. Shared by the worker's clones.
#[derive(Debug, Clone, Default)]
pub struct Absence(Arc<Mutex<Option<Moment>>>);

impl Absence {
    fn lasts(&self, now: Moment) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|until| now < until)
    }

    fn set(&self, until: Option<Moment>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }
}

impl Worker {
    /// Lets the scanner look at what waits, some files at a time; returns how many got a verdict.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn scan_due(&self) -> Result<usize, anyhow::Error> {
        let now = self.clock.now();
        if self.scanner_absence.lasts(now) {
            return Ok(0);
        }
        let mut verdicts = 0;
        for _ in 0..FILES_AT_A_TIME {
            match scan_next(&self.store, &self.scanning, self.clock.now()).await? {
                Scanned::NothingDue => break,
                Scanned::Verdict(state) => {
                    verdicts += 1;
                    match state {
                        ScanState::Infected => tracing::warn!("a file has harmful content and was stopped"),
                        ScanState::Failed => tracing::error!("a file cannot be scanned; `check` tells more"),
                        ScanState::Clean | ScanState::Waiting => {}
                    }
                }
                Scanned::Later => tracing::warn!("a file could not be scanned and will be tried again"),
                Scanned::Away => {
                    tracing::warn!("the virus scanner cannot be reached; files wait for it");
                    self.scanner_absence.set(Some(now.plus_seconds(AWAY_SECONDS)));
                    return Ok(verdicts);
                }
            }
        }
        self.scanner_absence.set(None);
        Ok(verdicts)
    }

    /// Locks up what is infected, and deletes what has been locked up long enough; returns how many files
    /// were deleted.
    ///
    /// # Errors
    /// When the database or the files' store fails.
    pub async fn tidy_quarantine(&self) -> Result<usize, anyhow::Error> {
        let now = self.clock.now();
        lock_up_rest(&self.store, &self.scanning.files, now).await?;
        delete_quarantined(&self.store, &self.scanning.files, self.quarantine_days, now).await
    }
}
