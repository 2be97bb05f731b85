//! An administrator makes a round public, now or from a time on, or calls that off.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::checklist::{Finding, Weight, findings};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::round_setup::SetupRefusal;
use crate::domain::text::has_visible_character;
use crate::store::{Change, Reading, Store, StoreError, consultations, documents, forms, round_setup};

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// Public now.
    Now,
    /// Public from a time that is ahead.
    At(Moment),
    /// Not public at the time that was planned.
    CalledOff,
}

/// Decides when a round is public; `language_why` says why a language may be missing.
///
/// # Errors
/// [`SetupRefusal`].
pub async fn publish_round(
    store: &Store,
    slug: String,
    publication: Publication,
    language_why: Option<String>,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<SetupRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let mut round = round.ok_or(Stopped::Refused(SetupRefusal::NotFound))?;
            if round.is_public(now) {
                return Err(Stopped::Refused(SetupRefusal::IsPublic));
            }
            let event = match publication {
                Publication::CalledOff if round.published_at.is_none() => {
                    return Err(Stopped::Refused(SetupRefusal::NotPlanned));
                }
                Publication::CalledOff => Event::RoundUnscheduled,
                Publication::Now => Event::RoundPublished,
                Publication::At(_) => Event::RoundScheduled,
            };
            round.published_at = match publication {
                Publication::CalledOff => None,
                Publication::Now => Some(now),
                Publication::At(at) => Some(at),
            };
            if let Some(at) = round.published_at {
                if publication != Publication::Now && at <= now {
                    return Err(Stopped::Refused(SetupRefusal::NoTime));
                }
                let found = list_findings(tx, &round, at)?;
                round.language_missing_why =
                    may_publish(&found, language_why.as_deref(), round.language_missing_why.take())
                        .map_err(Stopped::Refused)?;
            }
            let version = round_setup::find_version(tx, round.id)?;
            if !round_setup::update(tx, &round, version)? {
                return Err(Stopped::Refused(SetupRefusal::ChangedMeanwhile));
            }
            consultations::update_window(tx, &round)?;
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject: slug.clone() };
            Ok(Change { result: round, audit })
        })
        .await
}

/// What the checklist says of a round that becomes public at `at`.
///
/// # Errors
/// When the database fails.
pub fn list_findings(
    tx: &mut Reading<'_>,
    round: &Consultation,
    at: Moment,
) -> Result<Vec<Finding>, StoreError> {
    let form = forms::find_current(tx, round.id)?;
    let documents = documents::list(tx, round.id)?;
    Ok(findings(round, &form, &documents, at))
}

/// Whether a round with these findings may be public: the reason why a language is missing, which was
/// `given` or stands `before`; none where none is missing.
fn may_publish(
    found: &[Finding],
    given: Option<&str>,
    before: Option<String>,
) -> Result<Option<String>, SetupRefusal> {
    let weighs = |weight| found.iter().any(|finding| finding.weight() == weight);
    if weighs(Weight::Must) {
        return Err(SetupRefusal::NotReady);
    }
    if !weighs(Weight::Reason) {
        return Ok(None);
    }
    let given = given.map(str::trim).filter(|why| has_visible_character(why)).map(str::to_owned);
    given.or(before).map(Some).ok_or(SetupRefusal::LanguageReasonMissing)
}

/// Whether a round that is no one's but staff's may be opened by hand: nothing that must be there is
/// missing, and no language without a reason.
///
/// # Errors
/// When the database fails.
pub fn is_ready(tx: &mut Reading<'_>, round: &Consultation, now: Moment) -> Result<bool, StoreError> {
    let found = list_findings(tx, round, now)?;
    Ok(may_publish(&found, None, round.language_missing_why.clone()).is_ok())
}
