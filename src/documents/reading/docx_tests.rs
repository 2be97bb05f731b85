//! What is text in Word's documents, and what is not.

use super::Control;
use super::samples::{archive, docx_with, read, word};
use crate::domain::file::FileKind;

fn p(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn paragraphs_and_breaks_survive() {
    let body = [
        p(&[r("En "), r("linje")].concat()),
        p(""),
        p("<w:r><w:t>To</w:t><w:br/><w:t> tre </w:t><w:tab/><w:t>&amp; &#xe6;&lt;b&gt;</w:t><w:cr/></w:r>"),
        p(
            "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:noBreakHyphen/><w:t><![CDATA[<&]]></w:t></w:r>",
        ),
    ];
    assert_eq!(word(&body.concat()), "En linje\n\nTo\ntre\t& æ<b>\n\n\u{2011}<&\n");
}

#[test]
fn what_was_struck_out_is_gone_and_what_was_added_is_there() {
    let body = [
        p("<w:r><w:t>Ja</w:t></w:r><w:del><w:r><w:delText>nei</w:delText></w:r></w:del>\
           <w:ins><w:r><w:t>, gjerne</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>flyttet</w:t></w:r></w:moveFrom>"),
        p(&format!("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}", r("Første og "))),
        p(&r("andre er ett.")),
    ];
    assert_eq!(word(&body.concat()), "Ja, gjerne\nFørste og andre er ett.\n");
}

#[test]
fn a_bookmark_that_ends_among_struck_out_words_still_ends() {
    let body = p(&format!(
        "<w:bookmarkStart w:id=\"4\" w:name=\"her\"/>{}<w:del><w:bookmarkEnd w:id=\"4\"/></w:del>{}",
        r("inni"),
        r("utenfor")
    ));
    let sheet = read(&docx_with(&body, &[]), FileKind::Docx).unwrap();
    assert_eq!(sheet.at(&sheet.bookmarks[0].range), "inni");
}

#[test]
fn what_is_computed_or_hidden_is_no_text() {
    let body = [
        p(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE</w:instrText><w:fldChar/><w:t>i dag</w:t></w:r>",
        ),
        p(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>vist</w:t></w:r>",
        ),
        p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
    ];
    assert_eq!(word(&body.concat()), "i dag\nvist\nx=1\n");
}

#[test]
fn a_text_box_is_read_once_and_after_its_paragraph() {
    let inner = format!("<w:txbxContent>{}{}</w:txbxContent>", p(&r("I boksen")), p(&r("også")));
    let both = |text: &str| {
        format!(
            "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{text}</w:drawing></mc:Choice>\
             <mc:Fallback><w:pict>{text}</w:pict></mc:Fallback></mc:AlternateContent>"
        )
    };
    let body = p(&format!("{}<w:r>{}</w:r>{}", r("Før "), both(&inner), r("etter")));
    assert_eq!(word(&body), "Før etter\nI boksen\nogså\n");
    let old = p(&format!("{}<w:r><w:pict>{inner}</w:pict></w:r>", r("Før")));
    assert_eq!(word(&old), "Før\nI boksen\nogså\n");
    let only = p(
        "<mc:AlternateContent><mc:Fallback><w:r><w:t>bare her</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    );
    assert_eq!(word(&only), "bare her\n");
}

const NUMBERING: &str = r#"<w:numbering @>
 <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
 <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
 <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
 <w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles @>
 <w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>
 <w:style w:styleId="Spm"><w:name w:val="Spørsmål"/><w:basedOn w:val="Overskrift2"/></w:style>
 <w:style w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
</w:styles>"#;

#[test]
fn lists_keep_their_markers_and_headings_their_level() {
    let item = |list: u32, level: u32, text: &str| {
        p(&format!(
            "<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}",
            r(text)
        ))
    };
    let styled =
        |style: &str, text: &str| p(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}", r(text)));
    let body = [
        item(1, 0, "en"),
        item(1, 1, "under"),
        item(1, 1, "under igjen"),
        item(1, 0, "to"),
        item(1, 1, "ny"),
        item(2, 0, "punkt"),
        item(3, 0, "sju"),
        item(0, 0, "ingen"),
        item(9, 0, "ukjent"),
        styled("Punkt", "av stilen"),
        styled("Spm", "Et spørsmål"),
    ];
    let further = [("word/numbering.xml", NUMBERING), ("word/styles.xml", STYLES)];
    let sheet = read(&docx_with(&body.concat(), &further), FileKind::Docx).unwrap();
    assert_eq!(
        sheet.text,
        "1. en\n  1.a) under\n  1.b) under igjen\n2. to\n  2.a) ny\n- punkt\n7. sju\ningen\nukjent\n\
         - av stilen\nEt spørsmål\n"
    );
    let headings: Vec<Option<u32>> = sheet.paragraphs.iter().map(|paragraph| paragraph.heading).collect();
    assert_eq!(headings.last(), Some(&Some(2)));
    assert!(headings[..10].iter().all(Option::is_none));
}

#[test]
fn controls_and_bookmarks_know_what_they_hold() {
    let body = format!(
        "<w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:alias w:val=\"Svar\"/><w:tag w:val=\"t\"/>\
         <w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}{}</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"1\"/>{}",
        p(&r("en")),
        p(&r("to")),
        p(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr><w:sdtContent>\
           <w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:sdtContent></w:sdt><w:r><w:t>ja</w:t></w:r>"
        )
    );
    let sheet = read(&docx_with(&body, &[]), FileKind::Docx).unwrap();
    assert_eq!(sheet.text, "en\nto\n☑ja\n".replace(' ', ""));
    let [first, second] = sheet.controls.as_slice() else { panic!("{:?}", sheet.controls) };
    assert_eq!(sheet.at(&first.range), "en\nto\n");
    assert_eq!(sheet.at(&sheet.bookmarks[0].range), "en\nto\n");
    let stated = Control {
        range: first.range.clone(),
        tag: Some("t".into()),
        alias: Some("Svar".into()),
        shows_placeholder: true,
        is_ticked: None,
    };
    assert_eq!(*first, stated);
    assert_eq!((sheet.at(&second.range), second.is_ticked), ("☑", Some(true)));
}

#[test]
fn parts_are_found_where_the_document_says_and_not_outside() {
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Type=\"http://x/officeDocument\" Target=\"http://example.org/a.xml\" TargetMode=\"External\"/>\
         <Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let main = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>\
         <w:p><w:r><w:t>her</w:t></w:r></w:p></w:body></w:document>";
    let notes = "<f:footnotes xmlns:f=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">\
         <f:footnote f:type=\"separator\"><f:p><f:r><f:t>strek</f:t></f:r></f:p></f:footnote>\
         <f:footnote><f:p><f:r><f:t>note</f:t></f:r></f:p></f:footnote></f:footnotes>";
    let core = "<c xmlns:d=\"http://purl.org/dc/elements/1.1/\"><d:title>nei</d:title><d:identifier>urn:x</d:identifier></c>";
    let bytes = archive([
        ("_rels/.rels", relations.as_bytes()),
        ("word/document2.xml", main.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ]);
    let sheet = read(&bytes, FileKind::Docx).unwrap();
    assert_eq!(sheet.text, "her\nnote\n");
    assert_eq!(sheet.identifiers, ["urn:x"]);
}
