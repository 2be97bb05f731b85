//! The form as a DOCX: its pieces as paragraphs, its fields as content controls inside bookmarks.

use super::fields::{Field, placeholder, plain};
use super::paper::{Line, Piece, pieces, title};
use super::parts::{self, Links};
use super::xml::Xml;
use super::{DocxError, FormSheet, Format, TICKED, UNTICKED};
use crate::documents::marks::Mark;
use crate::domain::language::Language;
use std::io::{self, Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// How many lines an empty answer has room for; it grows with what is written.
const ANSWER_LINES: usize = 8;
/// Where the numbers of content controls start; Word wants them unique in a document.
const FIRST_CONTROL: u32 = 710_000_001;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the roots of document and footer have in common.
pub(super) const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", WORD),
    ("xmlns:r", RELATIONS),
    ("xmlns:mc", COMPATIBILITY),
    ("xmlns:w14", WORD_2010),
    ("mc:Ignorable", "w14"),
];

pub(super) fn write(sheet: &FormSheet) -> Result<Vec<u8>, DocxError> {
    let title = title(sheet);
    let mut body = Body { sheet, links: Links::default(), marks: 0 };
    let document = body.document()?;
    let files: [(&str, Vec<u8>); 8] = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.into()),
        ("_rels/.rels", parts::PACKAGE_RELATIONS.into()),
        ("docProps/core.xml", parts::core(sheet, &plain(&title))?),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", body.links.relations()?),
        ("word/styles.xml", parts::styles(sheet.language)),
        ("word/settings.xml", parts::settings(sheet.language)),
        ("word/footer1.xml", parts::footer(sheet.language, &title)?),
    ];
    // The entries bear the earliest day that a package can write, so that the same form is the same file.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        package.start_file(name, options)?;
        package.write_all(&bytes)?;
    }
    Ok(package.finish()?.into_inner())
}

struct Body<'a> {
    sheet: &'a FormSheet<'a>,
    links: Links,
    /// How many bookmarks there are.
    marks: u32,
}

