//! Administrators: one question, new or to be changed.

use super::frame::{Room, room_page};
use super::question_fields::Filled;
use crate::domain::consultation::Consultation;
use crate::domain::form_edit::FormRefusal;
use crate::domain::question::Question;
use crate::text;
use crate::web::forms::question::QuestionMistake;
use crate::web::views::Ctx;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::localized;
use maud::{Markup, html};

/// A question to be written.
#[derive(Debug)]
pub struct QuestionEditorPage {
    /// The round.
    pub round: Consultation,
    /// The question as it stands; a new one has none.
    pub question: Option<Question>,
    /// Whether the change waits to be published.
    pub is_settled: bool,
    /// The form.
    pub filled: Filled,
}

/// The page.
#[must_use]
pub fn question_editor_page(page: &QuestionEditorPage, ctx: &Ctx) -> Markup {
    let title = match &page.question {
        Some(question) => text!(ctx.lang, "asked-change", number = question.number),
        None => text!(ctx.lang, "asked-new"),
    };
    let body = html! {
        div class="stack-lg" {
            (error_summary(ctx, &page.filled.summary(ctx)))
            div class="stack" {
                p { a class="ds-link" href=(ctx.links().staff_form(&page.round.slug)) { (text!(ctx.lang, "asked-back")) } }
                h1 class="ds-heading" { (title) }
                @if page.is_settled { p class="measure" { (text!(ctx.lang, "asked-waits")) } }
            }
            (stands_there(page, ctx))
            (fields(page, ctx))
            @if let Some(question) = &page.question { (remove(page, question, ctx)) }
        }
    };
    room_page(ctx, &page.round, Room::Form, Some(&title), &body)
}

/// To whoever was late: what the other has written, beside their own text in the form.
fn stands_there(page: &QuestionEditorPage, ctx: &Ctx) -> Markup {
    let was_late = page.filled.mistakes.contains(&QuestionMistake::Refused(FormRefusal::ChangedMeanwhile));
    html! {
        @if let (true, Some(question)) = (was_late, &page.question) {
            section class="panel column" {
                h2 class="ds-heading" { (text!(ctx.lang, "asked-stands-there")) }
                p { strong { (localized(ctx, &question.theme)) } }
                p { (localized(ctx, &question.wording)) }
                @if !question.help.nb.is_empty() { p class="quiet" { (localized(ctx, &question.help)) } }
                @if !question.options.is_empty() {
                    ul class="ds-list" { @for option in &question.options { li { (localized(ctx, &option.label)) } } }
                }
            }
        }
    }
}

fn fields(page: &QuestionEditorPage, ctx: &Ctx) -> Markup {
    let slug = &page.round.slug;
    let (action, words) = match &page.question {
        Some(question) => {
            (ctx.links().staff_asked(slug, &question.origin), text!(ctx.lang, "asked-change-yes"))
        }
        None => (ctx.links().staff_new_question(slug), text!(ctx.lang, "asked-new-yes")),
    };
    html! {
        form class="panel column" method="post" action=(action) novalidate {
            (form_token(ctx))
            input type="hidden" name="shown" value=(page.filled.form.get("shown"));
            (page.filled.question(ctx))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="change" { (words) }
        }
    }
}

fn remove(page: &QuestionEditorPage, question: &Question, ctx: &Ctx) -> Markup {
    html! {
        form class="panel column" method="post" action=(ctx.links().staff_asked(&page.round.slug, &question.origin)) {
            (form_token(ctx))
            input type="hidden" name="shown" value=(question.fingerprint());
            h2 class="ds-heading" { (text!(ctx.lang, "asked-remove")) }
            p {
                @if page.is_settled { (text!(ctx.lang, "asked-remove-settled")) }
                @else { (text!(ctx.lang, "asked-remove-what")) }
            }
            button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do" value="remove" {
                (text!(ctx.lang, "asked-remove"))
            }
        }
    }
}
