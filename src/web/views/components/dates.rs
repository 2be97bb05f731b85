//! Dates and deadlines, for readers and for machines.

use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::deadline;
use crate::text;
use crate::text::dates;
use crate::web::views::Ctx;
use jiff::civil::Date;
use maud::{Markup, html};

/// An instant among the words of a sentence, where no line ends inside its date.
#[must_use]
pub fn moment_words(ctx: &Ctx, at: Moment) -> String {
    unbroken(&dates::moment(ctx.lang, at))
}

/// The date of an instant in Norway among the words of a sentence.
#[must_use]
pub fn date_words(ctx: &Ctx, at: Moment) -> String {
    unbroken(&dates::date(ctx.lang, at.in_norway().date()))
}

/// A deadline among the words of a sentence, where no line ends inside its date.
#[must_use]
pub fn deadline_words(ctx: &Ctx, closes_at: Moment) -> String {
    unbroken(&dates::deadline(ctx.lang, closes_at))
}

/// A date: «30. juni 2023».
#[must_use]
pub fn date(ctx: &Ctx, date: Date) -> Markup {
    html! { time datetime=(date.to_string()) { (unbroken(&dates::date(ctx.lang, date))) } }
}

/// An instant in Norwegian time: «30. juni 2023 kl. 23.59».
#[must_use]
pub fn moment(ctx: &Ctx, at: Moment) -> Markup {
    html! { time datetime=(at.to_string()) { (unbroken(&dates::moment(ctx.lang, at))) } }
}

/// The same to the second, for receipts.
#[must_use]
pub fn moment_with_seconds(ctx: &Ctx, at: Moment) -> Markup {
    html! { time datetime=(at.to_string()) { (unbroken(&dates::moment_with_seconds(ctx.lang, at))) } }
}

/// How long is left: «12 dager igjen», or what there is to say when the round is not open.
#[must_use]
pub fn time_left(ctx: &Ctx, round: &Consultation) -> String {
    match round.phase(ctx.now) {
        Phase::Draft => text!(ctx.lang, "left-draft"),
        Phase::Announced => {
            let opens_on = dates::date(ctx.lang, round.opens_at.in_norway().date());
            text!(ctx.lang, "left-announced", date = unbroken(&opens_on))
        }
        Phase::Open => text!(ctx.lang, "left-open", days = deadline::days_left(round.closes_at, ctx.now)),
        Phase::Closed | Phase::Concluded | Phase::Archived => text!(ctx.lang, "left-closed"),
    }
}

/// The deadline in a sentence: «Frist: til og med 30. juni 2023».
#[must_use]
pub fn deadline_sentence(ctx: &Ctx, round: &Consultation) -> String {
    let deadline = deadline_words(ctx, round.closes_at);
    match round.phase(ctx.now) {
        Phase::Closed | Phase::Concluded | Phase::Archived => {
            text!(ctx.lang, "deadline-was", deadline = deadline)
        }
        Phase::Draft | Phase::Announced | Phase::Open => text!(ctx.lang, "deadline-is", deadline = deadline),
    }
}

/// The same words, where no line ends between a day and its month: «5.» alone says nothing.
fn unbroken(words: &str) -> String {
    let mut glued = String::with_capacity(words.len() + 1);
    for (place, word) in words.split(' ').enumerate() {
        if place > 0 {
            let before = glued.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
            glued.push(if is_day(before) { '\u{a0}' } else { ' ' });
        }
        glued.push_str(word);
    }
    glued
}

/// «5.» or «5», but no year.
fn is_day(word: &str) -> bool {
    let digits = word.strip_suffix('.').unwrap_or(word);
    matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_stays_with_its_month() {
        assert_eq!(unbroken("Frist: til og med 5. juni 2023"), "Frist: til og med 5.\u{a0}juni 2023");
        assert_eq!(unbroken("5 June 2023 at 12:00"), "5\u{a0}June 2023 at 12:00");
        assert_eq!(unbroken("5. juni 2023 kl. 23.59"), "5.\u{a0}juni 2023 kl. 23.59");
        assert_eq!(unbroken("til 5. juni 2023 kl. 12.00"), "til 5.\u{a0}juni 2023 kl. 12.00");
    }
}
