//! Deadlines as legal objects: a date means to the end of that day in Norway.

use super::clock::{Moment, NORWAY};
use jiff::{Span, ToSpan, civil::Date};

/// Nobody is woken by a reminder.
const REMINDER_HOUR: i8 = 8;

/// The first instant of `date` in Norway.
#[must_use]
pub fn start_of_day(date: Date) -> Moment {
    // Norway's clocks change at 02:00, so midnight always exists and stands once.
    let midnight = date.to_zoned(NORWAY.clone());
    Moment::new(midnight.map_or(jiff::Timestamp::MAX, |zoned| zoned.timestamp()))
}

/// The deadline «til og med `date`»: the first instant of the next day, which is already too late.
#[must_use]
pub fn end_of_day(date: Date) -> Moment {
    start_of_day(date.checked_add(1.day()).unwrap_or(Date::MAX))
}

/// The last day on which a deadline at `closes_at` still lets one answer.
#[must_use]
pub fn last_day(closes_at: Moment) -> Date {
    closes_at.plus_seconds(-1).in_norway().date()
}

/// Whole calendar days in Norway from the day of `now` to the last day of the deadline;
/// 0 on the last day itself, negative after it.
#[must_use]
pub fn days_left(closes_at: Moment, now: Moment) -> i32 {
    let today = now.in_norway().date();
    today.until(last_day(closes_at)).map_or(0, |span| span.get_days())
}

/// When people are reminded of a deadline: at eight in the morning in Norway, `days` calendar days before
/// its last day.
#[must_use]
pub fn reminder_at(closes_at: Moment, days: u32) -> Moment {
    let before = Span::new().try_days(i64::from(days)).ok();
    let day = before.and_then(|days| last_day(closes_at).checked_sub(days).ok());
    let morning = day.and_then(|day| day.at(REMINDER_HOUR, 0, 0, 0).to_zoned(NORWAY.clone()).ok());
    Moment::new(morning.map_or(jiff::Timestamp::MIN, |zoned| zoned.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn to_and_including_30_june_ends_at_midnight_norwegian_summer_time() {
        assert_eq!(end_of_day(date(2023, 6, 30)).to_string(), "2023-06-30T22:00:00.000Z");
    }

    #[test]
    fn the_clock_change_days_are_23_and_25_hours_long() {
        let hours = |day| {
            let (start, end) = (start_of_day(day), end_of_day(day));
            (end.timestamp().as_second() - start.timestamp().as_second()) / 3600
        };
        assert_eq!(hours(date(2026, 3, 29)), 23);
        assert_eq!(hours(date(2026, 10, 25)), 25);
        assert_eq!(end_of_day(date(2026, 3, 29)).to_string(), "2026-03-29T22:00:00.000Z");
        assert_eq!(end_of_day(date(2026, 10, 25)).to_string(), "2026-10-25T23:00:00.000Z");
    }

    #[test]
    fn a_reminder_comes_at_eight_in_the_morning_whatever_the_clocks_have_done_since() {
        let at = |day, days| reminder_at(end_of_day(day), days).to_string();
        assert_eq!(at(date(2023, 6, 30), 3), "2023-06-27T06:00:00.000Z");
        // The clocks go forward on 29 March 2026 and back on 25 October.
        assert_eq!(at(date(2026, 3, 31), 3), "2026-03-28T07:00:00.000Z");
        assert_eq!(at(date(2026, 3, 31), 2), "2026-03-29T06:00:00.000Z");
        assert_eq!(at(date(2026, 10, 27), 3), "2026-10-24T06:00:00.000Z");
        assert_eq!(at(date(2026, 10, 27), 2), "2026-10-25T07:00:00.000Z");
        assert_eq!(
            reminder_at(at_noon("2023-06-30T12:00:00+02:00"), 1).to_string(),
            "2023-06-29T06:00:00.000Z"
        );
        assert!(reminder_at(end_of_day(date(2023, 6, 30)), u32::MAX) < at_noon("0001-01-01T12:00:00Z"));
    }

    fn at_noon(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn days_left_counts_calendar_days() {
        let deadline = end_of_day(date(2023, 6, 30));
        let at = |text: &str| text.parse().unwrap();
        assert_eq!(days_left(deadline, at("2023-06-18T23:59:59+02:00")), 12);
        assert_eq!(days_left(deadline, at("2023-06-30T00:00:00+02:00")), 0);
        assert_eq!(days_left(deadline, at("2023-07-01T00:00:00+02:00")), -1);
        assert_eq!(last_day(deadline), date(2023, 6, 30));
    }
}
