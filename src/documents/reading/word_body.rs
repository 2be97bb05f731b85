//! The text of Word's documents, as somebody reads it on the screen: what was struck out, hidden or
//! computed behind the scenes is not text.

use super::gauge::Unread;
use super::numbering::Numbering;
use super::sheet::{Control, Sheet, Writer};
use super::styles::Styles;
use super::symbols::symbol;
use super::word_inside::Inside;
use super::word_paragraph::Dress;
use super::xml::{Element, Node, Space, Xml};

/// The text while it is read.
pub(super) struct Body<'g> {
    writer: Writer<'g>,
    styles: Styles,
    numbering: Numbering,
    open: Vec<Inside>,
    /// How many of the open elements are not text.
    silent: usize,
    dress: Dress,
    /// Whether the end of the paragraph was struck out, so that the next goes on.
    goes_on: Vec<bool>,
    is_hidden: bool,
    text: String,
    keeps_space: bool,
}

impl<'g> Body<'g> {
    pub fn new(writer: Writer<'g>, styles: Styles, numbering: Numbering) -> Self {
        Self {
            writer,
            styles,
            numbering,
            open: Vec::new(),
            silent: 0,
            dress: Dress::default(),
            goes_on: Vec::new(),
            is_hidden: false,
            text: String::new(),
            keeps_space: false,
        }
    }

    pub fn finish(self) -> Sheet {
        self.writer.finish()
    }

