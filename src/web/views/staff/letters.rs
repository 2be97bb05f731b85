//! Staff: letters that wait, or that could not be sent.

use crate::domain::ids::LetterId;
use crate::domain::letter::{LetterKind, LetterState};
use crate::store::letters::LetterStatus;
use crate::text;
use crate::web::views::components::dates::moment;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::tag;
use crate::web::views::layout::Place;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};
use std::collections::HashMap;

/// The letters that have not been sent.
#[derive(Debug)]
pub struct LettersPage {
    /// The letters, failed ones first.
    pub letters: Vec<LetterStatus>,
    /// The names of the consulted bodies among those they go to.
    pub invitees: HashMap<LetterId, String>,
    /// Whether one has just been put back in the outbox.
    pub has_requeued: bool,
}

/// The page.
#[must_use]
pub fn letters_page(page: &LettersPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "letters-heading");
    let body = html! {
        div class="wrap stack" {
            h1 class="ds-heading" { (title) }
            @if page.has_requeued { (status(Tone::Success, &text!(ctx.lang, "letters-requeued"))) }
            @if page.letters.is_empty() {
                div class="empty" { p { (text!(ctx.lang, "letters-none")) } }
            } @else {
                p class="quiet" { (text!(ctx.lang, "letters-what")) }
                (table(page, ctx, &title))
            }
        }
    };
    layout::staff_page(ctx, &title, Place::StaffLetters, &body)
}

fn table(page: &LettersPage, ctx: &Ctx, label: &str) -> Markup {
    html! {
        div class="table-frame" tabindex="0" role="region" aria-label=(label) {
            table class="ds-table" {
                thead {
                    tr {
                        th scope="col" { (text!(ctx.lang, "staff-column-reference")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-letter")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-written")) }
                        th scope="col" { (text!(ctx.lang, "filter-status")) }
                        th scope="col" data-number { (text!(ctx.lang, "staff-column-attempts")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-error")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-deed")) }
                    }
                }
                tbody {
                    @for letter in &page.letters { (row(page, letter, ctx)) }
                }
            }
        }
    }
}

fn row(page: &LettersPage, letter: &LetterStatus, ctx: &Ctx) -> Markup {
    let invitee = page.invitees.get(&letter.id);
    let about = letter.reference.as_ref().or(invitee).map_or("–", String::as_str);
    html! {
        tr {
            th scope="row" { (about) }
            td { (kind(ctx, letter.kind)) }
            td data-nowrap { (moment(ctx, letter.created_at)) }
            td { (state(ctx, letter)) }
            td data-number { (letter.attempts) }
            td { (letter.last_error.as_deref().unwrap_or("–")) }
            td {
                @if letter.state == LetterState::Failed {
                    form method="post" action=(ctx.links().staff_letters()) {
                        (form_token(ctx))
                        input type="hidden" name="letter" value=(letter.id);
                        button class="ds-button" data-variant="secondary" data-size="sm" type="submit" {
                            (text!(ctx.lang, "letters-requeue"))
                            span class="ds-sr-only" { " " (about) }
                        }
                    }
                } @else { "–" }
            }
        }
    }
}

fn kind(ctx: &Ctx, kind: LetterKind) -> String {
    match kind {
        LetterKind::Receipt => text!(ctx.lang, "letter-kind-receipt"),
        LetterKind::ChangeReceipt => text!(ctx.lang, "letter-kind-change"),
        LetterKind::FileStopped => text!(ctx.lang, "letter-kind-file-stopped"),
        LetterKind::LoginLink => text!(ctx.lang, "letter-kind-login-link"),
        LetterKind::SubscriptionLink => text!(ctx.lang, "letter-kind-subscription-link"),
        LetterKind::RoundOpened => text!(ctx.lang, "letter-kind-round-opened"),
        LetterKind::Invitation => text!(ctx.lang, "letter-kind-invitation"),
        LetterKind::InvitationReminder => text!(ctx.lang, "letter-kind-invitation-reminder"),
        LetterKind::InvitationDeadline => text!(ctx.lang, "letter-kind-invitation-deadline"),
        LetterKind::NoCommentReceipt => text!(ctx.lang, "letter-kind-no-comment"),
        LetterKind::RoundExtended => text!(ctx.lang, "letter-kind-extended"),
        LetterKind::RoundClosed => text!(ctx.lang, "letter-kind-closed"),
        LetterKind::RoundReopened => text!(ctx.lang, "letter-kind-reopened"),
        LetterKind::RoundCorrected => text!(ctx.lang, "letter-kind-corrected"),
        LetterKind::RoundConcluded => text!(ctx.lang, "letter-kind-concluded"),
        LetterKind::DraftReminder => text!(ctx.lang, "letter-kind-reminder"),
        LetterKind::WithdrawalReceipt => text!(ctx.lang, "letter-kind-withdrawal"),
    }
}

fn state(ctx: &Ctx, letter: &LetterStatus) -> Markup {
    match letter.state {
        LetterState::Sent => tag::tag("success", &text!(ctx.lang, "letter-sent")),
        LetterState::Failed => tag::tag("danger", &text!(ctx.lang, "letter-failed")),
        LetterState::Waiting => html! {
            (tag::tag("info", &text!(ctx.lang, "letter-waiting"))) br;
            span class="quiet small" { (text!(ctx.lang, "letter-next")) " " (moment(ctx, letter.due_at)) }
        },
    }
}
