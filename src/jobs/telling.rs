//! The worker's part in telling those who subscribe.

use super::worker::Worker;
use crate::actions::tell_subscribers::tell_subscribers;

impl Worker {
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
