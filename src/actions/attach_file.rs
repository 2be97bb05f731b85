//! A citizen puts a file with a draft, or in the place of one that is there.

use super::Stopped;
use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::draft::DraftPlace;
use crate::domain::file::{FileKind, ScanState, StoredFile};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::person::PersonKey;
use crate::files::{Files, NotTaken, Staged, kind_of};
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
/// were swept before that. Nothing is kept of a kind that is not taken.
///
/// # Errors
/// [`AttachRefusal`].
pub async fn attach_file(
    store: &Store,
    files: &Files,
    staged: &Staged,
    attaching: Attaching,
    now: Moment,
) -> Result<Attachment, Stopped<AttachRefusal>> {
    let kind = kind(staged, &attaching.name).await?;
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
    Ok(stored)
}

async fn kind(staged: &Staged, name: &str) -> Result<FileKind, Stopped<AttachRefusal>> {
    let (mut reader, name) = (staged.reader(), name.to_owned());
    let kind = tokio::task::spawn_blocking(move || kind_of(&mut reader, &name)).await.map_err(failed)?;
    kind.map_err(|not_taken| match not_taken {
        NotTaken::Failed => failed(anyhow::anyhow!("a file on its way in cannot be read")),
        not_taken => Stopped::Refused(AttachRefusal::NotTaken(not_taken)),
    })
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
    stored_files::insert_missing(tx, &as_stored(attachment))?;
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

fn as_stored(attachment: &Attachment) -> StoredFile {
    StoredFile {
        sha256: attachment.sha256.clone(),
        size_bytes: attachment.size_bytes,
        media_type: attachment.kind.media_type().to_owned(),
        kept_at: attachment.added_at,
        scan: ScanState::Waiting,
        scanned_at: None,
        signature: None,
    }
}
