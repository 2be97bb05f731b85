//! A citizen puts a file with a draft, or in the place of one that is there.

use super::Stopped;
use super::scan_file::{Scanned, Scanning, scan_at_once};
use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::DraftPlace;
use crate::domain::file::{FileKind, ScanState, StoredFile};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::person::PersonKey;
use crate::files::{NotTaken, Staged};
use crate::store::{Change, Store, StoreError, Writing, attachments, drafts, files as stored_files};

/// Where a file is to go.
#[derive(Debug, Clone)]
pub struct Attaching {
    /// The draft.
    pub draft_id: DraftId,
    /// Who puts it there.
    pub person: PersonKey,
    /// Where the draft is kept.
    pub place: DraftPlace,
    /// Why it is there.
    pub role: AttachmentRole,
    /// Its name; see [`crate::domain::file::file_name`].
    pub name: String,
    /// The file that it comes instead of.
    pub replaces: Option<AttachmentId>,
    /// How many files a draft may have.
    pub max_files: usize,
}

/// Why a file was not put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttachRefusal {
    /// It is of no kind that is taken.
    NotTaken(NotTaken),
    /// The virus scanner has stopped the same file before.
    Harmful,
    /// The draft has as many as it may.
    TooMany,
    /// The draft has the same file already.
    AlreadyThere {
        /// What it is called there.
        name: String,
    },
    /// There is no such draft, or it is not theirs.
    NoDraft,
    /// The file that it was to replace is not there, or is the form that the answers came from.
    NothingToReplace,
}

/// Keeps the bytes, says in one change what they are and where they belong, and then looks whether they
/// were swept before that. Nothing is kept of a kind that is not taken, nor of what is known to be
/// harmful. The virus scanner looks at the file at once; without a verdict it waits.
///
/// # Errors
/// [`AttachRefusal`].
pub async fn attach_file(
    store: &Store,
    scanning: &Scanning,
    staged: &Staged,
    attaching: Attaching,
    now: Moment,
) -> Result<Attachment, Stopped<AttachRefusal>> {
    let kind = kind(staged, &attaching.name).await?;
    refuse_harmful(store, staged).await?;
    let files = &scanning.files;
    let kept = files.keep_staged(staged).await.map_err(failed)?;
    let attachment = Attachment {
        id: AttachmentId::new(),
        role: attaching.role,
        name: kind.fitting(&attaching.name),
        kind,
        size_bytes: kept.size_bytes,
        sha256: kept.sha256.clone(),
        added_at: now,
        scan: ScanState::Waiting,
    };
    let stored = store.change(move |tx| attach(tx, &attaching, &attachment, now)).await?;
    files.keep_still(staged).await.map_err(failed)?;
    Ok(scanned(store, scanning, stored, now).await)
}

async fn kind(staged: &Staged, name: &str) -> Result<FileKind, Stopped<AttachRefusal>> {
    staged.kind(name).await.map_err(|not_taken| match not_taken {
        NotTaken::Failed => failed(anyhow::anyhow!("a file on its way in cannot be read")),
        not_taken => Stopped::Refused(AttachRefusal::NotTaken(not_taken)),
    })
}

/// Bytes that were stopped before are stopped at once, and not kept anew.
async fn refuse_harmful(store: &Store, staged: &Staged) -> Result<(), Stopped<AttachRefusal>> {
    let sha256 = staged.kept.sha256.clone();
    let known = store.read(move |tx| stored_files::find(tx, &sha256)).await?;
    match known {
        Some(file) if file.scan == ScanState::Infected => Err(Stopped::Refused(AttachRefusal::Harmful)),
        _ => Ok(()),
    }
}

/// The attachment with its verdict, if there is one at once. It is stored whatever comes of it.
async fn scanned(store: &Store, scanning: &Scanning, stored: Attachment, now: Moment) -> Attachment {
    match scan_at_once(store, scanning, &stored.sha256, now).await {
        Ok(Scanned::Verdict(scan)) => Attachment { scan, ..stored },
        Ok(_) => stored,
        Err(error) => {
            tracing::error!("a file waits for the virus scanner: {error:#}");
            stored
        }
    }
}

fn failed(error: impl Into<anyhow::Error>) -> Stopped<AttachRefusal> {
    Stopped::Failed(error.into())
}

fn attach(
    tx: &mut Writing<'_>,
    attaching: &Attaching,
    attachment: &Attachment,
    now: Moment,
) -> Result<Change<Attachment>, Stopped<AttachRefusal>> {
    let draft = attaching.draft_id;
    let is_held = drafts::hold(tx, draft)?;
    let found = drafts::find_version(tx, &attaching.person, attaching.place)?;
    if !is_held || found.is_none_or(|(id, ..)| id != draft) {
        return Err(Stopped::Refused(AttachRefusal::NoDraft));
    }
    let there = attachments::list_of_draft(tx, draft)?;
    if let Some(same) = there.iter().find(|one| one.sha256 == attachment.sha256) {
        return Err(Stopped::Refused(AttachRefusal::AlreadyThere { name: same.name.clone() }));
    }
    let (sha256, media_type) = (attachment.sha256.clone(), attachment.kind.media_type());
    let file = StoredFile::new(sha256, attachment.size_bytes, media_type, attachment.added_at);
    stored_files::insert_missing(tx, &file)?;
    let event = match attaching.replaces {
        None if there.len() >= attaching.max_files => return Err(Stopped::Refused(AttachRefusal::TooMany)),
        None => {
            attachments::insert(tx, draft, attachment)?;
            Event::AttachmentAdded
        }
        Some(old) => {
            let is_there = there.iter().any(|one| one.id == old && one.role == AttachmentRole::Attachment);
            if !is_there || !attachments::replace(tx, draft, old, attachment)? {
                return Err(Stopped::Refused(AttachRefusal::NothingToReplace));
            }
            Event::AttachmentReplaced
        }
    };
    let stored = attachments::find_of_draft(tx, draft, attachment.id)?;
    let result = stored.ok_or_else(|| StoreError::Corrupt("an attachment is gone at once".to_owned()))?;
    let subject = format!("{draft}: attachment {}", attachment.id);
    Ok(Change { result, audit: AuditEntry { at: now, actor: Actor::Citizen, event, subject } })
}
