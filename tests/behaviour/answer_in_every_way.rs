//! Questions of every kind: answered, checked, read, counted, exported, taken home and brought back.

use crate::helpers::app::App;
use crate::helpers::page::{Form, Page};
use crate::helpers::people::{Visitor, about, reference_in};
use crate::helpers::rounds::every_kind;
use serde_json::json;

const ROUND: &str = "/horinger/sykkelveier";
const FORM: &str = "/horinger/sykkelveier/innspill";
const STAFF: &str = "/saksbehandling/sykkelveier";

async fn started() -> App {
    App::with(vec![every_kind()]).await
}

/// The form with an answer to each question.
fn filled_in(form: Form) -> Form {
    about(form, "Kari Nordmann").set_all(&[
        ("answer-1", "En god plan.\n\nMen sen."),
        ("answer-2", "Åsane"),
        ("choice-3", "aasen"),
        ("choice-4-varer", "true"),
        ("choice-4-tur", "true"),
        ("choice-5", "4"),
    ])
}

async fn handed_in(app: &App, persona: &str, changed: &[(&str, &str)]) -> String {
    let visitor = app.logged_in(persona).await;
    let form = filled_in(visitor.form_at(FORM).await).set_all(changed);
    reference_in(visitor.send(&form).await.location())
}

fn answers(page: &Page) -> Vec<String> {
    page.texts(".answer .verbatim, .answer .ds-list li")
}

const SAID: [&str; 6] =
    ["En god plan. Men sen.", "Åsane", "Over åsen", "=Tur og trening", "Frakte varer", "Delvis enig"];

#[tokio::test]
async fn every_kind_is_answered_checked_and_received_and_read_in_the_readers_language() {
    let app = started().await;
    let kari = app.logged_in("kari").await;
    let page = kari.page(FORM).await;
    assert_eq!(page.all("textarea#answer-1").len(), 1);
    assert_eq!(page.all("input#answer-2[type=text]").len(), 1);
    assert_eq!(page.all("fieldset input[type=radio][name=choice-3]").len(), 3, "it must be answered");
    assert_eq!(page.all("fieldset input[type=checkbox]").len(), 3);
    assert_eq!(page.all("fieldset input[type=radio][name=choice-5]").len(), 6, "five steps and no answer");
    assert!(page.texts("legend")[2].contains("Må besvares"), "{:?}", page.texts("legend"));

    let form = filled_in(page.form("form#svar"));
    kari.save(&form).await.location();
    let stored = kari.form_at(FORM).await;
    for name in ["answer-1", "answer-2", "choice-3", "choice-4-varer", "choice-4-tur", "choice-5"] {
        assert_eq!(stored.get(name).replace("\r\n", "\n"), form.get(name), "{name}");
    }
    assert_eq!(answers(&kari.checked(&stored).await), SAID);
    let reference = reference_in(kari.send(&stored).await.location());
    assert_eq!(answers(&kari.receipt(&reference).await), SAID);
    let nynorsk = kari.page(&format!("/nn/mine-innspill/{reference}")).await;
    assert_eq!(answers(&nynorsk)[5], "Delvis einig");
    // What is kept, and hashed, is the same in every language.
    let text = kari.text_of(&reference).await;
    assert!(text.ends_with("[3]\naasen\n\n[4]\ntur\nvarer\n\n[5]\n4\n\n"), "{text}");
}

#[tokio::test]
async fn a_choice_can_be_taken_back_and_a_change_begins_with_what_was_chosen() {
    let app = started().await;
    let reference = handed_in(&app, "kari", &[]).await;
    let kari = app.logged_in("kari").await;
    let form = kari.form_at(&format!("{FORM}?endrer={reference}")).await;
    assert_eq!((form.get("choice-3"), form.get("choice-5")), ("aasen", "4"));
    assert_eq!((form.get("choice-4-tur"), form.get("choice-4-jobb")), ("true", ""));
    let form = form.set("choice-5", "").without("choice-4-tur").without("choice-4-varer");
    kari.send(&form).await.location();
    let receipt = kari.receipt(&reference).await;
    assert_eq!(answers(&receipt), SAID[..3]);
    assert_eq!(receipt.texts(".answer .quiet").iter().filter(|text| *text == "Ikke besvart").count(), 2);
}

