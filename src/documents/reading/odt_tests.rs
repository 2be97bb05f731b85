//! What is text in OpenDocument, and what is not.

use super::samples::{odt_with, open_document, read};
use crate::domain::file::FileKind;

#[test]
fn paragraphs_blanks_and_breaks_survive() {
    let body = "<text:p>  En\n  linje<text:s text:c=\"2\"/>to</text:p><text:p/>\
        <text:p><text:span>a</text:span><text:line-break/> b<text:tab/><text:a>c</text:a></text:p>\n";
    assert_eq!(open_document(body), "En linje  to\n\na\n b\tc\n");
}

#[test]
fn what_was_struck_out_remarked_or_hidden_is_no_text() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>borte</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes>\
        <text:p>Ja<office:annotation><text:p>merknad</text:p></office:annotation>\
        <draw:frame><svg:title>et bilde</svg:title><draw:image/></draw:frame><text:span text:style-name=\"H\">skjult</text:span></text:p>";
    let styles = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
    assert_eq!(read(&odt_with(body, styles, &[]), FileKind::Odt).unwrap().text, "Ja\n");
}

#[test]
fn boxes_and_notes_stand_behind_their_paragraph() {
    let body = "<text:p>Før<draw:frame><draw:text-box><text:p>i boks</text:p></draw:text-box></draw:frame>\
        <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>i note</text:p></text:note-body></text:note> \
         etter</text:p>";
    assert_eq!(open_document(body), "Før etter\ni boks\ni note\n");
}

#[test]
fn lists_keep_their_markers_and_headings_their_level() {
    let styles = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" \
        style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" \
        style:num-format=\"a\" style:num-suffix=\")\" text:display-levels=\"2\"/></text:list-style>\
        <text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\"/></text:list-style>";
    let body = "<text:h text:outline-level=\"2\">Spørsmål</text:h>\
        <text:list text:style-name=\"L\"><text:list-item><text:p>en</text:p><text:p>mer</text:p>\
        <text:list><text:list-item><text:p>under</text:p></text:list-item></text:list></text:list-item></text:list>\
        <text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item><text:p>to</text:p></text:list-item></text:list>\
        <text:list text:style-name=\"L\"><text:list-item><text:p>ny</text:p></text:list-item></text:list>\
        <text:list text:style-name=\"B\"><text:list-header><text:p>over</text:p></text:list-header>\
        <text:list-item><text:p>punkt</text:p></text:list-item></text:list>";
    let sheet = read(&odt_with(body, styles, &[]), FileKind::Odt).unwrap();
    assert_eq!(sheet.text, "Spørsmål\n1. en\nmer\n  1.a) under\n2. to\n1. ny\nover\n- punkt\n");
    assert_eq!(sheet.paragraphs[0].heading, Some(2));
}

#[test]
fn controls_bookmarks_and_identifiers_are_found() {
    let body = "<text:p>a<text:bookmark-start text:name=\"m\"/><loext:content-control loext:alias=\"Navn\" \
        loext:tag=\"t\" loext:showing-place-holder=\"true\">Kari</loext:content-control><text:bookmark-end text:name=\"m\"/>\
        <text:bookmark text:name=\"punkt\"/></text:p>";
    let meta = "<office:document-meta @><office:meta><dc:title>x</dc:title><dc:identifier>urn:1</dc:identifier>\
        <meta:user-defined meta:name=\"i\">urn:2</meta:user-defined></office:meta></office:document-meta>";
    let sheet = read(&odt_with(body, "", &[("meta.xml", meta)]), FileKind::Odt).unwrap();
    let control = &sheet.controls[0];
    assert_eq!((control.tag.as_deref(), control.alias.as_deref()), (Some("t"), Some("Navn")));
    assert!(control.shows_placeholder);
    assert_eq!(sheet.at(&control.range), "Kari");
    assert_eq!(sheet.at(&sheet.bookmarks[0].range), "Kari");
    assert!(sheet.bookmarks[1].range.is_empty());
    assert_eq!(sheet.identifiers, ["urn:1", "urn:2"]);
}
