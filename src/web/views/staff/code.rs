//! Administrators: one heading of the codebook.

use super::code_fields::Filled;
use super::frame::{Room, room_page};
use crate::domain::code::{CodeRefusal, Heading};
use crate::domain::consultation::Consultation;
use crate::text;
use crate::web::forms::code::CodeMistake;
use crate::web::views::Ctx;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::{foreign, localized};
use maud::{Markup, html};

/// A heading.
#[derive(Debug)]
pub struct CodePage {
    /// The round.
    pub round: Consultation,
    /// The heading as it stands.
    pub heading: Heading,
    /// Whether others stand below it.
    pub has_codes: bool,
    /// The form.
    pub filled: Filled,
}

/// The page.
#[must_use]
pub fn code_page(page: &CodePage, ctx: &Ctx) -> Markup {
    let heading = &page.heading;
    let was_late = page.filled.mistakes.contains(&CodeMistake::Refused(CodeRefusal::ChangedMeanwhile));
    let body = html! {
        div class="stack-lg" {
            (error_summary(ctx, &page.filled.summary(ctx)))
            div class="stack" {
                p { a class="ds-link" href=(ctx.links().staff_codes(&page.round.slug)) { (text!(ctx.lang, "code-back")) } }
                h1 class="ds-heading" lang=[foreign(ctx, &heading.name)] { (heading.key) " " (heading.name.text(ctx.lang)) }
                @if was_late { p { (text!(ctx.lang, "code-stands-there")) " " strong { (localized(ctx, &heading.name)) } } }
            }
            form class="panel column" method="post" action=(action(page, ctx)) novalidate {
                (form_token(ctx))
                input type="hidden" name="shown" value=(page.filled.form.get("shown"));
                h2 class="ds-heading" { (text!(ctx.lang, "code-change")) }
                (page.filled.words(ctx, text!(ctx.lang, "code-key-help")))
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="change" {
                    (text!(ctx.lang, "code-change-yes"))
                }
            }
            (remove(page, ctx))
        }
    };
    room_page(ctx, &page.round, Room::Codes, Some(&page.heading.key), &body)
}

fn action(page: &CodePage, ctx: &Ctx) -> String {
    ctx.links().staff_code(&page.round.slug, &page.heading.key)
}

fn remove(page: &CodePage, ctx: &Ctx) -> Markup {
    html! {
        @if page.has_codes {
            p class="quiet" { (text!(ctx.lang, "code-mistake-has-codes")) }
        } @else {
            form class="panel column" method="post" action=(action(page, ctx)) {
                (form_token(ctx))
                h2 class="ds-heading" { (text!(ctx.lang, "code-remove")) }
                button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do" value="remove" {
                    (text!(ctx.lang, "code-remove"))
                }
            }
        }
    }
}
