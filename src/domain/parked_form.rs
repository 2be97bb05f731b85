//! What someone typed in a form that could not be taken, because they were no longer logged in.

use super::draft::DraftContent;
use super::ids::DraftId;
use serde::{Deserialize, Serialize};

/// How long it is kept.
pub const KEPT_FOR_SECONDS: i64 = 2 * 60 * 60;

/// The form of a round, as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParkedForm {
    /// The address that it was sent to, without its language.
    pub path: String,
    /// The draft that the page was about.
    pub draft_id: DraftId,
    /// The version of it that the page knew.
    pub version: i32,
    /// When it was first shown, sealed by us for this person, round and draft. It shows whose
    /// text this is.
    pub begun: String,
    /// What was typed.
    pub content: DraftContent,
}
