//! Links that no longer work are forgotten, and the addresses with them.

use crate::domain::clock::Moment;
use crate::domain::subscriber::UNCONFIRMED_SECONDS;
use crate::store::{Store, StoreError, login_links, members, subscribers};

/// How long a used link's address is kept to fill in the form with: as long as people write.
const KEEP_SECONDS: i64 = 24 * 60 * 60;

/// Removes links by letter and invitations that have expired, and subscribers who never said yes; returns
/// how many.
///
/// # Errors
/// When the database fails.
pub async fn forget_expired_links(store: &Store, now: Moment) -> Result<usize, StoreError> {
    store
        .upkeep(move |tx| {
            let links = login_links::delete_expired(tx, now.plus_seconds(-KEEP_SECONDS))?;
            let unconfirmed = subscribers::delete_unconfirmed(tx, now.plus_seconds(-UNCONFIRMED_SECONDS))?;
            Ok(links + unconfirmed + members::delete_expired_invitations(tx, now)?)
        })
        .await
}
