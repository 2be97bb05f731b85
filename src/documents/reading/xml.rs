//! One part of a document as a stream of tags and text, within the bounds.

use super::gauge::{Gauge, Unread};
use quick_xml::errors::Error;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};
use std::io::{self, BufRead, BufReader, Read};

/// The vocabularies that we read, whatever a document calls them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// Word's text.
    Word,
    /// Word's later additions to it.
    LaterWord,
    /// Formulas in Word.
    Formula,
    /// Choices between what a new and an old program can show.
    Choice,
    /// Relations between parts.
    Relation,
    /// What a document says of itself.
    DublinCore,
    /// OpenDocument: `text:`.
    Text,
    /// OpenDocument: `style:`.
    Style,
    /// OpenDocument: `draw:`.
    Draw,
    /// OpenDocument: `office:`.
    Office,
    /// OpenDocument: `meta:`.
    Meta,
    /// LibreOffice's additions to OpenDocument.
    LibreOffice,
    /// Anything else.
    Other,
}

impl Space {
    fn of(namespace: &str) -> Self {
        match namespace {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.microsoft.com/office/word/2010/wordml" => Self::LaterWord,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Formula,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Choice,
            "http://schemas.openxmlformats.org/package/2006/relationships" => Self::Relation,
            "http://purl.org/dc/elements/1.1/" => Self::DublinCore,
            "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Self::Text,
            "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Self::Style,
            "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Self::Draw,
            "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Self::Office,
            "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" => Self::Meta,
            "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" => Self::LibreOffice,
            _ => Self::Other,
        }
    }
}

/// What comes next in a part.
pub(super) enum Node<'a> {
    /// An element begins.
    Open(Element),
    /// The element that began last ends.
    Close,
    /// Text. One text may come in several pieces.
    Text(&'a str),
    /// The part is over.
    End,
}

/// A start tag.
pub(super) struct Element {
    pub space: Space,
    tag: BytesStart<'static>,
}

impl Element {
    /// The vocabulary and the name in it.
    pub fn name(&self) -> (Space, &str) {
        (self.space, self.tag.local_name().into_inner())
    }

    /// The first attribute with this name, of whatever vocabulary; none that is longer than any
    /// name or number is.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        // The check for doubles takes the square of their number.
        attributes.with_checks(false);
        let mut found =
            attributes.flatten().filter(|attribute| attribute.key.local_name().into_inner() == name);
        let value = found.next().filter(|attribute| attribute.value.len() <= MAX_VALUE_BYTES)?;
        value.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// An attribute that is a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether the element switches something on: it does unless it says no.
    pub fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Values are looked up and compared again and again, so that a long one would cost more than its
/// place in the file.
const MAX_VALUE_BYTES: usize = 500;

/// Declarations of vocabularies that may hold at one place; Word and LibreOffice make about forty.
const MAX_DECLARATIONS: usize = 200;

/// A part of a document while it is read.
pub(super) struct Xml<'a> {
    reader: NsReader<Metered<'a>>,
    gauge: &'a Gauge<'a>,
    buffer: Vec<u8>,
    text: String,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub fn new(part: Box<dyn Read + 'a>, gauge: &'a Gauge<'a>) -> Self {
        let part = Metered { part: BufReader::new(part), gauge, piece: 0 };
        let mut reader = NsReader::from_reader(part);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        reader.resolver_mut().set_max_namespace_bindings(MAX_DECLARATIONS);
        Self { reader, gauge, buffer: Vec::new(), text: String::new(), depth: 0 }
    }

    /// What comes next.
    pub fn next(&mut self) -> Result<Node<'_>, Unread> {
        loop {
            match self.step()? {
                Step::Open(element) => return Ok(Node::Open(element)),
                Step::Close => return Ok(Node::Close),
                Step::Text => return Ok(Node::Text(&self.text)),
                Step::End => return Ok(Node::End),
                Step::Nothing => {}
            }
        }
    }

    fn step(&mut self) -> Result<Step, Unread> {
        self.gauge.reads_piece()?;
        self.buffer.clear();
        self.text.clear();
        self.reader.get_mut().piece = 0;
        let (space, event) = self
            .reader
            .read_resolved_event_into(&mut self.buffer)
            .map_err(|error| self.gauge.cause(unread(&error)))?;
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let space = match space {
                    ResolveResult::Bound(namespace) => Space::of(namespace.into_inner()),
                    _ => Space::Other,
                };
                self.depth += 1;
                if self.depth > self.gauge.bounds.depth {
                    return Err(Unread::TooDeep);
                }
                return Ok(Step::Open(Element { space, tag: tag.into_owned() }));
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                return Ok(Step::Close);
            }
            Event::Text(text) => self.text.push_str(&text.xml10_content()),
            Event::CData(text) => self.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => self.text.push(letter),
                Ok(None) => self.text.push(letter_named(&reference.into_inner())?),
                Err(_) => return Err(Unread::Damaged),
            },
            Event::DocType(_) => return Err(Unread::HasEntities),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => return Ok(Step::Nothing),
            Event::Eof if self.depth == 0 => return Ok(Step::End),
            Event::Eof => return Err(Unread::Damaged),
        }
        Ok(Step::Text)
    }
}

/// As [`Node`], while the text still stands in its place.
enum Step {
    Open(Element),
    Close,
    Text,
    Nothing,
    End,
}

/// The entities that XML knows by itself; any other must have been declared.
fn letter_named(name: &str) -> Result<char, Unread> {
    Ok(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return Err(Unread::HasEntities),
    })
}

/// What a library's error means.
fn unread(error: &Error) -> Unread {
    match error {
        Error::Namespace(_) => Unread::TooDeep,
        _ => Unread::Damaged,
    }
}

/// A part that is unpacked no further than the bounds allow.
struct Metered<'a> {
    part: BufReader<Box<dyn Read + 'a>>,
    gauge: &'a Gauge<'a>,
    /// The bytes of the present tag or text so far.
    piece: usize,
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut bytes = self.fill_buf()?;
        let read = bytes.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Metered<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let gauge = self.gauge;
        if self.piece > gauge.bounds.piece_bytes {
            return Err(gauge.break_off(Unread::TooLarge));
        }
        if self.part.buffer().is_empty() {
            gauge.tick().map_err(|unread| gauge.break_off(unread))?;
            let filled = self.part.fill_buf()?.len();
            gauge.unpacks(filled).map_err(|unread| gauge.break_off(unread))?;
        }
        Ok(self.part.buffer())
    }

    fn consume(&mut self, amount: usize) {
        self.piece = self.piece.saturating_add(amount);
        self.part.consume(amount);
    }
}
