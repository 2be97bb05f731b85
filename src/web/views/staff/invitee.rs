//! Administrators: one consulted body, its letters, and what can be done about it.

use super::frame::{Room, room_page};
use crate::actions::write_again::AgainRefusal;
use crate::domain::consultation::Consultation;
use crate::domain::invitee::{InviteeLetter, InviteeState, Standing};
use crate::domain::language::Language;
use crate::domain::letter::LetterState;
use crate::text;
use crate::web::forms::invitees::{FactMistake, InviteeForm};
use crate::web::views::Ctx;
use crate::web::views::components::choose::select;
use crate::web::views::components::dates::moment;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::tag::tag;
use maud::{Markup, html};

/// One of a round's list.
#[derive(Debug)]
pub struct InviteePage {
    /// The round.
    pub round: Consultation,
    /// The body, and how far it has come.
    pub standing: Standing,
    /// What stands in the form.
    pub form: InviteeForm,
    /// What was wrong with what was sent.
    pub mistakes: Vec<InviteeMistake>,
    /// What an address says has been done.
    pub done: String,
}

/// Why a deed was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteeMistake {
    /// What is said of the body.
    Fact(FactMistake),
    /// Another has this name and address.
    AlreadyListed,
    /// Nothing was sent.
    Again(AgainRefusal),
}

impl InviteePage {
    /// The page of one, as it stands.
    #[must_use]
    pub fn of(round: Consultation, standing: Standing) -> Self {
        let form = InviteeForm::of(&standing.invitee.facts);
        Self { round, standing, form, mistakes: Vec::new(), done: String::new() }
    }

    fn mistake_at(&self, ctx: &Ctx, id: &str) -> Option<String> {
        let found = self.mistakes.iter().find(|mistake| place(**mistake) == id)?;
        Some(sentence(ctx, *found))
    }
}

/// The page.
#[must_use]
pub fn invitee_page(page: &InviteePage, ctx: &Ctx) -> Markup {
    let name = &page.standing.invitee.facts.name;
    let mistakes: Vec<(String, String)> =
        page.mistakes.iter().map(|one| (place(*one).to_owned(), sentence(ctx, *one))).collect();
    let done = match page.done.as_str() {
        "endret" => Some(text!(ctx.lang, "invitee-done-changed")),
        "sendt" => Some(text!(ctx.lang, "invitee-done-again")),
        "stoppet" => Some(text!(ctx.lang, "invitee-done-stopped")),
        _ => None,
    };
    let body = html! {
        div class="stack-lg" {
            @if let Some(done) = &done { (status(Tone::Success, done)) }
            (error_summary(ctx, &mistakes))
            section class="stack" {
                h1 class="ds-heading" { (name) }
                p { (state_tag(&page.standing, ctx)) " " (answers(&page.round, &page.standing, ctx)) }
                (letters(page, ctx))
            }
            (facts(page, ctx))
            (remove(page, ctx))
            p { a class="ds-link" href=(ctx.links().staff_invitees(&page.round.slug)) { (text!(ctx.lang, "invitee-back")) } }
        }
    };
    room_page(ctx, &page.round, Room::Invitees, Some(name), &body)
}

/// How far it has come, as a label.
#[must_use]
pub fn state_tag(standing: &Standing, ctx: &Ctx) -> Markup {
    let (color, words) = match standing.state() {
        InviteeState::Listed => ("neutral", text!(ctx.lang, "invitee-state-listed")),
        InviteeState::Queued => ("neutral", text!(ctx.lang, "invitee-state-queued")),
        InviteeState::Invited => ("info", text!(ctx.lang, "invitee-state-invited")),
        InviteeState::Opened => ("info", text!(ctx.lang, "invitee-state-opened")),
        InviteeState::Drafted => ("info", text!(ctx.lang, "invitee-state-drafted")),
        InviteeState::Answered => ("success", text!(ctx.lang, "invitee-state-answered")),
        InviteeState::NoComment => ("success", text!(ctx.lang, "invitee-state-no-comment")),
        InviteeState::Stopped => ("warning", text!(ctx.lang, "invitee-state-stopped")),
    };
    tag(color, &words)
}

/// How far a letter has come, as a label.
#[must_use]
pub fn letter_state(letter: &InviteeLetter, ctx: &Ctx) -> Markup {
    match letter.state {
        Some(LetterState::Failed) => tag("danger", &text!(ctx.lang, "letter-failed")),
        Some(LetterState::Waiting) => tag("info", &text!(ctx.lang, "letter-waiting")),
        // Those that are gone were sent, or were seen as failed for as long as letters are kept.
        Some(LetterState::Sent) | None => html! {},
    }
}

/// Its submissions, as links.
#[must_use]
pub fn answers(round: &Consultation, standing: &Standing, ctx: &Ctx) -> Markup {
    html! {
        @if standing.answers.is_empty() { "–" }
        @for (place, answer) in standing.answers.iter().enumerate() {
            @if place > 0 { ", " }
            a class="ds-link" href=(ctx.links().staff_submission(&round.slug, &answer.reference)) {
                (answer.reference.as_str())
            }
        }
    }
}

