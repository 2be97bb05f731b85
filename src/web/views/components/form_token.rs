//! What shows that a form that comes back is one that we sent to this browser.

use crate::web::views::Ctx;
use maud::{Markup, html};

/// The name of the field.
pub const FORM_TOKEN: &str = "skjemakode";

/// The hidden field; stands in every form that is posted.
#[must_use]
pub fn form_token(ctx: &Ctx) -> Markup {
    html! { @if let Some(token) = &ctx.form_token { input type="hidden" name=(FORM_TOKEN) value=(token.show()); } }
}
