//! Staff: the codebook of a round, to be read.

use super::frame::{Room, room_page};
use crate::domain::code::CodeGroup;
use crate::domain::consultation::Consultation;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::language::localized;
use maud::{Markup, html};

/// The headings that input is sorted under.
#[derive(Debug)]
pub struct CodesPage {
    /// The round.
    pub round: Consultation,
    /// Its codebook, in its order; it may have none.
    pub groups: Vec<CodeGroup>,
}

/// The page.
#[must_use]
pub fn codes_page(page: &CodesPage, ctx: &Ctx) -> Markup {
    let codes: usize = page.groups.iter().map(|group| group.codes.len()).sum();
    let body = html! {
        div class="column stack" {
            @if page.groups.is_empty() {
                div class="empty" {
                    p { (text!(ctx.lang, "codes-none")) }
                    p class="quiet" { (text!(ctx.lang, "codes-none-how")) }
                }
            } @else {
                p { (text!(ctx.lang, "codes-what", codes = codes, groups = page.groups.len())) }
                @for group in &page.groups { (section(group, ctx)) }
            }
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
