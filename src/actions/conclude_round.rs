//! A round is concluded: its outcome becomes public, and those who want to know are told.

use super::Stopped;
use crate::domain::announcement::{Announcement, AnnouncementKind};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, RoundRefusal};
use crate::domain::ids::AnnouncementId;
use crate::store::{Change, Store, Writing, announcements, consultations, outcomes};

/// Makes the outcome public that was written before.
///
/// # Errors
/// [`RoundRefusal`]: `OutcomeMissing` where it is not whole.
pub async fn conclude_round(
    store: &Store,
    slug: String,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<RoundRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let mut round = round.ok_or(Stopped::Refused(RoundRefusal::NotFound))?;
            conclude(tx, &mut round, now)?;
            let outcome = outcomes::find(tx, round.id)?;
            let needs_nynorsk = round.language_missing_why.is_none();
            if outcome.is_none_or(|outcome| !outcome.words.missing(needs_nynorsk).is_empty()) {
                return Err(Stopped::Refused(RoundRefusal::OutcomeMissing));
            }
            let (actor, event, subject) = (actor.clone(), Event::RoundConcluded, slug.clone());
            Ok(Change { result: round, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await
}

/// Concludes `round` in this transaction.
pub(super) fn conclude(
    tx: &mut Writing<'_>,
    round: &mut Consultation,
    now: Moment,
) -> Result<(), Stopped<RoundRefusal>> {
    round.conclude(now).map_err(Stopped::Refused)?;
    consultations::update_window(tx, round)?;
    let announcement = Announcement {
        id: AnnouncementId::new(),
        consultation_id: round.id,
        kind: AnnouncementKind::Concluded,
        note: None,
        closed_before: round.closes_at,
        closes_at: round.closes_at,
        announced_at: now,
    };
    Ok(announcements::insert(tx, &announcement)?)
}
