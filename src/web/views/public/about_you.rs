//! The first part of the form: who answers, and where the receipt goes.

use super::conflict::stored_field;
use super::form::FormPage;
use super::mistakes::mistake_at;
use crate::domain::language::Language;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::choice::{Choice, checkbox, radios};
use crate::web::views::components::field::{Field, Kind, field};
use maud::{Markup, html};

/// The section.
#[must_use]
pub fn about_you(page: &FormPage, ctx: &Ctx) -> Markup {
    html! {
        section class="form-section" {
            h2 class="ds-heading" { (text!(ctx.lang, "form-about")) }
            p class="quiet" {
                @if page.round.who_may_answer == WayIn::Open { (text!(ctx.lang, "form-about-must-open")) }
                @else { (text!(ctx.lang, "form-about-must")) }
            }
            @if page.shared.is_some() { input type="hidden" name="role" value="organisation"; }
            @else { (role(page, ctx)) }
            (organisation(page, ctx))
            (person(page, ctx))
            (language(page, ctx))
        }
    }
}

fn role(page: &FormPage, ctx: &Ctx) -> Markup {
    let choices = [
        Choice { value: "self", label: text!(ctx.lang, "form-role-self"), lang: None },
        Choice { value: "organisation", label: text!(ctx.lang, "form-role-organisation"), lang: None },
    ];
    let wrong = mistake_at(ctx, &page.mistakes, "role");
    radios("role", &text!(ctx.lang, "form-role"), &choices, &page.content.role, wrong.as_deref())
}

fn organisation(page: &FormPage, ctx: &Ctx) -> Markup {
    html! {
        div class="stack" data-shown-when=[page.shared.is_none().then_some("role=organisation")] {
            (field(&Field {
                name: "organisation",
                kind: Kind::OrganisationName,
                label: text!(ctx.lang, "form-organisation"),
                help: Some(text!(ctx.lang, "form-organisation-help")),
                value: &page.content.organisation,
                mistake: mistake_at(ctx, &page.mistakes, "organisation"),
            }))
            (stored_field(page, |content| &content.organisation, ctx))
            (field(&Field {
                name: "org_number",
                kind: Kind::Digits,
                label: text!(ctx.lang, "form-org-number"),
                help: Some(text!(ctx.lang, "form-org-number-help")),
                value: &page.content.org_number,
                mistake: mistake_at(ctx, &page.mistakes, "org_number"),
            }))
            (stored_field(page, |content| &content.org_number, ctx))
        }
    }
}

fn person(page: &FormPage, ctx: &Ctx) -> Markup {
    let may_lack_address = page.round.who_may_answer == WayIn::Open;
    html! {
        (field(&Field {
            name: "name",
            kind: Kind::PersonName,
            label: text!(ctx.lang, "form-name"),
            help: Some(if page.shared.is_some() { text!(ctx.lang, "form-name-help-shared") } else { text!(ctx.lang, "form-name-help") }),
            value: &page.content.name,
            mistake: mistake_at(ctx, &page.mistakes, "name"),
        }))
        (stored_field(page, |content| &content.name, ctx))
        (field(&Field {
            name: "email",
            kind: Kind::Email,
            label: text!(ctx.lang, "form-email"),
            help: Some(if may_lack_address { text!(ctx.lang, "form-email-help-open") } else { text!(ctx.lang, "form-email-help") }),
            value: &page.content.email,
            mistake: mistake_at(ctx, &page.mistakes, "email"),
        }))
        (stored_field(page, |content| &content.email, ctx))
        (checkbox("wants_outcome", &text!(ctx.lang, "form-wants-outcome"), page.content.wants_outcome, None))
    }
}

fn language(page: &FormPage, ctx: &Ctx) -> Markup {
    let choices = Language::ALL.map(|language| Choice {
        value: language.tag(),
        label: language.own_name().to_owned(),
        lang: (language != ctx.lang).then(|| language.tag()),
    });
    let wrong = mistake_at(ctx, &page.mistakes, "language");
    radios("language", &text!(ctx.lang, "form-language"), &choices, &page.content.language, wrong.as_deref())
}
