//! The form changes under those who answer it and those who read the answers: nothing is lost, and each
//! answer stays with the question that was asked.

use crate::change_the_form::{change, moves, must_go, publish, remove};
use crate::helpers::app::App;
use crate::helpers::people::{about, form_path, reference_in};
use crate::helpers::rounds::PLAN;

#[tokio::test]
async fn whoever_has_begun_takes_the_answers_along_and_is_told() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let form = about(kari.form().await, "Kari Nordmann");
    let form =
        form.set_all(&[("answer-1", "Om den første"), ("answer-2", "Om den andre"), ("answer-3", "Tre")]);
    kari.save(&form).await.location();
    let check = kari.checked(&form).await;
    let ready = check.form("main form.actions");
    must_go(&remove(&arne, 0).await, "fjernet");
    must_go(&moves(&arne, 0, "down").await, "flyttet");
    must_go(&publish(&arne).await, "publisert");
    // What was looked over before the change is not sent: first the form as it is now.
    assert_eq!(kari.submit(&ready, None).await.location(), form_path());
    let page = kari.page(&form_path()).await;
    page.must_say("Skjemaet er endret siden du begynte");
    page.must_say("Vi glemte fritid");
    assert_eq!(page.texts("dl.dropped dd"), ["Om den første"]);
    let now = page.form("form#svar");
    assert_eq!((now.get("answer-1"), now.get("answer-2")), ("Tre", "Om den andre"));
    let reference = reference_in(kari.send(&now).await.location());
    let text = kari.text_of(&reference).await;
    assert!(
        text.contains("Om den andre") && text.contains("Tre") && !text.contains("Om den første"),
        "{text}"
    );
}

#[tokio::test]
async fn a_page_that_stood_open_while_the_form_changed_loses_nothing() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let open = about(kari.form().await, "Kari Nordmann");
    let open = open.set_all(&[("answer-1", "Om den første"), ("answer-2", "Om den andre")]);
    must_go(&remove(&arne, 0).await, "fjernet");
    must_go(&publish(&arne).await, "publisert");
    // The answers are kept under the questions of the page that they were typed on.
    assert_eq!(kari.check(&open).await.location(), form_path());
    let page = kari.page(&form_path()).await;
    page.must_say("Skjemaet er endret siden du begynte");
    assert_eq!(page.texts("dl.dropped dd"), ["Om den første"]);
    let form = page.form("form#svar").set("answer-2", "Mer");
    assert_eq!(form.get("answer-1"), "Om den andre");
    // What was dropped is still there after the next save.
    kari.save(&form).await.location();
    assert_eq!(kari.page(&form_path()).await.texts("dl.dropped dd"), ["Om den første"]);
}

#[tokio::test]
async fn whoever_changes_a_submission_finds_its_answers_with_the_new_questions() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let reference = kari.hand_in(&[("answer-1", "Om den første"), ("answer-2", "Om den andre")]).await;
    must_go(&moves(&arne, 1, "up").await, "flyttet");
    must_go(&publish(&arne).await, "publisert");
    let path = format!("{}?endrer={reference}", form_path());
    let page = kari.page(&path).await;
    page.must_say("Skjemaet er endret siden du begynte");
    let form = page.form("form#svar");
    assert_eq!((form.get("answer-1"), form.get("answer-2")), ("Om den andre", "Om den første"));
    kari.send(&form.set("answer-2", "Annerledes nå")).await.location();
    // Each revision stands with the questions that it answered.
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    let answers = page.texts(".answer .verbatim");
    assert_eq!(answers, ["Om den andre", "Annerledes nå", "Om den første", "Om den andre"]);
}

#[tokio::test]
async fn staff_read_a_question_through_all_versions_and_also_what_is_no_longer_asked() {
    let app = App::start().await;
    let (kari, ola, arne) =
        (app.logged_in("kari").await, app.logged_in("ola").await, app.logged_in("administrator").await);
    kari.hand_in(&[("answer-1", "Kari én"), ("answer-2", "Kari to")]).await;
    must_go(&remove(&arne, 0).await, "fjernet");
    must_go(&change(&arne, 0, &[("wording_nb", "Spurt på nytt?")]).await, "endret");
    must_go(&publish(&arne).await, "publisert");
    ola.hand_in(&[("answer-1", "Ola to")]).await;
    let room = format!("/saksbehandling/{PLAN}/sporsmal");
    let page = arne.page(&format!("{room}/1")).await;
    assert_eq!(page.texts(".entry .verbatim"), ["Kari to", "Ola to"]);
    assert_eq!(page.texts(".entry .small").len(), 1, "what was asked before stands with one");
    assert!(page.texts(".entry")[0].contains("Spørsmålet lød da:"));
    let gone = arne.page(&format!("{room}/5")).await;
    assert_eq!(gone.texts(".entry .verbatim"), ["Kari én"]);
    gone.must_say("Stilles ikke lenger");
    arne.get(&format!("{room}/6")).await.page(404);
    // The spreadsheet is in the same order.
    let sheet = arne
        .post(&format!("/saksbehandling/{PLAN}/eksport"), &[("file", "csv"), ("dialect", "rfc4180")])
        .await;
    let (mut reader, mut rows) = (csv::Reader::from_reader(sheet.body.as_slice()), Vec::new());
    for row in reader.records() {
        let row = row.unwrap();
        let cell = |name: usize| row.get(name).unwrap().to_owned();
        rows.push([cell(0), cell(13), cell(14)].join(" "));
    }
    assert_eq!(rows, ["1 Kari to 1", "1 Ola to 2", "5 Kari én 1"]);
}
