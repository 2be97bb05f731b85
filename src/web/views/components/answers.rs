//! Answers to read, question by question.

use crate::domain::language::Language;
use crate::domain::question::{FormVersion, Question, QuestionKind};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::language::{foreign, localized};
use maud::{Markup, html};

/// All questions with the answer to each; `edit` is the address where they can be changed.
/// The answers are in `language` as far as anyone knows.
pub fn answers<'a>(
    ctx: &Ctx,
    form: &FormVersion,
    language: Language,
    edit: Option<&str>,
    answer: impl Fn(i32) -> Option<&'a str>,
) -> Markup {
    html! {
        div class="answers" {
            @for question in &form.questions {
                section class="answer" {
                    div class="answer__head" {
                        h3 class="ds-heading" lang=[foreign(ctx, &question.theme)] {
                            (question.number) ". " (question.theme.text(ctx.lang))
                        }
                        @if let Some(href) = edit { (edit_link(ctx, question, href)) }
                    }
                    p class="quiet small" lang=[foreign(ctx, &question.wording)] { (question.wording.text(ctx.lang)) }
                    @match answer(question.number) {
                        Some(words) => { (reply(ctx, question, language, words)) }
                        None => { p class="quiet" { (text!(ctx.lang, "answer-none")) } }
                    }
                }
            }
        }
    }
}

/// An answer of whatever kind: what was written, or what was chosen.
#[must_use]
pub fn reply(ctx: &Ctx, question: &Question, language: Language, answer: &str) -> Markup {
    if question.kind.is_text() {
        return verbatim(ctx, language, answer);
    }
    let words = |key: &str| match question.option(key) {
        Some(option) => localized(ctx, &option.label),
        None => html! { (key) },
    };
    html! {
        @if question.kind == QuestionKind::SeveralChoices {
            ul class="ds-list" { @for key in answer.lines() { li { (words(key)) } } }
        } @else {
            @for key in answer.lines() { p class="verbatim" { (words(key)) } }
        }
    }
}

/// What a person wrote, exactly, with its language where that is not the page's.
#[must_use]
pub fn verbatim(ctx: &Ctx, language: Language, words: &str) -> Markup {
    let foreign = (language != ctx.lang).then(|| language.tag());
    html! { p class="verbatim" lang=[foreign] { (words) } }
}

fn edit_link(ctx: &Ctx, question: &Question, href: &str) -> Markup {
    html! {
        a class="ds-link no-print" href={ (href) "#answer-" (question.number) } {
            (text!(ctx.lang, "answer-edit"))
            span class="ds-sr-only" { " " (text!(ctx.lang, "answer-edit-which", number = question.number)) }
        }
    }
}
