//! Everything a person has begun and sent.

use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::DraftId;
use crate::domain::reference::Reference;
use crate::domain::submission::Status;
use crate::text;
use crate::web::views::components::dates::{deadline_sentence, moment_words};
use crate::web::views::components::language::foreign;
use crate::web::views::components::tag;
use crate::web::views::layout::{Place, Side};
use crate::web::views::public::form::action;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A person's drafts and submissions, newest first.
#[derive(Debug)]
pub struct MySubmissionsPage {
    /// What has not been sent.
    pub drafts: Vec<MyDraft>,
    /// What has been sent.
    pub submissions: Vec<MySubmission>,
    /// Whether something has just been thrown away.
    pub has_discarded: bool,
}

/// A draft of one's own.
#[derive(Debug)]
pub struct MyDraft {
    /// The round.
    pub round: Consultation,
    /// The submission that it would change.
    pub changes: Option<Reference>,
    /// Its id and its organisation, where several write on it.
    pub shared: Option<(DraftId, String)>,
    /// The last save.
    pub saved_at: Moment,
    /// Whether it may still be sent.
    pub may_send: bool,
}

/// A submission of one's own.
#[derive(Debug)]
pub struct MySubmission {
    /// The round.
    pub round: Consultation,
    /// Its reference.
    pub reference: Reference,
    /// Whether it stands.
    pub status: Status,
    /// Who it is from, as the public sees it.
    pub public_name: String,
    /// When the standing revision was received.
    pub received_at: Moment,
    /// Whether that was after the deadline.
    pub is_late: bool,
}

/// The page.
#[must_use]
pub fn my_submissions_page(page: &MySubmissionsPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "menu-mine");
    let body = html! {
        div class="wrap column-page stack-lg" {
            h1 class="ds-heading" { (title) }
            @if page.has_discarded {
                div class="ds-alert" data-color="success" role="status" { p { (text!(ctx.lang, "mine-discarded")) } }
            }
            @if page.drafts.is_empty() && page.submissions.is_empty() {
                div class="empty" {
                    p { (text!(ctx.lang, "mine-empty")) }
                    p { a class="ds-link" href=(ctx.links().home()) { (text!(ctx.lang, "mine-empty-go")) } }
                }
            }
            @if !page.drafts.is_empty() {
                section {
                    h2 class="ds-heading" { (text!(ctx.lang, "mine-drafts")) }
                    ul class="rounds" { @for draft in &page.drafts { (draft_row(draft, ctx)) } }
                }
            }
            @if !page.submissions.is_empty() {
                section {
                    h2 class="ds-heading" { (text!(ctx.lang, "mine-sent")) }
                    ul class="rounds" { @for submission in &page.submissions { (submission_row(submission, ctx)) } }
                }
            }
            p { a class="ds-link" href=(ctx.links().my_data()) { (text!(ctx.lang, "my-data-heading")) } }
            p { a class="ds-link" href=(ctx.links().my_sessions()) { (text!(ctx.lang, "mine-sessions")) } }
        }
    };
    layout::page(ctx, &title, Side::Public, Place::MySubmissions, &body)
}

fn draft_row(draft: &MyDraft, ctx: &Ctx) -> Markup {
    let href =
        action(ctx, &draft.round.slug, draft.changes.as_ref(), draft.shared.as_ref().map(|(id, _)| *id));
    html! {
        li class="round" {
            div {
                h3 class="ds-heading round__title" lang=[foreign(ctx, &draft.round.title)] {
                    @if draft.may_send { a href=(href) { (draft.round.title.text(ctx.lang)) } }
                    @else { (draft.round.title.text(ctx.lang)) }
                }
                p class="quiet" {
                    @if let Some(reference) = &draft.changes {
                        (text!(ctx.lang, "mine-draft-changes", reference = reference.as_str())) " "
                    }
                    @if let Some((_, organisation)) = &draft.shared {
                        (text!(ctx.lang, "mine-draft-shared", organisation = organisation.as_str())) " "
                    }
                    @if draft.may_send { (text!(ctx.lang, "mine-draft-saved", moment = moment_words(ctx, draft.saved_at))) }
                    @else { (text!(ctx.lang, "mine-draft-too-late")) }
                }
            }
            div class="round__when" { span class="quiet" { (deadline_sentence(ctx, &draft.round)) } }
        }
    }
}

fn submission_row(submission: &MySubmission, ctx: &Ctx) -> Markup {
    html! {
        li class="round" {
            div {
                h3 class="ds-heading round__title" lang=[foreign(ctx, &submission.round.title)] {
                    a href=(ctx.links().my_submission(&submission.reference)) { (submission.round.title.text(ctx.lang)) }
                }
                p class="quiet" {
                    (text!(ctx.lang, "mine-row", reference = submission.reference.as_str(),
                        name = submission.public_name.as_str(), moment = moment_words(ctx, submission.received_at)))
                }
            }
            div class="round__when" {
                (tag::status(ctx, submission.status)) " " (tag::late(ctx, submission.is_late))
                span class="quiet" { (deadline_sentence(ctx, &submission.round)) }
            }
        }
    }
}
