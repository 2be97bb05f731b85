//! The receipt: what was received, when, and what happens next. It prints well.

use crate::domain::attachment::Attachment;
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::document::ReplacedDocument;
use crate::domain::letter::LetterState;
use crate::domain::question::FormVersion;
use crate::domain::submission::{Status, Submission};
use crate::domain::way_in::WayIn;
use crate::text;
use crate::web::views::components::answers::answers;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::dates::{deadline_sentence, moment_with_seconds};
use crate::web::views::components::files::file_list;
use crate::web::views::components::language::{foreign, localized};
use crate::web::views::components::markdown::prose;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::components::replacements::{earlier as earlier_edition, replaced_notice};
use crate::web::views::components::respondent;
use crate::web::views::components::scan::{ReadBy, Remedy, stopped_notice};
use crate::web::views::components::steps::{Step, steps};
use crate::web::views::layout::{Place, Side};
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A submission, for the person who sent it.
#[derive(Debug)]
pub struct ReceiptPage {
    /// The round.
    pub round: Consultation,
    /// The form version that was answered.
    pub form: FormVersion,
    /// The submission.
    pub submission: Submission,
    /// Its files.
    pub files: Vec<Attachment>,
    /// The revisions before the one that stands, oldest first.
    pub earlier: Vec<Earlier>,
    /// Those of the documents it answers that have been replaced since.
    pub replaced: Vec<ReplacedDocument>,
    /// How far the letter about the last deed has come; none where there was no address.
    pub letter: Option<LetterState>,
    /// The names of those who wrote it with whoever sent it.
    pub colleagues: Vec<String>,
    /// Whether the reader is one of them, and may not change it.
    pub is_colleague: bool,
    /// Whether it was sent just now.
    pub is_new: bool,
    /// Whether it may still be changed or withdrawn.
    pub may_change: bool,
}

/// A revision that no longer stands.
#[derive(Debug)]
pub struct Earlier {
    /// Its number.
    pub number: i32,
    /// When it was received.
    pub received_at: Moment,
    /// Its files.
    pub files: Vec<Attachment>,
}

/// The page.
#[must_use]
pub fn receipt_page(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let reference = page.submission.reference.as_str();
    let above = [(ctx.links().my_submissions(), text!(ctx.lang, "menu-mine"))];
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, reference))
            @if page.is_new { (steps(ctx, Step::Receipt)) }
            div class="column stack-lg" {
                (card(page, ctx))
                (deeds(page, ctx))
                @if page.submission.status == Status::Received {
                    section class="stack" {
                        h2 class="ds-heading" { (text!(ctx.lang, "receipt-next")) }
                        (prose(ctx, &page.round.next_steps))
                    }
                }
                (received(page, ctx))
                (proof(page, ctx))
            }
        }
    };
    let title = text!(ctx.lang, "receipt-title", reference = reference);
    layout::page(ctx, &title, Side::Public, Place::MySubmissions, &body)
}

fn heading(page: &ReceiptPage, ctx: &Ctx) -> String {
    match (page.submission.status, page.is_new, page.submission.current.number) {
        (Status::Withdrawn, ..) => text!(ctx.lang, "receipt-heading-withdrawn"),
        (Status::Received, true, 1) => text!(ctx.lang, "receipt-heading-new"),
        (Status::Received, true, _) => text!(ctx.lang, "receipt-heading-changed"),
        (Status::Received, false, _) => text!(ctx.lang, "receipt-heading"),
    }
}

fn card(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let submission = &page.submission;
    html! {
        section class="receipt-card" data-status=(submission.status.name()) {
            h1 class="ds-heading" { (heading(page, ctx)) }
            p {
                span class="quiet small" { (text!(ctx.lang, "receipt-reference")) }
                " "
                strong class="receipt-card__reference" { (submission.reference) }
            }
            dl class="rows" {
                dt { (text!(ctx.lang, "receipt-received")) }
                dd { (moment_with_seconds(ctx, submission.current.received_at)) }
                @if let Some(at) = submission.withdrawn_at {
                    dt { (text!(ctx.lang, "receipt-withdrawn")) }
                    dd { (moment_with_seconds(ctx, at)) }
                }
                dt { (text!(ctx.lang, "receipt-round")) }
                dd {
                    a class="ds-link" href=(ctx.links().round(&page.round.slug)) lang=[foreign(ctx, &page.round.title)] {
                        (page.round.title.text(ctx.lang))
                    }
                }
                dt { (text!(ctx.lang, "round-case")) }
                dd { (page.round.case_number) }
                (mail(page, ctx))
            }
        }
        (stopped_notice(ctx, &page.files, if page.may_change { Remedy::Change } else { Remedy::Contact }))
        @if page.letter == Some(LetterState::Failed) {
            (notice(Tone::Warning, &text!(ctx.lang, "receipt-mail-failed-heading"), &html! {
                p { (text!(ctx.lang, "receipt-mail-failed-what")) }
            }))
        }
        @if submission.status == Status::Received { (replaced(page, ctx)) }
        @if submission.is_late(&page.round) {
            (notice(Tone::Warning, &text!(ctx.lang, "receipt-late"), &html! {
                p {
                    @if page.round.late_counts { (text!(ctx.lang, "receipt-late-counts")) }
                    @else { (text!(ctx.lang, "receipt-late-does-not-count")) }
                }
            }))
        }
    }
}

