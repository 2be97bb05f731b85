//! The form: who answers, the questions, and what is saved.

use super::about_you::about_you;
use super::attachments::files_section;
use super::conflict::conflict_notice;
use super::form_changed::form_changed;
use super::form_reading::reading_notice;
use super::mistakes::{Mistake, mistake_at, summary};
use super::question::question_section;
use crate::domain::attachment::Attachment;
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::document::ReplacedDocument;
use crate::domain::draft::{Draft, DraftContent};
use crate::domain::form_change::FormChange;
use crate::domain::ids::DraftId;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::text::dates::clock_time;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::choice::checkbox;
use crate::web::views::components::dates::{deadline_sentence, time_left};
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::foreign;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::components::replacements::replaced_notice;
use crate::web::views::components::steps::{Step, steps};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// The form, empty or as it was typed.
#[derive(Debug)]
pub struct FormPage {
    /// The round.
    pub round: Consultation,
    /// What is asked.
    pub form: FormVersion,
    /// The draft; made with the page, before anything is saved.
    pub draft_id: DraftId,
    /// When the form was first shown, sealed by us: what was begun before the deadline may be
    /// sent after it.
    pub begun: String,
    /// The last save that this page knows; 0 before the first.
    pub version: i32,
    /// When that was.
    pub saved_at: Option<Moment>,
    /// The name of another who saved it last, where several write on it.
    pub saved_by: Option<String>,
    /// The draft, where several write on it.
    pub shared: Option<DraftId>,
    /// Whether the reader began it.
    pub is_owner: bool,
    /// Whether colleagues may be invited to it.
    pub may_share: bool,
    /// What has been typed.
    pub content: DraftContent,
    /// The files that go with it.
    pub attachments: Vec<Attachment>,
    /// The submission that it would change.
    pub changes: Option<Reference>,
    /// What must be put right.
    pub mistakes: Vec<Mistake>,
    /// The questions whose answers hold a national id.
    pub national_ids_in: Vec<i32>,
    /// What has been changed in the form since the draft was begun.
    pub form_changes: Vec<FormChange>,
    /// What has been replaced among the documents since the draft was begun.
    pub replaced: Vec<ReplacedDocument>,
    /// What another tab or device has saved since this page was shown. `version` is then that
    /// save's, so that the person may save over it, knowingly.
    pub conflict: Option<Draft>,
    /// Whether it was typed before the person logged in again, and is not saved.
    pub is_restored: bool,
    /// Whether the deadline has passed, so that it would be sent as late.
    pub is_late: bool,
}

/// The page.
#[must_use]
pub fn form_page(page: &FormPage, ctx: &Ctx) -> Markup {
    let title = heading(page, ctx);
    let round_title = page.round.title.text(ctx.lang).to_owned();
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&page.round.slug), round_title),
    ];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            (steps(ctx, Step::Answer))
            div class="column stack" {
                (error_summary(ctx, &summary(ctx, &page.mistakes)))
                h1 class="ds-heading" { (title) }
                p class="lede" lang=[foreign(ctx, &page.round.title)] { (page.round.title.text(ctx.lang)) }
                p class="quiet" { (deadline_sentence(ctx, &page.round)) " · " (time_left(ctx, &page.round)) }
                (notices(page, ctx))
            }
            (form(page, ctx))
            @if page.may_share && page.shared.is_none() { (together(page, ctx)) }
            @if page.saved_at.is_some() && page.is_owner { (discard(page, ctx)) }
        }
    };
    let title =
        if page.mistakes.is_empty() { title } else { text!(ctx.lang, "form-title-wrong", title = title) };
    layout::public_page(ctx, &title, &body)
}

/// Where the form is posted: the same address, with the submission it changes.
#[must_use]
pub fn action(ctx: &Ctx, slug: &str, changes: Option<&Reference>, shared: Option<DraftId>) -> String {
    match (changes, shared) {
        (Some(reference), _) => ctx.links().change(slug, reference),
        (None, Some(draft)) => ctx.links().shared_draft(slug, &draft),
        (None, None) => ctx.links().form(slug),
    }
}

fn action_of(page: &FormPage, ctx: &Ctx) -> String {
    action(ctx, &page.round.slug, page.changes.as_ref(), page.shared)
}

fn heading(page: &FormPage, ctx: &Ctx) -> String {
    match &page.changes {
        Some(reference) => text!(ctx.lang, "form-heading-change", reference = reference.as_str()),
        None => text!(ctx.lang, "form-heading"),
    }
}

fn notices(page: &FormPage, ctx: &Ctx) -> Markup {
    let public = html! {
        p { (text!(ctx.lang, "form-public-what")) }
        p { (text!(ctx.lang, "form-public-children")) }
    };
    html! {
        @if let Some(stored) = &page.conflict { (conflict_notice(page, stored, ctx)) }
        @else if page.is_restored {
            (notice(Tone::Info, &text!(ctx.lang, "form-restored"), &html! { p { (text!(ctx.lang, "form-restored-what")) } }))
        }
        @if page.conflict.is_none() && !page.is_restored { (reading_notice(page, ctx)) }
        @if page.is_late { (late_notice(&page.round, ctx)) }
        (form_changed(page, ctx))
        (replaced_since_begun(&page.round, &page.replaced, ctx))
        @if page.shared.is_some() { (together(page, ctx)) }
        (notice(Tone::Info, &text!(ctx.lang, "form-public"), &public))
        @if page.round.who_may_answer == WayIn::Open {
            (notice(Tone::Warning, &text!(ctx.lang, "form-open"), &html! { p { (text!(ctx.lang, "form-open-what")) } }))
        }
    }
}

