//! What feeds, calendars and letters tell of a round: that it is there, and when it last changed.

use super::clock::Moment;
use super::consultation::Consultation;

/// A round that the public may see, and when anybody last decided something about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundNews {
    /// The round.
    pub round: Consultation,
    /// When its deadline was last moved, if it ever was.
    pub decided_at: Option<Moment>,
    /// How many times it was moved.
    pub decisions: u32,
}

impl RoundNews {
    /// When there was last something new to read at `now`: the round became public, opened, got another
    /// deadline or an outcome. What is set ahead has not happened.
    #[must_use]
    pub fn changed_at(&self, now: Moment) -> Moment {
        let round = &self.round;
        let moments = [round.published_at, Some(round.opens_at), self.decided_at, round.concluded_at];
        let happened = moments.into_iter().flatten().filter(|at| *at <= now);
        happened.max().unwrap_or(round.created_at)
    }
}

/// When people could first read here of a round that they may answer: it may have been imported or
/// published when it had been open for days.
#[must_use]
pub fn first_open_at(round: &Consultation) -> Moment {
    round.published_at.map_or(round.opens_at, |at| at.max(round.opens_at)).max(round.created_at)
}
