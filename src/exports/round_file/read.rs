//! A round's file, read: what each field may be, and what the whole must hold.

use super::fields::{
    Fields,
    Needed::{Bokmal, BothNorwegian},
    Shape::{Line, Text},
};
use super::questions::questions;
use super::{DocumentEntry, DocumentSource, EditionEntry, Fault, RoundFile};
use crate::domain::clock::Moment;
use crate::domain::code::{Code, CodeGroup};
use crate::domain::consultation::Contact;
use crate::domain::deadline::{end_of_day, start_of_day};
use crate::domain::document::{DocumentKind, is_document_name};
use crate::domain::language::Language;
use crate::domain::round_setup::{SLUG_CHARS, is_slug};
use crate::domain::way_in::WayIn;
use crate::exports::email;
use jiff::civil::Date;
use std::collections::HashSet;

/// What a template leaves out: each round has its own.
const NOT_IN_A_TEMPLATE: &str = r#"
slug = "mal"
published = false
case_number = "-"
announced_on = 2000-01-01
opens_on = 2000-01-01
closes_on = 2000-01-01
late_counts = false
unit = { nb = "-", nn = "-" }
contact = { name = "-", email = "mal@example.org" }
"#;

/// Reads a round's file.
///
/// # Errors
/// Every fault in it.
pub fn read(text: &str) -> Result<RoundFile, Vec<Fault>> {
    let table = toml::from_str(text).map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let field = format!("line {}", before.matches('\n').count() + 1);
        vec![Fault { field, problem: error.message().to_owned() }]
    })?;
    let mut faults = Vec::new();
    let mut fields = Fields::new(String::new(), table, &mut faults);
    let file = round(&mut fields);
    fields.refuse_the_rest();
    if faults.is_empty() { Ok(file) } else { Err(faults) }
}

/// Reads a template: a round's file that says nothing of what each round has for itself (its name in
/// addresses, case, dates, unit and contact). Those fields of the result mean nothing.
///
/// # Errors
/// Every fault in it.
pub fn read_template(text: &str) -> Result<RoundFile, Vec<Fault>> {
    read(&format!("{NOT_IN_A_TEMPLATE}\n{text}"))
}

/// Where a field is at fault something stands in for it, which never leaves [`read`].
fn round(fields: &mut Fields<'_>) -> RoundFile {
    let slug = slug(fields);
    let published = fields.flag("published");
    let published_at = published_at(fields, published);
    let (opens_at, closes_at) = opening_and_deadline(fields);
    RoundFile {
        slug,
        published,
        published_at,
        language_missing_why: fields.optional_line("language_missing_why"),
        previous: fields.optional_line("previous"),
        case_number: fields.line("case_number"),
        process: fields.optional_line("process"),
        announced_on: fields.date("announced_on").unwrap_or_default(),
        opens_at,
        closes_at,
        late_counts: fields.flag("late_counts"),
        who_may_answer: fields
            .optional_choice("who_may_answer", WayIn::from_name, "id-porten, e-mail or open")
            .unwrap_or(WayIn::IdPorten),
        who_may_answer_why: fields.optional_localized("who_may_answer_why", Text),
        unit: fields.localized("unit", Line, BothNorwegian),
        contact: contact(fields),
        title: fields.localized("title", Line, BothNorwegian),
        lede: fields.localized("lede", Text, BothNorwegian),
        body: fields.localized("body", Text, BothNorwegian),
        next_steps: fields.localized("after", Text, BothNorwegian),
        questions: questions(fields),
        documents: documents(fields),
        codes: codes(fields),
    }
}

fn published_at(fields: &mut Fields<'_>, is_published: bool) -> Option<Moment> {
    let at = fields.optional_moment("published_at")?;
    if !is_published {
        fields.fault("published_at", "stands in a round that is published, or shall be, only");
    }
    Some(at)
}

fn slug(fields: &mut Fields<'_>) -> String {
    let slug = fields.line("slug");
    if is_slug(&slug) {
        return slug;
    }
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let problem = if !slug.chars().all(is_plain) {
        "must be made of a-z, 0-9 and -"
    } else if !SLUG_CHARS.contains(&slug.len()) {
        "must be 3 to 80 characters long"
    } else if slug.starts_with('-') || slug.ends_with('-') {
        "must not start or end with -"
    } else {
        "is a word that the addresses need; choose another"
    };
    // An empty one has its fault already.
    if !slug.is_empty() {
        fields.fault("slug", problem);
    }
    slug
}

