//! An administrator opens, extends, closes or reopens a round.

use super::Stopped;
use super::publish_round::is_ready;
use crate::domain::announcement::{Announcement, AnnouncementKind};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision, DeadlineDecisionKind, RoundRefusal};
use crate::domain::ids::{AnnouncementId, DeadlineDecisionId};
use crate::domain::language::Localized;
use crate::domain::text::has_visible_character;
use crate::store::{Change, Store, announcements, consultations};

/// What is decided. Everyone will read the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Open now.
    Open,
    /// Move the deadline to a later time.
    Extend {
        /// The first instant that will be too late.
        until: Moment,
        /// Why.
        reason: Localized,
    },
    /// Close now.
    Close {
        /// Why.
        reason: Localized,
    },
    /// Open again after the deadline.
    Reopen {
        /// The first instant that will be too late.
        until: Moment,
        /// Why.
        reason: Localized,
    },
}

/// Carries a decision out, writes it in the round's public history, and lets those whom it concerns know.
///
/// # Errors
/// [`RoundRefusal`].
pub async fn move_deadline(
    store: &Store,
    slug: String,
    decision: Decision,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<RoundRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let mut round = round.ok_or(Stopped::Refused(RoundRefusal::NotFound))?;
            if decision == Decision::Open && !round.is_public(now) && !is_ready(tx, &round, now)? {
                return Err(Stopped::Refused(RoundRefusal::NotReady));
            }
            let closed_before = round.closes_at;
            let (kind, event, reason) = apply(&mut round, &decision, now).map_err(Stopped::Refused)?;
            consultations::update_window(tx, &round)?;
            let entry = DeadlineDecision {
                id: DeadlineDecisionId::new(),
                consultation_id: round.id,
                kind,
                decided_at: now,
                decided_by: actor.signature(),
                reason,
                closed_before,
                closes_after: round.closes_at,
            };
            consultations::insert_decision(tx, &entry)?;
            if let Some(announcement) = announcement(&entry) {
                announcements::insert(tx, &announcement)?;
            }
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject: round.slug.clone() };
            Ok(Change { result: round, audit })
        })
        .await
}

/// What people are told of a decision.
fn announcement(decision: &DeadlineDecision) -> Option<Announcement> {
    let kind = match decision.kind {
        DeadlineDecisionKind::Opened => return None,
        DeadlineDecisionKind::Extended => AnnouncementKind::Extended,
        DeadlineDecisionKind::Closed => AnnouncementKind::Closed,
        DeadlineDecisionKind::Reopened => AnnouncementKind::Reopened,
    };
    Some(Announcement {
        id: AnnouncementId::new(),
        consultation_id: decision.consultation_id,
        kind,
        note: decision.reason.clone(),
        closed_before: decision.closed_before,
        closes_at: decision.closes_after,
        announced_at: decision.decided_at,
    })
}

type Applied = (DeadlineDecisionKind, Event, Option<Localized>);

fn apply(round: &mut Consultation, decision: &Decision, now: Moment) -> Result<Applied, RoundRefusal> {
    Ok(match decision {
        Decision::Open => {
            round.open(now)?;
            (DeadlineDecisionKind::Opened, Event::RoundOpened, None)
        }
        Decision::Extend { until, reason } => {
            round.extend(*until, now)?;
            (DeadlineDecisionKind::Extended, Event::RoundExtended, Some(given(reason)?))
        }
        Decision::Close { reason } => {
            round.close(now)?;
            (DeadlineDecisionKind::Closed, Event::RoundClosed, Some(given(reason)?))
        }
        Decision::Reopen { until, reason } => {
            round.reopen(*until, now)?;
            (DeadlineDecisionKind::Reopened, Event::RoundReopened, Some(given(reason)?))
        }
    })
}

fn given(reason: &Localized) -> Result<Localized, RoundRefusal> {
    if has_visible_character(&reason.nb) { Ok(reason.clone()) } else { Err(RoundRefusal::ReasonMissing) }
}
