//! Administrators: open, extend, close, reopen, correct and archive a round, with its history.

use super::frame::{Room, room_page};
use super::manage_over::{archive, conclude, correct, mailings, unarchive};
use crate::domain::announcement::Mailing;
use crate::domain::consultation::{Consultation, DeadlineDecision, Phase, RoundRefusal};
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::forms::deadline::{DeadlineForm, DeadlineMistake};
use crate::web::views::Ctx;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::localized;
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
    /// Who was written to, oldest first.
    pub mailings: Vec<Mailing>,
    /// The deed that was refused.
    pub refused: Option<Refused>,
    /// Whether a deed has just been done.
    pub is_done: bool,
}

/// A deed that was not done.
#[derive(Debug)]
pub struct Refused {
    /// What was typed.
    pub form: DeadlineForm,
    /// Why, all at once.
    pub mistakes: Vec<ManageMistake>,
}

/// Why a deed was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManageMistake {
    /// The form is not filled in as it must be.
    Form(DeadlineMistake),
    /// The round's own rules.
    Round(RoundRefusal),
}

/// The page.
#[must_use]
pub fn manage_page(page: &ManagePage, ctx: &Ctx) -> Markup {
    let summary: Vec<(String, String)> =
        page.refused.iter().flat_map(|refused| summary(refused, ctx)).collect();
    let body = html! {
        div class="stack" {
            @if page.is_done { (status(Tone::Success, &text!(ctx.lang, "manage-done"))) }
            (error_summary(ctx, &summary))
            div class="panels" {
                @match page.round.phase(ctx.now) {
                    Phase::Draft => { (open(page, ctx)) }
                    Phase::Announced => { (open(page, ctx)) (move_deadline(page, "extend", ctx)) }
                    Phase::Open => { (move_deadline(page, "extend", ctx)) (close(page, ctx)) }
                    Phase::Closed => { (conclude(page, ctx)) (move_deadline(page, "reopen", ctx)) }
                    Phase::Concluded => { (conclude(page, ctx)) }
                    Phase::Archived => { (unarchive(page, ctx)) }
                }
                @if page.round.is_public(ctx.now) && page.round.archived_at.is_none() { (correct(page, ctx)) }
                @if matches!(page.round.phase(ctx.now), Phase::Closed | Phase::Concluded) { (archive(page, ctx)) }
            }
            (who_may_answer(page, ctx))
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "manage-history")) }
                @if page.decisions.is_empty() {
                    p class="quiet" { (text!(ctx.lang, "manage-history-none")) }
                } @else {
                    (history(ctx, &page.decisions, true))
                }
            }
            (mailings(page, ctx))
        }
    };
    room_page(ctx, &page.round, Room::Management, None, &body)
}

/// Who may answer; the round's file decides it.
fn who_may_answer(page: &ManagePage, ctx: &Ctx) -> Markup {
    let way = match page.round.who_may_answer {
        WayIn::IdPorten => text!(ctx.lang, "manage-way-id-porten"),
        WayIn::EMail => text!(ctx.lang, "manage-way-e-mail"),
        WayIn::Open => text!(ctx.lang, "manage-way-open"),
    };
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "manage-way")) }
            p { (way) }
            @if let Some(why) = &page.round.who_may_answer_why { p class="quiet" { (localized(ctx, why)) } }
        }
    }
}

fn open(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "manage-open")) }
            p { (text!(ctx.lang, "manage-open-what")) }
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="open" {
                (text!(ctx.lang, "manage-open-yes"))
            }
        }
    }
}

fn close(page: &ManagePage, ctx: &Ctx) -> Markup {
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "manage-close")) }
            p { (text!(ctx.lang, "manage-close-what")) }
            (reasons(page, "close", ctx))
            button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do"
                value="close" { (text!(ctx.lang, "manage-close-yes")) }
        }
    }
}

/// Extending and reopening ask the same: until when, and why.
fn move_deadline(page: &ManagePage, deed: &str, ctx: &Ctx) -> Markup {
    let (heading, what, yes) = if deed == "extend" {
        (
            text!(ctx.lang, "manage-extend"),
            text!(ctx.lang, "manage-extend-what"),
            text!(ctx.lang, "manage-extend-yes"),
        )
    } else {
        (
            text!(ctx.lang, "manage-reopen"),
            text!(ctx.lang, "manage-reopen-what"),
            text!(ctx.lang, "manage-reopen-yes"),
        )
    };
    let typed = typed(page, deed);
    html! {
        form class="panel" method="post" action=(ctx.links().staff_manage(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (heading) }
            p { (what) }
            (field(&Field {
                name: "until_date",
                kind: Kind::Date,
                label: text!(ctx.lang, "manage-until"),
                help: Some(text!(ctx.lang, "manage-until-help")),
                value: typed.map_or("", |form| &form.until_date),
                mistake: mistake_at(page, deed, "until_date", ctx),
            }))
            (field(&Field {
                name: "until_time",
                kind: Kind::Time,
                label: text!(ctx.lang, "manage-time"),
                help: Some(text!(ctx.lang, "manage-time-help")),
                value: typed.map_or("", |form| &form.until_time),
                mistake: mistake_at(page, deed, "until_time", ctx),
            }))
            (reasons(page, deed, ctx))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value=(deed) {
                (yes)
            }
        }
    }
}

