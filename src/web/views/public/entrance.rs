//! The words of each way in, and of what only others may do.

use crate::domain::reference::Reference;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::Ctx;

/// What the button at a way in says.
#[must_use]
pub fn go_in(way: WayIn, ctx: &Ctx) -> String {
    match way {
        WayIn::IdPorten => text!(ctx.lang, "way-go-id-porten"),
        WayIn::EMail => text!(ctx.lang, "way-go-e-mail"),
        WayIn::Open => text!(ctx.lang, "way-go-open"),
    }
}

/// That the round asks for this way, and where what was typed can be found: heading and words.
#[must_use]
pub fn not_let_in(way: WayIn, ctx: &Ctx) -> (String, String) {
    match way {
        WayIn::IdPorten => {
            (text!(ctx.lang, "message-way-id-porten"), text!(ctx.lang, "message-way-id-porten-what"))
        }
        WayIn::EMail => (text!(ctx.lang, "message-way-e-mail"), text!(ctx.lang, "message-way-e-mail-what")),
        WayIn::Open => (text!(ctx.lang, "message-way-open"), text!(ctx.lang, "message-way-open-what")),
    }
}

/// That they see the submission, and only its sender may change it: heading and words.
#[must_use]
pub fn only_read(reference: &Reference, ctx: &Ctx) -> (String, String) {
    let words = text!(ctx.lang, "message-only-read-what", reference = reference.as_str());
    (text!(ctx.lang, "message-only-read"), words)
}

/// That another has changed the submission since they began to: heading and words.
#[must_use]
pub fn changed_meanwhile(reference: &Reference, ctx: &Ctx) -> (String, String) {
    let words = text!(ctx.lang, "message-changed-meanwhile-what", reference = reference.as_str());
    (text!(ctx.lang, "message-changed-meanwhile"), words)
}
