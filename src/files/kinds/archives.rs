//! Looks into zip archives: which kind of document one is, and what speaks against it.

use super::NotTaken;
use super::search::{Search, tail};
use crate::domain::file::FileKind;
use memchr::memmem;
use std::collections::BTreeSet;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most parts of a document; a long one with many pictures has some hundreds.
const PARTS_MAX: usize = 4096;
/// The most room that the list of its parts takes, in bytes.
const LIST_MAX_BYTES: u32 = 1024 * 1024;
/// The most room that a document takes unpacked, in bytes.
const UNPACKED_MAX_BYTES: u64 = 256 * 1024 * 1024;
/// The most room that a part takes for each byte that it is packed in, if it is large. Text goes down
/// to a thirtieth, and no packing known to the format to less than a thousandth.
const RATIO_MAX: u64 = 150;
/// From where on a part is large, in bytes.
const LARGE_BYTES: u64 = 16 * 1024 * 1024;
/// The most of a part that is looked at here, in bytes.
const LOOKED_AT_MAX_BYTES: u64 = 1024 * 1024;

/// The end of an archive: its fixed size, its mark, and the mark of what archives over 4 GB have before it.
const END_BYTES: usize = 22;
const END: &[u8] = b"PK\x05\x06";
const LOCATOR_BYTES: usize = 20;
const LOCATOR: &[u8] = b"PK\x06\x07";

/// The list of types in a document of Office's, and the types of the main part of those that are taken.
const TYPES: &str = "[content_types].xml";
const OFFICE_KINDS: [(&str, FileKind); 2] = [
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind::Docx),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind::Xlsx),
];
/// What stands in the types, or in the names of parts, of documents with programs.
const MACRO_TYPES: [&str; 4] = ["macroenabled", "vbaproject", "ms-office.vba", "macrosheet"];
const MACRO_PARTS: [&str; 3] = ["vbaproject", "vbadata", "macrosheets/"];

/// How XML declares an entity.
const ENTITY: &[u8] = b"<!ENTITY";

/// The part in which a document of OpenDocument says its type, and the list of its other parts.
const MIME_TYPE: &str = "mimetype";
const MANIFEST: &str = "meta-inf/manifest.xml";

/// What kind of document an archive is.
pub(super) fn archive_kind(file: &mut (impl Read + Seek)) -> Result<FileKind, NotTaken> {
    demand_short_list(file)?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    let names = look_at_parts(&mut archive)?;
    if archive.has_overlapping_entries().map_err(damaged)? {
        return Err(NotTaken::Bomb);
    }
    let kind = match (names.contains(TYPES), names.contains(MIME_TYPE)) {
        (true, false) => office_kind(&mut archive, &names)?,
        (false, true) => open_kind(&mut archive, &names)?,
        // Two programs would open two documents.
        (true, true) => return Err(NotTaken::Damaged),
        (false, false) => return Err(NotTaken::Unknown),
    };
    unpack_to_nowhere(&mut archive)?;
    Ok(kind)
}

/// Refuses an archive whose list of parts is too long, before a library reads all of it. Only an
/// archive that ends where its list does is taken, as every office program writes it: of others,
/// two readers may see two lists.
fn demand_short_list(file: &mut (impl Read + Seek)) -> Result<(), NotTaken> {
    let size = file.seek(SeekFrom::End(0))?;
    let tail = tail(file, u64::from(u16::MAX) + 64)?;
    let at = memmem::rfind(&tail, END).ok_or(NotTaken::Damaged)?;
    let end = tail.get(at..).and_then(read_end).ok_or(NotTaken::Damaged)?;
    let is_huge = at
        .checked_sub(LOCATOR_BYTES)
        .and_then(|at| tail.get(at..))
        .is_some_and(|before| before.starts_with(LOCATOR));
    if is_huge || usize::from(end.parts) > PARTS_MAX || end.list_bytes > LIST_MAX_BYTES {
        return Err(NotTaken::Bomb);
    }
    let end_at = size - u64::try_from(tail.len() - at).unwrap_or(u64::MAX);
    let list_ends_at = u64::from(end.list_at) + u64::from(end.list_bytes);
    let whole = END_BYTES + usize::from(end.comment_bytes) == tail.len() - at;
    if whole && list_ends_at == end_at { Ok(()) } else { Err(NotTaken::Damaged) }
}

/// What the end of an archive says.
struct End {
    parts: u16,
    list_bytes: u32,
    list_at: u32,
    comment_bytes: u16,
}

fn read_end(end: &[u8]) -> Option<End> {
    let short = |at: usize| end.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
    let long = |at: usize| end.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
    Some(End { parts: short(10)?, list_bytes: long(12)?, list_at: long(16)?, comment_bytes: short(20)? })
}

