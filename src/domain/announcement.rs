//! What the municipality tells people of a round: who is written to, and of what.

use super::clock::Moment;
use super::ids::{AnnouncementId, ConsultationId};
use super::language::Localized;
use super::letter::LetterKind;
use super::named::named;
use uuid::Uuid;

named! {
    /// What an announcement tells.
    pub enum AnnouncementKind {
        /// The deadline was moved later.
        Extended = "extended",
        /// The round was closed before its deadline.
        Closed = "closed",
        /// The round was opened again after its deadline.
        Reopened = "reopened",
        /// Something that everyone could read was wrong, and was put right.
        Corrected = "corrected",
        /// The outcome was made public.
        Concluded = "concluded",
    }
}

named! {
    /// Who is written to. Each has a file of its own in `actions/audiences/`.
    pub enum Audience {
        /// Those with a draft that is not sent, who have left an address in it.
        Drafts = "drafts",
        /// Those who have answered and want to know the outcome.
        Respondents = "respondents",
    }
}

impl AnnouncementKind {
    /// Who is written to. The same person may be among several, and then gets a letter for each.
    #[must_use]
    pub fn audiences(self) -> &'static [Audience] {
        match self {
            Self::Extended | Self::Closed | Self::Reopened | Self::Corrected => &[Audience::Drafts],
            Self::Concluded => &[Audience::Respondents],
        }
    }

    /// The letters that tell it.
    #[must_use]
    pub fn letter(self) -> LetterKind {
        match self {
            Self::Extended => LetterKind::RoundExtended,
            Self::Closed => LetterKind::RoundClosed,
            Self::Reopened => LetterKind::RoundReopened,
            Self::Corrected => LetterKind::RoundCorrected,
            Self::Concluded => LetterKind::RoundConcluded,
        }
    }
}

/// One announcement, as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Its id; later ones sort after earlier ones.
    pub id: AnnouncementId,
    /// The round.
    pub consultation_id: ConsultationId,
    /// What it tells.
    pub kind: AnnouncementKind,
    /// Why, or what was put right, in public.
    pub note: Option<Localized>,
    /// The deadline before it.
    pub closed_before: Moment,
    /// The deadline after it; the same where it moved none.
    pub closes_at: Moment,
    /// When it was made.
    pub announced_at: Moment,
}

/// One audience of an announcement, and how far the worker has come in writing to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    /// What is told.
    pub announcement: Announcement,
    /// To whom.
    pub audience: Audience,
    /// The last of the audience who was looked at.
    pub reached: Option<Uuid>,
    /// How many steps it has taken; names the state that a worker has seen.
    pub steps: i32,
    /// How many letters it has come to.
    pub letters: i64,
    /// When all had been written to.
    pub ended_at: Option<Moment>,
}
