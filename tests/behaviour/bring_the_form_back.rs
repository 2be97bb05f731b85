//! The form that went home comes back: read, looked over, and sent.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::parts::Parts;
use crate::helpers::people::{Visitor, about, files_path, form_path, reference_in};
use crate::helpers::rounds::{PLAN, plan, sibling};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const OTHER: &str = "en-annen";
const FILE: &str = "Høringssvar.docx";
const LONG: &str = "Første avsnitt.\n\n- ett punkt\n- et punkt til\n\nSiste: «æøå» & <1>.";

fn upload_path() -> String {
    format!("{}/last-opp", form_path())
}

async fn blank(visitor: &Visitor, slug: &str) -> Vec<u8> {
    visitor.get(&format!("/horinger/{slug}/skjema.docx")).await.body
}

/// The package with its document changed.
fn changed(package: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let mut entry = old.by_index(place).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        new.start_file(&name, SimpleFileOptions::default()).unwrap();
        if name == "word/document.xml" {
            bytes = change(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        new.write_all(&bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// Writes in the fields with these tags, with a line break for each line.
pub fn filled_in(package: &[u8], fields: &[(&str, &str)]) -> Vec<u8> {
    changed(package, |document| {
        fields.iter().fold(document, |document, (tag, text)| {
            let at = document.find(&format!("w:val=\"innspill.{tag}\"")).unwrap();
            let start = at + document[at..].find("<w:t>").or(document[at..].find("<w:t ")).unwrap();
            let words = start + document[start..].find('>').unwrap() + 1;
            let end = words + document[words..].find("</w:t>").unwrap();
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            let text = text.replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">");
            format!("{}{text}{}", &document[..words], &document[end..])
        })
    })
}

async fn bring(visitor: &Visitor, bytes: &[u8]) -> Page {
    let answer = visitor.upload(&upload_path(), &[(FILE, bytes)]).await;
    assert_eq!(answer.location(), form_path());
    visitor.page(&form_path()).await
}

fn file_names(page: &Page) -> Vec<String> {
    page.texts(".file-list__name")
}

#[tokio::test]
async fn a_filled_in_form_is_read_looked_over_and_sent_with_the_file() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let fields = [("name", "Kari K. Nordmann"), ("email", "kari@example.org"), ("answer.1", LONG)];
    let form = filled_in(&blank(&kari, PLAN).await, &fields);
    let page = bring(&kari, &form).await;
    page.must_say(&format!("Vi har lest «{FILE}»"));
    page.must_say("Satt inn: navn, e-post, spørsmål 1");
    page.must_say("Tomt i skjemaet: organisasjon, organisasjonsnummer, «uten merknad», spørsmål 2");
    assert!(!page.says("Fant vi ikke") && !page.says("ikke hører til noe felt"), "{}", page.text("main"));
    let typed = page.form("form#svar");
    assert_eq!((typed.get("name"), typed.get("email")), ("Kari K. Nordmann", "kari@example.org"));
    assert_eq!(typed.get("answer-1").replace("\r\n", "\n"), LONG);
    assert_eq!(file_names(&page), [FILE]);
    page.must_say("Det utfylte skjemaet");

    let receipt = kari.send(&typed).await;
    let reference = reference_in(receipt.location());
    let receipt = kari.receipt(&reference).await;
    assert_eq!(file_names(&receipt), [FILE]);
    assert_eq!(kari.get(&receipt.attributes(".file-list a", "href")[0]).await.body, form);
    let officer = app.logged_in("saksbehandler").await;
    officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await.must_say("Opplastet skjema");
}

#[tokio::test]
async fn a_form_for_an_organisation_answers_for_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let fields = [("organisation", "Velforeningen"), ("nocomment", "☒")];
    let page = bring(&kari, &filled_in(&blank(&kari, PLAN).await, &fields)).await;
    let form = page.form("form#svar");
    assert_eq!((form.get("role"), form.get("organisation")), ("organisation", "Velforeningen"));
    assert_eq!(form.get("no_comment"), "true");
}

#[tokio::test]
async fn what_was_typed_stays_unless_the_person_says_otherwise() {
    let app = App::start().await;
    for (foran, stands) in [("nettsiden", "Skrevet her"), ("skjemaet", "Fra skjemaet")] {
        let kari = app.logged_in(if foran == "nettsiden" { "kari" } else { "ola" }).await;
        let typed = about(kari.form().await, "Kari").set("answer-1", "Skrevet her");
        kari.save(&typed).await.location();
        assert_eq!(kari.page(&upload_path()).await.all("input[name=foran]").len(), 2);
        let fields = [("answer.1", "Fra skjemaet"), ("answer.2", "Bare der")];
        let form = filled_in(&blank(&kari, PLAN).await, &fields);
        let parts = Parts::new().text("skjemakode", &kari.form_token().await);
        let parts = parts.text("foran", foran).file(FILE, &form);
        assert_eq!(kari.send_parts(&upload_path(), &parts).await.location(), form_path());
        let page = kari.page(&form_path()).await;
        let form = page.form("form#svar");
        assert_eq!((form.get("answer-1"), form.get("answer-2")), (stands, "Bare der"));
        assert_eq!(page.says("det står fortsatt"), foran == "nettsiden");
        // Either way nothing is lost: what the form says can be read.
        page.must_say("Fra skjemaet");
    }
}

#[tokio::test]
async fn the_notice_stays_when_the_form_is_saved_and_goes_with_the_file() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let page = bring(&kari, &filled_in(&blank(&kari, PLAN).await, &[("answer.1", "Ja")])).await;
    kari.save(&about(page.form("form#svar"), "Kari Nordmann").set("answer-2", "Også her")).await.location();
    kari.page(&form_path()).await.must_say("Vi har lest");
    let files = kari.page(&files_path()).await;
    kari.submit(&files.form(".file-list form"), None).await.location();
    let page = kari.page(&form_path()).await;
    assert!(!page.says("Vi har lest"));
    assert_eq!(page.form("form#svar").get("answer-1"), "Ja");
    // What is left was written on the page, whatever it began with.
    let reference = reference_in(kari.send(&page.form("form#svar")).await.location());
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    assert!(!page.says("Opplastet skjema"));
}

