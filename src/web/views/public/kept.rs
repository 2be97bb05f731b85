//! What had been typed in a form that could not be taken: shown, and ready to be sent again.

use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::form_token::{FORM_TOKEN, form_token};
use crate::web::views::components::notice::{Tone, notice};
use maud::{Markup, html};

/// What had been typed.
#[derive(Debug, Default)]
pub struct KeptText {
    /// Whether it waits for the person to log in again.
    pub is_parked: bool,
    /// The long texts, to be read and copied.
    pub texts: Vec<String>,
    /// The form, where it may be sent again from here.
    pub again: Option<Again>,
}

/// A form that came back.
#[derive(Debug)]
pub struct Again {
    /// Where it was sent.
    pub action: String,
    /// Its fields, as they were.
    pub fields: Vec<(String, String)>,
}

/// The texts, so that nobody has to trust that they are kept.
#[must_use]
pub fn kept_text(kept: &KeptText, ctx: &Ctx) -> Markup {
    html! {
        @if kept.is_parked {
            (notice(Tone::Info, &text!(ctx.lang, "kept-parked"), &html! { p { (text!(ctx.lang, "kept-parked-what")) } }))
        }
        @if !kept.texts.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "kept-text")) }
                @for text in &kept.texts { p class="verbatim" { (text) } }
            }
        }
    }
}

/// The same form once more, with a token that fits.
#[must_use]
pub fn send_again(again: &Again, ctx: &Ctx) -> Markup {
    html! {
        form method="post" action=(again.action) {
            (form_token(ctx))
            @for (name, value) in again.fields.iter().filter(|(name, _)| name != FORM_TOKEN) {
                input type="hidden" name=(name) value=(value);
            }
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                (text!(ctx.lang, "kept-send-again"))
            }
        }
    }
}
