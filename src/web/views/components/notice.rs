//! A notice: something to know before going on.

use maud::{Markup, html};

/// How a notice is meant; the colour and the icon follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// To know.
    Info,
    /// It went well.
    Success,
    /// To mind.
    Warning,
    /// It went wrong.
    Danger,
}

impl Tone {
    fn color(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }
}

/// A notice with a heading of the second level.
#[must_use]
pub fn notice(tone: Tone, heading: &str, body: &Markup) -> Markup {
    html! {
        div class="ds-alert" data-color=(tone.color()) {
            h2 class="ds-heading" { (heading) }
            (body)
        }
    }
}

/// A notice of one sentence, about something that has just happened; it is read aloud.
#[must_use]
pub fn status(tone: Tone, sentence: &str) -> Markup {
    html! {
        div class="ds-alert" data-color=(tone.color()) role="status" { p { (sentence) } }
    }
}
