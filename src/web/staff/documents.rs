//! Administrators add documents to a round and put them in order.

use super::find_round;
use crate::actions::Stopped;
use crate::actions::add_document::{NewDocument, add_document};
use crate::actions::move_document::move_document;
use crate::actions::scan_file::scan_at_once;
use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentKind, DocumentRefusal};
use crate::domain::file::FileKind;
use crate::domain::order::Way;
use crate::files::{NotTaken, Staged, is_utf8, kind_of};
use crate::store::{Reading, StoreError, documents, files};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::document::{DocumentForm, DocumentMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::upload::{Bounds, FileRefusal, Upload, UploadedFile, read_upload};
use crate::web::views::staff::document_fields::Filled;
use crate::web::views::staff::documents::{DocumentsPage, Done, documents_page};
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    gjort: String,
}

impl Happened {
    /// The word for it in the address.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.gjort
    }

    /// What has just been done.
    #[must_use]
    pub fn done(&self) -> Option<Done> {
        Done::from_address(&self.gjort)
    }
}

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let adding = Filled { max_bytes: staff.visit.house.document_max_bytes, ..Filled::default() };
    let page = page(&staff.visit, round, adding, happened.done()).await?;
    Ok(html(documents_page(&page, &staff.visit.ctx)))
}

async fn page(
    visit: &Visit,
    round: Consultation,
    adding: Filled,
    done: Option<Done>,
) -> Result<DocumentsPage, PageError> {
    let id = round.id;
    let listed = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let files = files::list_of_documents(tx, id)?;
        let with_file = |document: Document| {
            let file = files.get(&document.sha256).cloned();
            (document, file)
        };
        Ok(documents::list(tx, id)?.into_iter().map(with_file).collect())
    };
    let documents = visit.house.store.read(listed).await?;
    Ok(DocumentsPage { round, documents, adding, done })
}

/// Adds a document.
///
/// # Errors
/// `NotFound`, and those of [`read_upload`].
pub async fn add(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let round = find_round(visit, slug.into_inner()).await?;
    let mut upload = read_document(visit, &request, payload).await?;
    let mut form = DocumentForm::read(&upload.fields);
    let mut mistakes = Vec::new();
    let file = take_file(&mut upload, &mut mistakes).await?;
    let words = form.words(None, &mut mistakes);
    let kind = file.as_ref().map(|(_, _, kind)| *kind);
    check_kind(words.as_ref().map(|words| words.kind), kind, &mut mistakes);
    if let Some((_, given, kind)) = &file {
        let name = form.document_name(given, *kind, &mut mistakes);
        form.propose("name", name);
    }
    if let (true, Some((staged, _, file)), Some(words)) = (mistakes.is_empty(), &file, words) {
        let new = NewDocument { name: form.get("name").trim().to_owned(), words, file: *file };
        let (house, slug) = (&visit.house, round.slug.clone());
        let added = add_document(&house.store, &house.files, slug, new, staged, staff.actor, visit.now());
        match added.await {
            Ok(()) => {
                return Ok(see_other(format!(
                    "{}?gjort=lagt-til",
                    visit.links().staff_documents(&round.slug)
                )));
            }
            Err(Stopped::Refused(DocumentRefusal::NotFound)) => return Err(PageError::NotFound),
            Err(Stopped::Refused(refusal)) => mistakes.push(DocumentMistake::Refused(refusal)),
            Err(Stopped::Failed(error)) => return Err(error.into()),
        }
    }
    let adding = Filled { form, mistakes, max_bytes: visit.house.document_max_bytes, is_back: true };
    let page = page(visit, round, adding, None).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, documents_page(&page, &visit.ctx)))
}

/// Moves a document up or down.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, DocumentForm::read(&fields));
    let slug = find_round(visit, slug.into_inner()).await?.slug;
    let way = Way::from_button(form.get("do")).ok_or(PageError::Unreadable)?;
    let name = form.get("name").to_owned();
    let moved = move_document(&visit.house.store, slug.clone(), name, way, staff.actor, visit.now()).await;
    moved.map_err(|stopped| PageError::stopped(stopped, |_| PageError::NotFound))?;
    Ok(see_other(format!("{}?gjort=flyttet", visit.links().staff_documents(&slug))))
}

/// Reads a form with one file.
pub(super) async fn read_document(
    visit: &Visit,
    request: &HttpRequest,
    payload: web::Payload,
) -> Result<Upload, PageError> {
    let bounds = Bounds { files: 1, file_bytes: visit.house.document_max_bytes };
    read_upload(request, payload, &visit.house, bounds).await
}

/// The file of a form, its name and its kind; mistakes are added.
pub(super) async fn take_file(
    upload: &mut Upload,
    mistakes: &mut Vec<DocumentMistake>,
) -> Result<Option<(Staged, String, FileKind)>, PageError> {
    let sent = std::mem::take(&mut upload.files).into_iter().find(|file| file.field == "file");
    let Some(UploadedFile { name, file, .. }) = sent else {
        mistakes.push(DocumentMistake::NoFile);
        return Ok(None);
    };
    let staged = match file {
        Ok(staged) => staged,
        Err(FileRefusal::TooLarge | FileRefusal::TooMany) => {
            mistakes.push(DocumentMistake::TooLarge);
            return Ok(None);
        }
    };
    let mut reader = staged.reader();
    let given = name.clone();
    // Off the request's thread: what it is takes reading.
    let kind = web::block(move || match kind_of(&mut reader, &given) {
        Ok(FileKind::Txt) if !is_utf8(&mut reader) => Err(DocumentMistake::NotUtf8),
        other => other.map_err(DocumentMistake::NotTaken),
    });
    match kind.await.map_err(|_| PageError::Busy)? {
        Ok(kind) => Ok(Some((staged, name, kind))),
        Err(DocumentMistake::NotTaken(NotTaken::Failed)) => {
            Err(PageError::Failed(anyhow::anyhow!("a file that has come cannot be read")))
        }
        Err(mistake) => {
            mistakes.push(mistake);
            Ok(None)
        }
    }
}

/// Lets the scanner look at once at a file that has been taken, so that people need not wait for it.
pub(super) async fn scan(visit: &Visit, staged: &Staged) {
    let house = &visit.house;
    let looked = scan_at_once(&house.store, &house.scanning, &staged.kept.sha256, visit.now());
    if let Err(error) = looked.await {
        tracing::warn!("a document waits for the virus scanner: {error:#}");
    }
}

/// A picture must be one, and nothing else may.
fn check_kind(kind: Option<DocumentKind>, file: Option<FileKind>, mistakes: &mut Vec<DocumentMistake>) {
    if let Some((kind, file)) = kind.zip(file)
        && !kind.takes(file)
    {
        let is_picture = kind == DocumentKind::Picture;
        mistakes.push(if is_picture { DocumentMistake::NotAPicture } else { DocumentMistake::NotAPaper });
    }
}
