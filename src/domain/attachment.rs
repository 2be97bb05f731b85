//! Files that go with a submission.

use super::clock::Moment;
use super::file::{FileKind, ScanState};
use super::ids::AttachmentId;
use super::named::named;

named! {
    /// Why a file is there.
    pub enum AttachmentRole {
        /// The respondent wanted it to go with the answers.
        Attachment = "attachment",
        /// It is the filled-in form that the answers were read from.
        FilledForm = "filled-form",
    }
}

/// A file as it goes with a draft or with one revision of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// Why it is there.
    pub role: AttachmentRole,
    /// Its name; see [`super::file::file_name`].
    pub name: String,
    /// Its kind.
    pub kind: FileKind,
    /// The size in bytes.
    pub size_bytes: i64,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// When it was added.
    pub added_at: Moment,
    /// What the virus scanner says.
    pub scan: ScanState,
}
