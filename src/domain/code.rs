//! The codebook: headings in two levels that staff sort input under.

use super::fingerprint::fingerprint;
use super::ids::CodeId;
use super::language::Localized;
use super::order::Way;

/// A heading of the first level and those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeGroup {
    /// Its short key: `M1`.
    pub key: String,
    /// Its name.
    pub name: Localized,
    /// The headings below it, in order.
    pub codes: Vec<Code>,
}

/// A heading of the second level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its short key: `T1`.
    pub key: String,
    /// Its name.
    pub name: Localized,
}

/// A heading as it is edited, of either level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its id.
    pub id: CodeId,
    /// The heading that it stands below.
    pub parent: Option<CodeId>,
    /// Its place among those beside it.
    pub position: i32,
    /// Its short key.
    pub key: String,
    /// Its name.
    pub name: Localized,
}

impl Heading {
    /// A short digest of what it says.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&(&self.key, &self.name))
    }
}

/// What is said of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeWords {
    /// Its short key; empty where it is to be found.
    pub key: String,
    /// Its name.
    pub name: Localized,
}

/// One change of a codebook; headings are named by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeEdit {
    /// A heading more, after those beside it.
    Add {
        /// The heading of the first level that it stands below.
        under: Option<String>,
        /// What is said of it.
        words: CodeWords,
    },
    /// Another key or name.
    Rename {
        /// Which.
        key: String,
        /// The fingerprint that its page showed.
        shown: String,
        /// What is said of it now.
        words: CodeWords,
    },
    /// One place up or down among those beside it.
    Move {
        /// Which.
        key: String,
        /// Which way.
        way: Way,
    },
    /// Away.
    Remove {
        /// Which.
        key: String,
    },
}

/// Why a codebook was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeRefusal {
    /// There is no such round or heading.
    #[error("there is no such heading")]
    NotFound,
    /// Somebody else has changed it since the page was shown.
    #[error("somebody else has changed it meanwhile")]
    ChangedMeanwhile,
    /// Another heading has this key.
    #[error("another heading has this key")]
    KeyTaken,
    /// A codebook has two levels.
    #[error("a codebook has two levels")]
    TooDeep,
    /// Headings stand below it.
    #[error("headings stand below it")]
    HasCodes,
}

/// Whether a key may be given: a few letters and digits, so that it can be said and stands in addresses.
#[must_use]
pub fn is_code_key(key: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    !key.is_empty()
        && key.len() <= 12
        && key.chars().all(fits)
        && key.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The key that follows those of the same level: `T16` after `T15`.
#[must_use]
pub fn proposed_key(all: &[Heading], parent: Option<CodeId>) -> String {
    let level = all.iter().filter(|one| one.parent.is_some() == parent.is_some());
    let split = level.filter_map(|one| {
        let letters = one.key.trim_end_matches(|c: char| c.is_ascii_digit());
        let number: u32 = one.key.get(letters.len()..)?.parse().ok()?;
        Some((letters, number))
    });
    let split: Vec<(&str, u32)> = split.collect();
    let usual = if parent.is_some() { "T" } else { "M" };
    let letters =
        split.iter().map(|(letters, _)| *letters).find(|letters| is_code_key(letters)).unwrap_or(usual);
    // No key of either level may be taken.
    let is_taken = |key: &str| all.iter().any(|one| one.key == key);
    let last = split.iter().filter(|(one, _)| *one == letters).map(|(_, number)| *number).max().unwrap_or(0);
    let mut numbers = (last.saturating_add(1)..).map(|number| format!("{letters}{number}"));
    numbers.find(|key| !is_taken(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(key: &str, parent: Option<CodeId>) -> Heading {
        Heading { id: CodeId::new(), parent, position: 0, key: key.to_owned(), name: Localized::default() }
    }

    #[test]
    fn a_key_follows_those_of_its_level() {
        let first = heading("M2", None);
        let id = Some(first.id);
        let all = [first, heading("T9", id), heading("T3", id), heading("Annet", id), heading("M3", id)];
        assert_eq!(proposed_key(&all, None), "M4");
        assert_eq!(proposed_key(&all, id), "T10");
        assert_eq!((proposed_key(&[], None), proposed_key(&[], id)), ("M1".to_owned(), "T1".to_owned()));
    }

    #[test]
    fn keys_are_short_and_plain() {
        for key in ["T1", "a", "1.2", "vei-3", "123456789012"] {
            assert!(is_code_key(key), "{key}");
        }
        for key in ["", "-1", ".", "T 1", "Æ1", "a/b", "1234567890123"] {
            assert!(!is_code_key(key), "{key}");
        }
    }
}
