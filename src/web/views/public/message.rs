//! Pages that say why something cannot be shown or done, and what to do instead.

use crate::domain::consultation::Consultation;
use crate::domain::reference::Reference;
use crate::text;
use crate::web::views::components::dates::{deadline_words, moment_words};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// What there is to say.
#[derive(Debug)]
pub enum Message {
    /// They must log in first, and what they sent could not be taken.
    NotSignedIn,
    /// There is no login provider.
    NobodyCanLogIn,
    /// Nothing is at this address, or it is somebody else's.
    NotFound,
    /// The reader's role does not allow it.
    Forbidden,
    /// The request could not be read.
    Unreadable,
    /// What was sent is too large.
    TooLarge,
    /// Too much to do; they should try again.
    Busy,
    /// We failed; the number stands in the log.
    Failed {
        /// What to tell us.
        number: String,
    },
    /// The round has not opened.
    NotOpenYet(Box<Consultation>),
    /// The round has closed, and nothing was begun before.
    Closed(Box<Consultation>),
    /// A submission stands already.
    AlreadySent {
        /// The first one.
        reference: Reference,
    },
    /// The deadline has passed, so the submission can be neither changed nor withdrawn.
    MayNotChange {
        /// The submission.
        reference: Reference,
    },
    /// The submission was withdrawn.
    Withdrawn {
        /// The submission.
        reference: Reference,
    },
}

/// The page.
#[must_use]
pub fn message_page(message: &Message, ctx: &Ctx) -> Markup {
    let (heading, words) = sentences(message, ctx);
    let (href, go_on) = way_on(message, ctx);
    let body = html! {
        div class="wrap" {
            div class="column stack" {
                h1 class="ds-heading" { (heading) }
                p class="lede" { (words) }
                @if let Message::Failed { number } = message {
                    p { (text!(ctx.lang, "message-failed-number")) " " strong { code { (number) } } }
                }
                @if let Message::NotOpenYet(round) | Message::Closed(round) = message {
                    p { (text!(ctx.lang, "message-contact", name = round.contact.name.as_str())) " "
                        a class="ds-link" href={ "mailto:" (round.contact.email) } { (round.contact.email) } }
                }
                p { a class="ds-button" data-variant="primary" data-color="accent" href=(href) { (go_on) } }
            }
        }
    };
    layout::public_page(ctx, &heading, &body)
}

/// Its heading and its words.
#[must_use]
pub fn sentences(message: &Message, ctx: &Ctx) -> (String, String) {
    let lang = ctx.lang;
    match message {
        Message::NotSignedIn => {
            (text!(lang, "message-not-signed-in"), text!(lang, "message-not-signed-in-what"))
        }
        Message::NobodyCanLogIn => (text!(lang, "message-no-login"), text!(lang, "message-no-login-what")),
        Message::NotFound => (text!(lang, "message-not-found"), text!(lang, "message-not-found-what")),
        Message::Forbidden => (text!(lang, "message-forbidden"), text!(lang, "message-forbidden-what")),
        Message::Unreadable => (text!(lang, "message-unreadable"), text!(lang, "message-unreadable-what")),
        Message::TooLarge => (text!(lang, "message-too-large"), text!(lang, "message-too-large-what")),
        Message::Busy => (text!(lang, "message-busy"), text!(lang, "message-busy-what")),
        Message::Failed { .. } => (text!(lang, "message-failed"), text!(lang, "message-failed-what")),
        Message::NotOpenYet(round) => (
            text!(lang, "message-not-open"),
            text!(lang, "message-not-open-what", moment = moment_words(ctx, round.opens_at)),
        ),
        Message::Closed(round) => (
            text!(lang, "message-closed"),
            text!(lang, "message-closed-what", deadline = deadline_words(ctx, round.closes_at)),
        ),
        Message::AlreadySent { reference } => (
            text!(lang, "message-already-sent"),
            text!(lang, "message-already-sent-what", reference = reference.as_str()),
        ),
        Message::MayNotChange { reference } => (
            text!(lang, "message-may-not-change"),
            text!(lang, "message-may-not-change-what", reference = reference.as_str()),
        ),
        Message::Withdrawn { reference } => (
            text!(lang, "message-withdrawn"),
            text!(lang, "message-withdrawn-what", reference = reference.as_str()),
        ),
    }
}

fn way_on(message: &Message, ctx: &Ctx) -> (String, String) {
    match message {
        Message::Busy | Message::Failed { .. } => (ctx.path.clone(), text!(ctx.lang, "message-try-again")),
        Message::NotOpenYet(round) | Message::Closed(round) => {
            (ctx.links().round(&round.slug), text!(ctx.lang, "message-to-round"))
        }
        Message::AlreadySent { reference }
        | Message::MayNotChange { reference }
        | Message::Withdrawn { reference } => {
            (ctx.links().my_submission(reference), text!(ctx.lang, "message-to-submission"))
        }
        Message::NotSignedIn => (ctx.links().login_and_back(&ctx.path), text!(ctx.lang, "log-in")),
        Message::NobodyCanLogIn
        | Message::NotFound
        | Message::Forbidden
        | Message::Unreadable
        | Message::TooLarge => (ctx.links().home(), text!(ctx.lang, "message-to-rounds")),
    }
}
