//! The one-time link for an administrator, printed at a shell on the server.

use super::SignedIn;
use crate::domain::ids::StaffLinkId;
use crate::domain::person::Identity;
use crate::domain::staff::StaffRole;

/// The issuer of everyone who logs in this way.
pub const ISSUER: &str = "innspill:login-link";
const LEVEL: &str = "shell";

/// Signs in whoever holds the link: an administrator of whom nothing else is known.
#[must_use]
pub fn sign_in(link: StaffLinkId, locale: &str) -> SignedIn {
    SignedIn {
        identity: Identity {
            issuer: ISSUER.to_owned(),
            subject: link.to_string(),
            level: LEVEL.to_owned(),
            locale: Some(locale.to_owned()),
        },
        name: None,
        role: Some(StaffRole::Administrator),
        via: None,
    }
}
