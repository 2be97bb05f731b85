//! Rounds that ask for no login: what that means, and the way back to what was sent.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, plan, sibling};
use innspill::domain::way_in::WayIn;
use innspill::exports::round_file::RoundFile;

fn open() -> RoundFile {
    RoundFile { who_may_answer: WayIn::Open, ..plan() }
}

/// Begins from the round's form.
async fn begun(app: &App) -> Visitor {
    let visitor = app.visitor();
    let start = visitor.get(&form_path()).await.location().to_owned();
    assert!(start.starts_with(&format!("/horinger/{PLAN}/start")), "{start}");
    let form = visitor.page(&start).await.form("main form");
    assert_eq!(visitor.submit(&form, None).await.location(), form_path());
    visitor
}

async fn hand_in(visitor: &Visitor, email: &str) -> String {
    let form = about(visitor.form().await, "Mia").set_all(&[("answer-1", "Ja"), ("email", email)]);
    reference_in(visitor.send(&form).await.location())
}

async fn ask_link(app: &App, visitor: &Visitor, address: &str) -> Option<String> {
    let before = app.mail().await.len();
    let sent = visitor.post(&format!("/horinger/{PLAN}/e-post"), &[("address", address)]).await;
    assert_eq!(sent.location(), format!("/horinger/{PLAN}/e-post?sendt=1"));
    let mail = app.mail().await.split_off(before).pop()?;
    let line = mail.body.lines().find_map(|line| line.strip_prefix(&app.base))?;
    Some(line.to_owned())
}

#[tokio::test]
async fn nothing_is_made_before_the_button_is_pressed() {
    let app = App::with(vec![open()]).await;
    let visitor = app.visitor();
    let page = visitor.page(&format!("/horinger/{PLAN}")).await;
    page.must_say("uten å logge inn");
    let start = visitor.get(&form_path()).await.location().to_owned();
    let page = visitor.page(&start).await;
    page.must_say("Kladden finnes bare i denne nettleseren");
    assert_eq!(app.database.count("sessions"), 0);
    begun(&app).await.form().await;
    assert_eq!(app.database.count("sessions"), 1);
}

#[tokio::test]
async fn one_may_answer_without_an_address_and_is_told_to_keep_the_receipt() {
    let app = App::with(vec![open()]).await;
    let mia = begun(&app).await;
    mia.page(&form_path()).await.must_say("Kladden finnes bare i denne nettleseren");
    let form = about(mia.form().await, "Mia").set_all(&[("answer-1", "Ja"), ("email", "")]);
    mia.checked(&form).await.must_say("Du har ikke oppgitt e-postadresse");
    let reference = reference_in(mia.send(&form).await.location());
    mia.receipt(&reference)
        .await
        .must_say("bare se, endre og trekke tilbake innspillet fra denne nettleseren");
    assert!(app.mail().await.is_empty());
    // A wrong address is still a mistake.
    let ola = begun(&app).await;
    let form = about(ola.form().await, "Ola").set_all(&[("answer-1", "Ja"), ("email", "ola")]);
    ola.check(&form).await.page(422);
}

#[tokio::test]
async fn another_browser_sees_nothing_of_it() {
    let app = App::with(vec![open()]).await;
    let (mia, ola) = (begun(&app).await, begun(&app).await);
    let reference = hand_in(&mia, "mia@example.org").await;
    ola.get(&format!("/mine-innspill/{reference}")).await.page(404);
    ola.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.page(404);
    ola.get(&format!("{}?endrer={reference}", form_path())).await.page(404);
    assert_eq!(hand_in(&ola, "").await.len(), reference.len());
}

#[tokio::test]
async fn the_same_browser_may_change_and_withdraw() {
    let app = App::with(vec![open()]).await;
    let mia = begun(&app).await;
    let reference = hand_in(&mia, "").await;
    let form = mia.form_at(&format!("{}?endrer={reference}", form_path())).await.set("answer-1", "Nei");
    mia.send(&form).await.location();
    assert_eq!(mia.text_of(&reference).await, "[1]\nNei\n\n");
    mia.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.location();
    mia.receipt(&reference).await.must_say("Innspillet er trukket tilbake");
}

#[tokio::test]
async fn whoever_gave_an_address_comes_back_by_a_letter() {
    let app = App::with(vec![open()]).await;
    let reference = hand_in(&begun(&app).await, "mia@example.org").await;
    let elsewhere = app.visitor();
    let link = ask_link(&app, &elsewhere, "Mia@example.org").await.unwrap();
    let form = elsewhere.page(&link).await.form("main form");
    assert_eq!(elsewhere.submit(&form, None).await.location(), "/mine-innspill");
    elsewhere.page("/mine-innspill").await.must_say(&reference);
    let form = elsewhere.form_at(&format!("{}?endrer={reference}", form_path())).await;
    elsewhere.send(&form.set("answer-1", "Nei")).await.location();
    assert_eq!(elsewhere.text_of(&reference).await, "[1]\nNei\n\n");
    elsewhere.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.location();
}

#[tokio::test]
async fn an_address_that_sent_nothing_gets_no_letter_and_the_same_answer() {
    let app = App::with(vec![open()]).await;
    hand_in(&begun(&app).await, "mia@example.org").await;
    assert_eq!(ask_link(&app, &app.visitor(), "ola@example.org").await, None);
}

#[tokio::test]
async fn an_address_that_was_put_right_leads_back_and_the_wrong_one_no_more() {
    let app = App::with(vec![open()]).await;
    let mia = begun(&app).await;
    let reference = hand_in(&mia, "feil@example.org").await;
    let form = mia.form_at(&format!("{}?endrer={reference}", form_path())).await;
    mia.send(&form.set("email", "mia@example.org")).await.location();
    assert_eq!(ask_link(&app, &app.visitor(), "feil@example.org").await, None);
    assert!(ask_link(&app, &app.visitor(), "mia@example.org").await.is_some());
}

#[tokio::test]
async fn without_login_one_may_answer_such_rounds_only() {
    let strict = sibling("streng", "Streng", "2026-06-01", "2026-06-30");
    let letter = sibling("brevrunde", "Brev", "2026-06-01", "2026-06-30");
    let letter = RoundFile { who_may_answer: WayIn::EMail, ..letter };
    let app = App::with(vec![open(), strict, letter]).await;
    let mia = begun(&app).await;
    let page = mia.get("/horinger/streng/innspill").await.page(401);
    assert_eq!(page.text("h1"), "Du må logge inn med ID-porten");
    let page = mia.get("/horinger/brevrunde/innspill").await.page(401);
    assert_eq!(page.text("h1"), "Du må bruke en lenke fra en e-post");
    // Whoever has logged in keeps their session.
    let kari = app.logged_in("kari").await;
    kari.post(&format!("/horinger/{PLAN}/start"), &[]).await.location();
    kari.form_at("/horinger/streng/innspill").await;
    kari.hand_in(&[("answer-1", "Ja")]).await;
}
