//! All versions of the form that somebody has before them, and what they make of a draft.

use crate::domain::consultation::Consultation;
use crate::domain::draft::{Draft, DraftContent};
use crate::domain::form_change::{FormChange, carried_over};
use crate::domain::ids::FormVersionId;
use crate::domain::question::FormVersion;
use crate::store::{Reading, StoreError, forms};

/// The versions of a round's form.
#[derive(Debug)]
pub struct Forms {
    /// What is asked now.
    pub newest: FormVersion,
    /// All of them, the newest last.
    all: Vec<FormVersion>,
    /// Why they were made.
    changes: Vec<FormChange>,
}

impl Forms {
    /// Those of `round`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find(tx: &mut Reading<'_>, round: &Consultation) -> Result<Self, StoreError> {
        let all = forms::list(tx, round.id)?;
        let changes = if all.len() > 1 { forms::list_changes(tx, round.id)? } else { Vec::new() };
        let newest = all.last().cloned();
        let newest = newest.ok_or_else(|| StoreError::Corrupt("a round without a form".to_owned()))?;
        Ok(Self { newest, all, changes })
    }

    /// Whether `draft` was saved with an earlier version, so that nobody has seen it in the newest.
    #[must_use]
    pub fn are_newer_than(&self, draft: &Draft) -> bool {
        draft.content.form.max(1) != self.newest.number
    }

    /// Whether there is a version with this number.
    #[must_use]
    pub fn have(&self, number: i32) -> bool {
        self.all.iter().any(|form| form.number == number)
    }

    /// The number of the version with this id; the newest where there is none.
    #[must_use]
    pub fn number_of(&self, id: FormVersionId) -> i32 {
        self.all.iter().find(|form| form.id == id).unwrap_or(&self.newest).number
    }

    /// A draft with its answers at the questions that are asked now.
    #[must_use]
    pub fn carried(&self, draft: Draft) -> Draft {
        let content = self.carried_content(draft.content);
        Draft { content, ..draft }
    }

    /// What was typed, at the questions that are asked now.
    #[must_use]
    pub fn carried_content(&self, content: DraftContent) -> DraftContent {
        carried_over(content, &self.all)
    }

    /// What has been changed since the version that `content` was begun with.
    #[must_use]
    pub fn changes_since(&self, content: &DraftContent) -> Vec<FormChange> {
        let Some(carried) = &content.carried else { return Vec::new() };
        self.changes.iter().filter(|change| change.number > carried.from).cloned().collect()
    }
}