impl Body<'_> {
    fn document(&mut self) -> io::Result<Vec<u8>> {
        Xml::document("w:document", &NAMESPACES, |xml| {
            xml.element("w:body", &[], |xml| {
                for piece in pieces(self.sheet, Format::Docx) {
                    self.piece(xml, &piece)?;
                }
                parts::page(xml)
            })
        })
    }

    fn piece(&mut self, xml: &mut Xml, piece: &Piece) -> io::Result<()> {
        match piece {
            Piece::Sender(line) => self.paragraph(xml, "InnspillSender", line),
            Piece::Title(line) => self.title(xml, line),
            Piece::Deadline(line) => self.paragraph(xml, "InnspillDeadline", line),
            Piece::Facts(facts) => facts.iter().try_for_each(|(name, value)| self.fact(xml, name, value)),
            Piece::Heading(line) => self.paragraph(xml, "Heading2", line),
            Piece::Paragraph(line) => self.paragraph(xml, "Normal", line),
            Piece::Notice(heading, lines) => {
                self.paragraph(xml, "Heading2", heading)?;
                lines.iter().try_for_each(|line| self.paragraph(xml, "InnspillNotice", line))
            }
            Piece::Field(field) => {
                self.paragraph(xml, "InnspillLabel", &field.label)?;
                self.paragraph(xml, "InnspillHelp", &field.help)?;
                self.one_line(xml, field)
            }
            Piece::Tick(field) => {
                self.tick(xml, field)?;
                self.paragraph(xml, "InnspillNote", &field.help)
            }
            Piece::Question(field) => {
                self.paragraph(xml, "Heading2", &field.label)?;
                self.paragraph(xml, "InnspillWording", &field.wording)?;
                self.paragraph(xml, "InnspillHelp", &field.help)?;
                self.answer(xml, field)
            }
            Piece::More(..) => Ok(()),
        }
    }

    /// A paragraph; none where there are no words.
    fn paragraph(&mut self, xml: &mut Xml, style: &str, line: &Line) -> io::Result<()> {
        if line.is_empty() {
            return Ok(());
        }
        paragraph(xml, style, |xml| self.words(xml, line))
    }

    fn title(&mut self, xml: &mut Xml, line: &Line) -> io::Result<()> {
        let name = self.sheet.identity().bookmark();
        paragraph(xml, "Heading1", |xml| self.marked(xml, &name, |body, xml| body.words(xml, line)))
    }

    fn fact(&mut self, xml: &mut Xml, name: &Line, value: &Line) -> io::Result<()> {
        paragraph(xml, "InnspillFact", |xml| {
            for run in name {
                text_run(xml, run.language, Some("InnspillName"), &format!("{}:", run.text))?;
            }
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]))?;
            self.words(xml, value)
        })
    }

    fn words(&mut self, xml: &mut Xml, line: &Line) -> io::Result<()> {
        for run in line {
            match run.address.as_deref().and_then(|address| self.links.to(address)) {
                Some(id) => xml.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| {
                    text_run(xml, run.language, Some("Hyperlink"), &run.text)
                })?,
                None => text_run(xml, run.language, None, &run.text)?,
            }
        }
        Ok(())
    }

    /// `content` between the two ends of a bookmark.
    fn marked(
        &mut self,
        xml: &mut Xml,
        name: &str,
        content: impl FnOnce(&mut Self, &mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let id = self.marks.to_string();
        self.marks += 1;
        xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)])?;
        content(self, xml)?;
        xml.empty("w:bookmarkEnd", &[("w:id", &id)])
    }

    /// The bookmark stands around the control and not in it: what programs do with the text of a
    /// control, they do between its ends.
    fn control(
        &mut self,
        xml: &mut Xml,
        field: &Field,
        kind: impl FnOnce(&mut Xml) -> io::Result<()>,
        content: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let (mark, label) = (field.mark, plain(&field.label));
        let id = (FIRST_CONTROL + self.marks).to_string();
        self.marked(xml, &mark.bookmark(), |_, xml| {
            xml.element("w:sdt", &[], |xml| {
                xml.element("w:sdtPr", &[], |xml| {
                    xml.empty("w:alias", &[("w:val", &label)])?;
                    xml.empty("w:tag", &[("w:val", &mark.tag())])?;
                    xml.empty("w:id", &[("w:val", &id)])?;
                    xml.empty("w:lock", &[("w:val", "sdtLocked")])?;
                    if mark != Mark::NoComment {
                        xml.empty("w:showingPlcHdr", &[])?;
                    }
                    kind(xml)
                })?;
                xml.element("w:sdtContent", &[], content)
            })
        })
    }

    fn one_line(&mut self, xml: &mut Xml, field: &Field) -> io::Result<()> {
        let (language, mark) = (self.sheet.language, field.mark);
        paragraph(xml, "InnspillField", |xml| {
            self.control(
                xml,
                field,
                |xml| xml.empty("w:text", &[]),
                |xml| text_run(xml, language, Some("PlaceholderText"), &placeholder(language, mark)),
            )
        })
    }

    /// An answer may have paragraphs and lists, so that its control holds whole paragraphs. Of the kinds
    /// that do, only a building block, which Word lets people write in as in any other, is left as it is
    /// by LibreOffice: of rich text, 7.4 makes a field where no paragraph can end.
    fn answer(&mut self, xml: &mut Xml, field: &Field) -> io::Result<()> {
        let (language, mark) = (self.sheet.language, field.mark);
        let room = "\n".repeat(ANSWER_LINES - 1);
        self.control(
            xml,
            field,
            |xml| {
                xml.element("w:docPartObj", &[], |xml| {
                    xml.empty("w:docPartGallery", &[("w:val", "Quick Parts")])
                })
            },
            |xml| {
                paragraph(xml, "InnspillAnswer", |xml| {
                    let words = format!("{}{room}", placeholder(language, mark));
                    text_run(xml, language, Some("PlaceholderText"), &words)
                })
            },
        )
    }

    fn tick(&mut self, xml: &mut Xml, field: &Field) -> io::Result<()> {
        let language = self.sheet.language;
        paragraph(xml, "InnspillTick", |xml| {
            self.control(xml, field, tick_box, |xml| {
                text_run(xml, language, Some("InnspillBox"), &UNTICKED.to_string())
            })?;
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]))?;
            self.words(xml, &field.label)
        })
    }
}

fn tick_box(xml: &mut Xml) -> io::Result<()> {
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
