//! A round is put away, or taken out again. Nothing in it is changed or removed.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, RoundRefusal};
use crate::store::{Change, Store, consultations};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archiving {
    /// Put it away.
    PutAway,
    /// Take it out again.
    TakeOut,
}

/// Puts the round `slug` away, or takes it out again.
///
/// # Errors
/// [`RoundRefusal`].
pub async fn archive_round(
    store: &Store,
    slug: String,
    archiving: Archiving,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<RoundRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let mut round = round.ok_or(Stopped::Refused(RoundRefusal::NotFound))?;
            let (done, event) = match archiving {
                Archiving::PutAway => (round.archive(now), Event::RoundArchived),
                Archiving::TakeOut => (round.unarchive(), Event::RoundUnarchived),
            };
            done.map_err(Stopped::Refused)?;
            consultations::update_window(tx, &round)?;
            let (actor, subject) = (actor.clone(), slug.clone());
            Ok(Change { result: round, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await
}
