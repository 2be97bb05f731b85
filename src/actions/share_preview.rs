//! An administrator makes a link that shows a round before it is public, or takes one back.

use super::Stopped;
use super::sign_in::{new_token, token_sha256};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::PreviewLinkId;
use crate::domain::preview::{LINKS_MAX, PreviewLink};
use crate::store::{Change, Reading, Store, StoreError, consultations, preview_links};

/// Why no link was made or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewRefusal {
    /// There is no such round or link.
    NotFound,
    /// The round is public: everyone can see it.
    IsPublic,
    /// There are as many as may be.
    TooMany,
}

/// Makes a link; returns its token, of which the server keeps only the hash.
///
/// # Errors
/// [`PreviewRefusal`].
pub async fn make_preview(
    store: &Store,
    slug: String,
    label: String,
    actor: Actor,
    now: Moment,
) -> Result<String, Stopped<PreviewRefusal>> {
    let token = new_token().map_err(|error| Stopped::Failed(error.into()))?;
    let (hash, id) = (token_sha256(&token), PreviewLinkId::new());
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(PreviewRefusal::NotFound))?;
            if round.is_public(now) {
                return Err(Stopped::Refused(PreviewRefusal::IsPublic));
            }
            if preview_links::list(tx, round.id)?.len() >= LINKS_MAX {
                return Err(Stopped::Refused(PreviewRefusal::TooMany));
            }
            let link = PreviewLink {
                id,
                consultation_id: round.id,
                label: label.clone(),
                made_at: now,
                made_by: actor.signature(),
            };
            preview_links::insert(tx, &link, &hash)?;
            let (event, subject) = (Event::PreviewMade, slug.clone());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await?;
    Ok(token)
}

/// Takes a link back: it shows nothing from now on.
///
/// # Errors
/// [`PreviewRefusal::NotFound`].
pub async fn revoke_preview(
    store: &Store,
    slug: String,
    link: PreviewLinkId,
    actor: Actor,
    now: Moment,
) -> Result<(), Stopped<PreviewRefusal>> {
    store
        .change(move |tx| {
            let round = consultations::find_by_slug(tx, &slug)?;
            let round = round.ok_or(Stopped::Refused(PreviewRefusal::NotFound))?;
            if !preview_links::delete(tx, round.id, link)? {
                return Err(Stopped::Refused(PreviewRefusal::NotFound));
            }
            let (event, subject) = (Event::PreviewRevoked, slug.clone());
            Ok(Change { result: (), audit: AuditEntry { at: now, actor: actor.clone(), event, subject } })
        })
        .await
}

/// The round that the link with this token shows.
///
/// # Errors
/// When the database fails.
pub fn find_previewed(tx: &mut Reading<'_>, token: &str) -> Result<Option<Consultation>, StoreError> {
    let Some(round) = preview_links::find_round(tx, &token_sha256(token))? else { return Ok(None) };
    consultations::find(tx, round)
}
