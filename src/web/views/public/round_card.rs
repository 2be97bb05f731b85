//! The card of a round: how far it is, until when, and the one thing to do.

use super::round::RoundPage;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::{deadline_sentence, moment_words, time_left};
use crate::web::views::components::language::localized;
use crate::web::views::components::phase::{phase, phase_name};
use maud::{Markup, html};

/// Status, deadline and the one thing to do, together.
#[must_use]
pub fn card(page: &RoundPage, ctx: &Ctx) -> Markup {
    let round = &page.round;
    html! {
        section class="round-card" data-phase=(phase_name(ctx, round)) aria-label=(text!(ctx.lang, "round-card")) {
            p { (phase(ctx, round)) }
            p {
                span class="deadline__left" { (time_left(ctx, round)) }
                span class="deadline__moment quiet" { (deadline_sentence(ctx, round)) }
            }
            @if round.concluded_at.is_some() {
                (primary(&ctx.links().outcome(&round.slug), &text!(ctx.lang, "round-outcome")))
            }
            (action(page, ctx))
        }
        (calendar(ctx, round))
    }
}

fn action(page: &RoundPage, ctx: &Ctx) -> Markup {
    let form = match ctx.preview {
        // Nobody can answer yet; what they will be asked stands below.
        Some(_) => "#sporsmal".to_owned(),
        None => ctx.links().form(&page.round.slug),
    };
    html! {
        @match (page.round.phase(ctx.now), &page.standing.draft_saved_at) {
            (Phase::Open, None) => {
                @if page.standing.sent.is_empty() {
                    (primary(&form, &text!(ctx.lang, "round-answer")))
                    p class="small quiet" { (how(page, ctx)) }
                    (why(page, ctx))
                }
            }
            (Phase::Open, Some(saved_at)) => {
                (primary(&form, &text!(ctx.lang, "round-continue")))
                p class="small quiet" { (text!(ctx.lang, "round-draft", moment = moment_words(ctx, *saved_at))) }
            }
            (Phase::Closed | Phase::Concluded, Some(_)) => {
                (primary(&form, &text!(ctx.lang, "round-send-late")))
                p class="small quiet" { (text!(ctx.lang, "round-late")) }
            }
            (Phase::Closed | Phase::Concluded | Phase::Archived, _) => {
                p class="small quiet" { (text!(ctx.lang, "round-closed")) }
            }
            (Phase::Announced | Phase::Draft, _) => {
                p class="small quiet" { (text!(ctx.lang, "round-announced")) }
            }
        }
        (sent(page, ctx))
        @for (draft, organisation) in &page.standing.shared {
            p class="small" {
                a class="ds-link" href=(ctx.links().shared_draft(&page.round.slug, draft)) {
                    (text!(ctx.lang, "round-continue-shared", organisation = organisation.as_str()))
                }
            }
        }
    }
}

/// What is asked of who someone is, and what they then do.
fn how(page: &RoundPage, ctx: &Ctx) -> String {
    let questions = page.question_count;
    match page.round.who_may_answer {
        WayIn::IdPorten => text!(ctx.lang, "round-how", questions = questions),
        WayIn::EMail => text!(ctx.lang, "round-how-e-mail", questions = questions),
        WayIn::Open => text!(ctx.lang, "round-how-open", questions = questions),
    }
}

fn why(page: &RoundPage, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(why) = &page.round.who_may_answer_why { p class="small quiet" { (localized(ctx, why)) } }
    }
}

fn sent(page: &RoundPage, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(first) = page.standing.sent.first() {
            @if page.standing.draft_saved_at.is_none() {
                @let href = if page.standing.sent.len() == 1 {
                    ctx.links().my_submission(first)
                } else {
                    ctx.links().my_submissions()
                };
                (primary(&href, &text!(ctx.lang, "round-see-mine", count = page.standing.sent.len())))
                @if page.round.phase(ctx.now) == Phase::Open {
                    p class="small" {
                        a class="ds-link" href=(ctx.links().form_for_organisation(&page.round.slug)) { (text!(ctx.lang, "round-answer-again")) }
                    }
                }
            }
        }
    }
}

fn primary(href: &str, words: &str) -> Markup {
    html! { a class="ds-button" data-variant="primary" data-color="accent" href=(href) { (words) } }
}

/// The deadline for the reader's own calendar, as long as it lies ahead.
fn calendar(ctx: &Ctx, round: &Consultation) -> Markup {
    html! {
        // A preview has no calendar: the round's other addresses show nothing yet.
        @if ctx.preview.is_none() && matches!(round.phase(ctx.now), Phase::Announced | Phase::Open) {
            p class="round-page__calendar small no-print" {
                a class="ds-link" href=(ctx.links().calendar(&round.slug)) type="text/calendar" {
                    (text!(ctx.lang, "follow-calendar"))
                }
            }
        }
    }
}
