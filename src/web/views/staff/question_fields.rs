//! The fields of a question, and what is said of mistakes in them.

use crate::domain::form_edit::{ANSWER_MAX_CHARS, FormRefusal, QUESTIONS_MAX, SHORT_ANSWER_MAX_CHARS};
use crate::domain::question::QuestionKind;
use crate::text;
use crate::text::number;
use crate::web::forms::question::{QuestionForm, QuestionMistake, place};
use crate::web::views::Ctx;
use crate::web::views::components::choice::checkbox;
use crate::web::views::components::choose::select;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::textarea::{Textarea, short_textarea, textarea};
use maud::{Markup, html};

/// A form as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// What was typed.
    pub form: QuestionForm,
    /// What is wrong, all at once.
    pub mistakes: Vec<QuestionMistake>,
}

impl Filled {
    /// The mistakes for the summary.
    #[must_use]
    pub fn summary(&self, ctx: &Ctx) -> Vec<(String, String)> {
        let mistakes = self.mistakes.iter();
        mistakes.map(|mistake| (place(*mistake).to_owned(), sentence(ctx, *mistake))).collect()
    }

    fn mistake(&self, ctx: &Ctx, field: &str) -> Option<String> {
        let found = self.mistakes.iter().find(|mistake| place(**mistake) == field)?;
        Some(sentence(ctx, *found))
    }

    fn line(&self, ctx: &Ctx, name: &'static str, label: String, help: Option<String>) -> Markup {
        field(&Field {
            name,
            kind: if name == "max_chars" { Kind::Digits } else { Kind::Line },
            label,
            help,
            value: self.form.get(name),
            mistake: self.mistake(ctx, name),
        })
    }

    fn lines(&self, ctx: &Ctx, name: &'static str, label: &str) -> Markup {
        short_textarea(name, name, label, self.form.get(name), self.mistake(ctx, name).as_deref())
    }

    /// All that is said of a question.
    #[must_use]
    pub fn question(&self, ctx: &Ctx) -> Markup {
        html! {
            (self.line(ctx, "theme_nb", text!(ctx.lang, "asked-theme-nb"), Some(text!(ctx.lang, "asked-theme-help"))))
            (self.line(ctx, "theme_nn", text!(ctx.lang, "asked-theme-nn"), None))
            (self.lines(ctx, "wording_nb", &text!(ctx.lang, "asked-wording-nb")))
            (self.lines(ctx, "wording_nn", &text!(ctx.lang, "asked-wording-nn")))
            (self.lines(ctx, "help_nb", &text!(ctx.lang, "asked-help-nb")))
            (self.lines(ctx, "help_nn", &text!(ctx.lang, "asked-help-nn")))
            details class="ds-details" open[self.has_english()] {
                summary { (text!(ctx.lang, "asked-english")) }
                div class="stack" {
                    (self.line(ctx, "theme_en", text!(ctx.lang, "asked-theme-en"), None))
                    (self.lines(ctx, "wording_en", &text!(ctx.lang, "asked-wording-en")))
                    (self.lines(ctx, "help_en", &text!(ctx.lang, "asked-help-en")))
                }
            }
            (self.answered(ctx))
        }
    }

    /// How it is answered.
    fn answered(&self, ctx: &Ctx) -> Markup {
        let kinds: Vec<(&str, String)> =
            QuestionKind::ALL.iter().map(|kind| (kind.name(), kind_name(ctx, *kind))).collect();
        let longest = text!(
            ctx.lang,
            "asked-max-chars-help",
            long = number(ctx.lang, usize::try_from(ANSWER_MAX_CHARS).unwrap_or(0)),
            short = number(ctx.lang, usize::try_from(SHORT_ANSWER_MAX_CHARS).unwrap_or(0))
        );
        html! {
            (select("kind", &text!(ctx.lang, "asked-kind"), &kinds, self.form.get("kind"), self.mistake(ctx, "kind").as_deref()))
            (checkbox("required", &text!(ctx.lang, "asked-required"), self.form.get("required") == "true", None))
            fieldset class="ds-fieldset" {
                legend class="ds-label" { (text!(ctx.lang, "asked-options")) }
                p data-field="description" { (text!(ctx.lang, "asked-options-help")) }
                (self.options(ctx, "options_nb", &text!(ctx.lang, "asked-options-nb")))
                (self.options(ctx, "options_nn", &text!(ctx.lang, "asked-options-nn")))
                (self.options(ctx, "options_en", &text!(ctx.lang, "asked-options-en")))
            }
            (self.line(ctx, "max_chars", text!(ctx.lang, "asked-max-chars"), Some(longest)))
        }
    }

