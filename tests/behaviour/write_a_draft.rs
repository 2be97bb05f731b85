//! Writing on a draft: saved at any time, found on another device, never silently overwritten.

use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::people::{Visitor, about, form_path};
use crate::helpers::rounds::PLAN;
use reqwest::Method;

async fn autosave(visitor: &Visitor, fields: &[(String, String)]) -> Answer {
    let request = visitor.request(Method::POST, &form_path());
    visitor.ask(request.header("accept", "application/json").form(fields)).await
}

#[tokio::test]
async fn a_draft_is_saved_with_anything_missing_and_found_on_another_device() {
    let app = App::start().await;
    let at_home = app.logged_in("kari").await;
    let form = at_home.form().await.without("role").set_all(&[("email", "kari@"), ("answer-3", "Et svar")]);
    assert_eq!(at_home.save(&form).await.location(), form_path());

    app.set_time("2026-06-12T07:30:00+02:00");
    let on_the_bus = app.logged_in("kari").await;
    let found = on_the_bus.form().await;
    assert_eq!(found.get("email"), "kari@");
    assert_eq!(found.get("answer-3"), "Et svar");
    assert_eq!(found.get("role"), "");
    let page = on_the_bus.page("/mine-innspill").await;
    page.must_say("Lagret 10. juni 2026 kl. 12.00. Ikke sendt inn.");
    let page = on_the_bus.page(&format!("/horinger/{PLAN}")).await;
    page.must_say("Du har en kladd som ble lagret 10. juni 2026 kl. 12.00");
    assert_eq!(page.text(".round-card .ds-button"), "Fortsett på innspillet");
}

#[tokio::test]
async fn a_draft_is_its_writers_own() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&kari.form().await.set("answer-1", "Hemmelig")).await.location();
    let ola = app.logged_in("ola").await;
    assert_eq!(ola.form().await.get("answer-1"), "");
    ola.page("/mine-innspill").await.must_say("Du har ikke gitt noen innspill ennå.");
}

#[tokio::test]
async fn the_form_knows_the_persons_name_and_language() {
    let app = App::start().await;
    let form = app.logged_in("torunn").await.form_at(&format!("/nn{}", form_path())).await;
    assert_eq!(form.get("name"), "Torunn Eikeskarmyr");
    assert_eq!(form.get("language"), "nn");
    assert_eq!(form.get("role"), "self");
}

#[tokio::test]
async fn the_second_tab_is_shown_both_texts() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("answer-1", "Grunnlaget")).await.location();
    let (first, second) = (kari.form().await, kari.form().await);
    kari.save(&first.set("answer-1", "Fra den første fanen")).await.location();

    let page = kari.save(&second.set("answer-1", "Fra den andre fanen")).await.page(409);
    page.must_say("Kladden er endret et annet sted");
    assert_eq!(page.form("form#svar").get("answer-1"), "Fra den andre fanen");
    assert_eq!(page.verbatim("details.conflict .verbatim"), ["Fra den første fanen"]);
    assert_eq!(kari.form().await.get("answer-1"), "Fra den første fanen");
}

#[tokio::test]
async fn the_second_tab_may_keep_its_own_text() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let (first, second) = (kari.form().await, kari.form().await);
    kari.save(&first.set("answer-1", "Den første")).await.location();
    let page = kari.save(&second.set("answer-1", "Den andre")).await.page(409);
    kari.save(&page.form("form#svar")).await.location();
    assert_eq!(kari.form().await.get("answer-1"), "Den andre");
}

#[tokio::test]
async fn the_second_tab_may_take_the_stored_text() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let (first, second) = (kari.form().await, kari.form().await);
    kari.save(&first.set("answer-2", "Den første")).await.location();
    let page = kari.check(&second.set("answer-2", "Den andre")).await.page(409);
    let take = page.attributes(".ds-alert a.ds-button", "href");
    assert_eq!(kari.form_at(&take[0]).await.get("answer-2"), "Den første");
}

#[tokio::test]
async fn a_conflict_that_is_not_noticed_twice_is_still_no_overwriting() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let (first, second) = (kari.form().await, kari.form().await);
    kari.save(&first.clone().set("answer-1", "Den første")).await.location();
    let page = kari.save(&second.set("answer-1", "Den andre")).await.page(409);
    // Meanwhile the first tab goes on.
    let first = kari.form().await.set("answer-1", "Den første igjen");
    kari.save(&first).await.location();
    kari.save(&page.form("form#svar")).await.page(409);
    assert_eq!(kari.form().await.get("answer-1"), "Den første igjen");
}

#[tokio::test]
async fn the_same_text_in_two_tabs_is_no_conflict() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let (first, second) = (kari.form().await, kari.form().await);
    kari.save(&first.set("answer-1", "Det samme")).await.location();
    kari.save(&second.set("answer-1", "Det samme")).await.location();
}

#[tokio::test]
async fn saving_by_itself_tells_the_version_and_the_time() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Litt").set("do", "save");
    let saved = autosave(&kari, &form.fields).await.json(200);
    assert_eq!(saved["version"], 1);
    assert_eq!(saved["draft"], form.get("draft"));
    assert_eq!(saved["message"], "Lagret kl. 12.00");

    let more = form.set("version", "1").set("answer-1", "Litt til");
    assert_eq!(autosave(&kari, &more.fields).await.json(200)["version"], 2);
    let stale = autosave(&kari, &more.set("answer-1", "Noe annet").fields).await;
    assert_eq!(stale.header("content-type"), "application/problem+json");
    assert_eq!(stale.json(409)["status"], 409);
    assert_eq!(kari.form().await.get("answer-1"), "Litt til");
}

#[tokio::test]
async fn saving_by_itself_after_logging_out_says_so() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Litt").set("do", "save");
    kari.post("/logg-ut", &[]).await.location();
    let answer = autosave(&kari, &form.fields).await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.json(401)["title"], "Du må logge inn");
    // Without script the page says it, and nothing is thrown away.
    let page = kari.save(&form).await.page(401);
    assert_eq!(page.text("h1"), "Du må logge inn");
    assert_eq!(app.database.count("drafts"), 0);
}

#[tokio::test]
async fn a_draft_can_be_thrown_away() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&kari.form().await.set("answer-1", "Feil")).await.location();
    let page = kari.page(&form_path()).await;
    let discard = page.form("details form");
    let answer = kari.submit(&discard, None).await;
    kari.page(answer.location()).await.must_say("Kladden er slettet.");
    assert_eq!(kari.form().await.get("answer-1"), "");
    // Once more from another tab: gone already is as good.
    assert_eq!(kari.submit(&discard, None).await.location(), "/mine-innspill?forkastet=1");
}

#[tokio::test]
async fn a_draft_cannot_be_moved_to_another_round_by_its_id() {
    let other = crate::helpers::rounds::sibling("annen", "Annen", "2026-06-01", "2026-06-30");
    let app = App::with(vec![crate::helpers::rounds::plan(), other]).await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Mitt");
    kari.save(&form).await.location();
    let mut moved = form.clone();
    moved.action = "/horinger/annen/innspill".to_owned();
    assert_eq!(kari.save(&moved).await.status, 400);
    let ola = app.logged_in("ola").await;
    assert_eq!(ola.save(&form).await.status, 400);
    assert_eq!(app.database.count("drafts"), 1);
    assert_eq!(kari.form().await.get("answer-1"), "Mitt");
}
