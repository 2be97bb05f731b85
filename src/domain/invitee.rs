//! A consulted body that is invited to answer a round, how far it has come, and when it is reminded.

use super::clock::{Moment, NORWAY};
use super::deadline::last_day;
use super::ids::{ConsultationId, DeadlineDecisionId, InviteeId, LetterId};
use super::language::Language;
use super::letter::LetterState;
use super::named::named;
use super::reference::Reference;
use super::respondent::OrgNumber;
use super::submission::SubmitRefusal;
use jiff::ToSpan;

/// The most that one round invites.
pub const INVITEES_MAX: usize = 2000;
/// The most reminders before one deadline.
pub const REMINDERS_MAX: usize = 5;
/// The earliest reminder, in days before the deadline.
pub const REMINDER_DAYS_MAX: i32 = 90;
/// When those who have not answered are reminded, until staff say otherwise: days before the deadline.
pub const USUAL_REMINDER_DAYS: [i32; 1] = [7];
/// The hour in Norway at which reminders go.
const REMINDER_HOUR: i8 = 8;

/// What is known of a consulted body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviteeFacts {
    /// Its name.
    pub name: String,
    /// Its number in Enhetsregisteret.
    pub org_number: Option<OrgNumber>,
    /// Where letters to it go.
    pub address: String,
    /// The language of the letters.
    pub language: Language,
}

impl InviteeFacts {
    /// Whether `other` is the same body at the same address.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let folded = |text: &str| text.trim().to_lowercase();
        folded(&self.name) == folded(&other.name) && folded(&self.address) == folded(&other.address)
    }
}

/// A consulted body on a round's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee {
    /// Its id.
    pub id: InviteeId,
    /// The round.
    pub consultation_id: ConsultationId,
    /// What is known of it.
    pub facts: InviteeFacts,
    /// When it was put on the list.
    pub added_at: Moment,
    /// When staff decided to invite it.
    pub asked_at: Option<Moment>,
    /// When its link was followed for the first time.
    pub opened_at: Option<Moment>,
    /// When letters and link were stopped.
    pub stopped_at: Option<Moment>,
}

/// What a letter to a consulted body is about; it gets one letter for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The invitation.
    Invitation,
    /// The invitation once more, because staff wanted it, at this moment.
    Again(Moment),
    /// The reminder of this moment.
    Reminder(Moment),
    /// The new deadline that this decision set.
    Deadline(DeadlineDecisionId),
}

impl std::fmt::Display for Occasion {
    /// As it is stored.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Invitation => f.write_str("invitation"),
            Self::Again(at) => write!(f, "again:{at}"),
            Self::Reminder(at) => write!(f, "reminder:{at}"),
            Self::Deadline(decision) => write!(f, "deadline:{decision}"),
        }
    }
}

/// A letter to a consulted body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviteeLetter {
    /// What it is about, as [`Occasion`] writes it.
    pub occasion: String,
    /// The letter.
    pub letter_id: LetterId,
    /// When it was written.
    pub written_at: Moment,
    /// How far it has come; `None` when its time was over and it was removed.
    pub state: Option<LetterState>,
    /// What went wrong last.
    pub error: Option<String>,
}

/// A submission that stands, for a consulted body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviteeAnswer {
    /// Its reference.
    pub reference: Reference,
    /// When it came.
    pub received_at: Moment,
    /// «Uten merknad».
    pub no_comment: bool,
}

named! {
    /// How far a consulted body has come; derived, never stored.
    pub enum InviteeState {
        /// It stands on the list only.
        Listed = "listed",
        /// The invitation will be written.
        Queued = "queued",
        /// The invitation has been written.
        Invited = "invited",
        /// The link has been followed.
        Opened = "opened",
        /// A draft has been begun.
        Drafted = "drafted",
        /// It has answered.
        Answered = "answered",
        /// It has said that it has no comment.
        NoComment = "no-comment",
        /// Staff have stopped letters and link.
        Stopped = "stopped",
    }
}

/// A consulted body, and all that has happened to its invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The body.
    pub invitee: Invitee,
    /// Its letters, oldest first.
    pub letters: Vec<InviteeLetter>,
    /// When a draft for it was saved last.
    pub drafted_at: Option<Moment>,
    /// Its submissions that stand, oldest first.
    pub answers: Vec<InviteeAnswer>,
}

