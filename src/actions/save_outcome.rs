//! An administrator writes what came of a round, and may make it public with the same press.

use super::Stopped;
use super::conclude_round::conclude;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::outcome::{Outcome, OutcomeRefusal, OutcomeWords};
use crate::store::{Change, Store, StoreError, consultations, outcomes};

/// Which save it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saving {
    /// The version that the page showed; 0 for none.
    pub shown_version: i32,
    /// Whether the round is concluded with it.
    pub publishes: bool,
}

/// Saves what came of the round `slug`. While it is not public anything may be missing.
///
/// # Errors
/// [`OutcomeRefusal`]; nothing is saved then.
pub async fn save_outcome(
    store: &Store,
    slug: String,
    words: OutcomeWords,
    saving: Saving,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<OutcomeRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let mut round = round.ok_or(Stopped::Refused(OutcomeRefusal::NotFound))?;
            if saving.publishes || round.concluded_at.is_some() {
                let missing = words.missing(round.language_missing_why.is_none());
                if !missing.is_empty() {
                    return Err(Stopped::Refused(OutcomeRefusal::Missing(missing)));
                }
            }
            let outcome = Outcome {
                consultation_id: round.id,
                words: words.clone(),
                version: saving.shown_version.saturating_add(1),
                saved_at: now,
                saved_by: actor.signature(),
            };
            let is_saved = if saving.shown_version == 0 {
                match outcomes::insert(tx, &outcome) {
                    Ok(()) => true,
                    Err(StoreError::AlreadyThere) => false,
                    Err(error) => return Err(error.into()),
                }
            } else {
                outcomes::update(tx, &outcome)?
            };
            if !is_saved {
                return Err(Stopped::Refused(OutcomeRefusal::ChangedMeanwhile));
            }
            if saving.publishes {
                conclude(tx, &mut round, now).map_err(|stopped| match stopped {
                    Stopped::Refused(refusal) => Stopped::Refused(OutcomeRefusal::Round(refusal)),
                    Stopped::Failed(error) => Stopped::Failed(error),
                })?;
            }
            let event = if saving.publishes { Event::RoundConcluded } else { Event::OutcomeSaved };
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject: slug.clone() };
            Ok(Change { result: (), audit })
        })
        .await
}
