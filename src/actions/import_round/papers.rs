//! The documents that a round's file names: read, looked into and kept.

use super::ImportRoundRefusal;
use crate::actions::Stopped;
use crate::documents::{PdfMeta, typeset};
use crate::domain::audit::Actor;
use crate::domain::deadline::start_of_day;
use crate::domain::document::{Document, DocumentEdition, ends_as};
use crate::domain::file::FileKind;
use crate::domain::ids::DocumentId;
use crate::exports::round_file::{DocumentEntry, DocumentSource, RoundFile};
use crate::files::{Files, NotTaken, kind_of};
use std::io::Cursor;

/// A document to be, whose bytes are kept.
pub(super) struct Paper {
    /// The document.
    pub(super) document: Document,
    /// Its earlier editions.
    pub(super) editions: Vec<DocumentEdition>,
}

type Refusal = Stopped<ImportRoundRefusal>;

/// Reads a document and its earlier editions, and keeps their bytes.
pub(super) async fn take(
    files: &Files,
    entry: &DocumentEntry,
    file: &RoundFile,
    read: &impl Fn(&str) -> std::io::Result<Vec<u8>>,
    actor: &Actor,
) -> Result<Paper, Refusal> {
    let bytes = bytes_of(entry, file, read).map_err(Stopped::Refused)?;
    let kind = kind(entry, path_of(entry), &bytes).map_err(Stopped::Refused)?;
    check(entry, kind).map_err(Stopped::Refused)?;
    let mut editions = Vec::new();
    for (number, earlier) in (1i32..).zip(&entry.editions) {
        let bytes = read(&earlier.file).map_err(|why| unreadable(entry, &earlier.file, why));
        let bytes = bytes.map_err(Stopped::Refused)?;
        is_of_kind(entry, &earlier.file, &bytes, kind).map_err(Stopped::Refused)?;
        let kept = files.keep(bytes).await.map_err(|error| Stopped::Failed(error.into()))?;
        editions.push(DocumentEdition {
            number,
            sha256: kept.sha256,
            size_bytes: kept.size_bytes,
            media_type: kind.media_type().to_owned(),
            replaced_at: earlier.replaced_at,
            replaced_by: actor.signature(),
            reason: earlier.reason.clone(),
        });
    }
    let kept = files.keep(bytes).await.map_err(|error| Stopped::Failed(error.into()))?;
    let edition = i32::try_from(editions.len()).unwrap_or(i32::MAX).saturating_add(1);
    let document = Document {
        id: DocumentId::new(),
        kind: entry.kind,
        name: entry.name.clone(),
        language: entry.language,
        title: entry.title.clone(),
        alt: entry.alt.clone(),
        caption: entry.caption.clone(),
        credit: entry.credit.clone(),
        media_type: kind.media_type().to_owned(),
        size_bytes: kept.size_bytes,
        sha256: kept.sha256,
        edition,
        version: edition,
        added: None,
    };
    Ok(Paper { document, editions })
}

fn path_of(entry: &DocumentEntry) -> &str {
    match &entry.source {
        DocumentSource::File(path) | DocumentSource::Markdown(path) => path,
    }
}

fn kind(entry: &DocumentEntry, path: &str, bytes: &[u8]) -> Result<FileKind, ImportRoundRefusal> {
    let refusal = |why| ImportRoundRefusal::NotTaken { name: entry.name.clone(), path: path.to_owned(), why };
    match kind_of(&mut Cursor::new(bytes), &entry.name) {
        Ok(FileKind::Txt) if std::str::from_utf8(bytes).is_err() => Err(refusal("it is not in UTF-8")),
        other => other.map_err(|why| refusal(words(why))),
    }
}

fn words(why: NotTaken) -> &'static str {
    match why {
        NotTaken::Empty => "it is empty",
        NotTaken::Unknown => {
            "it is no PDF, DOCX, ODT, XLSX, ODS, TXT, PNG or JPEG by its content and its name"
        }
        NotTaken::OldOffice => "it is from Office before 2007",
        NotTaken::Macros => "it holds macros",
        NotTaken::Encrypted => "it is locked with a password",
        NotTaken::Damaged => "it is not whole",
        NotTaken::TooManyPixels => "it has too many pixels",
        NotTaken::Bomb => "it would unpack to too much",
        NotTaken::Failed => "it cannot be read",
    }
}

/// The name and the kind of document must be such as the content is.
fn check(entry: &DocumentEntry, found: FileKind) -> Result<(), ImportRoundRefusal> {
    let name = entry.name.clone();
    if !ends_as(&entry.name, found) {
        return Err(ImportRoundRefusal::WrongEnding { name, found: found.ending() });
    }
    if !entry.kind.takes(found) {
        let kind = entry.kind.name();
        return Err(ImportRoundRefusal::WrongKind { name, found: found.ending(), kind });
    }
    Ok(())
}

fn is_of_kind(
    entry: &DocumentEntry,
    path: &str,
    bytes: &[u8],
    wanted: FileKind,
) -> Result<(), ImportRoundRefusal> {
    let found = kind(entry, path, bytes)?;
    if found == wanted {
        return Ok(());
    }
    let (name, path) = (entry.name.clone(), path.to_owned());
    Err(ImportRoundRefusal::WrongEdition { name, found: found.ending(), path })
}

fn unreadable(entry: &DocumentEntry, path: &str, why: std::io::Error) -> ImportRoundRefusal {
    ImportRoundRefusal::Unreadable { name: entry.name.clone(), path: path.to_owned(), why }
}

/// The bytes of a document: its file as it is, or its Markdown as an accessible PDF, dated on
/// the day of the announcement.
fn bytes_of(
    entry: &DocumentEntry,
    file: &RoundFile,
    read: impl Fn(&str) -> std::io::Result<Vec<u8>>,
) -> Result<Vec<u8>, ImportRoundRefusal> {
    let path = path_of(entry);
    let bytes = read(path).map_err(|why| unreadable(entry, path, why))?;
    if matches!(entry.source, DocumentSource::File(_)) {
        return Ok(bytes);
    }
    let markdown = String::from_utf8(bytes);
    let markdown = markdown.map_err(|error| unreadable(entry, path, std::io::Error::other(error)))?;
    let meta = PdfMeta {
        title: entry.title.text(entry.language),
        language: entry.language,
        author: file.unit.text(entry.language),
        made_at: start_of_day(file.announced_on),
    };
    typeset(&markdown, &meta).map_err(|error| ImportRoundRefusal::Untypeset(entry.name.clone(), error))
}
