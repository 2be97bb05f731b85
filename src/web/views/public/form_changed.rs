//! That the form was changed: to those who had begun, and on the round's page.

use super::form::FormPage;
use crate::domain::form_change::{CarriedOver, FormChange};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::date_words;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::notice::{Tone, notice};
use maud::{Markup, html};

/// To someone whose answers were carried over from an earlier form; nothing to others.
#[must_use]
pub fn form_changed(page: &FormPage, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(carried) = &page.content.carried {
            (notice(Tone::Warning, &text!(ctx.lang, "form-changed"), &html! {
                (form_changes(&page.form_changes, ctx))
                p { (text!(ctx.lang, "form-changed-what")) }
                (dropped(carried, ctx))
            }))
        }
    }
}

/// What was written where the form no longer asks: it can be copied, and is not sent.
fn dropped(carried: &CarriedOver, ctx: &Ctx) -> Markup {
    html! {
        @if !carried.dropped.is_empty() {
            p { (text!(ctx.lang, "form-changed-dropped", count = carried.dropped.len())) }
            dl class="dropped" {
                @for answer in &carried.dropped {
                    dt lang=[foreign(ctx, &answer.theme)] { (answer.theme.text(ctx.lang)) }
                    dd class="verbatim" { (answer.text) }
                }
            }
        }
    }
}

/// Each change with its day and why, the first first.
#[must_use]
pub fn form_changes(changes: &[FormChange], ctx: &Ctx) -> Markup {
    html! {
        @if !changes.is_empty() {
            ol class="history" {
                @for change in changes {
                    li {
                        p { (text!(ctx.lang, "form-changed-on", date = date_words(ctx, change.at))) }
                        p { (text!(ctx.lang, "history-reason")) " " (localized(ctx, &change.note)) }
                    }
                }
            }
        }
    }
}
