//! The ways in that are ours: begin without login, ask for a link by letter, use it.

use crate::domain::consultation::Consultation;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::public::entrance::go_in;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// Asking for a link.
#[derive(Debug)]
pub struct AskPage {
    /// The round.
    pub round: Consultation,
    /// The path to go on to.
    pub back: String,
    /// What has been typed.
    pub typed: String,
    /// Whether that is no address.
    pub is_wrong: bool,
    /// Whether a letter has just been asked for.
    pub is_sent: bool,
}

fn framed(
    ctx: &Ctx,
    round: &Consultation,
    title: &str,
    mistakes: &[(String, String)],
    body: &Markup,
) -> Markup {
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&round.slug), round.title.text(ctx.lang).to_owned()),
    ];
    let page = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, title))
            div class="column stack" {
                (error_summary(ctx, mistakes))
                h1 class="ds-heading" { (title) }
                p class="lede" lang=[foreign(ctx, &round.title)] { (round.title.text(ctx.lang)) }
                (body)
            }
        }
    };
    layout::public_page(ctx, title, &page)
}

fn why(ctx: &Ctx, round: &Consultation) -> Markup {
    html! { @if let Some(why) = &round.who_may_answer_why { p { (localized(ctx, why)) } } }
}

/// A round without login: what that means, and a button.
#[must_use]
pub fn start_page(round: &Consultation, back: &str, ctx: &Ctx) -> Markup {
    let keep = html! { p { (text!(ctx.lang, "start-keep-what")) } };
    let body = html! {
        p { (text!(ctx.lang, "start-what")) }
        (why(ctx, round))
        (notice(Tone::Warning, &text!(ctx.lang, "start-keep"), &keep))
        form class="actions" method="post" action=(ctx.links().start(&round.slug)) {
            (form_token(ctx))
            input type="hidden" name="tilbake" value=(back);
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                (go_in(WayIn::Open, ctx))
            }
        }
        p { a class="ds-link" href=(ctx.links().ask_link(&round.slug)) { (text!(ctx.lang, "start-came-back")) } }
    };
    framed(ctx, round, &text!(ctx.lang, "start-heading"), &[], &body)
}

/// Asking for a link, or that one is on its way: always the same, whoever reads letters there.
#[must_use]
pub fn ask_page(page: &AskPage, ctx: &Ctx) -> Markup {
    if page.is_sent {
        let body = html! {
            p { (text!(ctx.lang, "ask-sent-what")) }
            @if page.round.who_may_answer == WayIn::Open { p { (text!(ctx.lang, "ask-sent-open")) } }
            p { (text!(ctx.lang, "ask-sent-nothing")) }
            p { a class="ds-link" href=(ctx.links().ask_link(&page.round.slug)) { (text!(ctx.lang, "ask-again")) } }
        };
        return framed(ctx, &page.round, &text!(ctx.lang, "ask-sent"), &[], &body);
    }
    let wrong = page.is_wrong.then(|| text!(ctx.lang, "mistake-email-wrong"));
    let mistakes: Vec<_> = wrong.iter().map(|sentence| ("address".to_owned(), sentence.clone())).collect();
    let body = html! {
        @match page.round.who_may_answer {
            WayIn::Open => { p { (text!(ctx.lang, "ask-what-open")) } p { (text!(ctx.lang, "ask-draft-open")) } }
            WayIn::EMail | WayIn::IdPorten => {
                p { (text!(ctx.lang, "ask-what")) }
                (why(ctx, &page.round))
            }
        }
        form class="stack" method="post" action=(ctx.links().ask_link(&page.round.slug)) novalidate {
            (form_token(ctx))
            input type="hidden" name="tilbake" value=(page.back);
            (field(&Field {
                name: "address",
                kind: Kind::Email,
                label: text!(ctx.lang, "form-email"),
                help: Some(text!(ctx.lang, "ask-help")),
                value: &page.typed,
                mistake: wrong.clone(),
            }))
            div class="actions" {
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                    (text!(ctx.lang, "way-go-e-mail"))
                }
            }
        }
        @if page.round.who_may_answer == WayIn::EMail {
            p { a class="ds-link" href=(ctx.links().login_and_back(&page.back)) { (text!(ctx.lang, "ask-or-log-in")) } }
        }
    };
    framed(ctx, &page.round, &text!(ctx.lang, "ask-heading"), &mistakes, &body)
}

/// The page that a link opens.
#[must_use]
pub fn link_page(to: &str, back: &str, address: &str, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "link-heading");
    let body = html! {
        div class="wrap" {
            div class="column stack" {
                h1 class="ds-heading" { (title) }
                p class="lede" { (text!(ctx.lang, "link-what", address = address)) }
                form class="actions" method="post" action=(to) {
                    (form_token(ctx))
                    input type="hidden" name="tilbake" value=(back);
                    button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                        (text!(ctx.lang, "link-yes"))
                    }
                }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}
