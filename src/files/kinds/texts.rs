//! Looks at plain text: that it is text all through.

use super::NotTaken;
use std::io::{Read, Seek};

/// How much of a text is held at a time, in bytes.
const PIECE_BYTES: u64 = 64 * 1024;
/// The endings that plain text may have. One that says something else promises what the file does
/// not keep, or what a browser would do something with.
const ENDINGS: [&str; 5] = ["txt", "text", "md", "csv", "log"];
/// Bytes that stand for nothing in Windows-1252.
const NOT_IN_WINDOWS_1252: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/// In Norwegian one letter in thirty is none of ASCII's. Of what is not UTF-8, no more than a fourth
/// may be: the rest is chance.
const LETTERS_FOR_EACH_HIGH: usize = 4;

/// Refuses what is not UTF-8 all through, nor text as Windows wrote it before, or has a name that
/// says it is something else.
pub(super) fn demand_text(file: &mut (impl Read + Seek), name: &str) -> Result<(), NotTaken> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    if ending.is_some_and(|ending| !ENDINGS.contains(&ending.as_str())) {
        return Err(NotTaken::Unknown);
    }
    file.rewind()?;
    let (mut is_utf8, mut is_windows, mut total, mut high) = (true, true, 0, 0);
    // Begins with what is left of the piece before: a letter that goes on in this one.
    let mut piece = Vec::new();
    loop {
        let left = piece.len();
        let count = (&mut *file).take(PIECE_BYTES).read_to_end(&mut piece)?;
        if count == 0 {
            is_utf8 = is_utf8 && left == 0;
            break;
        }
        let fresh = piece.get(left..).unwrap_or_default();
        if fresh.iter().any(|byte| is_control(*byte)) {
            return Err(NotTaken::Unknown);
        }
        is_windows = is_windows && !fresh.iter().any(|byte| NOT_IN_WINDOWS_1252.contains(byte));
        total += count;
        high += fresh.iter().filter(|byte| !byte.is_ascii()).count();
        let done = if is_utf8 { utf8_length(&piece) } else { Some(piece.len()) };
        is_utf8 = is_utf8 && done.is_some();
        piece.drain(..done.unwrap_or(piece.len()));
    }
    let is_plain = is_windows && high * LETTERS_FOR_EACH_HIGH < total;
    if is_utf8 || is_plain { Ok(()) } else { Err(NotTaken::Unknown) }
}

/// How much of a piece are whole letters in UTF-8; none where it is not UTF-8.
fn utf8_length(piece: &[u8]) -> Option<usize> {
    match std::str::from_utf8(piece) {
        Ok(_) => Some(piece.len()),
        Err(error) => error.error_len().is_none().then(|| error.valid_up_to()),
    }
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)
}
