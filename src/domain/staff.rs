//! What staff may do.

use super::named::named;

named! {
    /// A staff role; each may do all that the ones before it may.
    pub enum StaffRole {
        /// Reads submissions.
        Reader = "reader",
        /// Handles submissions and exports them.
        CaseOfficer = "case-officer",
        /// Runs rounds.
        Administrator = "administrator",
    }
}
