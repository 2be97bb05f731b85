//! An administrator publishes the changes of a form, or throws them away.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::form_edit::FormRefusal;
use crate::domain::language::Localized;
use crate::domain::question::FormVersion;
use crate::store::{Change, Store, Writing, consultations, form_drafts, forms};

/// Lets the form that is being changed be the round's form from now on. Whoever has answered has answered
/// the one before; `note` tells everyone why. `shown` is the fingerprint that the page showed.
///
/// # Errors
/// [`FormRefusal`].
pub async fn publish_form(
    store: &Store,
    slug: String,
    shown: String,
    note: Localized,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<FormRefusal>> {
    store
        .change(move |tx| {
            let (round, draft) = find_draft(tx, &slug)?;
            let current = forms::find_current(tx, round.id)?;
            if draft.fingerprint() != shown {
                return Err(Stopped::Refused(FormRefusal::ChangedMeanwhile));
            }
            if draft.fingerprint() == current.fingerprint() {
                return Err(Stopped::Refused(FormRefusal::NothingChanged));
            }
            if draft.lacks_nynorsk() && round.language_missing_why.is_none() {
                return Err(Stopped::Refused(FormRefusal::LacksNynorsk));
            }
            let form = draft.set_apart(&current);
            form_drafts::write_questions(tx, &form)?;
            form_drafts::publish(tx, form.id, &note, now)?;
            let subject = format!("{slug}: version {}", form.number);
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::FormPublished, subject };
            Ok(Change { result: (), audit })
        })
        .await
}

/// Throws the changes away; the form stays as it is.
///
/// # Errors
/// `NothingChanged` when there are none.
pub async fn discard_form(
    store: &Store,
    slug: String,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<FormRefusal>> {
    store
        .change(move |tx| {
            let (_, draft) = find_draft(tx, &slug)?;
            form_drafts::delete(tx, draft.id)?;
            let subject = slug.clone();
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::FormDiscarded, subject };
            Ok(Change { result: (), audit })
        })
        .await
}

/// The round, and the version of its form that is being changed, held until the change stands.
fn find_draft(tx: &mut Writing<'_>, slug: &str) -> Result<(Consultation, FormVersion), Stopped<FormRefusal>> {
    let round = consultations::find_by_slug(tx, slug)?.ok_or(Stopped::Refused(FormRefusal::NotFound))?;
    form_drafts::hold(tx, round.id)?;
    let draft = form_drafts::find(tx, round.id)?.ok_or(Stopped::Refused(FormRefusal::NothingChanged))?;
    Ok((round, draft))
}