impl Standing {
    /// How far it has come.
    #[must_use]
    pub fn state(&self) -> InviteeState {
        let invitee = &self.invitee;
        if self.answers.iter().any(|answer| !answer.no_comment) {
            InviteeState::Answered
        } else if !self.answers.is_empty() {
            InviteeState::NoComment
        } else if invitee.stopped_at.is_some() {
            InviteeState::Stopped
        } else if self.drafted_at.is_some() {
            InviteeState::Drafted
        } else if invitee.opened_at.is_some() {
            InviteeState::Opened
        } else if !self.letters.is_empty() {
            InviteeState::Invited
        } else if invitee.asked_at.is_some() {
            InviteeState::Queued
        } else {
            InviteeState::Listed
        }
    }

    /// The last letter.
    #[must_use]
    pub fn last_letter(&self) -> Option<&InviteeLetter> {
        self.letters.last()
    }

    /// Whether the last letter could not be sent.
    #[must_use]
    pub fn is_unreached(&self) -> bool {
        self.last_letter().is_some_and(|letter| letter.state == Some(LetterState::Failed))
    }

    /// When it was invited.
    #[must_use]
    pub fn invited_at(&self) -> Option<Moment> {
        self.letters.first().map(|letter| letter.written_at)
    }

    /// Whether the letter on `occasion` must be written. `at` is when the occasion arose: whoever was
    /// invited after it knows already, and nobody gets two letters about one thing.
    #[must_use]
    pub fn is_owed(&self, occasion: Occasion, at: Moment) -> bool {
        let is_written = self.letters.iter().any(|letter| letter.occasion == occasion.to_string());
        if is_written || self.invitee.stopped_at.is_some() {
            return false;
        }
        match occasion {
            Occasion::Invitation => self.invitee.asked_at.is_some(),
            Occasion::Again(_) => true,
            Occasion::Reminder(_) => {
                self.answers.is_empty() && self.last_letter().is_some_and(|last| last.written_at < at)
            }
            Occasion::Deadline(_) => self.invited_at().is_some_and(|invited| invited < at),
        }
    }
}

/// When a round's consulted bodies are reminded, and how far the worker has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationPlan {
    /// The round.
    pub consultation_id: ConsultationId,
    /// Days before the deadline, the most first.
    pub reminder_days: Vec<i32>,
    /// The moment of the last reminder that everyone has got who should.
    pub reminded_until: Moment,
    /// The moment of the last new deadline that everyone has been told of.
    pub told_until: Moment,
}

impl InvitationPlan {
    /// The plan of a round whose list is begun at `now`.
    #[must_use]
    pub fn usual(round: ConsultationId, now: Moment) -> Self {
        let reminder_days = USUAL_REMINDER_DAYS.to_vec();
        Self { consultation_id: round, reminder_days, reminded_until: now, told_until: now }
    }

    /// The reminder whose time has come and that has not been given, at `now` before a deadline: the last
    /// one only, so that a worker that was down catches up once.
    #[must_use]
    pub fn due_reminder(&self, closes_at: Moment, now: Moment) -> Option<Moment> {
        let times = self.reminder_days.iter().map(|days| reminder_at(closes_at, *days));
        times.filter(|at| *at <= now).max().filter(|at| *at > self.reminded_until && now < closes_at)
    }
}

/// The morning `days` days before the last day of a deadline.
#[must_use]
pub fn reminder_at(closes_at: Moment, days: i32) -> Moment {
    let day = last_day(closes_at).saturating_sub(days.days());
    // Norway's clocks change at 02:00, so this hour stands once on every day.
    let morning = day.at(REMINDER_HOUR, 0, 0, 0).to_zoned(NORWAY.clone());
    Moment::new(morning.map_or(jiff::Timestamp::MAX, |zoned| zoned.timestamp()))
}

/// Why somebody who follows the link of a consulted body does not get what they want.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitedRefusal {
    /// The link is nobody's, or was stopped.
    NoSuchLink,
    /// It has answered already.
    HasAnswered,
    /// They have not come in by a way that the round takes.
    NotLetIn,
    /// The round does not take it.
    Round(SubmitRefusal),
}

#[cfg(test)]
#[path = "invitee_tests.rs"]
mod tests;
