//! Documents that were made to do harm, or were harmed: each is refused for its reason, and none
//! ends the process.

use super::samples::{archive, docx_with, odt_with, parts, read};
use super::{Bounds, Unread, read_document};
use crate::domain::file::FileKind;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn refused(bytes: &[u8], kind: FileKind) -> String {
    format!("{:?}", read(bytes, kind).unwrap_err())
}

#[test]
fn what_is_no_document_is_told_by_what_it_is() {
    for nothing in [&b""[..], b"PK", b"Kjaere kommune", b"%PDF-1.7", &[0; 4096]] {
        assert_eq!(refused(nothing, FileKind::Docx), "NotADocument");
        assert_eq!(refused(nothing, FileKind::Odt), "NotADocument");
    }
    let other = archive([("a.txt", &b"x"[..])]);
    assert_eq!(refused(&other, FileKind::Docx), "NotADocument");
    assert_eq!(refused(&other, FileKind::Odt), "NotADocument");
    assert_eq!(refused(&docx_with("", &[]), FileKind::Pdf), "NotADocument");
    assert_eq!(refused(&docx_with("", &[]), FileKind::Odt), "NotADocument");
}

#[test]
fn what_is_locked_is_told_so() {
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    compound.resize(200_000, 0);
    assert_eq!(refused(&compound, FileKind::Docx), "NotADocument");
    // Across the border between two chunks, too.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for at in [512, (1 << 16) - 20, 150_000] {
        let mut locked = compound.clone();
        locked.splice(at..at + name.len(), name.iter().copied());
        assert_eq!(refused(&locked, FileKind::Docx), "Encrypted", "{at}");
    }
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    assert_eq!(
        refused(&odt_with("", "", &[("META-INF/manifest.xml", manifest)]), FileKind::Odt),
        "Encrypted"
    );
    assert_eq!(refused(&archive([("encrypted-package", &b"x"[..])]), FileKind::Odt), "Encrypted");
    let mut flagged = docx_with("", &[]);
    set_encrypted(&mut flagged);
    assert_eq!(refused(&flagged, FileKind::Docx), "Encrypted");
}

