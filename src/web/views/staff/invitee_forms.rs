//! Administrators: the forms beside a list of consulted bodies, and what is said of mistakes in them.

use super::invitee::fact_sentence;
use super::invitees::InviteesPage;
use crate::domain::invitee::reminder_at;
use crate::text;
use crate::text::dates;
use crate::web::forms::invitees::ListMistake;
use crate::web::views::Ctx;
use crate::web::views::components::choose::{file_field, select};
use crate::web::views::components::dates::moment_words;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::textarea::{Textarea, textarea};
use maud::{Markup, html};

/// All of them.
#[must_use]
pub fn forms(page: &InviteesPage, ctx: &Ctx) -> Markup {
    html! {
        div class="panels" {
            (paste(page, ctx))
            div class="stack" {
                (upload(page, ctx))
                @if !page.others.is_empty() { (reuse(page, ctx)) }
                @if !page.list.is_empty() { (plan(page, ctx)) }
            }
        }
    }
}

/// The mistakes for the summary.
#[must_use]
pub fn summary(page: &InviteesPage, ctx: &Ctx) -> Vec<(String, String)> {
    let Some(refused) = &page.refused else { return Vec::new() };
    let mut found: Vec<(String, String)> =
        refused.mistakes.iter().map(|one| (refused.field.to_owned(), sentence(ctx, *one))).collect();
    if refused.is_days_wrong {
        found.push(("reminder_days".to_owned(), text!(ctx.lang, "invitees-mistake-days")));
    }
    if refused.is_too_late {
        found.push(("invite".to_owned(), text!(ctx.lang, "invitees-over")));
    }
    found
}

fn mistake_at(page: &InviteesPage, ctx: &Ctx, field: &str) -> Option<String> {
    let refused = page.refused.as_ref().filter(|refused| refused.field == field)?;
    let sentences: Vec<String> = refused.mistakes.iter().map(|one| sentence(ctx, *one)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn sentence(ctx: &Ctx, mistake: ListMistake) -> String {
    match mistake {
        ListMistake::Empty => text!(ctx.lang, "invitees-mistake-empty"),
        ListMistake::TooLarge => text!(ctx.lang, "invitees-mistake-too-large"),
        ListMistake::TooMany => text!(ctx.lang, "invitees-mistake-too-many"),
        ListMistake::Line(number, mistake) => {
            text!(ctx.lang, "invitees-mistake-line", number = number, mistake = fact_sentence(ctx, mistake))
        }
    }
}

fn paste(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let typed = page.refused.as_ref().map_or("", |refused| refused.form.invitees_lines.as_str());
    let help = html! {
        (text!(ctx.lang, "invitees-paste-help")) br;
        code { (text!(ctx.lang, "invitees-paste-example")) }
    };
    html! {
        form class="panel" method="post" action=(ctx.links().staff_invitees(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "invitees-paste")) }
            (textarea(ctx, &Textarea {
                name: "invitees_lines",
                label: html! { (text!(ctx.lang, "invitees-paste-label")) },
                help: Some(help),
                value: typed,
                rows: 8,
                max_chars: None,
                holds_national_id: None,
                mistake: mistake_at(page, ctx, "invitees_lines"),
            }))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="add" {
                (text!(ctx.lang, "invitees-paste-yes"))
            }
        }
    }
}

fn upload(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let (label, help) = (text!(ctx.lang, "invitees-file-label"), text!(ctx.lang, "invitees-file-help"));
    let wrong = mistake_at(page, ctx, "file");
    html! {
        form class="panel" method="post" enctype="multipart/form-data"
            action=(ctx.links().staff_invitees(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "invitees-file")) }
            (file_field("file", &label, &help, ".csv,.txt,text/csv,text/plain", wrong.as_deref()))
            button class="ds-button" data-variant="secondary" type="submit" { (text!(ctx.lang, "invitees-file-yes")) }
        }
    }
}

fn reuse(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let options: Vec<(&str, String)> = page
        .others
        .iter()
        .map(|(slug, title, count)| {
            let title = title.text(ctx.lang);
            (slug.as_str(), text!(ctx.lang, "invitees-reuse-option", title = title, count = *count))
        })
        .collect();
    let chosen = page.refused.as_ref().map_or("", |refused| refused.form.from.as_str());
    let wrong = mistake_at(page, ctx, "from");
    html! {
        form class="panel" method="post" action=(ctx.links().staff_invitees(&page.round.slug)) {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "invitees-reuse")) }
            (select("from", &text!(ctx.lang, "invitees-reuse-label"), &options, chosen, wrong.as_deref()))
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="reuse" {
                (text!(ctx.lang, "invitees-reuse-yes"))
            }
        }
    }
}

fn plan(page: &InviteesPage, ctx: &Ctx) -> Markup {
    let days: Vec<String> = page.plan.reminder_days.iter().map(ToString::to_string).collect();
    let days = days.join(", ");
    let wrong = page.refused.as_ref().filter(|refused| refused.is_days_wrong);
    let times: Vec<_> =
        page.plan.reminder_days.iter().map(|day| reminder_at(page.round.closes_at, *day)).collect();
    html! {
        form class="panel" method="post" action=(ctx.links().staff_invitees(&page.round.slug)) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "invitees-plan")) }
            p { (text!(ctx.lang, "invitees-plan-what", deadline = dates::deadline(ctx.lang, page.round.closes_at))) }
            @if times.is_empty() {
                p { (text!(ctx.lang, "invitees-plan-none")) }
            } @else {
                ul class="ds-list" {
                    @for at in &times {
                        li {
                            (moment_words(ctx, *at))
                            @if *at <= ctx.now { " " span class="quiet" { (text!(ctx.lang, "invitees-plan-past")) } }
                        }
                    }
                }
            }
            (field(&Field {
                name: "reminder_days",
                kind: Kind::Digits,
                label: text!(ctx.lang, "invitees-plan-days"),
                help: Some(text!(ctx.lang, "invitees-plan-help")),
                value: wrong.map_or(days.as_str(), |refused| refused.form.reminder_days.as_str()),
                mistake: wrong.map(|_| text!(ctx.lang, "invitees-mistake-days")),
            }))
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="plan" {
                (text!(ctx.lang, "invitees-plan-yes"))
            }
        }
    }
}