/// That the submission answers what is no longer what stands there, and still stands.
fn replaced(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let heading = text!(ctx.lang, "receipt-replaced", count = page.replaced.len());
    let advice = if page.may_change {
        text!(ctx.lang, "receipt-replaced-may-change")
    } else {
        text!(ctx.lang, "receipt-replaced-what")
    };
    replaced_notice(ctx, &page.round.slug, &heading, &advice, &page.replaced)
}

fn replaced_of<'a>(page: &'a ReceiptPage, name: &str) -> Option<&'a ReplacedDocument> {
    page.replaced.iter().find(|one| one.name == name)
}

/// What became of the e-mail.
fn mail(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let Some((state, email)) = page.letter.zip(page.submission.current.respondent.email.as_deref()) else {
        return html! {};
    };
    let sentence = match state {
        LetterState::Waiting => text!(ctx.lang, "receipt-mail-waiting", email = email),
        LetterState::Sent => text!(ctx.lang, "receipt-mail-sent", email = email),
        LetterState::Failed => text!(ctx.lang, "receipt-mail-failed", email = email),
    };
    html! {
        dt { (text!(ctx.lang, "receipt-mail")) }
        dd { (sentence) }
    }
}

fn deeds(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let reference = &page.submission.reference;
    html! {
        div class="actions" {
            @if page.may_change {
                a class="ds-button" data-variant="secondary" href=(ctx.links().change(&page.round.slug, reference)) {
                    (text!(ctx.lang, "receipt-change"))
                }
            }
            button class="ds-button" data-variant="secondary" type="button" hidden data-print {
                (text!(ctx.lang, "receipt-print"))
            }
            @if page.may_change {
                a class="ds-link" href=(ctx.links().withdraw(reference)) { (text!(ctx.lang, "receipt-withdraw")) }
            }
        }
        @if page.is_colleague { p class="quiet" { (text!(ctx.lang, "receipt-colleague-reads", name = page.submission.current.respondent.name.as_str())) } }
        @if page.round.who_may_answer == WayIn::Open && !page.is_colleague { (keep(page, ctx)) }
        @if page.may_change {
            p class="quiet" { (text!(ctx.lang, "receipt-may-change")) " " (deadline_sentence(ctx, &page.round)) "." }
        }
    }
}

/// Without login, this page is found again from this browser or by a letter only.
fn keep(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let what = if page.submission.current.respondent.email.is_some() {
        text!(ctx.lang, "receipt-keep-address")
    } else {
        text!(ctx.lang, "receipt-keep-browser")
    };
    notice(Tone::Warning, &text!(ctx.lang, "receipt-keep"), &html! { p { (what) } })
}

fn received(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let revision = &page.submission.current;
    let answer = |number| revision.answers.iter().find(|a| a.number == number).map(|a| a.text.as_str());
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "receipt-sender")) }
            (respondent::rows(ctx, &revision.respondent))
            @if !page.colleagues.is_empty() {
                p { (text!(ctx.lang, "receipt-colleagues")) " " (page.colleagues.join(", ")) }
            }
        }
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "receipt-text")) }
            @if revision.no_comment {
                p { strong { (text!(ctx.lang, "no-comment")) } }
            }
            (answers(ctx, &page.form, revision.respondent.language, None, answer))
        }
        @if !page.files.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "files")) }
                (own_files(page, &page.files, ctx))
            }
        }
    }
}

fn own_files(page: &ReceiptPage, files: &[Attachment], ctx: &Ctx) -> Markup {
    let reference = &page.submission.reference;
    file_list(ctx, files, ReadBy::Sender, |file| Some(ctx.links().my_file(reference, &file.id)))
}

/// What shows later that the text and the documents are the same as now.
fn proof(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    let revision = &page.submission.current;
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "receipt-proof")) }
            p { (text!(ctx.lang, "receipt-proof-what")) }
            dl class="rows" {
                dt { (text!(ctx.lang, "receipt-proof-text")) }
                dd { code { (revision.text_sha256()) } }
                @for document in &revision.documents {
                    dt { (document.name) }
                    dd {
                        code { (document.sha256) }
                        @if let Some(one) = replaced_of(page, &document.name) { br; (earlier_edition(ctx, &page.round.slug, one)) }
                    }
                }
            }
            p {
                a class="ds-link no-print" href=(ctx.links().my_text(&page.submission.reference)) download {
                    (text!(ctx.lang, "receipt-proof-download"))
                }
            }
            (earlier(page, ctx))
        }
    }
}

fn earlier(page: &ReceiptPage, ctx: &Ctx) -> Markup {
    html! {
        @if !page.earlier.is_empty() {
            h3 class="ds-heading" { (text!(ctx.lang, "receipt-earlier")) }
            ul class="ds-list" {
                @for one in &page.earlier {
                    li {
                        (text!(ctx.lang, "receipt-revision", number = one.number)) ": "
                        (moment_with_seconds(ctx, one.received_at))
                        @if !one.files.is_empty() { (own_files(page, &one.files, ctx)) }
                    }
                }
            }
        }
        p class="only-print" {
            (text!(ctx.lang, "receipt-printed")) " " (ctx.site.owner) ". " (localized(ctx, &page.round.unit)) ", "
            (page.round.contact.email) "."
        }
    }
}