#[tokio::test]
async fn another_rounds_form_says_which_round_and_leads_there() {
    let app = App::with(vec![plan(), sibling(OTHER, "En annen høring", "2026-06-01", "2026-06-30")]).await;
    let kari = app.logged_in("kari").await;
    let form = filled_in(&blank(&kari, OTHER).await, &[("answer.1", "Til den andre")]);
    let page = bring(&kari, &form).await;
    page.must_say("hører til en annen høring");
    let there = format!("/horinger/{OTHER}/innspill/last-opp");
    assert!(page.attributes("main a", "href").contains(&there));
    assert_eq!(page.form("form#svar").get("answer-1"), "");
    assert_eq!(file_names(&page), [FILE]);
}

#[tokio::test]
async fn a_form_whose_fields_are_gone_is_read_by_its_headings() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = filled_in(&blank(&kari, PLAN).await, &[("answer.1", "Under overskriften")]);
    let bare = changed(&form, |document| {
        document.replace("w:val=\"innspill.", "w:val=\"x.").replace("w:name=\"innspill_", "w:name=\"x_")
    });
    let page = bring(&kari, &bare).await;
    assert_eq!(page.form("form#svar").get("answer-1"), "Under overskriften");
}

#[tokio::test]
async fn what_cannot_be_read_goes_along_and_nothing_is_guessed() {
    let app = App::start().await;
    let letter = {
        let blank = blank(&app.visitor(), PLAN).await;
        changed(&blank, |_| {
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\
             <w:p><w:r><w:t>Vi er imot hele planen.</w:t></w:r></w:p></w:body></w:document>"
                .to_owned()
        })
    };
    // A letter on the form's paper still says which form it was.
    let pdf = b"%PDF-1.7\nskannet\n%%EOF\n".to_vec();
    for (persona, name, bytes, words) in [
        ("kari", "brev.docx", letter, "Vi er imot hele planen."),
        ("ola", "skannet.pdf", pdf, "Vi leser bare skjemaer i DOCX og ODT."),
    ] {
        let visitor = app.logged_in(persona).await;
        visitor.upload(&upload_path(), &[(name, bytes.as_slice())]).await.location();
        let page = visitor.page(&form_path()).await;
        page.must_say(words);
        assert_eq!(file_names(&page), [name]);
        let form = page.form("form#svar");
        assert!((1..=5).all(|number| form.get(&format!("answer-{number}")).is_empty()));
        // It may be sent as it is.
        let reference = reference_in(visitor.send(&about(form, "Kari Nordmann")).await.location());
        assert_eq!(file_names(&visitor.receipt(&reference).await), [name]);
    }
}

