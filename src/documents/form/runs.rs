//! Paragraphs, words and boxes of the DOCX.

use super::xml::Xml;
use super::{TICKED, UNTICKED, parts};
use crate::domain::language::Language;
use std::io;

/// What makes a content control a box to tick.
pub(super) fn tick_box(xml: &mut Xml) -> io::Result<()> {
    let state = |c: char| format!("{:04X}", u32::from(c));
    xml.element("w14:checkbox", &[], |xml| {
        xml.empty("w14:checked", &[("w14:val", "0")])?;
        for (name, sign) in [("w14:checkedState", TICKED), ("w14:uncheckedState", UNTICKED)] {
            xml.empty(name, &[("w14:val", &state(sign)), ("w14:font", "MS Gothic")])?;
        }
        Ok(())
    })
}

/// A paragraph of this style.
pub(super) fn paragraph(
    xml: &mut Xml,
    style: &str,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", style)]))?;
        content(xml)
    })
}

/// Words in one language, where a new line is a break.
pub(super) fn text_run(xml: &mut Xml, language: Language, style: Option<&str>, text: &str) -> io::Result<()> {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            if let Some(style) = style {
                xml.empty("w:rStyle", &[("w:val", style)])?;
            }
            xml.empty("w:lang", &[("w:val", parts::locale(language))])
        })?;
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                xml.empty("w:br", &[])?;
            }
            if !line.is_empty() {
                xml.text("w:t", &[("xml:space", "preserve")], line)?;
            }
        }
        Ok(())
    })
}
