//! Administrators: the form for one part of a round.

use super::frame::{Room, room_page};
use super::setup::part_name;
use crate::domain::consultation::Consultation;
use crate::domain::round_setup::SetupPart;
use crate::domain::way_in::WayIn;
use crate::store::round_setup::RoundName;
use crate::text;
use crate::web::forms::round_setup::{SetupForm, SetupMistake};
use crate::web::views::Ctx;
use crate::web::views::components::choice::{Choice, checkbox, radios};
use crate::web::views::components::choose::select;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::Kind;
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::markdown::markdown;
use crate::web::views::components::notice::{Tone, notice, status};
use maud::{Markup, html};

/// A part of a round, as it was typed.
#[derive(Debug)]
pub struct SetupPartPage {
    /// The round.
    pub round: Consultation,
    /// The part.
    pub part: SetupPart,
    /// What was typed.
    pub form: SetupForm,
    /// What is stored.
    pub stored: SetupForm,
    /// The rounds that this one may follow.
    pub others: Vec<RoundName>,
    /// What is wrong, all at once.
    pub mistakes: Vec<SetupMistake>,
    /// Whether it has just been saved.
    pub is_saved: bool,
    /// Whether the texts are shown as they will look.
    pub shows_preview: bool,
    /// Whether somebody else has changed the part since it was shown.
    pub is_conflict: bool,
}

/// The part after this one.
#[must_use]
pub fn next_part(part: SetupPart) -> Option<SetupPart> {
    let place = SetupPart::ALL.iter().position(|one| *one == part)?;
    SetupPart::ALL.get(place + 1).copied()
}

/// The page.
#[must_use]
pub fn setup_part_page(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let name = part_name(ctx, page.part);
    let is_fixed = page.round.is_public(ctx.now) && matches!(page.part, SetupPart::Dates | SetupPart::Way);
    let body = html! {
        div class="stack column" {
            @if page.is_saved { (status(Tone::Success, &text!(ctx.lang, "setup-done-saved"))) }
            (error_summary(ctx, &page.summary(ctx)))
            p { a class="ds-link" href=(ctx.links().setup(&page.round.slug)) { (text!(ctx.lang, "setup-back")) } }
            h1 class="ds-heading" { (name) }
            @if is_fixed { (fixed(page, ctx)) } @else { (form(page, ctx)) }
        }
    };
    room_page(ctx, &page.round, Room::Setup, Some(&name), &body)
}

/// What can no longer be edited here, and where it is decided.
fn fixed(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let what = match page.part {
        SetupPart::Dates => text!(ctx.lang, "setup-fixed-dates"),
        _ => text!(ctx.lang, "setup-fixed-way"),
    };
    html! {
        p { (what) }
        @if page.part == SetupPart::Dates {
            p { a class="ds-link" href=(ctx.links().staff_manage(&page.round.slug)) { (text!(ctx.lang, "room-management")) } }
        }
    }
}

fn form(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let action = ctx.links().setup_part(&page.round.slug, page.part.name());
    html! {
        form class="stack-lg" method="post" action=(action) novalidate {
            (form_token(ctx))
            input type="hidden" name="shown" value=(page.form.get("shown"));
            // Whoever presses Enter in a field saves, as the first button of the form says.
            button class="ds-sr-only" type="submit" name="do" value="save" tabindex="-1" aria-hidden="true" {
                (text!(ctx.lang, "setup-save"))
            }
            @if page.shows_preview { (looks(page, ctx)) }
            @match page.part {
                SetupPart::Texts => { (texts(page, ctx)) }
                SetupPart::Facts => { (facts(page, ctx)) }
                SetupPart::Dates => { (dates(page, ctx)) }
                SetupPart::Way => { (way(page, ctx)) }
            }
            div class="actions" {
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="save" {
                    (text!(ctx.lang, "setup-save"))
                }
                @if page.part == SetupPart::Texts {
                    button class="ds-button" data-variant="secondary" type="submit" name="do" value="preview" {
                        (text!(ctx.lang, "setup-look"))
                    }
                }
                @if !page.round.is_public(ctx.now) {
                    button class="ds-button" data-variant="secondary" type="submit" name="do" value="next" {
                        (text!(ctx.lang, "setup-save-next"))
                    }
                }
            }
        }
    }
}

