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

/// Makes person keys; holds the installation's secrets, the active one first.
#[derive(Clone)]
pub struct PersonHasher {
    active: Hmac<Sha256>,
    /// Kept for as long as the rounds go on in which they were active.
    old: Vec<Hmac<Sha256>>,
}

/// There is no secret to make person keys with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no secret for person keys")]
pub struct NoSecret;

impl PersonHasher {
    /// A hasher with `secret`, of any length.
    ///
    /// # Errors
    /// Never: HMAC takes keys of any length.
    pub fn new(secret: &[u8]) -> Result<Self, NoSecret> {
        Self::of([secret])
    }

    /// A hasher with these secrets, the active one first.
    ///
    /// # Errors
    /// When there is none.
    pub fn of<'s>(secrets: impl IntoIterator<Item = &'s [u8]>) -> Result<Self, NoSecret> {
        let mut secrets =
            secrets.into_iter().map(|secret| Hmac::new_from_slice(secret).map_err(|_| NoSecret));
        let active = secrets.next().ok_or(NoSecret)??;
        Ok(Self { active, old: secrets.collect::<Result<_, _>>()? })
    }

    /// The keys that whoever `identity` is may have in `round`, the one of the active secret
    /// first. A person keeps the key that they began with: see `store/persons.rs`.
    #[must_use]
    pub fn of_identity(&self, round: ConsultationId, identity: &Identity) -> Vec<PersonKey> {
        self.hash_all(&[
            round.0.as_bytes(),
            b"login",
            identity.issuer.as_bytes(),
            identity.subject.as_bytes(),
        ])
    }

    /// The keys that the person with `national_id` may have in `round`, likewise; the number
    /// itself goes no further.
    #[must_use]
    pub fn of_national_id(&self, round: ConsultationId, national_id: &str) -> Vec<PersonKey> {
        self.hash_all(&[round.0.as_bytes(), b"national-id", national_id.as_bytes()])
    }

    /// The subjects that may stand for whoever reads the letters to `address`, the one of the
    /// active secret first.
    #[must_use]
    pub fn of_address(&self, address: &str) -> Vec<String> {
        let keys = self.hash_all(&[b"e-mail", comparable_address(address).as_bytes()]);
        keys.into_iter().map(|key| key.0).collect()
    }

    /// `text` with a seal that only this installation can make, for a form to carry.
    #[must_use]
    pub fn seal(&self, purpose: &str, text: &str) -> String {
        let seal = self.hash(&[b"seal", purpose.as_bytes(), text.as_bytes()]);
        format!("{text} {seal}")
    }

    /// The text under a seal for `purpose`; `None` where the seal is broken.
    #[must_use]
    pub fn unseal(&self, purpose: &str, sealed: &str) -> Option<String> {
        let (text, seal) = sealed.rsplit_once(' ')?;
        let ours = self.hash_all(&[b"seal", purpose.as_bytes(), text.as_bytes()]);
        // In constant time, so that nobody learns how much of a guess was right.
        let is_ours = ours.iter().any(|one| one.as_str().as_bytes().ct_eq(seal.as_bytes()).into());
        is_ours.then(|| text.to_owned())
    }

    /// A hasher for each secret alone, the active one first: for what was once made with one of
    /// them and must be made again to be compared.
    pub fn each(&self) -> impl Iterator<Item = Self> {
        std::iter::once(&self.active).chain(&self.old).cloned().map(|active| Self { active, old: Vec::new() })
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

    fn hash(&self, parts: &[&[u8]]) -> PersonKey {
        hash(&self.active, parts)
    }

    fn hash_all(&self, parts: &[&[u8]]) -> Vec<PersonKey> {
        std::iter::once(&self.active).chain(&self.old).map(|secret| hash(secret, parts)).collect()
    }
}

/// Each part goes in with its length, so that no two lists of parts hash alike by shifting.
fn hash(secret: &Hmac<Sha256>, parts: &[&[u8]]) -> PersonKey {
    let mut mac = secret.clone();
    for part in parts {
        mac.update(&part.len().to_be_bytes());
        mac.update(part);
    }
    PersonKey(crate::domain::submission::to_hex(&mac.finalize().into_bytes()))
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

    fn person(issuer: &str, subject: &str) -> Identity {
        Identity { issuer: issuer.into(), subject: subject.into(), level: "l".into(), locale: None }
    }

    #[test]
    fn a_person_has_another_key_in_another_round() {
        let hasher = PersonHasher::new(b"secret").unwrap();
        let (one, two) = (ConsultationId::new(), ConsultationId::new());
        let id = person("i", "s");
        assert_eq!(hasher.of_identity(one, &id), hasher.of_identity(one, &id));
        assert_ne!(hasher.of_identity(one, &id), hasher.of_identity(two, &id));
        assert_ne!(hasher.of_identity(one, &id), hasher.of_identity(one, &person("is", "")));
    }

    #[test]
    fn old_secrets_are_known_and_the_active_one_comes_first() {
        let old = PersonHasher::new(b"old").unwrap();
        let both = PersonHasher::of([b"new".as_slice(), b"old"]).unwrap();
        let (round, id) = (ConsultationId::new(), person("i", "s"));
        let keys = both.of_identity(round, &id);
        assert_eq!(keys.len(), 2);
        assert_eq!(keys[1..], old.of_identity(round, &id));
        assert_eq!(both.unseal("p", &old.seal("p", "text")).as_deref(), Some("text"));
        assert_eq!(old.unseal("p", &both.seal("p", "text")), None);
        for broken in [both.seal("p", "text") + "0", both.seal("q", "text"), "text".to_owned()] {
            assert_eq!(both.unseal("p", &broken), None, "{broken}");
        }
        let alone: Vec<_> = both.each().map(|one| one.of_identity(round, &id)).collect();
        assert_eq!(alone.concat(), keys);
        assert!(PersonHasher::of([]).is_err());
    }
}
