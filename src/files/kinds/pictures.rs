//! Looks at pictures: that they are whole, and how much memory they would take. Nothing is decoded.

use super::NotTaken;
use super::search::any_piece;
use memchr::memmem;
use std::io::{BufReader, Read, Seek, SeekFrom};

/// The most pixels of a picture: a photograph of 10,000 × 10,000, 400 MB where it is shown.
const PIXELS_MAX: u64 = 100_000_000;
/// The most parts of a PNG. One of 25 MB has half as many where they are as small as is usual.
const CHUNKS_MAX: usize = 8192;
/// The most parts in front of a JPEG's size; each may hold 64 KB.
const SEGMENTS_MAX: usize = 1024;
/// How much is read around the start of a part, in bytes.
const PIECE_BYTES: usize = 512;

/// Refuses a PNG that is cut off or too large to be shown.
pub(super) fn demand_small_png(file: &mut (impl Read + Seek)) -> Result<(), NotTaken> {
    file.seek(SeekFrom::Start(8))?;
    let mut file = BufReader::with_capacity(PIECE_BYTES, file);
    for number in 0..CHUNKS_MAX {
        let length = u32::from_be_bytes(read(&mut file)?);
        let kind: [u8; 4] = read(&mut file)?;
        // The part's checksum stands behind it.
        let mut rest = i64::from(length) + 4;
        match (number, &kind) {
            (0, b"IHDR") => {
                let (width, height) = (read(&mut file)?, read(&mut file)?);
                demand_size(u32::from_be_bytes(width), u32::from_be_bytes(height))?;
                rest -= 8;
            }
            (0, _) => return Err(NotTaken::Damaged),
            (_, b"IEND") => return read::<4>(&mut file).map(|_| ()),
            _ => {}
        }
        file.seek_relative(rest)?;
    }
    Err(NotTaken::Damaged)
}

/// Refuses a JPEG that is cut off or too large to be shown.
pub(super) fn demand_small_jpeg(file: &mut (impl Read + Seek)) -> Result<(), NotTaken> {
    file.seek(SeekFrom::Start(2))?;
    let mut parts = BufReader::with_capacity(PIECE_BYTES, &mut *file);
    for _ in 0..SEGMENTS_MAX {
        let [mark, kind, length @ ..]: [u8; 4] = read(&mut parts)?;
        let length: i64 = u16::from_be_bytes(length).into();
        if mark != 0xff || length < 2 {
            return Err(NotTaken::Damaged);
        }
        // Marks of a frame, without the three among them that mean something else.
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            let [_precision]: [u8; 1] = read(&mut parts)?;
            let (height, width) = (read(&mut parts)?, read(&mut parts)?);
            demand_size(u16::from_be_bytes(width).into(), u16::from_be_bytes(height).into())?;
            let start = parts.stream_position()?;
            return demand_end(file, start);
        }
        parts.seek_relative(length - 2)?;
    }
    Err(NotTaken::Damaged)
}

fn demand_size(width: u32, height: u32) -> Result<(), NotTaken> {
    match u64::from(width) * u64::from(height) {
        0 => Err(NotTaken::Damaged),
        pixels if pixels > PIXELS_MAX => Err(NotTaken::TooManyPixels),
        _ => Ok(()),
    }
}

/// What is packed in a JPEG never looks like its end; behind that, cameras leave things of their own.
fn demand_end(file: &mut (impl Read + Seek), start: u64) -> Result<(), NotTaken> {
    let has_end = any_piece(file, start, 2, |piece| memmem::find(piece, b"\xff\xd9").is_some())?;
    if has_end { Ok(()) } else { Err(NotTaken::Damaged) }
}

fn read<const N: usize>(file: &mut impl Read) -> Result<[u8; N], NotTaken> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}
