//! What a consulted body is invited to: read, answer, or say that there is no comment.

use crate::domain::consultation::{Consultation, Phase};
use crate::domain::invitee::{InviteeState, Standing};
use crate::text;
use crate::web::answerer::Entrance;
use crate::web::views::components::dates::{deadline_sentence, moment_words, time_left};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::components::phase::phase;
use crate::web::views::public::entrance::go_in;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// An invitation.
#[derive(Debug)]
pub struct InvitedPage {
    /// The round.
    pub round: Consultation,
    /// The body, and how far it has come.
    pub standing: Standing,
    /// The page's own address.
    pub here: String,
    /// The way in, for those who have not come in by it.
    pub entrance: Option<Entrance>,
    /// Whether «uten merknad» was said here and can be taken back here.
    pub may_take_back: bool,
    /// Whether «uten merknad» was refused because there is an answer.
    pub has_answered: bool,
}

/// The page.
#[must_use]
pub fn invited_page(page: &InvitedPage, ctx: &Ctx) -> Markup {
    let name = page.standing.invitee.facts.name.as_str();
    let title = text!(ctx.lang, "invited-heading", name = name);
    let round = &page.round;
    let body = html! {
        div class="wrap" {
            div class="column stack-lg" {
                div class="stack" {
                    h1 class="ds-heading" { (title) }
                    p class="lede" lang=[foreign(ctx, &round.title)] { (round.title.text(ctx.lang)) }
                    p { (phase(ctx, round)) " " (deadline_sentence(ctx, round)) " · " (time_left(ctx, round)) }
                    p { (localized(ctx, &round.lede)) }
                    p { a class="ds-link" href=(ctx.links().round(&round.slug)) { (text!(ctx.lang, "invited-read")) } }
                }
                @if page.has_answered {
                    div class="ds-alert" data-color="warning" role="alert" { p { (text!(ctx.lang, "invited-has-answered")) } }
                }
                (standing(page, ctx))
                @match round.phase(ctx.now) {
                    Phase::Open => { (answer(page, ctx)) (no_comment(page, ctx)) }
                    Phase::Announced | Phase::Draft => { p { (text!(ctx.lang, "invited-not-open")) } }
                    Phase::Closed | Phase::Concluded | Phase::Archived => { p { (text!(ctx.lang, "invited-closed")) } }
                }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

/// What has been received from the body.
fn standing(page: &InvitedPage, ctx: &Ctx) -> Markup {
    let Some(last) = page.standing.answers.last() else { return html! {} };
    let moment = moment_words(ctx, last.received_at);
    let words = if page.standing.state() == InviteeState::NoComment {
        text!(ctx.lang, "invited-said-no-comment", moment = moment)
    } else {
        text!(ctx.lang, "invited-answered", moment = moment)
    };
    let inside = html! {
        p { (words) }
        @if page.may_take_back && page.round.phase(ctx.now) == Phase::Open {
            p { (text!(ctx.lang, "invited-reference", reference = last.reference.as_str())) }
            form method="post" action=(page.here) {
                (form_token(ctx))
                button class="ds-button" data-variant="secondary" type="submit" name="do" value="take-back" {
                    (text!(ctx.lang, "invited-take-back"))
                }
            }
        }
    };
    notice(Tone::Success, &text!(ctx.lang, "invited-received"), &inside)
}

fn answer(page: &InvitedPage, ctx: &Ctx) -> Markup {
    let is_begun = page.standing.drafted_at.is_some();
    let words = if is_begun { text!(ctx.lang, "invited-go-on") } else { text!(ctx.lang, "invited-begin") };
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "invited-answer")) }
            @if let Some(entrance) = &page.entrance {
                p { (text!(ctx.lang, "invited-first")) }
                p {
                    a class="ds-button" data-variant="primary" data-color="accent" href=(entrance.at) {
                        (go_in(entrance.way, ctx))
                    }
                }
            } @else {
                form method="post" action=(page.here) {
                    (form_token(ctx))
                    button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="begin" {
                        (words)
                    }
                }
            }
        }
    }
}

fn no_comment(page: &InvitedPage, ctx: &Ctx) -> Markup {
    let name = page.standing.invitee.facts.name.as_str();
    html! {
        @if page.standing.answers.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "invited-no-comment")) }
                p { (text!(ctx.lang, "invited-no-comment-what", name = name)) }
                form method="post" action=(page.here) {
                    (form_token(ctx))
                    button class="ds-button" data-variant="secondary" type="submit" name="do" value="no-comment" {
                        (text!(ctx.lang, "invited-no-comment-yes"))
                    }
                }
            }
        }
    }
}
