//! Whatever the bytes are, reading them comes to an end, and to a sheet that is whole.

use super::recognise;
use super::samples::{archive, docx_with, odt_with, read};
use crate::domain::file::FileKind;
use crate::domain::ids::FormVersionId;
use crate::domain::question::FormVersion;
use proptest::prelude::{any, prop};
use proptest::{prop_assert, proptest};

fn empty_form() -> FormVersion {
    FormVersion { id: FormVersionId::new(), number: 1, note: None, questions: Vec::new() }
}

/// Reads whatever it is, and recognises what came of it: all that matters is that it comes back.
fn survives(bytes: &[u8], kind: FileKind) -> bool {
    let Ok(sheet) = read(bytes, kind) else { return true };
    let is_in_order = |range: &std::ops::Range<usize>| sheet.text.get(range.clone()).is_some();
    let filled = recognise(&sheet, &empty_form(), &[]);
    let is_kept = |text: &String| !text.is_empty();
    filled.leftover.iter().all(is_kept)
        && sheet.paragraphs.iter().all(|paragraph| is_in_order(&paragraph.whole))
        && sheet.controls.iter().all(|control| is_in_order(&control.range))
        && sheet.bookmarks.iter().all(|bookmark| is_in_order(&bookmark.range))
}

/// Pieces of which documents are made, in any order.
const PIECES: [&str; 40] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "æ ",
    "&#x41;",
    "<w:br/>",
    "<w:tab/>",
    "<w:del>",
    "</w:del>",
    "<w:sdt>",
    "</w:sdt>",
    "<w:sdtPr>",
    "</w:sdtPr>",
    "<w:sdtContent>",
    "</w:sdtContent>",
    "<w:tag w:val=\"innspill.name\"/>",
    "<w:bookmarkStart w:id=\"1\" w:name=\"innspill_name\"/>",
    "<w:bookmarkEnd w:id=\"1\"/>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:rPr>",
    "</w:rPr>",
    "<text:p>",
    "</text:p>",
    "<text:list>",
    "</text:list>",
    "<text:list-item>",
    "</text:list-item>",
    "<text:s/>",
    "<draw:text-box>",
    "</draw:text-box>",
    "<loext:content-control>",
    "</loext:content-control>",
    "<text:bookmark-start text:name=\"a\"/>",
    "<text:bookmark-end text:name=\"a\"/>",
];

proptest! {
    #[test]
    fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let archived = [b"PK\x03\x04", bytes.as_slice()].concat();
        let part = [("word/document.xml", bytes.as_slice()), ("content.xml", bytes.as_slice())];
        for bytes in [&bytes, &archived, &archive(part)] {
            prop_assert!(survives(bytes, FileKind::Docx) && survives(bytes, FileKind::Odt));
        }
    }

    #[test]
    fn any_order_of_elements_comes_back(order in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let body: String = order.iter().map(|place| PIECES[*place]).collect();
        prop_assert!(survives(&docx_with(&body, &[]), FileKind::Docx));
        prop_assert!(survives(&odt_with(&body, "", &[]), FileKind::Odt));
        // With end tags that fit, so that more is read than the first mistake.
        let body: String = order.iter().map(|place| PIECES[*place]).filter(|piece| !piece.starts_with("</")).collect();
        let ends: String = order.iter().rev().map(|place| PIECES[*place])
            .filter(|piece| piece.starts_with('<') && !piece.starts_with("</") && !piece.ends_with("/>"))
            .map(|piece| piece.replacen('<', "</", 1)).collect();
        let body = body + &ends;
        prop_assert!(survives(&docx_with(&body, &[]), FileKind::Docx));
        prop_assert!(survives(&odt_with(&body, "", &[]), FileKind::Odt));
    }

    #[test]
    fn a_harmed_document_comes_back(at in 0_usize..2_000, byte in any::<u8>(), cut in 0_usize..2_000) {
        let body = "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"innspill.name\"/></w:sdtPr><w:sdtContent><w:r><w:t>Kari</w:t></w:r>\
            </w:sdtContent></w:sdt></w:p>";
        let mut bytes = docx_with(body, &[("docProps/core.xml", "<a/>")]);
        let place = at % bytes.len();
        bytes[place] = byte;
        prop_assert!(survives(&bytes, FileKind::Docx));
        bytes.truncate(cut % bytes.len());
        prop_assert!(survives(&bytes, FileKind::Docx));
    }
}
