//! Pages that say why something cannot be shown or done, and what to do instead.

use crate::domain::consultation::Consultation;
use crate::domain::reference::Reference;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::public::entrance::go_in;
use crate::web::views::public::kept::{KeptText, kept_text, send_again};
use crate::web::views::public::message_words::sentences;
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
    /// The virus scanner has found something in the document.
    DocumentClosed,
    /// Nothing is at this address, or it is somebody else's.
    NotFound,
    /// The virus scanner has not looked at the file, or has found something in it.
    FileNotOpen,
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
        | Message::DocumentClosed
        | Message::FileNotOpen
        | Message::Forbidden
        | Message::NoRole { .. }
        | Message::LinkIsDead
        | Message::Unreadable
        | Message::TooLarge => (ctx.links().home(), text!(ctx.lang, "message-to-rounds")),
    }
}
