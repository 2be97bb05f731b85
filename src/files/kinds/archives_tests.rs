//! Documents in zip archives, and archives that are something else.

use super::{NotTaken, kind_of};
use crate::domain::file::FileKind;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::unstable::write::FileOptionsExt;
use zip::write::SimpleFileOptions;

type Parts<'a> = Vec<(&'a str, Vec<u8>)>;

fn kind(bytes: impl AsRef<[u8]>) -> Result<FileKind, NotTaken> {
    kind_of(&mut Cursor::new(bytes), "navn")
}

fn packed(parts: &Parts<'_>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn types(main: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><Types><Default Extension=\"xlsx\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>\
         <Override PartName=\"/main.xml\" ContentType=\"application/{main}+xml\"/></Types>"
    )
    .into_bytes()
}

const DOCX: &str = "vnd.openxmlformats-officedocument.wordprocessingml.document.main";
const XLSX: &str = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main";

fn office<'a>(main: &str) -> Parts<'a> {
    vec![
        ("[Content_Types].xml", types(main)),
        ("_rels/.rels", b"<r/>".to_vec()),
        ("word/document.xml", b"<w:document/>".repeat(50)),
    ]
}

fn open<'a>(kind: &str) -> Parts<'a> {
    vec![
        ("mimetype", format!("application/vnd.oasis.opendocument.{kind}").into_bytes()),
        ("content.xml", b"<office/>".repeat(50)),
        ("META-INF/manifest.xml", b"<manifest:manifest/>".to_vec()),
    ]
}

fn with<'a>(mut parts: Parts<'a>, name: &'a str, bytes: &[u8]) -> Vec<u8> {
    parts.push((name, bytes.to_vec()));
    packed(&parts)
}

#[test]
fn each_kind_of_document_is_known() {
    for (parts, expected) in [
        (office(DOCX), Ok(FileKind::Docx)),
        (office(XLSX), Ok(FileKind::Xlsx)),
        (open("text"), Ok(FileKind::Odt)),
        (open("spreadsheet"), Ok(FileKind::Ods)),
        (open("presentation"), Err(NotTaken::Unknown)),
        (open("text-template"), Err(NotTaken::Unknown)),
        (office("vnd.openxmlformats-officedocument.wordprocessingml.template.main"), Err(NotTaken::Unknown)),
        (
            office("vnd.openxmlformats-officedocument.presentationml.presentation.main"),
            Err(NotTaken::Unknown),
        ),
        (vec![("les meg.txt", b"hei".to_vec())], Err(NotTaken::Unknown)),
        (vec![("META-INF/MANIFEST.MF", b"Main-Class: X".to_vec())], Err(NotTaken::Unknown)),
    ] {
        assert_eq!(kind(packed(&parts)), expected, "{parts:?}");
    }
}

#[test]
fn documents_with_programs_are_told() {
    for kind_of_macro in [
        "vnd.ms-word.document.macroEnabled.main",
        "vnd.ms-excel.sheet.macroEnabled.main",
        "vnd.ms-word.template.macroEnabledTemplate.main",
    ] {
        assert_eq!(kind(packed(&office(kind_of_macro))), Err(NotTaken::Macros), "{kind_of_macro}");
    }
    for name in ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"] {
        assert_eq!(kind(with(office(DOCX), name, b"x")), Err(NotTaken::Macros), "{name}");
    }
    let renamed = String::from_utf8(types(DOCX)).unwrap().replace(
        "</Types>",
        "<Override PartName=\"/word/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>",
    );
    let parts = vec![("[Content_Types].xml", renamed.clone().into_bytes()), ("word/a.bin", vec![1])];
    assert_eq!(kind(packed(&parts)), Err(NotTaken::Macros));
    let spelled = renamed.replace("vbaProject", "&#118;baProject");
    assert_eq!(kind(packed(&vec![("[Content_Types].xml", spelled.into_bytes())])), Err(NotTaken::Damaged));
    for name in ["Basic/Standard/Module1.xml", "Scripts/python/a.py", "Dialogs/Standard/Dialog1.xml"] {
        assert_eq!(kind(with(open("text"), name, b"x")), Err(NotTaken::Macros), "{name}");
    }
    for name in ["Basic/script-lc.xml", "Basic/Standard/script-lb.xml", "Configurations2/accelerator/"] {
        assert_eq!(kind(with(open("text"), name, b"")), Ok(FileKind::Odt), "{name}");
    }
}

#[test]
fn locked_documents_are_told() {
    let mut parts = open("spreadsheet");
    parts[2].1 = b"<manifest:encryption-data/>".to_vec();
    assert_eq!(kind(packed(&parts)), Err(NotTaken::Encrypted));

    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let locked = SimpleFileOptions::default().with_deprecated_encryption(b"passord").unwrap();
    archive.start_file("[Content_Types].xml", locked).unwrap();
    archive.write_all(&types(DOCX)).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(kind(bytes), Err(NotTaken::Encrypted));
}

