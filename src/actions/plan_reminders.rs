//! An administrator decides when consulted bodies that have not answered are reminded.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::ConsultationId;
use crate::domain::invitee::{InvitationPlan, reminder_at};
use crate::store::{Change, Store, StoreError, consultations, invitation_plans};

/// There is no such round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchRound;

/// Writes the days down, the most first. A reminder whose time has passed before it was decided is not
/// given.
///
/// # Errors
/// [`NoSuchRound`].
pub async fn plan_reminders(
    store: &Store,
    round: ConsultationId,
    reminder_days: Vec<i32>,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<NoSuchRound>> {
    store
        .change(move |tx| {
            let found = consultations::find(tx, round)?.ok_or(Stopped::Refused(NoSuchRound))?;
            invitation_plans::insert(tx, &InvitationPlan::usual(round, now))?;
            let plan = invitation_plans::find(tx, round)?;
            let plan = plan.ok_or_else(|| StoreError::Corrupt("a plan has gone".to_owned()))?;
            let mut days = reminder_days.clone();
            days.sort_unstable_by(|one, other| other.cmp(one));
            days.dedup();
            // Those of the old plan that wait to be given are given, those of the new one are not late.
            let is_new = |day: &i32| !plan.reminder_days.contains(day);
            let missed = days.iter().filter(|day| is_new(day)).map(|day| reminder_at(found.closes_at, *day));
            let missed = missed.filter(|at| *at <= now).max();
            let reminded_until = missed.map_or(plan.reminded_until, |at| at.max(plan.reminded_until));
            invitation_plans::update(tx, &InvitationPlan { reminder_days: days, reminded_until, ..plan })?;
            let (event, subject) = (Event::RemindersPlanned, found.slug);
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await
}
