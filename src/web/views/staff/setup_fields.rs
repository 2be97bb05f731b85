//! The fields of a round's parts, and what is said of mistakes in them.

use super::setup_part::SetupPartPage;
use crate::domain::round_setup::SetupRefusal;
use crate::text;
use crate::web::forms::round_setup::SetupMistake;
use crate::web::forms::setup_fields::BODY_MAX_CHARS;
use crate::web::views::Ctx;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::textarea::{Textarea, textarea};
use maud::{Markup, html};

impl SetupPartPage {
    /// The mistakes for the summary.
    #[must_use]
    pub fn summary(&self, ctx: &Ctx) -> Vec<(String, String)> {
        let mistakes = self.mistakes.iter();
        mistakes.map(|mistake| (place(*mistake).to_owned(), sentence(ctx, *mistake))).collect()
    }

    /// The mistake at a field.
    #[must_use]
    pub fn mistake_at(&self, ctx: &Ctx, id: &str) -> Option<String> {
        let found = self.mistakes.iter().find(|mistake| place(**mistake) == id)?;
        Some(sentence(ctx, *found))
    }

    /// A field of one line, and what somebody else has put there meanwhile.
    #[must_use]
    pub fn line(
        &self,
        ctx: &Ctx,
        name: &'static str,
        kind: Kind,
        label: String,
        help: Option<String>,
    ) -> Markup {
        let (value, mistake) = (self.form.get(name), self.mistake_at(ctx, name));
        html! {
            (field(&Field { name, kind, label, help, value, mistake }))
            (self.theirs(ctx, name))
        }
    }

    /// A field of many lines.
    #[must_use]
    pub fn lines(&self, ctx: &Ctx, name: &'static str, label: &str, help: Option<&str>, rows: u8) -> Markup {
        let max_chars = name.starts_with("body_").then_some(BODY_MAX_CHARS);
        html! {
            (textarea(ctx, &Textarea {
                name,
                label: html! { (label) },
                help: help.map(|help| html! { (help) }),
                value: self.form.get(name),
                rows,
                max_chars,
                holds_national_id: None,
                mistake: self.mistake_at(ctx, name),
            }))
            (self.theirs(ctx, name))
        }
    }

    /// What stands in the field `name` now, where somebody else has changed it and it differs from what
    /// was typed.
    #[must_use]
    pub fn theirs(&self, ctx: &Ctx, name: &str) -> Markup {
        let theirs = self.stored.get(name);
        html! {
            @if self.is_conflict && theirs != self.form.get(name) {
                div class="theirs" {
                    p class="small" { (text!(ctx.lang, "setup-conflict-theirs")) }
                    @if theirs.is_empty() { p class="quiet" { (text!(ctx.lang, "setup-conflict-empty")) } }
                    @else { div class="verbatim" { (theirs) } }
                }
            }
        }
    }
}

/// The id of the field that a mistake stands at; the whole page where no field is to blame.
#[must_use]
pub fn place(mistake: SetupMistake) -> &'static str {
    match mistake {
        SetupMistake::Missing(field)
        | SetupMistake::TooLong(field, _)
        | SetupMistake::Date(field)
        | SetupMistake::Time(field) => field,
        SetupMistake::Email => "contact_email",
        SetupMistake::Slug | SetupMistake::Refused(SetupRefusal::SlugTaken) => "slug",
        SetupMistake::Order => "closes_date",
        SetupMistake::Refused(SetupRefusal::NoteMissing) => "reason_nb",
        SetupMistake::Refused(_) => "innhold",
    }
}

/// A mistake in words.
#[must_use]
pub fn sentence(ctx: &Ctx, mistake: SetupMistake) -> String {
    match mistake {
        SetupMistake::Missing(field) => missing(ctx, field),
        SetupMistake::TooLong(_, max) => text!(ctx.lang, "papers-mistake-too-long", max = max),
        SetupMistake::Email => text!(ctx.lang, "setup-mistake-email"),
        SetupMistake::Slug => text!(ctx.lang, "setup-mistake-slug"),
        SetupMistake::Date(_) => text!(ctx.lang, "setup-mistake-date"),
        SetupMistake::Time(_) => text!(ctx.lang, "manage-mistake-time"),
        SetupMistake::Order => text!(ctx.lang, "setup-mistake-order"),
        SetupMistake::Refused(refusal) => refused(ctx, refusal),
    }
}

fn missing(ctx: &Ctx, field: &str) -> String {
    match field {
        "reason_nb" => text!(ctx.lang, "setup-mistake-note-nb"),
        "reason_nn" => text!(ctx.lang, "setup-mistake-note-nn"),
        "why_nb" => text!(ctx.lang, "setup-mistake-why"),
        "way" => text!(ctx.lang, "setup-mistake-way"),
        "previous" => text!(ctx.lang, "setup-mistake-previous"),
        _ => text!(ctx.lang, "setup-mistake-title"),
    }
}

/// A refusal in words.
#[must_use]
pub fn refused(ctx: &Ctx, refusal: SetupRefusal) -> String {
    match refusal {
        SetupRefusal::NotFound => text!(ctx.lang, "message-not-found"),
        SetupRefusal::ChangedMeanwhile => text!(ctx.lang, "setup-mistake-changed"),
        SetupRefusal::NothingChanged => text!(ctx.lang, "setup-mistake-nothing"),
        SetupRefusal::SlugTaken => text!(ctx.lang, "setup-mistake-slug-taken"),
        SetupRefusal::IsPublic => text!(ctx.lang, "setup-mistake-public"),
        SetupRefusal::NoteMissing => text!(ctx.lang, "setup-mistake-note-nb"),
        SetupRefusal::WouldLack => text!(ctx.lang, "setup-mistake-would-lack"),
        SetupRefusal::NotReady => text!(ctx.lang, "setup-mistake-not-ready"),
        SetupRefusal::LanguageReasonMissing => text!(ctx.lang, "setup-mistake-language"),
        SetupRefusal::NoTime => text!(ctx.lang, "setup-mistake-no-time"),
        SetupRefusal::NotPlanned => text!(ctx.lang, "setup-mistake-not-planned"),
        SetupRefusal::InUse => text!(ctx.lang, "setup-mistake-in-use"),
    }
}
