//! The files of a draft: what is there, and the way to add, replace and take away.

use super::file_mistakes::FileMistake;
use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::domain::consultation::Consultation;
use crate::domain::file::FileKind;
use crate::text;
use crate::web::assets;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::documents::size;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::files::{detail, file_names, name};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, notice, status};
use crate::web::views::components::steps::{Step, steps};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// The files of a draft.
#[derive(Debug)]
pub struct AttachmentsPage {
    /// The round.
    pub round: Consultation,
    /// Each with its address.
    pub files: Vec<(Attachment, String)>,
    /// How many there may be.
    pub max_files: usize,
    /// How large each may be.
    pub max_bytes: u64,
    /// Where the forms are posted.
    pub action: String,
    /// The form that they go with.
    pub form: String,
    /// What has just been done.
    pub done: Option<Done>,
    /// Files that were not taken.
    pub mistakes: Vec<FileMistake>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// So many were added.
    Added(usize),
    /// One was replaced.
    Replaced,
    /// One was taken away.
    Removed,
}

/// The form's section about files, with the way to them.
#[must_use]
pub fn files_section(ctx: &Ctx, files: &[Attachment]) -> Markup {
    let is_empty = files.is_empty();
    html! {
        section class="form-section" id="vedlegg" {
            h2 class="ds-heading" { (text!(ctx.lang, "files")) }
            p { (text!(ctx.lang, "files-optional")) }
            @if !is_empty { (file_names(ctx, files)) }
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="files" {
                @if is_empty { (text!(ctx.lang, "files-add")) } @else { (text!(ctx.lang, "files-change")) }
            }
        }
    }
}

/// The page.
#[must_use]
pub fn attachments_page(page: &AttachmentsPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "files");
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&page.round.slug), page.round.title.text(ctx.lang).to_owned()),
        (page.form.clone(), text!(ctx.lang, "form-heading")),
    ];
    let summary: Vec<_> =
        page.mistakes.iter().map(|mistake| (field_of(page, mistake), mistake.sentence(ctx))).collect();
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            (steps(ctx, Step::Answer))
            div class="column stack-lg" {
                div class="stack" {
                    (error_summary(ctx, &summary))
                    @if let Some(done) = page.done { (status(Tone::Success, &done_words(done, ctx))) }
                    h1 class="ds-heading" { (title) }
                    p class="lede" { (text!(ctx.lang, "files-lede")) }
                    (notice(Tone::Info, &text!(ctx.lang, "files-public"), &html! { p { (text!(ctx.lang, "files-public-what")) } }))
                }
                section class="stack" {
                    h2 class="ds-heading" { (text!(ctx.lang, "files-here")) }
                    @if page.files.is_empty() { p class="quiet" { (text!(ctx.lang, "files-none")) } }
                    @else { ul class="file-list" { @for (file, href) in &page.files { (row(page, file, href, ctx)) } } }
                }
                section class="stack" {
                    h2 class="ds-heading" { (text!(ctx.lang, "files-more")) }
                    @if page.files.len() >= page.max_files {
                        p id="fil" { (text!(ctx.lang, "files-full", limit = page.max_files)) }
                    } @else { (upload(page, None, ctx)) }
                }
                p { a class="ds-button" data-variant="secondary" href=(page.form) { (text!(ctx.lang, "check-back")) } }
            }
            script src=(assets::href("upload.js")) defer {}
        }
    };
    let title =
        if page.mistakes.is_empty() { title } else { text!(ctx.lang, "form-title-wrong", title = title) };
    layout::public_page(ctx, &title, &body)
}

fn field_of(page: &AttachmentsPage, mistake: &FileMistake) -> String {
    mistake.field(|id| {
        page.files.iter().any(|(file, _)| file.id == id && file.role == AttachmentRole::Attachment)
    })
}

fn done_words(done: Done, ctx: &Ctx) -> String {
    match done {
        Done::Added(count) => text!(ctx.lang, "files-added", count = count),
        Done::Replaced => text!(ctx.lang, "files-replaced"),
        Done::Removed => text!(ctx.lang, "files-removed"),
    }
}

