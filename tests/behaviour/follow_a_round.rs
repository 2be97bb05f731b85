//! Staff follow a round that runs: how much has come, when, and of which sort.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::people::about;
use crate::helpers::rounds::{PLAN, dated, plan};
use innspill::actions::import_submissions::import_submissions;
use innspill::domain::person::PersonHasher;
use innspill::exports::import_file;
use serde_json::{Value, json};

const PROGRESS: &str = "/saksbehandling/handlingsplan-for-barnevernet/utvikling";

/// Registers submissions to the plan's round, each with what it was received at, channel, sort and language.
async fn register(app: &App, entries: &[(&str, &str, &str, &str)]) {
    let entry = |(number, (at, channel, kind, language)): (usize, &(&str, &str, &str, &str))| {
        let mut respondent = json!({ "kind": kind, "name": format!("Nummer {number}") });
        if *kind == "organisation" {
            respondent["organisation"] = "Foreldrelaget".into();
        }
        json!({
            "key": format!("{at}-{number}"), "consultation": PLAN, "channel": channel, "respondent": respondent,
            "language": language, "received": at,
            "answers": if number % 2 == 0 { json!({ "1": "Ja", "2": "Nei" }) } else { json!({ "1": "Ja" }) },
        })
    };
    let all = Value::Array(entries.iter().enumerate().map(entry).collect());
    let hasher = PersonHasher::new(b"a key for tests, long enough to be one").unwrap();
    let file = import_file::read(&all.to_string());
    import_submissions(&app.store, hasher, file, app.worker.clock.now()).await.unwrap();
}

/// A table as rows of cells.
fn rows(page: &Page, label: &str) -> Vec<Vec<String>> {
    let names = page.texts(&format!("[aria-label='{label}'] tbody th"));
    let numbers = page.texts(&format!("[aria-label='{label}'] tbody td[data-number]"));
    let width = numbers.len() / names.len();
    let row = |(name, numbers): (&String, &[String])| [std::slice::from_ref(name), numbers].concat();
    names.iter().zip(numbers.chunks(width)).map(row).collect()
}

fn figure(page: &Page, name: &str) -> String {
    page.row(name)
}

#[tokio::test]
async fn the_page_counts_what_stands_by_day_question_channel_sender_and_language() {
    let app = App::start().await;
    register(
        &app,
        &[
            ("2026-06-01T09:00:00+02:00", "web", "person", "nb"),
            ("2026-06-01T23:59:59+02:00", "letter", "organisation", "nn"),
            ("2026-06-02T00:00:00+02:00", "web", "person", "nb"),
        ],
    )
    .await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-3", "Mer tid")]).await;
    let ola = app.logged_in("ola").await;
    let form = about(ola.form().await, "Ola Nordmann").set_all(&[("answer-1", "En kladd")]);
    ola.save(&form).await;
    let reader = app.logged_in("leser").await;
    let page = reader.page(PROGRESS).await;
    assert_eq!(figure(&page, "Innspill"), "4");
    assert_eq!(figure(&page, "Dager igjen"), "20");
    assert_eq!(figure(&page, "Kladder som ikke er sendt"), "1");
    assert_eq!(figure(&page, "E-poster som venter"), "1");
    assert_eq!(figure(&page, "E-poster som ikke er levert"), "0");
    let days = rows(&page, "Innspill over tid");
    assert_eq!(days.len(), 10);
    assert_eq!(days[0], ["1. juni 2026", "2", "2"]);
    assert_eq!(days[1], ["2. juni 2026", "1", "3"]);
    assert_eq!(days[9], ["10. juni 2026", "1", "4"]);
    let words = page.attributes("svg[role=img]", "aria-label");
    assert_eq!(
        words,
        ["Søyler fra 1. juni 2026 til 10. juni 2026. Den høyeste: 1. juni 2026: 2 innspill. Tallene står i \
          tabellen ved siden av."]
    );
    assert_eq!(page.all("svg[role=img] rect").len(), 3);
    let answers: Vec<String> =
        rows(&page, "Svar på hvert spørsmål").iter().map(|row| row[1].clone()).collect();
    assert_eq!(answers, ["3", "2", "1", "0", "0"]);
    assert_eq!(rows(&page, "Hvordan innspillene kom inn")[0], ["Nettskjema", "3"]);
    assert_eq!(rows(&page, "Hvem som svarer")[1], ["Organisasjon", "1"]);
    assert_eq!(rows(&page, "Språk")[1], ["Nynorsk", "1"]);

    // What is withdrawn counts no more, and no one is named.
    let ask = kari.page(&format!("/mine-innspill/{reference}/trekk")).await;
    kari.submit(&ask.form("main form.actions"), None).await;
    let page = reader.page(PROGRESS).await;
    assert_eq!(figure(&page, "Innspill"), "3");
    assert_eq!(figure(&page, "Trukket tilbake"), "1");
    assert_eq!(rows(&page, "Innspill over tid")[9], ["10. juni 2026", "0", "3"]);
    assert!(!page.says("Nordmann") && !page.says(&reference));
}

