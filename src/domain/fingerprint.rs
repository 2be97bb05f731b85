//! Short digests, by which a page says what it showed.

use super::submission::to_hex;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// How many characters: enough to tell two texts of the same thing apart, short enough for a field.
const CHARS: usize = 16;

/// A digest of all that `value` says; equal values have equal ones.
#[must_use]
pub fn fingerprint(value: &impl Serialize) -> String {
    // What these pages show is strings, numbers and lists of them, which can always be written.
    let written = serde_json::to_vec(value).unwrap_or_default();
    to_hex(&Sha256::digest(written)).chars().take(CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_have_equal_digests_and_others_others() {
        assert_eq!(fingerprint(&("a", 1)), fingerprint(&("a", 1)));
        assert_ne!(fingerprint(&("a", 1)), fingerprint(&("a", 2)));
        assert_eq!(fingerprint(&"x").len(), CHARS);
    }
}
