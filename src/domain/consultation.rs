//! A round of consultation: its texts, its phase and the decisions that move its deadline.

use super::clock::Moment;
use super::ids::{ConsultationId, DeadlineDecisionId};
use super::language::Localized;
use super::named::named;
pub use super::round_refusal::RoundRefusal;
use super::way_in::WayIn;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One round of hearing on one draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Its id.
    pub id: ConsultationId,
    /// Its name in addresses.
    pub slug: String,
    /// Rounds with the same process are siblings.
    pub process: Option<String>,
    /// The case it belongs to, as the municipality writes it.
    pub case_number: String,
    /// The responsible unit.
    pub unit: Localized,
    /// Whom to ask.
    pub contact: Contact,
    /// Title.
    pub title: Localized,
    /// Two or three sentences at the top.
    pub lede: Localized,
    /// The text, in Markdown.
    pub body: Localized,
    /// What happens after the deadline, for the receipt.
    pub next_steps: Localized,
    /// The date of the public notice.
    pub announced_on: Date,
    /// From when one may answer.
    pub opens_at: Moment,
    /// The first instant that is too late.
    pub closes_at: Moment,
    /// From when the public may see it: may be set ahead; `None` while it is a draft.
    pub published_at: Option<Moment>,
    /// Why it may be public without one of the languages that it owes; for staff.
    pub language_missing_why: Option<String>,
    /// Whether submissions after the deadline count.
    pub late_counts: bool,
    /// The least that is asked of who someone is before they may answer.
    pub who_may_answer: WayIn,
    /// Why, in public.
    pub who_may_answer_why: Option<Localized>,
    /// The round that it follows.
    pub previous_id: Option<ConsultationId>,
    /// When its outcome was made public.
    pub concluded_at: Option<Moment>,
    /// When it was put away; it can be read as before, and no longer stands in the lists.
    pub archived_at: Option<Moment>,
    /// When it was made here.
    pub created_at: Moment,
}

/// Whom to ask about a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// A person or an office.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

named! {
    /// Where a round is in its life; derived from its decisions and the time, never stored.
    pub enum Phase {
        /// Being written; only staff see it.
        Draft = "draft",
        /// Public, not open for answers yet.
        Announced = "announced",
        /// Open for answers.
        Open = "open",
        /// The deadline has passed.
        Closed = "closed",
        /// The outcome has been made public.
        Concluded = "concluded",
        /// Put away.
        Archived = "archived",
    }
}

impl Phase {
    /// Whether the deadline has passed.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Concluded | Self::Archived)
    }
}

impl Consultation {
    /// The phase at `now`.
    #[must_use]
    pub fn phase(&self, now: Moment) -> Phase {
        if !self.is_public(now) {
            Phase::Draft
        } else if self.archived_at.is_some() {
            Phase::Archived
        } else if self.concluded_at.is_some() {
            Phase::Concluded
        } else if now < self.opens_at {
            Phase::Announced
        } else if now < self.closes_at {
            Phase::Open
        } else {
            Phase::Closed
        }
    }

    /// Whether the public may see it at `now`.
    #[must_use]
    pub fn is_public(&self, now: Moment) -> bool {
        self.published_at.is_some_and(|at| at <= now)
    }

    /// Opens the round now: publishes a draft, or brings the opening forward.
    ///
    /// # Errors
    /// `AlreadyOpen`; `DeadlinePassed` when the deadline must be moved first.
    pub fn open(&mut self, now: Moment) -> Result<(), RoundRefusal> {
        match self.phase(now) {
            Phase::Open => return Err(RoundRefusal::AlreadyOpen),
            Phase::Closed | Phase::Concluded | Phase::Archived => return Err(RoundRefusal::DeadlinePassed),
            Phase::Draft | Phase::Announced => {}
        }
        if self.closes_at <= now {
            return Err(RoundRefusal::DeadlinePassed);
        }
        self.published_at = Some(self.published_at.map_or(now, |at| at.min(now)));
        self.opens_at = self.opens_at.min(now);
        Ok(())
    }

