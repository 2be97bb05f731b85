//! A round's form to take home, as a DOCX or a PDF.

use crate::documents::form::Format;
use crate::domain::links::Links;
use crate::store::forms;
use crate::text;
use crate::web::error::PageError;
use crate::web::form_sheets::Order;
use crate::web::public::documents::{SANDBOX, is_known};
use crate::web::public::rounds::find_visible;
use crate::web::visit::Visit;
use actix_web::http::header::{
    self, ContentDisposition, DispositionParam, DispositionType, EntityTag, IfNoneMatch,
};
use actix_web::{HttpResponse, web};

/// As a DOCX, to fill in on a computer.
///
/// # Errors
/// `NotFound`.
pub async fn docx(
    visit: Visit,
    slug: web::Path<String>,
    known: Option<web::Header<IfNoneMatch>>,
) -> Result<HttpResponse, PageError> {
    show(visit, slug.into_inner(), known, Format::Docx).await
}

/// As a PDF, to print.
///
/// # Errors
/// `NotFound`, also where no PDFs are made.
pub async fn pdf(
    visit: Visit,
    slug: web::Path<String>,
    known: Option<web::Header<IfNoneMatch>>,
) -> Result<HttpResponse, PageError> {
    if !cfg!(feature = "pdf") {
        return Err(PageError::NotFound);
    }
    show(visit, slug.into_inner(), known, Format::Pdf).await
}

async fn show(
    visit: Visit,
    slug: String,
    known: Option<web::Header<IfNoneMatch>>,
    format: Format,
) -> Result<HttpResponse, PageError> {
    let (house, language, is_staff) = (&visit.house, visit.ctx.lang, visit.ctx.staff().is_some());
    let now = visit.now();
    let found = house.store.read(move |tx| match find_visible(tx, &slug, is_staff, now)? {
        Some(round) => Ok(Some((forms::find_current(tx, round.id)?, round))),
        None => Ok(None),
    });
    let (form, round) = found.await?.ok_or(PageError::NotFound)?;
    let name =
        format!("{}-{}-{}.{}", text!(language, "sheet-file"), round.slug, language.tag(), format.ending());
    let order = Order {
        language,
        format,
        municipality: house.letterhead.municipality.clone(),
        address: house.site.address.clone(),
        url: format!("{}{}", house.letterhead.base_url, Links::new(language).round(&round.slug)),
        form,
        round,
    };
    let made = house.form_sheets.get(order).await?;
    let tag = EntityTag::new_strong(made.sha256);
    if is_known(known, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(header::ETag(tag)).finish());
    }
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    };
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header(header::ETag(tag))
        .insert_header((header::CACHE_CONTROL, "public, no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, SANDBOX))
        .insert_header((header::CONTENT_LANGUAGE, language.tag()))
        .insert_header(disposition)
        .body(made.bytes))
}
