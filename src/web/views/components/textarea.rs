//! A field for what people write, of one line or many, with a counter and a warning against national ids.

use super::field::{described_by, mistake};
use crate::text;
use crate::text::number;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// One field. `name` is also its id.
#[derive(Debug)]
pub struct Textarea<'a> {
    /// Its name and id.
    pub name: &'a str,
    /// What is asked for.
    pub label: Markup,
    /// Help, where there is something to say.
    pub help: Option<Markup>,
    /// What has been typed.
    pub value: &'a str,
    /// Lines shown; a field with one can hold no more.
    pub rows: u8,
    /// The longest text, in characters.
    pub max_chars: Option<usize>,
    /// Whether the text holds a national id; `None` where nobody looks for one.
    pub holds_national_id: Option<bool>,
    /// What must be put right.
    pub mistake: Option<String>,
}

/// The field. The limit is not an attribute: a browser would cut what is pasted without a word.
#[must_use]
pub fn textarea(ctx: &Ctx, area: &Textarea) -> Markup {
    let name = area.name;
    html! {
        div class="ds-field" {
            label class="ds-label" for=(name) { (area.label) }
            @if let Some(words) = &area.help {
                div data-field="description" id={ (name) "-help" } { (words) }
            }
            @let described = described_by(name, area.mistake.is_some(), area.help.is_some());
            @let is_invalid = area.mistake.as_ref().map(|_| "true");
            @if area.rows == 1 {
                input class="ds-input" type="text" id=(name) name=(name) value=(area.value)
                    aria-describedby=[described] aria-invalid=[is_invalid];
            } @else {
                // A browser drops one line break after the tag; without ours it would take the text's own.
                textarea class="ds-input" id=(name) name=(name) rows=(area.rows)
                    aria-describedby=[described] aria-invalid=[is_invalid] { "\n" (area.value) }
            }
            @if let Some(limit) = area.max_chars { (counter(ctx, name, limit)) }
            (mistake(name, area.mistake.as_deref()))
            @if let Some(is_held) = area.holds_national_id {
                @let sentence = text!(ctx.lang, "national-id-warning");
                p class="field-warning" role="status" data-id-warning data-for=(name) data-warning=(sentence) {
                    @if is_held { (sentence) }
                }
            }
        }
    }
}

/// A plain text field of a few lines, without counter or warning. The id is its own, because a
/// page may have several fields of one name.
#[must_use]
pub fn short_textarea(id: &str, name: &str, label: &str, value: &str, wrong: Option<&str>) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(id) { (label) }
            textarea class="ds-input" id=(id) name=(name) rows="2"
                aria-describedby=[described_by(id, wrong.is_some(), false)]
                aria-invalid=[wrong.map(|_| "true")] { "\n" (value) }
            (mistake(id, wrong))
        }
    }
}

/// Says the limit; with script it says what is left, and speaks only near the limit.
fn counter(ctx: &Ctx, id: &str, limit: usize) -> Markup {
    html! {
        div class="field-foot" {
            span class="counter" data-counter data-for=(id) data-limit=(limit)
                data-under=(text!(ctx.lang, "counter-under", count = "{count}"))
                data-over=(text!(ctx.lang, "counter-over", count = "{count}")) {
                (text!(ctx.lang, "counter-limit", limit = number(ctx.lang, limit)))
            }
            span class="ds-sr-only" role="status" data-counter-spoken {}
        }
    }
}
