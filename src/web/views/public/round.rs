//! The page of one round: what it is about, until when, and how to answer.

use super::form_changed::form_changes;
use super::round_card::card;
use crate::domain::announcement::Announcement;
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision};
use crate::domain::document::{Document, DocumentKind, ReplacedDocument};
use crate::domain::form_change::FormChange;
use crate::domain::ids::DraftId;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::text;
use crate::web::views::components::asked::asked;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::dates::{date, deadline_sentence};
use crate::web::views::components::documents::{documents, picture};
use crate::web::views::components::form_sheets::form_sheets;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::markdown::prose;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::components::phase::{corrections, history};
use crate::web::views::components::replacements::replacements;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A round and all that its page tells.
#[derive(Debug)]
pub struct RoundPage {
    /// The round.
    pub round: Consultation,
    /// Its documents and pictures, in order.
    pub documents: Vec<Document>,
    /// What has been replaced among them in public, the last first.
    pub replaced: Vec<ReplacedDocument>,
    /// Published rounds of the same process, without this one.
    pub siblings: Vec<Consultation>,
    /// What has been decided about its opening and deadline, oldest first.
    pub decisions: Vec<DeadlineDecision>,
    /// What has been changed in its form, oldest first.
    pub form_changes: Vec<FormChange>,
    /// What was put right in public, oldest first.
    pub corrections: Vec<Announcement>,
    /// How many questions its form has.
    pub question_count: usize,
    /// The round that it follows, where that is public.
    pub previous: Option<Consultation>,
    /// What its form asks; shown in a preview only.
    pub asked: Option<FormVersion>,
    /// What the reader has here already.
    pub standing: Standing,
}

/// What a logged-in reader has in a round; empty for others.
#[derive(Debug, Default)]
pub struct Standing {
    /// When their draft of a new submission was saved last, where it may still be sent.
    pub draft_saved_at: Option<Moment>,
    /// Those that they write on with others: id and organisation.
    pub shared: Vec<(DraftId, String)>,
    /// Their live submissions.
    pub sent: Vec<Reference>,
}

/// The page.
#[must_use]
pub fn round_page(page: &RoundPage, ctx: &Ctx) -> Markup {
    let round = &page.round;
    let title = round.title.text(ctx.lang);
    let above = [(ctx.links().home(), text!(ctx.lang, "rounds-title"))];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, title))
            div class="round-page" {
                div class="round-page__head" {
                    h1 class="ds-heading" lang=[foreign(ctx, &round.title)] { (title) }
                }
                div class="round-page__side" {
                    (card(page, ctx))
                    (facts(ctx, round))
                }
                div class="round-page__text" { (content(page, ctx)) }
            }
        }
    };
    layout::public_page(ctx, title, &body)
}

fn facts(ctx: &Ctx, round: &Consultation) -> Markup {
    let contact = &round.contact;
    html! {
        dl class="facts small" {
            div { dt { (text!(ctx.lang, "round-announced-on")) } dd { (date(ctx, round.announced_on)) } }
            @if !round.case_number.is_empty() {
                div { dt { (text!(ctx.lang, "round-case")) } dd { (round.case_number) } }
            }
            @if !round.unit.nb.is_empty() {
                div { dt { (text!(ctx.lang, "round-unit")) } dd { (localized(ctx, &round.unit)) } }
            }
            // What a preview does not have yet leaves no empty place.
            @if !contact.name.is_empty() { div {
                dt { (text!(ctx.lang, "round-contact")) }
                dd {
                    (contact.name)
                    @if !contact.email.is_empty() {
                        br; a class="ds-link" href={ "mailto:" (contact.email) } { (contact.email) }
                    }
                    @if let Some(phone) = &contact.phone {
                        br; a class="ds-link" href={ "tel:" (phone.replace(' ', "")) } { (phone) }
                    }
                }
            } }
        }
    }
}

fn content(page: &RoundPage, ctx: &Ctx) -> Markup {
    let round = &page.round;
    let has_papers = page.documents.iter().any(|document| document.kind != DocumentKind::Picture);
    html! {
        div class="stack" {
            @if round.archived_at.is_some() {
                (notice(Tone::Info, &text!(ctx.lang, "round-archived"), &html! {
                    p { (text!(ctx.lang, "round-archived-what")) }
                }))
            }
            @if foreign(ctx, &round.body).is_some() {
                p class="quiet small" { (text!(ctx.lang, "round-only-in-bokmal")) }
            }
            p class="lede" lang=[foreign(ctx, &round.lede)] { (round.lede.text(ctx.lang)) }
            @if let Some(document) = page.documents.iter().find(|document| document.kind == DocumentKind::Picture) {
                (picture(ctx, &round.slug, document))
            }
        }
        (prose(ctx, &round.body))
        @if !page.corrections.is_empty() {
            section class="stack" {
                h2 class="ds-heading" id="rettelser" { (text!(ctx.lang, "round-corrections")) }
                (corrections(ctx, &page.corrections))
            }
        }
        @if has_papers {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-documents")) }
                (documents(ctx, round, &page.documents))
                @if !page.replaced.is_empty() {
                    h3 class="ds-heading" id="endringer" { (text!(ctx.lang, "round-replaced")) }
                    (replacements(ctx, &round.slug, &page.replaced, false))
                }
            }
        }
        @if ctx.preview.is_none() { (form_sheets(ctx, round)) }
        @if !page.form_changes.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-form-changes")) }
                (form_changes(&page.form_changes, ctx))
            }
        }
        @if !round.next_steps.nb.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-next")) }
                (prose(ctx, &round.next_steps))
            }
        }
        @if let Some(form) = &page.asked { (asked(ctx, form)) }
        (siblings(page, ctx))
        (previous(page, ctx))
        @if !page.decisions.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-history")) }
                (history(ctx, &page.decisions, false))
            }
        }
    }
}

fn siblings(page: &RoundPage, ctx: &Ctx) -> Markup {
    html! {
        @if !page.siblings.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-siblings")) }
                ul class="document-list" {
                    @for sibling in &page.siblings {
                        li {
                            a class="ds-link" href=(ctx.links().round(&sibling.slug)) lang=[foreign(ctx, &sibling.title)] {
                                (sibling.title.text(ctx.lang))
                            }
                            span class="document-list__detail" { (deadline_sentence(ctx, sibling)) }
                        }
                    }
                }
            }
        }
    }
}

/// The round that this one follows.
fn previous(page: &RoundPage, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(previous) = &page.previous {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "round-previous")) }
                p {
                    a class="ds-link" href=(ctx.links().round(&previous.slug)) lang=[foreign(ctx, &previous.title)] {
                        (previous.title.text(ctx.lang))
                    }
                }
            }
        }
    }
}