#[tokio::test]
async fn what_must_be_answered_and_what_cannot_be_chosen_is_told_at_its_question() {
    let app = started().await;
    let kari = app.logged_in("kari").await;
    let told = async |form: Form| {
        let page = kari.check(&form).await.page(422);
        let fields = page.attributes(".ds-error-summary a", "href");
        for field in &fields {
            assert_eq!(page.all(&format!("{field}[aria-invalid=true]")).len(), 1, "{field}");
        }
        fields.into_iter().zip(page.texts(".ds-error-summary a")).collect::<Vec<_>>()
    };
    let pair = |field: &str, words: &str| vec![(field.to_owned(), words.to_owned())];
    let blank = about(kari.form_at(FORM).await, "Kari Nordmann");
    assert_eq!(told(blank.clone()).await, pair("#answer-3", "Svar på spørsmål 3"));
    let unknown = filled_in(kari.form_at(FORM).await).set("choice-3", "tunnel");
    let words = "Svaret på spørsmål 3 er ikke et av alternativene. Velg på nytt.";
    assert_eq!(told(unknown).await, pair("#answer-3", words));
    let page = kari.page(FORM).await;
    page.must_say("tunnel");
    let two = filled_in(page.form("form#svar")).set("choice-5-1", "true");
    assert_eq!(told(two).await, pair("#answer-5", "Velg bare ett svar på spørsmål 5"));
    let long = filled_in(kari.form_at(FORM).await).set("answer-2", &"å".repeat(41)).without("choice-5-1");
    let words = "Svaret på spørsmål 2 er for langt. Det har 41 tegn og kan ha inntil 40.";
    assert_eq!(told(long).await, pair("#answer-2", words));
    // Whoever has no comment need answer nothing.
    let none = about(kari.form_at(FORM).await, "Kari").set_all(&[("answer-1", ""), ("answer-2", "")]);
    let none = none.set_all(&[("choice-5", ""), ("no_comment", "true")]).without("choice-3");
    let none = none.without("choice-4-tur").without("choice-4-varer");
    assert_eq!(kari.check(&none).await.location(), format!("{FORM}/kontroll"));
}

#[tokio::test]
async fn two_places_that_chose_differently_are_both_read_in_words() {
    let app = started().await;
    let (one, other) = (app.logged_in("kari").await, app.logged_in("kari").await);
    let (here, there) = (one.form_at(FORM).await, other.form_at(FORM).await);
    one.save(&filled_in(here)).await.location();
    let page = other.save(&filled_in(there).set("choice-3", "sjoen")).await.page(409);
    assert_eq!(page.texts(".conflict .verbatim"), ["Over åsen"]);
    assert_eq!(page.form("form#svar").get("choice-3"), "sjoen");
}

