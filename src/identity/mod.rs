//! Who is at the door: what a login provider must be able to say.

pub mod test_login;

use crate::domain::person::Identity;
use crate::domain::staff::StaffRole;

/// Someone whom a provider vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Issuer, subject, level and locale.
    pub identity: Identity,
    /// Their name, where the provider tells it.
    pub name: Option<String>,
    /// What they may do as staff.
    pub role: Option<StaffRole>,
}
