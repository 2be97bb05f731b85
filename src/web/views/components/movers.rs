//! The buttons that move one of a list a place up or down.

use super::form_token::form_token;
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// One of a list.
#[derive(Debug)]
pub struct Movable<'a> {
    /// Where the list is moved.
    pub action: String,
    /// The field that says which one.
    pub field: &'static str,
    /// Which one.
    pub key: &'a str,
    /// What it is called, for those who hear the button.
    pub name: &'a str,
    /// Its place, from 0.
    pub place: usize,
    /// How many there are.
    pub count: usize,
}

/// The buttons; one that cannot move it is not there, and leaves its place.
#[must_use]
pub fn movers(ctx: &Ctx, one: &Movable<'_>) -> Markup {
    html! {
        div class="paper__deeds" {
            (mover(ctx, one, "up", one.place > 0))
            (mover(ctx, one, "down", one.place + 1 < one.count))
        }
    }
}

fn mover(ctx: &Ctx, one: &Movable<'_>, deed: &str, can: bool) -> Markup {
    let (sign, words) = if deed == "up" {
        ("↑", text!(ctx.lang, "papers-up"))
    } else {
        ("↓", text!(ctx.lang, "papers-down"))
    };
    html! {
        @if can {
            form method="post" action=(one.action) {
                (form_token(ctx))
                input type="hidden" name=(one.field) value=(one.key);
                button class="ds-button" data-variant="tertiary" data-icon="true" type="submit" name="do" value=(deed) {
                    span aria-hidden="true" { (sign) }
                    span class="ds-sr-only" { (words) " " (one.name) }
                }
            }
        } @else {
            span class="paper__no-deed" {}
        }
    }
}
