//! The front page: the rounds, open first, then coming, then closed.

use crate::domain::consultation::{Consultation, Phase};
use crate::text;
use crate::web::views::components::dates::{deadline_sentence, time_left};
use crate::web::views::components::language::foreign;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// The published rounds, each list in the order it is shown.
#[derive(Debug)]
pub struct RoundsPage {
    /// Open for answers.
    pub open: Vec<Consultation>,
    /// Announced.
    pub coming: Vec<Consultation>,
    /// Past their deadline.
    pub closed: Vec<Consultation>,
}

/// The front page.
#[must_use]
pub fn rounds_page(page: &RoundsPage, ctx: &Ctx) -> Markup {
    let body = html! {
        div class="hero" {
            div class="wrap" {
                h1 class="ds-heading" { (text!(ctx.lang, "rounds-heading")) }
                p class="lede" { (text!(ctx.lang, "rounds-lede", owner = ctx.site.owner.as_str())) }
            }
        }
        div class="wrap stack-lg" {
            section {
                h2 class="ds-heading" { (text!(ctx.lang, "rounds-open")) }
                @if page.open.is_empty() {
                    div class="empty" { p { (text!(ctx.lang, "rounds-none-open")) } }
                } @else {
                    (rounds(ctx, &page.open, false))
                }
            }
            @if !page.coming.is_empty() {
                section {
                    h2 class="ds-heading" { (text!(ctx.lang, "rounds-coming")) }
                    (rounds(ctx, &page.coming, true))
                }
            }
            @if !page.closed.is_empty() {
                section {
                    h2 class="ds-heading" { (text!(ctx.lang, "rounds-closed")) }
                    (rounds(ctx, &page.closed, true))
                }
            }
        }
    };
    layout::public_page(ctx, &text!(ctx.lang, "rounds-title"), &body)
}

fn rounds(ctx: &Ctx, rounds: &[Consultation], is_quiet: bool) -> Markup {
    html! {
        ul class="rounds" data-quiet[is_quiet] {
            @for round in rounds {
                li class="round" {
                    div {
                        h3 class="ds-heading round__title" lang=[foreign(ctx, &round.title)] {
                            a href=(ctx.links().round(&round.slug)) { (round.title.text(ctx.lang)) }
                        }
                        @if !is_quiet {
                            p class="round__lede quiet" lang=[foreign(ctx, &round.lede)] { (round.lede.text(ctx.lang)) }
                        }
                    }
                    div class="round__when" { (when(ctx, round)) }
                }
            }
        }
    }
}

fn when(ctx: &Ctx, round: &Consultation) -> Markup {
    html! {
        @match round.phase(ctx.now) {
            Phase::Open => {
                span class="round__left" { (time_left(ctx, round)) }
                span class="quiet" { (deadline_sentence(ctx, round)) }
            }
            Phase::Draft | Phase::Announced => { span class="quiet" { (time_left(ctx, round)) } }
            Phase::Closed | Phase::Concluded | Phase::Archived => { span class="quiet" { (deadline_sentence(ctx, round)) } }
        }
    }
}
