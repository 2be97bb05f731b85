//! Staff: the rounds, with how much has come in.

use crate::domain::consultation::{Consultation, Phase};
use crate::domain::staff::StaffRole;
use crate::store::submissions::Counts;
use crate::text;
use crate::web::views::components::dates::{deadline_sentence, time_left};
use crate::web::views::components::language::foreign;
use crate::web::views::components::notice::{Tone, notice, status};
use crate::web::views::components::pagination::{Part, pagination};
use crate::web::views::components::phase::phase;
use crate::web::views::components::round_search::{SearchForm, round_search};
use crate::web::views::layout::Place;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A page of rounds.
#[derive(Debug)]
pub struct StaffRoundsPage {
    /// The rounds, in the order they are shown.
    pub rounds: Vec<RoundLine>,
    /// Which part of all the page shows.
    pub part: Part,
    /// What was searched for.
    pub form: SearchForm,
    /// How many letters could not be sent.
    pub failed_letters: i64,
    /// How many files the virus scanner could not look at.
    pub failed_scans: i64,
    /// Whether a round has just been removed.
    pub is_removed: bool,
}

/// One round.
#[derive(Debug)]
pub struct RoundLine {
    /// The round.
    pub round: Consultation,
    /// What has come in.
    pub counts: Counts,
    /// How many drafts have been begun and not sent.
    pub drafts: i64,
}

/// The page.
#[must_use]
pub fn staff_rounds_page(page: &StaffRoundsPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "menu-rounds");
    let may_make = ctx.staff_everywhere() == Some(StaffRole::Administrator);
    let body = html! {
        div class="wrap stack" {
            h1 class="ds-heading" { (title) }
            @if page.is_removed { (status(Tone::Success, &text!(ctx.lang, "setup-done-removed"))) }
            @if may_make {
                p {
                    a class="ds-button" data-variant="primary" data-color="accent" href=(ctx.links().new_round()) {
                        (text!(ctx.lang, "new-round"))
                    }
                }
            }
            @if page.failed_letters > 0 {
                (notice(Tone::Warning, &text!(ctx.lang, "staff-failed-letters", count = page.failed_letters), &html! {
                    p { a class="ds-link" href=(ctx.links().staff_letters()) { (text!(ctx.lang, "staff-failed-letters-go")) } }
                }))
            }
            @if ctx.site.has_scanner && page.failed_scans > 0 {
                (notice(Tone::Warning, &text!(ctx.lang, "scan-staff-failures", count = page.failed_scans), &html! {
                    p { (text!(ctx.lang, "scan-staff-failures-what", count = page.failed_scans)) }
                }))
            }
            @if page.form.years.is_some() {
                (round_search(ctx, &ctx.links().staff_home(), &page.form, Phase::ALL))
            }
            @if !page.rounds.is_empty() {
                (table(page, ctx, &title))
                (pagination(ctx, page.part, |number| page.form.search.href(&ctx.links().staff_home(), number)))
            } @else if page.form.years.is_some() {
                div class="empty" { p { (text!(ctx.lang, "search-nothing")) } }
            } @else {
                div class="empty" {
                    p { (text!(ctx.lang, "staff-no-rounds")) }
                    @if may_make { p { (text!(ctx.lang, "staff-no-rounds-how")) } }
                }
            }
        }
    };
    layout::staff_page(ctx, &title, Place::StaffRounds, &body)
}

fn table(page: &StaffRoundsPage, ctx: &Ctx, label: &str) -> Markup {
    html! {
        div class="table-frame" tabindex="0" role="region" aria-label=(label) {
            table class="ds-table" {
                thead {
                    tr {
                        th scope="col" { (text!(ctx.lang, "receipt-round")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-phase")) }
                        th scope="col" { (text!(ctx.lang, "filter-deadline")) }
                        th scope="col" data-number { (text!(ctx.lang, "room-submissions")) }
                        th scope="col" data-number { (text!(ctx.lang, "status-late")) }
                        th scope="col" data-number { (text!(ctx.lang, "staff-column-drafts")) }
                    }
                }
                tbody {
                    @for line in &page.rounds { (row(line, ctx)) }
                }
            }
        }
    }
}

fn row(line: &RoundLine, ctx: &Ctx) -> Markup {
    let round = &line.round;
    html! {
        tr {
            th scope="row" {
                a class="ds-link" href=(ctx.links().staff_round(&round.slug)) lang=[foreign(ctx, &round.title)] {
                    (round.title.text(ctx.lang))
                }
            }
            td { (phase(ctx, round)) }
            td data-nowrap { (deadline_sentence(ctx, round)) br; span class="quiet" { (time_left(ctx, round)) } }
            td data-number { (line.counts.all) }
            td data-number { (line.counts.late) }
            td data-number { (line.drafts) }
        }
    }
}
