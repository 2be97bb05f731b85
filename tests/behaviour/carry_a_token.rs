//! A form that comes back must be one that we gave to this browser, in this session.

use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::people::{Visitor, about, form_path};
use crate::helpers::rounds::PLAN;
use reqwest::Method;

const STALE: &str = "Skjemaet må sendes på nytt";

/// Posts fields as they are, without the token that [`Visitor::post`] adds.
async fn bare(visitor: &Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
    visitor.ask(visitor.request(Method::POST, path).form(fields)).await
}

fn posts(reference: &str) -> Vec<String> {
    vec![
        "/logg-inn".to_owned(),
        "/logg-ut".to_owned(),
        form_path(),
        format!("{}/kontroll", form_path()),
        format!("{}/forkast", form_path()),
        format!("/mine-innspill/{reference}/trekk"),
        "/saksbehandling/brev".to_owned(),
        format!("/saksbehandling/{PLAN}/styring"),
        format!("/saksbehandling/{PLAN}/eksport"),
    ]
}

#[tokio::test]
async fn every_form_on_every_page_carries_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let ola = app.logged_in("ola").await;
    ola.save(&about(ola.form().await, "Ola").set("answer-1", "Ja")).await;
    let admin = app.logged_in("administrator").await;
    let (receipt, staff) = (format!("/mine-innspill/{reference}"), format!("/saksbehandling/{PLAN}"));
    let check = format!("{}/kontroll", form_path());
    for (visitor, path) in [
        (&app.visitor(), "/logg-inn".to_owned()),
        (&kari, receipt.clone()),
        (&kari, format!("{receipt}/trekk")),
        (&kari, "/finnes-ikke".to_owned()),
        (&ola, form_path()),
        (&ola, check),
        (&admin, "/saksbehandling".to_owned()),
        (&admin, "/saksbehandling/brev".to_owned()),
        (&admin, format!("{staff}/styring")),
        (&admin, format!("{staff}/eksport")),
    ] {
        let answer = visitor.get(&path).await;
        let page = answer.page(if path == "/finnes-ikke" { 404 } else { 200 });
        let forms = page.all("form[method=post]");
        assert!(!forms.is_empty(), "{path}");
        let tokens = page.attributes("form[method=post] input[type=hidden][name=skjemakode]", "value");
        assert_eq!(tokens.len(), forms.len(), "{path}");
        assert!(tokens.iter().all(|token| token.len() == 64 && *token == tokens[0]), "{path}");
    }
}

#[tokio::test]
async fn without_the_right_one_nothing_is_done() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let admin = app.logged_in("administrator").await;
    let (own, others) = (admin.form_token().await, kari.form_token().await);
    let before = app.database.dump();
    let half: String = own.chars().take(32).collect();
    for path in posts(&reference) {
        for wrong in ["", "x", &others, &half, &format!("{own}0"), &own.to_uppercase(), "\u{e6}"] {
            let fields = [("skjemakode", wrong), ("do", "close"), ("reason_nb", "x"), ("persona", "kari")];
            assert_eq!(bare(&admin, &path, &fields).await.page(403).text("h1"), STALE, "{path} {wrong}");
            let header = admin.request(Method::POST, &path).header("x-skjemakode", wrong.as_bytes());
            // The header decides where there is one, even beside a field that is right.
            let answer = admin.ask(header.form(&[("skjemakode", own.as_str())])).await;
            assert_eq!(answer.page(403).text("h1"), STALE, "{path} {wrong}");
        }
        assert_eq!(bare(&admin, &path, &[]).await.status, 403, "{path}");
    }
    assert_eq!(app.database.dump(), before);
    admin.page("/saksbehandling").await;
}

#[tokio::test]
async fn it_ends_with_the_session() {
    let app = App::start().await;
    let visitor = app.visitor();
    let anonymous = visitor.form_token().await;
    visitor.post("/logg-inn", &[("persona", "kari")]).await.location();
    let first = visitor.form_token().await;
    visitor.post("/logg-inn", &[("persona", "kari")]).await.location();
    let second = visitor.form_token().await;
    assert!(anonymous != first && first != second);
    let form = visitor.form().await;
    for stale in [&anonymous, &first] {
        let form = form.clone().set("skjemakode", stale);
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        bare(&visitor, &form_path(), &fields).await.page(403);
    }
    assert_eq!(app.database.count("drafts"), 0);
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(bare(&visitor, &form_path(), &fields).await.status, 422);
    assert_eq!(app.database.count("drafts"), 1);
}

