//! How much has come in when: hours put together to Norwegian days, weeks or months.

use super::clock::Moment;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// What came in within one hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    /// Hours since 1970, in UTC. Norway's clock differs by whole hours, so that none lies in two days.
    pub number: i64,
    /// How much came.
    pub count: i64,
}

impl Hour {
    /// The Norwegian day that it lies in.
    #[must_use]
    pub fn day(self) -> Date {
        let start = Timestamp::from_second(self.number.saturating_mul(3600));
        start.map_or(Date::MIN, |start| Moment::new(start).in_norway().date())
    }
}

/// How finely time is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A calendar month.
    Month,
}

/// Days, or weeks, are shown as long as there are not more of them: two months, or a year.
const STEPS_MAX: i32 = 62;

impl Step {
    /// The finest that shows `first` to `last` in one picture.
    #[must_use]
    pub fn for_days(first: Date, last: Date) -> Self {
        match first.until(last).map_or(0, |span| span.get_days()) + 1 {
            days if days <= STEPS_MAX => Self::Day,
            days if days <= 7 * STEPS_MAX => Self::Week,
            _ => Self::Month,
        }
    }

    fn start(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => {
                let since_monday = i64::from(day.weekday().to_monday_zero_offset());
                day.checked_sub(since_monday.days()).unwrap_or(day)
            }
            Self::Month => day.first_of_month(),
        }
    }

    fn after(self, start: Date) -> Option<Date> {
        let step = match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
        };
        start.checked_add(step).ok()
    }
}

/// What came in within one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// How much came.
    pub count: i64,
    /// How much had come when it ended.
    pub total: i64,
}

/// What came in from `first` to `last`, both included, in steps without a gap. What came before or after
/// stretches them.
#[must_use]
pub fn stretches(hours: &[Hour], first: Date, last: Date) -> Vec<Stretch> {
    let days: Vec<(Date, i64)> = hours.iter().map(|hour| (hour.day(), hour.count)).collect();
    let first = days.iter().map(|(day, _)| *day).fold(first, Date::min);
    let last = days.iter().map(|(day, _)| *day).fold(last, Date::max);
    let step = Step::for_days(first, last);
    let mut stretches = Vec::new();
    let (mut start, mut total) = (step.start(first), 0);
    while start <= last {
        let Some(next) = step.after(start) else { break };
        let count = days.iter().filter(|(day, _)| (start..next).contains(day)).map(|(_, count)| count).sum();
        total += count;
        stretches.push(Stretch { first: start, last: next.yesterday().unwrap_or(start), count, total });
        start = next;
    }
    stretches
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod tests;
