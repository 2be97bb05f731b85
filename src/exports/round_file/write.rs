//! A round's file, written: always the same for the same round, and meant to be read and edited.

use super::questions::default_max_chars;
use super::{DocumentEntry, DocumentSource, QuestionEntry, RoundFile};
use crate::domain::clock::Moment;
use crate::domain::code::CodeGroup;
use crate::domain::deadline::{end_of_day, last_day, start_of_day};
use crate::domain::language::Localized;
use crate::domain::question::QuestionKind;
use crate::exports::MOMENT_FORMAT;
use std::fmt::{Display, Write};
use toml::Value;

/// Writes a round as [`super::read`] reads it.
#[must_use]
pub fn write(file: &RoundFile) -> String {
    let mut page = Page::default();
    page.text("slug", &file.slug);
    page.plain("published", file.published);
    if let Some(at) = file.published_at {
        page.note("Public from this time on; it may be ahead.");
        page.moment("published_at", at);
    }
    if let Some(why) = &file.language_missing_why {
        page.note("Why a language may be missing.");
        page.text("language_missing_why", why);
    }
    page.text("case_number", &file.case_number);
    page.optional_text("process", file.process.as_deref());
    if let Some(slug) = &file.previous {
        page.note("The round that this one follows.");
        page.text("previous", slug);
    }
    page.plain("announced_on", file.announced_on);
    opening(&mut page, file.opens_at);
    deadline(&mut page, file.closes_at);
    page.plain("late_counts", file.late_counts);
    page.note("id-porten, e-mail (a link by letter) or open (no login).");
    page.text("who_may_answer", file.who_may_answer.name());

    page.head("[contact]");
    page.text("name", &file.contact.name);
    page.text("email", &file.contact.email);
    page.optional_text("phone", file.contact.phone.as_deref());
    for (name, texts) in [
        ("unit", &file.unit),
        ("title", &file.title),
        ("lede", &file.lede),
        ("body", &file.body),
        ("after", &file.next_steps),
    ] {
        page.head(&format!("[{name}]"));
        page.languages("", texts);
    }
    if let Some(why) = &file.who_may_answer_why {
        page.head("[who_may_answer_why]");
        page.languages("", why);
    }
    file.questions.iter().for_each(|entry| question(&mut page, entry));
    file.documents.iter().for_each(|entry| document(&mut page, entry));
    file.codes.iter().for_each(|group| codes(&mut page, group));
    page.0
}

fn opening(page: &mut Page, at: Moment) {
    let day = at.in_norway().date();
    if start_of_day(day) == at {
        page.note("From the start of this day, Norwegian time.");
        page.plain("opens_on", day);
    } else {
        page.moment("opens_at", at);
    }
}

fn deadline(page: &mut Page, at: Moment) {
    let day = last_day(at);
    if end_of_day(day) == at {
        page.note("To the end of this day, Norwegian time.");
        page.plain("closes_on", day);
    } else {
        page.note("The first instant that is too late.");
        page.moment("closes_at", at);
    }
}

fn question(page: &mut Page, question: &QuestionEntry) {
    page.head("[[questions]]");
    page.languages("theme.", &question.theme);
    page.languages("question.", &question.wording);
    if question.help != Localized::default() {
        page.languages("help.", &question.help);
    }
    if question.kind != QuestionKind::LongText {
        page.text("kind", question.kind.name());
    }
    if question.is_required {
        page.plain("required", true);
    }
    if question.kind.is_text() || question.max_chars != default_max_chars(question.kind) {
        page.plain("max_chars", question.max_chars);
    }
    for option in &question.options {
        page.head("[[questions.options]]");
        page.text("key", &option.key);
        page.languages("label.", &option.label);
    }
}

fn document(page: &mut Page, document: &DocumentEntry) {
    page.head("[[documents]]");
    page.text("kind", document.kind.name());
    page.text("name", &document.name);
    page.text("language", document.language.tag());
    page.languages("title.", &document.title);
    match &document.source {
        DocumentSource::File(path) => page.text("file", path),
        DocumentSource::Markdown(path) => page.text("markdown", path),
    }
    for (name, texts) in [("alt.", &document.alt), ("caption.", &document.caption)] {
        if let Some(texts) = texts {
            page.languages(name, texts);
        }
    }
    page.optional_text("credit", document.credit.as_deref());
    for edition in &document.editions {
        page.head("[[documents.editions]]");
        page.text("file", &edition.file);
        page.moment("replaced_at", edition.replaced_at);
        if let Some(reason) = &edition.reason {
            page.languages("reason.", reason);
        }
    }
}

fn codes(page: &mut Page, group: &CodeGroup) {
    page.head("[[codes]]");
    page.text("key", &group.key);
    page.languages("name.", &group.name);
    for code in &group.codes {
        page.head("[[codes.measures]]");
        page.text("key", &code.key);
        page.languages("name.", &code.name);
    }
}

/// The text of the file as it grows.
#[derive(Default)]
struct Page(String);

impl Page {
    fn add(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.0.write_fmt(line);
    }

    fn head(&mut self, head: &str) {
        self.add(format_args!("\n{head}\n"));
    }

    fn note(&mut self, note: &str) {
        self.add(format_args!("# {note}\n"));
    }

    /// A value that TOML writes as it is shown.
    fn plain(&mut self, name: &str, value: impl Display) {
        self.add(format_args!("{name} = {value}\n"));
    }

    /// The library quotes it, over many lines where the text has them.
    fn text(&mut self, name: &str, text: &str) {
        self.plain(name, Value::String(text.to_owned()));
    }

    fn optional_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn moment(&mut self, name: &str, at: Moment) {
        self.plain(name, at.in_norway().strftime(MOMENT_FORMAT));
    }

    fn languages(&mut self, prefix: &str, texts: &Localized) {
        self.text(&format!("{prefix}nb"), &texts.nb);
        for (tag, text) in [("nn", &texts.nn), ("en", &texts.en)] {
            self.optional_text(&format!("{prefix}{tag}"), text.as_deref());
        }
    }
}
