//! Pages that say why something cannot be shown or done, and what to do instead.

use crate::domain::consultation::Consultation;
use crate::domain::reference::Reference;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::components::dates::{deadline_words, moment_words};
use crate::web::views::public::entrance::{changed_meanwhile, go_in, not_let_in, only_read};
use crate::web::views::public::kept::{KeptText, kept_text, send_again};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// What there is to say.
#[derive(Debug)]
pub enum Message {
    /// They must log in first, and what they sent could not be taken.
    NotSignedIn,
    /// They must come in by the way that the round asks for.
    NotLetIn {
        /// The way.
        way: WayIn,
        /// Where it begins.
        at: String,
    },
    /// A link from a letter, or an invitation, no longer works.
    LinkIsSpent,
    /// There is no login provider.
    NobodyCanLogIn,
    /// A login came back that we do not know: too late, a second time, or in another browser.
    LoginLost,
    /// They changed their mind at the provider.
    LoginCancelled {
        /// Where they were.
        back: String,
    },
    /// What the provider said of them does not hold.
    LoginRefused {
        /// What people call it.
        provider: String,
        /// Where they were.
        back: String,
    },
    /// They were identified with less certainty than we demand.
    LevelTooLow {
        /// What people call the provider.
        provider: String,
        /// Where they were.
        back: String,
    },
    /// The provider does not answer.
    ProviderUnavailable {
        /// What people call it.
        provider: String,
        /// Where they were.
        back: String,
    },
    /// They have logged out here, and go on to do so at the provider.
    LoggedOutHere {
        /// What people call it.
        provider: String,
        /// Its address for that.
        to: String,
    },
    /// They have logged out here and at the provider.
    LoggedOutThere {
        /// What people call it.
        provider: String,
    },
    /// Nothing is at this address, or it is somebody else's.
    NotFound,
    /// The reader's role does not allow it.
    Forbidden,
    /// The reader has no role among the staff; whoever gives roles needs to know this of them.
    NoRole {
        /// Who vouches for them.
        issuer: String,
        /// Who they are to the issuer.
        subject: String,
    },
    /// The one-time link has been used, or is too old.
    LinkIsDead,
    /// The request could not be read.
    Unreadable,
    /// What was sent is too large.
    TooLarge,
    /// What was sent did not come to an end.
    TooSlow,
    /// The form is older than the session, or was never this browser's.
    StaleForm,
    /// They, or others at the same address, do this too often.
    TooMany {
        /// How long to wait, rounded up.
        minutes: u64,
    },
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
    /// They see the submission, and only its sender may change it.
    OnlyRead {
        /// The submission.
        reference: Reference,
    },
    /// Another has changed the submission since they began to.
    ChangedMeanwhile {
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
    message_page_keeping(message, None, ctx)
}

/// The page, with what had been typed where it is kept.
#[must_use]
pub fn message_page_keeping(message: &Message, kept: Option<&KeptText>, ctx: &Ctx) -> Markup {
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
                @if let Message::NoRole { issuer, subject } = message { (who_they_are(ctx, issuer, subject)) }
                @if let Message::NotOpenYet(round) | Message::Closed(round) = message {
                    p { (text!(ctx.lang, "message-contact", name = round.contact.name.as_str())) " "
                        a class="ds-link" href={ "mailto:" (round.contact.email) } { (round.contact.email) } }
                }
                @match kept {
                    Some(KeptText { again: Some(again), .. }) => { (send_again(again, ctx)) }
                    _ => { p { a class="ds-button" data-variant="primary" data-color="accent" href=(href) { (go_on) } } }
                }
                @if let Some(kept) = kept { (kept_text(kept, ctx)) }
            }
        }
    };
    layout::public_page(ctx, &heading, &body)
}

/// What an administrator needs to know to give them a role.
fn who_they_are(ctx: &Ctx, issuer: &str, subject: &str) -> Markup {
    html! {
        p { (text!(ctx.lang, "message-no-role-ask")) }
        dl class="rows" {
            dt { (text!(ctx.lang, "access-issuer")) }
            dd { code { (issuer) } }
            dt { (text!(ctx.lang, "access-subject")) }
            dd { code { (subject) } }
        }
        p class="quiet" { (text!(ctx.lang, "message-no-role-citizen")) }
    }
}

