//! Staff: all answers to one question, after each other.

use super::frame::{Room, room_page};
use super::submissions::sender;
use crate::domain::consultation::Consultation;
use crate::domain::form_change::Asked;
use crate::domain::question::{QuestionKind, Tally};
use crate::store::submissions::QuestionAnswer;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::answers::reply;
use crate::web::views::components::dates::date;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::pagination::{Part, pagination};
use crate::web::views::components::tag;
use maud::{Markup, html};

/// The answers to one question.
#[derive(Debug)]
pub struct QuestionPage {
    /// The round.
    pub round: Consultation,
    /// All questions, also those that are no longer asked, with how many answers each has.
    pub all: Vec<(Asked, i64)>,
    /// The one that is read.
    pub asked: Asked,
    /// How many submissions say nothing on this question.
    pub silent: i64,
    /// How many answers there are, and how many a page shows.
    pub part: Part,
    /// How often each option was chosen, where there are any.
    pub tally: Option<Tally>,
    /// Those on this page.
    pub answers: Vec<QuestionAnswer>,
}

/// The page.
#[must_use]
pub fn question_page(page: &QuestionPage, ctx: &Ctx) -> Markup {
    let (number, question) = (page.asked.number, &page.asked.question);
    let path = ctx.links().staff_question(&page.round.slug, number);
    let body = html! {
        (questions(page, ctx))
        div class="stack" {
            h2 class="ds-heading" lang=[foreign(ctx, &question.wording)] { (question.wording.text(ctx.lang)) }
            @if !page.asked.is_asked { p { (tag::tag("neutral", &text!(ctx.lang, "question-gone"))) } }
            p class="quiet" {
                (text!(ctx.lang, "question-count", count = page.part.total)) " "
                (text!(ctx.lang, "question-silent", count = page.silent))
            }
            @if page.answers.is_empty() {
                div class="empty" { p { (text!(ctx.lang, "question-none")) } }
            } @else {
                @if let Some(tally) = &page.tally { (choices(page, tally, ctx)) }
                div class="entries" {
                    @for answer in &page.answers { (entry(page, answer, ctx)) }
                }
            }
            (pagination(ctx, page.part, |side| format!("{path}?side={side}")))
        }
    };
    room_page(ctx, &page.round, Room::Questions, None, &body)
}

fn questions(page: &QuestionPage, ctx: &Ctx) -> Markup {
    html! {
        nav class="question-nav" aria-label=(text!(ctx.lang, "questions")) {
            ul {
                @for (asked, answers) in &page.all {
                    li {
                        a href=(ctx.links().staff_question(&page.round.slug, asked.number))
                            rel=[neighbour(page, asked)] accesskey=[access_key(page, asked)]
                            aria-current=[(asked.number == page.asked.number).then_some("page")] {
                            strong { (asked.number) ". " (localized(ctx, &asked.question.theme)) }
                            " "
                            span class="quiet" {
                                (text!(ctx.lang, "question-answers", count = *answers))
                                @if !asked.is_asked { " · " (text!(ctx.lang, "question-gone")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn neighbour(page: &QuestionPage, asked: &Asked) -> Option<&'static str> {
    match asked.number - page.asked.number {
        -1 => Some("prev"),
        1 => Some("next"),
        _ => None,
    }
}

/// The same keys as between submissions: F for the one before, N for the one after.
fn access_key(page: &QuestionPage, asked: &Asked) -> Option<&'static str> {
    match asked.number - page.asked.number {
        -1 => Some("f"),
        1 => Some("n"),
        _ => None,
    }
}

/// How often each option was chosen.
fn choices(page: &QuestionPage, tally: &Tally, ctx: &Ctx) -> Markup {
    let row = |label: &Markup, count: i64| {
        html! {
            tr {
                th scope="row" { (label) }
                td data-number { (count) }
                td data-number { (percent(count, tally.answers, ctx)) }
            }
        }
    };
    let is_several = page.asked.question.kind == QuestionKind::SeveralChoices;
    html! {
        div class="table-frame tally" tabindex="0" role="region" aria-label=(text!(ctx.lang, "choices-caption")) {
            table class="ds-table" {
                caption class="ds-sr-only" { (text!(ctx.lang, "choices-caption")) }
                thead {
                    tr {
                        th scope="col" { (text!(ctx.lang, "choices-option")) }
                        th scope="col" data-number { (text!(ctx.lang, "choices-count")) }
                        th scope="col" data-number { (text!(ctx.lang, "choices-share")) }
                    }
                }
                tbody {
                    @for (label, count) in &tally.options { (row(&localized(ctx, label), *count)) }
                    @for (words, count) in &tally.strangers {
                        @let label = text!(ctx.lang, "choices-stranger", words = words.as_str());
                        (row(&html! { (label) }, *count))
                    }
                }
            }
        }
        @if is_several { p class="quiet small" { (text!(ctx.lang, "choices-several")) } }
    }
}

/// A share of all answers in whole percents, as the language writes it.
fn percent(count: i64, of: i64, ctx: &Ctx) -> String {
    let share = if of == 0 { 0 } else { (count * 100 + of / 2) / of };
    text!(ctx.lang, "choices-percent", share = share)
}

fn entry(page: &QuestionPage, answer: &QuestionAnswer, ctx: &Ctx) -> Markup {
    let submission = &answer.submission;
    let answered = page.asked.as_answered(answer.question_id);
    html! {
        article class="entry" {
            div class="entry__who" {
                h3 class="ds-heading" { (sender(submission)) }
                p class="quiet" {
                    a class="ds-link" href=(ctx.links().staff_submission(&page.round.slug, &submission.reference)) {
                        (submission.reference)
                    }
                    " · " (date(ctx, submission.received_at.in_norway().date()))
                    " · " (tag::channel(ctx, submission.channel))
                }
                p {
                    @if submission.status == crate::domain::submission::Status::Withdrawn {
                        (tag::status(ctx, submission.status)) " "
                    }
                    (tag::late(ctx, submission.received_at >= page.round.closes_at))
                }
            }
            (reply(ctx, answered, submission.language, &answer.text))
            @if answered.wording != page.asked.question.wording {
                p class="quiet small" { (text!(ctx.lang, "question-asked-then")) " " (localized(ctx, &answered.wording)) }
            }
        }
    }
}
