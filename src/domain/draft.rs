//! What a person has typed and not sent, with anything missing or wrong in it.

use super::clock::Moment;
use super::form_change::CarriedOver;
use super::form_reading::FormReading;
use super::ids::{ConsultationId, DraftId, InvitationId, SubmissionId};
use super::person::PersonKey;
use super::submission::to_hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
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
    /// Whether they want a letter about what comes of it.
    pub wants_outcome: bool,
    /// «Uten merknad».
    pub no_comment: bool,
    /// Answers by question number.
    pub answers: BTreeMap<i32, String>,
    /// The number of the form version that the answers belong to; 0 in drafts from before forms had
    /// several, which is the first.
    pub form: i32,
    /// What became of it when its form was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried: Option<CarriedOver>,
    /// What was read out of an uploaded form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<FormReading>,
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
    /// How it is shared, where several write on it.
    pub sharing: Option<Sharing>,
}

/// How a draft is shared. Everyone who writes on it is one of its members, its owner too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Whoever saved last, since it was shared.
    pub saved_by: Option<PersonKey>,
    /// Whether members may change and withdraw what becomes of it, beside whoever sends it.
    pub members_may_change: bool,
}

/// One of those who write on a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their key.
    pub person: PersonKey,
    /// Their name, as the others read it.
    pub name: String,
    /// When they joined.
    pub joined_at: Moment,
}

impl Member {
    /// What the owner's page calls them by: their key itself goes to no browser.
    #[must_use]
    pub fn handle(&self) -> String {
        to_hex(&Sha256::digest(self.person.as_str().as_bytes()))
    }
}

/// A link that lets one more write on a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The draft.
    pub draft_id: DraftId,
    /// When it was made.
    pub created_at: Moment,
    /// The first instant at which it no longer works.
    pub expires_at: Moment,
}

/// The most that may be invited to one draft, those who have joined and those who may still.
pub const MEMBERS_MAX: usize = 20;
/// How long an invitation works, in seconds: a week.
pub const INVITATION_SECONDS: i64 = 7 * 24 * 60 * 60;

/// Which draft someone works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftPlace {
    /// Their own of a new submission.
    New,
    /// Their own, with which they change a submission.
    Change(SubmissionId),
    /// One that several write on.
    Shared(DraftId),
}

impl DraftPlace {
    /// The submission that is changed there.
    #[must_use]
    pub fn changes(self) -> Option<SubmissionId> {
        match self {
            Self::Change(submission) => Some(submission),
            Self::New | Self::Shared(_) => None,
        }
    }
}

impl Draft {
    /// Unique among drafts: a person has one new draft in a round, and one for each submission
    /// that they are changing. One that is shared stands apart, so that its owner may begin another.
    #[must_use]
    pub fn key(&self) -> String {
        draft_key(&self.person, self.place())
    }

    /// Whether colleagues may be invited to it: it is a new one, for an organisation.
    #[must_use]
    pub fn may_be_shared(&self) -> bool {
        self.changes.is_none() && (self.sharing.is_some() || self.content.role == "organisation")
    }

    /// Where it is found.
    #[must_use]
    pub fn place(&self) -> DraftPlace {
        match (&self.sharing, self.changes) {
            (Some(_), _) => DraftPlace::Shared(self.id),
            (None, Some(submission)) => DraftPlace::Change(submission),
            (None, None) => DraftPlace::New,
        }
    }
}

/// The key of the draft at `place`, of `person` where it is nobody else's.
#[must_use]
pub fn draft_key(person: &PersonKey, place: DraftPlace) -> String {
    match place {
        DraftPlace::New => format!("{person}:new"),
        DraftPlace::Change(submission) => format!("{person}:{submission}"),
        DraftPlace::Shared(draft) => format!("{SHARED}{draft}"),
    }
}

/// Whether a draft's key says that it is shared.
#[must_use]
pub fn is_shared_key(key: &str) -> bool {
    key.starts_with(SHARED)
}

/// No person's key begins like this.
const SHARED: &str = "shared:";
