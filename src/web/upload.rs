//! Reads forms with files: the form's token first, then fields and files as they come.

use crate::domain::file::file_name;
use crate::files::{StageError, Staged};
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::form_tokens::is_ours;
use crate::web::house::House;
use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::rt::time::timeout;
use actix_web::web::Payload;
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use std::pin::pin;

/// The most fields of such a form, files among them.
const FIELDS_MAX: usize = 60;
/// The longest of its texts, in bytes.
const TEXT_MAX_BYTES: usize = 16 * 1024;
/// What is read, in bytes, beyond the largest files that would be taken: so much of a file that is too
/// large comes to its end, and the page can say which one it was.
const DRAINED_MAX_BYTES: u64 = 256 * 1024 * 1024;

/// What a form with files may hold.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// How many files.
    pub files: usize,
    /// How large each may be, in bytes.
    pub file_bytes: u64,
}

/// A form with files, as it came.
#[derive(Debug, Default)]
pub struct Upload {
    /// Its texts.
    pub fields: Fields,
    /// Its files, without the fields in which none was chosen.
    pub files: Vec<UploadedFile>,
}

/// A file of such a form.
#[derive(Debug)]
pub struct UploadedFile {
    /// The field that it came in.
    pub field: String,
    /// Its name, as [`file_name`] says.
    pub name: String,
    /// The file.
    pub file: Result<Staged, FileRefusal>,
}

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRefusal {
    /// It is larger than [`Bounds::file_bytes`].
    TooLarge,
    /// There are more than [`Bounds::files`].
    TooMany,
}

impl Upload {
    /// The text of a field; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }
}

/// Reads a form with files.
///
/// # Errors
/// `StaleForm` before any file is read; `Unreadable`, `TooLarge`, `TooSlow`; `Failed` when the disk does.
pub async fn read_upload(
    request: &HttpRequest,
    payload: Payload,
    house: &House,
    bounds: Bounds,
) -> Result<Upload, PageError> {
    let patience = house.patience.upload;
    timeout(patience, read(request, payload, house, bounds)).await.map_err(|_| PageError::TooSlow)?
}

async fn read(
    request: &HttpRequest,
    payload: Payload,
    house: &House,
    bounds: Bounds,
) -> Result<Upload, PageError> {
    let mut parts = Multipart::new(request.headers(), payload);
    let mut upload = Upload::default();
    let mut is_trusted = is_ours(request, None, house);
    let mut drained = 0;
    for _ in 0..FIELDS_MAX {
        let next = timeout(house.patience.body, parts.next()).await.map_err(|_| PageError::TooSlow)?;
        let Some(part) = next else {
            return if is_trusted { Ok(upload) } else { Err(PageError::StaleForm) };
        };
        let mut part = part.map_err(|error| unreadable(&error))?;
        let given = part.content_disposition().and_then(|disposition| disposition.get_filename());
        if let Some(given) = given.map(str::to_owned) {
            // Nothing of a file is written down for a form that is not ours.
            if !is_trusted {
                return Err(PageError::StaleForm);
            }
            let file = take_file(&mut part, &upload, house, bounds, &mut drained).await?;
            // A field in which nothing was chosen comes without a name and without content.
            let is_empty = given.is_empty() && file.as_ref().is_ok_and(|file| file.kept.size_bytes == 0);
            if !is_empty {
                let name = file_name(&unescaped(&given)).unwrap_or_else(|| "fil".to_owned());
                upload.files.push(UploadedFile { field: field_name(&part), name, file });
            }
        } else {
            let value = take_text(&mut part, house).await?;
            upload.fields.push((field_name(&part), value));
            is_trusted = is_trusted || is_ours(request, Some(&upload.fields), house);
        }
    }
    Err(PageError::TooLarge)
}

/// Browsers write three characters of a name in another way, so that it can stand in its header (HTML,
/// «multipart form data»).
fn unescaped(given: &str) -> String {
    given.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

fn field_name(part: &Field) -> String {
    part.name().unwrap_or_default().chars().take(64).collect()
}

async fn take_text(part: &mut Field, house: &House) -> Result<String, PageError> {
    let bytes = timeout(house.patience.body, part.bytes(TEXT_MAX_BYTES)).await;
    let bytes = bytes.map_err(|_| PageError::TooSlow)?.map_err(|_| PageError::TooLarge)?;
    let bytes = bytes.map_err(|error| unreadable(&error))?;
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| PageError::Unreadable)?;
    if text.contains('\0') { Err(PageError::Unreadable) } else { Ok(text) }
}

async fn take_file(
    part: &mut Field,
    upload: &Upload,
    house: &House,
    bounds: Bounds,
    drained: &mut u64,
) -> Result<Result<Staged, FileRefusal>, PageError> {
    if upload.files.len() >= bounds.files {
        drain(part, house, drained).await?;
        return Ok(Err(FileRefusal::TooMany));
    }
    let staged = {
        let pieces = pin!(pieces(part, house));
        house.files.stage(pieces, bounds.file_bytes).await
    };
    match staged {
        Ok(staged) => Ok(Ok(staged)),
        Err(StageError::TooLarge) => {
            drain(part, house, drained).await?;
            Ok(Err(FileRefusal::TooLarge))
        }
        Err(StageError::Source(error)) => Err(error),
        Err(StageError::Disk(error)) => Err(PageError::Failed(error.into())),
    }
}

/// Reads to the end of a file that is not taken, so that the page that says so can be sent.
async fn drain(part: &mut Field, house: &House, drained: &mut u64) -> Result<(), PageError> {
    let mut pieces = pin!(pieces(part, house));
    while let Some(piece) = pieces.next().await {
        *drained = drained.saturating_add(u64::try_from(piece?.len()).unwrap_or(u64::MAX));
        if *drained > DRAINED_MAX_BYTES {
            return Err(PageError::TooLarge);
        }
    }
    Ok(())
}

/// The pieces of a file, each within the time that a piece may take.
fn pieces<'a>(part: &'a mut Field, house: &'a House) -> impl Stream<Item = Result<Bytes, PageError>> + 'a {
    stream::unfold(part, |part| async {
        let next = timeout(house.patience.body, part.next()).await;
        let piece = match next {
            Ok(None) => return None,
            Ok(Some(piece)) => piece.map_err(|error| unreadable(&error)),
            Err(_) => Err(PageError::TooSlow),
        };
        Some((piece, part))
    })
}

/// A form that no browser sends, or that broke off.
fn unreadable(_error: &MultipartError) -> PageError {
    PageError::Unreadable
}
