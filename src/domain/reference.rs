//! The reference that people read aloud and write on paper.

use std::fmt;

/// Digits and consonants without look-alikes (no 0/O, 1/I/L, 2/Z, 5/S, 8/B) and without vowels,
/// so that no words come out.
const ALPHABET: &[u8; 20] = b"34679CDFGHJKMNPRTVWX";
const LENGTH: usize = 8;

/// A submission's reference: 8 characters, unique in the installation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference(String);

impl Reference {
    /// A random reference.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0u8; LENGTH];
        getrandom::fill(&mut bytes)?;
        Ok(Self(
            bytes
                .iter()
                .filter_map(|byte| ALPHABET.get(usize::from(*byte) % 20))
                .map(|c| char::from(*c))
                .collect(),
        ))
    }

    /// What a person typed or a link carried, in upper case and without spaces; `None` where
    /// it cannot be a reference.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let cleaned: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let fits = cleaned.len() == LENGTH && cleaned.bytes().all(|byte| ALPHABET.contains(&byte));
        fits.then_some(Self(cleaned))
    }

    /// The eight characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_can_be_typed_in_any_case_with_spaces() {
        let reference = Reference::random().unwrap();
        let typed = format!(" {} {}", &reference.as_str()[..4].to_lowercase(), &reference.as_str()[4..]);
        assert_eq!(Reference::parse(&typed), Some(reference));
        assert_eq!(Reference::parse("0000IIII"), None);
        assert_eq!(Reference::parse("3467"), None);
    }
}
