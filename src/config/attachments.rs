//! `[attachments]`: what may go with a submission.

use serde::Deserialize;

/// The most files of a submission, within what `web/upload.rs` reads of one form.
const FILES_MAX: usize = 50;
/// The largest of them.
const FILE_MAX_BYTES: u64 = 1_000_000_000;

/// The section.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct AttachmentSettings {
    /// How many files.
    pub max_files: usize,
    /// How large each may be.
    pub max_bytes: u64,
}

impl AttachmentSettings {
    /// What is well-formed and still cannot be right.
    #[must_use]
    pub(super) fn implausible(&self) -> Option<String> {
        let is_right =
            (1..=FILES_MAX).contains(&self.max_files) && (1..=FILE_MAX_BYTES).contains(&self.max_bytes);
        let problem = "attachments.max_files must be from 1 to 50, and max_bytes from 1 to 1000000000";
        (!is_right).then(|| problem.to_owned())
    }
}
