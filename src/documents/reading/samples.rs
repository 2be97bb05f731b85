//! Documents for tests, small and made on the spot.

use super::{Bounds, Sheet, Unread, read_document};
use crate::domain::file::FileKind;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

const OPEN_DOCUMENT: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#;

/// An archive of these parts.
pub(super) fn archive<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of an archive.
pub(super) fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

/// A DOCX with this body and these further parts, whose roots get the declarations for `@`.
pub(super) fn docx_with(body: &str, further: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document {WORD}><w:body>{body}</w:body></w:document>");
    let further: Vec<(&str, String)> =
        further.iter().map(|(name, text)| (*name, text.replace('@', WORD))).collect();
    let all = further.iter().map(|(name, text)| (*name, text.as_bytes()));
    archive(all.chain([("word/document.xml", document.as_bytes())]))
}

/// An ODT with this body, these automatic styles and these further parts.
pub(super) fn odt_with(body: &str, styles: &str, further: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content {OPEN_DOCUMENT}><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body>\
         </office:document-content>"
    );
    let further: Vec<(&str, String)> =
        further.iter().map(|(name, text)| (*name, text.replace('@', OPEN_DOCUMENT))).collect();
    let all = further.iter().map(|(name, text)| (*name, text.as_bytes()));
    archive(all.chain([("content.xml", content.as_bytes())]))
}

/// Reads with the usual bounds.
pub(super) fn read(bytes: &[u8], kind: FileKind) -> Result<Sheet, Unread> {
    read_document(Cursor::new(bytes), kind, Bounds::default(), || false)
}

/// The text of a DOCX with this body.
pub(super) fn word(body: &str) -> String {
    read(&docx_with(body, &[]), FileKind::Docx).unwrap().text
}

/// The text of an ODT with this body.
pub(super) fn open_document(body: &str) -> String {
    read(&odt_with(body, "", &[]), FileKind::Odt).unwrap().text
}
