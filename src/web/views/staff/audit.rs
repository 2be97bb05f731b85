//! Administrators: the audit log, filtered and page by page.

use super::audit_words::{actor, event as event_word};
use crate::domain::audit::{AuditLine, Event, Recorded};
use crate::domain::audit_filter::{ActorKind, AuditPart, Place as LinePlace};
use crate::text;
use crate::web::forms::audit::{AuditForm, AuditMistake};
use crate::web::views::components::dates::moment_with_seconds;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::layout::Place;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A page of lines.
#[derive(Debug)]
pub struct AuditPage {
    /// The filter as it was typed.
    pub form: AuditForm,
    /// What is wrong with it.
    pub mistakes: Vec<AuditMistake>,
    /// The lines, newest first.
    pub lines: Vec<AuditLine>,
    /// Names of staff, where any are known, by the login provider's word for them.
    pub names: BTreeMap<String, String>,
    /// Whether there are newer lines than these.
    pub has_newer: bool,
    /// Whether there are older lines than these.
    pub has_older: bool,
}

impl AuditPage {
    /// Without any line.
    #[must_use]
    pub fn empty(form: AuditForm) -> Self {
        let (mistakes, lines, names) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { form, mistakes, lines, names, has_newer: false, has_older: false }
    }
}

/// The page.
#[must_use]
pub fn audit_page(page: &AuditPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "log-heading");
    let mistakes: Vec<_> =
        page.mistakes.iter().map(|one| (place(*one).to_owned(), sentence(ctx, *one))).collect();
    let body = html! {
        div class="wrap stack" {
            (error_summary(ctx, &mistakes))
            h1 class="ds-heading" { (title) }
            p class="quiet" { (text!(ctx.lang, "log-what")) }
            (filter(page, ctx))
            @if page.lines.is_empty() {
                @if page.mistakes.is_empty() { div class="empty" { p { (text!(ctx.lang, "log-none")) } } }
            } @else {
                (table(page, ctx, &title))
                (pages(page, ctx))
                (download(page, ctx))
            }
        }
    };
    layout::staff_page(ctx, &title, Place::StaffLog, &body)
}

fn place(mistake: AuditMistake) -> &'static str {
    match mistake {
        AuditMistake::From => "fra",
        AuditMistake::Until | AuditMistake::Order => "til",
    }
}

fn sentence(ctx: &Ctx, mistake: AuditMistake) -> String {
    match mistake {
        AuditMistake::From | AuditMistake::Until => text!(ctx.lang, "log-mistake-date"),
        AuditMistake::Order => text!(ctx.lang, "log-mistake-order"),
    }
}

fn mistake_at(page: &AuditPage, id: &str, ctx: &Ctx) -> Option<String> {
    page.mistakes.iter().find(|one| place(**one) == id).map(|one| sentence(ctx, *one))
}

/// A GET form: the filter stands in the address, and a search changes nothing.
fn filter(page: &AuditPage, ctx: &Ctx) -> Markup {
    let form = &page.form;
    let day = |name: &'static str, label: String, value| {
        let mistake = mistake_at(page, name, ctx);
        field(&Field { name, kind: Kind::Date, label, help: None, value, mistake })
    };
    let text = |name: &'static str, label: String, value| {
        field(&Field { name, kind: Kind::Word, label, help: None, value, mistake: None })
    };
    html! {
        form class="panel" method="get" action=(ctx.links().staff_log()) role="search"
            aria-label=(text!(ctx.lang, "filter")) novalidate {
            div class="fields" {
                (day("fra", text!(ctx.lang, "log-from"), &form.from))
                (day("til", text!(ctx.lang, "log-until"), &form.until))
                (events(form, ctx))
                (kinds(form, ctx))
                (text("ansatt", text!(ctx.lang, "log-staff"), &form.staff))
                (text("gjelder", text!(ctx.lang, "log-subject"), &form.subject))
            }
            div class="actions" {
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                    (text!(ctx.lang, "log-filter"))
                }
                @if form.is_filtered() {
                    a class="ds-button" data-variant="tertiary" href=(ctx.links().staff_log()) {
                        (text!(ctx.lang, "log-show-all"))
                    }
                }
            }
        }
    }
}

fn events(form: &AuditForm, ctx: &Ctx) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for="hendelse" { (text!(ctx.lang, "log-event")) }
            select class="ds-input" id="hendelse" name="hendelse" {
                option value="" { (text!(ctx.lang, "filter-all")) }
                @for event in Event::ALL {
                    option value=(event.name()) selected[form.event == event.name()] { (event_word(ctx, *event)) }
                }
            }
        }
    }
}

