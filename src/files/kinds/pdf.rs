//! Looks at PDFs: that they are whole and that nothing locks them.

use super::NotTaken;
use super::search::{any_piece, tail};
use memchr::memmem;
use std::io::{Read, Seek};

/// How far from its end a PDF's last line may stand, in bytes: some programs leave something behind it.
const END_BYTES: u64 = 2048;
/// The room for the mark of a locked PDF and what comes after it.
const MARK_BYTES: usize = 64;

/// Refuses a PDF that is cut off or locked.
pub(super) fn demand_open(file: &mut (impl Read + Seek)) -> Result<(), NotTaken> {
    if memmem::rfind(&tail(file, END_BYTES)?, b"%%EOF").is_none() {
        return Err(NotTaken::Damaged);
    }
    if any_piece(file, 0, MARK_BYTES, is_locked)? { Err(NotTaken::Encrypted) } else { Ok(()) }
}

/// Whether a trailer says how the file is encrypted. Trailers are never packed, and what the key
/// leads to is a dictionary or the number of one: a text that only speaks of it is no lock.
fn is_locked(piece: &[u8]) -> bool {
    const KEY: &[u8] = b"/Encrypt";
    memmem::find_iter(piece, KEY).any(|at| {
        let after = piece.get(at + KEY.len()..).unwrap_or_default().trim_ascii_start();
        after.starts_with(b"<<") || is_reference(after)
    })
}

/// Whether this begins as `12 0 R` does.
fn is_reference(text: &[u8]) -> bool {
    let mut words = text.splitn(3, u8::is_ascii_whitespace);
    let mut number =
        || words.next().is_some_and(|word| !word.is_empty() && word.iter().all(u8::is_ascii_digit));
    number() && number() && words.next().is_some_and(|rest| rest.starts_with(b"R"))
}
