//! Answers handed in: how they are received, changed and withdrawn.

use super::clock::Moment;
use super::consultation::{Consultation, Phase};
use super::document::PinnedDocument;
use super::ids::{ConsultationId, DraftId, FormVersionId, QuestionId, RevisionId, SubmissionId};
use super::named::named;
use super::person::PersonKey;
use super::reference::Reference;
use super::respondent::Respondent;
use sha2::{Digest, Sha256};
use std::fmt::Write;

named! {
    /// How a submission came in.
    pub enum Channel {
        /// The web form.
        Web = "web",
        /// The downloaded form, filled in and uploaded.
        FormUpload = "form-upload",
        /// A letter.
        Letter = "letter",
        /// An e-mail.
        Email = "email",
        /// A meeting or a group activity.
        Meeting = "meeting",
    }
}

named! {
    /// Whether a submission stands.
    pub enum Status {
        /// It stands.
        Received = "received",
        /// The respondent took it back; it is kept and counts no more.
        Withdrawn = "withdrawn",
    }
}

/// A submission and the revision of it that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// The round.
    pub consultation_id: ConsultationId,
    /// What people call it.
    pub reference: Reference,
    /// How it came in.
    pub channel: Channel,
    /// Whether it stands.
    pub status: Status,
    /// Who sent it, where that is known.
    pub person: Option<PersonKey>,
    /// Unique while it is live; see [`super::person::live_key`].
    pub live_key: Option<String>,
    /// The key of the entry in the file it was imported from.
    pub import_key: Option<String>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// The revision that stands.
    pub current: Revision,
}

impl Submission {
    /// Whether the standing revision came at or after the round's deadline.
    #[must_use]
    pub fn is_late(&self, round: &Consultation) -> bool {
        self.current.received_at >= round.closes_at
    }
}

/// Someone who sees a submission beside the person who sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Their key.
    pub person: PersonKey,
    /// Their name, as the others read it.
    pub name: String,
    /// Whether they may change and withdraw it as well.
    pub may_change: bool,
}

/// What a person may do with a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// They sent it, or may do as much.
    Full,
    /// They see it.
    Read,
}

/// What `person` may do with a submission that these see beside its sender; nothing where they
/// are none of them.
#[must_use]
pub fn access(submission: &Submission, readers: &[Reader], person: &PersonKey) -> Option<Access> {
    if submission.person.as_ref() == Some(person) {
        return Some(Access::Full);
    }
    let reader = readers.iter().find(|reader| reader.person == *person)?;
    Some(if reader.may_change { Access::Full } else { Access::Read })
}

/// What was handed in at one time. Earlier revisions are kept as they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// 1 for the first.
    pub number: i32,
    /// The draft it was sent from.
    pub draft_id: Option<DraftId>,
    /// The form version that was answered.
    pub form_version_id: FormVersionId,
    /// When it was received.
    pub received_at: Moment,
    /// Who answers.
    pub respondent: Respondent,
    /// «Uten merknad»: the respondent has no comment, and says so.
    pub no_comment: bool,
    /// The answers, by question number; only those with something in them.
    pub answers: Vec<Answer>,
    /// The documents as they were when it was received.
    pub documents: Vec<PinnedDocument>,
}

/// The text on one question, kept as [`super::text::as_kept`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub question_id: QuestionId,
    /// Its number in the form version.
    pub number: i32,
    /// The text.
    pub text: String,
}

impl Revision {
    /// The received text in one fixed form, which its hash covers: for each answer its number in
    /// square brackets on a line, the text as it is kept, and an empty line; «[uten merknad]»
    /// where there is no comment.
    #[must_use]
    pub fn canonical_text(&self) -> String {
        let mut text = String::new();
        if self.no_comment {
            text.push_str("[uten merknad]\n\n");
        }
        for answer in &self.answers {
            // Writing to a String cannot fail.
            let _ = write!(text, "[{}]\n{}\n\n", answer.number, answer.text);
        }
        text
    }

    /// SHA-256 of [`Self::canonical_text`] in UTF-8, in lower-case hexadecimal.
    #[must_use]
    pub fn text_sha256(&self) -> String {
        to_hex(&Sha256::digest(self.canonical_text().as_bytes()))
    }
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Why a submission was not received, changed or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SubmitRefusal {
    /// There is no such round, draft or submission, or it is somebody else's.
    #[error("there is nothing to send")]
    NotFound,
    /// The round has not opened.
    #[error("the round opens at {opens_at}")]
    NotOpenYet {
        /// When it opens.
        opens_at: Moment,
    },
    /// The deadline has passed.
    #[error("the round closed at {closed_at}")]
    Closed {
        /// The deadline.
        closed_at: Moment,
    },
    /// The person has a live submission in this role already.
    #[error("there is a submission already: {reference}")]
    AlreadySent {
        /// The first one.
        reference: Reference,
    },
    /// The draft has been saved elsewhere since this page was shown.
    #[error("the draft was saved elsewhere")]
    SavedElsewhere,
    /// It has been withdrawn.
    #[error("the submission has been withdrawn")]
    Withdrawn,
    /// They see it, and may not change it.
    #[error("only the sender may change the submission")]
    OnlyRead {
        /// The submission.
        reference: Reference,
    },
    /// Someone else has changed the submission since this change of it was begun.
    #[error("the submission was changed meanwhile")]
    ChangedMeanwhile {
        /// The submission.
        reference: Reference,
    },
}

/// Whether `round` takes a new submission at `now` from a draft begun at `begun_at`. What was
/// begun before the deadline is taken after it, and is late.
///
/// # Errors
/// `NotOpenYet`, `Closed`; `NotFound` while the round is not public.
pub fn may_submit(round: &Consultation, begun_at: Option<Moment>, now: Moment) -> Result<(), SubmitRefusal> {
    match round.phase(now) {
        Phase::Draft => Err(SubmitRefusal::NotFound),
        Phase::Announced => Err(SubmitRefusal::NotOpenYet { opens_at: round.opens_at }),
        Phase::Open => Ok(()),
        Phase::Closed | Phase::Concluded if begun_at.is_some_and(|begun| begun < round.closes_at) => Ok(()),
        Phase::Closed | Phase::Concluded | Phase::Archived => {
            Err(SubmitRefusal::Closed { closed_at: round.closes_at })
        }
    }
}

/// Whether a submission of `round` may be changed or withdrawn at `now`: only until the deadline.
///
/// # Errors
/// `Closed`.
pub fn may_change(round: &Consultation, now: Moment) -> Result<(), SubmitRefusal> {
    may_submit(round, None, now)
}
