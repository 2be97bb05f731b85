//! Letters about new rounds: asking for them, saying yes, stopping them; and other ways to follow.

use crate::domain::links::API_DESCRIPTION;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, notice, status};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// Asking for letters.
#[derive(Debug)]
pub struct SubscribePage {
    /// What has been typed.
    pub typed: String,
    /// Whether that is no address.
    pub is_wrong: bool,
    /// Whether a letter has just been asked for.
    pub is_sent: bool,
    /// Whether they have just been stopped.
    pub is_stopped: bool,
}

fn framed(ctx: &Ctx, title: &str, mistakes: &[(String, String)], body: &Markup) -> Markup {
    let above = [(ctx.links().home(), text!(ctx.lang, "rounds-title"))];
    let page = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, title))
            div class="column stack" {
                (error_summary(ctx, mistakes))
                h1 class="ds-heading" { (title) }
                (body)
            }
        }
    };
    layout::public_page(ctx, title, &page)
}

/// The page with the form. After it was sent the page is the same for every address.
#[must_use]
pub fn subscribe_page(page: &SubscribePage, ctx: &Ctx) -> Markup {
    let wrong = page.is_wrong.then(|| text!(ctx.lang, "mistake-email-wrong"));
    let mistakes: Vec<_> = wrong.iter().map(|sentence| ("address".to_owned(), sentence.clone())).collect();
    let body = html! {
        @if page.is_stopped { (status(Tone::Success, &text!(ctx.lang, "subscription-off"))) }
        @if page.is_sent {
            (notice(Tone::Info, &text!(ctx.lang, "subscribe-sent"), &html! { p { (text!(ctx.lang, "subscribe-sent-what")) } }))
        } @else {
            p class="lede" { (text!(ctx.lang, "subscribe-what")) }
            form class="stack" method="post" action=(ctx.links().subscribe()) novalidate {
                (form_token(ctx))
                (field(&Field {
                    name: "address",
                    kind: Kind::Email,
                    label: text!(ctx.lang, "form-email"),
                    help: Some(text!(ctx.lang, "subscribe-help")),
                    value: &page.typed,
                    mistake: wrong.clone(),
                }))
                div class="actions" {
                    button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                        (text!(ctx.lang, "subscribe-yes"))
                    }
                }
            }
        }
        (others(ctx))
    };
    framed(ctx, &text!(ctx.lang, "subscribe-heading"), &mistakes, &body)
}

fn others(ctx: &Ctx) -> Markup {
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "subscribe-other")) }
            p { (text!(ctx.lang, "subscribe-calendar-what")) }
            ul class="document-list" {
                li {
                    a class="ds-link" href=(ctx.links().feed()) type="application/atom+xml" {
                        (text!(ctx.lang, "subscribe-feed"))
                    }
                    span class="document-list__detail" { (text!(ctx.lang, "subscribe-feed-what")) }
                }
                li {
                    a class="ds-link" href=(API_DESCRIPTION) type="application/json" hreflang="en" {
                        (text!(ctx.lang, "subscribe-data"))
                    }
                    span class="document-list__detail" { (text!(ctx.lang, "subscribe-data-what")) }
                }
            }
        }
    }
}

/// The page that a link in a letter opens: to say yes, or to stop.
#[must_use]
pub fn subscription_page(to: &str, address: &str, is_on: bool, has_said_yes: bool, ctx: &Ctx) -> Markup {
    let body = html! {
        @if has_said_yes { (status(Tone::Success, &text!(ctx.lang, "subscription-confirmed"))) }
        p class="lede" {
            @if is_on { (text!(ctx.lang, "subscription-on", address = address)) }
            @else { (text!(ctx.lang, "subscription-confirm", address = address)) }
        }
        form class="actions" method="post" action=(to) {
            (form_token(ctx))
            @if is_on {
                (button("stop", "secondary", &text!(ctx.lang, "subscription-stop")))
            } @else {
                (button("confirm", "primary", &text!(ctx.lang, "subscription-confirm-yes")))
                (button("stop", "secondary", &text!(ctx.lang, "subscription-confirm-no")))
            }
        }
    };
    framed(ctx, &text!(ctx.lang, "subscription-heading"), &[], &body)
}

fn button(deed: &str, variant: &str, words: &str) -> Markup {
    html! {
        button class="ds-button" data-variant=(variant) data-color="accent" type="submit" name="do" value=(deed) {
            (words)
        }
    }
}

/// The page of a link that nobody subscribes by.
#[must_use]
pub fn gone_page(ctx: &Ctx) -> Markup {
    let body = html! {
        p class="lede" { (text!(ctx.lang, "subscription-gone")) }
        p { a class="ds-link" href=(ctx.links().subscribe()) { (text!(ctx.lang, "subscription-again")) } }
    };
    framed(ctx, &text!(ctx.lang, "subscription-heading"), &[], &body)
}
