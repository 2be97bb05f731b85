//! Check your answers: everything on one page, and what others will see, before it is sent.

use crate::domain::attachment::Attachment;
use crate::domain::consultation::Consultation;
use crate::domain::document::ReplacedDocument;
use crate::domain::ids::DraftId;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::submission::Revision;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::components::answers::answers;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::files::file_list;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::localized;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::components::respondent;
use crate::web::views::components::scan::{ReadBy, Remedy, stopped_notice};
use crate::web::views::components::steps::{Step, steps};
use crate::web::views::public::form::{action, late_notice, replaced_since_begun};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// What would be sent.
#[derive(Debug)]
pub struct CheckPage {
    /// The round.
    pub round: Consultation,
    /// What was asked.
    pub form: FormVersion,
    /// The draft it is sent from.
    pub draft_id: DraftId,
    /// The save that is shown here; sending refuses another.
    pub version: i32,
    /// The submission as it would be received.
    pub revision: Revision,
    /// Its files, each with its address.
    pub attachments: Vec<(Attachment, String)>,
    /// Where they can be changed.
    pub files_link: String,
    /// The submission that it would change.
    pub changes: Option<Reference>,
    /// The draft, where several write on it.
    pub shared: Option<DraftId>,
    /// The questions whose answers hold a national id.
    pub national_ids_in: Vec<i32>,
    /// What has been replaced among the documents since the draft was begun.
    pub replaced: Vec<ReplacedDocument>,
    /// Whether the deadline has passed.
    pub is_late: bool,
}

/// The page.
#[must_use]
pub fn check_page(page: &CheckPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "check-heading");
    let form = action(ctx, &page.round.slug, page.changes.as_ref(), page.shared);
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&page.round.slug), page.round.title.text(ctx.lang).to_owned()),
        (form.clone(), text!(ctx.lang, "form-heading")),
    ];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            (steps(ctx, Step::Check))
            div class="column stack-lg" {
                div class="stack" {
                    h1 class="ds-heading" { (title) }
                    p class="lede" { (text!(ctx.lang, "check-lede")) }
                    (warnings(page, &form, ctx))
                }
                (what_you_wrote(page, &form, ctx))
                (journal(page, ctx))
                (send(page, &form, ctx))
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

fn warnings(page: &CheckPage, form: &str, ctx: &Ctx) -> Markup {
    let ids = html! {
        p { (text!(ctx.lang, "check-national-id-what")) }
        ul class="ds-list" {
            @for number in &page.national_ids_in {
                li {
                    a class="ds-link" href={ (form) "#answer-" (number) } {
                        (text!(ctx.lang, "check-national-id-where", number = *number))
                    }
                }
            }
        }
    };
    html! {
        @if page.is_late { (late_notice(&page.round, ctx)) }
        (replaced_since_begun(&page.round, &page.replaced, ctx))
        @if page.shared.is_some() {
            (notice(Tone::Info, &text!(ctx.lang, "check-shared"), &html! { p { (text!(ctx.lang, "check-shared-what")) } }))
        }
        (stopped_notice(ctx, page.attachments.iter().map(|(file, _)| file), Remedy::TakeAway))
        @if page.round.who_may_answer == WayIn::Open && page.revision.respondent.email.is_none() {
            (notice(Tone::Warning, &text!(ctx.lang, "check-no-address"), &html! { p { (text!(ctx.lang, "check-no-address-what")) } }))
        }
        @if !page.national_ids_in.is_empty() {
            (notice(Tone::Warning, &text!(ctx.lang, "check-national-id"), &ids))
        }
    }
}

fn what_you_wrote(page: &CheckPage, form: &str, ctx: &Ctx) -> Markup {
    let revision = &page.revision;
    let answer = |number| revision.answers.iter().find(|a| a.number == number).map(|a| a.text.as_str());
    html! {
        section class="stack" {
            div class="answer__head" {
                h2 class="ds-heading" { (text!(ctx.lang, "form-about")) }
                a class="ds-link" href={ (form) "#role" } {
                    (text!(ctx.lang, "answer-edit"))
                    span class="ds-sr-only" { " " (text!(ctx.lang, "check-edit-about")) }
                }
            }
            (respondent::rows(ctx, &revision.respondent))
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "check-answers")) }
            @if revision.no_comment {
                p { strong { (text!(ctx.lang, "no-comment")) } }
            }
            (answers(ctx, &page.form, revision.respondent.language, Some(form), answer))
        }
        (files(page, ctx))
    }
}

fn files(page: &CheckPage, ctx: &Ctx) -> Markup {
    let files: Vec<_> = page.attachments.iter().map(|(file, _)| file.clone()).collect();
    let href = |file: &Attachment| page.attachments.iter().find(|(one, _)| one.id == file.id);
    html! {
        section class="stack" {
            div class="answer__head" {
                h2 class="ds-heading" { (text!(ctx.lang, "files")) }
                a class="ds-link" href=(page.files_link) {
                    (text!(ctx.lang, "answer-edit"))
                    span class="ds-sr-only" { " " (text!(ctx.lang, "check-edit-files")) }
                }
            }
            @if files.is_empty() { p class="quiet" { (text!(ctx.lang, "files-none")) } }
            @else { (file_list(ctx, &files, ReadBy::Sender, |file| href(file).map(|(_, href)| href.clone()))) }
        }
    }
}

/// Exactly what a reader of the public journal will see.
fn journal(page: &CheckPage, ctx: &Ctx) -> Markup {
    html! {
        section class="journal" {
            h2 class="ds-heading" { (text!(ctx.lang, "check-journal")) }
            p { (text!(ctx.lang, "check-journal-what")) }
            dl class="rows" {
                dt { (text!(ctx.lang, "check-journal-sender")) }
                dd { (page.revision.respondent.public_name()) }
                dt { (text!(ctx.lang, "check-journal-title")) }
                dd { (text!(ctx.lang, "check-journal-input")) " " (localized(ctx, &page.round.title)) }
                dt { (text!(ctx.lang, "round-case")) }
                dd { (page.round.case_number) }
            }
            p { (text!(ctx.lang, "check-journal-text")) }
        }
    }
}

/// What is shown is what is sent: the files' ids, as `web/public/sending.rs` reads them.
fn shown_files(page: &CheckPage) -> String {
    page.attachments.iter().map(|(file, _)| file.id.to_string()).collect::<Vec<_>>().join(" ")
}

fn send(page: &CheckPage, form: &str, ctx: &Ctx) -> Markup {
    let to = match (&page.changes, page.shared) {
        (Some(reference), _) => ctx.links().check_change(&page.round.slug, reference),
        (None, Some(draft)) => ctx.links().check_shared(&page.round.slug, &draft),
        (None, None) => ctx.links().check(&page.round.slug),
    };
    html! {
        form class="actions" method="post" action=(to) {
            (form_token(ctx))
            input type="hidden" name="draft" value=(page.draft_id);
            input type="hidden" name="version" value=(page.version);
            input type="hidden" name="files" value=(shown_files(page));
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                @if page.changes.is_some() { (text!(ctx.lang, "check-send-change")) }
                @else { (text!(ctx.lang, "check-send")) }
            }
            a class="ds-button" data-variant="secondary" href=(form) { (text!(ctx.lang, "check-back")) }
        }
    }
}
