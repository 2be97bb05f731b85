//! Those who have answered and want to know what comes of it.

use super::{Batch, Telling};
use crate::domain::links::Links;
use crate::mail::round_letters::{RoundOccasion, Why, announcement_letter};
use crate::store::{Reading, StoreError, submissions};
use uuid::Uuid;

/// Their letters.
pub(super) fn next_batch(
    tx: &mut Reading<'_>,
    telling: Telling<'_>,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Batch, StoreError> {
    let followers = submissions::list_followers(tx, telling.round.id, after, limit)?;
    let keys: Vec<Uuid> = followers.iter().map(|follower| follower.submission.0).collect();
    let letter = |follower: &submissions::Follower| {
        let recipient = follower.email.as_deref()?;
        let occasion = RoundOccasion {
            round: telling.round,
            language: follower.language,
            recipient,
            why: Why::Answered,
            path: &Links::new(follower.language).outcome(&telling.round.slug),
            submission: Some(follower.submission),
            municipality: &telling.letterhead.municipality,
            base_url: &telling.letterhead.base_url,
        };
        Some(announcement_letter(&occasion, telling.announcement))
    };
    Ok(Batch::of(followers.iter().filter_map(letter).collect(), &keys, limit))
}
