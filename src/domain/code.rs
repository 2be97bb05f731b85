//! The codebook: headings in two levels that staff sort input under.

use super::language::Localized;

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
