//! Staff: how a round runs, as numbers, charts and tables.

use super::frame::{Room, room_page};
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::deadline;
use crate::domain::form_change::Asked;
use crate::domain::language::Language;
use crate::domain::progress::Stretch;
use crate::domain::question::Tally;
use crate::domain::respondent::RespondentKind;
use crate::domain::submission::Channel;
use crate::store::submissions::{Counts, Sort, UnsentLetters};
use crate::text;
use crate::text::{dates, number};
use crate::web::views::Ctx;
use crate::web::views::components::chart::{Column, bar, columns};
use crate::web::views::components::dates::{date, moment_words};
use crate::web::views::components::language::localized;
use crate::web::views::components::respondent::kind;
use crate::web::views::components::tag;
use maud::{Markup, html};

/// How a round runs.
#[derive(Debug)]
pub struct ProgressPage {
    /// The round.
    pub round: Consultation,
    /// How many submissions there are, of each state.
    pub counts: Counts,
    /// What came when; empty where nothing can have come yet.
    pub time: Vec<Stretch>,
    /// How many there are of each sort.
    pub sorts: Vec<Sort>,
    /// What is asked, or was, with how many answers there are.
    pub asked: Vec<(Asked, i64)>,
    /// What was chosen where one chooses.
    pub choices: Vec<(Tally, Asked)>,
    /// Drafts of new submissions.
    pub drafts: i64,
    /// Drafts that would change a submission.
    pub changes: i64,
    /// Letters about its submissions that have not gone.
    pub letters: UnsentLetters,
}

impl ProgressPage {
    fn count(&self, is_of_it: impl Fn(&Sort) -> bool) -> i64 {
        self.sorts.iter().filter(|sort| is_of_it(sort)).map(|sort| sort.count).sum()
    }
}

/// The page.
#[must_use]
pub fn progress_page(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let body = html! {
        div class="stack-lg" {
            section {
                h2 class="ds-sr-only" { (text!(ctx.lang, "progress-now")) }
                (figures(page, ctx))
                p class="quiet small" { (text!(ctx.lang, "progress-as-of", moment = moment_words(ctx, ctx.now))) }
            }
            @if page.counts.all == 0 {
                div class="empty" {
                    p { (text!(ctx.lang, "submissions-none")) }
                    p class="quiet" { (text!(ctx.lang, "progress-none")) }
                }
            } @else {
                (over_time(page, ctx))
                (by_question(page, ctx))
                div class="sorts" {
                    (by_channel(page, ctx))
                    (by_kind(page, ctx))
                    (by_language(page, ctx))
                    @for (tally, asked) in &page.choices { (by_choice(tally, asked, ctx)) }
                }
            }
        }
    };
    room_page(ctx, &page.round, Room::Progress, None, &body)
}

fn figures(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let figure = |words: String, value: i64, more: Option<String>| {
        html! {
            div class="figure" {
                dt { (words) }
                dd {
                    span class="figure__number" { (counted(ctx, value)) }
                    @if let Some(more) = more { " " span class="quiet small" { (more) } }
                }
            }
        }
    };
    let no_comment = page.count(|sort| sort.no_comment);
    let (counts, letters) = (&page.counts, &page.letters);
    html! {
        dl class="figures" {
            (figure(text!(ctx.lang, "progress-received"), counts.received,
                (no_comment > 0).then(|| text!(ctx.lang, "progress-no-comment", count = no_comment))))
            @if page.round.phase(ctx.now) == Phase::Open {
                (figure(text!(ctx.lang, "progress-days-left"),
                    i64::from(deadline::days_left(page.round.closes_at, ctx.now)), None))
            }
            (figure(text!(ctx.lang, "progress-drafts"), page.drafts,
                (page.changes > 0).then(|| text!(ctx.lang, "progress-changes", count = page.changes))))
            @if counts.late > 0 { (figure(text!(ctx.lang, "progress-late"), counts.late, None)) }
            @if counts.withdrawn > 0 { (figure(text!(ctx.lang, "status-withdrawn"), counts.withdrawn, None)) }
            (figure(text!(ctx.lang, "progress-letters-waiting"), letters.waiting, None))
            (figure(text!(ctx.lang, "progress-letters-failed"), letters.failed, None))
        }
        @if letters.failed > 0 && sees_letters(ctx) {
            p { a class="ds-link" href=(ctx.links().staff_letters()) { (text!(ctx.lang, "staff-failed-letters-go")) } }
        }
    }
}

/// The letters of all rounds stand on one page, which those with a role in single rounds may not see.
fn sees_letters(ctx: &Ctx) -> bool {
    ctx.user.as_ref().is_some_and(|user| user.everywhere.is_some())
}

fn counted(ctx: &Ctx, value: i64) -> String {
    usize::try_from(value).map_or_else(|_| value.to_string(), |value| number(ctx.lang, value))
}

