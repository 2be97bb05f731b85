//! Kinds of files, and what must not be taken for one.

use super::{NotTaken, kind_of};
use crate::domain::file::FileKind;
use std::io::{Cursor, Error, Read, Result, Seek, SeekFrom};

fn kind(bytes: impl AsRef<[u8]>) -> std::result::Result<FileKind, NotTaken> {
    kind_of(&mut Cursor::new(bytes), "navn")
}

/// A PNG of this size in words, with nothing in it.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x02\0\0\0sums\0\0\0\x03IDATabcsums\0\0\0\0IENDsums");
    bytes
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xdb\0\x04ab".to_vec();
    bytes.extend(b"\xff\xc2\0\x0b\x08");
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend(b"\x01\x01\x11\0\xff\xda\0\x02packed\xff\0packed\xff\xd9left by the camera");
    bytes
}

const PDF: &str =
    "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

#[test]
fn each_kind_is_known_by_its_content() {
    assert_eq!(kind(PDF), Ok(FileKind::Pdf));
    assert_eq!(kind(png(640, 480)), Ok(FileKind::Png));
    assert_eq!(kind(jpeg(640, 480)), Ok(FileKind::Jpeg));
    assert_eq!(kind("Vi støtter planen.\r\n\tHilsen oss"), Ok(FileKind::Txt));
}

#[test]
fn the_name_decides_nothing_but_for_text_that_says_it_is_something_else() {
    let named = |bytes: &[u8], name: &str| kind_of(&mut Cursor::new(bytes), name);
    assert_eq!(named(PDF.as_bytes(), "bilde.png"), Ok(FileKind::Pdf));
    for name in ["svar.txt", "SVAR.TXT", "svar", "tall.csv", "les.md"] {
        assert_eq!(named(b"tekst", name), Ok(FileKind::Txt), "{name}");
    }
    for name in ["svar.pdf", "svar.html", "svar.svg", "svar.js", "svar.txt.docx"] {
        assert_eq!(named(b"tekst", name), Err(NotTaken::Unknown), "{name}");
    }
}

#[test]
fn other_kinds_are_not_taken() {
    let others: [&[u8]; 9] = [
        b"GIF89a\x01\0\x01\0\0\0\0;",
        b"MZ\x90\0\x03\0\0\0",
        b"\x7fELF\x02\x01\x01\0",
        b"#!/bin/sh\nrm -rf /\n",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"{\\rtf1\\ansi hei}",
        b"\x1f\x8b\x08\0\0\0\0\0",
        b"text and then \0 not",
    ];
    for other in others {
        assert_eq!(kind(other), Err(NotTaken::Unknown), "{other:?}");
    }
    assert_eq!(kind(b""), Err(NotTaken::Empty));
}

#[test]
fn text_is_utf8_or_what_windows_wrote_before() {
    // Letters that stand on the border of two pieces, wherever it is.
    for shift in 0..4 {
        let text = format!("{}{}", "x".repeat(shift), "Æ€😀 ".repeat(30_000));
        assert_eq!(kind(&text), Ok(FileKind::Txt), "{shift}");
        let cut = text.trim_end().as_bytes();
        assert_eq!(kind(&cut[..cut.len() - 1]), Err(NotTaken::Unknown), "{shift}");
    }
    assert_eq!(kind(b"Vi st\xf8tter planen p\xe5 \x93alle\x94 m\xe5ter"), Ok(FileKind::Txt));
    assert_eq!(kind(b"Vi st\x8dtter planen og mener alt det andre ogs\xe5"), Err(NotTaken::Unknown));
    assert_eq!(kind((128..=255).collect::<Vec<u8>>()), Err(NotTaken::Unknown));
    assert_eq!(kind(b"\xff\xfeV\0i\0"), Err(NotTaken::Unknown));
}

#[test]
fn what_is_cut_off_is_damaged() {
    assert_eq!(kind(&PDF[..60]), Err(NotTaken::Damaged));
    for (whole, kept) in [(png(640, 480), 8), (jpeg(640, 480), 4)] {
        // Behind the end of the photograph stands what the camera left.
        let end = whole.windows(2).position(|two| two == b"\xff\xd9").map_or(whole.len(), |at| at + 2);
        for length in kept..end {
            assert_eq!(kind(&whole[..length]), Err(NotTaken::Damaged), "{length}");
        }
        assert!(kind(&whole[..end]).is_ok());
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_told() {
    assert!(kind(png(10_000, 10_000)).is_ok());
    assert_eq!(kind(png(10_001, 10_000)), Err(NotTaken::TooManyPixels));
    assert_eq!(kind(png(u32::MAX, u32::MAX)), Err(NotTaken::TooManyPixels));
    assert_eq!(kind(jpeg(u16::MAX, u16::MAX)), Err(NotTaken::TooManyPixels));
    assert_eq!(kind(png(0, 5)), Err(NotTaken::Damaged));
}

#[test]
fn a_picture_of_very_many_parts_is_not_looked_through() {
    let parts = |start: &[u8], part: &[u8]| [start, &part.repeat(2_000_000)].concat();
    assert_eq!(kind(parts(b"\xff\xd8", b"\xff\xe0\0\x02")), Err(NotTaken::Damaged));
    assert_eq!(kind(parts(&png(5, 5)[..33], b"\0\0\0\0teXtsums")), Err(NotTaken::Damaged));
}

#[test]
fn a_locked_pdf_is_told_from_one_that_speaks_of_locks() {
    for lock in ["/Encrypt 12 0 R", "/Encrypt<</Filter/Standard>>", "/Encrypt\r\n3 0 R"] {
        let pdf = PDF.replace("/Root", &format!("{lock}/Root"));
        assert_eq!(kind(pdf), Err(NotTaken::Encrypted), "{lock}");
        // However far into the file, and on the border of two pieces.
        for fill in [65_500, 65_520, 65_536, 400_000] {
            let pdf = PDF.replace("trailer", &format!("{}\n{lock}", "x".repeat(fill)));
            assert_eq!(kind(pdf), Err(NotTaken::Encrypted), "{lock} {fill}");
        }
    }
    for speech in ["/EncryptMetadata true", "(write /Encrypt for it)", "/Encrypt 12 months", "/Encrypted"] {
        assert_eq!(kind(PDF.replace("/Root", &format!("{speech}/Root"))), Ok(FileKind::Pdf), "{speech}");
    }
}

#[test]
fn an_old_document_is_told_from_a_locked_new_one() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend([0; 70_000]);
    assert_eq!(kind(&bytes), Err(NotTaken::OldOffice));
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(kind(&bytes), Err(NotTaken::Encrypted));
}

/// Fails after some bytes, as a disk does.
struct Failing(Cursor<Vec<u8>>);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.0.position() > 4000 { Err(Error::other("the disk")) } else { self.0.read(buffer) }
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_disk_that_fails_is_not_blamed_on_the_file() {
    let bytes = [PDF.as_bytes(), &[b' '; 9000]].concat();
    assert_eq!(kind_of(&mut Failing(Cursor::new(bytes)), "a.pdf"), Err(NotTaken::Failed));
}
