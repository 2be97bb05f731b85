//! Administrators: a round's consulted bodies and how far each has come, and the forms that add more.

use super::frame::{Room, room_page};
use super::invitee::{answers, letter_state, state_tag};
use super::invitee_forms::forms;
use super::invitee_groups::{Asked, Group};
use crate::domain::consultation::Consultation;
use crate::domain::invitee::{InvitationPlan, InviteeState, Standing};
use crate::domain::language::Localized;
use crate::text;
use crate::web::forms::invitees::{InviteesForm, ListMistake};
use crate::web::views::Ctx;
use crate::web::views::components::dates::moment;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::pagination::{Part, pagination};
use maud::{Markup, html};
use std::collections::HashMap;

/// How many stand on one page.
const PER_PAGE: usize = 100;

/// A round's list.
#[derive(Debug)]
pub struct InviteesPage {
    /// The round.
    pub round: Consultation,
    /// Everyone on its list.
    pub list: Vec<Standing>,
    /// When they are reminded.
    pub plan: InvitationPlan,
    /// Other rounds with a list: slug, title, and how long it is.
    pub others: Vec<(String, Localized, i64)>,
    /// What has just been done.
    pub done: Option<Done>,
    /// What of the list is shown.
    pub asked: Asked,
    /// What was not done.
    pub refused: Option<InviteesRefused>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// So many were added, and so many stood there already.
    Added(usize, usize),
    /// So many are being invited.
    Inviting(usize),
    /// The reminders were planned.
    Planned,
    /// One was taken off.
    Removed,
}

impl Done {
    /// What an address says has been done.
    #[must_use]
    pub fn from_query(query: &HashMap<String, String>) -> Option<Self> {
        let number = |name: &str| query.get(name).and_then(|value| value.parse().ok());
        if let Some(added) = number("lagt-til") {
            return Some(Self::Added(added, number("kjent").unwrap_or(0)));
        }
        if query.contains_key("planlagt") {
            return Some(Self::Planned);
        }
        if query.contains_key("fjernet") {
            return Some(Self::Removed);
        }
        number("inviterer").map(Self::Inviting)
    }
}

/// A deed that was not done.
#[derive(Debug, Default)]
pub struct InviteesRefused {
    /// What was typed.
    pub form: InviteesForm,
    /// The field of a list that was not taken.
    pub field: &'static str,
    /// Why.
    pub mistakes: Vec<ListMistake>,
    /// Whether the days are none.
    pub is_days_wrong: bool,
    /// Whether the deadline has passed.
    pub is_too_late: bool,
}

impl InviteesRefused {
    /// A list that was not taken.
    #[must_use]
    pub fn list(form: InviteesForm, field: &'static str, mistakes: Vec<ListMistake>) -> Self {
        Self { form, field, mistakes, ..Self::default() }
    }

    /// Days that are none.
    #[must_use]
    pub fn days(form: InviteesForm) -> Self {
        Self { form, is_days_wrong: true, ..Self::default() }
    }

    /// Invitations after the deadline.
    #[must_use]
    pub fn too_late(form: InviteesForm) -> Self {
        Self { form, is_too_late: true, ..Self::default() }
    }
}

/// The page.
#[must_use]
pub fn invitees_page(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let body = html! {
        div class="stack-lg" {
            @if let Some(done) = page.done { (shown(done, ctx)) }
            (error_summary(ctx, &super::invitee_forms::summary(page, ctx)))
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "invitees-heading")) }
                p class="measure" { (text!(ctx.lang, "invitees-what")) }
                @if page.list.is_empty() {
                    div class="empty" { p { (text!(ctx.lang, "invitees-none")) } }
                } @else {
                    (invite(page, ctx))
                    (list(page, ctx))
                }
            }
            (forms(page, ctx))
        }
    };
    room_page(ctx, &page.round, Room::Invitees, None, &body)
}

