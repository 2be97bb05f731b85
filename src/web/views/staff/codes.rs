//! Staff: the codebook of a round, to be read; administrators change it.

use super::code_fields::{CodeDone, Filled};
use super::frame::{Room, room_page};
use crate::domain::code::CodeGroup;
use crate::domain::consultation::Consultation;
use crate::domain::language::Localized;
use crate::domain::staff::StaffRole;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::choose::select;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::localized;
use crate::web::views::components::movers::{Movable, movers};
use maud::{Markup, html};

/// The headings that input is sorted under.
#[derive(Debug)]
pub struct CodesPage {
    /// The round.
    pub round: Consultation,
    /// Its codebook, in its order; it may have none.
    pub groups: Vec<CodeGroup>,
    /// The form that adds one.
    pub adding: Filled,
    /// What has just been done.
    pub done: Option<CodeDone>,
}

/// The page.
#[must_use]
pub fn codes_page(page: &CodesPage, ctx: &Ctx) -> Markup {
    let codes: usize = page.groups.iter().map(|group| group.codes.len()).sum();
    let may_change = ctx.staff() == Some(StaffRole::Administrator);
    let body = html! {
        div class="column stack" {
            @if let Some(done) = page.done { (done.shown(ctx)) }
            (error_summary(ctx, &page.adding.summary(ctx)))
            @if page.groups.is_empty() {
                div class="empty" {
                    p { (text!(ctx.lang, "codes-none")) }
                    p class="quiet" { (text!(ctx.lang, "codes-none-how")) }
                }
            } @else {
                p { (text!(ctx.lang, "codes-what", codes = codes, groups = page.groups.len())) }
                @for (place, group) in page.groups.iter().enumerate() {
                    @if may_change { (changeable(page, place, group, ctx)) } @else { (section(group, ctx)) }
                }
            }
            @if may_change { (add(page, ctx)) }
        }
    };
    room_page(ctx, &page.round, Room::Codes, None, &body)
}

fn section(group: &CodeGroup, ctx: &Ctx) -> Markup {
    html! {
        section class="codes" {
            h2 class="ds-heading" { (group.key) " " (localized(ctx, &group.name)) }
            dl {
                @for code in &group.codes {
                    div { dt { (code.key) } dd { (localized(ctx, &code.name)) } }
                }
            }
        }
    }
}

/// A heading of the first level and those below it, each with its way to be changed and moved.
fn changeable(page: &CodesPage, place: usize, group: &CodeGroup, ctx: &Ctx) -> Markup {
    html! {
        section class="stack" {
            div class="paper" {
                h2 class="ds-heading paper__what" { (link(page, &group.key, &group.name, ctx)) }
                (moved(page, &group.key, (place, page.groups.len()), ctx))
            }
            @if !group.codes.is_empty() {
                ol class="papers" {
                    @for (place, code) in group.codes.iter().enumerate() {
                        li class="paper" {
                            p class="paper__what" { (link(page, &code.key, &code.name, ctx)) }
                            (moved(page, &code.key, (place, group.codes.len()), ctx))
                        }
                    }
                }
            }
        }
    }
}

fn link(page: &CodesPage, key: &str, name: &Localized, ctx: &Ctx) -> Markup {
    let href = ctx.links().staff_code(&page.round.slug, key);
    html! { a class="ds-link" href=(href) { (key) " " (localized(ctx, name)) } }
}

/// The buttons that move the heading with this key, `place` among `count` (from 0).
fn moved(page: &CodesPage, key: &str, (place, count): (usize, usize), ctx: &Ctx) -> Markup {
    let action = ctx.links().staff_codes(&page.round.slug);
    movers(ctx, &Movable { action, field: "code", key, name: key, place, count })
}

fn add(page: &CodesPage, ctx: &Ctx) -> Markup {
    let mut under = vec![("", text!(ctx.lang, "code-under-none"))];
    under.extend(
        page.groups
            .iter()
            .map(|group| (group.key.as_str(), format!("{} {}", group.key, group.name.text(ctx.lang)))),
    );
    html! {
        form class="panel" method="post" action=(ctx.links().staff_codes(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "code-add")) }
            (select("under", &text!(ctx.lang, "code-under"), &under, page.adding.form.get("under"), None))
            (page.adding.words(ctx, text!(ctx.lang, "code-key-help-new")))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="add" {
                (text!(ctx.lang, "code-add"))
            }
        }
    }
}
