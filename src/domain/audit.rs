//! One line of the audit log: who did what, when, to what.

use super::clock::Moment;
use super::ids::AuditId;
use super::named::named;
use super::staff::StaffRole;

/// A line, as it is written. It names no citizen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: Actor,
    /// What happened.
    pub event: Event,
    /// To what: a reference, a slug or an id.
    pub subject: String,
}

/// A line, as it is stored. Its texts are kept as they stand, so that a line that means nothing
/// to this version can still be read and verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Moment,
    /// Who, as [`Actor`] writes it.
    pub actor: String,
    /// What happened: the name of an [`Event`].
    pub event: String,
    /// To what.
    pub subject: String,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A respondent; which one stands with the submission, not here.
    Citizen,
    /// A member of staff, by the subject that the login provider gave them.
    Staff {
        /// The provider's word for them.
        subject: String,
        /// Their name, where the provider tells it.
        name: Option<String>,
        /// The role they acted in.
        role: StaffRole,
    },
    /// Someone with a shell on the server.
    CommandLine,
    /// The worker.
    Worker,
    /// A login provider, by its name in the settings.
    Provider(String),
}

impl Actor {
    /// Who decided something, as colleagues read it.
    #[must_use]
    pub fn signature(&self) -> String {
        match self {
            Self::Staff { name: Some(name), .. } => name.clone(),
            other => other.to_string(),
        }
    }
}

impl std::fmt::Display for Actor {
    /// As it stands in the audit log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Citizen => f.write_str("citizen"),
            Self::Staff { subject, role, .. } => write!(f, "{}:{subject}", role.name()),
            Self::CommandLine => f.write_str("command-line"),
            Self::Worker => f.write_str("worker"),
            Self::Provider(name) => write!(f, "provider:{name}"),
        }
    }
}

/// Who did it, as it stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded<'a> {
    /// A respondent.
    Citizen,
    /// A member of staff, in a role.
    Staff {
        /// The provider's word for them.
        subject: &'a str,
        /// The role they acted in.
        role: StaffRole,
    },
    /// Someone with a shell on the server.
    CommandLine,
    /// The worker.
    Worker,
    /// A login provider, by its name in the settings.
    Provider(&'a str),
    /// Nobody that this version knows.
    Unknown,
}

impl<'a> Recorded<'a> {
    /// Reads what [`Actor`] wrote.
    #[must_use]
    pub fn read(actor: &'a str) -> Self {
        match (actor, actor.split_once(':')) {
            ("citizen", _) => Self::Citizen,
            ("command-line", _) => Self::CommandLine,
            ("worker", _) => Self::Worker,
            (_, Some(("provider", name))) => Self::Provider(name),
            (_, Some((role, subject))) => {
                StaffRole::from_name(role).map_or(Self::Unknown, |role| Self::Staff { subject, role })
            }
            _ => Self::Unknown,
        }
    }
}

