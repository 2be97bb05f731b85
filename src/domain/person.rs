//! Who someone is, without knowing who they are.

use super::audit_seal::SealKey;
use super::ids::ConsultationId;
use super::respondent::OrgNumber;
use super::way_in::comparable_address;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use subtle::ConstantTimeEq;

/// What a login provider vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Who says so: the provider's issuer.
    pub issuer: String,
    /// The person, in the issuer's words; pairwise, never a national id.
    pub subject: String,
    /// How sure the issuer is (`acr`).
    pub level: String,
    /// The language the person chose there.
    pub locale: Option<String>,
}

/// The keyed hash that stands for one person in one round. Without the key it can be tied
/// neither to a person nor to the same person's key in another round.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonKey(String);

impl PersonKey {
    /// A key that was made before, read back.
    #[must_use]
    pub fn restored(hex: String) -> Self {
        Self(hex)
    }

    /// The hash in hexadecimal.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Makes person keys; holds the installation's secret.
#[derive(Clone)]
pub struct PersonHasher(Hmac<Sha256>);

impl PersonHasher {
    /// A hasher with `secret`, of any length.
    ///
    /// # Errors
    /// Never for HMAC, which takes keys of any length; the type is the library's.
    pub fn new(secret: &[u8]) -> Result<Self, hmac::digest::InvalidLength> {
        Hmac::new_from_slice(secret).map(Self)
    }

    /// The key of whoever `identity` is, in `round`.
    #[must_use]
    pub fn of_identity(&self, round: ConsultationId, identity: &Identity) -> PersonKey {
        self.hash(&[round.0.as_bytes(), b"login", identity.issuer.as_bytes(), identity.subject.as_bytes()])
    }

    /// The key of the person with `national_id`, in `round`; the number itself goes no further.
    #[must_use]
    pub fn of_national_id(&self, round: ConsultationId, national_id: &str) -> PersonKey {
        self.hash(&[round.0.as_bytes(), b"national-id", national_id.as_bytes()])
    }

    /// The subject that stands for whoever reads the letters to `address`.
    #[must_use]
    pub fn of_address(&self, address: &str) -> String {
        self.hash(&[b"e-mail", comparable_address(address).as_bytes()]).0
    }

    /// `text` with a seal that only this installation can make, for a form to carry.
    #[must_use]
    pub fn seal(&self, purpose: &str, text: &str) -> String {
        format!("{text} {}", self.hash(&[b"seal", purpose.as_bytes(), text.as_bytes()]))
    }

    /// The text under a seal for `purpose`; `None` where the seal is broken.
    #[must_use]
    pub fn unseal(&self, purpose: &str, sealed: &str) -> Option<String> {
        let (text, _) = sealed.rsplit_once(' ')?;
        // In constant time, so that nobody learns how much of a guess was right.
        let is_ours: bool = self.seal(purpose, text).as_bytes().ct_eq(sealed.as_bytes()).into();
        is_ours.then(|| text.to_owned())
    }

    /// The key of the audit log's seals. It is made from the secret, so that an installation has
    /// one secret less to keep, and tells nothing of it.
    ///
    /// # Errors
    /// Never for HMAC, which takes keys of any length; the type is the library's.
    pub fn seal_key(&self) -> Result<SealKey, hmac::digest::InvalidLength> {
        let id: String = self.hash(&[b"audit-seals", b"name"]).as_str().chars().take(16).collect();
        SealKey::new(id, self.hash(&[b"audit-seals", b"key"]).as_str().as_bytes())
    }

    /// A token for `purpose`, bound to `holder`; it says nothing of either.
    #[must_use]
    pub fn token(&self, purpose: &str, holder: &str) -> String {
        self.hash(&[b"token", purpose.as_bytes(), holder.as_bytes()]).0
    }

    /// Each part goes in with its length, so that no two lists of parts hash alike by shifting.
    fn hash(&self, parts: &[&[u8]]) -> PersonKey {
        let mut mac = self.0.clone();
        for part in parts {
            mac.update(&part.len().to_be_bytes());
            mac.update(part);
        }
        PersonKey(crate::domain::submission::to_hex(&mac.finalize().into_bytes()))
    }
}

impl fmt::Debug for PersonHasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonHasher")
    }
}

/// For whom a person answers: one live submission for each in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Themselves.
    Oneself,
    /// An organisation with a number.
    Numbered(OrgNumber),
    /// An organisation known by name only.
    Named(String),
}

/// Unique among live submissions.
#[must_use]
pub fn live_key(person: &PersonKey, role: &Role) -> String {
    match role {
        Role::Oneself => format!("{person}:self"),
        Role::Numbered(number) => format!("{person}:org:{}", number.as_str()),
        Role::Named(name) => {
            let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
            format!("{person}:name:{}", words.join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_another_key_in_another_round() {
        let hasher = PersonHasher::new(b"secret").unwrap();
        let (one, two) = (ConsultationId::new(), ConsultationId::new());
        let id = Identity { issuer: "i".into(), subject: "s".into(), level: "l".into(), locale: None };
        assert_eq!(hasher.of_identity(one, &id), hasher.of_identity(one, &id));
        assert_ne!(hasher.of_identity(one, &id), hasher.of_identity(two, &id));
        let shifted = Identity { issuer: "is".into(), subject: String::new(), ..id.clone() };
        assert_ne!(hasher.of_identity(one, &id), hasher.of_identity(one, &shifted));
    }
}
