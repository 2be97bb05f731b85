//! Someone asks for a link by letter.

use super::sign_in::{new_token, token_sha256};
use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::LoginLinkId;
use crate::domain::language::Language;
use crate::domain::links::Links;
use crate::domain::login_link::{LINK_SECONDS, LINKS_MAX, LoginLink};
use crate::domain::person::{Identity, PersonHasher};
use crate::domain::way_in::{EMAIL_ISSUER, WayIn};
use crate::mail::link_letters::{LinkOccasion, login_link};
use crate::store::{
    Change, Reading, Store, StoreError, letters as outbox, login_links, persons, submissions,
};
use std::convert::Infallible;

/// Who wants to come in where.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The round.
    pub round: Consultation,
    /// The address that was given, one bare address.
    pub address: String,
    /// The language of the page.
    pub language: Language,
    /// The path to go on to.
    pub back: String,
}

/// Posts a link to the address. Whether a letter goes is told nobody: none goes when the address
/// has had enough of them, nor in a round without login where nothing was sent from it.
///
/// # Errors
/// When the database fails, or the system has no randomness to give.
pub async fn ask_login_link(
    store: &Store,
    ask: Ask,
    hasher: PersonHasher,
    letterhead: Letterhead,
    now: Moment,
) -> Result<(), anyhow::Error> {
    let token = new_token()?;
    let mut link = LoginLink {
        id: LoginLinkId::new(),
        consultation_id: ask.round.id,
        subject: String::new(),
        address: ask.address.clone(),
        created_at: now,
        expires_at: now.plus_seconds(LINK_SECONDS),
        used_at: None,
    };
    let done = store
        .change(move |tx| -> Result<Change<()>, Stopped<Infallible>> {
            link.subject = find_subject(tx, &hasher, &ask)?;
            if may_send(tx, &ask, &link, &hasher)? {
                login_links::insert(tx, &link, &token_sha256(&token))?;
                let letter = login_link(&LinkOccasion {
                    round: &ask.round,
                    language: ask.language,
                    recipient: &ask.address,
                    path: &Links::new(ask.language).login_link_and_back(&token, &ask.back),
                    municipality: &letterhead.municipality,
                    base_url: &letterhead.base_url,
                });
                outbox::post(tx, &letter, now)?;
            }
            let subject = ask.round.slug.clone();
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event: Event::LoginLinkAsked, subject };
            Ok(Change { result: (), audit })
        })
        .await;
    match done {
        Ok(()) => Ok(()),
        Err(Stopped::Failed(error)) => Err(error),
        Err(Stopped::Refused(never)) => match never {},
    }
}

fn may_send(
    tx: &mut Reading<'_>,
    ask: &Ask,
    link: &LoginLink,
    hasher: &PersonHasher,
) -> Result<bool, StoreError> {
    let since = link.created_at.plus_seconds(-LINK_SECONDS);
    if login_links::count_since(tx, &link.subject, since)? >= LINKS_MAX {
        return Ok(false);
    }
    if ask.round.who_may_answer != WayIn::Open {
        return Ok(true);
    }
    let keys = hasher.of_identity(ask.round.id, &identity(&link.subject, ask.language));
    let person = persons::find_key(tx, keys)?;
    Ok(!submissions::list_by_person(tx, &[person])?.is_empty())
}

/// The subject by which the address is known in the round: an old one for whoever began with it.
fn find_subject(tx: &mut Reading<'_>, hasher: &PersonHasher, ask: &Ask) -> Result<String, StoreError> {
    let mut subjects = hasher.of_address(&ask.address).into_iter();
    let active = subjects.next().unwrap_or_default();
    for old in subjects {
        for key in hasher.of_identity(ask.round.id, &identity(&old, ask.language)) {
            if persons::has_begun(tx, &key)? {
                return Ok(old);
            }
        }
    }
    Ok(active)
}

/// Who comes by a link to the address that `subject` stands for.
#[must_use]
pub fn identity(subject: &str, language: Language) -> Identity {
    Identity {
        issuer: EMAIL_ISSUER.to_owned(),
        subject: subject.to_owned(),
        level: WayIn::EMail.name().to_owned(),
        locale: Some(language.tag().to_owned()),
    }
}
