//! Privacy and accessibility: the municipality's words, and what the settings say.

use crate::domain::retention::RecordKind;
use crate::text;
use crate::web::views::components::markdown::prose;
use crate::web::views::layout::public_page;
use crate::web::views::{Ctx, Site};
use maud::{Markup, html};

/// What is kept of people. How long, is said from the settings, so that it is always true.
#[must_use]
pub fn privacy_page(ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "footer-privacy");
    let site = &ctx.site;
    let body = html! {
        div class="wrap column-page stack-lg" {
            h1 class="ds-heading" { (title) }
            (prose(ctx, &site.privacy))
            section class="prose" {
                h2 { (text!(ctx.lang, "privacy-how-long")) }
                (how_long(ctx, site))
            }
            p class="actions" {
                a class="ds-button" data-variant="secondary" href=(ctx.links().my_data()) {
                    (text!(ctx.lang, "my-data-heading"))
                }
                @if let Some(url) = &site.privacy_url {
                    a class="ds-link" href=(url) { (text!(ctx.lang, "privacy-more", owner = site.owner.as_str())) }
                }
            }
        }
    };
    public_page(ctx, &title, &body)
}

fn how_long(ctx: &Ctx, site: &Site) -> Markup {
    let days = |kind| site.retention.days(kind);
    html! {
        ul {
            li { (text!(ctx.lang, "privacy-kept-submissions")) }
            li {
                @match days(RecordKind::Drafts) {
                    Some(days) => { (text!(ctx.lang, "privacy-kept-drafts", days = days)) }
                    None => { (text!(ctx.lang, "privacy-kept-drafts-always")) }
                }
            }
            li {
                @match days(RecordKind::Contacts) {
                    Some(days) => { (text!(ctx.lang, "privacy-kept-contacts", days = days)) }
                    None => { (text!(ctx.lang, "privacy-kept-contacts-always")) }
                }
                @if let Some(days) = days(RecordKind::WithdrawnContacts) {
                    " " (text!(ctx.lang, "privacy-kept-withdrawn", days = days))
                }
            }
            li {
                (text!(ctx.lang, "privacy-kept-files")) " "
                @match site.quarantine_days {
                    Some(days) => { (text!(ctx.lang, "privacy-kept-harmful", days = days)) }
                    None => { (text!(ctx.lang, "privacy-kept-harmful-always")) }
                }
            }
            li {
                (text!(ctx.lang, "privacy-kept-letters"))
                @if let Some(days) = days(RecordKind::Letters) {
                    " " (text!(ctx.lang, "privacy-kept-letters-trace", days = days))
                }
            }
            li { (text!(ctx.lang, "privacy-kept-subscription")) }
            li { (text!(ctx.lang, "privacy-kept-login")) }
            li { (text!(ctx.lang, "privacy-kept-log")) }
        }
    }
}

/// Whom the service can be used by, and the declaration that the law demands.
#[must_use]
pub fn accessibility_page(ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "footer-accessibility");
    let body = html! {
        div class="wrap column-page stack-lg" {
            h1 class="ds-heading" { (title) }
            (prose(ctx, &ctx.site.accessibility))
            @if let Some(url) = &ctx.site.accessibility_url {
                p { a class="ds-link" href=(url) { (text!(ctx.lang, "accessibility-declaration")) } }
            }
        }
    };
    public_page(ctx, &title, &body)
}
