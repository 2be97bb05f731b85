//! The worker's part in sweeping: files that nothing refers to any more.

use super::worker::Worker;
use crate::actions::sweep_files::{delete_swept, sweep_bytes, sweep_rows};

impl Worker {
    /// Removes rows of files that nothing refers to any more, and deletes the bytes that were set
    /// aside long enough ago; returns how many of both.
    ///
    /// # Errors
    /// When the database or the files cannot be reached.
    pub async fn sweep_rows(&self) -> Result<(usize, usize), anyhow::Error> {
        let (store, files, now) = (&self.store, &self.scanning.files, self.clock.now());
        let rows = sweep_rows(store, now).await?;
        let deleted = delete_swept(store, files, now).await?;
        if rows + deleted > 0 {
            tracing::info!(rows, deleted, "removed files that nothing refers to");
        }
        Ok((rows, deleted))
    }

    /// Sets bytes aside that have no row, of one in 256 of all hashes; returns how many.
    ///
    /// # Errors
    /// When the database or the files cannot be reached.
    pub async fn sweep_bytes(&self, first: u8) -> Result<usize, anyhow::Error> {
        let set_aside = sweep_bytes(&self.store, &self.scanning.files, first, self.clock.now()).await?;
        if set_aside > 0 {
            tracing::info!(set_aside, "set files aside that have no row");
        }
        Ok(set_aside)
    }
}
