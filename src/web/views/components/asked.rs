//! What a form asks, to be read and not answered.

use crate::domain::question::FormVersion;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::language::localized;
use maud::{Markup, html};

/// The questions with their help and what can be chosen.
#[must_use]
pub fn asked(ctx: &Ctx, form: &FormVersion) -> Markup {
    html! {
        section class="stack" id="sporsmal" {
            h2 class="ds-heading" { (text!(ctx.lang, "preview-questions")) }
            @if form.questions.is_empty() { p class="quiet" { (text!(ctx.lang, "preview-no-questions")) } }
            @for question in &form.questions {
                div {
                    h3 class="ds-heading" {
                        (text!(ctx.lang, "form-question", number = question.number)) ": " (localized(ctx, &question.theme))
                    }
                    p { (localized(ctx, &question.wording)) }
                    @if !question.help.nb.is_empty() { p class="quiet small" { (localized(ctx, &question.help)) } }
                    @if !question.options.is_empty() {
                        ul { @for option in &question.options { li { (localized(ctx, &option.label)) } } }
                    }
                }
            }
        }
    }
}