named! {
    /// What can happen, named noun.past.
    pub enum Event {
        /// A round was read from a file.
        RoundImported = "round.imported",
        /// A round was opened by hand.
        RoundOpened = "round.opened",
        /// A round's deadline was moved later.
        RoundExtended = "round.extended",
        /// A round was closed before its deadline.
        RoundClosed = "round.closed",
        /// A closed round was opened again.
        RoundReopened = "round.reopened",
        /// A round was made.
        RoundMade = "round.made",
        /// What a round says, or how it is set up, was changed.
        RoundChanged = "round.changed",
        /// A round was made public.
        RoundPublished = "round.published",
        /// It was decided when a round becomes public.
        RoundScheduled = "round.scheduled",
        /// A publication that was planned was called off.
        RoundUnscheduled = "round.unscheduled",
        /// A round that nobody had used was removed.
        RoundRemoved = "round.removed",
        /// A link that shows a round before it is public was made.
        PreviewMade = "preview.made",
        /// Such a link was taken back.
        PreviewRevoked = "preview.revoked",
        /// A correction of a public round was announced.
        RoundCorrected = "round.corrected",
        /// The outcome of a round was written, or changed.
        OutcomeSaved = "outcome.saved",
        /// The outcome of a round was made public.
        RoundConcluded = "round.concluded",
        /// A round was put away.
        RoundArchived = "round.archived",
        /// A round that was put away was taken out again.
        RoundUnarchived = "round.unarchived",
        /// Some of those whom an announcement concerns were written to.
        AnnouncementMailed = "announcement.mailed",
        /// Some of those with a draft that is not sent were reminded.
        DraftsReminded = "drafts.reminded",
        /// A document was added to a round.
        DocumentAdded = "document.added",
        /// What is said of a document was changed.
        DocumentChanged = "document.changed",
        /// A document was moved among those of its round.
        DocumentMoved = "document.moved",
        /// A document got another file.
        DocumentReplaced = "document.replaced",
        /// A document of a round that was not public was removed.
        DocumentRemoved = "document.removed",
        /// The questions of a round were changed.
        FormEdited = "form.edited",
        /// The changes of a form were published.
        FormPublished = "form.published",
        /// The changes of a form were thrown away.
        FormDiscarded = "form.discarded",
        /// A heading of a codebook was added.
        CodeAdded = "code.added",
        /// A heading of a codebook got another key or name.
        CodeRenamed = "code.renamed",
        /// A heading was moved in its codebook.
        CodeMoved = "code.moved",
        /// A heading was removed from a codebook.
        CodeRemoved = "code.removed",
        /// A draft was saved for the first time.
        DraftBegun = "draft.begun",
        /// A draft was thrown away.
        DraftDiscarded = "draft.discarded",
        /// A file was added to a draft.
        AttachmentAdded = "attachment.added",
        /// A file of a draft was put in the place of another.
        AttachmentReplaced = "attachment.replaced",
        /// A file was taken away from a draft.
        AttachmentRemoved = "attachment.removed",
        /// A link by letter was asked for.
        LoginLinkAsked = "login-link.asked",
        /// A link by letter let someone in.
        LoginLinkUsed = "login-link.used",
        /// Someone was invited to write on a draft.
        InvitationMade = "invitation.made",
        /// An invitation was taken back.
        InvitationRevoked = "invitation.revoked",
        /// Someone invited joined those who write on a draft.
        DraftJoined = "draft.joined",
        /// Someone no longer writes on a draft.
        DraftLeft = "draft.left",
        /// Who may change what becomes of a shared draft was decided.
        DraftSharingChanged = "draft.sharing-changed",
        /// A submission was received.
        SubmissionReceived = "submission.received",
        /// The same sending came again and got the first one's receipt.
        SubmissionRepeated = "submission.repeated",
        /// A submission was changed.
        SubmissionChanged = "submission.changed",
        /// A submission was withdrawn.
        SubmissionWithdrawn = "submission.withdrawn",
        /// Submissions were read from a file.
        SubmissionsImported = "submissions.imported",
        /// Submissions were exported.
        SubmissionsExported = "submissions.exported",
        /// A member of staff logged in.
        StaffLoggedIn = "staff.logged-in",
        /// A login provider ended sessions.
        SessionsEnded = "sessions.ended",
        /// Somebody was given a staff role.
        StaffGranted = "staff.granted",
        /// A staff role was taken away.
        StaffRevoked = "staff.revoked",
        /// A one-time link for an administrator was printed at a shell.
        StaffLinkPrinted = "staff-link.printed",
        /// A one-time link for an administrator was used.
        StaffLinkUsed = "staff-link.used",
        /// A mail server took a letter.
        LetterSent = "letter.sent",
        /// A letter was given up.
        LetterFailed = "letter.failed",
        /// A failed letter was put back in the outbox.
        LetterRequeued = "letter.requeued",
        /// Someone asked to be told of new rounds.
        SubscriptionAsked = "subscription.asked",
        /// A subscriber said yes.
        SubscriptionConfirmed = "subscription.confirmed",
        /// A subscriber wanted no more letters and was forgotten.
        SubscriptionEnded = "subscription.ended",
        /// Subscribers were told that a round has opened.
        SubscribersTold = "subscribers.told",
        /// The virus scanner found nothing in a file.
        FileCleared = "file.cleared",
        /// The virus scanner found something in a file; nobody gets it.
        FileStopped = "file.stopped",
        /// The virus scanner could not look at a file.
        FileNotScanned = "file.not-scanned",
        /// Files that could not be scanned wait for it again.
        FilesRequeued = "files.requeued",
        /// The bytes of a stopped file were deleted.
        FileDeleted = "file.deleted",
        /// Sealed fields were put under the active key.
        KeysResealed = "keys.resealed",
        /// Records were removed because their time was over.
        RecordsRemoved = "records.removed",
        /// A person had the e-mail addresses of what they had withdrawn removed.
        ContactsForgotten = "contacts.forgotten",
        /// Consulted bodies were added to a round's list.
        InviteesAdded = "invitees.added",
        /// What is known of a consulted body was changed.
        InviteeChanged = "invitee.changed",
        /// A consulted body that had not been invited was taken off the list.
        InviteeRemoved = "invitee.removed",
        /// Letters and link of a consulted body were stopped.
        InviteeStopped = "invitee.stopped",
        /// It was decided to invite those on the list.
        InvitationsAsked = "invitations.asked",
        /// It was decided when consulted bodies are reminded.
        RemindersPlanned = "reminders.planned",
        /// Letters to consulted bodies were put in the outbox.
        InviteesTold = "invitees.told",
        /// The link of a consulted body was followed for the first time.
        InvitationOpened = "invitation.opened",
        /// A draft was begun for a consulted body, or found to be for it.
        InvitationTaken = "invitation.taken",
        /// The list of consulted bodies was taken out as a file.
        InviteesExported = "invitees.exported",
        /// A member of staff read a submission; told once an hour.
        SubmissionRead = "submission.read",
        /// A member of staff was given a file of a submission; told each time.
        AttachmentDownloaded = "attachment.downloaded",
        /// A member of staff read the answers to one question; told once an hour.
        AnswersRead = "answers.read",
        /// An administrator read this log; told once an hour.
        LogRead = "log.read",
        /// An administrator took out lines of this log.
        LogExported = "log.exported",
    }
}
