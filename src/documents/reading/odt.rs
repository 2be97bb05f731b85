//! Documents in OpenDocument, as LibreOffice writes them: the text that somebody reads on the screen.

use super::archive::Archive;
use super::docx::texts;
use super::gauge::{Gauge, Unread};
use super::odt_lists::Lists;
use super::odt_styles::Styles;
use super::sheet::{Control, Sheet, Writer};
use super::xml::{Element, Node, Space, Xml};
use std::io::{Read, Seek};

/// How much of the list of parts is looked through for the word that tells of a password.
const MANIFEST_BYTES: u64 = 256 << 10;

pub(super) fn read<R: Read + Seek>(mut archive: Archive<'_, R>, gauge: &Gauge) -> Result<Sheet, Unread> {
    if archive.has(|name| name == b"encrypted-package") {
        return Err(Unread::Encrypted);
    }
    if archive.has(|name| name.starts_with(b"Basic/") || name.starts_with(b"Scripts/")) {
        return Err(Unread::Macros);
    }
    let manifest = archive.start_of("META-INF/manifest.xml", MANIFEST_BYTES)?;
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Unread::Encrypted);
    }
    let mut styles = Styles::default();
    if let Some(xml) = archive.xml("styles.xml")? {
        styles.read(xml, gauge)?;
    }
    let mut body = Body::new(gauge, styles);
    body.read(archive.xml("content.xml")?.ok_or(Unread::NotADocument)?)?;
    let mut sheet = body.writer.finish();
    if let Some(xml) = archive.xml("meta.xml")? {
        sheet.identifiers = texts(xml, gauge, |space, name| {
            matches!((space, name), (Space::DublinCore, "identifier") | (Space::Meta, "user-defined"))
        })?;
    }
    Ok(sheet)
}

/// What an open element means to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Nothing in itself; its text counts where it stands in a paragraph.
    Other,
    /// What is not text, with all that it holds.
    Nothing,
    Paragraph,
    Hidden,
    List,
    Box,
    /// A note, which stands in a box of its own behind the paragraph.
    Note,
    Control,
}

struct Body<'g> {
    gauge: &'g Gauge<'g>,
    writer: Writer<'g>,
    styles: Styles,
    lists: Vec<Lists>,
    open: Vec<Inside>,
    silent: usize,
    /// Whether a space that comes next would be the second in a row, or the first in a paragraph.
    is_after_space: bool,
    /// The same for each paragraph that a box stands in.
    spaces: Vec<bool>,
}

impl<'g> Body<'g> {
    fn new(gauge: &'g Gauge<'g>, styles: Styles) -> Self {
        Self {
            gauge,
            writer: Writer::new(gauge),
            styles,
            lists: vec![Lists::default()],
            open: Vec::new(),
            silent: 0,
            is_after_space: true,
            spaces: Vec::new(),
        }
    }

    fn read(&mut self, mut part: Xml<'_>) -> Result<(), Unread> {
        loop {
            match part.next()? {
                Node::Open(element) => {
                    let inside = self.begin(&element)?;
                    if matches!(inside, Inside::Nothing | Inside::Hidden) {
                        self.silent += 1;
                    }
                    self.open.push(inside);
                }
                Node::Close => {
                    if let Some(inside) = self.open.pop() {
                        self.end(inside)?;
                    }
                }
                Node::Text(text) => {
                    if self.silent == 0 {
                        self.say(text)?;
                    }
                }
                Node::End => return Ok(()),
            }
        }
    }

    fn begin(&mut self, element: &Element) -> Result<Inside, Unread> {
        let (space, name) = element.name();
        if space == Space::Text && self.bookmark(element, name)? {
            return Ok(Inside::Other);
        }
        if self.silent > 0 {
            return Ok(Inside::Other);
        }
        self.styles.take(element, self.gauge)?;
        match space {
            Space::Text => self.begin_text(element, name),
            Space::LibreOffice if name == "content-control" => {
                self.begin_control(element)?;
                Ok(Inside::Control)
            }
            Space::Draw if name == "text-box" => {
                self.begin_box();
                Ok(Inside::Box)
            }
            Space::Draw if matches!(name, "custom-shape" | "rect" | "ellipse" | "line" | "caption") => {
                self.begin_box();
                Ok(Inside::Box)
            }
            Space::Office if matches!(name, "annotation" | "forms" | "binary-data" | "event-listeners") => {
                Ok(Inside::Nothing)
            }
            // What stands inside a picture, and is not seen.
            Space::Other if matches!(name, "title" | "desc" | "math") => Ok(Inside::Nothing),
            _ => Ok(Inside::Other),
        }
    }