/// Looks at every part from outside; gives their names in lower case, for offices do not tell
/// upper and lower case apart.
fn look_at_parts<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<BTreeSet<String>, NotTaken> {
    let mut names = BTreeSet::new();
    let mut unpacked = 0u64;
    for number in 0..archive.len() {
        let part = archive.by_index_data(number).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_lowercase();
        if part.encrypted() {
            return Err(NotTaken::Encrypted);
        }
        if part.is_symlink() || leads_out(&name) {
            return Err(NotTaken::Damaged);
        }
        unpacked = unpacked.saturating_add(part.size());
        let ratio = part.size() / part.compressed_size().max(1);
        if unpacked > UNPACKED_MAX_BYTES || (part.size() > LARGE_BYTES && ratio > RATIO_MAX) {
            return Err(NotTaken::Bomb);
        }
        if !names.insert(name) {
            return Err(NotTaken::Damaged);
        }
    }
    // The library keeps one of several parts by the same name.
    if archive.has_duplicate_names() { Err(NotTaken::Damaged) } else { Ok(names) }
}

/// Whether a name leads out of the folder that somebody may unpack the archive in.
fn leads_out(name: &str) -> bool {
    let is_absolute = name.starts_with(['/', '\\']) || name.chars().nth(1) == Some(':');
    is_absolute || name.contains('\0') || name.split(['/', '\\']).any(|step| step == "..")
}

/// Which of Office's kinds it is. The types are searched as text, so nothing may be spelled in them
/// in another way.
fn office_kind<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    names: &BTreeSet<String>,
) -> Result<FileKind, NotTaken> {
    let types = read_text(archive, TYPES)?.to_lowercase();
    if types.contains("&#") || types.contains("<!") {
        return Err(NotTaken::Damaged);
    }
    let has_macros = MACRO_TYPES.iter().any(|mark| types.contains(mark))
        || names.iter().any(|name| MACRO_PARTS.iter().any(|mark| name.contains(mark)));
    if has_macros {
        return Err(NotTaken::Macros);
    }
    let mut kinds = OFFICE_KINDS.iter().filter(|(mark, _)| types.contains(&format!("\"{mark}\"")));
    match (kinds.next(), kinds.next()) {
        (Some((_, kind)), None) => Ok(*kind),
        _ => Err(NotTaken::Unknown),
    }
}

/// Which of OpenDocument's kinds it is.
fn open_kind<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    names: &BTreeSet<String>,
) -> Result<FileKind, NotTaken> {
    let kind = match read_text(archive, MIME_TYPE)?.trim() {
        "application/vnd.oasis.opendocument.text" => FileKind::Odt,
        "application/vnd.oasis.opendocument.spreadsheet" => FileKind::Ods,
        _ => return Err(NotTaken::Unknown),
    };
    let manifest = read_text(archive, MANIFEST)?;
    if manifest.contains("encryption-data") {
        return Err(NotTaken::Encrypted);
    }
    if names.iter().any(|name| is_program(name)) { Err(NotTaken::Macros) } else { Ok(kind) }
}

/// Whether a part of OpenDocument's is a program. LibreOffice leaves empty libraries behind, which
/// are lists of nothing.
fn is_program(name: &str) -> bool {
    let is_list = ["/script-lb.xml", "/script-lc.xml", "/dialog-lb.xml", "/dialog-lc.xml"]
        .iter()
        .any(|list| name.ends_with(list));
    let is_library = name.starts_with("basic/") || name.starts_with("dialogs/");
    (is_library && !is_list || name.starts_with("scripts/")) && !name.ends_with('/')
}

/// A part as text, by its name in lower case.
fn read_text<R: Read + Seek>(archive: &mut ZipArchive<R>, name: &str) -> Result<String, NotTaken> {
    let number = (0..archive.len()).find(|number| {
        let part = archive.by_index_data(*number).ok();
        part.is_some_and(|part| part.name().is_ok_and(|given| given.to_lowercase() == name))
    });
    let part = archive.by_index(number.ok_or(NotTaken::Damaged)?).map_err(damaged)?;
    if part.size() > LOOKED_AT_MAX_BYTES {
        return Err(NotTaken::Bomb);
    }
    let mut text = String::new();
    part.take(LOOKED_AT_MAX_BYTES).read_to_string(&mut text)?;
    Ok(text)
}

/// Refuses an archive that does not hold what its list says: parts that are larger than they say,
/// that were cut off, or whose checksums are wrong. And one that declares entities, which no office
/// does: they grow when they are read («billion laughs»), or fetch what stands elsewhere.
fn unpack_to_nowhere<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), NotTaken> {
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(damaged)?;
        let (size, name) = (part.size(), part.name().map_err(damaged)?.to_lowercase());
        let mut search = Search::new(ENTITY);
        if io::copy(&mut part.take(size.saturating_add(1)), &mut search)? != size {
            return Err(NotTaken::Damaged);
        }
        let is_xml = [".xml", ".rels"].iter().any(|ending| name.ends_with(ending));
        if is_xml && search.has_found {
            return Err(NotTaken::Bomb);
        }
    }
    Ok(())
}

fn damaged(_: ZipError) -> NotTaken {
    NotTaken::Damaged
}
