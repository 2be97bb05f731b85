//! Personal fields, sealed before they are stored and opened when they are read: whoever holds
//! the database or a backup without the keys reads none of them.
//!
//! XChaCha20-Poly1305 with a random nonce, so that equal values look different. Column and row id
//! go in as associated data: a value that is moved to another row or column does not open. What is
//! stored is `KEY-ID:BASE64(nonce, text, tag)`.

use super::StoreError;
use super::sql_types::DbJson;
use crate::config::is_field_key_id;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use uuid::Uuid;

const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// A column that is sealed. A new one is added here and in `resealing.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Where a respondent's receipt goes.
    RevisionEmail,
    /// Where a letter goes.
    LetterRecipient,
    /// What someone has typed and not sent, all of it.
    DraftContent,
    /// The name of someone who is logged in.
    SessionName,
    /// Where a link that lets someone in went.
    LoginLinkAddress,
    /// Where a subscriber's letters go.
    SubscriberAddress,
    /// What the links in a subscriber's letters are known by.
    SubscriberToken,
    /// Where letters to a consulted body go.
    InviteeAddress,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::RevisionEmail,
        Self::LetterRecipient,
        Self::DraftContent,
        Self::SessionName,
        Self::LoginLinkAddress,
        Self::SubscriberAddress,
        Self::SubscriberToken,
        Self::InviteeAddress,
    ];

    /// Table and column. Goes into every seal, so it must never change.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::RevisionEmail => "revisions.email",
            Self::LetterRecipient => "letters.recipient",
            Self::DraftContent => "drafts.content",
            Self::SessionName => "sessions.name",
            Self::LoginLinkAddress => "login_links.address",
            Self::SubscriberAddress => "subscribers.address",
            Self::SubscriberToken => "subscribers.token",
            Self::InviteeAddress => "invitees.address",
        }
    }
}

/// The installation's field keys. The first seals; the others only open what they once sealed.
#[derive(Default)]
pub struct FieldKeys(Vec<(String, XChaCha20Poly1305)>);

impl FieldKeys {
    /// The keys with these ids, the active one first; each of 32 bytes.
    ///
    /// # Errors
    /// When a key has another length.
    pub fn new<'k>(keys: impl IntoIterator<Item = (&'k str, &'k [u8])>) -> Result<Self, StoreError> {
        let cipher = |(id, key): (&str, &[u8])| {
            let cipher = XChaCha20Poly1305::new_from_slice(key);
            let cipher = cipher.map_err(|_| StoreError::Corrupt(format!("the field key {id:?}")))?;
            Ok((id.to_owned(), cipher))
        };
        keys.into_iter().map(cipher).collect::<Result<_, _>>().map(Self)
    }

    /// The id of the key that seals.
    ///
    /// # Errors
    /// `NoKeys`.
    pub fn active_id(&self) -> Result<&str, StoreError> {
        self.0.first().map(|(id, _)| id.as_str()).ok_or(StoreError::NoKeys)
    }

    /// Seals `plain` for `field` of the row `id`.
    pub(super) fn seal(&self, field: Field, id: Uuid, plain: &str) -> Result<String, StoreError> {
        let (key_id, cipher) = self.0.first().ok_or(StoreError::NoKeys)?;
        let mut nonce = [0u8; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|_| StoreError::BrokeOff)?;
        let aad = associated(field, id);
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: plain.as_bytes(), aad: &aad })
            .map_err(|_| StoreError::BrokeOff)?;
        let mut bytes = Vec::with_capacity(NONCE_BYTES + sealed.len());
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        Ok(format!("{key_id}:{}", BASE64.encode(bytes)))
    }

    /// What was sealed for `field` of the row `id`.
    pub(super) fn open(&self, field: Field, id: Uuid, sealed: &str) -> Result<String, StoreError> {
        let spoiled = |how: &str| StoreError::Corrupt(format!("{} of {id} {how}", field.column()));
        let not_sealed =
            || spoiled("is not sealed; `innspill keys reseal` seals what is older than the keys");
        let (key_id, body) = split(sealed).ok_or_else(not_sealed)?;
        let bytes = BASE64.decode(body).map_err(|_| not_sealed())?;
        let (nonce, text) = bytes.split_at_checked(NONCE_BYTES).ok_or_else(not_sealed)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| not_sealed())?;
        let found = self.0.iter().find(|(id, _)| id == key_id);
        let (_, cipher) = found.ok_or_else(|| StoreError::KeyMissing(key_id.to_owned()))?;
        let aad = associated(field, id);
        let plain = cipher
            .decrypt(&XNonce::from(nonce), Payload { msg: text, aad: &aad })
            .map_err(|_| spoiled("does not open: it was changed, or moved from another place"))?;
        String::from_utf8(plain).map_err(|_| spoiled("is no text"))
    }

    /// As [`Self::seal`], for a field that may be empty.
    pub(super) fn seal_some(
        &self,
        field: Field,
        id: Uuid,
        plain: Option<&str>,
    ) -> Result<Option<String>, StoreError> {
        plain.map(|plain| self.seal(field, id, plain)).transpose()
    }

    /// As [`Self::open`], for a field that may be empty.
    pub(super) fn open_some(
        &self,
        field: Field,
        id: Uuid,
        sealed: Option<String>,
    ) -> Result<Option<String>, StoreError> {
        sealed.map(|sealed| self.open(field, id, &sealed)).transpose()
    }

    /// What stands in a column of JSON: a seal is a JSON string there.
    pub(super) fn seal_json(&self, field: Field, id: Uuid, plain: &DbJson) -> Result<DbJson, StoreError> {
        Ok(as_json(&self.seal(field, id, &plain.0)?))
    }

    /// The JSON under a seal in a column of JSON.
    pub(super) fn open_json(&self, field: Field, id: Uuid, sealed: &DbJson) -> Result<DbJson, StoreError> {
        self.open(field, id, from_json(sealed)).map(DbJson)
    }
}

/// A sealed value as JSON; it holds nothing that JSON would escape.
pub(super) fn as_json(sealed: &str) -> DbJson {
    DbJson(format!("\"{sealed}\""))
}

/// The sealed value in a JSON string; anything else stays as it is, and is no seal.
pub(super) fn from_json(json: &DbJson) -> &str {
    json.0.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&json.0)
}

/// The id of the key that `value` is sealed with; `None` where it is no seal.
#[must_use]
pub fn key_id(value: &str) -> Option<&str> {
    let (id, body) = split(value)?;
    let bytes = BASE64.decode(body).ok()?;
    (bytes.len() >= NONCE_BYTES + TAG_BYTES).then_some(id)
}

fn split(value: &str) -> Option<(&str, &str)> {
    value.split_once(':').filter(|(id, _)| is_field_key_id(id))
}

/// What a seal is bound to.
fn associated(field: Field, id: Uuid) -> Vec<u8> {
    [field.column().as_bytes(), &[0], id.as_bytes()].concat()
}

#[cfg(test)]
#[path = "sealing_tests.rs"]
mod tests;
