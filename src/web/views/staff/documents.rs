//! Administrators: a round's documents in their order, and the form that adds one.

use super::document_fields::{Filled, kind_name};
use super::frame::{Room, room_page};
use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::file::{ScanState, StoredFile};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::moment;
use crate::web::views::components::documents::detail;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::foreign;
use crate::web::views::components::movers::{Movable, movers};
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::tag::tag;
use maud::{Markup, html};

/// The kinds that may be added; the form as a paper is made by the service itself.
pub const KINDS: [DocumentKind; 4] =
    [DocumentKind::Draft, DocumentKind::CaseDocument, DocumentKind::Picture, DocumentKind::Decision];

/// A round's documents.
#[derive(Debug)]
pub struct DocumentsPage {
    /// The round.
    pub round: Consultation,
    /// Its documents in order, each with what is known of its file.
    pub documents: Vec<(Document, Option<StoredFile>)>,
    /// The form that adds one.
    pub adding: Filled,
    /// What has just been done.
    pub done: Option<Done>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A document was added.
    Added,
    /// Its words were changed.
    Changed,
    /// It was moved.
    Moved,
    /// Its file was replaced.
    Replaced,
    /// It was removed.
    Removed,
}

impl Done {
    /// What an address says has been done.
    #[must_use]
    pub fn from_address(word: &str) -> Option<Self> {
        Some(match word {
            "lagt-til" => Self::Added,
            "endret" => Self::Changed,
            "flyttet" => Self::Moved,
            "byttet" => Self::Replaced,
            "fjernet" => Self::Removed,
            _ => return None,
        })
    }

    /// The sentence that says so.
    #[must_use]
    pub fn shown(self, ctx: &Ctx) -> Markup {
        let sentence = match self {
            Self::Added => text!(ctx.lang, "papers-done-added"),
            Self::Changed => text!(ctx.lang, "papers-done-changed"),
            Self::Moved => text!(ctx.lang, "papers-done-moved"),
            Self::Replaced => text!(ctx.lang, "papers-done-replaced"),
            Self::Removed => text!(ctx.lang, "papers-done-removed"),
        };
        status(Tone::Success, &sentence)
    }
}

/// The page.
#[must_use]
pub fn documents_page(page: &DocumentsPage, ctx: &Ctx) -> Markup {
    let body = html! {
        div class="stack-lg" {
            @if let Some(done) = page.done { (done.shown(ctx)) }
            (error_summary(ctx, &page.adding.summary(ctx)))
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "papers-heading")) }
                p class="measure" { (text!(ctx.lang, "papers-what")) }
                @if page.documents.is_empty() {
                    div class="empty" { p { (text!(ctx.lang, "papers-none")) } }
                } @else {
                    ol class="papers" {
                        @for (place, (document, file)) in page.documents.iter().enumerate() {
                            (row(page, place, document, file.as_ref(), ctx))
                        }
                    }
                }
            }
            (add(page, ctx))
        }
    };
    room_page(ctx, &page.round, Room::Documents, None, &body)
}

fn row(
    page: &DocumentsPage,
    place: usize,
    document: &Document,
    file: Option<&StoredFile>,
    ctx: &Ctx,
) -> Markup {
    let slug = &page.round.slug;
    html! {
        li class="paper" {
            div class="paper__what" {
                p class="paper__title" {
                    a class="ds-link" href=(ctx.links().staff_document(slug, &document.name))
                        lang=[foreign(ctx, &document.title)] { (document.title.text(ctx.lang)) }
                    " " (tag("neutral", &kind_name(ctx, document.kind)))
                    (scan(ctx, file))
                }
                p class="small quiet" {
                    (detail(ctx, document))
                    @if document.edition > 1 { " · " (text!(ctx.lang, "papers-edition", number = document.edition)) }
                    " · " (who(ctx, document))
                }
                p class="small quiet break" { code { (document.name) } " · SHA-256 " code { (short(&document.sha256)) } }
            }
            (movers(ctx, &Movable {
                action: ctx.links().staff_documents(slug),
                field: "name",
                key: &document.name,
                name: document.title.text(ctx.lang),
                place,
                count: page.documents.len(),
            }))
        }
    }
}

/// What the virus scanner says, where somebody must know.
#[must_use]
pub fn scan(ctx: &Ctx, file: Option<&StoredFile>) -> Markup {
    html! {
        @if file.is_some_and(|file| file.scan == ScanState::Infected) {
            " " (tag("danger", &text!(ctx.lang, "papers-infected")))
        }
    }
}

/// Who added it, and when.
#[must_use]
pub fn who(ctx: &Ctx, document: &Document) -> Markup {
    html! {
        @match &document.added {
            Some(added) => { (text!(ctx.lang, "papers-added-by", who = added.by.as_str())) " " (moment(ctx, added.at)) }
            None => { (text!(ctx.lang, "papers-came-with-round")) }
        }
    }
}

fn short(sha256: &str) -> String {
    sha256.chars().take(12).collect()
}

fn add(page: &DocumentsPage, ctx: &Ctx) -> Markup {
    let adding = &page.adding;
    html! {
        form class="panel column" method="post" enctype="multipart/form-data"
            action=(ctx.links().staff_documents(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "papers-add")) }
            @if page.round.is_public(ctx.now) { p { (text!(ctx.lang, "papers-add-public")) } }
            (adding.file(ctx, &text!(ctx.lang, "papers-file"), None))
            (adding.kind(ctx, &KINDS))
            (adding.titles(ctx))
            (adding.line(ctx, "name", text!(ctx.lang, "papers-name"), Some(text!(ctx.lang, "papers-name-help"))))
            details class="ds-details" open[adding.is_back && adding.form.get("kind") == DocumentKind::Picture.name()] {
                summary { (text!(ctx.lang, "papers-picture")) }
                div class="stack" { (adding.picture(ctx)) }
            }
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                (text!(ctx.lang, "papers-add-yes"))
            }
        }
    }
}
