//! Days on which nobody in Norway is at work: weekends and public holidays.

use super::named::named;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

named! {
    /// A public holiday.
    pub enum Holiday {
        /// 1 January.
        NewYearsDay = "new-years-day",
        /// The Thursday before Easter.
        MaundyThursday = "maundy-thursday",
        /// The Friday before Easter.
        GoodFriday = "good-friday",
        /// Easter.
        EasterSunday = "easter-sunday",
        /// The day after it.
        EasterMonday = "easter-monday",
        /// 1 May.
        LabourDay = "labour-day",
        /// 17 May.
        ConstitutionDay = "constitution-day",
        /// The fortieth day of Easter.
        AscensionDay = "ascension-day",
        /// The fiftieth day of Easter.
        WhitSunday = "whit-sunday",
        /// The day after it.
        WhitMonday = "whit-monday",
        /// 25 December.
        ChristmasDay = "christmas-day",
        /// 26 December.
        BoxingDay = "boxing-day",
    }
}

/// Why nobody is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOff {
    /// A public holiday, whatever day of the week.
    Holiday(Holiday),
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
}

/// Those that follow Easter, in days after it.
const AROUND_EASTER: [(i64, Holiday); 7] = [
    (-3, Holiday::MaundyThursday),
    (-2, Holiday::GoodFriday),
    (0, Holiday::EasterSunday),
    (1, Holiday::EasterMonday),
    (39, Holiday::AscensionDay),
    (49, Holiday::WhitSunday),
    (50, Holiday::WhitMonday),
];

/// Why nobody is at work on `date`; `None` on a working day.
/// Source: lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdager.
#[must_use]
pub fn day_off(date: Date) -> Option<DayOff> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYearsDay),
        (5, 1) => Some(Holiday::LabourDay),
        (5, 17) => Some(Holiday::ConstitutionDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::BoxingDay),
        _ => None,
    };
    let easter = easter_sunday(date.year());
    let moving = AROUND_EASTER.iter().find(|(days, _)| {
        easter.and_then(|easter| easter.checked_add(days.days()).ok()).is_some_and(|day| day == date)
    });
    if let Some(holiday) = fixed.or(moving.map(|(_, holiday)| *holiday)) {
        return Some(DayOff::Holiday(holiday));
    }
    match date.weekday() {
        Weekday::Saturday => Some(DayOff::Saturday),
        Weekday::Sunday => Some(DayOff::Sunday),
        _ => None,
    }
}

/// The first working day from `date` on.
#[must_use]
pub fn working_day_from(date: Date) -> Date {
    let mut day = date;
    while day_off(day).is_some() {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    day
}

/// Easter by the Gregorian calendar (the rule of Meeus, Jones and Butcher).
fn easter_sunday(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, in_century) = (year_number / 100, year_number % 100);
    let correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let count = epact + weekday - 7 * late + 114;
    let (month, day) = (i8::try_from(count / 31).ok()?, i8::try_from(count % 31 + 1).ok()?);
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for (year, month, day) in [
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2023, 4, 9),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn holidays_and_weekends_are_days_off_and_other_days_are_not() {
        let holiday = |holiday| Some(DayOff::Holiday(holiday));
        assert_eq!(day_off(date(2026, 4, 2)), holiday(Holiday::MaundyThursday));
        assert_eq!(day_off(date(2026, 4, 3)), holiday(Holiday::GoodFriday));
        assert_eq!(day_off(date(2026, 4, 6)), holiday(Holiday::EasterMonday));
        assert_eq!(day_off(date(2026, 5, 14)), holiday(Holiday::AscensionDay));
        assert_eq!(day_off(date(2026, 5, 24)), holiday(Holiday::WhitSunday));
        assert_eq!(day_off(date(2026, 5, 25)), holiday(Holiday::WhitMonday));
        assert_eq!(day_off(date(2026, 5, 17)), holiday(Holiday::ConstitutionDay), "a Sunday too");
        assert_eq!(day_off(date(2026, 12, 26)), holiday(Holiday::BoxingDay), "a Saturday too");
        assert_eq!(day_off(date(2026, 6, 6)), Some(DayOff::Saturday));
        assert_eq!(day_off(date(2026, 6, 7)), Some(DayOff::Sunday));
        for day in [date(2026, 4, 1), date(2026, 4, 7), date(2026, 12, 24), date(2026, 6, 8)] {
            assert_eq!(day_off(day), None, "{day}");
        }
    }

    #[test]
    fn the_next_working_day_is_after_all_that_is_off() {
        assert_eq!(working_day_from(date(2026, 4, 2)), date(2026, 4, 7));
        assert_eq!(working_day_from(date(2026, 6, 8)), date(2026, 6, 8));
        assert_eq!(working_day_from(Date::MAX), Date::MAX);
    }
}
