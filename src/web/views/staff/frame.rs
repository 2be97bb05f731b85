//! What the pages of one round have in common: its name, its state and the way between its rooms.

use crate::domain::consultation::Consultation;
use crate::domain::staff::StaffRole;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::dates::{deadline_sentence, time_left};
use crate::web::views::components::language::foreign;
use crate::web::views::components::phase::phase;
use crate::web::views::layout::Place;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A room of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The list of submissions.
    Submissions,
    /// How the round runs, in numbers.
    Progress,
    /// One question at a time.
    Questions,
    /// The codebook.
    Codes,
    /// What is asked, to be changed.
    Form,
    /// What it says, when it is, and its publication.
    Setup,
    /// The round's documents.
    Documents,
    /// The consulted bodies.
    Invitees,
    /// Open, extend, close, reopen.
    Management,
    /// What came of it.
    Outcome,
    /// The export.
    Export,
}

impl Room {
    /// Its name.
    #[must_use]
    pub fn name(self, ctx: &Ctx) -> String {
        match self {
            Self::Submissions => text!(ctx.lang, "room-submissions"),
            Self::Progress => text!(ctx.lang, "room-progress"),
            Self::Questions => text!(ctx.lang, "room-questions"),
            Self::Codes => text!(ctx.lang, "room-codes"),
            Self::Form => text!(ctx.lang, "room-form"),
            Self::Setup => text!(ctx.lang, "room-setup"),
            Self::Documents => text!(ctx.lang, "room-documents"),
            Self::Invitees => text!(ctx.lang, "room-invitees"),
            Self::Management => text!(ctx.lang, "room-management"),
            Self::Outcome => text!(ctx.lang, "room-outcome"),
            Self::Export => text!(ctx.lang, "room-export"),
        }
    }
}

/// A whole page in a room of `round`; `under` is what stands below the room, such as a reference.
#[must_use]
pub fn room_page(ctx: &Ctx, round: &Consultation, room: Room, under: Option<&str>, body: &Markup) -> Markup {
    let round_title = round.title.text(ctx.lang);
    let name = room.name(ctx);
    let here = under.unwrap_or(&name);
    let mut above = vec![(ctx.links().staff_home(), text!(ctx.lang, "menu-staff"))];
    // The list of submissions is the round's own page: it does not stand under itself.
    let is_own_page = room == Room::Submissions && under.is_none();
    if !is_own_page {
        above.push((ctx.links().staff_round(&round.slug), round_title.to_owned()));
    }
    let whole = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, if is_own_page { round_title } else { here }))
            (head(ctx, round, under.is_none()))
            (rooms(ctx, round, room))
            (body)
        }
    };
    let title = text!(ctx.lang, "room-title", here = here, round = round_title);
    layout::staff_page(ctx, &title, Place::StaffRounds, &whole)
}

/// The round's name; the page's heading, unless the page has one of its own.
fn head(ctx: &Ctx, round: &Consultation, is_heading: bool) -> Markup {
    let title = round.title.text(ctx.lang);
    html! {
        div class="staff-head" {
            div {
                @if is_heading {
                    h1 class="ds-heading" lang=[foreign(ctx, &round.title)] { (title) }
                } @else {
                    p class="staff-head__title" lang=[foreign(ctx, &round.title)] { (title) }
                }
                div class="staff-head__when" {
                    (phase(ctx, round))
                    span { (deadline_sentence(ctx, round)) " · " (time_left(ctx, round)) }
                }
            }
            @if round.is_public(ctx.now) {
                a class="ds-link" href=(ctx.links().round(&round.slug)) { (text!(ctx.lang, "room-public-page")) }
            }
        }
    }
}

fn rooms(ctx: &Ctx, round: &Consultation, here: Room) -> Markup {
    let (links, slug) = (ctx.links(), &round.slug);
    let mut input = vec![
        (Room::Submissions, links.staff_round(slug)),
        (Room::Progress, links.staff_progress(slug)),
        (Room::Questions, links.staff_question(slug, 1)),
        (Room::Codes, links.staff_codes(slug)),
    ];
    if ctx.staff() >= Some(StaffRole::CaseOfficer) {
        input.push((Room::Export, links.staff_export(slug)));
    }
    let running = [
        (Room::Setup, links.setup(slug)),
        (Room::Form, links.staff_form(slug)),
        (Room::Documents, links.staff_documents(slug)),
        (Room::Invitees, links.staff_invitees(slug)),
        (Room::Management, links.staff_manage(slug)),
        (Room::Outcome, links.staff_outcome(slug)),
    ];
    html! {
        nav class="room-nav" aria-label=(text!(ctx.lang, "rooms")) {
            @if ctx.staff() == Some(StaffRole::Administrator) {
                (ways(ctx, &text!(ctx.lang, "rooms-input"), &input, here))
                (ways(ctx, &text!(ctx.lang, "rooms-running"), &running, here))
            } @else {
                (list(ctx, &input, here))
            }
        }
    }
}

/// Some of the rooms, under a name of their own.
fn ways(ctx: &Ctx, name: &str, rooms: &[(Room, String)], here: Room) -> Markup {
    html! {
        div class="room-nav__group" {
            p class="room-nav__name" { (name) }
            (list(ctx, rooms, here))
        }
    }
}

fn list(ctx: &Ctx, rooms: &[(Room, String)], here: Room) -> Markup {
    html! {
        ul {
            @for (room, href) in rooms {
                li { a href=(href) aria-current=[(*room == here).then_some("page")] { (room.name(ctx)) } }
            }
        }
    }
}
