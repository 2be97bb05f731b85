//! Those with a draft that is not sent, who have left an address in it.

use super::{Batch, Telling};
use crate::actions::draft_letters::{addressee, link};
use crate::mail::round_letters::{RoundOccasion, Why, announcement_letter};
use crate::store::{Reading, StoreError, unsent_drafts};
use std::collections::HashSet;
use uuid::Uuid;

/// Their letters; one for each address among these.
pub(super) fn next_batch(
    tx: &mut Reading<'_>,
    telling: Telling<'_>,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Batch, StoreError> {
    let drafts = unsent_drafts::list_of_round(tx, telling.round.id, after, limit)?;
    let keys: Vec<Uuid> = drafts.iter().map(|draft| draft.id.0).collect();
    let mut written_to = HashSet::new();
    let mut letters = Vec::new();
    for draft in &drafts {
        // What was begun since was begun knowing it.
        if draft.begun_at > telling.announcement.announced_at {
            continue;
        }
        let Some((recipient, language)) = addressee(draft) else { continue };
        if !written_to.insert(recipient.to_lowercase()) {
            continue;
        }
        let occasion = RoundOccasion {
            round: telling.round,
            language,
            recipient,
            why: Why::Draft,
            path: &link(telling.round, draft, language),
            submission: None,
            municipality: &telling.letterhead.municipality,
            base_url: &telling.letterhead.base_url,
        };
        letters.push(announcement_letter(&occasion, telling.announcement));
    }
    Ok(Batch::of(letters, &keys, limit))
}
