//! Staff: the submissions of a round, with counts and filters.

use super::filter::{View, filters};
use super::frame::{Room, room_page};
use crate::domain::consultation::Consultation;
use crate::domain::reference::Reference;
use crate::domain::respondent::RespondentKind;
use crate::store::submissions::{Counts, Marks, Summary};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::moment;
use crate::web::views::components::pagination::{Part, pagination};
use crate::web::views::components::respondent::kind;
use crate::web::views::components::tag;
use maud::{Markup, html};
use std::collections::HashMap;

/// A page of the list.
#[derive(Debug)]
pub struct SubmissionsPage {
    /// The round.
    pub round: Consultation,
    /// What is shown.
    pub view: View,
    /// How many there are of each sort.
    pub counts: Counts,
    /// How many the filter lets through, and how many a page shows.
    pub part: Part,
    /// Those on this page.
    pub submissions: Vec<Summary>,
    /// How many files each has; those without any are left out.
    pub files: HashMap<Reference, i64>,
    /// Which of them are alike.
    pub marks: Marks,
}

/// The page.
#[must_use]
pub fn submissions_page(page: &SubmissionsPage, ctx: &Ctx) -> Markup {
    let path = ctx.links().staff_round(&page.round.slug);
    let body = html! {
        @if page.counts.all == 0 {
            div class="empty" {
                p { (text!(ctx.lang, "submissions-none")) }
                p class="quiet" { (text!(ctx.lang, "submissions-none-how")) }
            }
        } @else {
            h2 class="ds-sr-only" { (Room::Submissions.name(ctx)) }
            (filters(ctx, &path, page.view, &page.counts))
            @if page.submissions.is_empty() {
                div class="empty" {
                    p { (text!(ctx.lang, "submissions-none-here")) }
                    p { a class="ds-link" href=(path) { (text!(ctx.lang, "submissions-show-all")) } }
                }
            } @else {
                div class="stack" {
                    p class="quiet small" {
                        (text!(ctx.lang, "submissions-part", first = page.part.first(), last = page.part.last(),
                            total = page.part.total))
                    }
                    (table(page, ctx))
                    (pagination(ctx, page.part, |number| page.view.on_page(number).href(&path)))
                }
            }
        }
    };
    room_page(ctx, &page.round, Room::Submissions, None, &body)
}

fn table(page: &SubmissionsPage, ctx: &Ctx) -> Markup {
    html! {
        div class="table-frame" tabindex="0" role="region" aria-label=(Room::Submissions.name(ctx)) {
            table class="ds-table" {
                thead {
                    tr {
                        th scope="col" { (text!(ctx.lang, "staff-column-reference")) }
                        th scope="col" { (text!(ctx.lang, "receipt-received")) }
                        th scope="col" { (text!(ctx.lang, "receipt-sender")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-kind")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-channel")) }
                        th scope="col" { (text!(ctx.lang, "filter-status")) }
                    }
                }
                tbody {
                    @for submission in &page.submissions { (row(page, submission, ctx)) }
                }
            }
        }
    }
}

fn row(page: &SubmissionsPage, submission: &Summary, ctx: &Ctx) -> Markup {
    html! {
        tr {
            th scope="row" {
                a class="ds-link" href=(ctx.links().staff_submission(&page.round.slug, &submission.reference)) {
                    (submission.reference)
                }
            }
            td data-nowrap { (moment(ctx, submission.received_at)) }
            td { (sender(submission)) }
            td { (kind(ctx, submission.kind)) }
            td { (tag::channel(ctx, submission.channel)) }
            td { (states(page, submission, ctx)) }
        }
    }
}

/// Who it is from: the organisation first for an organisation, with who wrote. An organisation that
/// wrote in its own name, as in a letter, is named once.
#[must_use]
pub fn sender(submission: &Summary) -> Markup {
    let name = &submission.name;
    let organisation = submission.organisation.as_ref().filter(|organisation| *organisation != name);
    html! {
        @match (organisation, submission.kind) {
            (Some(organisation), RespondentKind::Organisation) => {
                (organisation) " " span class="quiet" { "(" (name) ")" }
            }
            (Some(organisation), _) => { (name) " " span class="quiet" { "(" (organisation) ")" } }
            (None, _) => { (name) }
        }
    }
}

fn states(page: &SubmissionsPage, submission: &Summary, ctx: &Ctx) -> Markup {
    let is_copy = !submission.no_comment && page.marks.texts.contains(&submission.text_sha256);
    let has_more = submission.person_key.as_ref().is_some_and(|key| page.marks.persons.contains(key));
    html! {
        (tag::status(ctx, submission.status))
        " " (tag::late(ctx, submission.received_at >= page.round.closes_at))
        @if submission.no_comment { " " (tag::tag("neutral", &text!(ctx.lang, "no-comment"))) }
        @if let Some(count) = page.files.get(&submission.reference) {
            " " (tag::tag("neutral", &text!(ctx.lang, "mark-files", count = *count)))
        }
        @if submission.revision > 1 {
            " " (tag::tag("neutral", &text!(ctx.lang, "mark-changed", revision = submission.revision)))
        }
        @if is_copy { " " (tag::tag("neutral", &text!(ctx.lang, "mark-copy"))) }
        @if has_more { " " (tag::tag("neutral", &text!(ctx.lang, "mark-same-person"))) }
    }
}