#[tokio::test]
async fn days_are_norwegian_when_the_clocks_change() {
    let app = App::with(vec![dated(plan(), "2026-10-23", "2026-10-27")]).await;
    app.set_time("2026-10-26T12:00:00+01:00");
    register(
        &app,
        &[
            ("2026-10-24T23:59:59+02:00", "web", "person", "nb"),
            ("2026-10-25T00:00:00+02:00", "web", "person", "nb"),
            ("2026-10-25T02:30:00+02:00", "web", "person", "nb"),
            ("2026-10-25T02:30:00+01:00", "web", "person", "nb"),
            ("2026-10-25T23:59:59+01:00", "web", "person", "nb"),
            ("2026-10-26T00:00:00+01:00", "web", "person", "nb"),
        ],
    )
    .await;
    let page = app.logged_in("leser").await.page(PROGRESS).await;
    let counts: Vec<String> = rows(&page, "Innspill over tid").iter().map(|row| row[1].clone()).collect();
    assert_eq!(counts, ["0", "1", "4", "1"]);
}

#[tokio::test]
async fn a_change_does_not_move_a_submission_to_another_day() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Først")]).await;
    app.set_time("2026-06-12T12:00:00+02:00");
    let form = kari.form_at(&format!("/horinger/{PLAN}/innspill?endrer={reference}")).await;
    kari.send(&form.set_all(&[("answer-1", "Så")])).await;
    let page = app.logged_in("leser").await.page(PROGRESS).await;
    let days = rows(&page, "Innspill over tid");
    assert_eq!(days[9], ["10. juni 2026", "1", "1"]);
    assert_eq!(days[11], ["12. juni 2026", "0", "1"]);
}

#[tokio::test]
async fn before_anything_has_come_the_page_says_so() {
    let app = App::start().await;
    let page = app.logged_in("leser").await.page(PROGRESS).await;
    page.must_say("Det har ikke kommet inn noen innspill ennå.");
    assert_eq!(page.all("svg").len(), 0);
}

#[tokio::test]
async fn the_page_asks_the_database_as_often_for_many_submissions_as_for_few() {
    let app = App::start().await;
    let reader = app.logged_in("leser").await;
    let mut counts = Vec::new();
    for number in 0..2 {
        let at = format!("2026-06-0{}T09:00:00+02:00", number + 1);
        let entries = vec![(at.as_str(), "web", "person", "nb"); 1 + 200 * number];
        register(&app, &entries).await;
        reader.page(PROGRESS).await;
        counts.push([
            app.statements_for(&reader, PROGRESS).await,
            app.statements_for(&reader, &format!("/saksbehandling/{PLAN}")).await,
            app.statements_for(&reader, "/saksbehandling").await,
        ]);
    }
    assert_eq!(counts[0], counts[1]);
}
