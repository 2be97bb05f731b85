//! Staff: the export of a round, grouped by theme.

use super::frame::{Room, room_page};
use crate::domain::consultation::Consultation;
use crate::store::submissions::Counts;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::choice::{Choice, radios};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, notice};
use maud::{Markup, html};

/// What can be exported.
#[derive(Debug)]
pub struct ExportPage {
    /// The round.
    pub round: Consultation,
    /// What has come in.
    pub counts: Counts,
}

/// The page. It posts `dialect` (excel, rfc4180), `header` (names, labels), `status` (all, received,
/// withdrawn), `late` (all, true, false) and the button `file` (csv, provenance).
#[must_use]
pub fn export_page(page: &ExportPage, ctx: &Ctx) -> Markup {
    let body = html! {
        div class="column stack" {
            @if !page.round.phase(ctx.now).is_over() {
                (notice(Tone::Info, &text!(ctx.lang, "export-provisional"), &html! {
                    p { (text!(ctx.lang, "export-provisional-what")) }
                }))
            }
            @if page.counts.all == 0 {
                div class="empty" { p { (text!(ctx.lang, "export-none")) } }
            } @else {
                p { (text!(ctx.lang, "export-what", count = page.counts.all)) }
                (form(page, ctx))
            }
        }
    };
    room_page(ctx, &page.round, Room::Export, None, &body)
}

fn form(page: &ExportPage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_export(&page.round.slug)) {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "export-csv")) }
            (dialect(ctx))
            (header(ctx))
            (status(ctx))
            (late(ctx))
            div class="actions" {
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="file" value="csv" {
                    (text!(ctx.lang, "export-download"))
                }
                button class="ds-button" data-variant="secondary" type="submit" name="file" value="zip" {
                    (text!(ctx.lang, "export-download-zip"))
                }
            }
            p class="quiet small" { (text!(ctx.lang, "export-zip-what")) }
        }
    }
}

fn choice(value: &'static str, label: String) -> Choice {
    Choice { value, label, lang: None }
}

fn dialect(ctx: &Ctx) -> Markup {
    let choices = [
        choice("excel", text!(ctx.lang, "export-dialect-excel")),
        choice("rfc4180", text!(ctx.lang, "export-dialect-rfc4180")),
    ];
    radios("dialect", &text!(ctx.lang, "export-dialect"), &choices, "excel", None)
}

fn header(ctx: &Ctx) -> Markup {
    let choices = [
        choice("names", text!(ctx.lang, "export-header-names")),
        choice("labels", text!(ctx.lang, "export-header-labels")),
    ];
    radios("header", &text!(ctx.lang, "export-header"), &choices, "names", None)
}

fn status(ctx: &Ctx) -> Markup {
    let choices = [
        choice("all", text!(ctx.lang, "filter-all")),
        choice("received", text!(ctx.lang, "export-status-received")),
        choice("withdrawn", text!(ctx.lang, "export-status-withdrawn")),
    ];
    radios("status", &text!(ctx.lang, "export-status"), &choices, "all", None)
}

fn late(ctx: &Ctx) -> Markup {
    let choices = [
        choice("all", text!(ctx.lang, "filter-all")),
        choice("false", text!(ctx.lang, "export-late-no")),
        choice("true", text!(ctx.lang, "export-late-yes")),
    ];
    radios("late", &text!(ctx.lang, "export-late"), &choices, "all", None)
}
