//! The documents of a round and their earlier editions, streamed.

use crate::domain::clock::Moment;
use crate::domain::document::{Document, DocumentEdition};
use crate::domain::file::{FileKind, ScanState};
use crate::store::{Reading, StoreError, document_editions, documents, files};
use crate::web::error::PageError;
use crate::web::public::rounds::find_visible;
use crate::web::views::public::message::Message;
use crate::web::visit::Visit;
use actix_web::http::header::{
    self, ContentDisposition, DispositionParam, DispositionType, EntityTag, IfNoneMatch,
};
use actix_web::{HttpResponse, web};
use futures_util::TryStreamExt;

/// A document shown by a browser can do nothing: it is somebody's file.
pub const SANDBOX: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/// Chromium shows no PDF in a sandbox; its viewer keeps the document's own script apart.
const PDF_VIEWER: &str =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:";

/// What the browser has of it.
pub(super) type Known = Option<web::Header<IfNoneMatch>>;

/// A file to serve.
struct Paper {
    /// What it is called when it is kept.
    name: String,
    media_type: String,
    size_bytes: i64,
    sha256: String,
    scan: ScanState,
    /// Whether everyone may read it.
    is_public: bool,
}

/// One document, as it is now.
///
/// # Errors
/// `NotFound`; `Refused` while its file may not be opened.
pub async fn show(
    visit: Visit,
    path: web::Path<(String, String)>,
    known: Known,
) -> Result<HttpResponse, PageError> {
    let (slug, name) = path.into_inner();
    serve(&visit, slug, name, None, visit.ctx.staff().is_some(), known).await
}

/// One edition of a document, by its number; the present one, too, has its number.
///
/// # Errors
/// `NotFound`; `Refused` while its file may not be opened.
pub async fn show_edition(
    visit: Visit,
    path: web::Path<(String, String, String)>,
    known: Known,
) -> Result<HttpResponse, PageError> {
    let (slug, name, number) = path.into_inner();
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    serve(&visit, slug, name, Some(number), visit.ctx.staff().is_some(), known).await
}

/// A document, or one edition of it; `is_staff` says whether the reader may see what is not public.
pub(super) async fn serve(
    visit: &Visit,
    slug: String,
    name: String,
    number: Option<i32>,
    is_staff: bool,
    known: Known,
) -> Result<HttpResponse, PageError> {
    let now = visit.now();
    let found = move |tx: &mut Reading<'_>| find(tx, &slug, &name, number, is_staff, now);
    let paper = visit.house.store.read(found).await?.ok_or(PageError::NotFound)?;
    // The municipality's own papers do not wait for a scanner; what it has found harmful nobody gets.
    if paper.scan == ScanState::Infected {
        return Err(PageError::Refused(Message::DocumentClosed));
    }
    let tag = EntityTag::new_strong(paper.sha256.clone());
    if is_known(known, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(header::ETag(tag)).finish());
    }
    let bytes = visit.house.files.open(&paper.sha256).await.map_err(anyhow::Error::from)?;
    let bytes = bytes.ok_or_else(|| anyhow::anyhow!("the document {} has no bytes", paper.name))?;
    let kind = FileKind::from_media_type(&paper.media_type);
    let policy = if kind == Some(FileKind::Pdf) { PDF_VIEWER } else { SANDBOX };
    let caching = if paper.is_public { "public, no-cache" } else { "private, no-cache" };
    let media_type =
        if kind == Some(FileKind::Txt) { "text/plain; charset=utf-8" } else { paper.media_type.as_str() };
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(header::ETag(tag))
        .insert_header((header::CACHE_CONTROL, caching))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header(disposition(&paper, kind))
        .no_chunking(u64::try_from(paper.size_bytes).unwrap_or(0))
        .streaming(bytes.map_err(actix_web::error::ErrorInternalServerError)))
}

/// Whether the browser has what this tag stands for.
#[must_use]
pub fn is_known(known: Option<web::Header<IfNoneMatch>>, tag: &EntityTag) -> bool {
    known.is_some_and(|web::Header(known)| match known {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|one| one.weak_eq(tag)),
    })
}

fn find(
    tx: &mut Reading<'_>,
    slug: &str,
    name: &str,
    number: Option<i32>,
    is_staff: bool,
    now: Moment,
) -> Result<Option<Paper>, StoreError> {
    let Some(round) = find_visible(tx, slug, is_staff, now)? else { return Ok(None) };
    let Some(document) = documents::find(tx, round.id, name)? else { return Ok(None) };
    let paper = match number.filter(|number| *number != document.edition) {
        None => present(document),
        Some(number) => match document_editions::find(tx, document.id, number)? {
            // One that was replaced before anybody saw it is nobody's but staff's.
            Some(edition) if is_staff || edition.is_public() => earlier(&document.name, edition),
            _ => return Ok(None),
        },
    };
    let scan = files::find(tx, &paper.sha256)?.map_or(ScanState::Waiting, |file| file.scan);
    Ok(Some(Paper { scan, is_public: paper.is_public && round.is_public(now), ..paper }))
}

fn present(document: Document) -> Paper {
    Paper {
        name: document.name,
        media_type: document.media_type,
        size_bytes: document.size_bytes,
        sha256: document.sha256,
        scan: ScanState::Waiting,
        is_public: true,
    }
}

/// An earlier edition has its number in its name, so that it is not taken for the present one.
fn earlier(name: &str, edition: DocumentEdition) -> Paper {
    Paper {
        is_public: edition.is_public(),
        name: edition.file_name(name),
        media_type: edition.media_type,
        size_bytes: edition.size_bytes,
        sha256: edition.sha256,
        scan: ScanState::Waiting,
    }
}

/// What browsers show is shown; what other programs open is kept.
fn disposition(paper: &Paper, kind: Option<FileKind>) -> ContentDisposition {
    let is_shown = matches!(kind, Some(FileKind::Pdf | FileKind::Txt | FileKind::Png | FileKind::Jpeg));
    ContentDisposition {
        disposition: if is_shown { DispositionType::Inline } else { DispositionType::Attachment },
        parameters: vec![DispositionParam::Filename(paper.name.clone())],
    }
}
