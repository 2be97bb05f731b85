//! Administrators: what a round asks, in its order, and what waits to be published.

use super::frame::{Room, room_page};
use super::question_fields::{Filled, kind_name};
use crate::domain::consultation::Consultation;
use crate::domain::form_change::FormChange;
use crate::domain::question::{FormVersion, Question};
use crate::text;
use crate::text::number;
use crate::web::views::Ctx;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::movers::{Movable, movers};
use crate::web::views::components::notice::{Tone, notice, status};
use crate::web::views::components::tag::tag;
use crate::web::views::public::form_changed::form_changes;
use maud::{Markup, html};

/// What a round asks.
#[derive(Debug)]
pub struct FormEditorPage {
    /// The round.
    pub round: Consultation,
    /// The form as it is asked.
    pub current: FormVersion,
    /// The form as it will be asked, where it is being changed.
    pub draft: Option<FormVersion>,
    /// Whether a change must be published.
    pub is_settled: bool,
    /// The changes that have been.
    pub changes: Vec<FormChange>,
    /// The form that publishes.
    pub publishing: Filled,
    /// What has just been done.
    pub done: Option<FormDone>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormDone {
    /// A question was added.
    Added,
    /// A question was changed.
    Changed,
    /// A question was moved.
    Moved,
    /// A question was removed.
    Removed,
    /// The changes were published.
    Published,
    /// The changes were thrown away.
    Discarded,
}

impl FormDone {
    /// What an address says has been done.
    #[must_use]
    pub fn from_address(word: &str) -> Option<Self> {
        Some(match word {
            "lagt-til" => Self::Added,
            "endret" => Self::Changed,
            "flyttet" => Self::Moved,
            "fjernet" => Self::Removed,
            "publisert" => Self::Published,
            "forkastet" => Self::Discarded,
            _ => return None,
        })
    }

    fn shown(self, ctx: &Ctx) -> Markup {
        let sentence = match self {
            Self::Added => text!(ctx.lang, "asked-done-added"),
            Self::Changed => text!(ctx.lang, "asked-done-changed"),
            Self::Moved => text!(ctx.lang, "asked-done-moved"),
            Self::Removed => text!(ctx.lang, "asked-done-removed"),
            Self::Published => text!(ctx.lang, "asked-done-published"),
            Self::Discarded => text!(ctx.lang, "asked-done-discarded"),
        };
        status(Tone::Success, &sentence)
    }
}

/// The page.
#[must_use]
pub fn form_editor_page(page: &FormEditorPage, ctx: &Ctx) -> Markup {
    let form = page.draft.as_ref().unwrap_or(&page.current);
    let body = html! {
        div class="stack-lg" {
            @if let Some(done) = page.done { (done.shown(ctx)) }
            (error_summary(ctx, &page.publishing.summary(ctx)))
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "asked-heading")) }
                p class="measure" {
                    @if page.is_settled { (text!(ctx.lang, "asked-what-settled")) }
                    @else { (text!(ctx.lang, "asked-what")) }
                }
                @if page.draft.is_some() {
                    (notice(Tone::Warning, &text!(ctx.lang, "asked-unpublished"), &html! {
                        p { (text!(ctx.lang, "asked-unpublished-what")) " "
                            a class="ds-link" href="#publiser" { (text!(ctx.lang, "asked-publish")) } }
                    }))
                }
                ol class="papers" {
                    @for (place, question) in form.questions.iter().enumerate() {
                        (row(page, form, place, question, ctx))
                    }
                }
                p {
                    a class="ds-button" data-variant="primary" data-color="accent"
                        href=(ctx.links().staff_new_question(&page.round.slug)) { (text!(ctx.lang, "asked-new")) }
                }
            }
            @if let Some(draft) = &page.draft { (publish(page, draft, ctx)) }
            @if !page.changes.is_empty() {
                section class="stack" {
                    h2 class="ds-heading" { (text!(ctx.lang, "asked-history")) }
                    (form_changes(&page.changes, ctx))
                }
            }
        }
    };
    room_page(ctx, &page.round, Room::Form, None, &body)
}

fn row(page: &FormEditorPage, form: &FormVersion, place: usize, question: &Question, ctx: &Ctx) -> Markup {
    let href = ctx.links().staff_asked(&page.round.slug, &question.origin);
    html! {
        li class="paper" {
            div class="paper__what" {
                p class="paper__title" {
                    (question.number) ". "
                    a class="ds-link" href=(href) lang=[foreign(ctx, &question.theme)] { (question.theme.text(ctx.lang)) }
                    @if page.draft.is_some() { (difference(page, question, ctx)) }
                    @if question.lacks_nynorsk() { " " (tag("warning", &text!(ctx.lang, "asked-lacks-nynorsk"))) }
                }
                p lang=[foreign(ctx, &question.wording)] { (question.wording.text(ctx.lang)) }
                p class="small quiet" { (details(question, ctx)) }
                @if !question.options.is_empty() {
                    ul class="ds-list small" { @for option in &question.options { li { (localized(ctx, &option.label)) } } }
                }
            }
            (movers(ctx, &Movable {
                action: ctx.links().staff_form(&page.round.slug),
                field: "question",
                key: &question.origin.to_string(),
                name: question.theme.text(ctx.lang),
                place,
                count: form.questions.len(),
            }))
        }
    }
}

/// What the change is, held against the form as it is asked.
fn difference(page: &FormEditorPage, question: &Question, ctx: &Ctx) -> Markup {
    html! {
        @match page.current.question_of(question.origin) {
            None => { " " (tag("info", &text!(ctx.lang, "asked-is-new"))) }
            Some(asked) if asked.fingerprint() != question.fingerprint() => {
                " " (tag("info", &text!(ctx.lang, "asked-is-changed")))
            }
            Some(_) => {}
        }
    }
}

fn details(question: &Question, ctx: &Ctx) -> Markup {
    let longest = usize::try_from(question.max_chars).unwrap_or(0);
    html! {
        (kind_name(ctx, question.kind))
        @if question.kind.is_text() { " · " (text!(ctx.lang, "counter-limit", limit = number(ctx.lang, longest))) }
        @if question.is_required { " · " (text!(ctx.lang, "asked-is-required")) }
    }
}

fn publish(page: &FormEditorPage, draft: &FormVersion, ctx: &Ctx) -> Markup {
    let action = ctx.links().staff_form(&page.round.slug);
    let gone = page.current.questions.iter().filter(|asked| draft.question_of(asked.origin).is_none());
    let gone: Vec<&Question> = gone.collect();
    html! {
        div class="panels" {
            form class="panel" id="publiser" method="post" action=(action) novalidate {
                (form_token(ctx))
                input type="hidden" name="shown" value=(draft.fingerprint());
                h2 class="ds-heading" { (text!(ctx.lang, "asked-publish")) }
                p { (text!(ctx.lang, "asked-publish-what")) }
                @if !gone.is_empty() {
                    p { (text!(ctx.lang, "asked-publish-gone")) }
                    ul class="ds-list" { @for asked in &gone { li { (localized(ctx, &asked.theme)) } } }
                }
                (page.publishing.reasons(ctx))
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="publish" {
                    (text!(ctx.lang, "asked-publish"))
                }
            }
            form class="panel" method="post" action=(action) {
                (form_token(ctx))
                h2 class="ds-heading" { (text!(ctx.lang, "asked-discard")) }
                p { (text!(ctx.lang, "asked-discard-what")) }
                button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do" value="discard" {
                    (text!(ctx.lang, "asked-discard"))
                }
            }
        }
    }
}
