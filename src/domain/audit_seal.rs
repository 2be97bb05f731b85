//! Seals over the audit log: each covers a batch of lines and continues the seal before it, so
//! that nothing sealed can be changed, removed or slipped in without breaking the chain.

use super::audit::AuditLine;
use super::clock::Moment;
use super::ids::AuditId;
use super::submission::to_hex;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

/// What every digest begins with, so that a later form cannot be taken for this one.
const FORM: &[u8] = b"innspill audit 1";
const ID_BYTES: usize = 16;
const DIGEST_BYTES: usize = 32;
/// What one line takes in a seal.
const ENTRY_BYTES: usize = ID_BYTES + DIGEST_BYTES;

/// A SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest([u8; DIGEST_BYTES]);

impl Digest {
    /// What the first seal has for the one before it.
    pub const NONE: Self = Self([0; DIGEST_BYTES]);

    fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(FORM);
        for part in parts {
            // With its length, so that no two lists of parts are alike by shifting.
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// What [`Self::to_string`] wrote.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digit = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok());
        let pairs = hex.as_bytes().chunks(2);
        let bytes: Option<Vec<u8>> = pairs
            .map(|pair| match pair {
                [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
                _ => None,
            })
            .collect();
        bytes?.try_into().ok().map(Self)
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl AuditLine {
    /// The digest of all that the line says.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let at = self.at.timestamp().as_millisecond().to_be_bytes();
        let [actor, event, subject] = [&self.actor, &self.event, &self.subject].map(String::as_bytes);
        Digest::of(&[b"line", self.id.0.as_bytes(), &at, actor, event, subject])
    }
}

/// The key of the seals. It is made from a secret in the environment, so that whoever has the
/// database alone can change lines, but cannot make the seals that would hide it.
#[derive(Clone)]
pub struct SealKey {
    id: String,
    mac: Hmac<Sha256>,
}

impl SealKey {
    /// A key from secret bytes; `id` is stored with each seal and must tell nothing of them.
    ///
    /// # Errors
    /// Never for HMAC, which takes keys of any length; the type is the library's.
    pub fn new(id: String, secret: &[u8]) -> Result<Self, hmac::digest::InvalidLength> {
        Ok(Self { id, mac: Hmac::new_from_slice(secret)? })
    }

    /// The name of the key.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    fn sign(&self, digest: &Digest) -> String {
        let mut mac = self.mac.clone();
        mac.update(&digest.0);
        to_hex(&mac.finalize().into_bytes())
    }
}

impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealKey({})", self.id)
    }
}

/// A line as its seal knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedLine {
    /// The line.
    pub id: AuditId,
    /// What it said.
    pub digest: Digest,
}

/// A seal over a batch of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// From 1, without gaps.
    pub number: i64,
    /// The digest of the seal before.
    pub previous: Digest,
    /// The digest over everything else here but the mac.
    pub digest: Digest,
    /// Which key made the mac.
    pub key_id: String,
    /// The digest, signed.
    pub mac: String,
    /// The lines, by id.
    pub lines: Vec<SealedLine>,
    /// When.
    pub sealed_at: Moment,
}

/// The newest seal, which the next one continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: i64,
    /// Its digest.
    pub digest: Digest,
}

impl Head {
    /// Before the first seal.
    pub const NONE: Self = Self { number: 0, digest: Digest::NONE };
}

impl Seal {
    /// Seals `lines`, which must not be sealed yet, in the order of their ids.
    #[must_use]
    pub fn over(lines: &[AuditLine], head: Head, key: &SealKey, sealed_at: Moment) -> Self {
        let mut lines: Vec<SealedLine> =
            lines.iter().map(|line| SealedLine { id: line.id, digest: line.digest() }).collect();
        lines.sort_by_key(|line| line.id);
        let mut seal = Self {
            number: head.number + 1,
            previous: head.digest,
            digest: Digest::NONE,
            key_id: key.id.clone(),
            mac: String::new(),
            lines,
            sealed_at,
        };
        seal.digest = seal.computed();
        seal.mac = key.sign(&seal.digest);
        seal
    }

    /// The digest that its contents give.
    #[must_use]
    pub fn computed(&self) -> Digest {
        let at = self.sealed_at.timestamp().as_millisecond().to_be_bytes();
        let number = self.number.to_be_bytes();
        Digest::of(&[b"seal", &number, &self.previous.0, self.key_id.as_bytes(), &at, &self.packed()])
    }

    /// Whether `key` made its mac.
    #[must_use]
    pub fn is_signed_with(&self, key: &SealKey) -> bool {
        key.sign(&self.digest).as_bytes().ct_eq(self.mac.as_bytes()).into()
    }

    /// The lines in one row of bytes, as they are stored.
    #[must_use]
    pub fn packed(&self) -> Vec<u8> {
        self.lines
            .iter()
            .flat_map(|line| [line.id.0.as_bytes().as_slice(), &line.digest.0].concat())
            .collect()
    }
}

/// What [`Seal::packed`] packed; `None` where it cannot be that.
#[must_use]
pub fn unpacked(bytes: &[u8]) -> Option<Vec<SealedLine>> {
    let entry = |entry: &[u8]| {
        let (id, digest) = entry.split_at_checked(ID_BYTES)?;
        let id = AuditId(uuid::Uuid::from_slice(id).ok()?);
        Some(SealedLine { id, digest: Digest(digest.try_into().ok()?) })
    };
    bytes.chunks(ENTRY_BYTES).map(entry).collect()
}