fn over_time(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let (Some(first), Some(last)) = (page.time.first(), page.time.last()) else { return html! {} };
    let shown: Vec<Column> =
        page.time.iter().map(|one| Column { words: stretch_words(ctx, one), value: one.count }).collect();
    let most = page.time.iter().max_by_key(|one| (one.count, std::cmp::Reverse(one.first)));
    let day = |day| dates::date(ctx.lang, day);
    let words = text!(
        ctx.lang,
        "progress-chart",
        first = day(first.first),
        last = day(last.last),
        most = most.map(|one| stretch_words(ctx, one)).unwrap_or_default()
    );
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "progress-over-time")) }
            p class="quiet measure" { (text!(ctx.lang, "progress-over-time-what")) }
            div class="chart-and-table" {
                (columns(ctx, &words, &shown, &(day(first.first), day(last.last))))
                div class="table-frame" data-narrow data-tall tabindex="0" role="region"
                    aria-label=(text!(ctx.lang, "progress-over-time")) {
                    table class="ds-table" {
                        thead {
                            tr {
                                th scope="col" { (text!(ctx.lang, "progress-column-time")) }
                                th scope="col" data-number { (text!(ctx.lang, "room-submissions")) }
                                th scope="col" data-number { (text!(ctx.lang, "progress-column-total")) }
                            }
                        }
                        tbody {
                            @for one in &page.time {
                                tr {
                                    th scope="row" { (stretch_dates(ctx, one)) }
                                    td data-number { (counted(ctx, one.count)) }
                                    td data-number { (counted(ctx, one.total)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// «12. juni 2026: 5 innspill», or the same of a week or a month.
fn stretch_words(ctx: &Ctx, one: &Stretch) -> String {
    let (first, last) = (dates::date(ctx.lang, one.first), dates::date(ctx.lang, one.last));
    if one.first == one.last {
        text!(ctx.lang, "progress-day", day = first, count = one.count)
    } else {
        text!(ctx.lang, "progress-days", first = first, last = last, count = one.count)
    }
}

fn stretch_dates(ctx: &Ctx, one: &Stretch) -> Markup {
    html! {
        (date(ctx, one.first))
        @if one.last != one.first { "–" (date(ctx, one.last)) }
    }
}

fn by_question(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let rows = page.asked.iter().map(|(asked, count)| {
        let name = html! {
            a class="ds-link" href=(ctx.links().staff_question(&page.round.slug, asked.number)) {
                (asked.number) ". " (localized(ctx, &asked.question.theme))
            }
            @if !asked.is_asked { " · " (text!(ctx.lang, "question-gone")) }
        };
        (name, *count)
    });
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "progress-by-question")) }
            p class="quiet measure" { (text!(ctx.lang, "progress-by-question-what")) }
            (bars(ctx, &text!(ctx.lang, "progress-by-question"),
                &[text!(ctx.lang, "progress-column-question"), text!(ctx.lang, "progress-column-answers")],
                &rows.collect::<Vec<_>>(), page.counts.received))
        }
    }
}

fn by_channel(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let rows = Channel::ALL.iter().map(|one| {
        let name = tag::channel(ctx, *one);
        (html! { (name) }, page.count(|sort| sort.channel == *one))
    });
    let (heading, column) = (text!(ctx.lang, "progress-by-channel"), text!(ctx.lang, "staff-column-channel"));
    sorted(page, ctx, &heading, column, &rows.collect::<Vec<_>>())
}

fn by_kind(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let rows = RespondentKind::ALL.iter().map(|one| {
        let name = kind(ctx, *one);
        (html! { (name) }, page.count(|sort| sort.kind == *one))
    });
    let (heading, column) = (text!(ctx.lang, "progress-by-kind"), text!(ctx.lang, "staff-column-kind"));
    sorted(page, ctx, &heading, column, &rows.collect::<Vec<_>>())
}

fn by_language(page: &ProgressPage, ctx: &Ctx) -> Markup {
    let rows = Language::ALL.iter().map(|one| {
        let name = html! { span lang=(one.tag()) { (one.own_name()) } };
        (name, page.count(|sort| sort.language == *one))
    });
    let (heading, column) =
        (text!(ctx.lang, "progress-by-language"), text!(ctx.lang, "progress-column-language"));
    sorted(page, ctx, &heading, column, &rows.collect::<Vec<_>>())
}

fn by_choice(tally: &Tally, asked: &Asked, ctx: &Ctx) -> Markup {
    let rows = tally.options.iter().map(|(label, count)| (localized(ctx, label), *count));
    let theme = asked.question.theme.text(ctx.lang);
    html! {
        section class="stack" {
            h2 class="ds-heading" { (asked.number) ". " (localized(ctx, &asked.question.theme)) }
            (bars(ctx, theme, &[text!(ctx.lang, "choices-option"), text!(ctx.lang, "progress-column-answers")],
                &rows.collect::<Vec<_>>(), tally.answers))
        }
    }
}

/// A panel with all sorts of one kind; those without any stand there too, so that one sees they are none.
fn sorted(page: &ProgressPage, ctx: &Ctx, heading: &str, column: String, rows: &[(Markup, i64)]) -> Markup {
    html! {
        section class="stack" {
            h2 class="ds-heading" { (heading) }
            (bars(ctx, heading, &[column, text!(ctx.lang, "room-submissions")], rows, page.counts.received))
        }
    }
}

/// Bars with their table in one: each row has its name, its number and its bar.
fn bars(ctx: &Ctx, label: &str, heads: &[String; 2], rows: &[(Markup, i64)], most: i64) -> Markup {
    let [name, count] = heads;
    html! {
        div class="table-frame" data-narrow tabindex="0" role="region" aria-label=(label) {
            table class="ds-table bars" {
                thead {
                    tr {
                        th scope="col" { (name) }
                        th scope="col" data-number { (count) }
                        th scope="col" { span class="ds-sr-only" { (text!(ctx.lang, "progress-column-bar")) } }
                    }
                }
                tbody {
                    @for (name, count) in rows {
                        tr {
                            th scope="row" { (name) }
                            td data-number { (counted(ctx, *count)) }
                            td class="bars__bar" { (bar(*count, most)) }
                        }
                    }
                }
            }
        }
    }
}
