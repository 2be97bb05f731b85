//! When people are reminded of a deadline.

use serde::Deserialize;

/// The longest before a deadline that a reminder makes sense.
const LONGEST_DAYS: u32 = 60;

/// In days before the last day; 0 reminds nobody.
#[derive(Debug, Clone, Deserialize)]
pub struct ReminderSettings {
    /// Of a draft that is not sent.
    pub draft_days: u32,
}

impl ReminderSettings {
    /// What cannot be right.
    pub(super) fn implausible(&self) -> Option<String> {
        (self.draft_days > LONGEST_DAYS)
            .then(|| format!("reminders.draft_days must be at most {LONGEST_DAYS}"))
    }
}
