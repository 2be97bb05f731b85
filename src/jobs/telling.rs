//! The worker's part in telling people: of announcements, of drafts that are not sent, and of new rounds.

use super::worker::Worker;
use crate::actions::mail_announcements::{Told, mail_announcements};
use crate::actions::remind_drafts::remind_drafts;
use crate::actions::tell_subscribers::tell_subscribers;

/// How many steps are taken between two looks at the outbox.
const STEPS_AT_A_TIME: usize = 5;

impl Worker {
    /// Writes to those whom an announcement concerns, some steps at a time; returns how many letters were
    /// put in the outbox.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell_due(&self) -> Result<usize, anyhow::Error> {
        let mut letters = 0;
        for _ in 0..STEPS_AT_A_TIME {
            match mail_announcements(&self.store, &self.scanning.letterhead, self.clock.now()).await? {
                Told::NothingDue => break,
                Told::Letters(count) => letters += count,
            }
        }
        if letters > 0 {
            tracing::info!(letters, "wrote to those whom an announcement concerns");
        }
        Ok(letters)
    }

    /// Reminds those with a draft that is not sent, some steps at a time; returns how many letters were put
    /// in the outbox.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remind_due(&self) -> Result<usize, anyhow::Error> {
        if self.draft_reminder_days == 0 {
            return Ok(0);
        }
        let (days, letterhead) = (self.draft_reminder_days, &self.scanning.letterhead);
        let mut letters = 0;
        for _ in 0..STEPS_AT_A_TIME {
            match remind_drafts(&self.store, days, letterhead, self.clock.now()).await? {
                None => break,
                Some(count) => letters += count,
            }
        }
        if letters > 0 {
            tracing::info!(letters, "reminded people of drafts that are not sent");
        }
        Ok(letters)
    }

    /// Writes the letters about rounds that have opened; returns how many.
    ///
    /// # Errors
    /// When the database fails; what earlier steps wrote stays written, and the rest comes next time.
    pub async fn tell_subscribers(&self) -> Result<usize, anyhow::Error> {
        let told = tell_subscribers(&self.store, &self.scanning.letterhead, self.clock.now()).await?;
        if told > 0 {
            tracing::info!(told, "told subscribers of a round that has opened");
        }
        Ok(told)
    }
}
