//! A round's deadline for a calendar.
//! Source: RFC 5545.

use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::deadline::{end_of_day, last_day};
use crate::domain::language::Language;
use crate::domain::links::Links;
use crate::domain::news::RoundNews;
use crate::text;
use crate::text::dates;
use jiff::ToSpan;
use jiff::civil::Date;

/// The longest line, in bytes, without its end. Source: RFC 5545 3.1.
const LINE_MAX_BYTES: usize = 75;

/// A deadline, and where to read more.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// The round, which the public may see at `now`.
    pub news: &'a RoundNews,
    /// The language of the reader.
    pub language: Language,
    /// The address of the service, before the path.
    pub base_url: &'a str,
    /// Now.
    pub now: Moment,
}

/// A calendar of one event: the last day, or the minute of a deadline within a day.
#[must_use]
pub fn write(deadline: &Deadline<'_>) -> String {
    let Deadline { news, language, .. } = *deadline;
    let round = &news.round;
    let page =
        format!("{}{}", deadline.base_url.trim_end_matches('/'), Links::new(language).round(&round.slug));
    let changed = utc(news.changed_at(deadline.now));
    let title = text!(language, "calendar-title", title = round.title.text(language));
    let sentence = text!(language, "deadline-is", deadline = dates::deadline(language, round.closes_at));
    let more = format!("{sentence}\n\n{}\n\n{page}", round.lede.text(language));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Innspill//Innspill//NO".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        // The same each time it is fetched, so that a calendar moves the event and makes no second one.
        format!("UID:{}", round.id),
        format!("SEQUENCE:{}", news.decisions),
        format!("DTSTAMP:{changed}"),
        format!("LAST-MODIFIED:{changed}"),
    ];
    lines.extend(when(round));
    lines.extend([
        format!("SUMMARY;LANGUAGE={}:{}", language.tag(), escaped(&title)),
        format!("DESCRIPTION;LANGUAGE={}:{}", language.tag(), escaped(&more)),
        format!("URL:{page}"),
        "STATUS:CONFIRMED".to_owned(),
        // Nobody is busy because of it.
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ]);
    lines.iter().map(|line| folded(line)).collect()
}

fn when(round: &Consultation) -> Vec<String> {
    let day = last_day(round.closes_at);
    if end_of_day(day) != round.closes_at {
        return vec![format!("DTSTART:{}", utc(round.closes_at))];
    }
    let next = day.checked_add(1.day()).unwrap_or(day);
    vec![format!("DTSTART;VALUE=DATE:{}", on(day)), format!("DTEND;VALUE=DATE:{}", on(next))]
}

fn on(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

fn utc(at: Moment) -> String {
    at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as a value. Source: RFC 5545 3.3.11.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            '\t' => value.push(c),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// A line with its end, broken where it is too long, and never inside a character.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LINE_MAX_BYTES {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
