//! The parts of the DOCX beside its text: properties, styles, settings, footer and links.

use super::FormSheet;
use super::docx::NAMESPACES;
use super::paper::Line;
use super::runs::{paragraph, text_run};
use super::xml::Xml;
use crate::domain::deadline::start_of_day;
use crate::domain::language::Language;
use crate::text;
use std::io;

/// What kind of part each file is.
pub(super) const CONTENT_TYPES: &str = include_str!("docx/content-types.xml");
/// Where a reader of the package begins.
pub(super) const PACKAGE_RELATIONS: &str = include_str!("docx/package.rels");

const STYLES: &str = include_str!("docx/styles.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
/// What stands in both for the language.
const LOCALE: &str = "LOCALE";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A language as word processors name it.
pub(super) fn locale(language: Language) -> &'static str {
    match language {
        Language::Nb => "nb-NO",
        Language::Nn => "nn-NO",
        Language::En => "en-GB",
    }
}

/// The styles, for a document in this language.
pub(super) fn styles(language: Language) -> Vec<u8> {
    STYLES.replace(LOCALE, locale(language)).into_bytes()
}

/// The settings, for a document in this language.
pub(super) fn settings(language: Language) -> Vec<u8> {
    SETTINGS.replace(LOCALE, locale(language)).into_bytes()
}

/// The document's properties.
pub(super) fn core(sheet: &FormSheet, title: &str) -> io::Result<Vec<u8>> {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let made_at =
        start_of_day(sheet.round.announced_on).timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    Xml::document("cp:coreProperties", &namespaces, |xml| {
        xml.text("dc:title", &[], title)?;
        xml.text("dc:creator", &[], sheet.municipality)?;
        xml.text("dc:identifier", &[], &sheet.identity().identifier())?;
        xml.text("dc:language", &[], locale(sheet.language))?;
        xml.text("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &made_at)?;
        xml.text("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &made_at)
    })
}

/// The end of the body: an A4 page with its footer.
pub(super) fn page(xml: &mut Xml) -> io::Result<()> {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")])?;
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        let margins = [
            ("w:top", "1134"),
            ("w:right", "1361"),
            ("w:bottom", "1247"),
            ("w:left", "1361"),
            ("w:header", "680"),
            ("w:footer", "624"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins)
    })
}

/// The title and the number of the page.
pub(super) fn footer(language: Language, title: &Line) -> io::Result<Vec<u8>> {
    // Two letters that no sentence holds stand where the program counts.
    let words = text!(language, "sheet-page", page = "\u{1}", pages = "\u{2}");
    Xml::document("w:ftr", &NAMESPACES, |xml| {
        paragraph(xml, "Footer", |xml| {
            for run in title {
                text_run(xml, run.language, None, &run.text)?;
            }
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]))?;
            for piece in words.split_inclusive(['\u{1}', '\u{2}']) {
                let before = piece.trim_end_matches(['\u{1}', '\u{2}']);
                if !before.is_empty() {
                    text_run(xml, language, None, before)?;
                }
                match piece.chars().last() {
                    Some('\u{1}') => field(xml, language, " PAGE ")?,
                    Some('\u{2}') => field(xml, language, " NUMPAGES ")?,
                    _ => {}
                }
            }
            Ok(())
        })
    })
}

fn field(xml: &mut Xml, language: Language, what: &str) -> io::Result<()> {
    xml.element("w:fldSimple", &[("w:instr", what)], |xml| text_run(xml, language, None, "1"))
}

/// Where the words of the document lead.
#[derive(Default)]
pub(super) struct Links(Vec<String>);

impl Links {
    /// The number of the link to `address`; `None` where it is no address that a reader can follow, for
    /// a word processor would call the whole file damaged.
    pub fn to(&mut self, address: &str) -> Option<String> {
        let url = url::Url::parse(address).ok()?;
        if !matches!(url.scheme(), "http" | "https" | "mailto") {
            return None;
        }
        let url = String::from(url);
        let place = self.0.iter().position(|known| *known == url).unwrap_or(self.0.len());
        if place == self.0.len() {
            self.0.push(url);
        }
        Some(format!("link{}", place + 1))
    }

    /// What the document's part refers to.
    pub fn relations(&self) -> io::Result<Vec<u8>> {
        let own = [("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml")];
        let namespace = [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")];
        Xml::document("Relationships", &namespace, |xml| {
            for (name, target) in own {
                let kind = format!("{RELATION}/{name}");
                xml.empty("Relationship", &[("Id", name), ("Type", &kind), ("Target", target)])?;
            }
            for (number, target) in (1..).zip(&self.0) {
                let (id, kind) = (format!("link{number}"), format!("{RELATION}/hyperlink"));
                let link =
                    [("Id", &*id), ("Type", &*kind), ("Target", &**target), ("TargetMode", "External")];
                xml.empty("Relationship", &link)?;
            }
            Ok(())
        })
    }
}
