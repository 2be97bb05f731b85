//! The forms that people take home, as LibreOffice and the tools for PDFs see them.

use crate::house::House;
use crate::house::case::import_rounds;
use crate::{is_skipped, office};
use std::io::{Cursor, Read};
use std::process::Command;

const SLUG: &str = "handlingsplan-for-barnevernet";
/// A form's address, and what it says in its order.
const FORMS: [(&str, &str, [&str; 8]); 3] = [
    (
        "",
        "nb",
        [
            "Innspillskjema: Handlingsplan for barnevernet",
            "Frist: til og med 30. juni 2023",
            "Slik svarer du",
            "Innspillet ditt er offentlig",
            "Navnet ditt",
            "Ingen merknader?",
            "Spørsmål 1: Utfordringsbildet",
            "Spørsmål 5: Prioritering og gjennomføring",
        ],
    ),
    (
        "/nn",
        "nn",
        [
            "Innspelsskjema: Handlingsplan for barnevernet",
            "Frist: til og med 30. juni 2023",
            "Slik svarar du",
            "Innspelet ditt er offentleg",
            "Namnet ditt",
            "Ingen merknader?",
            "Spørsmål 1: Utfordringsbiletet",
            "Spørsmål 5: Prioritering og gjennomføring",
        ],
    ),
    (
        "/en",
        "en",
        [
            "Input form: Action plan for the child welfare service",
            "Deadline: up to and including 30 June 2023",
            "How to answer",
            "Your input is public",
            "Your name",
            "No comments?",
            "Question 1: The challenges",
            "Question 5: Priorities and implementation",
        ],
    ),
];

/// A house with every form in it as `LANGUAGE.docx` and `LANGUAGE.pdf`.
async fn with_forms() -> House {
    let house = House::empty_on_sqlite();
    house.does(&["migrate"]);
    import_rounds(&house);
    let service = house.start(&["serve"]);
    for (prefix, language, _) in FORMS {
        for ending in ["docx", "pdf"] {
            let url = format!("{}{prefix}/horinger/{SLUG}/skjema.{ending}", service.url);
            let answer = reqwest::get(&url).await.unwrap().error_for_status().unwrap();
            house.put(&format!("{language}.{ending}"), answer.bytes().await.unwrap());
        }
    }
    house
}

fn run(house: &House, program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(house.path("")).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is needed"));
    // Poppler writes the titles of headings with Norwegian letters as they stand in the file, in UTF-16.
    let [said, error] =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success(), "{program} {args:?}: {said}{error}");
    said
}

/// Fails unless `text` says all of it, in this order.
fn says_in_order(text: &str, words: &[&str]) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut from = 0;
    for said in words {
        let found = text[from..].find(said).unwrap_or_else(|| panic!("{said:?} after {from} in {text}"));
        from += found + said.len();
    }
}

fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut package = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn libreoffice_opens_the_docx_and_prints_all_of_it() {
    if is_skipped("LibreOffice opening the forms") {
        return;
    }
    let house = with_forms().await;
    office(&house, &["--convert-to", "pdf", "--outdir", "printed", "nb.docx", "nn.docx", "en.docx"]);
    for (_, language, said) in FORMS {
        let printed = format!("printed/{language}.pdf");
        says_in_order(&run(&house, "pdftotext", &[&printed, "-"]), &said);
        let pages = run(&house, "pdfinfo", &[&printed]);
        assert!(pages.contains("Pages:           3"), "{language}: {pages}");
    }
}

#[tokio::test]
async fn libreoffice_keeps_every_bookmark_and_which_form_it_is() {
    if is_skipped("LibreOffice saving the forms") {
        return;
    }
    let house = with_forms().await;
    let original = part(&house.read("nb.docx"), "word/document.xml");
    let names: Vec<&str> =
        original.split("<w:bookmarkStart ").skip(1).filter_map(|mark| mark.split('"').nth(3)).collect();
    assert_eq!(names.len(), 11, "title, five fields and five answers: {names:?}");
    office(&house, &["--convert-to", "odt", "--outdir", "saved", "nb.docx"]);
    office(&house, &["--convert-to", "docx:MS Word 2007 XML", "--outdir", "saved", "nb.docx"]);
    let odt = part(&house.read("saved/nb.odt"), "content.xml");
    let docx = part(&house.read("saved/nb.docx"), "word/document.xml");
    for name in names {
        assert!(odt.contains(&format!("<text:bookmark-start text:name=\"{name}\"/>")), "{name}");
        assert!(docx.contains(&format!("w:name=\"{name}\"/>")), "{name}");
    }
    // A rich-text control would have become a field, in which nobody can begin a paragraph.
    assert_eq!(odt.matches("<text:text-input").count(), 4);
    assert!(part(&house.read("saved/nb.docx"), "docProps/core.xml").contains("urn:innspill:form:"));
}

#[tokio::test]
async fn the_pdf_is_sound_and_a_screen_reader_hears_it_in_order() {
    if is_skipped("the tools for PDFs reading the forms") {
        return;
    }
    let house = with_forms().await;
    for (_, language, said) in FORMS {
        let file = format!("{language}.pdf");
        let checked = run(&house, "qpdf", &["--check", &file]);
        assert!(checked.contains("No syntax or stream encoding errors"), "{checked}");
        let heard = run(&house, "pdfinfo", &["-struct-text", &file]);
        says_in_order(&heard, &said);
        assert_eq!(heard.matches("\n  H1 ").count(), 1, "{heard}");
        // How to answer, what becomes public, about you, no comments, five questions, more room.
        assert_eq!(heard.matches("\n  H2 ").count(), 10, "{heard}");
    }
}
