//! The page of one round: what it is about, until when, and how to answer.

use super::form_changed::form_changes;
use crate::domain::announcement::Announcement;
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision, Phase};
use crate::domain::document::{Document, DocumentKind, ReplacedDocument};
use crate::domain::form_change::FormChange;
use crate::domain::ids::DraftId;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::components::asked::asked;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::dates::{date, deadline_sentence, moment_words, time_left};
use crate::web::views::components::documents::{documents, picture};
use crate::web::views::components::form_sheets::form_sheets;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::markdown::prose;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::components::phase::{corrections, history, phase, phase_name};
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
                    (calendar(ctx, round))
                    (facts(ctx, round))
                }
                div class="round-page__text" { (content(page, ctx)) }
            }
        }
    };
    layout::public_page(ctx, title, &body)
}

/// Status, deadline and the one thing to do, together.
fn card(page: &RoundPage, ctx: &Ctx) -> Markup {
    let round = &page.round;
    html! {
        section class="round-card" data-phase=(phase_name(ctx, round)) aria-label=(text!(ctx.lang, "round-card")) {
            p { (phase(ctx, round)) }
            p {
                span class="deadline__left" { (time_left(ctx, round)) }
                span class="deadline__moment quiet" { (deadline_sentence(ctx, round)) }
            }
            @if round.concluded_at.is_some() {
                (primary(&ctx.links().outcome(&round.slug), &text!(ctx.lang, "round-outcome")))
            }
            (action(page, ctx))
        }
    }
}

fn action(page: &RoundPage, ctx: &Ctx) -> Markup {
    let form = match ctx.preview {
        // Nobody can answer yet; what they will be asked stands below.
        Some(_) => "#sporsmal".to_owned(),
        None => ctx.links().form(&page.round.slug),
    };
    html! {
        @match (page.round.phase(ctx.now), &page.standing.draft_saved_at) {
            (Phase::Open, None) => {
                @if page.standing.sent.is_empty() {
                    (primary(&form, &text!(ctx.lang, "round-answer")))
                    p class="small quiet" { (how(page, ctx)) }
                    (why(page, ctx))
                }
            }
            (Phase::Open, Some(saved_at)) => {
                (primary(&form, &text!(ctx.lang, "round-continue")))
                p class="small quiet" { (text!(ctx.lang, "round-draft", moment = moment_words(ctx, *saved_at))) }
            }
            (Phase::Closed | Phase::Concluded, Some(_)) => {
                (primary(&form, &text!(ctx.lang, "round-send-late")))
                p class="small quiet" { (text!(ctx.lang, "round-late")) }
            }
            (Phase::Closed | Phase::Concluded | Phase::Archived, _) => {
                p class="small quiet" { (text!(ctx.lang, "round-closed")) }
            }
            (Phase::Announced | Phase::Draft, _) => {
                p class="small quiet" { (text!(ctx.lang, "round-announced")) }
            }
        }
        (sent(page, ctx))
        @for (draft, organisation) in &page.standing.shared {
            p class="small" {
                a class="ds-link" href=(ctx.links().shared_draft(&page.round.slug, draft)) {
                    (text!(ctx.lang, "round-continue-shared", organisation = organisation.as_str()))
                }
            }
        }
    }
}

/// What is asked of who someone is, and what they then do.
fn how(page: &RoundPage, ctx: &Ctx) -> String {
    let questions = page.question_count;
    match page.round.who_may_answer {
        WayIn::IdPorten => text!(ctx.lang, "round-how", questions = questions),
        WayIn::EMail => text!(ctx.lang, "round-how-e-mail", questions = questions),
        WayIn::Open => text!(ctx.lang, "round-how-open", questions = questions),
    }
}

fn why(page: &RoundPage, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(why) = &page.round.who_may_answer_why { p class="small quiet" { (localized(ctx, why)) } }
    }
}

fn sent(page: &RoundPage, ctx: &Ctx) -> Markup {
    html! {
        @if let Some(first) = page.standing.sent.first() {
            @if page.standing.draft_saved_at.is_none() {
                @let href = if page.standing.sent.len() == 1 {
                    ctx.links().my_submission(first)
                } else {
                    ctx.links().my_submissions()
                };
                (primary(&href, &text!(ctx.lang, "round-see-mine", count = page.standing.sent.len())))
                @if page.round.phase(ctx.now) == Phase::Open {
                    p class="small" {
                        a class="ds-link" href=(ctx.links().form_for_organisation(&page.round.slug)) { (text!(ctx.lang, "round-answer-again")) }
                    }
                }
            }
        }
    }
}

fn primary(href: &str, words: &str) -> Markup {
    html! { a class="ds-button" data-variant="primary" data-color="accent" href=(href) { (words) } }
}

fn calendar(ctx: &Ctx, round: &Consultation) -> Markup {
    html! {
        @if matches!(round.phase(ctx.now), Phase::Announced | Phase::Open) {
            p class="small no-print" {
                a class="ds-link" href=(ctx.links().calendar(&round.slug)) type="text/calendar" {
                    (text!(ctx.lang, "follow-calendar"))
                }
            }
        }
    }
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
