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
    /// Through which provider of the settings; none for other ways in.
    pub provider: Option<String>,
    /// What the provider calls the session that it keeps itself.
    pub sid: Option<String>,
    /// When they logged in.
    pub created_at: Moment,
    /// When we last heard from them, to the minute.
    pub seen_at: Moment,
    /// When they must log in again unless we hear from them before.
    pub idle_ends_at: Moment,
    /// When they must log in again in any case.
    pub expires_at: Moment,
}

impl Session {
    /// When the session would end if they were heard of `now`; `None` where they were heard of so
    /// lately that it need not be written down.
    #[must_use]
    pub fn touched(&self, now: Moment) -> Option<Moment> {
        let allowed = self.idle_ends_at.seconds_since(self.seen_at);
        let is_due = now.seconds_since(self.seen_at) >= TOUCH_SECONDS.min(allowed / 2);
        is_due.then(|| now.plus_seconds(allowed))
    }
}

/// How often a sign of life is written down.
const TOUCH_SECONDS: i64 = 60;

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Without a sign of life.
    pub idle_minutes: i64,
    /// At most.
    pub max_minutes: i64,
}

/// How long sessions last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// Of citizens.
    pub citizen: Limit,
    /// Of staff.
    pub staff: Limit,
}

impl SessionLimits {
    /// Of one or the other.
    #[must_use]
    pub fn of(self, is_staff: bool) -> Limit {
        if is_staff { self.staff } else { self.citizen }
    }
}