    /// Reads one part.
    pub fn read(&mut self, mut part: Xml<'_>) -> Result<(), Unread> {
        loop {
            match part.next()? {
                Node::Open(element) => {
                    let inside = self.begin(&element)?;
                    if matches!(inside, Inside::Nothing | Inside::StruckOut) {
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
                    if self.open.last() == Some(&Inside::Text) && self.silent == 0 {
                        self.text.push_str(text);
                        self.writer.has_room_for(self.text.len())?;
                    }
                }
                Node::End => {
                    // The end of the last paragraph may have been struck out.
                    return if self.writer.is_in_paragraph() { self.writer.end_paragraph() } else { Ok(()) };
                }
            }
        }
    }

    fn begin(&mut self, element: &Element) -> Result<Inside, Unread> {
        let (space, name) = element.name();
        match (space, name) {
            // Bookmarks may begin and end among words that were struck out.
            (Space::Word, "bookmarkStart" | "bookmarkEnd") if !self.open.contains(&Inside::Nothing) => {
                self.bookmark(element, name)?;
                Ok(Inside::Other)
            }
            _ if self.silent > 0 => Ok(Inside::Other),
            (Space::Choice, _) => Ok(self.choose(name)),
            (Space::Formula, "t") => Ok(self.begin_text(element)),
            (Space::LaterWord, "checked") => {
                let is_on = element.is_on();
                if let Some(control) = self.control_in_properties() {
                    control.is_ticked = Some(is_on);
                }
                Ok(Inside::Other)
            }
            (Space::Word, name) => self.begin_word(element, name),
            _ => Ok(Inside::Other),
        }
    }

    fn begin_word(&mut self, element: &Element, name: &str) -> Result<Inside, Unread> {
        match self.open.last() {
            Some(Inside::ParagraphProperties) => Ok(self.dress(element, name)),
            Some(Inside::EndProperties) => {
                if matches!(name, "del" | "moveFrom")
                    && let Some(goes_on) = self.goes_on.last_mut()
                {
                    *goes_on = true;
                }
                Ok(Inside::Other)
            }
            Some(Inside::RunProperties) => {
                if name == "vanish" {
                    self.is_hidden = element.is_on();
                }
                Ok(Inside::Other)
            }
            Some(Inside::ControlProperties) => {
                self.describe_control(element, name);
                Ok(Inside::Other)
            }
            _ => self.begin_content(element, name),
        }
    }

    /// An element that is no property of another.
    fn begin_content(&mut self, element: &Element, name: &str) -> Result<Inside, Unread> {
        Ok(match name {
            "p" => {
                self.writer.begin_paragraph()?;
                self.goes_on.push(false);
                Inside::Paragraph
            }
            "pPr" if self.open.last() == Some(&Inside::Paragraph) => {
                self.dress = Dress::default();
                Inside::ParagraphProperties
            }
            "r" => {
                self.is_hidden = false;
                Inside::Run
            }
            "rPr" if self.open.last() == Some(&Inside::Run) => Inside::RunProperties,
            "t" => self.begin_text(element),
            "sdt" => {
                self.writer.begin_control(Control::default())?;
                Inside::Control
            }
            "sdtPr" => Inside::ControlProperties,
            "txbxContent" => {
                self.writer.begin_box();
                Inside::Box
            }
            "del" | "moveFrom" => Inside::StruckOut,
            "footnote" | "endnote" if element.attribute("type").is_some_and(|of| of != "normal") => {
                Inside::Nothing
            }
            "instrText" | "delText" | "delInstrText" | "fldData" | "ffData" | "rt" | "sectPr"
            | "sdtEndPr" | "rPr" | "pPr" | "tblPr" | "trPr" | "tcPr" => Inside::Nothing,
            _ => {
                self.write_letter(element, name)?;
                Inside::Other
            }
        })
    }

    /// Elements that are a letter, as they stand in a run.
    fn write_letter(&mut self, element: &Element, name: &str) -> Result<(), Unread> {
        if self.open.last() != Some(&Inside::Run) {
            return Ok(());
        }
        let letter = match name {
            "tab" | "ptab" => '\t',
            "br" | "cr" => '\n',
            "noBreakHyphen" => '\u{2011}',
            "softHyphen" => '\u{ad}',
            "sym" => symbol(element),
            _ => return Ok(()),
        };
        self.say(letter.encode_utf8(&mut [0; 4]))
    }

    fn begin_text(&mut self, element: &Element) -> Inside {
        self.text.clear();
        self.keeps_space = element.attribute("space").is_some_and(|value| value == "preserve");
        Inside::Text
    }

    /// Of several choices the first is read, and what stands there for old programs only where
    /// there is no other.
    fn choose(&mut self, name: &str) -> Inside {
        match name {
            "AlternateContent" => Inside::Choice(false),
            "Choice" | "Fallback" => match self.open.last_mut() {
                Some(Inside::Choice(true)) => Inside::Nothing,
                Some(Inside::Choice(made)) => {
                    *made = true;
                    Inside::Other
                }
                _ => Inside::Other,
            },
            _ => Inside::Other,
        }
    }

    fn bookmark(&mut self, element: &Element, name: &str) -> Result<(), Unread> {
        let number = element.attribute("id").unwrap_or_default();
        if name == "bookmarkEnd" {
            self.writer.end_bookmark(&number);
            return Ok(());
        }
        match element.attribute("name") {
            Some(name) => self.writer.begin_bookmark(number, name),
            None => Ok(()),
        }
    }

    /// One property of a paragraph.
    fn dress(&mut self, element: &Element, name: &str) -> Inside {
        match name {
            "numPr" => Inside::ParagraphProperties,
            "rPr" => Inside::EndProperties,
            // What it was before a tracked change.
            "pPrChange" => Inside::Nothing,
            _ => {
                self.dress.take(element, name);
                Inside::Other
            }
        }
    }

    fn describe_control(&mut self, element: &Element, name: &str) {
        let Some(control) = self.writer.control() else { return };
        match name {
            "tag" => control.tag = element.attribute("val"),
            "alias" => control.alias = element.attribute("val"),
            "showingPlcHdr" => control.shows_placeholder = element.is_on(),
            _ => {}
        }
    }

    fn control_in_properties(&mut self) -> Option<&mut Control> {
        if self.open.contains(&Inside::ControlProperties) { self.writer.control() } else { None }
    }

    fn end(&mut self, inside: Inside) -> Result<(), Unread> {
        match inside {
            Inside::Nothing | Inside::StruckOut => self.silent = self.silent.saturating_sub(1),
            // The first is that of `numPr`, which stands inside.
            Inside::ParagraphProperties if self.open.last() == Some(&Inside::Paragraph) => {
                let dress = std::mem::take(&mut self.dress);
                let (heading, marker) = dress.put_on(&self.styles, &mut self.numbering);
                self.writer.dress(heading, &marker)?;
            }
            Inside::Paragraph => self.end_paragraph()?,
            Inside::Run => self.is_hidden = false,
            Inside::Text => {
                let text = std::mem::take(&mut self.text);
                let shown = if self.keeps_space { &text } else { text.trim_matches([' ', '\t', '\n', '\r']) };
                // A line feed in the file is a space on the screen.
                self.say(&shown.replace(['\n', '\r'], " "))?;
            }
            Inside::Control => self.writer.end_control(),
            Inside::Box => self.writer.end_box(),
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Unread> {
        let goes_on = self.goes_on.pop().unwrap_or(false);
        if goes_on { Ok(()) } else { self.writer.end_paragraph() }
    }

    fn say(&mut self, text: &str) -> Result<(), Unread> {
        if self.is_hidden || self.silent > 0 || !self.writer.is_in_paragraph() {
            return Ok(());
        }
        self.writer.push(text)
    }
}
