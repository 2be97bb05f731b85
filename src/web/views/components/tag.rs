//! Short labels that tell a state, always in words as well as colour.

use crate::domain::submission::{Channel, Status};
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// A label in one of Designsystemet's colours.
#[must_use]
pub fn tag(color: &str, words: &str) -> Markup {
    html! { span class="ds-tag" data-color=(color) { (words) } }
}

/// Whether a submission stands.
#[must_use]
pub fn status(ctx: &Ctx, status: Status) -> Markup {
    match status {
        Status::Received => tag("info", &text!(ctx.lang, "status-received")),
        Status::Withdrawn => tag("neutral", &text!(ctx.lang, "status-withdrawn")),
    }
}

/// Shown where something came after the deadline, and nothing where it did not.
#[must_use]
pub fn late(ctx: &Ctx, is_late: bool) -> Markup {
    html! { @if is_late { (tag("warning", &text!(ctx.lang, "status-late"))) } }
}

/// How a submission came in.
#[must_use]
pub fn channel(ctx: &Ctx, channel: Channel) -> String {
    match channel {
        Channel::Web => text!(ctx.lang, "channel-web"),
        Channel::FormUpload => text!(ctx.lang, "channel-form-upload"),
        Channel::Letter => text!(ctx.lang, "channel-letter"),
        Channel::Email => text!(ctx.lang, "channel-email"),
        Channel::Meeting => text!(ctx.lang, "channel-meeting"),
    }
}