pub(super) fn reasons(page: &ManagePage, deed: &str, ctx: &Ctx) -> Markup {
    let typed = typed(page, deed);
    let read = |pick: fn(&DeadlineForm) -> &String| typed.map_or("", |form| pick(form).as_str());
    let id = format!("{deed}-reason_nb");
    let wrong = mistake_at(page, deed, &id, ctx);
    let [nb, nn, en] = if deed == "correct" {
        [
            text!(ctx.lang, "manage-corrected-nb"),
            text!(ctx.lang, "manage-corrected-nn"),
            text!(ctx.lang, "manage-corrected-en"),
        ]
    } else {
        [
            text!(ctx.lang, "manage-reason-nb"),
            text!(ctx.lang, "manage-reason-nn"),
            text!(ctx.lang, "manage-reason-en"),
        ]
    };
    html! {
        (short_textarea(&id, "reason_nb", &nb, read(|form| &form.reason_nb),
            wrong.as_deref()))
        (short_textarea(&format!("{deed}-reason_nn"), "reason_nn", &nn,
            read(|form| &form.reason_nn), None))
        (short_textarea(&format!("{deed}-reason_en"), "reason_en", &en,
            read(|form| &form.reason_en), None))
    }
}

fn refused_in<'a>(page: &'a ManagePage, deed: &str) -> Option<&'a Refused> {
    page.refused.as_ref().filter(|refused| refused.form.deed == deed)
}

fn typed<'a>(page: &'a ManagePage, deed: &str) -> Option<&'a DeadlineForm> {
    refused_in(page, deed).map(|refused| &refused.form)
}

/// The sentence of the mistake at the field `id` of the form of `deed`.
fn mistake_at(page: &ManagePage, deed: &str, id: &str, ctx: &Ctx) -> Option<String> {
    let refused = refused_in(page, deed)?;
    let found = refused.mistakes.iter().find(|mistake| place(&refused.form, **mistake) == id)?;
    Some(sentence(ctx, *found))
}

fn summary(refused: &Refused, ctx: &Ctx) -> Vec<(String, String)> {
    refused.mistakes.iter().map(|mistake| (place(&refused.form, *mistake), sentence(ctx, *mistake))).collect()
}

/// The id of the field that a mistake stands at; the whole page where no field is to blame.
fn place(form: &DeadlineForm, mistake: ManageMistake) -> String {
    match mistake {
        ManageMistake::Form(DeadlineMistake::Date)
        | ManageMistake::Round(RoundRefusal::NotLater | RoundRefusal::InThePast) => "until_date".to_owned(),
        ManageMistake::Form(DeadlineMistake::Time) => "until_time".to_owned(),
        ManageMistake::Form(DeadlineMistake::Reason) | ManageMistake::Round(RoundRefusal::ReasonMissing) => {
            format!("{}-reason_nb", form.deed)
        }
        ManageMistake::Round(_) => "innhold".to_owned(),
    }
}

fn sentence(ctx: &Ctx, mistake: ManageMistake) -> String {
    let refusal = match mistake {
        ManageMistake::Form(DeadlineMistake::Date) => return text!(ctx.lang, "manage-mistake-date"),
        ManageMistake::Form(DeadlineMistake::Time) => return text!(ctx.lang, "manage-mistake-time"),
        ManageMistake::Form(DeadlineMistake::Reason) => RoundRefusal::ReasonMissing,
        ManageMistake::Round(refusal) => refusal,
    };
    round_refusal(ctx, refusal)
}

/// Why a decision about a round was not carried out.
#[must_use]
pub fn round_refusal(ctx: &Ctx, refusal: RoundRefusal) -> String {
    match refusal {
        RoundRefusal::NotFound => text!(ctx.lang, "message-not-found"),
        RoundRefusal::AlreadyOpen => text!(ctx.lang, "manage-mistake-already-open"),
        RoundRefusal::DeadlinePassed => text!(ctx.lang, "manage-mistake-deadline-passed"),
        RoundRefusal::NotRunning => text!(ctx.lang, "manage-mistake-not-running"),
        RoundRefusal::NotLater => text!(ctx.lang, "manage-mistake-not-later"),
        RoundRefusal::NotClosed => text!(ctx.lang, "manage-mistake-not-closed"),
        RoundRefusal::InThePast => text!(ctx.lang, "manage-mistake-in-the-past"),
        RoundRefusal::NotReady => text!(ctx.lang, "manage-mistake-not-ready"),
        RoundRefusal::ReasonMissing => text!(ctx.lang, "manage-mistake-reason"),
        RoundRefusal::NotPublic => text!(ctx.lang, "manage-mistake-not-public"),
        RoundRefusal::NotOver => text!(ctx.lang, "manage-mistake-not-over"),
        RoundRefusal::AlreadyConcluded => text!(ctx.lang, "manage-mistake-already-concluded"),
        RoundRefusal::OutcomeMissing => text!(ctx.lang, "manage-mistake-outcome-missing"),
        RoundRefusal::IsArchived => text!(ctx.lang, "manage-mistake-is-archived"),
        RoundRefusal::NotArchived => text!(ctx.lang, "manage-mistake-not-archived"),
    }
}