/// Sets the bit that says «encrypted» in every entry of an archive.
fn set_encrypted(bytes: &mut [u8]) {
    for at in 0..bytes.len() - 10 {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
}

#[test]
fn macros_are_refused() {
    assert_eq!(refused(&docx_with("", &[("word/vbaProject.bin", "x")]), FileKind::Docx), "Macros");
    assert_eq!(refused(&odt_with("", "", &[("Basic/Standard/a.xml", "<a/>")]), FileKind::Odt), "Macros");
}

#[test]
fn what_breaks_off_is_damaged() {
    let bytes = docx_with("<w:p><w:r><w:t>Hei</w:t></w:r></w:p>", &[]);
    for length in [5, 30, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(refused(&bytes[..length], FileKind::Docx), "Damaged", "{length}");
    }
    for part in ["<w:document xmlns:w=\"a\">", "<a></b>", "<a>&#0;</a>", "<a>\u{fffd}"] {
        assert_eq!(
            refused(&archive([("word/document.xml", part.as_bytes())]), FileKind::Docx),
            "Damaged",
            "{part}"
        );
    }
    assert_eq!(refused(&archive([("word/document.xml", &b"\xff\xfe<\0a\0"[..])]), FileKind::Docx), "Damaged");
}

#[test]
fn the_same_name_twice_is_damaged() {
    let doubled = doubled(&docx_with("", &[]));
    assert_eq!(refused(&doubled, FileKind::Docx), "Damaged");
}

/// The archive with its directory's entries twice.
fn doubled(bytes: &[u8]) -> Vec<u8> {
    let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06").unwrap();
    let entries = &bytes[directory..end];
    let mut made = [&bytes[..directory], entries, entries, &bytes[end..]].concat();
    let at = made.len() - 22;
    let size = u32::try_from(entries.len() * 2).unwrap().to_le_bytes();
    for place in [8, 10] {
        made[at + place] *= 2;
    }
    made[at + 12..at + 16].copy_from_slice(&size);
    made
}

#[test]
fn entities_are_refused_before_they_grow() {
    let mut laughs = "<!DOCTYPE l [<!ENTITY l0 \"ha\">".to_owned();
    for level in 1..10 {
        let inner = format!("&l{};", level - 1).repeat(10);
        write!(laughs, "<!ENTITY l{level} \"{inner}\">").unwrap();
    }
    laughs.push_str("]><l>&l9;</l>");
    let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    let undeclared = "<a>&l9;</a>";
    for text in [laughs.as_str(), outside, undeclared] {
        let docx = archive([("word/document.xml", text.as_bytes())]);
        assert_eq!(refused(&docx, FileKind::Docx), "HasEntities");
        let odt = archive([("content.xml", text.as_bytes())]);
        assert_eq!(refused(&odt, FileKind::Odt), "HasEntities");
    }
}

#[test]
fn depth_has_an_end() {
    let body = format!("{}{}", "<w:p>".repeat(300), "</w:p>".repeat(300));
    assert_eq!(refused(&docx_with(&body, &[]), FileKind::Docx), "TooDeep");
    let mut many = String::new();
    for number in 0..300 {
        write!(many, " xmlns:n{number}=\"u\"").unwrap();
    }
    assert_eq!(
        refused(&archive([("content.xml", format!("<a{many}/>").as_bytes())]), FileKind::Odt),
        "TooDeep"
    );
}

/// A document whose one part begins as `start` and goes on with as much of `filling` as asked.
fn bomb(name: &str, start: &str, filling: &[u8], times: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    zip.write_all(start.as_bytes()).unwrap();
    for _ in 0..times {
        zip.write_all(filling).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A sixteenth of the usual bounds, so that what breaks them is soon made.
fn small_bounds() -> Bounds {
    let usual = Bounds::default();
    Bounds {
        unpacked_bytes: usual.unpacked_bytes / 16,
        piece_bytes: usual.piece_bytes / 16,
        pieces: usual.pieces / 16,
        text_bytes: usual.text_bytes / 16,
        paragraphs: usual.paragraphs / 16,
        marks: usual.marks / 16,
        ..usual
    }
}

fn refused_in_small(bytes: &[u8]) -> String {
    format!("{:?}", read_document(Cursor::new(bytes), FileKind::Docx, small_bounds(), || false).unwrap_err())
}

#[test]
fn whatever_has_no_end_is_too_large() {
    let word =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    let million = |text: &str| text.repeat((1 << 16) / text.len());
    let cases = [
        ("one text", format!("{word}<w:p><w:r><w:t>"), million("a")),
        ("one tag", format!("{word}<"), million("a")),
        ("one attribute", format!("{word}<w:p a=\""), million("a")),
        ("one comment", "<!-- ".to_owned(), million("a")),
        ("attributes", format!("{word}<w:p "), million(" a=\"\"")),
        ("empty elements", word.to_owned(), million("<a/>")),
        ("paragraphs", word.to_owned(), million("<w:p/>")),
        ("bookmarks", word.to_owned(), million("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>")),
        ("controls", word.to_owned(), million("<w:sdt/>")),
        (
            "texts",
            word.to_owned(),
            million("<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>"),
        ),
        ("blanks", word.to_owned(), million(" ")),
    ];
    for (what, start, filling) in cases {
        let bytes = bomb("word/document.xml", &start, filling.as_bytes(), 40);
        assert_eq!(refused_in_small(&bytes), "TooLarge", "{what}");
    }
    for part in ["_rels/.rels", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"] {
        let mut parts = parts(&docx_with("", &[]));
        parts.insert(part.into(), [b"<a>", million("<b/>").repeat(30).as_bytes()].concat());
        let bytes = archive(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
        assert_eq!(refused_in_small(&bytes), "TooLarge", "{part}");
    }
}

#[test]
fn a_directory_is_not_believed() {
    let many: Vec<(String, Vec<u8>)> = (0..2_100).map(|number| (format!("a{number}"), Vec::new())).collect();
    let bytes = archive(many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    assert_eq!(refused(&bytes, FileKind::Docx), "TooLarge");
    // An end that claims more than it has, or a longer end before it.
    let mut claims = docx_with("", &[]);
    let at = claims.len() - 22;
    claims[at + 8..at + 12].fill(0xff);
    assert_eq!(refused(&claims, FileKind::Docx), "TooLarge");
    let plain = docx_with("", &[]);
    let long = [&plain[..at], b"PK\x06\x07", &[0; 16], &plain[at..]].concat();
    assert_eq!(refused(&long, FileKind::Docx), "TooLarge");
}

#[test]
fn time_has_an_end_too() {
    let bytes = bomb("word/document.xml", "<a>", &b"<b></b>".repeat(2_000), 10);
    let asked = AtomicUsize::new(0);
    let is_over = || asked.fetch_add(1, Ordering::Relaxed) > 3;
    let read = read_document(Cursor::new(&bytes), FileKind::Docx, Bounds::default(), is_over);
    assert!(matches!(read, Err(Unread::OutOfTime)), "{read:?}");
}

/// A file on a disk that has gone.
struct Gone;

impl Read for Gone {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("gone"))
    }
}

impl std::io::Seek for Gone {
    fn seek(&mut self, _: std::io::SeekFrom) -> std::io::Result<u64> {
        Ok(0)
    }
}

#[test]
fn a_fault_of_ours_is_not_the_documents() {
    let read = read_document(Gone, FileKind::Docx, Bounds::default(), || false);
    assert!(matches!(read, Err(Unread::Failed(_))), "{read:?}");
}
