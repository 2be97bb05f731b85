//! A list to choose one from, and a file to choose.

use super::field::{described_by, help, mistake};
use maud::{Markup, html};

/// A list of which one is chosen; `name` is also its id. Each has its value and its words.
#[must_use]
pub fn select(
    name: &str,
    label: &str,
    options: &[(&str, String)],
    chosen: &str,
    wrong: Option<&str>,
) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(name) { (label) }
            select class="ds-input" id=(name) name=(name) data-width="medium"
                aria-describedby=[described_by(name, wrong.is_some(), false)] aria-invalid=[wrong.map(|_| "true")] {
                @for (value, words) in options {
                    option value=(value) selected[*value == chosen] { (words) }
                }
            }
            (mistake(name, wrong))
        }
    }
}

/// A field for one file; `name` is also its id. `accept` helps to choose and refuses nothing.
#[must_use]
pub fn file_field(name: &str, label: &str, words: &str, accept: &str, wrong: Option<&str>) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(name) { (label) }
            (help(name, Some(words)))
            input class="ds-input" type="file" id=(name) name=(name) accept=(accept) data-width="medium"
                aria-describedby=[described_by(name, wrong.is_some(), true)] aria-invalid=[wrong.map(|_| "true")];
            (mistake(name, wrong))
        }
    }
}