fn opening_and_deadline(fields: &mut Fields<'_>) -> (Moment, Moment) {
    let opens_at = fields.day_or_moment("opens_on", start_of_day, "opens_at");
    let closes_at = fields.day_or_moment("closes_on", end_of_day, "closes_at");
    match (opens_at, closes_at) {
        (Some(opens_at), Some(closes_at)) if opens_at >= closes_at => {
            fields.fault("closes_on", "the round must open before it closes");
            (opens_at, closes_at)
        }
        (opens_at, closes_at) => {
            let stand_in = start_of_day(Date::default());
            (opens_at.unwrap_or(stand_in), closes_at.unwrap_or(stand_in))
        }
    }
}

fn contact(fields: &mut Fields<'_>) -> Contact {
    let Some(mut contact) = fields.table("contact") else {
        return Contact { name: String::new(), email: String::new(), phone: None };
    };
    let read = Contact {
        name: contact.line("name"),
        email: contact.line("email"),
        phone: contact.optional_line("phone"),
    };
    if !read.email.is_empty() && !email::is_address(&read.email) {
        contact.fault("email", "must be one e-mail address");
    }
    contact.refuse_the_rest();
    read
}

fn documents(fields: &mut Fields<'_>) -> Vec<DocumentEntry> {
    let mut names = HashSet::new();
    fields.each("documents", |document| {
        let entry = DocumentEntry {
            kind: document
                .choice("kind", DocumentKind::from_name, "draft, case_document, form, picture or decision")
                .unwrap_or(DocumentKind::Draft),
            name: document.line("name"),
            language: document.choice("language", Language::from_tag, "nb, nn or en").unwrap_or(Language::Nb),
            title: document.localized("title", Line, Bokmal),
            source: source(document),
            alt: document.optional_localized("alt", Text),
            caption: document.optional_localized("caption", Text),
            credit: document.optional_line("credit"),
            editions: document.each("editions", edition),
        };
        if entry.kind == DocumentKind::Picture && entry.alt.is_none() {
            document.fault("alt", "is missing; a picture needs words for those who cannot see it");
        }
        check_name(document, &entry.name);
        if !entry.name.is_empty() && !names.insert(entry.name.clone()) {
            document.fault("name", "is the name of another document of the round");
        }
        entry
    })
}

fn check_name(document: &mut Fields<'_>, name: &str) {
    // An empty one has its fault already.
    if !name.is_empty() && !is_document_name(name) {
        document.fault("name", "must be made of a-z, 0-9, ., _ and -, and not start with a dot");
    }
}

fn edition(edition: &mut Fields<'_>) -> EditionEntry {
    let file = edition.line("file");
    check_path(edition, "file", &file);
    EditionEntry {
        file,
        replaced_at: edition.moment("replaced_at").unwrap_or(start_of_day(Date::default())),
        reason: edition.optional_localized("reason", Text),
    }
}

fn check_path(fields: &mut Fields<'_>, field: &str, path: &str) {
    if !path.is_empty() && !stays_below(path) {
        fields.fault(field, "must be a path below the folder of the round's file, with / and without ..");
    }
}

fn source(document: &mut Fields<'_>) -> DocumentSource {
    let file = document.optional_line("file");
    let markdown = document.optional_line("markdown");
    for (field, path) in [("file", &file), ("markdown", &markdown)] {
        check_path(document, field, path.as_deref().unwrap_or_default());
    }
    match (file, markdown) {
        (Some(path), None) => DocumentSource::File(path),
        (None, Some(path)) => DocumentSource::Markdown(path),
        _ => {
            document.fault("file", "give either file or markdown");
            DocumentSource::File(String::new())
        }
    }
}

/// A round's file may come from someone else, and must not reach for other files of the machine.
fn stays_below(path: &str) -> bool {
    !path.contains(['\\', ':']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn codes(fields: &mut Fields<'_>) -> Vec<CodeGroup> {
    let mut keys = HashSet::new();
    let mut key = |code: &mut Fields<'_>| {
        let key = code.line("key");
        if !key.is_empty() && !keys.insert(key.clone()) {
            code.fault("key", "stands twice in the codebook");
        }
        key
    };
    fields.each("codes", |group| CodeGroup {
        key: key(group),
        name: group.localized("name", Line, Bokmal),
        codes: group
            .each("measures", |code| Code { key: key(code), name: code.localized("name", Line, Bokmal) }),
    })
}
