//! What kind of file something is, by its content.

use crate::domain::file::FileKind;
use std::io::{Read, Seek};

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// It is of no kind that is taken.
    Unknown,
    /// It holds macros.
    Macros,
    /// It is locked with a password.
    Encrypted,
    /// It is damaged or does not end.
    Damaged,
    /// There is nothing in it.
    Empty,
    /// It is a picture of too many pixels.
    TooManyPixels,
    /// It unpacks to too much.
    Bomb,
}

/// The kind of a file.
///
/// # Errors
/// [`NotTaken`].
pub fn kind_of(file: &mut (impl Read + Seek), name: &str) -> Result<FileKind, NotTaken> {
    let mut head = Vec::new();
    file.take(8192).read_to_end(&mut head).map_err(|_| NotTaken::Damaged)?;
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match head.as_slice() {
        [] => Err(NotTaken::Empty),
        start if start.starts_with(b"%PDF-") => Ok(FileKind::Pdf),
        start if start.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(FileKind::Png),
        start if start.starts_with(b"\xff\xd8\xff") => Ok(FileKind::Jpeg),
        start if start.starts_with(b"\xd0\xcf\x11\xe0") => Err(NotTaken::Encrypted),
        start if start.starts_with(b"PK\x03\x04") => {
            [FileKind::Docx, FileKind::Odt, FileKind::Xlsx, FileKind::Ods]
                .into_iter()
                .find(|kind| kind.endings().contains(&ending.as_str()))
                .ok_or(if ending.ends_with('m') { NotTaken::Macros } else { NotTaken::Unknown })
        }
        text if std::str::from_utf8(text).is_ok() && !text.contains(&0) => Ok(FileKind::Txt),
        _ => Err(NotTaken::Unknown),
    }
}
