//! An administrator changes a part of a round. Before it is public all of it; afterwards what it says, and
//! everyone is told what was corrected.

use super::Stopped;
use super::announce_correction::write_correction;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::checklist::{Weight, of_texts};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::language::Localized;
use crate::domain::round_setup::{SetupChange, SetupPart, SetupRefusal};
use crate::domain::text::has_visible_character;
use crate::store::{Change, Store, StoreError, consultations, round_setup};

/// A change of a round.
#[derive(Debug, Clone)]
pub struct RoundEdit {
    /// The round.
    pub slug: String,
    /// The fingerprint of the part that was shown.
    pub shown: String,
    /// The part as it shall be.
    pub change: SetupChange,
    /// What was corrected, in public; demanded where a text that is public changes.
    pub note: Option<Localized>,
}

/// Carries a change out; returns the round as it is then.
///
/// # Errors
/// [`SetupRefusal`].
pub async fn change_round(
    store: &Store,
    edit: RoundEdit,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<SetupRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &edit.slug)?;
            let round = round.ok_or(Stopped::Refused(SetupRefusal::NotFound))?;
            let changed = check(&round, &edit, now).map_err(Stopped::Refused)?;
            let version = round_setup::find_version(tx, round.id)?;
            match round_setup::update(tx, &changed, version) {
                Ok(true) => {}
                Ok(false) => return Err(Stopped::Refused(SetupRefusal::ChangedMeanwhile)),
                Err(StoreError::AlreadyThere) => return Err(Stopped::Refused(SetupRefusal::SlugTaken)),
                Err(error) => return Err(error.into()),
            }
            if edit.change.part() == SetupPart::Dates {
                consultations::update_window(tx, &changed)?;
            }
            if let Some(note) = edit.note.clone().filter(|note| round.is_public(now) && is_told(note)) {
                write_correction(tx, &changed, note, now)?;
            }
            let subject = changed.slug.clone();
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::RoundChanged, subject };
            Ok(Change { result: changed, audit })
        })
        .await
}

fn is_told(note: &Localized) -> bool {
    has_visible_character(&note.nb)
}

/// The round as it would be.
fn check(round: &Consultation, edit: &RoundEdit, now: Moment) -> Result<Consultation, SetupRefusal> {
    let part = edit.change.part();
    if round.fingerprint(part) != edit.shown {
        return Err(SetupRefusal::ChangedMeanwhile);
    }
    let changed = round.clone().with(edit.change.clone());
    if changed == *round {
        return Err(SetupRefusal::NothingChanged);
    }
    if round.is_public(now) {
        if matches!(part, SetupPart::Dates | SetupPart::Way) || changed.slug != round.slug {
            return Err(SetupRefusal::IsPublic);
        }
        if part == SetupPart::Texts && !edit.note.as_ref().is_some_and(is_told) {
            return Err(SetupRefusal::NoteMissing);
        }
    }
    if round.published_at.is_some() && lacks_more(round, &changed) {
        return Err(SetupRefusal::WouldLack);
    }
    Ok(changed)
}

/// Whether `changed` lacks something that it must have and the round has, or a language without a reason.
fn lacks_more(round: &Consultation, changed: &Consultation) -> bool {
    let before = of_texts(round);
    let lacks =
        of_texts(changed).iter().any(|finding| finding.weight() == Weight::Must && !before.contains(finding));
    let loses =
        |text: fn(&Consultation) -> &Localized| text(round).nn.is_some() && text(changed).nn.is_none();
    let loses_nynorsk = loses(|round| &round.title)
        || loses(|round| &round.lede)
        || loses(|round| &round.body)
        || loses(|round| &round.next_steps);
    lacks || (loses_nynorsk && round.language_missing_why.is_none())
}
