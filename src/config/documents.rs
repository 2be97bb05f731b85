//! `[documents]`: what the documents of rounds may be.

use serde::Deserialize;

/// The largest document that anybody could want to download, in bytes.
const MOST_BYTES: u64 = 1_000_000_000;

/// The section.
#[derive(Debug, Clone, Deserialize)]
pub struct DocumentSettings {
    /// The largest file that is taken, in bytes.
    pub max_bytes: u64,
}

impl DocumentSettings {
    /// What is well-formed and still cannot be right.
    pub(super) fn implausible(&self) -> Option<String> {
        let fits = (1..=MOST_BYTES).contains(&self.max_bytes);
        (!fits).then(|| format!("documents.max_bytes must be from 1 to {MOST_BYTES}"))
    }
}
