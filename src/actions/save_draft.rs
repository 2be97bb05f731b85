//! A citizen saves what they have typed, with anything missing or wrong in it.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::{Draft, DraftContent, DraftPlace, Sharing};
use crate::domain::ids::{ConsultationId, DraftId};
use crate::domain::person::PersonKey;
use crate::domain::reference::Reference;
use crate::domain::submission::{Submission, access};
use crate::store::{Change, Reading, Store, StoreError, Writing, attachments, drafts, members, submissions};

/// What is to be saved, and what the page that sends it knew.
#[derive(Debug, Clone)]
pub struct Save {
    /// The draft as the page knows it.
    pub draft_id: DraftId,
    /// The version that the page showed; 0 before the first save.
    pub known_version: i32,
    /// The round.
    pub consultation_id: ConsultationId,
    /// Who saves it.
    pub person: PersonKey,
    /// Where it is kept.
    pub place: DraftPlace,
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
    let (person, place, id) = (save.person.clone(), save.place, save.draft_id);
    match store.read(move |tx| find_stored(tx, &person, place, id)).await? {
        None => begin(store, save, now).await,
        Some(stored) if stored.content == save.content => Ok(stored),
        Some(stored) if stored.id == save.draft_id && stored.version == save.known_version => {
            save_over(store, stored, save, now).await
        }
        Some(stored) => Err(Stopped::Refused(SaveRefusal::SavedElsewhere(Box::new(stored)))),
    }
}

/// The draft that is meant: a page that was open while its draft was shared does not know yet
/// where it stands now.
fn find_stored(
    tx: &mut Reading<'_>,
    person: &PersonKey,
    place: DraftPlace,
    id: DraftId,
) -> Result<Option<Draft>, StoreError> {
    match drafts::find(tx, person, place)? {
        Some(draft) if draft.id == id => Ok(Some(draft)),
        found if place == DraftPlace::New => Ok(drafts::find(tx, person, DraftPlace::Shared(id))?.or(found)),
        found => Ok(found),
    }
}

/// What became of a draft, where `person` may see it.
fn refuse_sent(
    tx: &mut Reading<'_>,
    sent: Submission,
    person: &PersonKey,
) -> Result<SaveRefusal, StoreError> {
    let readers = members::list_readers(tx, sent.id)?;
    Ok(match access(&sent, &readers, person) {
        Some(_) => SaveRefusal::AlreadySent(sent.reference),
        None => SaveRefusal::Foreign,
    })
}

async fn begin(store: &Store, save: Save, now: Moment) -> Result<Draft, Stopped<SaveRefusal>> {
    store
        .change(move |tx| {
            if let Some(sent) = submissions::find_by_draft(tx, save.draft_id)? {
                return Err(Stopped::Refused(refuse_sent(tx, sent, &save.person)?));
            }
            // A shared draft is begun by its owner, as one of their own.
            if matches!(save.place, DraftPlace::Shared(_)) {
                return Err(Stopped::Refused(SaveRefusal::Foreign));
            }
            let draft = Draft {
                id: save.draft_id,
                consultation_id: save.consultation_id,
                person: save.person.clone(),
                changes: save.place.changes(),
                content: save.content.clone(),
                version: 1,
                begun_at: save.begun_at,
                saved_at: now,
                sharing: None,
            };
            match drafts::insert(tx, &draft) {
                Ok(()) => with_files(tx, &draft)?,
                // Another page was faster.
                Err(StoreError::AlreadyThere) => {
                    let stored = drafts::find(tx, &save.person, save.place)?;
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

/// A change begins with the files of what it changes.
fn with_files(tx: &mut Writing<'_>, draft: &Draft) -> Result<(), StoreError> {
    let Some(changed) = draft.changes else { return Ok(()) };
    let Some(changed) = submissions::find(tx, changed)? else { return Ok(()) };
    attachments::copy_to_draft(tx, changed.current.id, draft.id)
}

async fn save_over(
    store: &Store,
    stored: Draft,
    save: Save,
    now: Moment,
) -> Result<Draft, Stopped<SaveRefusal>> {
    let sharing = stored.sharing.clone();
    let sharing = sharing.map(|sharing| Sharing { saved_by: Some(save.person.clone()), ..sharing });
    let content = save.content.clone();
    let saved = Draft { version: stored.version + 1, content, saved_at: now, sharing, ..stored };
    let draft = saved.clone();
    let is_saved = store
        .upkeep(move |tx| {
            let saved_by = draft.sharing.as_ref().and_then(|sharing| sharing.saved_by.as_ref());
            drafts::update(tx, draft.id, &draft.person, draft.version - 1, &draft.content, saved_by, now)
        })
        .await?;
    if is_saved {
        return Ok(saved);
    }
    let (id, person, place) = (saved.id, save.person.clone(), saved.place());
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(stored) = find_stored(tx, &person, place, id)? else {
            let sent = submissions::find_by_draft(tx, id)?;
            return sent.map(|sent| refuse_sent(tx, sent, &person)).transpose();
        };
        Ok(Some(SaveRefusal::SavedElsewhere(Box::new(stored))))
    };
    match store.read(found).await? {
        Some(refusal) => Err(Stopped::Refused(refusal)),
        // Thrown away on another page between two looks: as a first save, nothing is lost.
        None => begin(store, Save { known_version: 0, ..save }, now).await,
    }
}
