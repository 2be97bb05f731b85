//! What came of a round: the decision, what happens now, and the papers.

use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::outcome::Outcome;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::dates::{date, date_words};
use crate::web::views::components::documents::documents;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::markdown::prose;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A round and what came of it.
#[derive(Debug)]
pub struct OutcomePage {
    /// The round.
    pub round: Consultation,
    /// What came of it.
    pub outcome: Outcome,
    /// The round's documents; the decisions are shown.
    pub documents: Vec<Document>,
}

/// The page.
#[must_use]
pub fn outcome_page(page: &OutcomePage, ctx: &Ctx) -> Markup {
    let round = &page.round;
    let round_title = round.title.text(ctx.lang);
    let title = text!(ctx.lang, "outcome-heading");
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&round.slug), round_title.to_owned()),
    ];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            div class="round-page" {
                div class="round-page__head stack" {
                    @if round.concluded_at.is_none() {
                        (notice(Tone::Warning, &text!(ctx.lang, "outcome-preview"), &html! {
                            p { (text!(ctx.lang, "outcome-preview-what")) }
                        }))
                    }
                    h1 class="ds-heading" {
                        (title) ": " span lang=[foreign(ctx, &round.title)] { (round_title) }
                    }
                }
                div class="round-page__side" { (facts(page, ctx)) }
                div class="round-page__text" { (content(page, ctx)) }
            }
        }
    };
    layout::public_page(ctx, &text!(ctx.lang, "outcome-title", round = round_title), &body)
}

fn facts(page: &OutcomePage, ctx: &Ctx) -> Markup {
    let (words, round) = (&page.outcome.words, &page.round);
    html! {
        dl class="facts small" {
            @if let Some(day) = words.decided_on {
                div { dt { (text!(ctx.lang, "outcome-decided-on")) } dd { (date(ctx, day)) } }
            }
            @if !words.decided_by.nb.is_empty() {
                div { dt { (text!(ctx.lang, "outcome-decided-by")) } dd { (localized(ctx, &words.decided_by)) } }
            }
            @if !words.case_number.is_empty() {
                div { dt { (text!(ctx.lang, "round-case")) } dd { (words.case_number) } }
            }
            @if let Some(at) = round.concluded_at {
                div { dt { (text!(ctx.lang, "outcome-published")) } dd { (date(ctx, at.in_norway().date())) } }
                @if page.outcome.saved_at > at {
                    div { dt { (text!(ctx.lang, "outcome-changed")) } dd { (date(ctx, page.outcome.saved_at.in_norway().date())) } }
                }
            }
            div {
                dt { (text!(ctx.lang, "round-contact")) }
                dd {
                    (round.contact.name) br;
                    a class="ds-link" href={ "mailto:" (round.contact.email) } { (round.contact.email) }
                }
            }
        }
    }
}

fn content(page: &OutcomePage, ctx: &Ctx) -> Markup {
    let (words, round) = (&page.outcome.words, &page.round);
    let decisions: Vec<Document> =
        page.documents.iter().filter(|one| one.kind == DocumentKind::Decision).cloned().collect();
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "outcome-decision")) }
            (prose(ctx, &words.decision))
        }
        @if !decisions.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-documents")) }
                (documents(ctx, round, &decisions))
            }
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "outcome-next")) }
            (prose(ctx, &words.next_steps))
        }
        @if !words.revision.nb.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "outcome-revision")) }
                p { (localized(ctx, &words.revision)) }
            }
        }
        p {
            a class="ds-link" href=(ctx.links().round(&round.slug)) { (text!(ctx.lang, "outcome-round")) }
            " (" (text!(ctx.lang, "outcome-closed", date = date_words(ctx, round.closes_at.plus_seconds(-1)))) ")"
        }
    }
}
