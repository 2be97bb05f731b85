//! The one clock. Only doors read it; everything below takes the time as an argument.

use jiff::{Timestamp, Zoned, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Norwegian time, the zone of every deadline.
pub static NORWAY: TimeZone = jiff::tz::get!("Europe/Oslo");

/// An instant, cut to whole milliseconds: the finest step that both databases keep alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(Timestamp);

impl Moment {
    /// Cuts `at` to milliseconds.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        Self(Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at))
    }

    /// The instant itself.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        self.0
    }

    /// The same instant on a Norwegian clock.
    #[must_use]
    pub fn in_norway(self) -> Zoned {
        self.0.to_zoned(NORWAY.clone())
    }

    /// `seconds` later; the last representable instant when that would be beyond it.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let later = self.0.checked_add(jiff::SignedDuration::from_secs(seconds));
        Self::new(later.unwrap_or(Timestamp::MAX))
    }

    /// Whole seconds from `earlier` until this.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.duration_since(earlier.0).as_secs()
    }
}

impl std::fmt::Display for Moment {
    /// RFC 3339 in UTC with exactly three decimals.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl std::str::FromStr for Moment {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::new)
    }
}

/// Tells the time: the system's, or in tests a hand that the test sets.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// A clock that asks `read` each time.
    pub fn new(read: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_exactly_three_decimals() {
        let moment: Moment = "2023-06-30T23:59:59.9999+02:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2023-06-30T21:59:59.999Z");
        let whole: Moment = "2023-06-30T22:00:00Z".parse().unwrap();
        assert_eq!(whole.to_string(), "2023-06-30T22:00:00.000Z");
    }
}
