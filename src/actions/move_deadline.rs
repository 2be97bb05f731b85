//! An administrator opens, extends, closes or reopens a round.

use super::Stopped;
use super::publish_round::is_ready;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision, DeadlineDecisionKind, RoundRefusal};
use crate::domain::ids::DeadlineDecisionId;
use crate::domain::language::Localized;
use crate::domain::text::has_visible_character;
use crate::store::{Change, Store, consultations};

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

/// Carries a decision out and writes it in the round's public history.
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
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject: round.slug.clone() };
            Ok(Change { result: round, audit })
        })
        .await
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