fn kinds(form: &AuditForm, ctx: &Ctx) -> Markup {
    let none = BTreeMap::new();
    html! {
        div class="ds-field" {
            label class="ds-label" for="hvem" { (text!(ctx.lang, "log-who")) }
            select class="ds-input" id="hvem" name="hvem" {
                option value="" { (text!(ctx.lang, "filter-all")) }
                @for kind in ActorKind::ALL {
                    option value=(kind.name()) selected[form.kind == kind.name()] { (actor(ctx, kind.name(), &none)) }
                }
                @if !form.kind.is_empty() && ActorKind::from_name(&form.kind).is_none() {
                    option value=(form.kind) selected { (actor(ctx, &form.kind, &none)) }
                }
            }
        }
    }
}

fn table(page: &AuditPage, ctx: &Ctx, label: &str) -> Markup {
    html! {
        div class="table-frame" tabindex="0" role="region" aria-label=(label) {
            table class="ds-table" {
                thead {
                    tr {
                        th scope="col" { (text!(ctx.lang, "log-when")) }
                        th scope="col" { (text!(ctx.lang, "log-event")) }
                        th scope="col" { (text!(ctx.lang, "log-subject")) }
                        th scope="col" { (text!(ctx.lang, "log-who")) }
                    }
                }
                tbody {
                    @for line in &page.lines { (row(page, line, ctx)) }
                }
            }
        }
    }
}

fn row(page: &AuditPage, line: &AuditLine, ctx: &Ctx) -> Markup {
    let narrowed = |change: &dyn Fn(&mut AuditForm)| {
        let mut form = page.form.at(AuditPart::Newest);
        change(&mut form);
        form.href(&ctx.links().staff_log())
    };
    // What a longer subject begins with finds all that is about the same thing.
    let about = line.subject.split(": ").next().unwrap_or_default();
    let by_subject = narrowed(&|form| about.clone_into(&mut form.subject));
    let by_actor = narrowed(&|form| match Recorded::read(&line.actor) {
        Recorded::Staff { subject, .. } => {
            form.kind.clear();
            subject.clone_into(&mut form.staff);
        }
        _ => {
            form.staff.clear();
            line.actor.clone_into(&mut form.kind);
        }
    });
    html! {
        tr {
            th scope="row" data-nowrap { (moment_with_seconds(ctx, line.at)) }
            td {
                @match Event::from_name(&line.event) {
                    Some(event) => { (event_word(ctx, event)) }
                    None => { code { (line.event) } }
                }
            }
            td class="break" { a class="ds-link" href=(by_subject) { (line.subject) } }
            td class="break" { a class="ds-link" href=(by_actor) { (actor(ctx, &line.actor, &page.names)) } }
        }
    }
}

fn pages(page: &AuditPage, ctx: &Ctx) -> Markup {
    let log = ctx.links().staff_log();
    let place = |line: Option<&AuditLine>| line.map(|line| LinePlace { at: line.at, id: line.id });
    let newer = place(page.lines.first()).filter(|_| page.has_newer).map(AuditPart::NewerThan);
    let older = place(page.lines.last()).filter(|_| page.has_older).map(AuditPart::OlderThan);
    html! {
        @if newer.is_some() || older.is_some() {
            nav class="pages" aria-label=(text!(ctx.lang, "pagination")) {
                ul {
                    @if let Some(newer) = newer {
                        li { a class="ds-button" data-variant="tertiary" href=(page.form.at(AuditPart::Newest).href(&log)) {
                            (text!(ctx.lang, "log-newest"))
                        } }
                        li { a class="ds-button" data-variant="tertiary" rel="prev" href=(page.form.at(newer).href(&log)) {
                            (text!(ctx.lang, "log-newer"))
                        } }
                    }
                    @if let Some(older) = older {
                        li { a class="ds-button" data-variant="tertiary" rel="next" href=(page.form.at(older).href(&log)) {
                            (text!(ctx.lang, "log-older"))
                        } }
                    }
                }
            }
        }
    }
}

fn download(page: &AuditPage, ctx: &Ctx) -> Markup {
    html! {
        form class="actions" method="post" action=(ctx.links().staff_log()) {
            (form_token(ctx))
            @for (name, value) in page.form.at(AuditPart::Newest).fields() {
                input type="hidden" name=(name) value=(value);
            }
            button class="ds-button" data-variant="secondary" type="submit" { (text!(ctx.lang, "log-download")) }
        }
    }
}
