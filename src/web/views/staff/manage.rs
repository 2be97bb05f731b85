//! Administrators: open, extend, close and reopen a round, with its history.

use super::frame::{Room, room_page};
use crate::domain::consultation::{Consultation, DeadlineDecision, Phase, RoundRefusal};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::phase::history;
use crate::web::views::components::textarea::short_textarea;
use maud::{Markup, html};

/// A round and what may be done with it.
#[derive(Debug)]
pub struct ManagePage {
    /// The round.
    pub round: Consultation,
    /// What has been decided, oldest first.
    pub decisions: Vec<DeadlineDecision>,
    /// The deed that was refused, as it was typed, and why.
    pub refused: Option<(ManageForm, ManageMistake)>,
    /// Whether a deed has just been done.
    pub is_done: bool,
}

/// What is posted: `do` is one of the deeds.
#[derive(Debug, Clone, Default)]
pub struct ManageForm {
    /// `open`, `extend`, `close` or `reopen`.
    pub deed: String,
    /// `until`: the last day, as `2023-06-30`.
    pub until: String,
    /// `reason_nb`: why, in bokmål.
    pub reason_nb: String,
    /// `reason_nn`: in nynorsk.
    pub reason_nn: String,
    /// `reason_en`: in English.
    pub reason_en: String,
}

/// Why a deed was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManageMistake {
    /// The date is missing or is none.
    DateMissing,
    /// The round's own rules.
    Refused(RoundRefusal),
}

/// The page.
#[must_use]
pub fn manage_page(page: &ManagePage, ctx: &Ctx) -> Markup {
    let summary: Vec<(String, String)> =
        page.refused.iter().map(|(form, mistake)| (place(form, *mistake), sentence(ctx, *mistake))).collect();
    let body = html! {
        div class="stack" {
            @if page.is_done { (status(Tone::Success, &text!(ctx.lang, "manage-done"))) }
            (error_summary(ctx, &summary))
            div class="panels" {
                @match page.round.phase(ctx.now) {
                    Phase::Draft => { (open(page, ctx)) }
                    Phase::Announced => { (open(page, ctx)) (move_deadline(page, "extend", ctx)) }
                    Phase::Open => { (move_deadline(page, "extend", ctx)) (close(page, ctx)) }
                    Phase::Closed => { (move_deadline(page, "reopen", ctx)) }
                }
            }
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "manage-history")) }
                @if page.decisions.is_empty() {
                    p class="quiet" { (text!(ctx.lang, "manage-history-none")) }
                } @else {
                    (history(ctx, &page.decisions, true))
                }
            }
        }
    };
    room_page(ctx, &page.round, Room::Management, None, &body)
}

fn open(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) {
            h2 class="ds-heading" { (text!(ctx.lang, "manage-open")) }
            p { (text!(ctx.lang, "manage-open-what")) }
            button class="ds-button" id="open" data-variant="primary" data-color="accent" type="submit" name="do" value="open" {
                (text!(ctx.lang, "manage-open-yes"))
            }
        }
    }
}

fn close(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) novalidate {
            h2 class="ds-heading" { (text!(ctx.lang, "manage-close")) }
            p { (text!(ctx.lang, "manage-close-what")) }
            (reasons(page, "close", ctx))
            button class="ds-button" id="close" data-variant="secondary" data-color="danger" type="submit" name="do"
                value="close" { (text!(ctx.lang, "manage-close-yes")) }
        }
    }
}

