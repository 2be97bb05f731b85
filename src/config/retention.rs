//! How long what is kept of people is kept.

use serde::Deserialize;

/// In days; 0 keeps it.
#[derive(Debug, Clone, Deserialize)]
pub struct RetentionSettings {
    /// Drafts, after the round has closed.
    pub drafts_after_closing_days: u32,
    /// Letters that were sent or given up, after they were written.
    pub letters_days: u32,
    /// The e-mail address of a submission, after it was withdrawn.
    pub contacts_after_withdrawal_days: u32,
    /// The e-mail address of any submission, after the round has closed.
    pub contacts_after_closing_days: u32,
}