/// Its heading and its words.
#[must_use]
pub fn sentences(message: &Message, ctx: &Ctx) -> (String, String) {
    let lang = ctx.lang;
    match message {
        Message::NotSignedIn => {
            (text!(lang, "message-not-signed-in"), text!(lang, "message-not-signed-in-what"))
        }
        Message::NotLetIn { way, .. } => not_let_in(*way, ctx),
        Message::LinkIsSpent => (text!(lang, "message-link-spent"), text!(lang, "message-link-spent-what")),
        Message::OnlyRead { reference } => only_read(reference, ctx),
        Message::ChangedMeanwhile { reference } => changed_meanwhile(reference, ctx),
        Message::NobodyCanLogIn => (text!(lang, "message-no-login"), text!(lang, "message-no-login-what")),
        Message::LoginLost
        | Message::LoginCancelled { .. }
        | Message::LoginRefused { .. }
        | Message::LevelTooLow { .. }
        | Message::ProviderUnavailable { .. }
        | Message::LoggedOutHere { .. }
        | Message::LoggedOutThere { .. } => login_sentences(message, ctx),
        Message::NotFound => (text!(lang, "message-not-found"), text!(lang, "message-not-found-what")),
        Message::Forbidden => (text!(lang, "message-forbidden"), text!(lang, "message-forbidden-what")),
        Message::NoRole { .. } => (text!(lang, "message-forbidden"), text!(lang, "message-no-role-what")),
        Message::LinkIsDead => {
            (text!(lang, "message-link-is-dead"), text!(lang, "message-link-is-dead-what"))
        }
        Message::Unreadable => (text!(lang, "message-unreadable"), text!(lang, "message-unreadable-what")),
        Message::TooSlow => (text!(lang, "message-too-slow"), text!(lang, "message-too-slow-what")),
        Message::StaleForm => (text!(lang, "message-stale-form"), text!(lang, "message-stale-form-what")),
        Message::TooMany { minutes } => {
            (text!(lang, "message-too-many"), text!(lang, "message-too-many-what", minutes = *minutes))
        }
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

fn login_sentences(message: &Message, ctx: &Ctx) -> (String, String) {
    let lang = ctx.lang;
    match message {
        Message::LoginCancelled { .. } => {
            (text!(lang, "message-login-cancelled"), text!(lang, "message-login-cancelled-what"))
        }
        Message::LoginRefused { provider, .. } => (
            text!(lang, "message-login-refused"),
            text!(lang, "message-login-refused-what", provider = provider.as_str()),
        ),
        Message::LevelTooLow { provider, .. } => {
            (text!(lang, "message-level"), text!(lang, "message-level-what", provider = provider.as_str()))
        }
        Message::ProviderUnavailable { provider, .. } => (
            text!(lang, "message-provider", provider = provider.as_str()),
            text!(lang, "message-provider-what", provider = provider.as_str()),
        ),
        Message::LoggedOutHere { provider, .. } => (
            text!(lang, "message-logged-out"),
            text!(lang, "message-logged-out-here", provider = provider.as_str()),
        ),
        Message::LoggedOutThere { provider } => (
            text!(lang, "message-logged-out"),
            text!(lang, "message-logged-out-there", provider = provider.as_str()),
        ),
        _ => (text!(lang, "message-login-lost"), text!(lang, "message-login-lost-what")),
    }
}

fn way_on(message: &Message, ctx: &Ctx) -> (String, String) {
    match message {
        Message::Busy
        | Message::Failed { .. }
        | Message::TooSlow
        | Message::StaleForm
        | Message::TooMany { .. } => (ctx.path.clone(), text!(ctx.lang, "message-try-again")),
        Message::NotOpenYet(round) | Message::Closed(round) => {
            (ctx.links().round(&round.slug), text!(ctx.lang, "message-to-round"))
        }
        Message::AlreadySent { reference }
        | Message::MayNotChange { reference }
        | Message::OnlyRead { reference }
        | Message::ChangedMeanwhile { reference }
        | Message::Withdrawn { reference } => {
            (ctx.links().my_submission(reference), text!(ctx.lang, "message-to-submission"))
        }
        Message::NotSignedIn => (ctx.links().login_and_back(&ctx.path), text!(ctx.lang, "log-in")),
        Message::LoginCancelled { back }
        | Message::LoginRefused { back, .. }
        | Message::LevelTooLow { back, .. }
        | Message::ProviderUnavailable { back, .. } => {
            (ctx.links().login_and_back(back), text!(ctx.lang, "message-try-again"))
        }
        Message::LoginLost => (ctx.links().login(), text!(ctx.lang, "message-try-again")),
        Message::LoggedOutHere { to, provider } => {
            (to.clone(), text!(ctx.lang, "message-to-provider", provider = provider.as_str()))
        }
        Message::NotLetIn { way, at } => (at.clone(), go_in(*way, ctx)),
        Message::NobodyCanLogIn
        | Message::LoggedOutThere { .. }
        | Message::LinkIsSpent
        | Message::NotFound
        | Message::Forbidden
        | Message::NoRole { .. }
        | Message::LinkIsDead
        | Message::Unreadable
        | Message::TooLarge => (ctx.links().home(), text!(ctx.lang, "message-to-rounds")),
    }
}
