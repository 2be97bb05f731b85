//! Two tabs or devices wrote on the same draft: both texts are shown, and the person chooses.

use super::form::{FormPage, action};
use crate::domain::draft::{Draft, DraftContent};
use crate::domain::question::Question;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::moment_words;
use maud::{Markup, html};

/// What happened, and the two ways on. «Keep this» posts the form as it stands.
#[must_use]
pub fn conflict_notice(page: &FormPage, stored: &Draft, ctx: &Ctx) -> Markup {
    html! {
        div class="ds-alert" data-color="warning" role="alert" {
            h2 class="ds-heading" { (text!(ctx.lang, "conflict")) }
            p { (what(page, stored, ctx)) }
            div class="actions" {
                button class="ds-button" data-variant="secondary" type="submit" form="svar" name="do" value="save" {
                    (text!(ctx.lang, "conflict-keep"))
                }
                a class="ds-button" data-variant="secondary" href=(take_stored(page, ctx)) {
                    (text!(ctx.lang, "conflict-take"))
                }
            }
        }
    }
}

fn what(page: &FormPage, stored: &Draft, ctx: &Ctx) -> String {
    let moment = moment_words(ctx, stored.saved_at);
    match &page.saved_by {
        Some(name) => text!(ctx.lang, "conflict-what-colleague", name = name.as_str(), moment = moment),
        None => text!(ctx.lang, "conflict-what", moment = moment),
    }
}

/// The form as it is stored, without what was parked.
fn take_stored(page: &FormPage, ctx: &Ctx) -> String {
    let form = action(ctx, &page.round.slug, page.changes.as_ref(), page.shared);
    let mark = if form.contains('?') { '&' } else { '?' };
    if page.is_restored { format!("{form}{mark}parkert=nei") } else { form }
}

/// The stored text of one field, where it differs from what was typed.
pub fn stored_field(page: &FormPage, read: impl Fn(&DraftContent) -> &String, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(stored) = &page.conflict {
            (difference(read(&page.content), read(&stored.content), ctx))
        }
    }
}

/// The stored answer to one question, where it differs from what was typed.
#[must_use]
pub fn stored_answer(page: &FormPage, stored: &Draft, question: &Question, ctx: &Ctx) -> Markup {
    let text_of = |content: &DraftContent| {
        let answer = content.answers.get(&question.number).map_or("", String::as_str);
        question.read_aloud(answer, ctx.lang)
    };
    difference(&text_of(&page.content), &text_of(&stored.content), ctx)
}

fn difference(typed: &str, stored: &str, ctx: &Ctx) -> Markup {
    html! {
        @if typed != stored {
            details class="conflict" open {
                summary { (text!(ctx.lang, "conflict-stored")) }
                @if stored.is_empty() {
                    p class="quiet" { (text!(ctx.lang, "conflict-stored-empty")) }
                } @else {
                    p class="verbatim" { (stored) }
                }
            }
        }
    }
}
