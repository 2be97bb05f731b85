//! What a typeset document must hold, read back from its bytes by another library.

use super::{PdfMeta, TypesetError, typeset};
use crate::domain::language::Language;
use lopdf::{Document, Object};

fn meta() -> PdfMeta<'static> {
    PdfMeta {
        title: "Høring om barnevernet",
        language: Language::Nb,
        author: "Byrådsavdeling for barnevern",
        made_at: "2023-04-28T10:00:00Z".parse().unwrap(),
    }
}

fn made(markdown: &str) -> Document {
    let bytes = typeset(markdown, &meta()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    Document::load_mem(&bytes).unwrap()
}

/// The words of all pages, each run of white space as one space.
pub(super) fn words(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The structure tags in reading order, without the pieces of lines.
pub(super) fn tags(document: &Document) -> Vec<String> {
    let root = document.catalog().unwrap().get_deref(b"StructTreeRoot", document).unwrap();
    let mut found = Vec::new();
    walk(document, root, &mut found);
    found
}

fn walk(document: &Document, object: &Object, found: &mut Vec<String>) {
    match object {
        Object::Reference(id) => walk(document, document.get_object(*id).unwrap(), found),
        Object::Array(kids) => kids.iter().for_each(|kid| walk(document, kid, found)),
        Object::Dictionary(element) => {
            if let Ok(name) = element.get(b"S").and_then(Object::as_name) {
                found.push(String::from_utf8_lossy(name).into_owned());
            }
            if let Ok(kids) = element.get(b"K") {
                walk(document, kids, found);
            }
        }
        _ => {}
    }
}

fn headings(markdown: &str) -> Vec<String> {
    tags(&made(markdown)).into_iter().filter(|tag| tag.starts_with('H')).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let markdown = include_str!("sample.md");
    assert_eq!(typeset(markdown, &meta()).unwrap(), typeset(markdown, &meta()).unwrap());
}

#[test]
fn it_says_what_it_is() {
    let document = made("Hei.");
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nb-NO");
    let metadata = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8_lossy(&metadata.get_plain_content().unwrap()).into_owned();
    for said in [
        "Høring om barnevernet",
        "Byrådsavdeling for barnevern",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "2023-04-28T10:00:00+00:00",
        "<pdfaid:conformance>A</pdfaid:conformance>",
    ] {
        assert!(metadata.contains(said), "{said} in {metadata}");
    }
}

#[test]
fn markup_of_the_typesetter_is_only_text() {
    let text = words(&made(
        r#"#eval("1 + 1") #read("/etc/passwd") $x$ @ref <label> \ // ~ -- "sitat" #set page(width: 1pt)"#,
    ));
    assert!(
        text.contains(
            r#"#eval("1 + 1") #read("/etc/passwd") $x$ @ref <label> \ // ~ -- "sitat" #set page(width: 1pt)"#
        ),
        "{text}"
    );
    let meta = PdfMeta { title: "#eval(1) $x$ @ref", author: "#panic()", ..meta() };
    let document = Document::load_mem(&typeset("`#panic()`\n\n    #panic()\n", &meta).unwrap()).unwrap();
    assert!(words(&document).contains("#eval(1) $x$ @ref"), "{}", words(&document));
}

#[test]
fn norwegian_and_northern_sami_letters_come_through() {
    let letters = "á č đ ŋ š ŧ ž æ ø å Á Č Đ Ŋ Š Ŧ Ž Æ Ø Å";
    assert!(words(&made(letters)).contains(letters));
}

#[test]
fn headings_start_at_one_and_skip_nothing() {
    assert_eq!(headings("Uten overskrift"), ["H1"]);
    assert_eq!(headings("## To\n\n## To"), ["H1", "H2", "H2"]);
    assert_eq!(headings("# En\n\n#### Fire\n\n## To\n\n###### Seks"), ["H1", "H2", "H2", "H3"]);
    assert_eq!(headings("#\n\n> ### I sitat\n\n- # I liste"), ["H1", "H2", "H1"]);
    assert!(words(&made("## To")).starts_with("Byrådsavdeling for barnevern Høring om barnevernet To"));
    assert!(words(&made("# En")).starts_with("Byrådsavdeling for barnevern En"));
}

#[test]
fn tables_lists_quotes_and_links_are_tagged() {
    let tags =
        tags(&made("| A | B |\n| - | -: |\n| 1 | 2 |\n\n1. en\n   - to\n\n> sitat\n\n[lenke](https://a.no)"));
    for (tag, count) in [("TH", 2), ("TD", 2), ("TR", 2), ("L", 2), ("LI", 2), ("BlockQuote", 1), ("Link", 1)]
    {
        assert_eq!(tags.iter().filter(|found| *found == tag).count(), count, "{tag} in {tags:?}");
    }
}

/// How many lines are drawn on each page, its footer's not counted; and the words of each page.
pub(super) fn pages(document: &Document) -> Vec<(usize, String)> {
    let pages = document.get_pages();
    let read = |(number, id): (&u32, &lopdf::ObjectId)| {
        let drawn = document.get_and_decode_page_content(*id).unwrap();
        let lines = drawn.operations.iter().filter(|operation| operation.operator == "S").count();
        (lines - 1, document.extract_text(&[*number]).unwrap())
    };
    pages.iter().map(read).collect()
}

#[test]
fn a_question_of_a_paper_form_stays_with_its_lines() {
    let question = "## Medvirkning\n\nHvordan?\n\n***\n\n***\n\n***\n\n***\n\nSlutt.";
    let mut is_on_second_page = Vec::new();
    for before in 20..40 {
        let document = made(&format!("{}{question}", "Ord.\n\n".repeat(before)));
        let pages = pages(&document);
        let with = |word: &str| pages.iter().position(|(_, text)| text.contains(word)).unwrap();
        let (heading, help) = (with("Medvirkning"), with("Hvordan?"));
        assert_eq!((heading, pages[heading].0), (help, 4), "{before} paragraphs before: {pages:?}");
        is_on_second_page.push(heading == 1);
    }
    assert!(is_on_second_page.contains(&true) && is_on_second_page.contains(&false));
}

#[test]
fn more_lines_than_a_page_holds_go_on_on_the_next() {
    let document = made(&format!("Skriv her:\n\n{}", "***\n\n".repeat(200)));
    let lines: Vec<usize> = pages(&document).iter().map(|(lines, _)| *lines).collect();
    assert_eq!(lines.iter().sum::<usize>(), 200);
    assert!(lines[0] > 30 && lines.len() == 6, "{lines:?}");
}

#[test]
fn only_followable_addresses_become_links() {
    let markdown = "[a](javascript:alert(1)) [b](/horinger) [c](file:///etc/passwd) [d]() [e](mailto:post@æ.no) <f@g.no>";
    let document = made(markdown);
    assert_eq!(tags(&document).iter().filter(|tag| *tag == "Link").count(), 2);
    assert!(words(&document).contains("a b c d e f@g.no"));
}

#[test]
fn no_character_is_refused() {
    let every: String = (1..0x3000)
        .chain(0xe000..0xe010)
        .chain(0xf900..0x10000)
        .chain(0x1f600..0x1f650)
        .filter_map(char::from_u32)
        .flat_map(|c| ['a', c, ' '])
        .collect();
    made(&format!("{every}\n\n***{every}***\n\n`{every}`"));
    let text = words(&made("Takk 👩‍👩‍👧‍👦 og 漢字\u{e000}\u{0}, hei\u{fe0f}! e\u{301}"));
    assert!(text.contains("Takk \u{fffd} og \u{fffd}, hei! e\u{301}"), "{text}");
}

#[test]
fn no_depth_length_or_emptiness_is_refused() {
    for deep in [
        format!("{}dypt", "> - ".repeat(300)),
        format!("{}dypt{}", "*a **b ".repeat(200), "**c *d".repeat(200)),
        format!("{}| dypt |\n{}|-|", "> ".repeat(300), "> ".repeat(300)),
        format!("{}dypt", "1. # ".repeat(100)),
    ] {
        assert!(words(&made(&deep)).contains("dypt"), "{deep}");
    }
    let long = "Ø".repeat(17_000);
    made(&format!("# {long}\n\n[x](https://a.no/{long}) [{long}](https://a.no)"));
    made("");
    made("| |\n|-|\n\n-\n\n>\n\n1.\n\n[](https://a.no)\n\n***\n\n<br>\n\n<!-- usynlig -->");
}

#[test]
fn html_is_text_apart_from_line_breaks_and_comments() {
    let text = words(&made("en<br>to <b>tre</b> <!-- usynlig -->\n\n<script>alert(1)</script>"));
    assert!(text.contains("en to <b>tre</b>"), "{text}");
    assert!(text.contains("<script>alert(1)</script>"), "{text}");
    assert!(!text.contains("usynlig"), "{text}");
}

#[test]
fn a_document_without_a_title_is_refused() {
    let meta = PdfMeta { title: " ", ..meta() };
    assert!(matches!(typeset("Hei", &meta), Err(TypesetError::NoTitle)));
}
