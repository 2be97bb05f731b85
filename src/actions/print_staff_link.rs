//! Someone at a shell makes a one-time link for an administrator, when nobody else can get in.

use super::Stopped;
use super::sign_in::{new_token, token_sha256};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffLinkId;
use crate::store::{Change, Store, staff_links};
use std::convert::Infallible;

/// How long a link can be used.
pub const LINK_MINUTES: i64 = 15;

/// Makes a link; returns its token, of which the server keeps only the hash.
///
/// # Errors
/// When the database fails, or the system has no randomness to give.
pub async fn print_staff_link(store: &Store, actor: Actor, now: Moment) -> Result<String, anyhow::Error> {
    let token = new_token()?;
    let (id, hash) = (StaffLinkId::new(), token_sha256(&token));
    let printed = store.change(move |tx| {
        staff_links::delete_expired(tx, now)?;
        staff_links::insert(tx, id, &hash, now, now.plus_seconds(LINK_MINUTES * 60))?;
        let (event, subject) = (Event::StaffLinkPrinted, id.to_string());
        let audit = AuditEntry { at: now, actor: actor.clone(), event, subject };
        Ok::<_, Stopped<Infallible>>(Change { result: (), audit })
    });
    match printed.await {
        Ok(()) => Ok(token),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}
