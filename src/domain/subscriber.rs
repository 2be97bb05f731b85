//! Someone who wants a letter when a round opens.

use super::clock::Moment;
use super::ids::SubscriberId;
use super::language::Language;

/// The most letters that ask one address whether it wants to subscribe, before it has said so.
pub const ASKED_MAX: i32 = 3;
/// How long an address that has not said so is kept, in seconds: a week.
pub const UNCONFIRMED_SECONDS: i64 = 7 * 24 * 60 * 60;

/// A subscriber. Whoever holds the token may confirm and stop; the letters carry it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Its id; later ones sort after earlier ones.
    pub id: SubscriberId,
    /// The address.
    pub address: String,
    /// The token of the links in their letters.
    pub token: String,
    /// The language of their letters.
    pub language: Language,
    /// How many letters have asked whether they want this.
    pub asked: i32,
    /// When they first asked for it.
    pub created_at: Moment,
    /// When whoever reads the letters said yes; `None` until then, and they are told nothing.
    pub confirmed_at: Option<Moment>,
}
