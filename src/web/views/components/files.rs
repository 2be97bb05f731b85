//! Files that go with a submission: what they are called, what they are and how large, and their
//! checksums.

use super::documents::size;
use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// Their names, for a page where nothing is done with them.
#[must_use]
pub fn file_names(ctx: &Ctx, files: &[Attachment]) -> Markup {
    html! {
        ul class="file-list" {
            @for file in files {
                li { (name(file, None)) (detail(ctx, file)) }
            }
        }
    }
}

/// Files with checksums; `href` is where each can be had, if it can.
#[must_use]
pub fn file_list(ctx: &Ctx, files: &[Attachment], href: impl Fn(&Attachment) -> Option<String>) -> Markup {
    html! {
        ul class="file-list" {
            @for file in files {
                li {
                    (name(file, href(file).as_deref()))
                    (detail(ctx, file))
                    p class="small quiet" { (text!(ctx.lang, "submission-sha256")) ": " code { (file.sha256) } }
                }
            }
        }
    }
}

/// A name may run from right to left, and nothing around it then does.
#[must_use]
pub fn name(file: &Attachment, href: Option<&str>) -> Markup {
    html! {
        p class="file-list__name" {
            @match href {
                Some(href) => { a class="ds-link" href=(href) download { bdi { (file.name) } } }
                None => { bdi { (file.name) } }
            }
        }
    }
}

/// Kind and size, and whether it is the form that the answers came from.
#[must_use]
pub fn detail(ctx: &Ctx, file: &Attachment) -> Markup {
    html! {
        p class="small quiet" {
            @if file.role == AttachmentRole::FilledForm { (text!(ctx.lang, "files-filled-form")) ". " }
            (text!(ctx.lang, "files-detail", kind = file.kind.label(), size = size(ctx.lang, file.size_bytes)))
        }
    }
}
