//! XML as it is written: elements that are always closed, and only characters that XML allows.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};
use std::io;

/// A name and a value.
pub(super) type Attribute<'a> = (&'a str, &'a str);

/// An XML text in the making.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A whole document with this root.
    pub fn document(
        root: &str,
        attributes: &[Attribute],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<Vec<u8>> {
        let mut xml = Self { writer: Writer::new(Vec::new()) };
        xml.writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        xml.element(root, attributes, content)?;
        Ok(xml.writer.into_inner())
    }

    /// An element with what it holds.
    pub fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let start = start(name, attributes);
        self.writer.write_event(Event::Start(start.borrow()))?;
        content(self)?;
        self.writer.write_event(Event::End(start.to_end()))
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute]) -> io::Result<()> {
        self.writer.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element that holds words.
    pub fn text(&mut self, name: &str, attributes: &[Attribute], text: &str) -> io::Result<()> {
        self.element(name, attributes, |xml| {
            xml.writer.write_event(Event::Text(BytesText::new(&allowed(text))))
        })
    }
}

fn start<'a>(name: &'a str, attributes: &[Attribute]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, allowed(value).as_str()));
    }
    start
}

/// The text without what no XML document may hold.
/// Source: XML 1.0, production 2, `Char`.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_stay_words_and_values() {
        let hostile = "<a b=\"c\">&amp;\u{0}\u{8}\u{ffff}]]> 'd'";
        let made = Xml::document("r", &[("v", hostile)], |xml| xml.text("t", &[], hostile)).unwrap();
        let made = String::from_utf8(made).unwrap();
        let mut reader = quick_xml::Reader::from_str(&made);
        let mut names = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(element) => names.push(element.name().as_ref().to_owned()),
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(names, ["r", "t"], "{made}");
        assert!(!made.contains('\u{0}') && !made.contains('\u{8}') && !made.contains('\u{ffff}'), "{made}");
    }
}
