//! Where a round's form is taken home from, and how it comes back.

use crate::domain::consultation::{Consultation, Phase};
use crate::domain::language::Language;
use crate::domain::links::Links;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::documents::in_language;
use maud::{Markup, html};

/// The section, until the round has closed.
#[must_use]
pub fn form_sheets(ctx: &Ctx, round: &Consultation) -> Markup {
    let phase = round.phase(ctx.now);
    html! {
        @if !phase.is_over() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-sheets")) }
                p {
                    @if cfg!(feature = "pdf") { (text!(ctx.lang, "round-sheets-what")) }
                    @else { (text!(ctx.lang, "round-sheets-what-docx")) }
                }
                ul class="form-sheets" {
                    @for language in own_first(ctx.lang) { (files(ctx, &round.slug, language)) }
                }
                p { (hand_in(ctx, round, phase)) }
            }
        }
    }
}

fn files(ctx: &Ctx, slug: &str, language: Language) -> Markup {
    let links = Links::new(language);
    let words = in_language(ctx.lang, language);
    html! {
        li {
            a class="ds-link" href=(links.form_docx(slug)) hreflang=(language.tag()) {
                (text!(ctx.lang, "round-sheets-docx", language = words.as_str()))
            }
        }
        @if cfg!(feature = "pdf") {
            li {
                a class="ds-link" href=(links.form_pdf(slug)) hreflang=(language.tag()) {
                    (text!(ctx.lang, "round-sheets-pdf", language = words.as_str()))
                }
            }
        }
    }
}

fn hand_in(ctx: &Ctx, round: &Consultation, phase: Phase) -> Markup {
    html! {
        @if phase == Phase::Open {
            a class="ds-link" href=(ctx.links().upload_form(&round.slug)) { (text!(ctx.lang, "round-sheets-hand-in")) }
            ". " (text!(ctx.lang, "round-sheets-paper"))
        } @else {
            (text!(ctx.lang, "round-sheets-later"))
        }
    }
}

/// All languages, the reader's before the others.
fn own_first(own: Language) -> impl Iterator<Item = Language> {
    [own].into_iter().chain(Language::ALL.into_iter().filter(move |language| *language != own))
}
