//! The way in when nobody can get in: a one-time link, printed at a shell.

use crate::helpers::app::{App, NOON};
use crate::helpers::page::Answer;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::at;
use innspill::actions::print_staff_link::print_staff_link;
use innspill::domain::audit::Actor;

const ACCESS: &str = "/saksbehandling/tilganger";

async fn link(app: &App) -> String {
    let token = print_staff_link(&app.store, Actor::CommandLine, at(NOON)).await.unwrap();
    format!("/logg-inn/administrator/{token}")
}

async fn press(visitor: &Visitor, path: &str) -> Answer {
    let form = visitor.page(path).await.form("main form");
    assert_eq!(form.action, path);
    visitor.submit(&form, None).await
}

fn is_dead(answer: &Answer) {
    assert_eq!(answer.page(409).text("h1"), "Lenken virker ikke lenger");
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn it_makes_an_administrator_for_an_hour_even_without_a_login_provider() {
    let app = App::with_settings(Vec::new(), &[("INNSPILL__LOGIN__PROVIDER", "none")]).await;
    let visitor = app.visitor();
    let link = link(&app).await;
    assert_eq!(press(&visitor, &link).await.location(), ACCESS);
    visitor.page(ACCESS).await;
    let fields = [("do", "give"), ("issuer", "https://login.example.org"), ("subject", "kari")];
    let fields = [fields.as_slice(), &[("role", "administrator")]].concat();
    visitor.post(ACCESS, &fields).await.location();
    assert_eq!(app.events().await, ["staff-link.printed", "staff-link.used", "staff.granted"]);
    // Even now there would be nobody left in an hour.
    let id = visitor.page(ACCESS).await.attributes("tbody input[name=grant]", "value")[0].clone();
    visitor.post(ACCESS, &[("do", "take"), ("grant", &id)]).await.page(422);
    app.set_time("2026-06-10T12:59:59.999+02:00");
    visitor.page(ACCESS).await;
    app.set_time("2026-06-10T13:00:00+02:00");
    assert_eq!(visitor.get(ACCESS).await.status, 303);
}

#[tokio::test]
async fn looking_at_it_does_not_use_it_up_and_pressing_does() {
    let app = App::with(Vec::new()).await;
    let link = link(&app).await;
    for _ in 0..3 {
        app.visitor().page(&link).await;
        app.visitor().page(&format!("/nn{link}")).await;
        app.visitor().ask(app.visitor().request(reqwest::Method::HEAD, &link)).await;
    }
    assert_eq!(app.events().await, ["staff-link.printed"]);
    press(&app.visitor(), &link).await.location();
    is_dead(&press(&app.visitor(), &link).await);
    assert_eq!(app.database.count("sessions"), 1);
    assert_eq!(app.events().await, ["staff-link.printed", "staff-link.used"]);
}

#[tokio::test]
async fn of_two_who_press_at_the_same_time_one_gets_in() {
    let app = App::with(Vec::new()).await;
    let link = link(&app).await;
    let visitors = [app.visitor(), app.visitor(), app.visitor(), app.visitor()];
    let pressed = visitors.iter().map(|visitor| visitor.post(&link, &[]));
    let answers = futures_util::future::join_all(pressed).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 303).count(), 1);
}

#[tokio::test]
async fn it_is_dead_after_a_quarter_of_an_hour_and_so_is_what_was_never_alive() {
    let app = App::with(Vec::new()).await;
    let link = link(&app).await;
    app.set_time("2026-06-10T12:15:00+02:00");
    is_dead(&press(&app.visitor(), &link).await);
    let guess = format!("/logg-inn/administrator/{}", "0".repeat(64));
    is_dead(&press(&app.visitor(), &guess).await);
    app.set_time("2026-06-10T12:14:59.999+02:00");
    press(&app.visitor(), &link).await.location();
}

#[tokio::test]
async fn neither_the_database_nor_the_log_holds_what_opens_it() {
    let app = App::with(Vec::new()).await;
    let link = link(&app).await;
    press(&app.visitor(), &link).await.location();
    let token = link.rsplit('/').next().unwrap();
    assert_eq!(token.len(), 64);
    assert!(app.database.dump().iter().all(|(_, value)| !value.contains(token)));
    assert!(!crate::helpers::logs::so_far().contains(token), "it was logged");
}

#[tokio::test]
async fn it_ends_the_session_that_the_browser_had() {
    let app = App::with(Vec::new()).await;
    let kari = app.logged_in("kari").await;
    press(&kari, &link(&app).await).await.location();
    assert_eq!(app.database.count("sessions"), 1);
}
