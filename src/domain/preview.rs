//! A link with which colleagues see a round before it is public.

use super::clock::Moment;
use super::ids::{ConsultationId, PreviewLinkId};

/// A link; its token is known to those who have it, and kept as a hash only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewLink {
    /// Its id.
    pub id: PreviewLinkId,
    /// The round.
    pub consultation_id: ConsultationId,
    /// Whom it is for, as typed by whoever made it.
    pub label: String,
    /// When it was made.
    pub made_at: Moment,
    /// By whom; for staff only.
    pub made_by: String,
}

/// The longest [`PreviewLink::label`], in characters.
pub const LABEL_MAX_CHARS: usize = 100;
/// The most links of one round that work at once.
pub const LINKS_MAX: usize = 20;
