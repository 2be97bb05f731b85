//! Administrators: one document of a round; its words, its file, and its earlier editions.

use super::document_fields::{Filled, kind_name};
use super::documents::{Done, KINDS, scan, who};
use super::frame::{Room, room_page};
use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentKind, ReplacedDocument};
use crate::domain::file::{FileKind, StoredFile};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::documents::detail;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::foreign;
use crate::web::views::components::replacements::replacements;
use maud::{Markup, html};

/// A document.
#[derive(Debug)]
pub struct DocumentPage {
    /// Its round.
    pub round: Consultation,
    /// The document.
    pub document: Document,
    /// What is known of its file.
    pub file: Option<StoredFile>,
    /// Its earlier editions, the last first.
    pub editions: Vec<ReplacedDocument>,
    /// The form of its words.
    pub words: Filled,
    /// The form that replaces its file.
    pub replacing: Filled,
    /// What has just been done.
    pub done: Option<Done>,
}

/// The page.
#[must_use]
pub fn document_page(page: &DocumentPage, ctx: &Ctx) -> Markup {
    let title = page.document.title.text(ctx.lang);
    let mistakes = [page.words.summary(ctx), page.replacing.summary(ctx)].concat();
    let body = html! {
        div class="stack-lg" {
            @if let Some(done) = page.done { (done.shown(ctx)) }
            (error_summary(ctx, &mistakes))
            div class="stack" {
                h1 class="ds-heading" lang=[foreign(ctx, &page.document.title)] { (title) }
                (facts(page, ctx))
            }
            div class="panels" {
                (change(page, ctx))
                div class="stack" {
                    (replace(page, ctx))
                    @if !page.round.is_public(ctx.now) { (remove(page, ctx)) }
                }
            }
            @if !page.editions.is_empty() {
                section class="stack" {
                    h2 class="ds-heading" { (text!(ctx.lang, "papers-editions")) }
                    (replacements(ctx, &page.round.slug, &page.editions, true))
                }
            }
        }
    };
    room_page(ctx, &page.round, Room::Documents, Some(title), &body)
}

fn facts(page: &DocumentPage, ctx: &Ctx) -> Markup {
    let document = &page.document;
    html! {
        dl class="rows" {
            dt { (text!(ctx.lang, "papers-file")) }
            dd {
                a class="ds-link break" href=(ctx.links().document(&page.round.slug, &document.name)) { (document.name) }
                " (" (detail(ctx, document)) ")"
                (scan(ctx, page.file.as_ref()))
            }
            dt { (text!(ctx.lang, "papers-kind")) }
            dd { (kind_name(ctx, document.kind)) }
            dt { (text!(ctx.lang, "papers-edition-number")) }
            dd { (document.edition) }
            dt { (text!(ctx.lang, "papers-added")) }
            dd { (who(ctx, document)) }
            dt { (text!(ctx.lang, "papers-sha256")) }
            dd { code class="break" { (document.sha256) } }
        }
    }
}

fn action(page: &DocumentPage, ctx: &Ctx) -> String {
    ctx.links().staff_document(&page.round.slug, &page.document.name)
}

fn change(page: &DocumentPage, ctx: &Ctx) -> Markup {
    let is_picture = page.document.kind == DocumentKind::Picture;
    let mut kinds: Vec<DocumentKind> =
        KINDS.into_iter().filter(|kind| *kind != DocumentKind::Picture).collect();
    if page.document.kind == DocumentKind::Form {
        kinds.push(DocumentKind::Form);
    }
    html! {
        form class="panel" method="post" action=(action(page, ctx)) novalidate {
            (form_token(ctx))
            input type="hidden" name="version" value=(page.words.form.get("version"));
            h2 class="ds-heading" { (text!(ctx.lang, "papers-change")) }
            @if !is_picture { (page.words.kind(ctx, &kinds)) }
            (page.words.titles(ctx))
            @if is_picture { (page.words.picture(ctx)) }
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="change" {
                (text!(ctx.lang, "papers-change-yes"))
            }
        }
    }
}

fn replace(page: &DocumentPage, ctx: &Ctx) -> Markup {
    let what = if page.round.is_public(ctx.now) {
        text!(ctx.lang, "papers-replace-public")
    } else {
        text!(ctx.lang, "papers-replace-what")
    };
    let file = FileKind::from_media_type(&page.document.media_type);
    html! {
        form class="panel" method="post" enctype="multipart/form-data" action=(action(page, ctx)) novalidate {
            (form_token(ctx))
            input type="hidden" name="version" value=(page.replacing.form.get("version"));
            h2 class="ds-heading" { (text!(ctx.lang, "papers-replace")) }
            p { (what) }
            (page.replacing.file(ctx, &text!(ctx.lang, "papers-new-file"), file))
            @if page.round.is_public(ctx.now) { (page.replacing.reasons(ctx)) }
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                (text!(ctx.lang, "papers-replace-yes"))
            }
        }
    }
}

fn remove(page: &DocumentPage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(action(page, ctx)) {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "papers-remove")) }
            p { (text!(ctx.lang, "papers-remove-what")) }
            button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do" value="remove" {
                (text!(ctx.lang, "papers-remove-yes"))
            }
        }
    }
}