fn letters(page: &InviteePage, ctx: &Ctx) -> Markup {
    let standing = &page.standing;
    let is_stopped = standing.invitee.stopped_at.is_some();
    html! {
        h2 class="ds-heading" { (text!(ctx.lang, "invitee-letters")) }
        @if standing.letters.is_empty() {
            p class="quiet" { (text!(ctx.lang, "invitee-letters-none")) }
        } @else {
            ul class="ds-list" {
                @for letter in &standing.letters {
                    li {
                        (moment(ctx, letter.written_at)) ": " (occasion(letter, ctx)) " " (letter_state(letter, ctx))
                        @if letter.state == Some(LetterState::Failed) {
                            @if let Some(error) = &letter.error { br; span class="small quiet break" { (error) } }
                        }
                    }
                }
                @if let Some(at) = standing.invitee.opened_at {
                    li { (moment(ctx, at)) ": " (text!(ctx.lang, "invitee-opened")) }
                }
            }
            @if !is_stopped {
                form class="stack" id="again" method="post" action=(here(page, ctx)) {
                    (form_token(ctx))
                    p class="small quiet" { (text!(ctx.lang, "invitee-again-what")) }
                    button class="ds-button" data-variant="secondary" type="submit" name="do" value="again" {
                        (text!(ctx.lang, "letters-requeue"))
                    }
                }
            }
        }
    }
}

fn occasion(letter: &InviteeLetter, ctx: &Ctx) -> String {
    match letter.occasion.split(':').next() {
        Some("reminder") => text!(ctx.lang, "letter-kind-invitation-reminder"),
        Some("deadline") => text!(ctx.lang, "letter-kind-invitation-deadline"),
        _ => text!(ctx.lang, "letter-kind-invitation"),
    }
}

fn here(page: &InviteePage, ctx: &Ctx) -> String {
    ctx.links().staff_invitee(&page.round.slug, &page.standing.invitee.id)
}

fn facts(page: &InviteePage, ctx: &Ctx) -> Markup {
    let line = |name: &'static str, kind, label, help, value| {
        field(&Field { name, kind, label, help, value, mistake: page.mistake_at(ctx, name) })
    };
    let languages: Vec<(&str, String)> =
        Language::ALL.iter().map(|one| (one.tag(), one.own_name().to_owned())).collect();
    html! {
        form class="panel column" method="post" action=(here(page, ctx)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "invitee-facts")) }
            // No browser shall fill in the administrator's own name and address.
            (line("name", Kind::Line, text!(ctx.lang, "invitee-name"), None, &page.form.name))
            (line("address", Kind::Word, text!(ctx.lang, "invitee-address"), None, &page.form.address))
            (line("org_number", Kind::Digits, text!(ctx.lang, "invitee-org-number"),
                Some(text!(ctx.lang, "invitee-org-number-help")), &page.form.org_number))
            (select("language", &text!(ctx.lang, "invitee-language"), &languages, &page.form.language,
                page.mistake_at(ctx, "language").as_deref()))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="change" {
                (text!(ctx.lang, "invitee-save"))
            }
        }
    }
}

fn remove(page: &InviteePage, ctx: &Ctx) -> Markup {
    let is_invited = !page.standing.letters.is_empty();
    let (heading, what) = if is_invited {
        (text!(ctx.lang, "invitee-stop"), text!(ctx.lang, "invitee-stop-what"))
    } else {
        (text!(ctx.lang, "invitee-remove"), text!(ctx.lang, "invitee-remove-what"))
    };
    html! {
        @if page.standing.invitee.stopped_at.is_none() {
            form class="panel column" method="post" action=(here(page, ctx)) {
                (form_token(ctx))
                h2 class="ds-heading" { (heading) }
                p { (what) }
                button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do" value="remove" {
                    (heading)
                }
            }
        }
    }
}

fn place(mistake: InviteeMistake) -> &'static str {
    match mistake {
        InviteeMistake::Fact(FactMistake::NameMissing | FactMistake::NameTooLong) => "name",
        InviteeMistake::Fact(FactMistake::AddressMissing | FactMistake::AddressWrong)
        | InviteeMistake::AlreadyListed => "address",
        InviteeMistake::Fact(FactMistake::OrgNumberWrong) => "org_number",
        InviteeMistake::Fact(FactMistake::Language) => "language",
        InviteeMistake::Again(_) => "again",
    }
}

/// What is wrong with what is said of one.
#[must_use]
pub fn fact_sentence(ctx: &Ctx, mistake: FactMistake) -> String {
    match mistake {
        FactMistake::NameMissing => text!(ctx.lang, "invitee-mistake-name"),
        FactMistake::NameTooLong => text!(ctx.lang, "invitee-mistake-name-long"),
        FactMistake::AddressMissing => text!(ctx.lang, "invitee-mistake-address-missing"),
        FactMistake::AddressWrong => text!(ctx.lang, "invitee-mistake-address"),
        FactMistake::OrgNumberWrong => text!(ctx.lang, "invitee-mistake-org-number"),
        FactMistake::Language => text!(ctx.lang, "invitee-mistake-language"),
    }
}

fn sentence(ctx: &Ctx, mistake: InviteeMistake) -> String {
    match mistake {
        InviteeMistake::Fact(mistake) => fact_sentence(ctx, mistake),
        InviteeMistake::AlreadyListed => text!(ctx.lang, "invitee-mistake-listed"),
        InviteeMistake::Again(AgainRefusal::NotRunning) => text!(ctx.lang, "invitee-mistake-not-running"),
        InviteeMistake::Again(_) => text!(ctx.lang, "invitee-mistake-not-sent"),
    }
}
