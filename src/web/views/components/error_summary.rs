//! What must be put right, at the top of a page that came back.

use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// The mistakes, each with the id of the field it stands at and the same words as there.
/// Nothing where there are none. It takes the focus, so that it is read first.
#[must_use]
pub fn error_summary(ctx: &Ctx, mistakes: &[(String, String)]) -> Markup {
    html! {
        @if !mistakes.is_empty() {
            div class="ds-error-summary" role="group" aria-labelledby="feil" tabindex="-1" autofocus data-error-summary {
                h2 class="ds-heading" id="feil" {
                    (text!(ctx.lang, "error-summary", count = mistakes.len()))
                }
                ul class="ds-list" {
                    @for (id, sentence) in mistakes {
                        li { a class="ds-link" href={ "#" (id) } { (sentence) } }
                    }
                }
            }
        }
    }
}
