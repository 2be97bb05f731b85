//! What kind a file is, decided by its content, and why one is not taken.

mod archives;
mod pdf;
mod pictures;
mod search;
mod texts;

#[cfg(test)]
mod archives_tests;
#[cfg(test)]
mod kinds_tests;

use crate::domain::file::FileKind;
use std::io::{Read, Seek, SeekFrom};

/// How much of a file is looked at to tell what it may be, in bytes.
const HEAD_BYTES: u64 = 4096;
/// How a container of Office's before 2007 begins. What it encrypts today is wrapped in one too.
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// There is nothing in it.
    Empty,
    /// It is none of the kinds that are taken.
    Unknown,
    /// It is a document as Office kept them before 2007.
    OldOffice,
    /// It is a document that holds programs.
    Macros,
    /// It is locked with a password.
    Encrypted,
    /// It is not whole, or not what it seems to be.
    Damaged,
    /// It is a picture that takes too much memory to show.
    TooManyPixels,
    /// It is packed so that it takes too much room to unpack.
    Bomb,
    /// We could not read it; that says nothing about the file.
    Failed,
}

/// What kind a file is. Only plain text, which bears no mark, must also have a `name` that does not
/// say something else. Reads the file through, in small pieces, and unpacks what is packed in it to
/// nowhere, within bounds: call it from a blocking thread.
///
/// # Errors
/// Why it is not taken.
pub fn kind_of(file: &mut (impl Read + Seek), name: &str) -> Result<FileKind, NotTaken> {
    let mut file = Watched { file, has_failed: false };
    let decided = decide(&mut file, name);
    if file.has_failed { Err(NotTaken::Failed) } else { decided }
}

fn decide(file: &mut (impl Read + Seek), name: &str) -> Result<FileKind, NotTaken> {
    file.rewind()?;
    let mut head = Vec::new();
    (&mut *file).take(HEAD_BYTES).read_to_end(&mut head)?;
    if head.is_empty() {
        return Err(NotTaken::Empty);
    }
    if head.starts_with(b"PK\x03\x04") {
        return archives::archive_kind(file);
    }
    if head.starts_with(COMPOUND_FILE) {
        return Err(search::compound_file(file)?);
    }
    match infer::get(&head).map(|kind| kind.mime_type()) {
        Some("application/pdf") => pdf::demand_open(file).map(|()| FileKind::Pdf),
        Some("image/png") => pictures::demand_small_png(file).map(|()| FileKind::Png),
        Some("image/jpeg") => pictures::demand_small_jpeg(file).map(|()| FileKind::Jpeg),
        Some(_) => Err(NotTaken::Unknown),
        None => texts::demand_text(file, name).map(|()| FileKind::Txt),
    }
}

/// Remembers whether it was our disk that failed, and not the file that was strange.
struct Watched<'a, F> {
    file: &'a mut F,
    has_failed: bool,
}

impl<F> Watched<'_, F> {
    fn note<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        if let Err(error) = &done {
            // A file that sends its reader to a place before its start.
            self.has_failed |= error.kind() != std::io::ErrorKind::InvalidInput;
        }
        done
    }
}

impl<F: Read> Read for Watched<'_, F> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let done = self.file.read(buffer);
        self.note(done)
    }
}

impl<F: Seek> Seek for Watched<'_, F> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let done = self.file.seek(to);
        self.note(done)
    }
}

impl From<std::io::Error> for NotTaken {
    /// It ends where it must not; whether our disk failed is seen by [`Watched`].
    fn from(_: std::io::Error) -> Self {
        Self::Damaged
    }
}
