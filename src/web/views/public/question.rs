//! One question in the form, of whatever kind.

use super::conflict::stored_answer;
use super::form::FormPage;
use super::mistakes::mistake_at;
use crate::domain::question::{Choice, Question, QuestionKind};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::field::{described_by, mistake};
use crate::web::views::components::language::localized;
use crate::web::views::components::tag::tag;
use crate::web::views::components::textarea::{Textarea, textarea};
use maud::{Markup, html};

/// The question with room for its answer. Its first field has the id `answer-NUMBER`, for links from a
/// summary and from the page where answers are checked.
#[must_use]
pub fn question_section(page: &FormPage, question: &Question, ctx: &Ctx) -> Markup {
    let typed = page.content.answers.get(&question.number).map_or("", String::as_str);
    html! {
        section class="form-section question" {
            h2 class="question__theme" {
                (text!(ctx.lang, "form-question", number = question.number)) ": " (localized(ctx, &question.theme))
            }
            @if question.kind.is_text() { (written(page, question, typed, ctx)) }
            @else { (chosen(page, question, typed, ctx)) }
            @if let Some(stored) = &page.conflict { (stored_answer(page, stored, question, ctx)) }
        }
    }
}

/// The question itself, and whether it must be answered.
fn label(question: &Question, ctx: &Ctx) -> Markup {
    html! {
        (localized(ctx, &question.wording))
        @if question.is_required { " " (tag("info", &text!(ctx.lang, "question-required"))) }
    }
}

fn help(question: &Question, ctx: &Ctx) -> Option<Markup> {
    let has_own = !question.help.text(ctx.lang).is_empty();
    let is_several = question.kind == QuestionKind::SeveralChoices;
    (has_own || is_several).then(|| {
        html! {
            @if has_own { (localized(ctx, &question.help)) }
            @if has_own && is_several { " " }
            @if is_several { (text!(ctx.lang, "question-several-help")) }
        }
    })
}

fn written(page: &FormPage, question: &Question, typed: &str, ctx: &Ctx) -> Markup {
    let name = format!("answer-{}", question.number);
    // A field of one line would take the line ends out of what came from a longer one.
    let is_line = question.kind == QuestionKind::ShortText && !typed.contains('\n');
    textarea(
        ctx,
        &Textarea {
            name: &name,
            label: label(question, ctx),
            help: help(question, ctx),
            value: typed,
            rows: if is_line { 1 } else { 7 },
            max_chars: usize::try_from(question.max_chars).ok(),
            holds_national_id: Some(page.national_ids_in.contains(&question.number)),
            mistake: mistake_at(ctx, &page.mistakes, &name),
        },
    )
}

fn chosen(page: &FormPage, question: &Question, typed: &str, ctx: &Ctx) -> Markup {
    let (id, number) = (format!("answer-{}", question.number), question.number);
    let (help, wrong) = (help(question, ctx), mistake_at(ctx, &page.mistakes, &id));
    // Without script a radio button cannot be taken back.
    let may_take_back = question.kind != QuestionKind::SeveralChoices && !question.is_required;
    html! {
        fieldset class="ds-fieldset choices" aria-describedby=[described_by(&id, wrong.is_some(), help.is_some())] {
            legend class="ds-label" { (label(question, ctx)) }
            @if let Some(words) = &help { div data-field="description" id={ (id) "-help" } { (words) } }
            @for (place, option) in question.options.iter().enumerate() {
                @let own = format!("{id}-{}", option.key);
                (choice(question, option, if place == 0 { &id } else { &own }, typed, wrong.is_some(), ctx))
            }
            @if may_take_back {
                div class="ds-field" {
                    input class="ds-input" type="radio" data-color="accent" id={ "no-answer-" (number) }
                        name={ "choice-" (number) } value="";
                    label class="ds-label quiet" for={ "no-answer-" (number) } { (text!(ctx.lang, "question-no-answer")) }
                }
            }
            (mistake(&id, wrong.as_deref()))
        }
        (strangers(question, typed, ctx))
    }
}

fn choice(question: &Question, option: &Choice, id: &str, typed: &str, is_wrong: bool, ctx: &Ctx) -> Markup {
    let is_several = question.kind == QuestionKind::SeveralChoices;
    let (kind, name, value) = if is_several {
        ("checkbox", format!("choice-{}-{}", question.number, option.key), "true")
    } else {
        ("radio", format!("choice-{}", question.number), option.key.as_str())
    };
    html! {
        div class="ds-field" {
            input class="ds-input" type=(kind) data-color="accent" id=(id) name=(name) value=(value)
                checked[question.is_chosen(typed, option)] aria-invalid=[is_wrong.then_some("true")];
            label class="ds-label" for=(id) { (localized(ctx, &option.label)) }
        }
    }
}

/// What stands in the draft and is none of the options, as when the question was asked in another way
/// before: it cannot be chosen here, and nobody should lose it without a word.
fn strangers(question: &Question, typed: &str, ctx: &Ctx) -> Markup {
    let strangers = question.strangers(typed);
    html! {
        @if !strangers.is_empty() {
            div class="conflict" {
                p { (text!(ctx.lang, "question-stranger")) }
                p class="verbatim" { (strangers.join("\n")) }
            }
        }
    }
}
