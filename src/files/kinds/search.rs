//! Looks for marks in a whole file, a piece at a time.

use super::NotTaken;
use memchr::memmem;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// How much of a file is held at a time, in bytes.
const PIECE_BYTES: usize = 64 * 1024;

/// Whether `test` finds what it looks for in the file from `start` on. It sees a piece at a time;
/// what is no longer than `overlap` bytes stands whole in one of them.
pub(super) fn any_piece(
    file: &mut (impl Read + Seek),
    start: u64,
    overlap: usize,
    test: impl Fn(&[u8]) -> bool,
) -> io::Result<bool> {
    file.seek(SeekFrom::Start(start))?;
    let mut piece: Vec<u8> = Vec::with_capacity(PIECE_BYTES + overlap);
    let limit = u64::try_from(PIECE_BYTES).unwrap_or(u64::MAX);
    loop {
        if (&mut *file).take(limit).read_to_end(&mut piece)? == 0 {
            return Ok(false);
        }
        if test(&piece) {
            return Ok(true);
        }
        piece.drain(..piece.len().saturating_sub(overlap));
    }
}

/// Looks for a mark of ASCII in what is written to it, and keeps nothing else. Zero bytes do not count, so
/// that the mark is found in UTF-16 as well.
pub(super) struct Search {
    mark: &'static [u8],
    held: Vec<u8>,
    /// Whether the mark has come by.
    pub has_found: bool,
}

impl Search {
    pub fn new(mark: &'static [u8]) -> Self {
        Self { mark, held: Vec::new(), has_found: false }
    }
}

impl Write for Search {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend(bytes.iter().filter(|byte| **byte != 0));
        self.has_found |= memmem::find(&self.held, self.mark).is_some();
        self.held.drain(..self.held.len().saturating_sub(self.mark.len() - 1));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The last `count` bytes of a file, or all that there are.
pub(super) fn tail(file: &mut (impl Read + Seek), count: u64) -> io::Result<Vec<u8>> {
    let size = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(size.saturating_sub(count)))?;
    let mut tail = Vec::new();
    file.take(count).read_to_end(&mut tail)?;
    Ok(tail)
}

/// Why a container of Office's is not taken: a document of today that was locked with a password
/// has a part in it by this name.
pub(super) fn compound_file(file: &mut (impl Read + Seek)) -> io::Result<NotTaken> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_locked = any_piece(file, 0, name.len(), |piece| memmem::find(piece, &name).is_some())?;
    Ok(if is_locked { NotTaken::Encrypted } else { NotTaken::OldOffice })
}
