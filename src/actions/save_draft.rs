//! A citizen saves what they have typed, with anything missing or wrong in it.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, DraftContent};
use crate::domain::ids::{ConsultationId, DraftId, SubmissionId};
use crate::domain::person::PersonKey;
use crate::domain::reference::Reference;
use crate::store::{Change, Store, StoreError, drafts, submissions};

/// What is to be saved, and what the page that sends it knew.
#[derive(Debug, Clone)]
pub struct Save {
    /// The draft as the page knows it.
    pub draft_id: DraftId,
    /// The version that the page showed; 0 before the first save.
    pub known_version: i32,
    /// The round.
    pub consultation_id: ConsultationId,
    /// Whose it is.
    pub person: PersonKey,
    /// The submission that it would change.
    pub changes: Option<SubmissionId>,
    /// What has been typed.
    pub content: DraftContent,
    /// When the person began, as far as we can know.
    pub begun_at: Moment,
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum SaveRefusal {
    /// The draft has been saved from another page since: here is what it holds.
    SavedElsewhere(Box<Draft>),
    /// The draft has been sent already.
    AlreadySent(Reference),
    /// The id belongs to a draft of another person or round; no page of ours sends it here.
    Foreign,
}

/// Saves a draft, unless that would write over something that the page has not seen. Only the
/// first save leaves an audit line: when someone began is of interest, when they typed is not.
///
/// # Errors
/// [`SaveRefusal`].
pub async fn save_draft(store: &Store, save: Save, now: Moment) -> Result<Draft, Stopped<SaveRefusal>> {
    let (person, changes) = (save.person.clone(), save.changes);
    match store.read(move |tx| drafts::find(tx, &person, changes)).await? {
        None => begin(store, save, now).await,
        Some(stored) if stored.content == save.content => Ok(stored),
        Some(stored) if stored.id == save.draft_id && stored.version == save.known_version => {
            save_over(store, stored, save.content, now).await
        }
        Some(stored) => Err(Stopped::Refused(SaveRefusal::SavedElsewhere(Box::new(stored)))),
    }
}

async fn begin(store: &Store, save: Save, now: Moment) -> Result<Draft, Stopped<SaveRefusal>> {
    store
        .change(move |tx| {
            if let Some(sent) = submissions::find_by_draft(tx, save.draft_id)? {
                let is_own = sent.person.as_ref() == Some(&save.person);
                let refusal =
                    if is_own { SaveRefusal::AlreadySent(sent.reference) } else { SaveRefusal::Foreign };
                return Err(Stopped::Refused(refusal));
            }
            let draft = Draft {
                id: save.draft_id,
                consultation_id: save.consultation_id,
                person: save.person.clone(),
                changes: save.changes,
                content: save.content.clone(),
                version: 1,
                begun_at: save.begun_at,
                saved_at: now,
            };
            match drafts::insert(tx, &draft) {
                Ok(()) => {}
                // Another page was faster.
                Err(StoreError::AlreadyThere) => {
                    let stored = drafts::find(tx, &save.person, save.changes)?;
                    let refusal = stored
                        .map_or(SaveRefusal::Foreign, |stored| SaveRefusal::SavedElsewhere(Box::new(stored)));
                    return Err(Stopped::Refused(refusal));
                }
                Err(error) => return Err(error.into()),
            }
            let audit = AuditEntry {
                at: now,
                actor: Actor::Citizen,
                event: Event::DraftBegun,
                subject: draft.id.to_string(),
            };
            Ok(Change { result: draft, audit })
        })
        .await
}

async fn save_over(
    store: &Store,
    stored: Draft,
    content: DraftContent,
    now: Moment,
) -> Result<Draft, Stopped<SaveRefusal>> {
    let saved = Draft { version: stored.version + 1, content, saved_at: now, ..stored };
    let draft = saved.clone();
    let is_saved = store
        .upkeep(move |tx| drafts::update(tx, draft.id, &draft.person, draft.version - 1, &draft.content, now))
        .await?;
    if is_saved {
        return Ok(saved);
    }
    let (id, person, changes) = (saved.id, saved.person.clone(), saved.changes);
    let (stored, sent) = store
        .read(move |tx| Ok((drafts::find(tx, &person, changes)?, submissions::find_by_draft(tx, id)?)))
        .await?;
    match (stored, sent) {
        (Some(stored), _) => Err(Stopped::Refused(SaveRefusal::SavedElsewhere(Box::new(stored)))),
        (None, Some(sent)) => Err(Stopped::Refused(SaveRefusal::AlreadySent(sent.reference))),
        // Thrown away on another page between two looks: as a first save, nothing is lost.
        (None, None) => {
            let save = Save {
                draft_id: id,
                known_version: 0,
                consultation_id: saved.consultation_id,
                person: saved.person,
                changes: saved.changes,
                content: saved.content,
                begun_at: saved.begun_at,
            };
            begin(store, save, now).await
        }
    }
}
