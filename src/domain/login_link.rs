//! A link by letter: whoever reads the letter is let in, once.

use super::clock::Moment;
use super::ids::{ConsultationId, LoginLinkId};

/// How long a link works, in seconds: an hour.
pub const LINK_SECONDS: i64 = 60 * 60;
/// The most links to one address within the time that a link works.
pub const LINKS_MAX: i64 = 5;

/// A link as the server knows it; the letter has its token, the server only the token's hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginLink {
    /// Its id.
    pub id: LoginLinkId,
    /// The round that it was asked for in.
    pub consultation_id: ConsultationId,
    /// The subject of the session that it makes.
    pub subject: String,
    /// Where the letter went.
    pub address: String,
    /// When it was asked for.
    pub created_at: Moment,
    /// The first instant at which it no longer works.
    pub expires_at: Moment,
    /// When it was used.
    pub used_at: Option<Moment>,
}

impl LoginLink {
    /// Whether it still works at `now`.
    #[must_use]
    pub fn is_fresh(&self, now: Moment) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }
}

/// An address as it may be shown to whoever holds the link: «k…@example.org».
#[must_use]
pub fn masked(address: &str) -> String {
    let (name, domain) = address.split_once('@').unwrap_or((address, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}…@{domain}")
}
