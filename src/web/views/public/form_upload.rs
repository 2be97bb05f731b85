//! Where a form that was filled in at home is handed in.

use super::attachments::{accept, progress};
use super::file_mistakes::FileMistake;
use crate::domain::consultation::Consultation;
use crate::domain::form_reading::Precedence;
use crate::text;
use crate::web::assets;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::choice::{Choice, radios};
use crate::web::views::components::documents::size;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::steps::{Step, steps};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

const FIELD: &str = "fil";

/// What the page knows.
#[derive(Debug)]
pub struct FormUploadPage {
    /// The round.
    pub round: Consultation,
    /// Whether answers stand in the draft already.
    pub has_text: bool,
    /// Whose text goes first then.
    pub chosen: Precedence,
    /// How large the file may be.
    pub max_bytes: u64,
    /// Where it is posted.
    pub action: String,
    /// The ordinary form.
    pub form: String,
    /// Why the file was not taken.
    pub mistake: Option<FileMistake>,
}

/// The page.
#[must_use]
pub fn form_upload_page(page: &FormUploadPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "form-upload");
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&page.round.slug), page.round.title.text(ctx.lang).to_owned()),
    ];
    let wrong = page.mistake.as_ref().map(|mistake| mistake.sentence(ctx));
    let summary: Vec<_> = wrong.iter().map(|sentence| (FIELD.to_owned(), sentence.clone())).collect();
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            (steps(ctx, Step::Answer))
            div class="column stack-lg" {
                div class="stack" {
                    (error_summary(ctx, &summary))
                    h1 class="ds-heading" { (title) }
                    p class="lede" { (text!(ctx.lang, "form-upload-lede")) }
                    p { (text!(ctx.lang, "form-upload-any")) }
                }
                (upload(page, wrong.as_deref(), ctx))
                p { a class="ds-link" href=(page.form) { (text!(ctx.lang, "form-upload-here-instead")) } }
            }
            script src=(assets::href("upload.js")) defer {}
        }
    };
    let title = if wrong.is_none() { title } else { text!(ctx.lang, "form-title-wrong", title = title) };
    layout::public_page(ctx, &title, &body)
}

fn upload(page: &FormUploadPage, wrong: Option<&str>, ctx: &Ctx) -> Markup {
    let described = if wrong.is_some() { "fil-mistake fil-help" } else { "fil-help" };
    html! {
        form class="stack-lg" method="post" enctype="multipart/form-data" action=(page.action) data-upload
            data-failed=(text!(ctx.lang, "files-failed")) data-cancelled=(text!(ctx.lang, "files-cancelled"))
            data-progress=(text!(ctx.lang, "files-progress", percent = "{percent}"))
            data-checking=(text!(ctx.lang, "form-upload-reading")) {
            (form_token(ctx))
            @if page.has_text { (precedence(page.chosen, ctx)) }
            div class="ds-field" {
                label class="ds-label" for=(FIELD) { (text!(ctx.lang, "form-upload-choose")) }
                div data-field="description" id="fil-help" {
                    (text!(ctx.lang, "form-upload-limits", size = size(ctx.lang, i64::try_from(page.max_bytes).unwrap_or(i64::MAX))))
                }
                input class="ds-input" type="file" id=(FIELD) name=(FIELD) accept=(accept())
                    aria-describedby=(described) aria-invalid=[wrong.map(|_| "true")];
                @if let Some(wrong) = wrong {
                    p class="ds-validation-message" data-field="validation" id="fil-mistake" { (wrong) }
                }
            }
            (progress(FIELD, ctx))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                (text!(ctx.lang, "form-upload-send"))
            }
        }
    }
}

fn precedence(chosen: Precedence, ctx: &Ctx) -> Markup {
    let choices = [
        Choice { value: "nettsiden", label: text!(ctx.lang, "form-upload-keep"), lang: None },
        Choice { value: "skjemaet", label: text!(ctx.lang, "form-upload-replace"), lang: None },
    ];
    let chosen = match chosen {
        Precedence::Typed => "nettsiden",
        Precedence::Form => "skjemaet",
    };
    radios("foran", &text!(ctx.lang, "form-upload-both"), &choices, chosen, None)
}
