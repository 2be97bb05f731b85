//! Who is written to about a round: each audience finds some of its people at a time, and their letters.

mod drafts;
mod respondents;

use super::Letterhead;
use crate::domain::announcement::{Announcement, Audience};
use crate::domain::consultation::Consultation;
use crate::domain::letter::Letter;
use crate::store::{Reading, StoreError};
use uuid::Uuid;

/// What is told, and who tells it.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The round as it is now.
    pub round: &'a Consultation,
    /// What is told of it.
    pub announcement: &'a Announcement,
    /// What letters are signed with.
    pub letterhead: &'a Letterhead,
}

/// Some of an audience.
#[derive(Debug)]
pub struct Batch {
    /// Their letters; who has left no address gets none.
    pub letters: Vec<Letter>,
    /// The last who was looked at; `None` where nobody is left after these.
    pub reached: Option<Uuid>,
}

impl Batch {
    /// The letters of the people in `keys`, of whom at most `limit` were asked for.
    fn of(letters: Vec<Letter>, keys: &[Uuid], limit: i64) -> Self {
        let is_full = i64::try_from(keys.len()).is_ok_and(|count| count >= limit);
        Self { letters, reached: keys.last().copied().filter(|_| is_full) }
    }
}

/// The letters to at most `limit` of the audience, those that come after the key `after`. A new audience is
/// a file here, an arm here, and a place in `AnnouncementKind::audiences`.
///
/// # Errors
/// When the database fails.
pub fn next_batch(
    tx: &mut Reading<'_>,
    audience: Audience,
    telling: Telling<'_>,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Batch, StoreError> {
    match audience {
        Audience::Drafts => drafts::next_batch(tx, telling, after, limit),
        Audience::Respondents => respondents::next_batch(tx, telling, after, limit),
    }
}
