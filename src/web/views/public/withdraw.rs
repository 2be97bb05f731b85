//! Withdrawing a submission: asked once more before it is done.

use crate::domain::consultation::Consultation;
use crate::domain::reference::Reference;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::foreign;
use crate::web::views::layout::{Place, Side};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// What would be withdrawn.
#[derive(Debug)]
pub struct WithdrawPage {
    /// The round.
    pub round: Consultation,
    /// The submission.
    pub reference: Reference,
}

/// The page.
#[must_use]
pub fn withdraw_page(page: &WithdrawPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "withdraw-heading", reference = page.reference.as_str());
    let receipt = ctx.links().my_submission(&page.reference);
    let above = [
        (ctx.links().my_submissions(), text!(ctx.lang, "menu-mine")),
        (receipt.clone(), page.reference.to_string()),
    ];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &text!(ctx.lang, "receipt-withdraw")))
            div class="column stack" {
                h1 class="ds-heading" { (title) }
                p class="lede" lang=[foreign(ctx, &page.round.title)] { (page.round.title.text(ctx.lang)) }
                p { (text!(ctx.lang, "withdraw-what")) }
                p { (text!(ctx.lang, "withdraw-kept")) }
                form class="actions" method="post" action=(ctx.links().withdraw(&page.reference)) {
                    (form_token(ctx))
                    button class="ds-button" data-variant="primary" data-color="danger" type="submit" {
                        (text!(ctx.lang, "withdraw-yes"))
                    }
                    a class="ds-button" data-variant="secondary" href=(receipt) { (text!(ctx.lang, "withdraw-no")) }
                }
            }
        }
    };
    layout::page(ctx, &title, Side::Public, Place::MySubmissions, &body)
}
