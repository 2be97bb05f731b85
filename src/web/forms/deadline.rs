//! The forms with which an administrator opens, extends, closes, reopens, corrects or archives a round.

use crate::actions::archive_round::Archiving;
use crate::actions::move_deadline::Decision;
use crate::domain::clock::{Moment, NORWAY};
use crate::domain::deadline::end_of_day;
use crate::domain::language::Localized;
use jiff::civil::{Date, Time};
use serde::Deserialize;

/// What the page sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DeadlineForm {
    /// `open`, `extend`, `close`, `reopen`, `correct`, `archive` or `unarchive`.
    #[serde(rename = "do")]
    pub deed: String,
    /// The new last day, as a date field sends it.
    pub until_date: String,
    /// The time on that day; empty for the end of it.
    pub until_time: String,
    /// Why, in bokmål.
    pub reason_nb: String,
    /// Why, in nynorsk.
    pub reason_nn: String,
    /// Why, in English.
    pub reason_en: String,
}

/// What no database keeps, and no page of ours sends.
const NUL: char = '\0';

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineMistake {
    /// No date, or none that exists.
    Date,
    /// No such time.
    Time,
    /// No reason in bokmål.
    Reason,
}

/// What an administrator wants done with a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Open it, or move its deadline.
    Decide(Decision),
    /// Tell everyone what was put right.
    Correct(Localized),
    /// Put it away, or take it out again.
    Archive(Archiving),
}

impl DeadlineForm {
    /// What is wanted; `None` where it cannot have come from our page: an unknown button, or a
    /// character that cannot be kept.
    ///
    /// # Errors
    /// The mistakes, all at once.
    pub fn wish(&self) -> Result<Option<Wish>, Vec<DeadlineMistake>> {
        if [&self.reason_nb, &self.reason_nn, &self.reason_en].iter().any(|reason| reason.contains(NUL)) {
            return Ok(None);
        }
        let mut mistakes = Vec::new();
        let needs_date = matches!(self.deed.as_str(), "extend" | "reopen");
        let until = if needs_date { self.until(&mut mistakes) } else { None };
        let reason = self.reason();
        let needs_reason = !matches!(self.deed.as_str(), "open" | "archive" | "unarchive");
        if needs_reason && !crate::domain::text::has_visible_character(&reason.nb) {
            mistakes.push(DeadlineMistake::Reason);
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(match (self.deed.as_str(), until) {
            ("open", _) => Some(Wish::Decide(Decision::Open)),
            ("extend", Some(until)) => Some(Wish::Decide(Decision::Extend { until, reason })),
            ("close", _) => Some(Wish::Decide(Decision::Close { reason })),
            ("reopen", Some(until)) => Some(Wish::Decide(Decision::Reopen { until, reason })),
            ("correct", _) => Some(Wish::Correct(reason)),
            ("archive", _) => Some(Wish::Archive(Archiving::PutAway)),
            ("unarchive", _) => Some(Wish::Archive(Archiving::TakeOut)),
            _ => None,
        })
    }

    fn until(&self, mistakes: &mut Vec<DeadlineMistake>) -> Option<Moment> {
        let date: Option<Date> = self.until_date.trim().parse().ok();
        if date.is_none() {
            mistakes.push(DeadlineMistake::Date);
        }
        if self.until_time.trim().is_empty() {
            return date.map(end_of_day);
        }
        let time: Option<Time> = self.until_time.trim().parse().ok();
        if time.is_none() {
            mistakes.push(DeadlineMistake::Time);
        }
        let zoned = date?.to_datetime(time?).to_zoned(NORWAY.clone()).ok()?;
        Some(Moment::new(zoned.timestamp()))
    }

    fn reason(&self) -> Localized {
        let other = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        Localized {
            nb: self.reason_nb.trim().to_owned(),
            nn: other(&self.reason_nn),
            en: other(&self.reason_en),
        }
    }
}
