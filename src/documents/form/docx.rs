//! The form as a DOCX: its pieces as paragraphs, its fields as content controls inside bookmarks.

use super::fields::{Field, placeholder, plain};
use super::paper::{Line, Piece, pieces, title};
use super::parts::{self, Links};
use super::runs::{paragraph, text_run, tick_box};
use super::xml::Xml;
use super::{DocxError, FormSheet, Format, UNTICKED};
use crate::documents::marks::{ChoiceMark, Mark};
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
                self.paragraph(xml, "InnspillHelp", &field.instruction)?;
                match (field.is_line, field.options.is_empty()) {
                    (_, false) => self.choices(xml, field),
                    (true, true) => self.one_line(xml, field),
                    (false, true) => self.answer(xml, field),
                }
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
        names: &Names,
        kind: impl FnOnce(&mut Xml) -> io::Result<()>,
        content: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let id = (FIRST_CONTROL + self.marks).to_string();
        self.marked(xml, &names.bookmark, |_, xml| {
            xml.element("w:sdt", &[], |xml| {
                xml.element("w:sdtPr", &[], |xml| {
                    xml.empty("w:alias", &[("w:val", &names.label)])?;
                    xml.empty("w:tag", &[("w:val", &names.tag)])?;
                    xml.empty("w:id", &[("w:val", &id)])?;
                    xml.empty("w:lock", &[("w:val", "sdtLocked")])?;
                    if !names.is_box {
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
                &Names::of(field),
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
            &Names::of(field),
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
        self.ticked(xml, "InnspillTick", &Names::of(field), &field.label)
    }

    fn choices(&mut self, xml: &mut Xml, field: &Field) -> io::Result<()> {
        let Mark::Answer(question) = field.mark else { return Ok(()) };
        (1..).zip(&field.options).try_for_each(|(place, option)| {
            let mark = ChoiceMark { question, place };
            let label = plain(option);
            let names = Names { bookmark: mark.bookmark(), tag: mark.tag(), label, is_box: true };
            self.ticked(xml, "InnspillChoice", &names, option)
        })
    }

    /// A box, and what it stands for.
    fn ticked(&mut self, xml: &mut Xml, style: &str, names: &Names, label: &Line) -> io::Result<()> {
        let language = self.sheet.language;
        paragraph(xml, style, |xml| {
            self.control(xml, names, tick_box, |xml| {
                text_run(xml, language, Some("InnspillBox"), &UNTICKED.to_string())
            })?;
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]))?;
            self.words(xml, label)
        })
    }
}

/// What a content control is known again by.
struct Names {
    bookmark: String,
    tag: String,
    /// For people.
    label: String,
    /// Whether it is a box, which shows no words until it is filled in.
    is_box: bool,
}

impl Names {
    fn of(field: &Field) -> Self {
        let mark = field.mark;
        let (bookmark, tag, label) = (mark.bookmark(), mark.tag(), plain(&field.label));
        Self { bookmark, tag, label, is_box: mark == Mark::NoComment }
    }
}
