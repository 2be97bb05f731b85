//! Administrators: who has which role, and the form that gives one.

use crate::domain::consultation::Consultation;
use crate::domain::person::Identity;
use crate::domain::staff::{GrantRefusal, StaffGrant, StaffRole};
use crate::text;
use crate::web::forms::grant::{GrantForm, GrantMistake};
use crate::web::views::components::choice::{Choice, radios};
use crate::web::views::components::dates::moment;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field, mistake};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::foreign;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::tag::tag;
use crate::web::views::layout::Place;
use crate::web::views::public::login;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// Who has which role.
#[derive(Debug)]
pub struct AccessPage {
    /// The roles that were given, oldest first.
    pub grants: Vec<StaffGrant>,
    /// All rounds.
    pub rounds: Vec<Consultation>,
    /// Who is reading.
    pub reader: Option<Identity>,
    /// What has just been done.
    pub done: Option<Done>,
    /// What was not done.
    pub refused: Option<Refused>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A role was given.
    Given,
    /// A role was taken away.
    Taken,
}

/// A deed that was not done.
#[derive(Debug)]
pub struct Refused {
    /// What was typed.
    pub form: GrantForm,
    /// Why, all at once.
    pub mistakes: Vec<AccessMistake>,
}

/// Why a deed was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessMistake {
    /// The form is not filled in as it must be.
    Form(GrantMistake),
    /// The house's own rules.
    Refused(GrantRefusal),
}

/// The page.
#[must_use]
pub fn access_page(page: &AccessPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "access-heading");
    let mistakes: Vec<(String, String)> = page
        .refused
        .iter()
        .flat_map(|refused| &refused.mistakes)
        .map(|mistake| (place(*mistake).to_owned(), sentence(ctx, *mistake)))
        .collect();
    let body = html! {
        div class="wrap stack" {
            h1 class="ds-heading" { (title) }
            @match page.done {
                Some(Done::Given) => { (status(Tone::Success, &text!(ctx.lang, "access-given"))) }
                Some(Done::Taken) => { (status(Tone::Success, &text!(ctx.lang, "access-taken"))) }
                None => {}
            }
            (error_summary(ctx, &mistakes))
            p { (text!(ctx.lang, "access-what")) }
            @if page.grants.is_empty() {
                div class="empty" { p { (text!(ctx.lang, "access-none")) } }
            } @else {
                (table(page, ctx, &title))
            }
            (give(page, ctx))
        }
    };
    layout::staff_page(ctx, &title, Place::StaffAccess, &body)
}

fn table(page: &AccessPage, ctx: &Ctx, label: &str) -> Markup {
    html! {
        div class="table-frame" tabindex="0" role="region" aria-label=(label) {
            table class="ds-table" id="roller" {
                thead {
                    tr {
                        th scope="col" { (text!(ctx.lang, "access-who")) }
                        th scope="col" { (text!(ctx.lang, "access-role")) }
                        th scope="col" { (text!(ctx.lang, "access-where")) }
                        th scope="col" { (text!(ctx.lang, "access-since")) }
                        th scope="col" { (text!(ctx.lang, "staff-column-deed")) }
                    }
                }
                tbody {
                    @for grant in &page.grants { (row(page, grant, ctx)) }
                }
            }
        }
    }
}

fn row(page: &AccessPage, grant: &StaffGrant, ctx: &Ctx) -> Markup {
    let is_reader = page
        .reader
        .as_ref()
        .is_some_and(|reader| reader.issuer == grant.issuer && reader.subject == grant.subject);
    let name = grant.name.as_deref().unwrap_or(&grant.subject);
    html! {
        tr {
            th scope="row" {
                (name)
                @if is_reader { " " (tag("info", &text!(ctx.lang, "access-you"))) }
                @if grant.name.is_some() { br; code class="small" { (grant.subject) } }
                br; span class="quiet small" { (grant.issuer) }
            }
            td { (login::role(ctx, Some(grant.role))) }
            td { (applies_to(page, grant, ctx)) }
            td { (moment(ctx, grant.granted_at)) br; span class="quiet small" { (grant.granted_by) } }
            td {
                form method="post" action=(ctx.links().staff_access()) {
                    (form_token(ctx))
                    input type="hidden" name="grant" value=(grant.id);
                    button class="ds-button" data-variant="secondary" data-color="danger" data-size="sm"
                        type="submit" name="do" value="take" {
                        (text!(ctx.lang, "access-take"))
                        span class="ds-sr-only" { " " (name) }
                    }
                }
            }
        }
    }
}

fn applies_to(page: &AccessPage, grant: &StaffGrant, ctx: &Ctx) -> Markup {
    let round = grant.round.as_ref().and_then(|of| page.rounds.iter().find(|round| round.id == of.id));
    html! {
        @match round {
            Some(round) => span lang=[foreign(ctx, &round.title)] { (round.title.text(ctx.lang)) },
            None => (text!(ctx.lang, "access-everywhere")),
        }
    }
}

