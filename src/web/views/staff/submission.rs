//! Staff: one submission, with what it was before and the way to the next.

use super::audit_words::actor;
use super::frame::{Room, room_page};
use crate::domain::attachment::Attachment;
use crate::domain::consultation::Consultation;
use crate::domain::file::may_open;
use crate::domain::ids::{FormVersionId, RevisionId};
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::staff::StaffRole;
use crate::domain::submission::{Revision, Submission};
use crate::store::audit::Reader;
use crate::store::submissions::Neighbours;
use crate::text;
use crate::web::forms::audit::AuditForm;
use crate::web::views::Ctx;
use crate::web::views::components::answers::answers;
use crate::web::views::components::dates::{moment, moment_with_seconds};
use crate::web::views::components::files::file_list;
use crate::web::views::components::scan::{ReadBy, not_scanned_here};
use crate::web::views::components::{respondent, tag};
use maud::{Markup, html};
use std::collections::{BTreeMap, HashMap};

/// A submission and what stands around it.
#[derive(Debug)]
pub struct SubmissionPage {
    /// The round.
    pub round: Consultation,
    /// The form versions that its revisions answer.
    pub forms: HashMap<FormVersionId, FormVersion>,
    /// The submission.
    pub submission: Submission,
    /// The revisions before the one that stands, newest first.
    pub earlier: Vec<Revision>,
    /// The files of each revision.
    pub files: HashMap<RevisionId, Vec<Attachment>>,
    /// Whether files are looked at by a virus scanner.
    pub has_scanner: bool,
    /// The ones before and after it.
    pub neighbours: Neighbours,
    /// Whether another submission has exactly this text.
    pub is_copy: bool,
    /// Whether the same person has sent another one.
    pub has_more: bool,
    /// Who has read it; for administrators alone.
    pub readers: Option<Readers>,
}

/// Who has read a submission.
#[derive(Debug)]
pub struct Readers {
    /// Those who have, the last ones first.
    pub readers: Vec<Reader>,
    /// Their names, where any are known, by the login provider's word for them.
    pub names: BTreeMap<String, String>,
}

/// The page.
#[must_use]
pub fn submission_page(page: &SubmissionPage, ctx: &Ctx) -> Markup {
    let reference = page.submission.reference.as_str();
    let body = html! {
        div class="stack" {
            (pager(page, ctx))
            h1 class="ds-heading" { (text!(ctx.lang, "submission-heading", reference = reference)) }
            p { (states(page, ctx)) }
            div class="reading" {
                div class="stack" {
                    h2 class="ds-sr-only" { (text!(ctx.lang, "submission-answers")) }
                    (text_of(page, &page.submission.current, ctx))
                    (earlier(page, ctx))
                }
                div class="reading__side panel" { (side(page, ctx)) }
            }
            div class="pager" { (previous_and_next(page, false, ctx)) }
        }
    };
    room_page(ctx, &page.round, Room::Submissions, Some(reference), &body)
}

/// Previous and next at the top; also with the browser's access keys F and N.
fn pager(page: &SubmissionPage, ctx: &Ctx) -> Markup {
    html! {
        nav class="pager" aria-label=(text!(ctx.lang, "submission-pager")) { (previous_and_next(page, true, ctx)) }
    }
}

fn previous_and_next(page: &SubmissionPage, has_keys: bool, ctx: &Ctx) -> Markup {
    let href = |reference: &Reference| ctx.links().staff_submission(&page.round.slug, reference);
    html! {
        @match &page.neighbours.previous {
            Some(reference) => {
                a class="ds-link" rel="prev" accesskey=[has_keys.then_some("f")] href=(href(reference)) {
                    "← " (text!(ctx.lang, "submission-previous"))
                }
            }
            None => { span class="quiet" { (text!(ctx.lang, "submission-first")) } }
        }
        @match &page.neighbours.next {
            Some(reference) => {
                a class="ds-link" rel="next" accesskey=[has_keys.then_some("n")] href=(href(reference)) {
                    (text!(ctx.lang, "submission-next")) " →"
                }
            }
            None => { span class="quiet" { (text!(ctx.lang, "submission-last")) } }
        }
    }
}

fn states(page: &SubmissionPage, ctx: &Ctx) -> Markup {
    html! {
        (tag::status(ctx, page.submission.status))
        " " (tag::late(ctx, page.submission.is_late(&page.round)))
        @if page.is_copy { " " (tag::tag("neutral", &text!(ctx.lang, "mark-copy"))) }
        @if page.has_more { " " (tag::tag("neutral", &text!(ctx.lang, "mark-same-person"))) }
    }
}

