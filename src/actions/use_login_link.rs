//! Someone comes in by a link from a letter.

use super::Stopped;
use super::ask_login_link::identity;
use super::sign_in::token_sha256;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use crate::identity::SignedIn;
use crate::store::{Change, Store, login_links};

/// The link has been used, has expired, or never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkIsSpent;

/// Uses the link with this token up; returns who is let in.
///
/// # Errors
/// [`LinkIsSpent`].
pub async fn use_login_link(
    store: &Store,
    token: &str,
    language: Language,
    now: Moment,
) -> Result<SignedIn, Stopped<LinkIsSpent>> {
    let hash = token_sha256(token);
    store
        .change(move |tx| {
            let spent = || Stopped::Refused(LinkIsSpent);
            let link = login_links::find(tx, &hash)?.ok_or_else(spent)?;
            if !login_links::mark_used(tx, link.id, now)? {
                return Err(spent());
            }
            let who =
                SignedIn { identity: identity(&link.subject, language), name: None, role: None, via: None };
            let subject = link.id.to_string();
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event: Event::LoginLinkUsed, subject };
            Ok(Change { result: who, audit })
        })
        .await
}
