//! A fault on our side: said with a number and nothing inside shown; nothing is half done.

use crate::helpers::app::App;
use crate::helpers::logs;
use crate::helpers::page::Answer;
use crate::helpers::people::{about, form_path, reference_in};
use crate::helpers::rounds::PLAN;
use reqwest::Method;

const INSIDE: [&str; 12] = [
    "no such table",
    "relation",
    "consultations",
    "audit_log",
    "SELECT",
    "sqlite",
    "postgres",
    "diesel",
    "panicked",
    "src/",
    "backtrace",
    "object_store",
];

fn rename(table: &str) -> String {
    format!("ALTER TABLE {table} RENAME TO {table}_gone")
}

fn rename_back(table: &str) -> String {
    format!("ALTER TABLE {table}_gone RENAME TO {table}")
}

/// The error number, which stands in the log too.
fn failed(answer: &Answer) -> String {
    let page = answer.page(500);
    assert_eq!(page.text("h1"), "Noe gikk galt hos oss");
    let number = page.text("main strong code");
    assert_eq!(number.len(), 8, "{number}");
    assert!(logs::so_far().contains(&number), "the log does not have {number}");
    for word in INSIDE {
        assert!(!answer.text().contains(word), "{word} is shown");
    }
    number
}

#[tokio::test]
async fn without_its_tables_every_page_says_so_with_a_number() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.database.break_with(&rename("consultations"));
    let mut numbers = Vec::new();
    for path in ["/", &format!("/horinger/{PLAN}"), &form_path(), "/mine-innspill"] {
        numbers.push(failed(&kari.get(path).await));
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 4, "every fault has a number of its own");
    let page = kari.get(&format!("/en/horinger/{PLAN}")).await.page(500);
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert_eq!(page.attributes("main .ds-button", "href"), [format!("/en/horinger/{PLAN}")]);
    app.database.break_with(&rename_back("consultations"));
    kari.page("/").await;
}

#[tokio::test]
async fn without_its_sessions_the_error_page_still_comes() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.database.break_with(&rename("sessions"));
    failed(&kari.get("/").await);
    failed(&kari.post("/logg-inn", &[("persona", "ola")]).await);
    app.visitor().page("/").await;
}

#[tokio::test]
async fn a_script_is_told_as_problem_json() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Ja").set("do", "save");
    app.database.break_with(&rename("drafts"));
    let request = kari.request(Method::POST, &form_path()).header("accept", "application/json");
    let answer = kari.ask(request.form(&form.fields)).await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.json(500)["status"], 500);
    for word in INSIDE {
        assert!(!answer.text().contains(word), "{word} is shown");
    }
}

#[tokio::test]
async fn a_fault_while_sending_keeps_nothing_and_the_same_form_can_be_sent_again() {
    for table in ["letters", "audit_log", "answers"] {
        let app = App::start().await;
        let kari = app.logged_in("kari").await;
        let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Mitt svar")).await;
        app.database.break_with(&rename(table));
        failed(&kari.submit(&ready, None).await);
        assert_eq!((app.database.count("submissions"), app.database.count("drafts")), (0, 1), "{table}");
        app.database.break_with(&rename_back(table));
        let reference = reference_in(kari.submit(&ready, None).await.location());
        assert_eq!(kari.text_of(&reference).await, "[1]\nMitt svar\n\n");
        assert_eq!(app.mail().await.len(), 1);
    }
}

#[tokio::test]
async fn one_persons_fault_does_not_stop_the_others() {
    let app = App::start().await;
    app.logged_in("per").await.hand_in(&[("answer-1", "Det samme")]).await;
    let mut people = Vec::new();
    for number in 0..12 {
        let person = app.logged_in(&format!("person-{number}")).await;
        let text = if number % 4 == 0 { "Det samme".to_owned() } else { format!("Svar {number}") };
        let ready = person.ready(&about(person.form().await, "Kari").set("answer-1", &text)).await;
        people.push((number, text, ready, person));
    }
    // Now the database itself fails for whoever writes what somebody has written already.
    app.database.break_with("CREATE UNIQUE INDEX once ON answers (text)");
    let sends = people.iter().map(|(_, _, ready, person)| person.submit(ready, None));
    let answers = futures_util::future::join_all(sends).await;
    for ((number, text, _, person), answer) in people.iter().zip(&answers) {
        if number % 4 == 0 {
            failed(answer);
        } else {
            assert_eq!(person.text_of(&reference_in(answer.location())).await, format!("[1]\n{text}\n\n"));
        }
    }
    assert_eq!((app.database.count("submissions"), app.database.count("drafts")), (10, 3));
}

#[tokio::test]
async fn a_document_whose_bytes_are_gone_says_so() {
    let app = App::start().await;
    std::fs::remove_dir_all(app.files_folder()).unwrap();
    failed(&app.visitor().get(&format!("/horinger/{PLAN}/dokumenter/horingsutkast.pdf")).await);
}

#[tokio::test]
async fn an_export_that_fails_sends_no_half_file_and_leaves_no_line() {
    let app = App::start().await;
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let officer = app.logged_in("saksbehandler").await;
    let before = app.events().await;
    app.database.break_with(&rename("answers"));
    let answer = officer.post(&format!("/saksbehandling/{PLAN}/eksport"), &[("file", "csv")]).await;
    failed(&answer);
    assert_eq!(answer.header("content-disposition"), "");
    assert_eq!(app.events().await, before);
}

#[tokio::test]
async fn those_who_watch_are_told_that_it_cannot_work() {
    let app = App::start().await;
    app.database.break_with(&rename("__diesel_schema_migrations"));
    let answer = app.visitor().get("/health/ready").await;
    assert!(matches!(answer.status, 500 | 503), "{}", answer.status);
    assert_eq!(app.visitor().get("/health/live").await.status, 200);
}