fn text_of(page: &SubmissionPage, revision: &Revision, ctx: &Ctx) -> Markup {
    let answer = |number| revision.answers.iter().find(|a| a.number == number).map(|a| a.text.as_str());
    html! {
        @if revision.no_comment {
            p { strong { (text!(ctx.lang, "no-comment")) } }
        }
        @if let Some(form) = page.forms.get(&revision.form_version_id) {
            @if form.number > 1 || page.forms.len() > 1 {
                p class="quiet" { (text!(ctx.lang, "submission-form", number = form.number)) }
            }
            (answers(ctx, form, revision.respondent.language, None, answer))
        }
        (files_of(page, revision, ctx))
    }
}

/// The files of a revision; those that may be opened now lead to themselves.
fn files_of(page: &SubmissionPage, revision: &Revision, ctx: &Ctx) -> Markup {
    let (slug, reference) = (&page.round.slug, &page.submission.reference);
    let href = |file: &Attachment| {
        let is_open = may_open(file.scan, page.has_scanner);
        is_open.then(|| ctx.links().staff_file(slug, reference, &file.id))
    };
    html! {
        @if let Some(files) = page.files.get(&revision.id) {
            section class="stack" {
                h3 class="ds-heading" { (text!(ctx.lang, "files")) }
                (not_scanned_here(ctx))
                (file_list(ctx, files, ReadBy::Staff, href))
            }
        }
    }
}

fn earlier(page: &SubmissionPage, ctx: &Ctx) -> Markup {
    html! {
        @for revision in &page.earlier {
            details class="ds-details" {
                summary {
                    (text!(ctx.lang, "receipt-revision", number = revision.number)) ": "
                    (moment_with_seconds(ctx, revision.received_at))
                }
                div class="stack" {
                    (respondent::rows(ctx, &revision.respondent))
                    (text_of(page, revision, ctx))
                }
            }
        }
    }
}

fn side(page: &SubmissionPage, ctx: &Ctx) -> Markup {
    let revision = &page.submission.current;
    html! {
        h2 class="ds-heading" { (text!(ctx.lang, "receipt-sender")) }
        (respondent::rows(ctx, &revision.respondent))
        h2 class="ds-heading" { (text!(ctx.lang, "submission-received")) }
        dl class="rows" {
            dt { (text!(ctx.lang, "receipt-received")) }
            dd { (moment_with_seconds(ctx, revision.received_at)) }
            @if let Some(at) = page.submission.withdrawn_at {
                dt { (text!(ctx.lang, "receipt-withdrawn")) }
                dd { (moment_with_seconds(ctx, at)) }
            }
            dt { (text!(ctx.lang, "staff-column-channel")) }
            dd { (tag::channel(ctx, page.submission.channel)) }
            dt { (text!(ctx.lang, "submission-revision")) }
            dd { (revision.number) }
            dt { (text!(ctx.lang, "submission-sha256")) }
            dd { code { (revision.text_sha256()) } }
        }
        @if let Some(readers) = &page.readers { (read_by(page, readers, ctx)) }
    }
}

fn read_by(page: &SubmissionPage, readers: &Readers, ctx: &Ctx) -> Markup {
    html! {
        h2 class="ds-heading" { (text!(ctx.lang, "readers")) }
        @if readers.readers.is_empty() {
            p class="quiet" { (text!(ctx.lang, "readers-none")) }
        } @else {
            dl class="rows" {
                @for reader in &readers.readers {
                    dt { (actor(ctx, &reader.actor, &readers.names)) }
                    dd {
                        (moment(ctx, reader.last_at)) " "
                        span class="quiet" { (text!(ctx.lang, "readers-times", times = reader.times)) }
                    }
                }
            }
        }
        p class="small quiet" { (text!(ctx.lang, "readers-others")) }
        // The log tells of every round, so only administrators of them all may read it.
        @if ctx.staff_everywhere() == Some(StaffRole::Administrator) {
            (log_link(page.submission.reference.as_str(), &text!(ctx.lang, "readers-log"), ctx))
            (log_link(&page.round.slug, &text!(ctx.lang, "readers-log-round"), ctx))
        }
    }
}

fn log_link(subject: &str, words: &str, ctx: &Ctx) -> Markup {
    let form = AuditForm { subject: subject.to_owned(), ..AuditForm::default() };
    html! { p class="small" { a class="ds-link" href=(form.href(&ctx.links().staff_log())) { (words) } } }
}
