//! A scanner that did not answer is left alone for a while, so that nobody waits for it again and again.

use crate::domain::clock::Moment;
use std::sync::{Arc, Mutex, PoisonError};

/// Until when it is left alone. Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Absence(Arc<Mutex<Option<Moment>>>);

impl Absence {
    pub(super) fn lasts(&self, now: Moment) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|until| now < until)
    }

    pub(super) fn set(&self, until: Option<Moment>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }
}
