//! Who is at the door: what a login provider must be able to say.

pub mod oidc;
pub mod staff_link;
pub mod test_login;

use crate::domain::clock::Moment;
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
    /// The provider of the settings that they came through; none for other ways in.
    pub via: Option<Via>,
}

impl SignedIn {
    /// Whether the limits for staff hold for them.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.role.is_some() || self.via.as_ref().is_some_and(|via| via.is_for_staff)
    }
}

/// The provider that someone came through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Via {
    /// Its name in the settings.
    pub provider: String,
    /// What it calls the session that it keeps itself.
    pub sid: Option<String>,
    /// Whether it is for staff, so that staff's limits hold also for those without a role.
    pub is_for_staff: bool,
}

/// What a provider's verified logout token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedOut {
    /// The token's own id, to be obeyed once.
    pub token_id: String,
    /// The provider's session that ended.
    pub sid: Option<String>,
    /// Whose sessions ended, where it names no session.
    pub subject: Option<String>,
    /// When the token will be refused for its age.
    pub expires_at: Moment,
}