/// Extending and reopening ask the same: until when, and why.
fn move_deadline(page: &ManagePage, deed: &str, ctx: &Ctx) -> Markup {
    let typed = typed(page, deed);
    let mistake = mistake_in(page, deed).filter(|mistake| is_about_date(*mistake));
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) novalidate {
            @if deed == "extend" {
                h2 class="ds-heading" { (text!(ctx.lang, "manage-extend")) }
                p { (text!(ctx.lang, "manage-extend-what")) }
            } @else {
                h2 class="ds-heading" { (text!(ctx.lang, "manage-reopen")) }
                p { (text!(ctx.lang, "manage-reopen-what")) }
            }
            (field(&Field {
                name: "until",
                kind: Kind::Date,
                label: text!(ctx.lang, "manage-until"),
                help: Some(text!(ctx.lang, "manage-until-help")),
                value: typed.map_or("", |form| &form.until),
                mistake: mistake.map(|mistake| sentence(ctx, mistake)),
            }))
            (reasons(page, deed, ctx))
            button class="ds-button" id=(deed) data-variant="primary" data-color="accent" type="submit" name="do" value=(deed) {
                @if deed == "extend" { (text!(ctx.lang, "manage-extend-yes")) }
                @else { (text!(ctx.lang, "manage-reopen-yes")) }
            }
        }
    }
}

fn reasons(page: &ManagePage, deed: &str, ctx: &Ctx) -> Markup {
    let typed = typed(page, deed);
    let read = |pick: fn(&ManageForm) -> &String| typed.map_or("", |form| pick(form).as_str());
    let wrong = mistake_in(page, deed)
        .filter(|mistake| *mistake == ManageMistake::Refused(RoundRefusal::ReasonMissing))
        .map(|mistake| sentence(ctx, mistake));
    html! {
        (short_textarea(&format!("{deed}-reason_nb"), "reason_nb", &text!(ctx.lang, "manage-reason-nb"),
            read(|form| &form.reason_nb), wrong.as_deref()))
        (short_textarea(&format!("{deed}-reason_nn"), "reason_nn", &text!(ctx.lang, "manage-reason-nn"),
            read(|form| &form.reason_nn), None))
        (short_textarea(&format!("{deed}-reason_en"), "reason_en", &text!(ctx.lang, "manage-reason-en"),
            read(|form| &form.reason_en), None))
    }
}

fn typed<'a>(page: &'a ManagePage, deed: &str) -> Option<&'a ManageForm> {
    page.refused.as_ref().map(|(form, _)| form).filter(|form| form.deed == deed)
}

fn mistake_in(page: &ManagePage, deed: &str) -> Option<ManageMistake> {
    page.refused.as_ref().filter(|(form, _)| form.deed == deed).map(|(_, mistake)| *mistake)
}

fn is_about_date(mistake: ManageMistake) -> bool {
    matches!(
        mistake,
        ManageMistake::DateMissing | ManageMistake::Refused(RoundRefusal::NotLater | RoundRefusal::InThePast)
    )
}

/// The id of the field or button that a mistake stands at.
fn place(form: &ManageForm, mistake: ManageMistake) -> String {
    if is_about_date(mistake) {
        "until".to_owned()
    } else if mistake == ManageMistake::Refused(RoundRefusal::ReasonMissing) {
        format!("{}-reason_nb", form.deed)
    } else {
        "innhold".to_owned()
    }
}

fn sentence(ctx: &Ctx, mistake: ManageMistake) -> String {
    let ManageMistake::Refused(refusal) = mistake else {
        return text!(ctx.lang, "manage-mistake-date");
    };
    match refusal {
        RoundRefusal::NotFound => text!(ctx.lang, "message-not-found"),
        RoundRefusal::AlreadyOpen => text!(ctx.lang, "manage-mistake-already-open"),
        RoundRefusal::DeadlinePassed => text!(ctx.lang, "manage-mistake-deadline-passed"),
        RoundRefusal::NotRunning => text!(ctx.lang, "manage-mistake-not-running"),
        RoundRefusal::NotLater => text!(ctx.lang, "manage-mistake-not-later"),
        RoundRefusal::NotClosed => text!(ctx.lang, "manage-mistake-not-closed"),
        RoundRefusal::InThePast => text!(ctx.lang, "manage-mistake-in-the-past"),
        RoundRefusal::ReasonMissing => text!(ctx.lang, "manage-mistake-reason"),
    }
}
