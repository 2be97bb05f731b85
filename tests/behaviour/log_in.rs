//! Logging in and out, and who may come where.

use crate::helpers::app::App;
use crate::helpers::rounds::PLAN;
use reqwest::Method;

const NOBODYS_LETTER: &str = "00000000-0000-7000-8000-000000000000";

fn staff_pages() -> Vec<String> {
    let round = format!("/saksbehandling/{PLAN}");
    vec![
        "/saksbehandling".to_owned(),
        "/saksbehandling/brev".to_owned(),
        round.clone(),
        format!("{round}/sporsmal/1"),
        format!("{round}/eksport"),
        format!("{round}/styring"),
        format!("{round}/kodebok"),
    ]
}

#[tokio::test]
async fn a_stranger_is_sent_to_log_in_and_comes_back() {
    let app = App::start().await;
    let visitor = app.visitor();
    for path in staff_pages().into_iter().chain(["/mine-innspill".to_owned()]) {
        let answer = visitor.get(&format!("{path}?a=b&c=d")).await;
        let page = visitor.page(answer.location()).await;
        assert_eq!(page.attributes("input[name=tilbake]", "value")[0], format!("{path}?a=b&c=d"));
    }
    let back = [("persona", "leser"), ("tilbake", "/saksbehandling/brev")];
    assert_eq!(visitor.post("/logg-inn", &back).await.location(), "/saksbehandling/brev");
    visitor.page("/saksbehandling/brev").await;
}

#[tokio::test]
async fn a_citizen_may_not_see_the_staffs_pages() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    for path in staff_pages() {
        let page = kari.get(&path).await.page(403);
        assert_eq!(page.text("h1"), "Du har ikke tilgang");
        kari.get(&format!("/en{path}")).await.page(403);
    }
    let fields = [("do", "close"), ("reason_nb", "x"), ("file", "csv"), ("letter", NOBODYS_LETTER)];
    for path in ["/saksbehandling/brev", &staff_pages()[4], &staff_pages()[5]] {
        kari.post(path, &fields).await.page(403);
        app.visitor().post(path, &fields).await.page(401);
    }
    assert_eq!(app.events().await, ["round.imported"]);
    assert!(kari.page("/").await.all("a[href='/saksbehandling']").is_empty());
}

#[tokio::test]
async fn each_role_may_do_its_own_work_and_no_more() {
    let app = App::start().await;
    let pages = staff_pages();
    for (persona, denied) in
        [("leser", vec![&pages[4], &pages[5]]), ("saksbehandler", vec![&pages[5]]), ("administrator", vec![])]
    {
        let staff = app.logged_in(persona).await;
        for path in &pages {
            let expected = if denied.contains(&path) { 403 } else { 200 };
            assert_eq!(staff.get(path).await.status, expected, "{persona} at {path}");
        }
        for path in denied {
            staff.post(path, &[("do", "close"), ("reason_nb", "x"), ("file", "csv")]).await.page(403);
        }
    }
    let requeue = [("letter", NOBODYS_LETTER)];
    app.logged_in("leser").await.post("/saksbehandling/brev", &requeue).await.page(403);
    let mut events = app.events().await;
    events.retain(|event| !["staff.logged-in", "answers.read"].contains(&event.as_str()));
    assert_eq!(events, ["round.imported"]);
}

#[tokio::test]
async fn the_cookie_cannot_be_read_by_scripts_or_sent_by_other_sites() {
    let app = App::start().await;
    let answer = app.visitor().post("/logg-inn", &[("persona", "kari")]).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("innspill="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn over_tls_the_cookie_is_bound_to_the_host() {
    let https = [("INNSPILL__SERVER__BASE_URL", "https://innspill.example.org")];
    let app = App::with_settings(Vec::new(), &https).await;
    let answer = app.visitor().post("/logg-inn", &[("persona", "kari")]).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-innspill=") && cookie.contains("Secure"), "{cookie}");
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

#[tokio::test]
async fn every_login_is_a_new_session_and_ends_the_one_before() {
    let app = App::start().await;
    let kari = app.visitor();
    let token = |cookie: &str| cookie.split(';').next().unwrap().to_owned();
    let first = token(kari.post("/logg-inn", &[("persona", "kari")]).await.header("set-cookie"));
    let second = token(kari.post("/logg-inn", &[("persona", "administrator")]).await.header("set-cookie"));
    assert_ne!(first, second);
    let stranger = app.visitor();
    for (cookie, status) in [(&first, 303), (&second, 200), (&"innspill=feil".to_owned(), 303)] {
        let request = stranger.request(Method::GET, "/mine-innspill").header("cookie", cookie);
        assert_eq!(stranger.ask(request).await.status, status, "{cookie}");
    }
}

#[tokio::test]
async fn after_logging_out_the_session_is_dead() {
    let app = App::start().await;
    let kari = app.visitor();
    let cookie = kari.post("/logg-inn", &[("persona", "kari")]).await.header("set-cookie").to_owned();
    let answer = kari.post("/nn/logg-ut", &[]).await;
    assert_eq!(answer.location(), "/nn/");
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    let stolen =
        kari.request(Method::GET, "/mine-innspill").header("cookie", cookie.split(';').next().unwrap());
    assert_eq!(kari.ask(stolen).await.status, 303);
    assert_eq!(app.database.count("sessions"), 0);
}

#[tokio::test]
async fn a_session_ends_after_eight_hours() {
    let app = App::with_settings(
        Vec::new(),
        &[
            ("INNSPILL__SESSIONS__CITIZEN_MAX_MINUTES", "480"),
            ("INNSPILL__SESSIONS__CITIZEN_IDLE_MINUTES", "480"),
        ],
    )
    .await;
    let kari = app.logged_in("kari").await;
    app.set_time("2026-06-10T19:59:59.999+02:00");
    kari.page("/mine-innspill").await;
    for time in ["20:00:00", "23:00:00"] {
        app.set_time(&format!("2026-06-10T{time}+02:00"));
        assert_eq!(kari.get("/mine-innspill").await.status, 303, "{time}");
    }
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let app = App::start().await;
    for elsewhere in
        ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:x", ""]
    {
        let visitor = app.visitor();
        let answer = visitor.post("/logg-inn", &[("persona", "kari"), ("tilbake", elsewhere)]).await;
        assert_eq!(answer.location(), "/", "{elsewhere}");
        let query = url::form_urlencoded::byte_serialize(elsewhere.as_bytes()).collect::<String>();
        let page = visitor.page(&format!("/logg-inn?tilbake={query}")).await;
        assert_eq!(page.attributes("input[name=tilbake]", "value")[0], "/", "{elsewhere}");
    }
}

#[tokio::test]
async fn without_the_test_login_nobody_can_log_in_that_way() {
    let app = App::with_settings(Vec::new(), &[("INNSPILL__LOGIN__PROVIDER", "none")]).await;
    let visitor = app.visitor();
    assert_eq!(visitor.get("/logg-inn").await.page(409).text("h1"), "Ingen kan logge inn ennå");
    // There is no form to come from.
    visitor.post("/logg-inn", &[("persona", "leser")]).await.page(403);
    assert_eq!(app.database.count("sessions"), 0);
}

#[tokio::test]
async fn the_server_keeps_only_a_hash_of_the_token() {
    let app = App::start().await;
    let answer = app.visitor().post("/logg-inn", &[("persona", "kari")]).await;
    let token =
        answer.header("set-cookie").trim_start_matches("innspill=").split(';').next().unwrap().to_owned();
    assert!(token.len() >= 64);
    assert!(app.database.dump().iter().all(|(_, value)| !value.contains(&token)));
}
