//! An administrator changes what a round asks: at once while nobody has seen it, else in a version that
//! waits to be published.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::form_edit::{FormEdit, FormRefusal};
use crate::domain::question::FormVersion;
use crate::store::{Change, Reading, Store, StoreError, consultations, form_drafts, forms};

/// Makes one change.
///
/// # Errors
/// [`FormRefusal`].
pub async fn edit_form(
    store: &Store,
    slug: String,
    edit: FormEdit,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<FormRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(FormRefusal::NotFound))?;
            form_drafts::hold(tx, round.id)?;
            let published = forms::list(tx, round.id)?;
            let form = match form_drafts::find(tx, round.id)? {
                Some(draft) => draft,
                None => {
                    let current = published.last().ok_or(Stopped::Refused(FormRefusal::NotFound))?;
                    if is_settled(tx, &round, now)? {
                        let draft = current.next_draft();
                        form_drafts::insert(tx, round.id, &draft, now)?;
                        draft
                    } else {
                        current.clone()
                    }
                }
            };
            let edited: FormVersion = form.edited(&edit, &published).map_err(Stopped::Refused)?;
            form_drafts::write_questions(tx, &edited)?;
            let audit =
                AuditEntry { at: now, actor: actor.clone(), event: Event::FormEdited, subject: slug.clone() };
            Ok(Change { result: (), audit })
        })
        .await
}

/// Whether what `round` asks stands fast: the public may have it, on paper too, or somebody has answered.
///
/// # Errors
/// When the database fails.
pub fn is_settled(tx: &mut Reading<'_>, round: &Consultation, now: Moment) -> Result<bool, StoreError> {
    Ok(round.is_public(now) || form_drafts::is_answered(tx, round.id)?)
}
