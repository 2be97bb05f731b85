//! The kind of a file, by its content.

use crate::domain::file::FileKind;
use std::io::{Read, Seek, SeekFrom};

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It is of no kind that is taken.
    #[error("it is of no kind that is taken")]
    Unknown,
    /// It holds macros.
    #[error("it holds macros")]
    Macros,
    /// It is locked with a password.
    #[error("it is encrypted")]
    Encrypted,
    /// It is not whole.
    #[error("it is damaged")]
    Damaged,
    /// It is empty.
    #[error("it is empty")]
    Empty,
    /// It is a picture too large to be shown.
    #[error("it has too many pixels")]
    TooManyPixels,
    /// It would unpack to something enormous.
    #[error("it would unpack to too much")]
    Bomb,
}

/// What kind of file this is.
///
/// # Errors
/// [`NotTaken`].
pub fn kind_of(file: &mut (impl Read + Seek), name: &str) -> Result<FileKind, NotTaken> {
    file.seek(SeekFrom::Start(0)).map_err(|_| NotTaken::Damaged)?;
    let mut head = Vec::new();
    file.take(64 * 1024).read_to_end(&mut head).map_err(|_| NotTaken::Damaged)?;
    if head.is_empty() {
        return Err(NotTaken::Empty);
    }
    if head.starts_with(b"%PDF-") {
        return Ok(FileKind::Pdf);
    }
    if head.starts_with(b"\x89PNG") {
        return Ok(FileKind::Png);
    }
    if head.starts_with(b"\xff\xd8\xff") {
        return Ok(FileKind::Jpeg);
    }
    if head.starts_with(b"PK") {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        return FileKind::from_name(&ending).ok_or(NotTaken::Unknown);
    }
    let is_text = std::str::from_utf8(&head)
        .is_ok_and(|text| !text.contains(|c: char| c.is_control() && !c.is_whitespace()));
    if is_text { Ok(FileKind::Txt) } else { Err(NotTaken::Unknown) }
}