/// How the texts will look; nothing is saved by looking.
fn looks(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let languages = [
        ("nb", text!(ctx.lang, "setup-in-nb"), ["title_nb", "lede_nb", "body_nb", "after_nb"]),
        ("nn", text!(ctx.lang, "setup-in-nn"), ["title_nn", "lede_nn", "body_nn", "after_nn"]),
        ("en", text!(ctx.lang, "setup-in-en"), ["title_en", "lede_en", "body_en", "after_en"]),
    ];
    let body = html! {
        p { (text!(ctx.lang, "setup-look-what")) }
        @for (tag, name, [title, lede, body, after]) in &languages {
            @if [title, lede, body, after].iter().any(|field| !page.form.get(field).trim().is_empty()) {
                section class="looks" aria-label=(name) {
                    p class="small quiet" { (name) }
                    div class="prose" lang=(tag) {
                        p class="looks__title" { (page.form.get(title)) }
                        p class="lede" { (page.form.get(lede)) }
                        (markdown(page.form.get(body)))
                        @if !page.form.get(after).trim().is_empty() {
                            hr;
                            (markdown(page.form.get(after)))
                        }
                    }
                }
            }
        }
    };
    notice(Tone::Info, &text!(ctx.lang, "setup-look-heading"), &body)
}

fn texts(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let english = ["title_en", "lede_en", "body_en", "after_en"];
    let has_english = english.iter().any(|field| !page.form.get(field).is_empty());
    html! {
        details class="ds-details" {
            summary { (text!(ctx.lang, "setup-markdown")) }
            div class="stack" {
                p { (text!(ctx.lang, "setup-markdown-what")) }
                pre class="small" { (text!(ctx.lang, "setup-markdown-example")) }
            }
        }
        (language(page, ctx, &text!(ctx.lang, "setup-in-nb"), ["title_nb", "lede_nb", "body_nb", "after_nb"]))
        (language(page, ctx, &text!(ctx.lang, "setup-in-nn"), ["title_nn", "lede_nn", "body_nn", "after_nn"]))
        details class="ds-details" open[has_english] {
            summary { (text!(ctx.lang, "setup-in-en-optional")) }
            (language(page, ctx, &text!(ctx.lang, "setup-in-en"), english))
        }
        @if page.round.is_public(ctx.now) {
            section class="panel" {
                h2 class="ds-heading" { (text!(ctx.lang, "setup-note")) }
                p { (text!(ctx.lang, "setup-note-what")) }
                (page.lines(ctx, "reason_nb", &text!(ctx.lang, "setup-note-nb"), None, 2))
                (page.lines(ctx, "reason_nn", &text!(ctx.lang, "setup-note-nn"), None, 2))
                (page.lines(ctx, "reason_en", &text!(ctx.lang, "setup-note-en"), None, 2))
            }
        }
    }
}