fn row(page: &AttachmentsPage, file: &Attachment, href: &str, ctx: &Ctx) -> Markup {
    let field = format!("fil-{}", file.id);
    let is_wrong = page.mistakes.iter().any(|mistake| field_of(page, mistake) == field);
    html! {
        li {
            (name(file, Some(href)))
            (detail(ctx, file))
            div class="actions" {
                form method="post" action=(page.action) {
                    (form_token(ctx))
                    input type="hidden" name="fil" value=(file.id);
                    button class="ds-button" data-variant="tertiary" data-size="sm" type="submit" {
                        (text!(ctx.lang, "files-remove"))
                        span class="ds-sr-only" { " " (file.name) }
                    }
                }
            }
            @if file.role == AttachmentRole::Attachment {
                details class="ds-details file-list__replace" open[is_wrong] {
                    summary {
                        (text!(ctx.lang, "files-replace"))
                        span class="ds-sr-only" { " " (file.name) }
                    }
                    (upload(page, Some(file), ctx))
                }
            }
        }
    }
}

/// A form that sends files; the token goes first, because nothing of a file is kept without it.
fn upload(page: &AttachmentsPage, replaces: Option<&Attachment>, ctx: &Ctx) -> Markup {
    let id = replaces.map_or_else(|| "fil".to_owned(), |old| format!("fil-{}", old.id));
    let wrong: Vec<_> = page.mistakes.iter().filter(|mistake| field_of(page, mistake) == id).collect();
    let described = if wrong.is_empty() { format!("{id}-help") } else { format!("{id}-mistake {id}-help") };
    let left = page.max_files.saturating_sub(page.files.len());
    html! {
        form class="stack" method="post" enctype="multipart/form-data" action=(page.action) data-upload
            data-failed=(text!(ctx.lang, "files-failed")) data-cancelled=(text!(ctx.lang, "files-cancelled"))
            data-progress=(text!(ctx.lang, "files-progress", percent = "{percent}"))
            data-checking=(text!(ctx.lang, "files-checking")) {
            (form_token(ctx))
            @if let Some(old) = replaces { input type="hidden" name="erstatter" value=(old.id); }
            div class="ds-field" {
                label class="ds-label" for=(id) {
                    @match replaces {
                        Some(old) => { (text!(ctx.lang, "files-choose-instead", name = old.name.as_str())) }
                        None => { (text!(ctx.lang, "files-choose")) }
                    }
                }
                div data-field="description" id={ (id) "-help" } {
                    @if replaces.is_none() { (text!(ctx.lang, "files-left", count = left)) " " }
                    (text!(ctx.lang, "files-limits", size = size(ctx.lang, i64::try_from(page.max_bytes).unwrap_or(i64::MAX)), kinds = kinds()))
                }
                input class="ds-input" type="file" id=(id) name="filer" multiple[replaces.is_none()] accept=(accept())
                    aria-describedby=(described) aria-invalid=[(!wrong.is_empty()).then_some("true")];
                @if !wrong.is_empty() {
                    div id={ (id) "-mistake" } {
                        @for mistake in &wrong {
                            p class="ds-validation-message" data-field="validation" { (mistake.sentence(ctx)) }
                        }
                    }
                }
            }
            (progress(&id, ctx))
            button class="ds-button" data-variant=(if replaces.is_some() { "secondary" } else { "primary" })
                data-color=[replaces.is_none().then_some("accent")] type="submit" {
                @if replaces.is_some() { (text!(ctx.lang, "files-replace-yes")) }
                @else { (text!(ctx.lang, "files-upload")) }
            }
        }
    }
}

/// Shown by the script while an upload runs.
fn progress(id: &str, ctx: &Ctx) -> Markup {
    html! {
        div class="upload-progress" hidden data-upload-progress {
            label for={ (id) "-fremdrift" } data-upload-label {}
            progress id={ (id) "-fremdrift" } max="100" value="0" {}
            button class="ds-button" data-variant="secondary" data-size="sm" type="button" data-upload-cancel {
                (text!(ctx.lang, "files-cancel"))
            }
        }
        p class="upload-status" role="status" data-upload-status {}
    }
}

fn kinds() -> String {
    FileKind::ALL.iter().map(|kind| kind.label()).collect::<Vec<_>>().join(", ")
}

fn accept() -> String {
    let endings = FileKind::ALL.iter().flat_map(|kind| kind.endings());
    endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
}
