//! A login that has begun and is not over.

use super::clock::Moment;
use super::language::Language;

/// How long someone may take at the provider.
pub const LOGIN_SECONDS: i64 = 15 * 60;

/// What we must know again when someone comes back from a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingLogin {
    /// Which provider of the settings.
    pub provider: String,
    /// What the token must repeat.
    pub nonce: String,
    /// The secret of the proof key (RFC 7636).
    pub verifier: String,
    /// The path of ours to go on to.
    pub back: String,
    /// The reader's language.
    pub language: Language,
    /// When it is too late.
    pub expires_at: Moment,
}
