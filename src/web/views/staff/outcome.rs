//! Administrators: what came of a round, written and made public.

use super::frame::{Room, room_page};
use super::manage::round_refusal;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::outcome::{Outcome, OutcomePart, OutcomeRefusal};
use crate::text;
use crate::web::forms::outcome::{OutcomeForm, OutcomeMistake, TEXT_MAX_CHARS, place};
use crate::web::views::Ctx;
use crate::web::views::components::dates::moment_words;
use crate::web::views::components::documents::documents;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::markdown::prose;
use crate::web::views::components::notice::{Tone, status};
use crate::web::views::components::textarea::{Textarea, short_textarea, textarea};
use maud::{Markup, html};

/// A round, what was written of its outcome, and the form.
#[derive(Debug)]
pub struct StaffOutcomePage {
    /// The round.
    pub round: Consultation,
    /// What stands; nothing before the first save.
    pub outcome: Option<Outcome>,
    /// The round's documents.
    pub documents: Vec<Document>,
    /// What was typed, or what stands.
    pub form: OutcomeForm,
    /// What is wrong with it, all at once.
    pub mistakes: Vec<OutcomeMistake>,
    /// What has just been done.
    pub done: Option<OutcomeDone>,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeDone {
    /// It was saved.
    Saved,
    /// It was made public.
    Published,
}

/// The page.
#[must_use]
pub fn staff_outcome_page(page: &StaffOutcomePage, ctx: &Ctx) -> Markup {
    let summary: Vec<(String, String)> =
        page.mistakes.iter().map(|mistake| (place(mistake).to_owned(), sentence(ctx, mistake))).collect();
    let is_public = page.round.concluded_at.is_some();
    let body = html! {
        div class="stack" {
            @match page.done {
                Some(OutcomeDone::Saved) => { (status(Tone::Success, &text!(ctx.lang, "outcome-saved"))) }
                Some(OutcomeDone::Published) => { (status(Tone::Success, &text!(ctx.lang, "outcome-is-published"))) }
                None => {}
            }
            (error_summary(ctx, &summary))
            (stored(page, ctx))
            p {
                @if is_public { (text!(ctx.lang, "outcome-what-public")) }
                @else { (text!(ctx.lang, "outcome-what")) }
            }
            @if let Some(outcome) = &page.outcome {
                p class="quiet small" {
                    (text!(ctx.lang, "outcome-last-saved", moment = moment_words(ctx, outcome.saved_at), who = outcome.saved_by.as_str()))
                    " "
                    a class="ds-link" href=(ctx.links().outcome(&page.round.slug)) {
                        @if is_public { (text!(ctx.lang, "outcome-see")) } @else { (text!(ctx.lang, "outcome-see-preview")) }
                    }
                }
            }
            form class="panel" method="post" action=(ctx.links().staff_outcome(&page.round.slug)) novalidate {
                (form_token(ctx))
                input type="hidden" name="version" value=(page.form.version());
                h2 class="ds-heading" { (text!(ctx.lang, "outcome-decision")) }
                p class="quiet small" { (text!(ctx.lang, "outcome-markdown")) }
                (long(page, ctx, "decision_nb", &text!(ctx.lang, "outcome-decision-nb")))
                (long(page, ctx, "decision_nn", &text!(ctx.lang, "outcome-decision-nn")))
                (long(page, ctx, "decision_en", &text!(ctx.lang, "outcome-decision-en")))
                (line(page, ctx, "decided_on", Kind::Date, text!(ctx.lang, "outcome-decided-on")))
                (line(page, ctx, "case_number", Kind::Line, text!(ctx.lang, "round-case")))
                (line(page, ctx, "decided_by_nb", Kind::Line, text!(ctx.lang, "outcome-decided-by-nb")))
                (line(page, ctx, "decided_by_nn", Kind::Line, text!(ctx.lang, "outcome-decided-by-nn")))
                (line(page, ctx, "decided_by_en", Kind::Line, text!(ctx.lang, "outcome-decided-by-en")))
                h2 class="ds-heading" { (text!(ctx.lang, "outcome-next")) }
                (long(page, ctx, "next_nb", &text!(ctx.lang, "outcome-next-nb")))
                (long(page, ctx, "next_nn", &text!(ctx.lang, "outcome-next-nn")))
                (long(page, ctx, "next_en", &text!(ctx.lang, "outcome-next-en")))
                h2 class="ds-heading" { (text!(ctx.lang, "outcome-revision")) }
                p class="quiet small" { (text!(ctx.lang, "outcome-revision-what")) }
                (short(page, ctx, "revision_nb", &text!(ctx.lang, "outcome-revision-nb")))
                (short(page, ctx, "revision_nn", &text!(ctx.lang, "outcome-revision-nn")))
                (short(page, ctx, "revision_en", &text!(ctx.lang, "outcome-revision-en")))
                (papers(page, ctx))
                (buttons(page, ctx))
            }
        }
    };
    room_page(ctx, &page.round, Room::Outcome, None, &body)
}

/// What somebody else has saved meanwhile, beside what was typed.
fn stored(page: &StaffOutcomePage, ctx: &Ctx) -> Markup {
    let was_late = page.mistakes.contains(&OutcomeMistake::Refused(OutcomeRefusal::ChangedMeanwhile));
    html! {
        @if let Some(outcome) = page.outcome.as_ref().filter(|_| was_late) {
            details class="ds-details" {
                summary { (text!(ctx.lang, "outcome-stored", who = outcome.saved_by.as_str())) }
                div class="stack" {
                    h2 class="ds-heading" { (text!(ctx.lang, "outcome-decision")) }
                    (prose(ctx, &outcome.words.decision))
                    h2 class="ds-heading" { (text!(ctx.lang, "outcome-next")) }
                    (prose(ctx, &outcome.words.next_steps))
                }
            }
        }
    }
}

/// The documents that the page will show, and where more are added.
fn papers(page: &StaffOutcomePage, ctx: &Ctx) -> Markup {
    let decisions: Vec<Document> =
        page.documents.iter().filter(|one| one.kind == DocumentKind::Decision).cloned().collect();
    html! {
        h2 class="ds-heading" { (text!(ctx.lang, "round-documents")) }
        @if decisions.is_empty() { p class="quiet" { (text!(ctx.lang, "outcome-papers-none")) } }
        @else { (documents(ctx, &page.round, &decisions)) }
        p {
            a class="ds-link" href=(ctx.links().staff_documents(&page.round.slug)) { (text!(ctx.lang, "outcome-papers-add")) }
        }
    }
}

fn buttons(page: &StaffOutcomePage, ctx: &Ctx) -> Markup {
    let phase = page.round.phase(ctx.now);
    html! {
        @match phase {
            Phase::Closed => { p { (text!(ctx.lang, "outcome-publish-what")) } }
            Phase::Draft | Phase::Announced | Phase::Open => { p class="quiet" { (text!(ctx.lang, "outcome-not-yet")) } }
            Phase::Concluded | Phase::Archived => {}
        }
        div class="actions" {
            @if phase == Phase::Closed {
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="publish" {
                    (text!(ctx.lang, "outcome-publish"))
                }
            }
            button class="ds-button" data-variant="secondary" type="submit" name="do" value="save" {
                @if page.round.concluded_at.is_some() { (text!(ctx.lang, "outcome-save-public")) }
                @else { (text!(ctx.lang, "outcome-save")) }
            }
        }
    }
}

fn long(page: &StaffOutcomePage, ctx: &Ctx, name: &'static str, label: &str) -> Markup {
    textarea(
        ctx,
        &Textarea {
            name,
            label: html! { (label) },
            help: None,
            value: page.form.get(name),
            rows: 6,
            max_chars: Some(TEXT_MAX_CHARS),
            holds_national_id: None,
            mistake: mistake_at(page, ctx, name),
        },
    )
}

fn short(page: &StaffOutcomePage, ctx: &Ctx, name: &'static str, label: &str) -> Markup {
    short_textarea(name, name, label, page.form.get(name), mistake_at(page, ctx, name).as_deref())
}

fn line(page: &StaffOutcomePage, ctx: &Ctx, name: &'static str, kind: Kind, label: String) -> Markup {
    let (value, mistake) = (page.form.get(name), mistake_at(page, ctx, name));
    field(&Field { name, kind, label, help: None, value, mistake })
}

fn mistake_at(page: &StaffOutcomePage, ctx: &Ctx, name: &str) -> Option<String> {
    page.mistakes.iter().find(|mistake| place(mistake) == name).map(|mistake| sentence(ctx, mistake))
}

fn sentence(ctx: &Ctx, mistake: &OutcomeMistake) -> String {
    match mistake {
        OutcomeMistake::Date => text!(ctx.lang, "outcome-mistake-date"),
        OutcomeMistake::TooLong(_, max) => text!(ctx.lang, "papers-mistake-too-long", max = *max),
        OutcomeMistake::OnlyOther(_) => text!(ctx.lang, "outcome-mistake-only-other"),
        OutcomeMistake::Missing(part) => match part {
            OutcomePart::DecisionNb => text!(ctx.lang, "outcome-mistake-decision-nb"),
            OutcomePart::DecisionNn => text!(ctx.lang, "outcome-mistake-decision-nn"),
            OutcomePart::DecidedOn => text!(ctx.lang, "outcome-mistake-decided-on"),
            OutcomePart::CaseNumber => text!(ctx.lang, "outcome-mistake-case-number"),
            OutcomePart::NextStepsNb => text!(ctx.lang, "outcome-mistake-next-nb"),
            OutcomePart::NextStepsNn => text!(ctx.lang, "outcome-mistake-next-nn"),
        },
        OutcomeMistake::Refused(OutcomeRefusal::Round(refusal)) => round_refusal(ctx, *refusal),
        OutcomeMistake::Refused(_) => text!(ctx.lang, "outcome-mistake-changed"),
    }
}