#[tokio::test]
async fn a_stranger_gets_a_cookie_with_the_first_form_and_no_earlier() {
    let app = App::start().await;
    let visitor = app.visitor();
    for path in ["/", &format!("/horinger/{PLAN}"), "/finnes-ikke", "/health/live"] {
        assert_eq!(visitor.get(path).await.header("set-cookie"), "", "{path}");
    }
    let answer = visitor.get("/logg-inn").await;
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("innspill-skjema=") && !cookie.contains("Max-Age"), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    let token = answer.form_token().unwrap();
    assert!(!cookie.contains(&token));
    let again = visitor.get("/nn/logg-inn").await;
    assert_eq!((again.header("set-cookie"), again.form_token().unwrap()), ("", token.clone()));
    // Nobody else's cookie fits, nor none.
    let fields = [("skjemakode", token.as_str()), ("persona", "kari")];
    let other = app.visitor();
    other.get("/logg-inn").await;
    assert_eq!(bare(&other, "/logg-inn", &fields).await.status, 403);
    assert_eq!(bare(&app.visitor(), "/logg-inn", &fields).await.status, 403);
    assert_eq!(app.database.count("sessions"), 0);
    assert_eq!(bare(&visitor, "/logg-inn", &fields).await.status, 303);
}

#[tokio::test]
async fn over_tls_the_cookie_is_bound_to_the_host() {
    let https = [("INNSPILL__SERVER__BASE_URL", "https://innspill.example.org")];
    let app = App::with_settings(Vec::new(), &https).await;
    let answer = app.visitor().get("/logg-inn").await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-innspill-skjema=") && cookie.contains("Secure"), "{cookie}");
}

#[tokio::test]
async fn it_tells_nothing_and_is_stored_nowhere() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let token = kari.form_token().await;
    kari.hand_in(&[("answer-1", "Ja")]).await;
    assert!(app.database.dump().iter().all(|(_, value)| !value.contains(&token)));
    assert!(!crate::helpers::logs::so_far().contains(&token));
}

#[tokio::test]
async fn the_page_keeps_what_was_typed_and_offers_to_send_it_again() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let text = "Første linje\n\n<b>andre</b> & «tredje»";
    let form = about(kari.form().await, "Kari").set("answer-1", text).set("do", "save");
    let stale = form.clone().set("skjemakode", "feil");
    let sent = |header: &str, value: &str| {
        kari.request(Method::POST, &form_path()).header(header, value.to_owned()).form(&stale.fields)
    };
    for (header, value) in [("sec-fetch-site", "same-origin"), ("origin", app.base.as_str())] {
        let page = kari.ask(sent(header, value)).await.page(403);
        assert_eq!(page.text("h1"), STALE);
        assert_eq!(page.verbatim("p.verbatim"), [text]);
        let again = page.form("main form");
        assert_eq!(again.action, form_path());
        assert_eq!(again.get("answer-1").replace("\r\n", "\n"), text);
        assert_eq!(page.all("main form input[name=skjemakode]").len(), 1);
    }
    // What the browser does not vouch for gets no button: another site may have written it.
    for page in [kari.ask(sent("x-none", "")).await, kari.ask(sent("sec-fetch-site", "none")).await] {
        let page = page.page(403);
        assert_eq!(page.verbatim("p.verbatim"), [text]);
        assert!(page.all("main form").is_empty());
        assert_eq!(page.attributes("main .ds-button", "href"), [form_path()]);
    }
    assert_eq!(app.database.count("drafts"), 0);
    let again = kari.ask(sent("origin", &app.base)).await.page(403).form("main form");
    let fields: Vec<(&str, &str)> = again.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(bare(&kari, &form_path(), &fields).await.location(), form_path());
    assert_eq!(kari.form().await.get("answer-1"), text);
}

#[tokio::test]
async fn a_script_is_told_in_words_that_help() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Ja").set("skjemakode", "feil");
    let request = kari.request(Method::POST, &form_path()).header("accept", "application/json");
    let answer = kari.ask(request.form(&form.fields)).await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.json(403)["title"], STALE);
    assert!(answer.text().contains("Trykk «Lagre kladden»"), "{}", answer.text());
}

#[tokio::test]
async fn the_way_back_from_what_is_only_posted_is_its_page() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    for (path, page) in [
        (format!("/nn{}/forkast", form_path()), format!("/nn{}", form_path())),
        ("/en/logg-ut".into(), "/en/".into()),
    ] {
        let answer = bare(&kari, &path, &[]).await.page(403);
        assert_eq!(answer.attributes("main .ds-button", "href"), std::slice::from_ref(&page));
        assert_eq!(kari.get(&page).await.status, 200);
    }
}
