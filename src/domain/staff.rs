//! What staff may do.

/// A staff role; each may do all that the ones before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StaffRole {
    /// Reads submissions.
    Reader,
    /// Handles submissions and exports them.
    CaseOfficer,
    /// Runs rounds.
    Administrator,
}

impl StaffRole {
    /// All of them, least first.
    pub const ALL: [Self; 3] = [Self::Reader, Self::CaseOfficer, Self::Administrator];

    /// The stable machine name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::CaseOfficer => "case-officer",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this machine name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}
