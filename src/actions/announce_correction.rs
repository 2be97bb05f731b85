//! An administrator puts something right that everyone could read, and tells everyone so.

use super::Stopped;
use crate::domain::announcement::{Announcement, AnnouncementKind};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, RoundRefusal};
use crate::domain::ids::AnnouncementId;
use crate::domain::language::Localized;
use crate::domain::text::has_visible_character;
use crate::store::{Change, Store, StoreError, Writing, announcements, consultations};

/// Announces what was put right in the round `slug`, where nothing else is changed with it.
///
/// # Errors
/// [`RoundRefusal`]: `NotFound`, `NotPublic`, `ReasonMissing`.
pub async fn announce_correction(
    store: &Store,
    slug: String,
    note: Localized,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<RoundRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(RoundRefusal::NotFound))?;
            if !round.is_public(now) {
                return Err(Stopped::Refused(RoundRefusal::NotPublic));
            }
            if !has_visible_character(&note.nb) {
                return Err(Stopped::Refused(RoundRefusal::ReasonMissing));
            }
            write_correction(tx, &round, note.clone(), now)?;
            let (actor, event) = (actor.clone(), Event::RoundCorrected);
            Ok(Change { result: (), audit: AuditEntry { at: now, actor, event, subject: slug.clone() } })
        })
        .await
}

/// Writes the announcement in the transaction that puts it right. Everyone reads the note on the round's
/// page, and those with a draft get a letter.
///
/// # Errors
/// When the database fails.
pub fn write_correction(
    tx: &mut Writing<'_>,
    round: &Consultation,
    note: Localized,
    now: Moment,
) -> Result<(), StoreError> {
    let announcement = Announcement {
        id: AnnouncementId::new(),
        consultation_id: round.id,
        kind: AnnouncementKind::Corrected,
        note: Some(note),
        closed_before: round.closes_at,
        closes_at: round.closes_at,
        announced_at: now,
    };
    announcements::insert(tx, &announcement)
}
