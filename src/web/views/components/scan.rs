//! What the virus scanner says of a file, for those who sent it and for staff.

use super::notice::{Tone, notice};
use super::tag::tag;
use crate::domain::attachment::Attachment;
use crate::domain::file::ScanState;
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBy {
    /// Those whose file it is.
    Sender,
    /// Staff.
    Staff,
}

/// What whoever sent a stopped file can do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// It is in a draft.
    TakeAway,
    /// It has been sent, and can be changed.
    Change,
    /// It has been sent, and cannot be changed any more.
    Contact,
}

/// What stands at a file; nothing where there is nothing to tell.
#[must_use]
pub fn scan_note(ctx: &Ctx, scan: ScanState, reader: ReadBy) -> Markup {
    let (lang, has_scanner) = (ctx.lang, ctx.site.has_scanner);
    let words = match (scan, reader) {
        (ScanState::Infected, ReadBy::Sender) => text!(lang, "scan-stopped"),
        (ScanState::Infected, ReadBy::Staff) => text!(lang, "scan-staff-stopped"),
        (ScanState::Clean, ReadBy::Staff) => text!(lang, "scan-staff-clean"),
        (ScanState::Waiting, ReadBy::Sender) if has_scanner => text!(lang, "scan-waiting"),
        (ScanState::Waiting, ReadBy::Staff) if has_scanner => text!(lang, "scan-staff-waiting"),
        (ScanState::Failed, ReadBy::Sender) if has_scanner => text!(lang, "scan-failed"),
        (ScanState::Failed, ReadBy::Staff) if has_scanner => text!(lang, "scan-staff-failed"),
        (ScanState::Clean | ScanState::Waiting | ScanState::Failed, _) => return html! {},
    };
    html! {
        p class="small" {
            @if scan == ScanState::Infected { (tag("danger", &text!(lang, "scan-tag-stopped"))) " " }
            (words)
        }
    }
}

/// Tells those who sent them which of `files` were stopped and what they can do; nothing where none was.
#[must_use]
pub fn stopped_notice<'a>(
    ctx: &Ctx,
    files: impl IntoIterator<Item = &'a Attachment>,
    remedy: Remedy,
) -> Markup {
    let lang = ctx.lang;
    let stopped: Vec<_> = files.into_iter().filter(|file| file.scan == ScanState::Infected).collect();
    let count = stopped.len();
    if count == 0 {
        return html! {};
    }
    let what_now = match remedy {
        Remedy::TakeAway => text!(lang, "scan-stopped-take-away", count = count),
        Remedy::Change => text!(lang, "scan-stopped-change", count = count),
        Remedy::Contact => text!(lang, "scan-stopped-contact", count = count),
    };
    notice(
        Tone::Danger,
        &text!(lang, "scan-stopped-heading", count = count),
        &html! {
            p { (text!(lang, "scan-stopped-what", count = count)) }
            ul class="ds-list" { @for file in stopped { li { bdi { (file.name) } } } }
            p { (what_now) " " (text!(lang, "scan-stopped-machine")) }
        },
    )
}

/// Tells staff that nobody looks at files here; nothing where somebody does.
#[must_use]
pub fn not_scanned_here(ctx: &Ctx) -> Markup {
    html! {
        @if !ctx.site.has_scanner {
            (notice(Tone::Warning, &text!(ctx.lang, "scan-none"), &html! {
                p { (text!(ctx.lang, "scan-none-what")) }
            }))
        }
    }
}