#[tokio::test]
async fn staff_count_what_was_chosen_option_by_option() {
    let app = started().await;
    handed_in(&app, "kari", &[]).await;
    let reference = handed_in(&app, "ola", &[("choice-3", "sjoen"), ("choice-4-jobb", "true")]).await;
    handed_in(&app, "per", &[("choice-3", "aasen"), ("choice-5", "1")]).await;
    let officer = app.logged_in("saksbehandler").await;
    let rows = async |number: i32| {
        let page = officer.page(&format!("{STAFF}/sporsmal/{number}")).await;
        let cells = page.texts(".tally tbody th, .tally tbody td");
        cells.chunks(3).map(|row| row.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(rows(3).await, ["Langs sjøen 1 33 %", "Over åsen 2 67 %", "Ingen av dem 0 0 %"]);
    assert_eq!(
        rows(4).await,
        ["Reise til jobb eller skole 1 33 %", "=Tur og trening 3 100 %", "Frakte varer 3 100 %"]
    );
    assert_eq!(rows(5).await[3], "Delvis enig 2 67 %");
    assert_eq!(rows(1).await, Vec::<String>::new());
    let page = officer.page(&format!("{STAFF}/utvikling")).await;
    let chart = ".sorts section:nth-of-type(4) :is(tbody th, td[data-number])";
    assert_eq!(page.texts(chart), ["Langs sjøen", "1", "Over åsen", "2", "Ingen av dem", "0"]);
    let page = officer.page(&format!("{STAFF}/innspill/{reference}")).await;
    assert_eq!(answers(&page)[2], "Langs sjøen");
    assert!(!page.says("Lik tekst"));
}

#[tokio::test]
async fn equal_choices_are_no_copies() {
    let app = started().await;
    let reference = handed_in(&app, "kari", &[("answer-1", "")]).await;
    handed_in(&app, "ola", &[("answer-1", "")]).await;
    let officer = app.logged_in("saksbehandler").await;
    let alike = officer.page(&format!("{STAFF}/innspill/{reference}")).await;
    assert!(!alike.says("Lik tekst"), "{}", alike.text("main"));
    let reference = handed_in(&app, "per", &[]).await;
    handed_in(&app, "anne", &[]).await;
    officer.page(&format!("{STAFF}/innspill/{reference}")).await.must_say("Lik tekst");
}

#[tokio::test]
async fn the_spreadsheet_and_ones_own_file_say_what_was_chosen_in_words() {
    let app = started().await;
    handed_in(&app, "kari", &[]).await;
    let officer = app.logged_in("saksbehandler").await;
    let form = officer.page(&format!("{STAFF}/eksport")).await.form("form.panel");
    let sheet = officer.submit(&form, Some(("file", "csv"))).await;
    let body = sheet.body.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(body);
    let cells: Vec<String> = reader.records().map(|row| row.unwrap()[13].to_owned()).collect();
    assert_eq!(cells[1..], ["Åsane", "Over åsen", "'=Tur og trening\nFrakte varer", "Delvis enig"]);
    let kari = app.logged_in("kari").await;
    let data = kari.get("/mine-innspill/opplysninger/last-ned").await.json(200);
    let reply = &data["submissions"][0]["revisions"][0]["answers"][3];
    assert_eq!(reply["text"], "=Tur og trening\nFrakte varer");
    assert_eq!(reply["chosen"], json!(["tur", "varer"]));
}

/// Ticks the boxes with these tags in a form.
fn ticked(package: &[u8], tags: &[&str]) -> Vec<u8> {
    crate::bring_the_form_back::filled_in(package, &tags.iter().map(|tag| (*tag, "☒")).collect::<Vec<_>>())
}

async fn brought_back(visitor: &Visitor, bytes: &[u8]) -> Page {
    visitor.upload(&format!("{FORM}/last-opp"), &[("svar.docx", bytes)]).await.location();
    visitor.page(FORM).await
}

#[tokio::test]
async fn boxes_that_were_ticked_at_home_are_chosen_in_the_form() {
    let app = started().await;
    let kari = app.logged_in("kari").await;
    let blank = kari.get(&format!("{ROUND}/skjema.docx")).await.body;
    let form = crate::bring_the_form_back::filled_in(&blank, &[("answer.1", "Ja"), ("answer.2", "Åsane")]);
    let form = ticked(&form, &["choice.3.2", "choice.4.2", "choice.4.3"]);
    let page = brought_back(&kari, &form).await;
    page.must_say("Satt inn: spørsmål 1, spørsmål 2, spørsmål 3, spørsmål 4");
    page.must_say("spørsmål 5");
    assert!(!page.says("ikke sikre") && !page.says("ikke hører til noe felt"), "{}", page.text("main"));
    let form = page.form("form#svar");
    assert_eq!((form.get("answer-2"), form.get("choice-3")), ("Åsane", "aasen"));
    assert_eq!(
        (form.get("choice-4-jobb"), form.get("choice-4-tur"), form.get("choice-4-varer")),
        ("", "true", "true")
    );
    assert_eq!(form.get("choice-5"), "");
}

#[tokio::test]
async fn two_crosses_where_one_is_asked_for_are_left_to_the_person() {
    let app = started().await;
    let kari = app.logged_in("kari").await;
    let blank = kari.get(&format!("{ROUND}/skjema.docx")).await.body;
    let page = brought_back(&kari, &ticked(&blank, &["choice.3.1", "choice.3.2", "choice.5.1"])).await;
    page.must_say("Her er vi ikke sikre på hva du har krysset av for, så svar på nytt: spørsmål 3");
    let form = page.form("form#svar");
    assert_eq!((form.get("choice-3"), form.get("choice-5")), ("", "1"));
}

#[tokio::test]
async fn the_paper_form_asks_in_every_way_too() {
    let app = started().await;
    let pdf = app.visitor().get(&format!("{ROUND}/skjema.pdf")).await;
    assert_eq!(pdf.status, 200);
    assert!(pdf.body.starts_with(b"%PDF-1.7"));
}
