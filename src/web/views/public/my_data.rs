//! Everything that is kept about a person: how much there is, and what can be removed.

use crate::domain::reference::Reference;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::choice::checkbox;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::layout::{Place, Side};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// How much there is of each kind.
#[derive(Debug)]
pub struct MyDataPage {
    /// Logins.
    pub sessions: usize,
    /// Drafts.
    pub drafts: usize,
    /// Submissions.
    pub submissions: usize,
    /// Letters about them.
    pub letters: usize,
    /// Lines of the log about them.
    pub log_lines: usize,
    /// Whether something has just been removed.
    pub has_removed: bool,
}

/// What can be removed and what cannot.
#[derive(Debug)]
pub struct RemovalPage {
    /// How many drafts there are that nobody else writes on.
    pub drafts: usize,
    /// Whether there are others.
    pub has_shared: bool,
    /// What can be withdrawn.
    pub withdrawable: Vec<Reference>,
    /// What is kept in any case.
    pub kept: Vec<Reference>,
}

/// What the file says of itself.
#[must_use]
pub fn about_the_file(ctx: &Ctx) -> String {
    text!(ctx.lang, "my-data-file", owner = ctx.site.owner.as_str())
}

/// The page.
#[must_use]
pub fn my_data_page(page: &MyDataPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "my-data-heading");
    let above = [(ctx.links().my_submissions(), text!(ctx.lang, "menu-mine"))];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            div class="column stack-lg" {
                h1 class="ds-heading" { (title) }
                @if page.has_removed { (status(Tone::Success, &text!(ctx.lang, "my-data-removed"))) }
                p { (text!(ctx.lang, "my-data-what")) }
                dl class="rows" {
                    dt { (text!(ctx.lang, "my-data-submissions")) }
                    dd { (page.submissions) }
                    dt { (text!(ctx.lang, "my-data-drafts")) }
                    dd { (page.drafts) }
                    dt { (text!(ctx.lang, "my-data-letters")) }
                    dd { (page.letters) }
                    dt { (text!(ctx.lang, "my-data-sessions")) }
                    dd { (page.sessions) }
                    dt { (text!(ctx.lang, "my-data-log")) }
                    dd { (page.log_lines) }
                }
                div class="actions" {
                    a class="ds-button" data-variant="primary" href=(ctx.links().my_data_file()) download {
                        (text!(ctx.lang, "my-data-download"))
                    }
                    a class="ds-button" data-variant="secondary" href=(ctx.links().remove_my_data()) {
                        (text!(ctx.lang, "my-data-remove"))
                    }
                }
                p class="quiet" {
                    (text!(ctx.lang, "my-data-more")) " "
                    a class="ds-link" href=(ctx.links().privacy()) { (text!(ctx.lang, "footer-privacy")) }
                }
            }
        }
    };
    layout::page(ctx, &title, Side::Public, Place::MySubmissions, &body)
}

/// The page that asks.
#[must_use]
pub fn removal_page(page: &RemovalPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "remove-heading");
    let above = [
        (ctx.links().my_submissions(), text!(ctx.lang, "menu-mine")),
        (ctx.links().my_data(), text!(ctx.lang, "my-data-heading")),
    ];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            div class="column stack-lg" {
                h1 class="ds-heading" { (title) }
                @if page.drafts == 0 && page.withdrawable.is_empty() {
                    p { (text!(ctx.lang, "remove-nothing")) }
                } @else {
                    (removal_form(page, ctx))
                }
                @if page.has_shared { p { (text!(ctx.lang, "remove-shared")) } }
                (kept(page, ctx))
            }
        }
    };
    layout::page(ctx, &title, Side::Public, Place::MySubmissions, &body)
}

fn removal_form(page: &RemovalPage, ctx: &Ctx) -> Markup {
    html! {
        form class="stack" method="post" action=(ctx.links().remove_my_data()) {
            (form_token(ctx))
            fieldset class="ds-fieldset" {
                legend class="ds-label" { (text!(ctx.lang, "remove-choose")) }
                @if page.drafts > 0 {
                    (checkbox("kladder", &text!(ctx.lang, "remove-drafts", count = page.drafts), false, None))
                }
                @if !page.withdrawable.is_empty() {
                    @let references = listed(&page.withdrawable);
                    (checkbox("innspill", &text!(ctx.lang, "remove-submissions", references = references), false, None))
                    p { (text!(ctx.lang, "remove-submissions-what")) }
                }
            }
            div class="actions" {
                button class="ds-button" data-variant="primary" data-color="danger" type="submit" {
                    (text!(ctx.lang, "remove-yes"))
                }
                a class="ds-button" data-variant="secondary" href=(ctx.links().my_data()) {
                    (text!(ctx.lang, "remove-no"))
                }
            }
        }
    }
}

/// What the law demands to keep, and why.
fn kept(page: &RemovalPage, ctx: &Ctx) -> Markup {
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "remove-kept")) }
            p { (text!(ctx.lang, "remove-kept-what")) }
            @if !page.kept.is_empty() {
                p { (text!(ctx.lang, "remove-kept-which", references = listed(&page.kept))) }
            }
            p { (text!(ctx.lang, "remove-kept-login")) }
            p {
                a class="ds-link" href=(ctx.links().privacy()) { (text!(ctx.lang, "footer-privacy")) }
            }
        }
    }
}

fn listed(references: &[Reference]) -> String {
    references.iter().map(Reference::as_str).collect::<Vec<_>>().join(", ")
}
