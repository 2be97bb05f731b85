//! Files that people handed in, handed out: always to be saved, never shown, and with no cookie.

use crate::domain::attachment::Attachment;
use crate::domain::file::{ScanState, may_open};
use crate::web::error::PageError;
use crate::web::house::House;
use crate::web::views::public::message::Message;
use actix_web::HttpResponse;
use actix_web::http::header::{
    self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use futures_util::TryStreamExt;

/// A browser that shows the file all the same lets it do nothing and fetch nothing.
const SANDBOX: &str = "sandbox; default-src 'none'";

/// A file to whoever handed it in, or to those who write with them: all but an infected one.
///
/// # Errors
/// `Refused`; `Failed` when the bytes are not there.
pub async fn to_citizen(house: &House, file: &Attachment) -> Result<HttpResponse, PageError> {
    if file.scan == ScanState::Infected {
        return Err(PageError::Refused(Message::FileNotOpen));
    }
    answer(house, file).await
}

/// Whether staff may have a file now.
///
/// # Errors
/// `Refused`.
pub fn for_staff(house: &House, file: &Attachment) -> Result<(), PageError> {
    if may_open(file.scan, house.has_scanner) {
        Ok(())
    } else {
        Err(PageError::Refused(Message::FileNotOpen))
    }
}

/// A file to staff, for whom [`for_staff`] has been asked and the log has been written.
///
/// # Errors
/// As [`to_citizen`].
pub async fn to_staff(house: &House, file: &Attachment) -> Result<HttpResponse, PageError> {
    for_staff(house, file)?;
    answer(house, file).await
}

async fn answer(house: &House, file: &Attachment) -> Result<HttpResponse, PageError> {
    let bytes = house.files.open(&file.sha256).await.map_err(anyhow::Error::from)?;
    let bytes = bytes.ok_or_else(|| anyhow::anyhow!("attachment {} has no bytes", file.id))?;
    Ok(HttpResponse::Ok()
        .content_type(file.kind.media_type())
        // As it is, so that the length is right and nothing is learnt from how well it packs.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((header::CONTENT_SECURITY_POLICY, SANDBOX))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(disposition(&file.name))
        .no_chunking(u64::try_from(file.size_bytes).unwrap_or(0))
        .streaming(bytes.map_err(actix_web::error::ErrorInternalServerError)))
}

/// The name twice: in ASCII for those who know no other, and in UTF-8 (RFC 6266, RFC 8187).
fn disposition(name: &str) -> ContentDisposition {
    let plain = name.chars().map(|c| match c {
        '"' | '\\' | '%' => '_',
        c if c.is_ascii_graphic() || c == ' ' => c,
        _ => '_',
    });
    let utf8 = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: name.as_bytes().to_vec(),
    };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(plain.collect()), DispositionParam::FilenameExt(utf8)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_to_old_and_new_browsers() {
        let told = |name: &str| disposition(name).to_string();
        assert_eq!(
            told("Blåbær \"A\" 50%.pdf"),
            "attachment; filename=\"Bl_b_r _A_ 50_.pdf\"; filename*=UTF-8''Bl%C3%A5b%C3%A6r%20%22A%22%2050%25.pdf"
        );
        assert_eq!(told("a\r\nb.pdf").matches(['\r', '\n']).count(), 0);
    }
}
