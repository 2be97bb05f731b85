//! The way back: where a page stands.

use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// The pages above this one, nearest last, and this one. On a narrow screen only the nearest shows.
#[must_use]
pub fn breadcrumbs(ctx: &Ctx, above: &[(String, String)], here: &str) -> Markup {
    html! {
        nav class="ds-breadcrumbs" aria-label=(text!(ctx.lang, "breadcrumbs")) {
            @if let Some((href, title)) = above.last() {
                a class="ds-link" href=(href) { (title) }
            }
            ol {
                @for (href, title) in above {
                    li { a class="ds-link" href=(href) { (title) } }
                }
                li { span aria-current="page" { (here) } }
            }
        }
    }
}