fn language(
    page: &SetupPartPage,
    ctx: &Ctx,
    name: &str,
    [title, lede, body, after]: [&'static str; 4],
) -> Markup {
    let in_language = |label: String| text!(ctx.lang, "setup-field-in", field = label, language = name);
    let lede_help = text!(ctx.lang, "setup-lede-help");
    let after_help = text!(ctx.lang, "setup-after-help");
    html! {
        section class="stack" {
            h2 class="ds-heading" { (name) }
            (page.line(ctx, title, Kind::Line, in_language(text!(ctx.lang, "setup-title")), None))
            (page.lines(ctx, lede, &in_language(text!(ctx.lang, "setup-lede")), Some(&lede_help), 3))
            (page.lines(ctx, body, &in_language(text!(ctx.lang, "setup-body")), None, 16))
            (page.lines(ctx, after, &in_language(text!(ctx.lang, "setup-after")), Some(&after_help), 4))
        }
    }
}

fn facts(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let lang = ctx.lang;
    let mut others = vec![("", text!(lang, "setup-previous-none"))];
    others.extend(page.others.iter().map(|other| (other.slug.as_str(), other.title.text(lang).to_owned())));
    let wrong = page.mistake_at(ctx, "previous");
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(lang, "setup-case")) }
            (page.line(ctx, "case_number", Kind::Line, text!(lang, "setup-case-number"), Some(text!(lang, "setup-case-number-help"))))
            (page.line(ctx, "unit_nb", Kind::Line, text!(lang, "setup-unit-nb"), None))
            (page.line(ctx, "unit_nn", Kind::Line, text!(lang, "setup-unit-nn"), None))
            (page.line(ctx, "unit_en", Kind::Line, text!(lang, "setup-unit-en"), None))
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(lang, "setup-contact")) }
            (page.line(ctx, "contact_name", Kind::Line, text!(lang, "setup-contact-name"), Some(text!(lang, "setup-contact-help"))))
            (page.line(ctx, "contact_email", Kind::Email, text!(lang, "setup-contact-email"), None))
            (page.line(ctx, "contact_phone", Kind::Line, text!(lang, "setup-contact-phone"), None))
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(lang, "setup-relations")) }
            (page.line(ctx, "process", Kind::Line, text!(lang, "setup-process"), Some(text!(lang, "setup-process-help"))))
            (select("previous", &text!(lang, "setup-previous"), &others, page.form.get("previous"), wrong.as_deref()))
            (page.theirs(ctx, "previous"))
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(lang, "setup-address")) }
            @if page.round.is_public(ctx.now) {
                input type="hidden" name="slug" value=(page.form.get("slug"));
                p { (text!(lang, "setup-slug-fixed")) " " code class="break" { (ctx.links().round(&page.round.slug)) } }
            } @else {
                (page.line(ctx, "slug", Kind::Word, text!(lang, "setup-slug"), Some(text!(lang, "setup-slug-help"))))
            }
        }
    }
}

fn dates(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let (lang, optional) = (ctx.lang, text!(ctx.lang, "manage-time"));
    html! {
        p class="quiet" { (text!(lang, "setup-dates-what")) }
        (page.line(ctx, "announced_on", Kind::Date, text!(lang, "setup-announced-on"), Some(text!(lang, "setup-announced-on-help"))))
        section class="stack" {
            h2 class="ds-heading" { (text!(lang, "setup-opens")) }
            (page.line(ctx, "opens_date", Kind::Date, text!(lang, "setup-opens-date"), None))
            (page.line(ctx, "opens_time", Kind::Time, optional.clone(), Some(text!(lang, "setup-opens-time-help"))))
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(lang, "setup-closes")) }
            (page.line(ctx, "closes_date", Kind::Date, text!(lang, "setup-closes-date"), Some(text!(lang, "setup-closes-date-help"))))
            (page.line(ctx, "closes_time", Kind::Time, optional, Some(text!(lang, "manage-time-help"))))
        }
        (checkbox("late_counts", &text!(lang, "setup-late-counts"), !page.form.get("late_counts").is_empty(), None))
        (page.theirs(ctx, "late_counts"))
    }
}

fn way(page: &SetupPartPage, ctx: &Ctx) -> Markup {
    let lang = ctx.lang;
    let choices = WayIn::ALL.iter().rev().map(|way| {
        let label = match way {
            WayIn::IdPorten => text!(lang, "setup-way-id-porten"),
            WayIn::EMail => text!(lang, "setup-way-e-mail"),
            WayIn::Open => text!(lang, "setup-way-open"),
        };
        Choice { value: way.name(), label, lang: None }
    });
    let wrong = page.mistake_at(ctx, "way");
    html! {
        (radios("way", &text!(lang, "setup-way"), &choices.collect::<Vec<_>>(), page.form.get("way"), wrong.as_deref()))
        (page.theirs(ctx, "way"))
        (page.lines(ctx, "why_nb", &text!(lang, "setup-why-nb"), Some(&text!(lang, "setup-why-help")), 3))
        (page.lines(ctx, "why_nn", &text!(lang, "setup-why-nn"), None, 3))
        (page.lines(ctx, "why_en", &text!(lang, "setup-why-en"), None, 3))
    }
}
