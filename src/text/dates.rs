//! Dates and times as people read them: «30. juni 2023 kl. 23.59».

use crate::domain::clock::Moment;
use crate::domain::deadline;
use crate::domain::language::Language;
use crate::text;
use jiff::civil::Date;

/// A date: «30. juni 2023».
#[must_use]
pub fn date(language: Language, date: Date) -> String {
    text!(language, "date", day = date.day(), month = month(language, date), year = date.year().to_string())
}

/// An instant in Norwegian time: «30. juni 2023 kl. 23.59».
#[must_use]
pub fn moment(language: Language, at: Moment) -> String {
    let local = at.in_norway();
    text!(language, "date-and-time", date = date(language, local.date()), time = clock_time(language, at))
}

/// The same to the second, for receipts: «30. juni 2023 kl. 23.59.59».
#[must_use]
pub fn moment_with_seconds(language: Language, at: Moment) -> String {
    let local = at.in_norway();
    let time = text!(
        language,
        "time-with-seconds",
        hour = format!("{:02}", local.hour()),
        minute = format!("{:02}", local.minute()),
        second = format!("{:02}", local.second())
    );
    text!(language, "date-and-time", date = date(language, local.date()), time = time)
}

/// The time of day in Norway: «23.59».
#[must_use]
pub fn clock_time(language: Language, at: Moment) -> String {
    let local = at.in_norway();
    text!(language, "time", hour = format!("{:02}", local.hour()), minute = format!("{:02}", local.minute()))
}

/// A deadline as the last day or minute that still counts: «til og med 30. juni 2023» at
/// midnight, «til 30. juni 2023 kl. 12.00» otherwise.
#[must_use]
pub fn deadline(language: Language, closes_at: Moment) -> String {
    let last_day = deadline::last_day(closes_at);
    if deadline::end_of_day(last_day) == closes_at {
        text!(language, "deadline-day", date = date(language, last_day))
    } else {
        text!(language, "deadline-time", moment = moment(language, closes_at))
    }
}

fn month(language: Language, date: Date) -> String {
    match date.month() {
        1 => text!(language, "month-1"),
        2 => text!(language, "month-2"),
        3 => text!(language, "month-3"),
        4 => text!(language, "month-4"),
        5 => text!(language, "month-5"),
        6 => text!(language, "month-6"),
        7 => text!(language, "month-7"),
        8 => text!(language, "month-8"),
        9 => text!(language, "month-9"),
        10 => text!(language, "month-10"),
        11 => text!(language, "month-11"),
        _ => text!(language, "month-12"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_in_norwegian_time() {
        let at: Moment = "2023-06-30T21:59:59.900Z".parse().unwrap();
        assert_eq!(moment(Language::Nb, at), "30. juni 2023 kl. 23.59");
        assert_eq!(moment(Language::Nn, at), "30. juni 2023 kl. 23.59");
        assert_eq!(moment(Language::En, at), "30 June 2023 at 23:59");
        assert_eq!(moment_with_seconds(Language::Nb, at), "30. juni 2023 kl. 23.59.59");
    }

    #[test]
    fn a_deadline_at_midnight_is_told_as_the_day_before() {
        let midnight: Moment = "2023-06-30T22:00:00Z".parse().unwrap();
        assert_eq!(deadline(Language::Nb, midnight), "til og med 30. juni 2023");
        let noon: Moment = "2023-06-30T10:00:00Z".parse().unwrap();
        assert_eq!(deadline(Language::En, noon), "until 30 June 2023 at 12:00");
    }
}
