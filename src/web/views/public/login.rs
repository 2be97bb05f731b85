//! The test login: choose who to be. It exists only in the demo and in tests.

use crate::domain::staff::StaffRole;
use crate::text;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// Whom one may log in as.
#[derive(Debug)]
pub struct LoginPage {
    /// The invented people.
    pub personas: Vec<Persona>,
    /// The path to go on to.
    pub back: String,
}

/// An invented person.
#[derive(Debug)]
pub struct Persona {
    /// What is posted as `persona`.
    pub key: String,
    /// Their name.
    pub name: String,
    /// Their role among the staff; citizens have none.
    pub staff: Option<StaffRole>,
}

/// The page.
#[must_use]
pub fn login_page(page: &LoginPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "login-heading");
    let body = html! {
        div class="wrap" {
            div class="column stack" {
                h1 class="ds-heading" { (title) }
                (notice(Tone::Warning, &text!(ctx.lang, "login-test"), &html! { p { (text!(ctx.lang, "login-test-what")) } }))
                ul class="plain-list persona-list" {
                    @for persona in &page.personas { (persona_row(page, persona, ctx)) }
                }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

fn persona_row(page: &LoginPage, persona: &Persona, ctx: &Ctx) -> Markup {
    html! {
        li class="persona" {
            div {
                p { strong { (persona.name) } }
                p { (role(ctx, persona.staff)) }
            }
            form method="post" action=(ctx.links().login()) {
                (form_token(ctx))
                input type="hidden" name="persona" value=(persona.key);
                input type="hidden" name="tilbake" value=(page.back);
                button class="ds-button" data-variant="secondary" type="submit" {
                    (text!(ctx.lang, "login-as"))
                    span class="ds-sr-only" { " " (persona.name) }
                }
            }
        }
    }
}

/// What a person is to the service.
#[must_use]
pub fn role(ctx: &Ctx, staff: Option<StaffRole>) -> String {
    match staff {
        None => text!(ctx.lang, "login-citizen"),
        Some(StaffRole::Reader) => text!(ctx.lang, "login-reader"),
        Some(StaffRole::CaseOfficer) => text!(ctx.lang, "login-case-officer"),
        Some(StaffRole::Administrator) => text!(ctx.lang, "login-administrator"),
    }
}
