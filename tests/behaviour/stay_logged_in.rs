//! How long a login lasts, and where one is logged in.

use crate::helpers::app::App;
use reqwest::Method;

const LIMITS: [(&str, &str); 4] = [
    ("INNSPILL__SESSIONS__CITIZEN_IDLE_MINUTES", "60"),
    ("INNSPILL__SESSIONS__CITIZEN_MAX_MINUTES", "480"),
    ("INNSPILL__SESSIONS__STAFF_IDLE_MINUTES", "30"),
    ("INNSPILL__SESSIONS__STAFF_MAX_MINUTES", "600"),
];

async fn app() -> App {
    App::with_settings(Vec::new(), &LIMITS).await
}

#[tokio::test]
async fn a_session_that_is_not_used_ends_sooner_for_staff() {
    let app = app().await;
    let (kari, siri) = (app.logged_in("kari").await, app.logged_in("saksbehandler").await);
    for (time, citizen, staff) in [("12:29:59", 200, 200), ("12:59:58", 200, 200), ("13:29:59", 200, 303)] {
        app.set_time(&format!("2026-06-10T{time}+02:00"));
        assert_eq!(kari.get("/mine-innspill").await.status, citizen, "{time}");
        assert_eq!(siri.get("/saksbehandling").await.status, staff, "{time}");
    }
    app.set_time("2026-06-10T14:29:59+02:00");
    assert_eq!(kari.get("/mine-innspill").await.status, 303);
}

#[tokio::test]
async fn a_session_that_is_used_all_the_time_ends_at_last() {
    let app = app().await;
    let kari = app.logged_in("kari").await;
    for half_hours in 1..16 {
        let (hour, minute) = (12 + half_hours / 2, half_hours % 2 * 30);
        app.set_time(&format!("2026-06-10T{hour:02}:{minute:02}:00+02:00"));
        kari.page("/mine-innspill").await;
    }
    app.set_time("2026-06-10T20:00:00+02:00");
    assert_eq!(kari.get("/mine-innspill").await.status, 303);
}

#[tokio::test]
async fn a_sign_of_life_is_written_down_once_a_minute() {
    let app = app().await;
    let kari = app.logged_in("kari").await;
    let seen = || app.database.values("SELECT CAST(seen_at AS TEXT) AS value FROM sessions").remove(0);
    let begun = seen();
    app.set_time("2026-06-10T12:00:59+02:00");
    kari.page("/mine-innspill").await;
    assert_eq!(seen(), begun);
    app.set_time("2026-06-10T12:01:00+02:00");
    kari.page("/mine-innspill").await;
    assert_ne!(seen(), begun);
}

#[tokio::test]
async fn a_person_sees_where_they_are_logged_in_and_ends_it() {
    let app = app().await;
    let (here, there, stranger) =
        (app.logged_in("kari").await, app.logged_in("kari").await, app.logged_in("ola").await);
    let page = here.page("/innlogginger").await;
    assert_eq!(page.texts("main .persona strong"), ["Et annet sted", "Her, i denne nettleseren"]);
    let ids = page.attributes("main input[name=session]", "value");
    assert_eq!(
        here.post("/innlogginger", &[("session", &ids[0])]).await.location(),
        "/innlogginger?avsluttet=1"
    );
    assert_eq!(there.get("/mine-innspill").await.status, 303);
    let page = here.page("/innlogginger?avsluttet=1").await;
    assert!(page.says("Innloggingen er avsluttet."));
    assert_eq!(page.attributes("main input[name=session]", "value"), ids[1..]);
    // Nobody ends another person's.
    stranger.post("/innlogginger", &[("session", &ids[1])]).await;
    here.page("/mine-innspill").await;
    for id in ["", "x", "00000000-0000-7000-8000-000000000000"] {
        assert!([303, 400].contains(&here.post("/innlogginger", &[("session", id)]).await.status));
    }
    here.post("/innlogginger", &[("session", &ids[1])]).await;
    assert_eq!(here.get("/mine-innspill").await.status, 303);
    stranger.page("/nn/innlogginger").await;
}

#[tokio::test]
async fn all_others_are_ended_with_one_button() {
    let app = app().await;
    let here = app.logged_in("kari").await;
    let others = [app.logged_in("kari").await, app.logged_in("kari").await];
    let stranger = app.logged_in("ola").await;
    let form = here.page("/innlogginger").await.form("main form.all-others");
    assert_eq!(here.submit(&form, None).await.location(), "/innlogginger?avsluttet=1");
    for other in others {
        assert_eq!(other.get("/mine-innspill").await.status, 303);
    }
    here.page("/mine-innspill").await;
    stranger.page("/mine-innspill").await;
    assert!(here.page("/innlogginger").await.all("form.all-others").is_empty());
    assert_eq!(app.visitor().get("/innlogginger").await.status, 303);
    assert_eq!(app.visitor().post("/innlogginger", &[]).await.status, 401);
}

#[tokio::test]
async fn providers_that_are_described_are_offered_to_those_they_are_for() {
    let issuer = |name: &str| format!("https://{name}.example.org");
    let mut settings = vec![("INNSPILL__LOGIN__PROVIDER".to_owned(), "oidc".to_owned())];
    for (name, audience) in [("PORT", "citizens"), ("KONTOR", "staff")] {
        for (key, value) in [
            ("FOR", audience.to_owned()),
            ("ISSUER", issuer(name)),
            ("CLIENT_ID", "innspill".to_owned()),
            ("CLIENT_AUTH", "client_secret_post".to_owned()),
            ("NAME_NB", name.to_owned()),
            ("NAME_NN", name.to_owned()),
            ("NAME_EN", name.to_owned()),
        ] {
            settings.push((format!("INNSPILL__LOGIN__PROVIDERS__{name}__{key}"), value));
        }
        settings.push((format!("INNSPILL_LOGIN_SECRET_{name}"), "hemmelig".to_owned()));
    }
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (&**name, &**value)).collect();
    let app = App::with_settings(Vec::new(), &settings).await;
    let visitor = app.visitor();
    let page = visitor.page("/logg-inn?tilbake=/mine-innspill").await;
    assert_eq!(page.texts("main a.ds-button"), ["Logg inn med PORT", "Logg inn med KONTOR"]);
    let page = visitor.page("/en/logg-inn?tilbake=/en/saksbehandling").await;
    assert_eq!(page.texts("main a.ds-button"), ["Log in with KONTOR", "Log in with PORT"]);
    let hrefs = page.attributes("main a.ds-button", "href");
    assert_eq!(hrefs[0], "/en/logg-inn/kontor?tilbake=%2Fen%2Fsaksbehandling");
    // The test login is not there any more; a page with a form is, for its token.
    visitor.page("/logg-inn/administrator/x").await;
    visitor.post("/logg-inn", &[("persona", "administrator")]).await.page(409);
    visitor.get("/logg-inn/ingen").await.page(404);
    let forged = visitor.request(Method::GET, "/oidc/port/svar?state=x&code=y");
    visitor.ask(forged).await.page(400);
    visitor.get("/oidc/port/svar?state=x&state=y").await.page(400);
}

#[tokio::test]
async fn logging_out_when_the_session_has_ended_leads_home() {
    let app = App::start().await;
    // Its cookie has gone with it, and with the cookie what the page's token was made of.
    let kari = app.visitor();
    assert_eq!(kari.ask(kari.request(Method::POST, "/logg-ut")).await.location(), "/");
}