fn shown(done: Done, ctx: &Ctx) -> Markup {
    let sentence = match done {
        Done::Added(added, 0) => text!(ctx.lang, "invitees-done-added", count = added),
        Done::Added(added, known) => {
            text!(ctx.lang, "invitees-done-added-known", count = added, known = known)
        }
        Done::Inviting(count) => text!(ctx.lang, "invitees-done-inviting", count = count),
        Done::Planned => text!(ctx.lang, "invitees-done-planned"),
        Done::Removed => text!(ctx.lang, "invitees-done-removed"),
    };
    status(Tone::Success, &sentence)
}

/// The button that invites those who have not been, and what stands in the way.
fn invite(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let count = page.list.iter().filter(|one| one.state() == InviteeState::Listed).count();
    let is_over = page.round.phase(ctx.now).is_over();
    html! {
        div class="actions" id="invite" {
            @if count > 0 && !is_over {
                form method="post" action=(ctx.links().staff_invitees(&page.round.slug)) {
                    (form_token(ctx))
                    button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="invite" {
                        (text!(ctx.lang, "invitees-invite", count = count))
                    }
                }
            }
            form method="post" action=(ctx.links().staff_invitees(&page.round.slug)) {
                (form_token(ctx))
                button class="ds-button" data-variant="secondary" type="submit" name="do" value="export" {
                    (text!(ctx.lang, "invitees-export"))
                }
            }
        }
        @if !page.round.is_public(ctx.now) {
            p class="small quiet" { (text!(ctx.lang, "invitees-not-public")) }
        } @else if is_over {
            p class="small quiet" { (text!(ctx.lang, "invitees-over")) }
        }
    }
}

fn list(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let path = ctx.links().staff_invitees(&page.round.slug);
    let group = page.asked.group;
    let chosen: Vec<&Standing> = page.list.iter().filter(|one| group.has(one)).collect();
    let part = Part { number: page.asked.page.max(1), total: chosen.len(), per_page: PER_PAGE };
    let part = Part { number: part.number.min(part.pages()), ..part };
    let label = text!(ctx.lang, "invitees-heading");
    html! {
        nav class="filters" aria-label=(text!(ctx.lang, "filter")) {
            div class="filters__row" {
                span class="filters__name" { (text!(ctx.lang, "filter-status")) }
                ul {
                    @for one in Group::ALL {
                        li {
                            a href=(Asked::href(one, 1, &path)) aria-current=[(one == group).then_some("true")] {
                                (one.name(ctx)) " "
                                span class="count" { (page.list.iter().filter(|standing| one.has(standing)).count()) }
                            }
                        }
                    }
                }
            }
        }
        @if chosen.is_empty() {
            div class="empty" { p { (text!(ctx.lang, "invitees-none-here")) } }
        } @else {
            div class="table-frame" tabindex="0" role="region" aria-label=(label) {
                table class="ds-table" {
                    thead {
                        tr {
                            th scope="col" { (text!(ctx.lang, "invitee-name")) }
                            th scope="col" { (text!(ctx.lang, "invitee-address")) }
                            th scope="col" { (text!(ctx.lang, "filter-status")) }
                            th scope="col" { (text!(ctx.lang, "invitee-last-letter")) }
                            th scope="col" { (text!(ctx.lang, "invitee-answers")) }
                        }
                    }
                    tbody {
                        @for standing in chosen.iter().skip(part.first() - 1).take(PER_PAGE) { (row(page, standing, ctx)) }
                    }
                }
            }
            (pagination(ctx, part, |number| Asked::href(group, number, &path)))
        }
    }
}

fn row(page: &InviteesPage, standing: &Standing, ctx: &Ctx) -> Markup {
    let invitee = &standing.invitee;
    html! {
        tr {
            th scope="row" {
                a class="ds-link" href=(ctx.links().staff_invitee(&page.round.slug, &invitee.id)) { (invitee.facts.name) }
            }
            td class="break" { (invitee.facts.address) }
            td { (state_tag(standing, ctx)) }
            td {
                @match standing.last_letter() {
                    Some(letter) => { (moment(ctx, letter.written_at)) " " (letter_state(letter, ctx)) }
                    None => { "–" }
                }
            }
            td { (answers(&page.round, standing, ctx)) }
        }
    }
}
