//! A letter on its way to someone.

use super::clock::Moment;
use super::ids::{LetterId, SubmissionId};
use super::language::Language;
use super::named::named;

named! {
    /// What a letter is about.
    pub enum LetterKind {
        /// A submission has been received.
        Receipt = "receipt",
        /// A change of a submission has been received.
        ChangeReceipt = "change-receipt",
        /// A submission has been withdrawn.
        WithdrawalReceipt = "withdrawal-receipt",
        /// The virus scanner has stopped a file of a submission.
        FileStopped = "file-stopped",
        /// A link that lets someone in once.
        LoginLink = "login-link",
        /// Whether someone wants to be told of new rounds.
        SubscriptionLink = "subscription-link",
        /// A round has opened, for those who subscribe.
        RoundOpened = "round-opened",
        /// A consulted body is invited to answer.
        Invitation = "invitation",
        /// A consulted body that has not answered is reminded.
        InvitationReminder = "invitation-reminder",
        /// Those who were invited are told of a new deadline.
        InvitationDeadline = "invitation-deadline",
        /// A consulted body has said by its link that it has no comment.
        NoCommentReceipt = "no-comment-receipt",
        /// The deadline of a round was moved later.
        RoundExtended = "round-extended",
        /// A round was closed before its deadline.
        RoundClosed = "round-closed",
        /// A round was opened again.
        RoundReopened = "round-reopened",
        /// Something in a round was put right.
        RoundCorrected = "round-corrected",
        /// The outcome of a round was made public.
        RoundConcluded = "round-concluded",
        /// A draft is not sent, and the deadline is near.
        DraftReminder = "draft-reminder",
    }
}

impl LetterKind {
    /// Whether it is the receipt for a deed of the respondent's.
    #[must_use]
    pub fn is_receipt(self) -> bool {
        match self {
            Self::Receipt | Self::ChangeReceipt | Self::WithdrawalReceipt | Self::NoCommentReceipt => true,
            Self::FileStopped
            | Self::LoginLink
            | Self::SubscriptionLink
            | Self::RoundOpened
            | Self::Invitation
            | Self::InvitationReminder
            | Self::InvitationDeadline
            | Self::RoundExtended
            | Self::RoundClosed
            | Self::RoundReopened
            | Self::RoundCorrected
            | Self::RoundConcluded
            | Self::DraftReminder => false,
        }
    }
}

/// A finished letter: words chosen, language chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id; the Message-ID is made from it, so that a repeat can be recognised.
    pub id: LetterId,
    /// The submission it is about.
    pub submission_id: Option<SubmissionId>,
    /// What it is about.
    pub kind: LetterKind,
    /// The language it is written in.
    pub language: Language,
    /// The e-mail address it goes to.
    pub recipient: String,
    /// The subject line, in one line.
    pub subject: String,
    /// The text; never an answer, because e-mail is no confidential channel.
    pub body: String,
    /// The whole address where one press in a mail program stops letters like this; `None` for letters
    /// about something that the recipient has done.
    pub unsubscribe: Option<String>,
}

named! {
    /// How far a letter has come.
    pub enum LetterState {
        /// It is to be sent.
        Waiting = "waiting",
        /// A mail server has taken it.
        Sent = "sent",
        /// It could not be sent; staff must look at it.
        Failed = "failed",
    }
}

/// Seconds to wait after each failed attempt: 1, 5 and 30 minutes, 4 hours; then no more.
const WAITS_SECONDS: [i64; 4] = [60, 5 * 60, 30 * 60, 4 * 60 * 60];

/// When to try again after `attempts` failed ones; `None` when it is time to give up.
#[must_use]
pub fn next_attempt(attempts: i32, failed_at: Moment) -> Option<Moment> {
    let index = usize::try_from(attempts.saturating_sub(1)).ok()?;
    WAITS_SECONDS.get(index).map(|wait| failed_at.plus_seconds(*wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_five_times_over_four_and_a_half_hours() {
        let start: Moment = "2023-06-30T12:00:00Z".parse().unwrap();
        let waits: Vec<_> = (1..=5).map(|n| next_attempt(n, start).map(|at| at.to_string())).collect();
        let expected = ["12:01", "12:05", "12:30", "16:00"].map(|t| Some(format!("2023-06-30T{t}:00.000Z")));
        assert_eq!(waits[..4], expected);
        assert_eq!(waits[4], None);
    }
}
