//! Choosing one of a few, and saying yes.

use super::field::{described_by, mistake};
use maud::{Markup, html};

/// One of a group of choices.
#[derive(Debug)]
pub struct Choice {
    /// What is sent.
    pub value: &'static str,
    /// What is read.
    pub label: String,
    /// The language of the label, where it is not the page's.
    pub lang: Option<&'static str>,
}

/// Radio buttons under one question. The first has the group's name as id, for links from a summary.
#[must_use]
pub fn radios(name: &str, legend: &str, choices: &[Choice], chosen: &str, wrong: Option<&str>) -> Markup {
    html! {
        fieldset class="ds-fieldset" aria-describedby=[described_by(name, wrong.is_some(), false)] {
            legend class="ds-label" { (legend) }
            @for (place, choice) in choices.iter().enumerate() {
                @let id = if place == 0 { name.to_owned() } else { format!("{name}-{}", choice.value) };
                div class="ds-field" {
                    input class="ds-input" type="radio" data-color="accent" id=(id) name=(name) value=(choice.value)
                        checked[choice.value == chosen] aria-invalid=[wrong.map(|_| "true")];
                    label class="ds-label" for=(id) lang=[choice.lang] { (choice.label) }
                }
            }
            (mistake(name, wrong))
        }
    }
}

/// One box to tick; it sends `true`.
#[must_use]
pub fn checkbox(name: &str, label: &str, is_ticked: bool, wrong: Option<&str>) -> Markup {
    html! {
        div class="ds-field" {
            input class="ds-input" type="checkbox" data-color="accent" id=(name) name=(name) value="true"
                checked[is_ticked] aria-describedby=[described_by(name, wrong.is_some(), false)]
                aria-invalid=[wrong.map(|_| "true")];
            label class="ds-label" for=(name) { (label) }
            (mistake(name, wrong))
        }
    }
}
