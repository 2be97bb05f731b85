//! An administrator changes a round's codebook: one heading at a time.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::code::{CodeEdit, CodeRefusal, CodeWords, Heading, proposed_key};
use crate::domain::ids::{CodeId, ConsultationId};
use crate::store::{Change, Store, StoreError, Writing, codes, consultations};

/// Makes one change, and returns the key of the heading that it was about.
///
/// # Errors
/// [`CodeRefusal`].
pub async fn edit_codes(
    store: &Store,
    slug: String,
    edit: CodeEdit,
    actor: Actor,
    now: Moment,
) -> Result<String, Stopped<CodeRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(CodeRefusal::NotFound))?.id;
            codes::hold(tx, round)?;
            let all = codes::list_headings(tx, round)?;
            let (key, event) = carry_out(tx, round, &all, &edit)?;
            let subject = format!("{slug}: {key}");
            let audit = AuditEntry { at: now, actor: actor.clone(), event, subject };
            Ok(Change { result: key, audit })
        })
        .await
}

fn carry_out(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    all: &[Heading],
    edit: &CodeEdit,
) -> Result<(String, Event), Stopped<CodeRefusal>> {
    match edit {
        CodeEdit::Add { under, words } => {
            let parent = under.as_deref().map(|above| find(all, above)).transpose()?;
            if parent.is_some_and(|parent| parent.parent.is_some()) {
                return Err(Stopped::Refused(CodeRefusal::TooDeep));
            }
            let parent = parent.map(|parent| parent.id);
            let beside = siblings(all, parent);
            let key = if words.key.is_empty() { proposed_key(all, parent) } else { words.key.clone() };
            let words = CodeWords { key, ..words.clone() };
            let place = beside.iter().map(|one| one.position).max().map_or(0, |last| last.saturating_add(1));
            refuse_taken(codes::insert_heading(tx, round, parent, place, &words))?;
            Ok((words.key, Event::CodeAdded))
        }
        CodeEdit::Rename { key, shown, words } => {
            let one = find(all, key)?;
            if one.fingerprint() != *shown {
                return Err(Stopped::Refused(CodeRefusal::ChangedMeanwhile));
            }
            let key = if words.key.is_empty() { one.key.clone() } else { words.key.clone() };
            refuse_taken(codes::update_words(tx, one.id, &CodeWords { key: key.clone(), ..words.clone() }))?;
            Ok((key, Event::CodeRenamed))
        }
        CodeEdit::Move { key, way } => {
            let one = find(all, key)?;
            let mut ids: Vec<_> = siblings(all, one.parent).iter().map(|beside| beside.id).collect();
            let place = ids.iter().position(|id| *id == one.id);
            let place = place.ok_or(Stopped::Refused(CodeRefusal::NotFound))?;
            let other = way.from(place, ids.len());
            ids.swap(place, other);
            codes::update_order(tx, &ids)?;
            Ok((one.key.clone(), Event::CodeMoved))
        }
        CodeEdit::Remove { key } => {
            let one = find(all, key)?;
            if !siblings(all, Some(one.id)).is_empty() {
                return Err(Stopped::Refused(CodeRefusal::HasCodes));
            }
            codes::delete(tx, one.id)?;
            Ok((one.key.clone(), Event::CodeRemoved))
        }
    }
}

fn find<'a>(all: &'a [Heading], key: &str) -> Result<&'a Heading, Stopped<CodeRefusal>> {
    all.iter().find(|one| one.key == key).ok_or(Stopped::Refused(CodeRefusal::NotFound))
}

/// The headings below `parent`, or those of the first level, in their order.
fn siblings(all: &[Heading], parent: Option<CodeId>) -> Vec<&Heading> {
    all.iter().filter(|one| one.parent == parent).collect()
}

/// A round has each key once.
fn refuse_taken(written: Result<(), StoreError>) -> Result<(), Stopped<CodeRefusal>> {
    match written {
        Err(StoreError::AlreadyThere) => Err(Stopped::Refused(CodeRefusal::KeyTaken)),
        other => Ok(other?),
    }
}
