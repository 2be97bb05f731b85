//! Administrators: asked before a round is removed.

use super::frame::{Room, room_page};
use super::setup_fields::refused;
use crate::domain::consultation::Consultation;
use crate::domain::round_setup::SetupRefusal;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, status};
use maud::{Markup, html};

/// The round that would be removed.
#[derive(Debug)]
pub struct RemoveRoundPage {
    /// The round.
    pub round: Consultation,
    /// Why it was not.
    pub refusal: Option<SetupRefusal>,
}

/// The page.
#[must_use]
pub fn remove_round_page(page: &RemoveRoundPage, ctx: &Ctx) -> Markup {
    let (slug, heading) = (&page.round.slug, text!(ctx.lang, "setup-remove"));
    let body = html! {
        div class="stack column" {
            @if let Some(refusal) = page.refusal { (status(Tone::Danger, &refused(ctx, refusal))) }
            h1 class="ds-heading" { (heading) }
            p { (text!(ctx.lang, "setup-remove-what")) }
            form class="actions" method="post" action=(ctx.links().remove_round(slug)) {
                (form_token(ctx))
                button class="ds-button" data-variant="primary" data-color="danger" type="submit" {
                    (text!(ctx.lang, "setup-remove-yes"))
                }
                a class="ds-button" data-variant="secondary" href=(ctx.links().setup(slug)) {
                    (text!(ctx.lang, "setup-remove-no"))
                }
            }
        }
    };
    room_page(ctx, &page.round, Room::Setup, Some(&heading), &body)
}