/// That what was read when the draft was begun is no longer what stands there.
#[must_use]
pub fn replaced_since_begun(round: &Consultation, replaced: &[ReplacedDocument], ctx: &Ctx) -> Markup {
    let heading = text!(ctx.lang, "replaced-since-begun", count = replaced.len());
    let advice = text!(ctx.lang, "replaced-since-begun-what");
    replaced_notice(ctx, &round.slug, &heading, &advice, replaced)
}

/// That the deadline has passed, and whether late input counts.
#[must_use]
pub fn late_notice(round: &Consultation, ctx: &Ctx) -> Markup {
    let what = if round.late_counts {
        text!(ctx.lang, "form-late-counts")
    } else {
        text!(ctx.lang, "form-late-does-not-count")
    };
    notice(Tone::Warning, &text!(ctx.lang, "form-late"), &html! { p { (what) } })
}

fn form(page: &FormPage, ctx: &Ctx) -> Markup {
    // Text that came back with a mistake or a conflict has not been stored as it stands.
    let is_unsaved = page.conflict.is_some() || page.is_restored || !page.mistakes.is_empty();
    html! {
        form class="answer-form" id="svar" method="post" action=(action_of(page, ctx))
            novalidate data-autosave data-unsaved=(is_unsaved)
            data-not-saved=(text!(ctx.lang, "form-not-saved")) data-save-failed=(text!(ctx.lang, "form-save-failed")) {
            (form_token(ctx))
            input type="hidden" name="draft" value=(page.draft_id);
            input type="hidden" name="version" value=(page.version);
            input type="hidden" name="begun" value=(page.begun);
            input type="hidden" name="form" value=(page.form.number);
            // Whoever presses Enter in a field goes on to check, as the first button of the form says.
            button class="ds-sr-only" type="submit" tabindex="-1" aria-hidden="true" {
                (text!(ctx.lang, "form-check"))
            }
            (about_you(page, ctx))
            @for question in &page.form.questions { (question_section(page, question, ctx)) }
            (files_section(ctx, &page.attachments))
            section class="form-section" {
                h2 class="ds-heading" { (text!(ctx.lang, "form-no-comment-heading")) }
                (checkbox("no_comment", &text!(ctx.lang, "form-no-comment"), page.content.no_comment,
                    mistake_at(ctx, &page.mistakes, "no_comment").as_deref()))
            }
            (bar(page, ctx))
        }
    }
}

fn bar(page: &FormPage, ctx: &Ctx) -> Markup {
    html! {
        div class="form-bar" data-sticky {
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="check" {
                (text!(ctx.lang, "form-check"))
            }
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="save" {
                (text!(ctx.lang, "form-save"))
            }
            @match (page.saved_at, page.conflict.is_some() || page.is_restored) {
                (_, true) => { span class="saved" data-saved data-state="waiting" { (text!(ctx.lang, "form-not-saved")) } }
                (Some(at), false) => { span class="saved" data-saved data-state="saved" { (saved(ctx, at)) } }
                (None, false) => { span class="saved" data-saved data-state="waiting" { (text!(ctx.lang, "form-saves-itself")) } }
            }
            span class="ds-sr-only" role="status" data-saved-spoken {}
        }
    }
}

/// «Lagret kl. 14.32»; also what an autosave is answered.
#[must_use]
pub fn saved(ctx: &Ctx, at: Moment) -> String {
    text!(ctx.lang, "form-saved", time = clock_time(ctx.lang, at))
}

/// What an autosave is answered when another tab or device was first.
#[must_use]
pub fn conflict_message(ctx: &Ctx) -> String {
    text!(ctx.lang, "conflict-message")
}

/// What an autosave is answered when the page was opened with another session.
#[must_use]
pub fn stale_message(ctx: &Ctx) -> String {
    text!(ctx.lang, "form-stale")
}

/// What an autosave is answered when the session has ended.
#[must_use]
pub fn logged_out_message(ctx: &Ctx) -> String {
    text!(ctx.lang, "form-logged-out")
}

/// The way to colleagues; saved first, so that they find what stands here.
fn together(page: &FormPage, ctx: &Ctx) -> Markup {
    let slug = &page.round.slug;
    let href =
        page.shared.map_or_else(|| ctx.links().sharing(slug), |draft| ctx.links().sharing_of(slug, &draft));
    html! {
        p {
            a class="ds-link" href=(href) {
                @if page.shared.is_some() { (text!(ctx.lang, "form-together-who")) }
                @else { (text!(ctx.lang, "form-together")) }
            }
        }
    }
}

fn discard(page: &FormPage, ctx: &Ctx) -> Markup {
    let slug = &page.round.slug;
    let to = match (&page.changes, page.shared) {
        (Some(reference), _) => ctx.links().discard_change(slug, reference),
        (None, Some(draft)) => ctx.links().discard_shared(slug, &draft),
        (None, None) => ctx.links().discard(slug),
    };
    html! {
        details class="ds-details" {
            summary { (text!(ctx.lang, "form-discard")) }
            form class="stack" method="post" action=(to) {
                (form_token(ctx))
                p { (text!(ctx.lang, "form-discard-what")) }
                @if page.shared.is_some() { p { (text!(ctx.lang, "form-discard-shared")) } }
                input type="hidden" name="draft" value=(page.draft_id);
                button class="ds-button" data-variant="secondary" data-color="danger" type="submit" {
                    (text!(ctx.lang, "form-discard-yes"))
                }
            }
        }
    }
}