/// The form that gives a role.
fn give(page: &AccessPage, ctx: &Ctx) -> Markup {
    let typed = page.refused.as_ref().map(|refused| &refused.form).filter(|form| form.deed == "give");
    let read = |pick: fn(&GrantForm) -> &String| typed.map_or("", |form| pick(form).as_str());
    let word = |name: &'static str, kind, label, help, value| {
        let mistake = mistake_at(page, name, ctx);
        field(&Field { name, kind, label, help, value, mistake })
    };
    let choices = StaffRole::ALL.iter().map(|role| Choice {
        value: role.name(),
        label: login::role(ctx, Some(*role)),
        lang: None,
    });
    let choices: Vec<Choice> = choices.collect();
    html! {
        form class="panel" method="post" action=(ctx.links().staff_access()) novalidate {
            (form_token(ctx))
            h2 class="ds-heading" { (text!(ctx.lang, "access-give")) }
            p { (text!(ctx.lang, "access-give-what", path = ctx.links().staff_home())) }
            (word("issuer", Kind::Word, text!(ctx.lang, "access-issuer"), None, read(|form| &form.issuer)))
            (word("subject", Kind::Word, text!(ctx.lang, "access-subject"),
                Some(text!(ctx.lang, "access-subject-help")), read(|form| &form.subject)))
            (word("name", Kind::Word, text!(ctx.lang, "access-name"),
                Some(text!(ctx.lang, "access-name-help")), read(|form| &form.name)))
            (radios("role", &text!(ctx.lang, "access-role"), &choices, read(|form| &form.role),
                mistake_at(page, "role", ctx).as_deref()))
            (round_choice(page, read(|form| &form.round), ctx))
            button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="give" {
                (text!(ctx.lang, "access-give-yes"))
            }
        }
    }
}

fn round_choice(page: &AccessPage, chosen: &str, ctx: &Ctx) -> Markup {
    let wrong = mistake_at(page, "round", ctx);
    html! {
        div class="ds-field" {
            label class="ds-label" for="round" { (text!(ctx.lang, "access-where")) }
            select class="ds-input" id="round" name="round" data-width="medium"
                aria-describedby=[wrong.as_ref().map(|_| "round-mistake")] aria-invalid=[wrong.as_ref().map(|_| "true")] {
                option value="" { (text!(ctx.lang, "access-everywhere")) }
                @for round in &page.rounds {
                    option value=(round.slug) selected[round.slug == chosen] lang=[foreign(ctx, &round.title)] {
                        (round.title.text(ctx.lang))
                    }
                }
            }
            (mistake("round", wrong.as_deref()))
        }
    }
}

/// The sentence of the mistake at the field `id`.
fn mistake_at(page: &AccessPage, id: &str, ctx: &Ctx) -> Option<String> {
    let found = page.refused.as_ref()?.mistakes.iter().find(|mistake| place(**mistake) == id)?;
    Some(sentence(ctx, *found))
}

/// The id of what a mistake stands at.
fn place(mistake: AccessMistake) -> &'static str {
    match mistake {
        AccessMistake::Form(GrantMistake::Issuer) => "issuer",
        AccessMistake::Form(GrantMistake::Subject | GrantMistake::NationalId) => "subject",
        AccessMistake::Form(GrantMistake::Name) => "name",
        AccessMistake::Form(GrantMistake::Role) => "role",
        AccessMistake::Refused(GrantRefusal::NoSuchRound) => "round",
        AccessMistake::Refused(GrantRefusal::LastAdministrator | GrantRefusal::NoSuchGrant) => "roller",
    }
}

fn sentence(ctx: &Ctx, mistake: AccessMistake) -> String {
    match mistake {
        AccessMistake::Form(GrantMistake::Issuer) => text!(ctx.lang, "access-mistake-issuer"),
        AccessMistake::Form(GrantMistake::Subject) => text!(ctx.lang, "access-mistake-subject"),
        AccessMistake::Form(GrantMistake::NationalId) => text!(ctx.lang, "access-mistake-national-id"),
        AccessMistake::Form(GrantMistake::Name) => text!(ctx.lang, "access-mistake-name"),
        AccessMistake::Form(GrantMistake::Role) => text!(ctx.lang, "access-mistake-role"),
        AccessMistake::Refused(GrantRefusal::NoSuchRound) => text!(ctx.lang, "access-mistake-round"),
        AccessMistake::Refused(GrantRefusal::LastAdministrator) => text!(ctx.lang, "access-mistake-last"),
        AccessMistake::Refused(GrantRefusal::NoSuchGrant) => text!(ctx.lang, "access-mistake-gone"),
    }
}