#[test]
fn an_archive_that_is_cut_off_or_altered_is_damaged() {
    let whole = packed(&office(DOCX));
    assert!(kind(&whole).is_ok());
    for length in (4..whole.len()).step_by(7) {
        assert_eq!(kind(&whole[..length]), Err(NotTaken::Damaged), "{length}");
    }
    assert_eq!(kind([&whole[..], b"behind it"].concat()), Err(NotTaken::Damaged));
    assert_eq!(kind([&whole[..], &whole[..]].concat()), Err(NotTaken::Damaged));
    // A byte of what is packed.
    let at = whole.windows(17).position(|name| name == b"word/document.xml").unwrap() + 20;
    let mut altered = whole;
    altered[at] ^= 0x20;
    assert_eq!(kind(altered), Err(NotTaken::Damaged));
}

#[test]
fn names_that_lead_elsewhere_are_not_taken() {
    for name in ["../../etc/passwd", "/etc/passwd", "word/../../a", "..\\a", "C:\\a", "\\\\server\\a", "a\0b"]
    {
        assert_eq!(kind(with(office(DOCX), name, b"x")), Err(NotTaken::Damaged), "{name:?}");
    }
    assert_eq!(kind(with(office(DOCX), "word/a..b.xml", b"x")), Ok(FileKind::Docx));
    // Which of the two would be opened?
    assert_eq!(kind(with(office(DOCX), "WORD/document.xml", b"x")), Err(NotTaken::Damaged));
    assert_eq!(kind(with(office(DOCX), "mimetype", b"x")), Err(NotTaken::Damaged));
}

#[test]
fn bombs_are_not_unpacked() {
    let nothing = vec![0; 17 * 1024 * 1024];
    assert_eq!(kind(with(office(DOCX), "word/media/a.bmp", &nothing)), Err(NotTaken::Bomb));
    assert_eq!(kind(with(office(DOCX), "word/media/a.bmp", &nothing[..1_000_000])), Ok(FileKind::Docx));
    assert_eq!(kind(with(open("text"), "META-INF/b.xml", &nothing[..2_000_000])), Ok(FileKind::Odt));

    let many: Vec<String> = (0..5000).map(|number| format!("word/{number}.xml")).collect();
    let mut parts = office(DOCX);
    parts.extend(many.iter().map(|name| (name.as_str(), Vec::new())));
    assert_eq!(kind(packed(&parts)), Err(NotTaken::Bomb));

    let mut types = types(DOCX);
    types.extend(b" ".repeat(2_000_000));
    assert_eq!(kind(packed(&vec![("[Content_Types].xml", types)])), Err(NotTaken::Bomb));
}

/// Where the list says how large the last part is.
fn size_of_last(bytes: &[u8]) -> usize {
    bytes.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap() + 24
}

#[test]
fn a_part_that_is_larger_than_it_says_is_found_out() {
    let mut bytes = with(office(DOCX), "word/media/a.bmp", &[0; 1_000_000]);
    let at = size_of_last(&bytes);
    bytes[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
    assert_eq!(kind(&bytes), Err(NotTaken::Damaged));
    // Ten gigabytes, said as archives say it.
    bytes[at..at + 4].copy_from_slice(&0x4000_0000u32.to_le_bytes());
    assert_eq!(kind(&bytes), Err(NotTaken::Bomb));
}

#[test]
fn parts_that_share_their_bytes_are_a_bomb() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in office(DOCX) {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(&bytes).unwrap();
    }
    for copy in ["word/a.xml", "word/b.xml"] {
        archive.shallow_copy_file("word/document.xml", copy).unwrap();
    }
    assert_eq!(kind(archive.finish().unwrap().into_inner()), Err(NotTaken::Bomb));
}

#[test]
fn a_document_that_declares_entities_is_not_taken() {
    let laughs = r#"<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>"#;
    let wide: Vec<u8> = laughs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let far = [" ".repeat(100_000).as_bytes(), laughs.as_bytes()].concat();
    for bytes in [laughs.as_bytes(), &wide, &far] {
        assert_eq!(kind(with(office(DOCX), "word/footer1.xml", bytes)), Err(NotTaken::Bomb));
        assert_eq!(kind(with(open("text"), "styles.xml", bytes)), Err(NotTaken::Bomb));
    }
    // Early office programs named a DTD in the manifest; a picture may hold any bytes.
    let old = br#"<!DOCTYPE m PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><m/>"#;
    assert_eq!(kind(with(open("text"), "settings.xml", old)), Ok(FileKind::Odt));
    assert_eq!(kind(with(office(DOCX), "word/media/image1.png", laughs.as_bytes())), Ok(FileKind::Docx));
}

#[test]
fn an_end_that_promises_a_huge_list_costs_nothing() {
    let mut bytes = packed(&office(DOCX));
    let at = bytes.len() - 22;
    bytes[at + 10..at + 12].copy_from_slice(&u16::MAX.to_le_bytes());
    assert_eq!(kind(&bytes), Err(NotTaken::Bomb));
}