#[tokio::test]
async fn a_file_that_is_not_taken_is_told_at_the_field_and_begins_nothing() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let events = app
        .events_of(async {
            let nothing = kari.upload(&upload_path(), &[]).await.page(422);
            assert_eq!(nothing.text("#fil-mistake"), "Velg en fil først");
            let page = kari.upload(&upload_path(), &[("svar.exe", b"MZ\x90\0")]).await.page(422);
            page.must_say("svar.exe");
            assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#fil"]);
        })
        .await;
    assert_eq!(events, Vec::<String>::new());
}

#[tokio::test]
async fn without_its_token_an_upload_is_not_read() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let parts = Parts::new().file(FILE, b"%PDF-1.7\n%%EOF\n");
    assert_eq!(kari.send_parts(&upload_path(), &parts).await.status, 403);
    assert!(file_names(&kari.page(&form_path()).await).is_empty());
}

#[tokio::test]
async fn after_the_deadline_a_form_comes_too_late_unless_it_was_begun() {
    let app = App::start().await;
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    let form = filled_in(&blank(&kari, PLAN).await, &[("answer.1", "Ja")]);
    ola.save(&about(ola.form().await, "Ola Nordmann")).await.location();
    app.set_time("2026-07-01T00:30:00+02:00");
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    assert_eq!(kari.get(&upload_path()).await.status, 409);
    assert_eq!(kari.upload(&upload_path(), &[(FILE, &form)]).await.status, 409);
    bring(&ola, &form).await.must_say("Vi har lest");
}

#[tokio::test]
async fn a_form_of_an_earlier_version_is_read_by_the_questions_that_are_asked_still() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let fields =
        [("answer.1", "Om det som er borte"), ("answer.2", "Om det som er flyttet"), ("answer.3", "Tre")];
    let form = filled_in(&blank(&kari, PLAN).await, &fields);
    let editor = format!("/saksbehandling/{PLAN}/skjema");
    let links = arne.page(&editor).await.attributes(".papers .paper__title a", "href");
    let first = arne.page(&links[0]).await.form("form.panel:not([novalidate])");
    arne.submit(&first, Some(("do", "remove"))).await.location();
    let second = links[1].rsplit('/').next().unwrap();
    arne.post(&editor, &[("do", "down"), ("question", second)]).await.location();
    let publishing = arne.page(&editor).await.form("#publiser");
    let publishing = publishing.set_all(&[("reason_nb", "Ryddet"), ("reason_nn", "Rydda")]);
    arne.submit(&publishing, Some(("do", "publish"))).await.location();
    let page = bring(&kari, &form).await;
    page.must_say("er en eldre utgave av skjemaet");
    let typed = page.form("form#svar");
    assert_eq!((typed.get("answer-1"), typed.get("answer-2")), ("Tre", "Om det som er flyttet"));
    // What is not asked any more is told beside the form.
    assert_eq!(page.texts(".ds-details .verbatim"), ["Om det som er borte"]);
    assert_eq!(file_names(&page), [FILE]);
    assert!((3..=5).all(|number| typed.get(&format!("answer-{number}")).is_empty()));
    kari.send(&about(typed, "Kari Nordmann")).await.location();
}
