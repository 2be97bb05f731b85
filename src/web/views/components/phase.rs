//! Where a round is in its life, and how its deadline has moved.

use crate::domain::announcement::Announcement;
use crate::domain::consultation::{Consultation, DeadlineDecision, DeadlineDecisionKind, Phase};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::{date, deadline_words};
use crate::web::views::components::language::foreign;
use maud::{Markup, html};

/// The phase, as a label with a dot.
#[must_use]
pub fn phase(ctx: &Ctx, round: &Consultation) -> Markup {
    let phase = round.phase(ctx.now);
    let color = match phase {
        Phase::Announced => "info",
        Phase::Open => "success",
        Phase::Draft | Phase::Closed | Phase::Concluded | Phase::Archived => "neutral",
    };
    html! { span class="ds-tag" data-color=(color) data-dot { (phase_words(ctx, phase)) } }
}

/// What a phase is called.
#[must_use]
pub fn phase_words(ctx: &Ctx, phase: Phase) -> String {
    match phase {
        Phase::Draft => text!(ctx.lang, "phase-draft"),
        Phase::Announced => text!(ctx.lang, "phase-announced"),
        Phase::Open => text!(ctx.lang, "phase-open"),
        Phase::Closed => text!(ctx.lang, "phase-closed"),
        Phase::Concluded => text!(ctx.lang, "phase-concluded"),
        Phase::Archived => text!(ctx.lang, "phase-archived"),
    }
}

/// The phase's stable name, for the style sheet.
#[must_use]
pub fn phase_name(ctx: &Ctx, round: &Consultation) -> &'static str {
    match round.phase(ctx.now) {
        Phase::Draft => "draft",
        Phase::Announced => "announced",
        Phase::Open => "open",
        Phase::Closed => "closed",
        Phase::Concluded => "concluded",
        Phase::Archived => "archived",
    }
}

/// What has been decided about the opening and the deadline, oldest first, with the reasons.
#[must_use]
pub fn history(ctx: &Ctx, decisions: &[DeadlineDecision], shows_who: bool) -> Markup {
    html! {
        ol class="history" {
            @for decision in decisions {
                li {
                    p { (date(ctx, decision.decided_at.in_norway().date())) ": " (what(ctx, decision)) }
                    @if let Some(reason) = &decision.reason {
                        p {
                            (text!(ctx.lang, "history-reason")) " "
                            span lang=[foreign(ctx, reason)] { (reason.text(ctx.lang)) }
                        }
                    }
                    @if shows_who {
                        p class="quiet small" { (text!(ctx.lang, "history-by", who = decision.decided_by.as_str())) }
                    }
                }
            }
        }
    }
}

/// What was put right in public, oldest first.
#[must_use]
pub fn corrections(ctx: &Ctx, corrections: &[Announcement]) -> Markup {
    html! {
        ol class="history" {
            @for correction in corrections {
                li {
                    p {
                        (date(ctx, correction.announced_at.in_norway().date())) ": "
                        @if let Some(note) = &correction.note {
                            span lang=[foreign(ctx, note)] { (note.text(ctx.lang)) }
                        }
                    }
                }
            }
        }
    }
}

fn what(ctx: &Ctx, decision: &DeadlineDecision) -> String {
    let before = deadline_words(ctx, decision.closed_before);
    let after = deadline_words(ctx, decision.closes_after);
    match decision.kind {
        DeadlineDecisionKind::Opened => text!(ctx.lang, "history-opened", after = after),
        DeadlineDecisionKind::Extended => text!(ctx.lang, "history-extended", before = before, after = after),
        DeadlineDecisionKind::Closed => text!(ctx.lang, "history-closed", before = before),
        DeadlineDecisionKind::Reopened => text!(ctx.lang, "history-reopened", after = after),
    }
}
