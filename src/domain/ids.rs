//! Ids: one type for each noun, so that they cannot be mixed up.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id; later ids of one process sort after earlier ones (UUIDv7).
            #[must_use]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

id! {
    /// A round of consultation.
    ConsultationId,
    /// A decision that moved a round's opening or deadline.
    DeadlineDecisionId,
    /// Something told of a round to those whom it concerns.
    AnnouncementId,
    /// A paper or picture of a round.
    DocumentId,
    /// One version of a round's form.
    FormVersionId,
    /// One question in one form version.
    QuestionId,
    /// A heading of a codebook.
    CodeId,
    /// A submission, through all its revisions.
    SubmissionId,
    /// One revision of a submission.
    RevisionId,
    /// A draft, from its first save until it is sent or thrown away.
    DraftId,
    /// A file that goes with a draft or a revision.
    AttachmentId,
    /// A logged-in session.
    SessionId,
    /// A link by letter that lets someone in once.
    LoginLinkId,
    /// A link that lets one more write on a draft.
    InvitationId,
    /// Someone who wants a letter when a round opens.
    SubscriberId,
    /// A consulted body that is invited to answer a round.
    InviteeId,
    /// A letter in the outbox; its Message-ID is made from it.
    LetterId,
    /// A role that somebody was given.
    StaffGrantId,
    /// A one-time link for an administrator.
    StaffLinkId,
    /// A link with which colleagues see a round before it is public.
    PreviewLinkId,
    /// A line of the audit log.
    AuditId,
}
