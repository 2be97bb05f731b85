//! Administrators change what is said of a document, replace its file, or remove it.

use super::documents::{Happened, read_document, scan, take_file};
use crate::actions::Stopped;
use crate::actions::change_document::change_document;
use crate::actions::remove_document::remove_document;
use crate::actions::replace_document::{NewEdition, replace_document};
use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentKind, DocumentRefusal, ReplacedDocument};
use crate::domain::file::{FileKind, StoredFile};
use crate::store::{Reading, StoreError, consultations, document_editions, documents, files};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::document::{DocumentForm, DocumentMistake};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::document::{DocumentPage, document_page};
use crate::web::views::staff::document_fields::Filled;
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// A document, and what belongs to it.
struct Found {
    round: Consultation,
    document: Document,
    file: Option<StoredFile>,
    editions: Vec<ReplacedDocument>,
}

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    path: web::Path<(String, String)>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let found = find(&staff.visit, path.into_inner()).await?;
    let page = DocumentPage { done: happened.done(), ..page(&staff.visit, found) };
    Ok(html(document_page(&page, &staff.visit.ctx)))
}

async fn find(visit: &Visit, (slug, name): (String, String)) -> Result<Found, PageError> {
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(None) };
        let Some(document) = documents::find(tx, round.id, &name)? else { return Ok(None) };
        let file = files::find(tx, &document.sha256)?;
        let mut editions = document_editions::list_by_round(tx, round.id)?;
        editions.retain(|one| one.name == name);
        Ok(Some(Found { round, document, file, editions }))
    };
    visit.house.store.read(found).await?.ok_or(PageError::NotFound)
}

/// The page with both forms as they are found.
fn page(visit: &Visit, found: Found) -> DocumentPage {
    let max_bytes = visit.house.document_max_bytes;
    let form = DocumentForm::of(&found.document);
    let filled = Filled { form, max_bytes, ..Filled::default() };
    DocumentPage {
        words: filled.clone(),
        replacing: filled,
        round: found.round,
        document: found.document,
        file: found.file,
        editions: found.editions,
        done: None,
    }
}

/// Replaces the file.
///
/// # Errors
/// `NotFound`, and those of [`read_document`].
pub async fn replace(
    Administrator(staff): Administrator,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, PageError> {
    let (visit, path) = (&staff.visit, path.into_inner());
    let found = find(visit, path.clone()).await?;
    let mut upload = read_document(visit, &request, payload).await?;
    let form = DocumentForm::read(&upload.fields);
    let mut mistakes = Vec::new();
    let file = take_file(&mut upload, &mut mistakes).await?;
    if let Some((_, _, kind)) = &file
        && FileKind::from_media_type(&found.document.media_type).is_some_and(|before| before != *kind)
    {
        let before = FileKind::from_media_type(&found.document.media_type);
        mistakes.extend(before.map(DocumentMistake::OtherKind));
    }
    let reason = form.reason(found.round.is_public(visit.now()), &mut mistakes);
    if let (true, Some((staged, _, kind))) = (mistakes.is_empty(), &file) {
        let new = NewEdition { name: path.1.clone(), shown_version: form.version(), file: *kind, reason };
        let (house, slug) = (&visit.house, path.0.clone());
        let replaced =
            replace_document(&house.store, &house.files, slug, new, staged, staff.actor, visit.now());
        match replaced.await {
            Ok(()) => {
                scan(visit, staged).await;
                return Ok(done(visit, &path, "byttet"));
            }
            Err(stopped) => mistakes.push(mistake(stopped)?),
        }
    }
    // What somebody else has done meanwhile stands on the page that says so.
    let page = page(visit, find(visit, path).await?);
    let replacing = refilled(form, mistakes, &page);
    Ok(refused(visit, &DocumentPage { replacing, ..page }))
}

/// Changes the words, or removes the document.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    path: web::Path<(String, String)>,
    fields: web::Form<Fields>,
) -> Result<HttpResponse, PageError> {
    let (visit, path) = (&staff.visit, path.into_inner());
    let (store, now, form) = (&visit.house.store, visit.now(), DocumentForm::read(&fields));
    let found = find(visit, path.clone()).await?;
    let mut mistakes = Vec::new();
    let (slug, name) = path.clone();
    match form.get("do") {
        "remove" => match remove_document(store, slug, name, staff.actor, now).await {
            Ok(()) => {
                return Ok(see_other(format!("{}?gjort=fjernet", visit.links().staff_documents(&path.0))));
            }
            Err(stopped) => {
                let page = page(visit, found);
                let words = Filled { mistakes: vec![mistake(stopped)?], ..page.words.clone() };
                return Ok(refused(visit, &DocumentPage { words, ..page }));
            }
        },
        "change" => {
            // A picture stays a picture, and a paper a paper: their files differ.
            let is_picture = found.document.kind == DocumentKind::Picture;
            let words = form.words(is_picture.then_some(DocumentKind::Picture), &mut mistakes);
            let words = words.filter(|words| (words.kind == DocumentKind::Picture) == is_picture);
            if mistakes.is_empty() {
                let words = words.ok_or(PageError::Unreadable)?;
                let shown = form.version();
                match change_document(store, slug, name, shown, words, staff.actor, now).await {
                    Ok(()) => return Ok(done(visit, &path, "endret")),
                    Err(stopped) => mistakes.push(mistake(stopped)?),
                }
            }
        }
        _ => return Err(PageError::Unreadable),
    }
    let page = page(visit, find(visit, path).await?);
    let words = refilled(form, mistakes, &page);
    Ok(refused(visit, &DocumentPage { words, ..page }))
}

fn done(visit: &Visit, (slug, name): &(String, String), what: &str) -> HttpResponse {
    see_other(format!("{}?gjort={what}", visit.links().staff_document(slug, name)))
}

/// A form as it was typed. Who is told that somebody else was first is shown what they did, and may
/// go on from there.
fn refilled(form: DocumentForm, mistakes: Vec<DocumentMistake>, page: &DocumentPage) -> Filled {
    let was_late = mistakes.contains(&DocumentMistake::Refused(DocumentRefusal::ChangedMeanwhile));
    let form = if was_late { form.with_version(page.document.version) } else { form };
    Filled { form, mistakes, is_back: true, ..page.replacing.clone() }
}

fn mistake(stopped: Stopped<DocumentRefusal>) -> Result<DocumentMistake, PageError> {
    match stopped {
        Stopped::Refused(DocumentRefusal::NotFound) => Err(PageError::NotFound),
        Stopped::Refused(refusal) => Ok(DocumentMistake::Refused(refusal)),
        Stopped::Failed(error) => Err(error.into()),
    }
}

fn refused(visit: &Visit, page: &DocumentPage) -> HttpResponse {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, document_page(page, &visit.ctx))
}
