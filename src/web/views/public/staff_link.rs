//! The page of the one-time link for an administrator.

use crate::text;
use crate::web::views::components::form_token::form_token;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// The page; `minutes` is how long one stays logged in.
#[must_use]
pub fn staff_link_page(token: &str, minutes: i64, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "staff-link-heading");
    let body = html! {
        div class="wrap" {
            div class="column stack" {
                h1 class="ds-heading" { (title) }
                p class="lede" { (text!(ctx.lang, "staff-link-what", minutes = minutes)) }
                form method="post" action=(ctx.links().staff_link(token)) {
                    (form_token(ctx))
                    button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                        (text!(ctx.lang, "staff-link-yes"))
                    }
                }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}
