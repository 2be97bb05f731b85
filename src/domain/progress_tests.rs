//! Norwegian days across both clock changes, and how finely time is cut.

use super::*;
use crate::domain::clock::Moment;
use jiff::civil::date;

fn hour(at: &str, count: i64) -> Hour {
    let at: Moment = at.parse().unwrap();
    Hour { number: at.timestamp().as_second().div_euclid(3600), count }
}

fn counts(stretches: &[Stretch]) -> Vec<(Date, i64, i64)> {
    stretches.iter().map(|one| (one.first, one.count, one.total)).collect()
}

#[test]
fn a_day_is_norwegian_in_winter_and_in_summer() {
    let hours = [
        hour("2026-01-31T23:59:59+01:00", 1),
        hour("2026-02-01T00:00:00+01:00", 2),
        hour("2026-07-01T23:59:59+02:00", 4),
        hour("2026-07-02T00:00:00+02:00", 8),
    ];
    let days: Vec<Date> = hours.iter().map(|hour| hour.day()).collect();
    assert_eq!(days, [date(2026, 1, 31), date(2026, 2, 1), date(2026, 7, 1), date(2026, 7, 2)]);
}

#[test]
fn the_days_when_clocks_change_are_whole() {
    // 29 March has 23 hours and 25 October 25, the hour from 02 to 03 twice.
    let spring = [
        hour("2026-03-28T23:30:00+01:00", 1),
        hour("2026-03-29T00:30:00+01:00", 2),
        hour("2026-03-29T23:30:00+02:00", 4),
        hour("2026-03-30T00:30:00+02:00", 8),
    ];
    let days = stretches(&spring, date(2026, 3, 28), date(2026, 3, 30));
    assert_eq!(
        counts(&days),
        [(date(2026, 3, 28), 1, 1), (date(2026, 3, 29), 6, 7), (date(2026, 3, 30), 8, 15)]
    );
    let autumn = [
        hour("2026-10-25T00:30:00+02:00", 1),
        hour("2026-10-25T02:30:00+02:00", 2),
        hour("2026-10-25T02:30:00+01:00", 4),
        hour("2026-10-25T23:30:00+01:00", 8),
        hour("2026-10-26T00:30:00+01:00", 16),
    ];
    let days = stretches(&autumn, date(2026, 10, 25), date(2026, 10, 26));
    assert_eq!(counts(&days), [(date(2026, 10, 25), 15, 15), (date(2026, 10, 26), 16, 31)]);
}

#[test]
fn days_without_any_stand_there_too_and_what_came_early_or_late_stretches_the_time() {
    let hours = [hour("2026-05-30T12:00:00+02:00", 1), hour("2026-06-04T12:00:00+02:00", 1)];
    let days = stretches(&hours, date(2026, 6, 1), date(2026, 6, 3));
    assert_eq!(days.len(), 6);
    assert_eq!((days[0].first, days[5].last), (date(2026, 5, 30), date(2026, 6, 4)));
    assert!(days[1..5].iter().all(|day| day.count == 0 && day.total == 1));
    assert_eq!(stretches(&[], date(2026, 6, 1), date(2026, 6, 1)).len(), 1);
    assert_eq!(stretches(&[], date(2026, 6, 2), date(2026, 6, 1)), []);
}

#[test]
fn a_long_time_is_cut_in_weeks_and_a_longer_one_in_months() {
    let days = stretches(&[], date(2026, 6, 1), date(2026, 8, 1));
    assert_eq!(days.len(), 62);
    // 1 June 2026 is a Monday; from a Wednesday on, the week is shown from its Monday.
    let weeks = stretches(&[hour("2026-06-07T23:59:59+02:00", 3)], date(2026, 6, 3), date(2026, 9, 1));
    assert_eq!((weeks[0].first, weeks[0].last, weeks[0].count), (date(2026, 6, 1), date(2026, 6, 7), 3));
    assert_eq!(weeks.len(), 14);
    let months = stretches(&[], date(2024, 1, 31), date(2026, 3, 1));
    assert_eq!((months[0].first, months[1].last), (date(2024, 1, 1), date(2024, 2, 29)));
    assert_eq!(months.len(), 27);
    assert_eq!(Step::for_days(date(2026, 1, 1), date(2027, 3, 10)), Step::Week);
}
