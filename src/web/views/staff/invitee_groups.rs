//! Parts of a list of consulted bodies, as links with their counts.

use crate::domain::invitee::{InviteeState, Standing};
use crate::text;
use crate::web::views::Ctx;
use std::collections::HashMap;

/// A part of the list, as it stands in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Group {
    /// Everyone.
    #[default]
    All,
    /// Those who have not been invited.
    Listed,
    /// Those who have not answered.
    Silent,
    /// Those who have answered.
    Answered,
    /// Those without comment.
    NoComment,
    /// Those whose last letter could not be sent.
    Unreached,
}

impl Group {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Listed, Self::Silent, Self::Answered, Self::NoComment, Self::Unreached];

    fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Listed => "ikke-invitert",
            Self::Silent => "ikke-svart",
            Self::Answered => "svart",
            Self::NoComment => "uten-merknad",
            Self::Unreached => "ikke-levert",
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self, ctx: &Ctx) -> String {
        match self {
            Self::All => text!(ctx.lang, "filter-all"),
            Self::Listed => text!(ctx.lang, "invitee-state-listed"),
            Self::Silent => text!(ctx.lang, "invitees-silent"),
            Self::Answered => text!(ctx.lang, "invitee-state-answered"),
            Self::NoComment => text!(ctx.lang, "invitee-state-no-comment"),
            Self::Unreached => text!(ctx.lang, "invitees-unreached"),
        }
    }

    /// Whether one is among them.
    #[must_use]
    pub fn has(self, standing: &Standing) -> bool {
        let state = standing.state();
        match self {
            Self::All => true,
            Self::Listed => state == InviteeState::Listed,
            Self::Silent => matches!(
                state,
                InviteeState::Queued | InviteeState::Invited | InviteeState::Opened | InviteeState::Drafted
            ),
            Self::Answered => state == InviteeState::Answered,
            Self::NoComment => state == InviteeState::NoComment,
            Self::Unreached => standing.is_unreached(),
        }
    }
}

/// What of the list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Which of them.
    pub group: Group,
    /// The page, from 1.
    pub page: usize,
}

impl Asked {
    /// Reads the query of an address; what cannot be understood is left out.
    #[must_use]
    pub fn from_query(query: &HashMap<String, String>) -> Self {
        let word = query.get("status").map_or("", String::as_str);
        let group = Group::ALL.into_iter().find(|group| group.word() == word).unwrap_or_default();
        let page = query.get("side").and_then(|page| page.parse().ok()).unwrap_or(1);
        Self { group, page }
    }

    /// The address of `path` that shows a page of a group.
    #[must_use]
    pub fn href(group: Group, page: usize, path: &str) -> String {
        let mut parts = Vec::new();
        if group != Group::All {
            parts.push(format!("status={}", group.word()));
        }
        if page > 1 {
            parts.push(format!("side={page}"));
        }
        if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
    }
}
