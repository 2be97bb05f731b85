//! Logging in: with which provider, or in the test login as whom.

use crate::domain::staff::StaffRole;
use crate::text;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// With which provider one may log in.
#[derive(Debug)]
pub struct ChooseLoginPage {
    /// Those for everyone.
    pub citizens: Vec<Way>,
    /// Those for staff.
    pub staff: Vec<Way>,
    /// Whether the reader was on the way to a page for staff.
    pub is_staff_first: bool,
}

/// A provider.
#[derive(Debug)]
pub struct Way {
    /// What people call it.
    pub name: String,
    /// Where to log in with it.
    pub href: String,
}

/// The page. Its buttons are links, because an answer to a form may lead nowhere but to ourselves.
#[must_use]
pub fn choose_login_page(page: &ChooseLoginPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "login-heading");
    let citizens = html! {
        @if !page.citizens.is_empty() {
            div class="stack" {
                @if !page.staff.is_empty() {
                    h2 class="ds-heading" { (text!(ctx.lang, "login-for-citizens")) }
                }
                p { (text!(ctx.lang, "login-for-citizens-what")) }
                (ways(&page.citizens, !page.is_staff_first, ctx))
            }
        }
    };
    let staff = html! {
        @if !page.staff.is_empty() {
            div class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "login-for-staff")) }
                p { (text!(ctx.lang, "login-for-staff-what")) }
                (ways(&page.staff, page.is_staff_first || page.citizens.is_empty(), ctx))
            }
        }
    };
    let body = html! {
        div class="wrap" {
            div class="column stack-lg" {
                h1 class="ds-heading" { (title) }
                @if page.is_staff_first { (staff) (citizens) } @else { (citizens) (staff) }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

fn ways(ways: &[Way], is_main: bool, ctx: &Ctx) -> Markup {
    html! {
        @for way in ways {
            p {
                a class="ds-button" data-variant=(if is_main { "primary" } else { "secondary" })
                    data-color=[is_main.then_some("accent")] href=(way.href) rel="nofollow" {
                    (text!(ctx.lang, "login-with", provider = way.name.as_str()))
                }
            }
        }
    }
}

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
