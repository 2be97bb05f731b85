//! What the pages that cannot show or do something say: a heading and what to do.

use super::message::Message;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::{deadline_words, moment_words};
use crate::web::views::public::entrance::{changed_meanwhile, not_let_in, only_read};

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
        Message::NobodyCanLogIn => (text!(lang, "message-no-login"), text!(lang, "message-no-login-what")),
        Message::LoginLost
        | Message::LoginCancelled { .. }
        | Message::LoginRefused { .. }
        | Message::LevelTooLow { .. }
        | Message::ProviderUnavailable { .. }
        | Message::LoggedOutHere { .. }
        | Message::LoggedOutThere { .. } => login_sentences(message, ctx),
        Message::NotFound => (text!(lang, "message-not-found"), text!(lang, "message-not-found-what")),
        Message::DocumentClosed => (text!(lang, "document-infected"), text!(lang, "document-infected-what")),
        Message::FileNotOpen => (text!(lang, "message-file"), text!(lang, "message-file-what")),
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
        Message::NotOpenYet(_)
        | Message::Closed(_)
        | Message::AlreadySent { .. }
        | Message::MayNotChange { .. }
        | Message::Withdrawn { .. }
        | Message::OnlyRead { .. }
        | Message::ChangedMeanwhile { .. } => submission_sentences(message, ctx),
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

/// What of a round or a submission stands in the way.
fn submission_sentences(message: &Message, ctx: &Ctx) -> (String, String) {
    let lang = ctx.lang;
    match message {
        Message::OnlyRead { reference } => only_read(reference, ctx),
        Message::ChangedMeanwhile { reference } => changed_meanwhile(reference, ctx),
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
        _ => (text!(lang, "message-unreadable"), text!(lang, "message-unreadable-what")),
    }
}
