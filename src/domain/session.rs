//! Someone who is logged in.

use super::clock::Moment;
use super::ids::SessionId;
use super::person::Identity;
use super::staff::StaffRole;

/// A session; the browser holds its token, the server only the token's hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Who logged in.
    pub identity: Identity,
    /// Their name, where the provider tells it.
    pub name: Option<String>,
    /// What they may do as staff; citizens have none.
    pub role: Option<StaffRole>,
    /// When they logged in.
    pub created_at: Moment,
    /// When they must log in again.
    pub expires_at: Moment,
}
