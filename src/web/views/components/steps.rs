//! Where a person is on the way through the form.

use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// The three steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Answering.
    Answer,
    /// Checking the answers.
    Check,
    /// The receipt.
    Receipt,
}

/// «Steg 1 av 3», with a bar that says the same to the eye.
#[must_use]
pub fn steps(ctx: &Ctx, step: Step) -> Markup {
    let (number, name) = match step {
        Step::Answer => (1, text!(ctx.lang, "step-answer")),
        Step::Check => (2, text!(ctx.lang, "step-check")),
        Step::Receipt => (3, text!(ctx.lang, "step-receipt")),
    };
    html! {
        div class="steps" {
            p { (text!(ctx.lang, "step", number = number, name = name)) }
            div class="steps__bar" aria-hidden="true" {
                @for place in 1..=3 {
                    span data-done[place <= number] {}
                }
            }
        }
    }
}
