//! An administrator adds a document to a round.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::document::{Added, Document, DocumentRefusal, DocumentWords};
use crate::domain::file::{FileKind, ScanState, StoredFile};
use crate::domain::ids::DocumentId;
use crate::files::{Files, Staged};
use crate::store::{Change, Store, StoreError, consultations, documents, files as stored_files};

/// A document to be.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Its name in addresses.
    pub name: String,
    /// What is said of it.
    pub words: DocumentWords,
    /// What kind of file it is.
    pub file: FileKind,
}

/// Keeps the file and puts the document after the round's others.
///
/// # Errors
/// [`DocumentRefusal`].
pub async fn add_document(
    store: &Store,
    files: &Files,
    slug: String,
    new: NewDocument,
    staged: &Staged,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<DocumentRefusal>> {
    let file = keep(store, files, staged, new.file, now).await?;
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(DocumentRefusal::NotFound))?;
            stored_files::insert_missing(tx, &file)?;
            let position = documents::next_position(tx, round.id)?;
            match documents::insert(tx, round.id, position, &document(&new, &file, &actor)) {
                Err(StoreError::AlreadyThere) => return Err(Stopped::Refused(DocumentRefusal::NameTaken)),
                other => other?,
            }
            let audit = AuditEntry {
                at: now,
                actor: actor.clone(),
                event: Event::DocumentAdded,
                subject: subject(&slug, &new.name),
            };
            Ok(Change { result: (), audit })
        })
        .await?;
    files.keep_still(staged).await.map_err(|error| Stopped::Failed(error.into()))
}

fn document(new: &NewDocument, file: &StoredFile, actor: &Actor) -> Document {
    let words = new.words.clone();
    Document {
        id: DocumentId::new(),
        kind: words.kind,
        name: new.name.clone(),
        language: words.language,
        title: words.title,
        alt: words.alt,
        caption: words.caption,
        credit: words.credit,
        media_type: file.media_type.clone(),
        size_bytes: file.size_bytes,
        sha256: file.sha256.clone(),
        edition: 1,
        version: 1,
        added: Some(Added { at: file.kept_at, by: actor.signature() }),
    }
}

/// Keeps the bytes of a file that has come; its row is for the change that uses it.
///
/// # Errors
/// `Infected` where the scanner has found something in the same bytes before.
pub(super) async fn keep(
    store: &Store,
    files: &Files,
    staged: &Staged,
    kind: FileKind,
    now: Moment,
) -> Result<StoredFile, Stopped<DocumentRefusal>> {
    let sha256 = staged.kept.sha256.clone();
    let known = store.read(move |tx| stored_files::find(tx, &sha256)).await?;
    if known.is_some_and(|known| known.scan == ScanState::Infected) {
        return Err(Stopped::Refused(DocumentRefusal::Infected));
    }
    let kept = files.keep_staged(staged).await.map_err(|error| Stopped::Failed(error.into()))?;
    Ok(StoredFile::new(kept.sha256, kept.size_bytes, kind.media_type(), now))
}

/// How the audit log names a document; it is found by the round, too.
pub(super) fn subject(slug: &str, name: &str) -> String {
    format!("{slug}: {name}")
}
