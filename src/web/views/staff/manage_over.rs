//! What an administrator may do with a round beside moving its deadline: correct, conclude, archive; and who
//! was written to.

use super::manage::{ManagePage, reasons};
use crate::domain::announcement::{AnnouncementKind, Audience, Mailing};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::date;
use crate::web::views::components::form_token::form_token;
use maud::{Markup, html};

/// Tell everyone what was put right.
pub(super) fn correct(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "manage-correct")) }
            p { (text!(ctx.lang, "manage-correct-what")) }
            (reasons(page, "correct", ctx))
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="correct" {
                (text!(ctx.lang, "manage-correct-yes"))
            }
        }
    }
}

/// The way to the page where the outcome is written.
pub(super) fn conclude(page: &ManagePage, ctx: &Ctx) -> Markup {
    let is_public = page.round.concluded_at.is_some();
    html! {
        section class="panel" {
            h2 class="ds-heading" { (text!(ctx.lang, "manage-conclude")) }
            p {
                @if is_public { (text!(ctx.lang, "manage-concluded-what")) }
                @else { (text!(ctx.lang, "manage-conclude-what")) }
            }
            a class="ds-button" data-variant=(if is_public { "secondary" } else { "primary" }) data-color="accent"
                href=(ctx.links().staff_outcome(&page.round.slug)) {
                @if is_public { (text!(ctx.lang, "manage-concluded-go")) }
                @else { (text!(ctx.lang, "manage-conclude-go")) }
            }
        }
    }
}

/// Put the round away.
pub(super) fn archive(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "manage-archive")) }
            p { (text!(ctx.lang, "manage-archive-what")) }
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="archive" {
                (text!(ctx.lang, "manage-archive-yes"))
            }
        }
    }
}

/// Take it out again.
pub(super) fn unarchive(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "manage-unarchive")) }
            p { (text!(ctx.lang, "manage-unarchive-what")) }
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="unarchive" {
                (text!(ctx.lang, "manage-unarchive-yes"))
            }
        }
    }
}

/// Who was written to, and how far the worker has come.
pub(super) fn mailings(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        @if !page.mailings.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "manage-mailings")) }
                ul class="history" {
                    @for mailing in &page.mailings {
                        li {
                            p {
                                (date(ctx, mailing.announcement.announced_at.in_norway().date())) ": "
                                (kind(ctx, mailing)) " " (progress(ctx, mailing))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn kind(ctx: &Ctx, mailing: &Mailing) -> String {
    match mailing.announcement.kind {
        AnnouncementKind::Extended => text!(ctx.lang, "mailing-extended"),
        AnnouncementKind::Closed => text!(ctx.lang, "mailing-closed"),
        AnnouncementKind::Reopened => text!(ctx.lang, "mailing-reopened"),
        AnnouncementKind::Corrected => text!(ctx.lang, "mailing-corrected"),
        AnnouncementKind::Concluded => text!(ctx.lang, "mailing-concluded"),
    }
}

fn progress(ctx: &Ctx, mailing: &Mailing) -> String {
    let audience = match mailing.audience {
        Audience::Drafts => text!(ctx.lang, "mailing-to-drafts"),
        Audience::Respondents => text!(ctx.lang, "mailing-to-respondents"),
    };
    if mailing.ended_at.is_some() {
        text!(ctx.lang, "mailing-done", letters = mailing.letters, audience = audience)
    } else {
        text!(ctx.lang, "mailing-under-way", letters = mailing.letters, audience = audience)
    }
}
