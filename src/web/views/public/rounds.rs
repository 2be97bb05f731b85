//! The front page: the rounds, open first, then coming, then closed, with a search for when there are many.

use crate::domain::consultation::{Consultation, Phase};
use crate::domain::round_filter::RoundGroup;
use crate::text;
use crate::web::views::components::dates::{deadline_sentence, time_left};
use crate::web::views::components::language::foreign;
use crate::web::views::components::pagination::{Part, pagination};
use crate::web::views::components::phase::phase_words;
use crate::web::views::components::round_search::{SearchForm, round_search};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// What one may ask for.
const PHASES: [Phase; 5] = [Phase::Open, Phase::Announced, Phase::Closed, Phase::Concluded, Phase::Archived];

/// A page of published rounds.
#[derive(Debug)]
pub struct RoundsPage {
    /// The groups that stand on it, with what it shows of each, in order.
    pub sections: Vec<(RoundGroup, Vec<Consultation>)>,
    /// Which part of all it shows.
    pub part: Part,
    /// What was searched for.
    pub form: SearchForm,
}

/// The front page.
#[must_use]
pub fn rounds_page(page: &RoundsPage, ctx: &Ctx) -> Markup {
    let (path, search) = (ctx.links().home(), &page.form.search);
    let body = html! {
        div class="hero" {
            div class="wrap" {
                h1 class="ds-heading" { (text!(ctx.lang, "rounds-heading")) }
                p class="lede" { (text!(ctx.lang, "rounds-lede", owner = ctx.site.owner.as_str())) }
            }
        }
        div class="wrap stack-lg" {
            @if page.form.years.is_some() { (round_search(ctx, &path, &page.form, &PHASES)) }
            @if search.is_narrowed() {
                @if page.sections.is_empty() { (nothing(ctx, &path)) }
            } @else if page.part.number == 1 && !begins_with_open(page) {
                section {
                    h2 class="ds-heading" { (text!(ctx.lang, "rounds-open")) }
                    div class="empty" { p { (text!(ctx.lang, "rounds-none-open")) } }
                }
            }
            @for (group, found) in &page.sections {
                section {
                    h2 class="ds-heading" { (heading(ctx, *group)) }
                    (rounds(ctx, found, *group != RoundGroup::In(Phase::Open)))
                }
            }
            (pagination(ctx, page.part, |number| search.href(&path, number)))
        }
    };
    layout::public_page(ctx, &text!(ctx.lang, "rounds-title"), &body)
}

fn begins_with_open(page: &RoundsPage) -> bool {
    page.sections.first().is_some_and(|(group, _)| *group == RoundGroup::In(Phase::Open))
}

fn heading(ctx: &Ctx, group: RoundGroup) -> String {
    match group {
        RoundGroup::In(Phase::Open) => text!(ctx.lang, "rounds-open"),
        RoundGroup::In(Phase::Announced) => text!(ctx.lang, "rounds-coming"),
        RoundGroup::In(phase) => phase_words(ctx, phase),
        RoundGroup::Over | RoundGroup::NotArchived => text!(ctx.lang, "rounds-closed"),
    }
}

fn nothing(ctx: &Ctx, path: &str) -> Markup {
    html! {
        div class="empty" {
            p { (text!(ctx.lang, "search-nothing")) }
            p { a class="ds-link" href=(path) { (text!(ctx.lang, "search-all")) } }
        }
    }
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
