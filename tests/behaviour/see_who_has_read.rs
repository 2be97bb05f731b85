//! Reading is logged: who read which submission, and when; once an hour.

use crate::helpers::app::App;
use crate::helpers::rounds::PLAN;

const NOTHING: Vec<String> = Vec::new();

fn submission(reference: &str) -> String {
    format!("/saksbehandling/{PLAN}/innspill/{reference}")
}

fn lines(app: &App) -> Vec<String> {
    app.database.values(
        "SELECT actor || ' ' || event || ' ' || subject AS value FROM audit_log \
         WHERE event IN ('submission.read', 'answers.read') ORDER BY id",
    )
}

#[tokio::test]
async fn staff_who_read_a_submission_leave_one_line_an_hour() {
    let app = App::start().await;
    let first = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let second = app.logged_in("ola").await.hand_in(&[("answer-1", "Nei")]).await;
    let (lise, siri) = (app.logged_in("leser").await, app.logged_in("saksbehandler").await);
    let read = ["submission.read"];
    assert_eq!(app.events_of(lise.page(&submission(&first))).await, read);
    assert_eq!(app.events_of(lise.page(&submission(&first))).await, NOTHING);
    assert_eq!(app.events_of(lise.page(&format!("/nn{}", submission(&first)))).await, NOTHING);
    assert_eq!(app.events_of(lise.page(&submission(&second))).await, read);
    assert_eq!(app.events_of(siri.page(&submission(&first))).await, read);
    app.set_time("2026-06-10T13:00:00+02:00");
    assert_eq!(app.events_of(lise.page(&submission(&first))).await, NOTHING);
    app.set_time("2026-06-10T13:00:01+02:00");
    assert_eq!(app.events_of(lise.page(&submission(&first))).await, read);
    assert_eq!(
        lines(&app),
        [
            format!("reader:leser submission.read {first}"),
            format!("reader:leser submission.read {second}"),
            format!("case-officer:saksbehandler submission.read {first}"),
            format!("reader:leser submission.read {first}"),
        ]
    );
}

#[tokio::test]
async fn a_page_of_answers_leaves_a_line_that_says_which_page() {
    let app = App::start().await;
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let lise = app.logged_in("leser").await;
    let question = format!("/saksbehandling/{PLAN}/sporsmal/1");
    for path in [question.clone(), question.clone(), format!("{question}?side=2")] {
        lise.page(&path).await;
    }
    assert_eq!(
        lines(&app),
        [1, 2].map(|page| format!("reader:leser answers.read {PLAN}: question 1, page {page}"))
    );
}

#[tokio::test]
async fn what_is_not_there_is_not_read() {
    let app = App::start().await;
    let lise = app.logged_in("leser").await;
    for path in [submission("34679CDF"), format!("/saksbehandling/{PLAN}/sporsmal/99")] {
        assert_eq!(lise.get(&path).await.status, 404);
    }
    assert_eq!(lines(&app), NOTHING);
}

#[tokio::test]
async fn what_cannot_be_logged_is_not_shown() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Hemmelig")]).await;
    let lise = app.logged_in("leser").await;
    app.database.break_with("ALTER TABLE audit_log RENAME TO audit_log_gone");
    let answer = lise.get(&submission(&reference)).await;
    assert_eq!(answer.status, 500);
    assert!(!answer.text().contains("Hemmelig"));
}

#[tokio::test]
async fn an_administrator_sees_who_has_read_a_submission_and_others_do_not() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let (arne, siri) = (app.logged_in("administrator").await, app.logged_in("saksbehandler").await);
    let page = arne.page(&submission(&reference)).await;
    page.must_say("Ingen ansatte har åpnet dette innspillet før deg.");
    siri.page(&submission(&reference)).await;
    app.set_time("2026-06-10T14:30:00+02:00");
    assert!(!siri.page(&submission(&reference)).await.says("Lest av"));
    let page = arne.page(&submission(&reference)).await;
    assert_eq!(page.row("Siri Sakslien (saksbehandler)"), "10. juni 2026 kl. 14.30 (2 ganger)");
    assert_eq!(page.row("Arne Adminhaug (administrator)"), "10. juni 2026 kl. 12.00 (én gang)");
    let links = page.attributes("main .panel a", "href");
    assert_eq!(
        links,
        [format!("/saksbehandling/logg?gjelder={reference}"), format!("/saksbehandling/logg?gjelder={PLAN}")]
    );
}

#[tokio::test]
async fn who_has_logged_out_is_still_told_by_the_providers_word() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let siri = app.logged_in("saksbehandler").await;
    siri.page(&submission(&reference)).await;
    siri.post("/logg-ut", &[]).await;
    let page = app.logged_in("administrator").await.page(&submission(&reference)).await;
    assert_eq!(page.row("saksbehandler (saksbehandler)"), "10. juni 2026 kl. 12.00 (én gang)");
}

#[tokio::test]
async fn an_administrator_of_one_round_sees_who_has_read_and_is_not_sent_to_the_log() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let arne = app.logged_in("administrator").await;
    let grant = [
        ("do", "give"),
        ("issuer", "https://test-login.invalid"),
        ("subject", "berit"),
        ("name", "Berit Nilsen"),
        ("role", "administrator"),
        ("round", PLAN),
    ];
    assert_eq!(arne.post("/saksbehandling/tilganger", &grant).await.status, 303);
    let berit = app.logged_in("berit").await;
    berit.page(&submission(&reference)).await;
    let page = berit.page(&submission(&reference)).await;
    assert_eq!(page.row("Berit Nilsen (administrator)"), "10. juni 2026 kl. 12.00 (én gang)");
    assert_eq!(page.attributes("main .panel a", "href"), Vec::<String>::new());
    assert_eq!(berit.get("/saksbehandling/logg").await.status, 403);
}
