//! Style sheets, script, typeface and marks: embedded, and kept by browsers for ever.

use crate::web::assets;
use crate::web::error::PageError;
use actix_web::http::header;
use actix_web::{HttpResponse, web};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// One file. An address with another version is gone: the page that named it was older.
///
/// # Errors
/// `NotFound`.
pub async fn file(path: web::Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let (version, name) = path.into_inner();
    if version != assets::version() {
        return Err(PageError::NotFound);
    }
    let (file, media_type) = assets::find(&name).ok_or(PageError::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .content_type(media_type)
        .body(file.data.into_owned()))
}
