//! Administrators: when a round becomes public.

use super::setup::SetupPage;
use crate::domain::checklist::Weight;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::choice::{Choice, radios};
use crate::web::views::components::dates::{deadline_sentence, moment_words};
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::textarea::short_textarea;
use maud::{Markup, html};

/// What can be decided about the publication.
#[must_use]
pub fn publishing(page: &SetupPage, ctx: &Ctx) -> Markup {
    let (lang, round) = (ctx.lang, &page.round);
    html! {
        section class="panel" {
            h2 class="ds-heading" { (text!(lang, "publish-heading")) }
            @match round.published_at {
                Some(at) if round.is_public(ctx.now) => {
                    p { (text!(lang, "publish-is-public", moment = moment_words(ctx, at))) }
                    p { a class="ds-link" href=(ctx.links().round(&round.slug)) { (text!(lang, "room-public-page")) } }
                    p { (text!(lang, "publish-then")) " " a class="ds-link" href=(ctx.links().staff_manage(&round.slug)) { (text!(lang, "room-management")) } }
                }
                Some(at) => { (planned(page, &moment_words(ctx, at), ctx)) }
                None if page.weighs(Weight::Must) => {
                    p { (text!(lang, "publish-not-ready")) }
                }
                None => { (form(page, ctx)) }
            }
            @if let Some(why) = &round.language_missing_why {
                p class="small quiet" { (text!(lang, "publish-language-why-is", why = why.as_str())) }
            }
        }
    }
}

fn planned(page: &SetupPage, moment: &str, ctx: &Ctx) -> Markup {
    html! {
        p { (text!(ctx.lang, "publish-planned", moment = moment)) }
        @if page.weighs(Weight::Must) { p { strong { (text!(ctx.lang, "publish-planned-lacks")) } } }
        form method="post" action=(ctx.links().setup(&page.round.slug)) {
            (form_token(ctx))
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="call-off" {
                (text!(ctx.lang, "publish-call-off"))
            }
        }
    }
}

fn form(page: &SetupPage, ctx: &Ctx) -> Markup {
    let (lang, form) = (ctx.lang, &page.form);
    let choices = [
        Choice { value: "now", label: text!(lang, "publish-now"), lang: None },
        Choice { value: "at", label: text!(lang, "publish-at"), lang: None },
    ];
    let chosen = if form.is_later { "at" } else { "now" };
    html! {
        form class="stack" method="post" action=(ctx.links().setup(&page.round.slug)) novalidate {
            (form_token(ctx))
            p { (when(page, ctx)) " " (deadline_sentence(ctx, &page.round)) "." }
            (radios("when", &text!(lang, "publish-when"), &choices, chosen, None))
            (field(&Field {
                name: "publish_date",
                kind: Kind::Date,
                label: text!(lang, "publish-date"),
                help: Some(text!(lang, "publish-date-help")),
                value: &form.date,
                mistake: page.mistake_at(ctx, "publish_date"),
            }))
            (field(&Field {
                name: "publish_time",
                kind: Kind::Time,
                label: text!(lang, "manage-time"),
                help: Some(text!(lang, "setup-opens-time-help")),
                value: &form.time,
                mistake: None,
            }))
            @if page.weighs(Weight::Reason) {
                (short_textarea("language_why", "language_why", &text!(lang, "publish-language-why"),
                    &form.language_why, page.mistake_at(ctx, "language_why").as_deref()))
            }
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="publish" {
                (text!(lang, "publish-yes"))
            }
        }
    }
}

/// When one can answer, once it is public.
fn when(page: &SetupPage, ctx: &Ctx) -> String {
    if page.round.opens_at <= ctx.now {
        text!(ctx.lang, "publish-opens-at-once")
    } else {
        text!(ctx.lang, "publish-opens", moment = moment_words(ctx, page.round.opens_at))
    }
}
