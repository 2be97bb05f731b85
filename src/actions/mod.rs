//! What may be done: one file for each deed, one transaction and one audit line each.

pub mod discard_draft;
pub mod export_round;
pub mod export_submissions;
pub mod import_round;
pub mod import_submissions;
pub mod move_deadline;
pub mod requeue_letter;
pub mod save_draft;
pub mod send_letter;
pub mod sign_in;
pub mod submit;
pub mod withdraw;

pub use crate::store::Stopped;

use crate::domain::document::{Document, PinnedDocument};
use crate::domain::reference::Reference;
use crate::store::{Reading, submissions};

/// What every letter is signed with.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// The municipality's name.
    pub municipality: String,
    /// The address of the service, before the path.
    pub base_url: String,
}

/// How often a new reference is drawn when one is taken.
const REFERENCE_TRIES: usize = 5;

/// A reference that no submission has. Should another change take it at the same instant, the
/// insert fails and the whole change runs again.
fn draw_reference(tx: &mut Reading<'_>) -> Result<Reference, anyhow::Error> {
    for _ in 0..REFERENCE_TRIES {
        let reference = Reference::random()?;
        if !submissions::has_reference(tx, &reference)? {
            return Ok(reference);
        }
    }
    anyhow::bail!("no free reference in {REFERENCE_TRIES} tries")
}

/// The documents as a submission remembers them.
fn pinned(documents: Vec<Document>) -> Vec<PinnedDocument> {
    let pin = |document: Document| PinnedDocument { name: document.name, sha256: document.sha256 };
    documents.into_iter().map(pin).collect()
}