    /// Moves the deadline of a round that has not closed to `until`.
    ///
    /// # Errors
    /// `NotRunning` when the round is a draft or closed; `NotLater` unless `until` is later
    /// than the present deadline.
    pub fn extend(&mut self, until: Moment, now: Moment) -> Result<(), RoundRefusal> {
        if !matches!(self.phase(now), Phase::Announced | Phase::Open) {
            return Err(RoundRefusal::NotRunning);
        }
        if until <= self.closes_at {
            return Err(RoundRefusal::NotLater);
        }
        self.closes_at = until;
        Ok(())
    }

    /// Closes an open round now, before its deadline.
    ///
    /// # Errors
    /// `NotRunning` when it is not open.
    pub fn close(&mut self, now: Moment) -> Result<(), RoundRefusal> {
        if self.phase(now) != Phase::Open {
            return Err(RoundRefusal::NotRunning);
        }
        self.closes_at = now;
        Ok(())
    }

    /// Opens a closed round again, until `until`.
    ///
    /// # Errors
    /// `NotClosed` when the deadline has not passed; `InThePast` unless `until` is to come.
    pub fn reopen(&mut self, until: Moment, now: Moment) -> Result<(), RoundRefusal> {
        if self.phase(now) != Phase::Closed {
            return Err(RoundRefusal::NotClosed);
        }
        if until <= now {
            return Err(RoundRefusal::InThePast);
        }
        self.closes_at = until;
        Ok(())
    }

    /// Makes the outcome of a closed round public.
    ///
    /// # Errors
    /// `NotOver` before the deadline; `AlreadyConcluded`; `IsArchived`.
    pub fn conclude(&mut self, now: Moment) -> Result<(), RoundRefusal> {
        match self.phase(now) {
            Phase::Closed => self.concluded_at = Some(now),
            Phase::Concluded => return Err(RoundRefusal::AlreadyConcluded),
            Phase::Archived => return Err(RoundRefusal::IsArchived),
            Phase::Draft | Phase::Announced | Phase::Open => return Err(RoundRefusal::NotOver),
        }
        Ok(())
    }

    /// Puts a closed or concluded round away.
    ///
    /// # Errors
    /// `NotOver` before the deadline; `IsArchived`.
    pub fn archive(&mut self, now: Moment) -> Result<(), RoundRefusal> {
        match self.phase(now) {
            Phase::Closed | Phase::Concluded => self.archived_at = Some(now),
            Phase::Archived => return Err(RoundRefusal::IsArchived),
            Phase::Draft | Phase::Announced | Phase::Open => return Err(RoundRefusal::NotOver),
        }
        Ok(())
    }

    /// Takes a round out again that was put away.
    ///
    /// # Errors
    /// `NotArchived`.
    pub fn unarchive(&mut self) -> Result<(), RoundRefusal> {
        if self.archived_at.take().is_none() {
            return Err(RoundRefusal::NotArchived);
        }
        Ok(())
    }
}

named! {
    /// What kind of decision moved the opening or the deadline.
    pub enum DeadlineDecisionKind {
        /// Opened by hand.
        Opened = "opened",
        /// The deadline was moved later.
        Extended = "extended",
        /// Closed before the deadline.
        Closed = "closed",
        /// Opened again after the deadline.
        Reopened = "reopened",
    }
}

/// One decision in a round's history; the public reads kind, time, deadlines and reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineDecision {
    /// Its id; later decisions sort after earlier ones.
    pub id: DeadlineDecisionId,
    /// The round.
    pub consultation_id: ConsultationId,
    /// What was decided.
    pub kind: DeadlineDecisionKind,
    /// When.
    pub decided_at: Moment,
    /// By whom; for staff only.
    pub decided_by: String,
    /// Why, in public.
    pub reason: Option<Localized>,
    /// The deadline before.
    pub closed_before: Moment,
    /// The deadline after.
    pub closes_after: Moment,
}

#[cfg(test)]
#[path = "consultation_tests.rs"]
mod tests;
