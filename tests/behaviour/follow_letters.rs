//! Letters that cannot be sent: tried again, shown to staff, put back.

use crate::helpers::app::App;
use crate::helpers::rounds::PLAN;
use std::fs;

const LETTERS: &str = "/saksbehandling/brev";
/// When a letter written at noon is tried.
const ATTEMPTS: [&str; 5] = ["12:00", "12:01", "12:06", "12:36", "16:36"];

/// A file lies where the folder should be, so that no letter leaves.
fn block(app: &App) {
    fs::write(app.mail_folder(), "in the way").unwrap();
}

async fn try_at(app: &App, time: &str) -> usize {
    app.set_time(&format!("2026-06-10T{time}:00+02:00"));
    app.worker.send_due().await.unwrap()
}

#[tokio::test]
async fn a_letter_is_tried_five_times_and_then_shown_to_staff() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let officer = app.logged_in("saksbehandler").await;
    block(&app);
    for (place, time) in ATTEMPTS.iter().enumerate() {
        let page = officer.page(LETTERS).await;
        page.must_say("Venter");
        assert_eq!(page.texts("td[data-number]"), [place.to_string()]);
        assert_eq!(try_at(&app, time).await, 0);
        // Not before it is due again.
        assert_eq!(app.worker.send_due().await.unwrap(), 0);
    }
    let page = officer.page(LETTERS).await;
    assert_eq!(page.texts("tbody th"), [reference]);
    let cells = page.texts("tbody td");
    assert_eq!((cells[2].as_str(), cells[3].as_str()), ("Ikke levert", "5"));
    assert!(cells[4].contains("the mail folder"), "{cells:?}");
    assert!(!page.says("kari@example.org"), "{cells:?}");
    officer.page("/saksbehandling").await.must_say("Én e-post er ikke levert");
    assert_eq!(app.events().await.last().unwrap(), "letter.failed");
}

#[tokio::test]
async fn a_failed_letter_is_put_back_and_sent() {
    let app = App::start().await;
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    block(&app);
    for time in ATTEMPTS {
        try_at(&app, time).await;
    }
    fs::remove_file(app.mail_folder()).unwrap();
    assert!(app.mail().await.is_empty(), "a letter that was given up is not sent by itself");
    let reader = app.logged_in("leser").await;
    let form = reader.page(LETTERS).await.form("tbody form");
    reader.submit(&form, None).await.page(403);
    let officer = app.logged_in("saksbehandler").await;
    let answer = officer.submit(&form, None).await;
    officer.page(answer.location()).await.must_say("E-posten er lagt i køen og blir sendt på nytt.");
    assert_eq!(app.mail().await.len(), 1);
    officer.page(LETTERS).await.must_say("Alle e-poster er sendt.");
    // Pressed once more in another tab: nothing is sent twice.
    assert_eq!(app.events_of(officer.submit(&form, None)).await, Vec::<String>::new());
    assert_eq!(app.mail().await.len(), 1);
}

#[tokio::test]
async fn a_receipt_that_could_not_be_sent_tells_its_reader_what_to_do() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    block(&app);
    for time in ATTEMPTS {
        let row = kari.receipt(&reference).await.row("Kvittering på e-post");
        assert_eq!(row, "Vi sender en e-post til kari@example.org", "before {time}");
        try_at(&app, time).await;
    }
    for (language, row, sentence, remedy) in [
        ("", "Kvittering på e-post", "Vi fikk ikke sendt e-posten til", "Skriv den ut, eller lagre den."),
        (
            "/nn",
            "Kvittering på e-post",
            "Vi fekk ikkje sendt e-posten til",
            "Skriv henne ut, eller lagre henne.",
        ),
        ("/en", "Receipt by e-mail", "We could not send the e-mail to", "Print it or save it."),
    ] {
        let page = kari.page(&format!("{language}/mine-innspill/{reference}")).await;
        assert_eq!(page.row(row), format!("{sentence} kari@example.org"));
        let notice = page.text(".ds-alert");
        assert!(notice.ends_with(remedy), "{notice}");
    }
}

#[tokio::test]
async fn a_letter_that_was_sent_leaves_neither_address_nor_text_behind() {
    let app = App::start().await;
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    assert_eq!(app.mail().await.len(), 1);
    let kept = app.database.dump().into_iter().filter(|(place, value)| {
        place.starts_with("letters.") && (value.contains("kari@") || value.contains("Vi har mottatt"))
    });
    assert_eq!(kept.collect::<Vec<_>>(), []);
}

#[tokio::test]
async fn two_workers_send_a_letter_once() {
    let app = App::start().await;
    for person in ["a", "b", "c", "d"] {
        app.logged_in(person).await.hand_in(&[("answer-1", "Ja")]).await;
    }
    let other = app.worker.clone();
    let (one, two) = futures_util::future::join(app.worker.send_due(), other.send_due()).await;
    assert_eq!(one.unwrap() + two.unwrap() + app.worker.send_due().await.unwrap(), 4);
    assert_eq!(app.mail().await.len(), 4);
    assert_eq!(app.events().await.iter().filter(|event| *event == "letter.sent").count(), 4);
}

#[tokio::test]
async fn a_letter_that_does_not_exist_cannot_be_put_back() {
    let app = App::start().await;
    let officer = app.logged_in("saksbehandler").await;
    let nobody = [("letter", "00000000-0000-7000-8000-000000000000")];
    assert_eq!(officer.post(LETTERS, &nobody).await.location(), LETTERS);
    officer.post(LETTERS, &[("letter", PLAN)]).await.page(400);
    assert_eq!(app.events().await, ["round.imported"]);
}
