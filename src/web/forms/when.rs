//! A day and, where one was typed, a time on it.

use crate::domain::clock::{Moment, NORWAY};
use crate::domain::deadline::{end_of_day, start_of_day};
use jiff::civil::{Date, Time};

/// What a day without a time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// From its first instant on.
    Start,
    /// To and including it.
    End,
}

/// The moment on the day `on` at the time `at`, in Norway; `None` where there is no such day or time.
#[must_use]
pub fn moment(on: &str, at: &str, day: Day) -> Option<Moment> {
    let date: Date = on.trim().parse().ok()?;
    if at.trim().is_empty() {
        return Some(match day {
            Day::Start => start_of_day(date),
            Day::End => end_of_day(date),
        });
    }
    let time: Time = at.trim().parse().ok()?;
    let zoned = date.to_datetime(time).to_zoned(NORWAY.clone()).ok()?;
    Some(Moment::new(zoned.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_whole_in_norway_also_when_the_clocks_change() {
        let at = |on, at, day| moment(on, at, day).map(|moment| moment.to_string());
        assert_eq!(at("2026-03-29", "", Day::Start).as_deref(), Some("2026-03-28T23:00:00.000Z"));
        assert_eq!(at("2026-03-29", "", Day::End).as_deref(), Some("2026-03-29T22:00:00.000Z"));
        assert_eq!(at("2026-10-25", " ", Day::End).as_deref(), Some("2026-10-25T23:00:00.000Z"));
        assert_eq!(at("2026-10-25", "12:00", Day::End).as_deref(), Some("2026-10-25T11:00:00.000Z"));
        // An hour that is not there is an hour later; one that is there twice is the first.
        assert_eq!(at("2026-03-29", "02:30", Day::Start).as_deref(), Some("2026-03-29T01:30:00.000Z"));
        assert_eq!(at("2026-10-25", "02:30", Day::Start).as_deref(), Some("2026-10-25T00:30:00.000Z"));
        assert_eq!(at("2026-02-30", "", Day::End), None);
        assert_eq!(at("2026-02-20", "25:00", Day::End), None);
    }
}
