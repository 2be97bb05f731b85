//! Whether a text is UTF-8 all through.

use std::io::{Read, Seek};

/// How much is held at a time, in bytes.
const PIECE_BYTES: u64 = 64 * 1024;

/// Whether the file is UTF-8 all through; one that cannot be read is not.
pub fn is_utf8(file: &mut (impl Read + Seek)) -> bool {
    let mut piece = Vec::new();
    if file.rewind().is_err() {
        return false;
    }
    loop {
        // Begins with what is left of the piece before: a letter that goes on in this one.
        let left = piece.len();
        match (&mut *file).take(PIECE_BYTES).read_to_end(&mut piece) {
            Ok(0) => return left == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
        match std::str::from_utf8(&piece) {
            Ok(_) => piece.clear(),
            Err(error) if error.error_len().is_none() => {
                piece.drain(..error.valid_up_to());
            }
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_letter_between_two_pieces_is_whole() {
        let text = |bytes: &[u8]| is_utf8(&mut Cursor::new(bytes.to_vec()));
        let long = format!("x{}", "å".repeat(100_000));
        assert!(text(b"") && text(long.as_bytes()) && text("\u{feff}Hei".as_bytes()));
        assert!(!text(b"H\xf8ring") && !text(long.as_bytes().split_last().unwrap().1));
    }
}
