//! What a person has typed and not sent, with anything missing or wrong in it.

use super::clock::Moment;
use super::ids::{ConsultationId, DraftId, SubmissionId};
use super::person::PersonKey;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form as it was typed: every field is plain text, and nothing has been checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftContent {
    /// `self` or `organisation`.
    pub role: String,
    /// The person's name.
    pub name: String,
    /// The organisation's name.
    pub organisation: String,
    /// The organisation's number.
    pub org_number: String,
    /// Where the receipt goes.
    pub email: String,
    /// The language tag of the receipt.
    pub language: String,
    /// «Uten merknad».
    pub no_comment: bool,
    /// Answers by question number.
    pub answers: BTreeMap<i32, String>,
}

/// A draft as it is kept on the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Made with the form's first page, before anything is saved; sending the same draft twice
    /// is one submission.
    pub id: DraftId,
    /// The round.
    pub consultation_id: ConsultationId,
    /// Whose it is.
    pub person: PersonKey,
    /// The submission that it would change.
    pub changes: Option<SubmissionId>,
    /// What has been typed.
    pub content: DraftContent,
    /// Counts the saves, from 1; a save that does not know the last one is a conflict.
    pub version: i32,
    /// The first save; a draft begun before the deadline may be sent after it.
    pub begun_at: Moment,
    /// The last save.
    pub saved_at: Moment,
}

impl Draft {
    /// Unique among drafts: a person has one new draft in a round, and one for each submission
    /// that they are changing.
    #[must_use]
    pub fn key(&self) -> String {
        draft_key(&self.person, self.changes)
    }
}

/// The key of the draft with which `person` changes `changes`, or writes a new submission.
#[must_use]
pub fn draft_key(person: &PersonKey, changes: Option<SubmissionId>) -> String {
    changes.map_or_else(|| format!("{person}:new"), |submission| format!("{person}:{submission}"))
}
