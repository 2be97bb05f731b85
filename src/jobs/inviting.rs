//! The worker's part in inviting: what consulted bodies are owed is written.

use super::worker::Worker;
use crate::actions::write_to_invitees::write_to_invitees;

impl Worker {
    /// Puts in the outbox what consulted bodies are owed; returns how many letters.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invite_due(&self) -> Result<usize, anyhow::Error> {
        let letters = write_to_invitees(&self.store, &self.scanning.letterhead, self.clock.now()).await?;
        if letters > 0 {
            tracing::info!(letters, "wrote to consulted bodies");
        }
        Ok(letters)
    }
}
