//! What was read out of a form that came back, told above the form itself.

use super::form::FormPage;
use crate::domain::form_reading::{FormReading, Mark, Outcome};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::language::foreign;
use crate::web::views::components::notice::{Tone, notice};
use maud::{Markup, html};

/// The notice, for as long as the file goes with the draft; before there is one, the way to upload it.
#[must_use]
pub fn reading_notice(page: &FormPage, ctx: &Ctx) -> Markup {
    let reading = page.content.reading.as_ref();
    let reading = reading.filter(|one| page.attachments.iter().any(|file| file.sha256 == one.sha256));
    html! {
        @if let Some(reading) = reading {
            (notice(tone(reading), &heading(reading, ctx), &body(page, reading, ctx)))
        } @else {
            p { a class="ds-link" href=(upload_address(page, ctx)) { (text!(ctx.lang, "form-upload-link")) } }
        }
    }
}

fn upload_address(page: &FormPage, ctx: &Ctx) -> String {
    let slug = &page.round.slug;
    match (&page.changes, page.shared) {
        (Some(reference), _) => ctx.links().upload_change(slug, reference),
        (None, Some(draft)) => ctx.links().upload_shared(slug, &draft),
        (None, None) => ctx.links().upload_form(slug),
    }
}

fn tone(reading: &FormReading) -> Tone {
    let is_told = reading.kept.is_empty() && reading.unplaced.is_empty();
    let is_whole = is_told && reading.missing.is_empty() && reading.unclear.is_empty();
    if reading.outcome == Outcome::Read && is_whole { Tone::Success } else { Tone::Warning }
}

fn heading(reading: &FormReading, ctx: &Ctx) -> String {
    let (lang, file) = (ctx.lang, reading.file_name.as_str());
    match &reading.outcome {
        Outcome::Read | Outcome::ByHeadings => text!(lang, "reading-read", file = file),
        Outcome::OlderForm => text!(lang, "reading-older", file = file),
        Outcome::OtherRound(_) => text!(lang, "reading-other", file = file),
        Outcome::NotOurForm => text!(lang, "reading-unknown", file = file),
        Outcome::NoTextDocument | Outcome::Unreadable => text!(lang, "reading-unread", file = file),
    }
}

fn body(page: &FormPage, reading: &FormReading, ctx: &Ctx) -> Markup {
    let lang = ctx.lang;
    html! {
        (what(reading, ctx))
        @if reading.outcome.is_ours() {
            (fields(&text!(lang, "reading-filled"), &reading.filled, ctx))
            (fields(&text!(lang, "reading-empty"), &reading.empty, ctx))
            (fields(&text!(lang, "reading-missing"), &reading.missing, ctx))
            (fields(&text!(lang, "reading-unclear"), &reading.unclear, ctx))
            @if !reading.kept.is_empty() {
                p { (text!(lang, "reading-kept")) }
                @for (mark, text) in &reading.kept {
                    details class="ds-details" {
                        summary { (text!(lang, "reading-kept-in", field = field(*mark, ctx))) }
                        div { p class="verbatim" { (read_aloud(page, *mark, text, ctx)) } }
                    }
                }
            }
            @if !reading.unplaced.is_empty() {
                p { (text!(lang, "reading-unplaced")) }
                details class="ds-details" {
                    summary { (text!(lang, "reading-unplaced-show")) }
                    div { @for text in &reading.unplaced { p class="verbatim" { (text) } } }
                }
            }
        }
        p { (text!(lang, "reading-attached")) }
    }
}

/// What kind of document it is, and what to do about it.
fn what(reading: &FormReading, ctx: &Ctx) -> Markup {
    let lang = ctx.lang;
    html! {
        @match &reading.outcome {
            Outcome::Read => { p { (text!(lang, "reading-read-what")) } }
            Outcome::ByHeadings => { p { (text!(lang, "reading-by-headings")) } }
            Outcome::OlderForm => { p { (text!(lang, "reading-older-what")) } }
            Outcome::OtherRound(Some(other)) => {
                p {
                    (text!(lang, "reading-other-which")) " "
                    a class="ds-link" href=(ctx.links().upload_form(&other.slug)) lang=[foreign(ctx, &other.title)] {
                        (other.title.text(lang))
                    }
                }
                p { (text!(lang, "reading-other-what")) }
            }
            Outcome::OtherRound(None) => { p { (text!(lang, "reading-other-what")) } }
            Outcome::NotOurForm => { p { (text!(lang, "reading-unknown-what")) } }
            Outcome::NoTextDocument => { p { (text!(lang, "reading-no-text-document")) } }
            Outcome::Unreadable => { p { (text!(lang, "reading-unreadable")) } }
        }
    }
}

/// What the form has in a field, as people read it.
fn read_aloud(page: &FormPage, mark: Mark, text: &str, ctx: &Ctx) -> String {
    let question = match mark {
        Mark::Answer(number) => page.form.question(number),
        _ => None,
    };
    question.map_or_else(|| text.to_owned(), |question| question.read_aloud(text, ctx.lang))
}

fn fields(label: &str, marks: &[Mark], ctx: &Ctx) -> Markup {
    let names: Vec<String> = marks.iter().map(|mark| field(*mark, ctx)).collect();
    html! {
        @if !names.is_empty() { p { strong { (label) } " " (names.join(", ")) } }
    }
}

fn field(mark: Mark, ctx: &Ctx) -> String {
    let lang = ctx.lang;
    match mark {
        Mark::Name => text!(lang, "reading-name"),
        Mark::Organisation => text!(lang, "reading-organisation"),
        Mark::OrgNumber => text!(lang, "reading-org-number"),
        Mark::Email => text!(lang, "reading-email"),
        Mark::NoComment => text!(lang, "reading-no-comment"),
        Mark::Answer(number) => text!(lang, "reading-answer", number = number),
    }
}