    fn options(&self, ctx: &Ctx, name: &'static str, label: &str) -> Markup {
        textarea(
            ctx,
            &Textarea {
                name,
                label: html! { (label) },
                help: None,
                value: self.form.get(name),
                rows: 4,
                max_chars: None,
                holds_national_id: None,
                mistake: self.mistake(ctx, name),
            },
        )
    }

    /// Why the form is changed.
    #[must_use]
    pub fn reasons(&self, ctx: &Ctx) -> Markup {
        html! {
            (self.lines(ctx, "reason_nb", &text!(ctx.lang, "asked-reason-nb")))
            (self.lines(ctx, "reason_nn", &text!(ctx.lang, "asked-reason-nn")))
        }
    }

    fn has_english(&self) -> bool {
        ["theme_en", "wording_en", "help_en"].iter().any(|field| !self.form.get(field).is_empty())
    }
}

/// A kind of question in words.
#[must_use]
pub fn kind_name(ctx: &Ctx, kind: QuestionKind) -> String {
    match kind {
        QuestionKind::LongText => text!(ctx.lang, "asked-kind-long-text"),
        QuestionKind::ShortText => text!(ctx.lang, "asked-kind-short-text"),
        QuestionKind::OneChoice => text!(ctx.lang, "asked-kind-one-choice"),
        QuestionKind::SeveralChoices => text!(ctx.lang, "asked-kind-several-choices"),
        QuestionKind::Agreement => text!(ctx.lang, "asked-kind-agreement"),
    }
}

fn sentence(ctx: &Ctx, mistake: QuestionMistake) -> String {
    match mistake {
        QuestionMistake::Kind => text!(ctx.lang, "asked-mistake-kind"),
        QuestionMistake::Missing(field) => missing(ctx, field),
        QuestionMistake::TooLong(_, max) => {
            text!(ctx.lang, "papers-mistake-too-long", max = number(ctx.lang, max))
        }
        QuestionMistake::MaxChars(most) => {
            text!(
                ctx.lang,
                "asked-mistake-max-chars",
                most = number(ctx.lang, usize::try_from(most).unwrap_or(0))
            )
        }
        QuestionMistake::TooFewOptions => text!(ctx.lang, "asked-mistake-few-options"),
        QuestionMistake::TooManyOptions => text!(ctx.lang, "asked-mistake-many-options"),
        QuestionMistake::SameOption => text!(ctx.lang, "asked-mistake-same-option"),
        QuestionMistake::OptionsDiffer("options_nn") => text!(ctx.lang, "asked-mistake-options-nn"),
        QuestionMistake::OptionsDiffer(_) => text!(ctx.lang, "asked-mistake-options-en"),
        QuestionMistake::Refused(refusal) => refused(ctx, refusal),
    }
}

fn missing(ctx: &Ctx, field: &str) -> String {
    match field {
        "theme_nb" => text!(ctx.lang, "asked-mistake-theme"),
        "wording_nb" => text!(ctx.lang, "asked-mistake-wording"),
        "help_nb" => text!(ctx.lang, "asked-mistake-help"),
        "reason_nn" => text!(ctx.lang, "papers-mistake-reason-nn"),
        _ => text!(ctx.lang, "papers-mistake-reason-nb"),
    }
}

fn refused(ctx: &Ctx, refusal: FormRefusal) -> String {
    match refusal {
        FormRefusal::NotFound => text!(ctx.lang, "message-not-found"),
        FormRefusal::ChangedMeanwhile => text!(ctx.lang, "asked-mistake-changed"),
        FormRefusal::TooMany => text!(ctx.lang, "asked-mistake-too-many", max = QUESTIONS_MAX),
        FormRefusal::Last => text!(ctx.lang, "asked-mistake-last"),
        FormRefusal::NothingChanged => text!(ctx.lang, "asked-mistake-nothing"),
        FormRefusal::LacksNynorsk => text!(ctx.lang, "asked-mistake-nynorsk"),
    }
}
