//! The connections that serve reads: trusted while all is well, tried again after one was lost.

use super::StoreError;
use super::connection::{DbConnection, Manager};
use diesel::r2d2::{self, ManageConnection, R2D2Connection};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Opens connections and counts those that were lost. Asking the database before every read
/// would cost a third of them, so connections are asked only once after each loss.
#[derive(Clone)]
pub(super) struct Readers {
    manager: Manager,
    losses: Arc<AtomicUsize>,
}

/// A connection of the pool.
pub(super) struct Lent {
    pub(super) connection: DbConnection,
    /// How many losses there had been when it last answered.
    losses_known: usize,
    is_lost: bool,
}

impl Readers {
    pub(super) fn new(manager: Manager) -> Self {
        Self { manager, losses: Arc::default() }
    }

    /// Finds out whether `error` means that the connection is gone; then it leaves the pool, and
    /// the others must answer before they are lent again.
    pub(super) fn examine(&self, lent: &mut Lent, error: &StoreError) {
        if matches!(error, StoreError::Broken(_)) && lent.connection.ping().is_err() {
            lent.is_lost = true;
            self.losses.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl ManageConnection for Readers {
    type Connection = Lent;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Lent, r2d2::Error> {
        let losses_known = self.losses.load(Ordering::Relaxed);
        Ok(Lent { connection: self.manager.open()?, losses_known, is_lost: false })
    }

    fn is_valid(&self, lent: &mut Lent) -> Result<(), r2d2::Error> {
        let losses = self.losses.load(Ordering::Relaxed);
        if lent.losses_known != losses {
            lent.connection.ping().map_err(r2d2::Error::QueryError)?;
            lent.losses_known = losses;
        }
        Ok(())
    }

    fn has_broken(&self, lent: &mut Lent) -> bool {
        lent.is_lost || lent.connection.is_broken()
    }
}
