//! The documents of a round, streamed.

use crate::domain::document::Document;
use crate::store::documents;
use crate::web::error::PageError;
use crate::web::public::rounds::find_visible;
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

/// One document.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    visit: Visit,
    path: web::Path<(String, String)>,
    known: Option<web::Header<IfNoneMatch>>,
) -> Result<HttpResponse, PageError> {
    let ((slug, name), is_staff) = (path.into_inner(), visit.ctx.staff().is_some());
    let document = visit
        .house
        .store
        .read(move |tx| match find_visible(tx, &slug, is_staff)? {
            Some(round) => documents::find(tx, round.id, &name),
            None => Ok(None),
        })
        .await?
        .ok_or(PageError::NotFound)?;
    let tag = EntityTag::new_strong(document.sha256.clone());
    if is_known(known, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(header::ETag(tag)).finish());
    }
    let bytes = visit.house.files.open(&document.sha256).await.map_err(anyhow::Error::from)?;
    let bytes = bytes.ok_or_else(|| anyhow::anyhow!("document {} has no bytes", document.id))?;
    let policy = if document.media_type == "application/pdf" { PDF_VIEWER } else { SANDBOX };
    Ok(HttpResponse::Ok()
        .content_type(document.media_type.as_str())
        .insert_header(header::ETag(tag))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .insert_header(disposition(&document))
        .no_chunking(u64::try_from(document.size_bytes).unwrap_or(0))
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

fn disposition(document: &Document) -> ContentDisposition {
    ContentDisposition {
        disposition: DispositionType::Inline,
        parameters: vec![DispositionParam::Filename(document.name.clone())],
    }
}
