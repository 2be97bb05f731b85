//! The archive that a document is: its parts, by their exact names.

use super::gauge::{Gauge, Unread};
use super::xml::Xml;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};
use zip::result::ZipError;

/// An archive whose directory has been read.
pub(super) struct Archive<'g, R> {
    zip: ZipArchive<Counted<'g, R>>,
    gauge: &'g Gauge<'g>,
}

/// The end of an archive's directory, and the place of a second, longer one that may stand before it.
const END: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const LONG_LOCATOR: &[u8] = b"PK\x06\x07";
const LONG_LOCATOR_BYTES: usize = 20;
/// Where the number of entries stands in the end.
const ENTRIES_AT: usize = 10;
/// An end may be followed by a comment of this size.
const COMMENT_BYTES: u64 = 1 << 16;

/// What Office documents that are encrypted, and those from before 2007, begin with.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

pub(super) fn open<'g, R: Read + Seek>(mut file: R, gauge: &'g Gauge<'g>) -> Result<Archive<'g, R>, Unread> {
    look_at_start(&mut file, gauge)?;
    look_at_end(&mut file, gauge)?;
    gauge.directory.set(Some(gauge.bounds.directory_bytes));
    let config = Config { archive_offset: ArchiveOffset::Known(0) };
    let file = Counted { inner: BufReader::new(file), gauge };
    let zip = ZipArchive::with_config(config, file).map_err(|error| unread(&error))?;
    gauge.directory.set(None);
    if zip.has_duplicate_names() {
        return Err(Unread::Damaged);
    }
    Ok(Archive { zip, gauge })
}

impl<'g, R: Read + Seek> Archive<'g, R> {
    /// Whether the name of a part answers to this.
    pub fn has(&self, mut is_meant: impl FnMut(&[u8]) -> bool) -> bool {
        self.zip.file_names_raw().any(&mut is_meant)
    }

    /// A part as XML; `None` where the archive has none of that name.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<'_>>, Unread> {
        let gauge = self.gauge;
        Ok(self.part(name)?.map(|part| Xml::new(Box::new(part), gauge)))
    }

    /// The first bytes of a part.
    pub fn start_of(&mut self, name: &str, max_bytes: u64) -> Result<Vec<u8>, Unread> {
        let gauge = self.gauge;
        let mut bytes = Vec::new();
        if let Some(part) = self.part(name)? {
            part.take(max_bytes).read_to_end(&mut bytes).map_err(|_| Unread::Damaged)?;
        }
        gauge.unpacks(bytes.len())?;
        Ok(bytes)
    }

    fn part(&mut self, name: &str) -> Result<Option<impl Read + '_>, Unread> {
        let Some(index) = self.zip.index_for_name_raw(name.as_bytes()) else { return Ok(None) };
        self.zip.by_index(index).map(Some).map_err(|error| unread(&error))
    }
}

fn unread(error: &ZipError) -> Unread {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unread::Encrypted
        }
        _ => Unread::Damaged,
    }
}

/// Tells what is no archive at all, and what is locked.
fn look_at_start(file: &mut (impl Read + Seek), gauge: &Gauge) -> Result<(), Unread> {
    file.seek(SeekFrom::Start(0)).map_err(Unread::Failed)?;
    let mut start = Vec::new();
    file.by_ref().take(8).read_to_end(&mut start).map_err(Unread::Failed)?;
    if start == COMPOUND {
        let is_locked = holds(file, &wide("EncryptedPackage"), gauge)?;
        return Err(if is_locked { Unread::Encrypted } else { Unread::NotADocument });
    }
    if start.starts_with(b"PK\x03\x04") { Ok(()) } else { Err(Unread::NotADocument) }
}

/// Looks at every end that the library may believe, before it makes room for as many entries as
/// that one claims.
fn look_at_end(file: &mut (impl Read + Seek), gauge: &Gauge) -> Result<(), Unread> {
    let size = file.seek(SeekFrom::End(0)).map_err(Unread::Failed)?;
    let window = COMMENT_BYTES + (END_BYTES + LONG_LOCATOR_BYTES) as u64;
    file.seek(SeekFrom::Start(size.saturating_sub(window))).map_err(Unread::Failed)?;
    let mut tail = Vec::new();
    file.by_ref().take(window).read_to_end(&mut tail).map_err(Unread::Failed)?;
    let ends = tail.windows(END_BYTES).enumerate().filter(|(_, bytes)| bytes.starts_with(END));
    let mut has_end = false;
    for (at, end) in ends {
        has_end = true;
        let entries = end.get(ENTRIES_AT..ENTRIES_AT + 2).and_then(|two| two.try_into().ok());
        let entries = entries.map_or(usize::MAX, |two| usize::from(u16::from_le_bytes(two)));
        let before = at.checked_sub(LONG_LOCATOR_BYTES).and_then(|from| tail.get(from..at));
        if entries > gauge.bounds.entries || before.is_some_and(|bytes| bytes.starts_with(LONG_LOCATOR)) {
            return Err(Unread::TooLarge);
        }
    }
    if has_end { Ok(()) } else { Err(Unread::Damaged) }
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether these bytes stand anywhere in the rest of the file.
fn holds(file: &mut impl Read, wanted: &[u8], gauge: &Gauge) -> Result<bool, Unread> {
    let mut chunk = Vec::new();
    loop {
        gauge.tick()?;
        let kept = chunk.len().saturating_sub(wanted.len());
        chunk.drain(..kept);
        let read = file.by_ref().take(1 << 16).read_to_end(&mut chunk).map_err(Unread::Failed)?;
        if chunk.windows(wanted.len()).any(|bytes| bytes == wanted) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
    }
}

/// The file, which remembers its own faults and stops a directory that has no end.
pub(super) struct Counted<'g, R> {
    inner: BufReader<R>,
    gauge: &'g Gauge<'g>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.inner.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => return Err(self.gauge.break_off(Unread::Failed(error))),
            Ok(read) => read,
        };
        if let Some(left) = self.gauge.directory.get() {
            let left = left.checked_sub(read).ok_or_else(|| self.gauge.break_off(Unread::TooLarge))?;
            self.gauge.directory.set(Some(left));
        }
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
