//! An administrator replaces the file of a document. The earlier edition stays.

use super::Stopped;
use super::add_document::{keep, subject};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::document::{Document, DocumentEdition, DocumentRefusal};
use crate::domain::file::{FileKind, StoredFile};
use crate::domain::language::Localized;
use crate::files::{Files, Staged};
use crate::store::{
    Change, Store, StoreError, Writing, consultations, document_editions, documents, files as stored_files,
};

/// What becomes of a document.
#[derive(Debug, Clone)]
pub struct NewEdition {
    /// The document's name.
    pub name: String,
    /// The version that the administrator was shown.
    pub shown_version: i32,
    /// What kind of file the new one is.
    pub file: FileKind,
    /// Why, in public; demanded as soon as the round is public.
    pub reason: Option<Localized>,
}

/// Keeps the new file, makes it the document's, and remembers the one before under its number.
///
/// # Errors
/// [`DocumentRefusal`].
pub async fn replace_document(
    store: &Store,
    files: &Files,
    slug: String,
    new: NewEdition,
    staged: &Staged,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<DocumentRefusal>> {
    let file = keep(store, files, staged, new.file, now).await?;
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            let document = documents::find(tx, round.id, &new.name)?;
            let document = document.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            may_replace(&document, &new, &file, round.is_public(now)).map_err(Stopped::Refused)?;
            let edition = DocumentEdition {
                number: document.edition,
                sha256: document.sha256.clone(),
                size_bytes: document.size_bytes,
                media_type: document.media_type.clone(),
                replaced_at: now,
                replaced_by: actor.signature(),
                reason: new.reason.clone().filter(|_| round.is_public(now)),
            };
            if !put(tx, &document, &file, &edition)? {
                return Err(Stopped::Refused(DocumentRefusal::ChangedMeanwhile));
            }
            let audit = AuditEntry {
                at: now,
                actor: actor.clone(),
                event: Event::DocumentReplaced,
                subject: subject(&slug, &new.name),
            };
            Ok(Change { result: (), audit })
        })
        .await?;
    files.keep_still(staged).await.map_err(|error| Stopped::Failed(error.into()))
}

fn may_replace(
    document: &Document,
    new: &NewEdition,
    file: &StoredFile,
    is_public: bool,
) -> Result<(), DocumentRefusal> {
    if document.version != new.shown_version {
        Err(DocumentRefusal::ChangedMeanwhile)
    } else if document.sha256 == file.sha256 {
        Err(DocumentRefusal::SameFile)
    } else if is_public && new.reason.is_none() {
        Err(DocumentRefusal::ReasonMissing)
    } else {
        Ok(())
    }
}

/// The document's row first: of two writers at once, the second waits there and finds another version.
fn put(
    tx: &mut Writing<'_>,
    document: &Document,
    file: &StoredFile,
    edition: &DocumentEdition,
) -> Result<bool, StoreError> {
    stored_files::insert_missing(tx, file)?;
    let next = Document {
        sha256: file.sha256.clone(),
        size_bytes: file.size_bytes,
        media_type: file.media_type.clone(),
        edition: document.edition.saturating_add(1),
        version: document.version.saturating_add(1),
        ..document.clone()
    };
    if !documents::update_file(tx, &next, document.version)? {
        return Ok(false);
    }
    document_editions::insert(tx, document.id, edition)?;
    Ok(true)
}