    fn begin_text(&mut self, element: &Element, name: &str) -> Result<Inside, Unread> {
        let is_hidden = || element.attribute("style-name").is_some_and(|style| self.styles.is_hidden(&style));
        Ok(match name {
            "p" | "h" => {
                if is_hidden() {
                    return Ok(Inside::Hidden);
                }
                self.begin_paragraph(element, name)?;
                Inside::Paragraph
            }
            "span" if is_hidden() => Inside::Hidden,
            "s" => {
                // The text's bound is a better one than any of ours, but a loop needs its own.
                let count = element.number("c").unwrap_or(1).min(10_000);
                self.push(&" ".repeat(usize::try_from(count).unwrap_or(1)))?;
                Inside::Other
            }
            "tab" => {
                self.push("\t")?;
                Inside::Other
            }
            "line-break" => {
                self.push("\n")?;
                Inside::Other
            }
            "list" => {
                if let Some(lists) = self.lists.last_mut() {
                    lists.begin(element, &self.styles);
                }
                Inside::List
            }
            "list-item" => {
                if let Some(lists) = self.lists.last_mut() {
                    lists.begin_item(element);
                }
                Inside::Other
            }
            "note" => Inside::Other,
            "note-body" => {
                self.begin_box();
                Inside::Note
            }
            "tracked-changes" | "note-citation" | "ruby-text" | "hidden-text" | "hidden-paragraph"
            | "variable-decls" | "sequence-decls" | "user-field-decls" | "index-source" => Inside::Nothing,
            _ if name.ends_with("-source") => Inside::Nothing,
            _ => Inside::Other,
        })
    }

    fn begin_paragraph(&mut self, element: &Element, name: &str) -> Result<(), Unread> {
        self.writer.begin_paragraph()?;
        let heading = (name == "h").then(|| element.number("outline-level").unwrap_or(1));
        let marker = match self.lists.last_mut() {
            Some(lists) => lists.marker(&self.styles),
            None => String::new(),
        };
        self.writer.dress(heading, if heading.is_some() { "" } else { &marker })?;
        self.is_after_space = true;
        Ok(())
    }

    /// Bookmarks count wherever they stand; says whether this was one.
    fn bookmark(&mut self, element: &Element, name: &str) -> Result<bool, Unread> {
        if !matches!(name, "bookmark" | "bookmark-start" | "bookmark-end") {
            return Ok(false);
        }
        let Some(label) = element.attribute("name") else { return Ok(true) };
        if name != "bookmark-end" {
            self.writer.begin_bookmark(label.clone(), label.clone())?;
        }
        if name != "bookmark-start" {
            self.writer.end_bookmark(&label);
        }
        Ok(true)
    }

    fn begin_control(&mut self, element: &Element) -> Result<(), Unread> {
        let is_on = |name| element.attribute(name).is_some_and(|value| value == "true");
        self.writer.begin_control(Control {
            tag: element.attribute("tag"),
            alias: element.attribute("alias"),
            shows_placeholder: is_on("showing-place-holder"),
            is_ticked: is_on("checkbox").then(|| is_on("checked")),
            ..Control::default()
        })
    }

    fn begin_box(&mut self) {
        self.writer.begin_box();
        self.lists.push(Lists::default());
        self.spaces.push(self.is_after_space);
    }

    fn end(&mut self, inside: Inside) -> Result<(), Unread> {
        match inside {
            Inside::Nothing | Inside::Hidden => self.silent = self.silent.saturating_sub(1),
            Inside::Paragraph => self.writer.end_paragraph()?,
            Inside::List => {
                if let Some(lists) = self.lists.last_mut() {
                    lists.end(&self.styles);
                }
            }
            Inside::Box | Inside::Note => {
                self.writer.end_box();
                self.lists.pop();
                self.is_after_space = self.spaces.pop().unwrap_or_default();
            }
            Inside::Control => self.writer.end_control(),
            Inside::Other => {}
        }
        Ok(())
    }

    /// Writes text as the file has it, where a row of blanks is one space.
    fn say(&mut self, text: &str) -> Result<(), Unread> {
        if !self.writer.is_in_paragraph() {
            return Ok(());
        }
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r') {
                shown.push(c);
                self.is_after_space = false;
            } else if !self.is_after_space {
                shown.push(' ');
                self.is_after_space = true;
            }
        }
        self.writer.push(&shown)
    }

    /// Writes what an element stands for.
    fn push(&mut self, text: &str) -> Result<(), Unread> {
        self.is_after_space = false;
        if self.writer.is_in_paragraph() { self.writer.push(text) } else { Ok(()) }
    }
}
