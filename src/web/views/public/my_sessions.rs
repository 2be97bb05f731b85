//! Where a person is logged in.

use crate::domain::clock::Moment;
use crate::domain::ids::SessionId;
use crate::text;
use crate::web::views::components::dates::moment_words;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A person's sessions, newest first.
#[derive(Debug)]
pub struct MySessionsPage {
    /// The sessions.
    pub sessions: Vec<MySession>,
    /// Whether one has just been ended.
    pub has_ended: bool,
}

/// A session of one's own.
#[derive(Debug)]
pub struct MySession {
    /// Its id.
    pub id: SessionId,
    /// Whether it is the one in which the page is read.
    pub is_this: bool,
    /// The provider, as people call it.
    pub provider: Option<String>,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
}

/// The page.
#[must_use]
pub fn my_sessions_page(page: &MySessionsPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "sessions-heading");
    let body = html! {
        div class="wrap" {
            div class="column stack" {
                h1 class="ds-heading" { (title) }
                @if page.has_ended { (status(Tone::Success, &text!(ctx.lang, "sessions-ended"))) }
                p class="lede" { (text!(ctx.lang, "sessions-what")) }
                ul class="plain-list persona-list" {
                    @for session in &page.sessions { (row(session, ctx)) }
                }
                @if page.sessions.len() > 1 {
                    form class="all-others" method="post" action=(ctx.links().my_sessions()) {
                        (form_token(ctx))
                        button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                            (text!(ctx.lang, "sessions-end-others"))
                        }
                    }
                }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

fn row(session: &MySession, ctx: &Ctx) -> Markup {
    let began = moment_words(ctx, session.created_at);
    html! {
        li class="persona" {
            div {
                p { strong {
                    @if session.is_this { (text!(ctx.lang, "sessions-this")) }
                    @else { (text!(ctx.lang, "sessions-other")) }
                } }
                p {
                    @if let Some(provider) = &session.provider {
                        (text!(ctx.lang, "sessions-began-at", moment = began.as_str(), provider = provider.as_str()))
                    } @else {
                        (text!(ctx.lang, "sessions-began", moment = began.as_str()))
                    }
                }
                p class="quiet" {
                    (text!(ctx.lang, "sessions-seen", moment = moment_words(ctx, session.seen_at)))
                }
            }
            form method="post" action=(ctx.links().my_sessions()) {
                (form_token(ctx))
                input type="hidden" name="session" value=(session.id.0);
                button class="ds-button" data-variant="secondary" type="submit" {
                    (text!(ctx.lang, "sessions-end"))
                    span class="ds-sr-only" { " " (text!(ctx.lang, "sessions-began", moment = began.as_str())) }
                }
            }
        }
    }
}
