//! The form that asks for a link by letter: one e-mail address.

use validator::ValidateEmail;

/// The longest address that mail can carry, in bytes. Source: RFC 5321 4.5.3.1, with erratum 1690.
const ADDRESS_MAX_BYTES: usize = 254;

/// The address that was typed; `None` where it is none.
#[must_use]
pub fn read(typed: &str) -> Option<String> {
    let address = typed.trim();
    // A comparison of addresses must be one of what mail can carry.
    let is_address = address.len() <= ADDRESS_MAX_BYTES && address.validate_email();
    is_address.then(|| address.to_owned())
}
