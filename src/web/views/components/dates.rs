//! Dates and deadlines, for readers and for machines.

use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::deadline;
use crate::text;
use crate::text::dates;
use crate::web::views::Ctx;
use jiff::civil::Date;
use maud::{Markup, html};

/// A date: «30. juni 2023».
#[must_use]
pub fn date(ctx: &Ctx, date: Date) -> Markup {
    html! { time datetime=(date.to_string()) { (dates::date(ctx.lang, date)) } }
}

/// An instant in Norwegian time: «30. juni 2023 kl. 23.59».
#[must_use]
pub fn moment(ctx: &Ctx, at: Moment) -> Markup {
    html! { time datetime=(at.to_string()) { (dates::moment(ctx.lang, at)) } }
}

/// The same to the second, for receipts.
#[must_use]
pub fn moment_with_seconds(ctx: &Ctx, at: Moment) -> Markup {
    html! { time datetime=(at.to_string()) { (dates::moment_with_seconds(ctx.lang, at)) } }
}

/// How long is left: «12 dager igjen», or what there is to say when the round is not open.
#[must_use]
pub fn time_left(ctx: &Ctx, round: &Consultation) -> String {
    match round.phase(ctx.now) {
        Phase::Draft => text!(ctx.lang, "left-draft"),
        Phase::Announced => {
            text!(ctx.lang, "left-announced", date = dates::date(ctx.lang, round.opens_at.in_norway().date()))
        }
        Phase::Open => text!(ctx.lang, "left-open", days = deadline::days_left(round.closes_at, ctx.now)),
        Phase::Closed => text!(ctx.lang, "left-closed"),
    }
}

/// The deadline in a sentence: «Frist: til og med 30. juni 2023».
#[must_use]
pub fn deadline_sentence(ctx: &Ctx, round: &Consultation) -> String {
    let deadline = dates::deadline(ctx.lang, round.closes_at);
    match round.phase(ctx.now) {
        Phase::Closed => text!(ctx.lang, "deadline-was", deadline = deadline),
        Phase::Draft | Phase::Announced | Phase::Open => text!(ctx.lang, "deadline-is", deadline = deadline),
    }
}
