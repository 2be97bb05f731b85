//! What has been replaced among a round's documents: when, why, and where the earlier edition is.

use super::dates::date_words;
use super::documents::{media_name, size};
use super::language::{foreign, localized};
use super::notice::{Tone, notice};
use crate::domain::document::ReplacedDocument;
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// Replacements as a history, in the order given.
#[must_use]
pub fn replacements(ctx: &Ctx, slug: &str, replaced: &[ReplacedDocument], shows_who: bool) -> Markup {
    html! {
        ol class="history" {
            @for one in replaced {
                li {
                    (what(ctx, one))
                    p { (earlier(ctx, slug, one)) }
                    @if shows_who {
                        p class="quiet small" { (text!(ctx.lang, "replaced-by", who = one.edition.replaced_by.as_str())) }
                    }
                }
            }
        }
    }
}

/// A notice to somebody who may have read an earlier edition.
#[must_use]
pub fn replaced_notice(
    ctx: &Ctx,
    slug: &str,
    heading: &str,
    advice: &str,
    replaced: &[ReplacedDocument],
) -> Markup {
    html! {
        @if !replaced.is_empty() {
            (notice(Tone::Warning, heading, &html! {
                ul class="ds-list" {
                    @for one in replaced {
                        li {
                            (what(ctx, one))
                            p { (present(ctx, slug, one)) " · " (earlier(ctx, slug, one)) }
                        }
                    }
                }
                p { (advice) }
            }))
        }
    }
}

fn what(ctx: &Ctx, one: &ReplacedDocument) -> Markup {
    let day = date_words(ctx, one.edition.replaced_at);
    html! {
        p { strong { (localized(ctx, &one.title)) } " " (text!(ctx.lang, "replaced-what", date = day)) }
        @if let Some(reason) = &one.edition.reason {
            p { (text!(ctx.lang, "history-reason")) " " span lang=[foreign(ctx, reason)] { (reason.text(ctx.lang)) } }
        }
    }
}

fn present(ctx: &Ctx, slug: &str, one: &ReplacedDocument) -> Markup {
    html! {
        a class="ds-link" href=(ctx.links().document(slug, &one.name)) hreflang=(one.language.tag()) {
            (text!(ctx.lang, "replaced-present"))
        }
    }
}

/// The link to the edition that was replaced.
#[must_use]
pub fn earlier(ctx: &Ctx, slug: &str, one: &ReplacedDocument) -> Markup {
    let edition = &one.edition;
    let (kind, size) = (media_name(&edition.media_type), size(ctx.lang, edition.size_bytes));
    html! {
        a class="ds-link" href=(ctx.links().edition(slug, &one.name, edition.number)) hreflang=(one.language.tag()) {
            (text!(ctx.lang, "replaced-earlier", number = edition.number, kind = kind, size = size))
        }
    }
}
