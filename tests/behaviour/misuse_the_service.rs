//! What must not be possible, and what must not make the service fall.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, form_path};
use crate::helpers::rounds::PLAN;
use reqwest::Method;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const STYLE_OF_PAGES: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
     img-src 'self' data:; connect-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[tokio::test]
async fn another_site_cannot_make_the_browser_change_anything() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", "Ikke jeg");
    for (header, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1:1"),
    ] {
        for path in [form_path(), "/logg-ut".to_owned(), "/logg-inn".to_owned()] {
            let request = kari.request(Method::POST, &path).header(header, value).form(&form.fields);
            let page = kari.ask(request).await.page(403);
            assert_eq!(page.text("h1"), "Vi forstod ikke det du sendte", "{header}: {value} at {path}");
        }
    }
    assert_eq!(app.database.count("drafts"), 0);
    kari.page("/mine-innspill").await;
    for (header, value) in [("sec-fetch-site", "same-origin"), ("origin", app.base.as_str())] {
        let request = kari.request(Method::POST, &form_path()).header(header, value).form(&form.fields);
        assert_eq!(kari.ask(request).await.status, 303, "{header}: {value}");
    }
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_protections() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let document = format!("/horinger/{PLAN}/dokumenter/horingsutkast.pdf");
    let cross = kari.request(Method::POST, "/logg-ut").header("sec-fetch-site", "cross-site");
    let stranger = app.visitor();
    let script = stranger
        .ask(stranger.request(Method::GET, "/mine-innspill").header("accept", "application/json"))
        .await;
    let style = kari.page("/").await.attributes("link[rel=stylesheet]", "href")[0].clone();
    let (page, missing) = (kari.get("/").await, kari.get("/finnes-ikke").await);
    let (login, file) = (app.visitor().get("/mine-innspill").await, kari.get(&document).await);
    let answers = [
        ("page", 200, page, STYLE_OF_PAGES, "no-store"),
        ("missing", 404, missing, STYLE_OF_PAGES, "no-store"),
        ("login", 303, login, STYLE_OF_PAGES, "no-store"),
        ("cross-site", 403, kari.ask(cross).await, STYLE_OF_PAGES, "no-store"),
        ("script", 401, script, STYLE_OF_PAGES, "no-store"),
        ("garbage", 400, kari.post(&form_path(), &[]).await, STYLE_OF_PAGES, "no-store"),
        ("health", 200, kari.get("/health/live").await, STYLE_OF_PAGES, "no-store"),
        ("style", 200, kari.get(&style).await, STYLE_OF_PAGES, "public, max-age=31536000, immutable"),
        ("document", 200, file, "default-src 'none'; object-src", "public, no-cache"),
    ];
    for (kind, status, answer, policy, cache) in answers {
        assert_eq!(answer.status, status, "{kind}");
        assert!(answer.header("content-security-policy").starts_with(policy), "{kind}");
        assert_eq!(answer.header("cache-control"), cache, "{kind}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{name} of {kind}");
        }
        assert_eq!(answer.header("server"), "", "{kind}");
    }
}

#[tokio::test]
async fn pages_have_nothing_inline_and_ask_nothing_of_others() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    for path in
        ["/", &format!("/en/horinger/{PLAN}"), "/logg-inn", &format!("/mine-innspill/{reference}"), "/x"]
    {
        let html = kari.get(path).await.text();
        let page = kari.get(path).await.page(if path == "/x" { 404 } else { 200 });
        assert!(page.all("style, [style], script:not([src]), iframe, object, embed").is_empty(), "{path}");
        for name in ["onclick", "onload", "onsubmit", "onerror"] {
            assert!(page.all(&format!("[{name}]")).is_empty(), "{path}");
        }
        for (selector, name) in [("link", "href"), ("script", "src"), ("img", "src"), ("form", "action")] {
            for target in page.attributes(selector, name) {
                assert!(target.starts_with('/') && !target.starts_with("//"), "{target} in {path}");
            }
        }
        assert!(!html.contains("javascript:"), "{path}");
    }
}

#[tokio::test]
async fn a_form_that_is_too_large_gets_its_own_page() {
    let app = App::start().await;
    let answer = app.visitor().post("/logg-inn", &[("persona", "kari")]).await;
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    // Only the head and a little are written: the size alone is enough to refuse it.
    let mut stream = TcpStream::connect(app.base.trim_start_matches("http://")).unwrap();
    // A server that waits for the rest fails the test instead of holding it.
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let path = form_path();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 5000000\r\n\r\nanswer-1=a"
    )
    .unwrap();
    let mut answer = Vec::new();
    // The connection may be cut once the answer is out.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("Det du sendte, er for stort"), "{answer}");
}

#[tokio::test]
async fn five_answers_of_full_length_in_the_widest_letters_fit() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let mut form = about(kari.form().await, "Kari");
    for number in 1..=5 {
        form = form.set(&format!("answer-{number}"), &"𝔘".repeat(20_000));
    }
    kari.page(kari.send(&form).await.location()).await;
}

#[tokio::test]
async fn what_is_no_form_of_ours_is_not_understood() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let id = uuid::Uuid::now_v7().to_string();
    for fields in [
        vec![],
        vec![("answer-1", "uten kladd")],
        vec![("draft", "ikke-en-id")],
        vec![("draft", id.as_str()), ("version", "mange")],
        vec![("draft", id.as_str()), ("version", "99999999999999999999")],
        vec![("draft", id.as_str()), ("answer-1", "a\0b")],
        vec![("draft", id.as_str()), ("name", "\0")],
    ] {
        let page = kari.post(&form_path(), &fields).await.page(400);
        assert_eq!(page.text("h1"), "Vi forstod ikke det du sendte", "{fields:?}");
    }
    for (kind, body) in [
        ("application/json", "{}"),
        ("text/plain", "draft=x"),
        ("multipart/form-data; boundary=x", "--x--"),
        ("application/x-www-form-urlencoded", "%%%&&&==="),
        ("", "draft"),
    ] {
        let request = kari.posting(&form_path()).await.header("content-type", kind).body(body);
        kari.ask(request).await.page(400);
        let send = kari.posting(&format!("{}/kontroll", form_path())).await;
        kari.ask(send.header("content-type", kind).body(body)).await.page(400);
    }
    assert_eq!(app.database.count("drafts"), 0);
}

async fn never_fails(visitor: &Visitor, method: Method, path: &str, body: &str) {
    let is_read = method == Method::GET;
    let request = if is_read { visitor.request(Method::GET, path) } else { visitor.posting(path).await };
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body.to_owned());
    let answer = visitor.ask(request).await;
    assert!(answer.status < 500, "{method} {path} with {body:?} gave {}", answer.status);
    assert!(!answer.text().contains("panicked"));
}

#[tokio::test]
async fn strange_addresses_never_make_it_fail() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let admin = app.logged_in("administrator").await;
    let long = "a".repeat(5000);
    let strange =
        ["%00", "%ff", "..%2f..%2f", "%F0%9F%91%8D", "'%20OR%201=1--", "-1", "99999999999999999999", &long];
    for word in strange {
        for path in [
            format!("/{word}"),
            format!("/horinger/{word}"),
            format!("/horinger/{PLAN}/dokumenter/{word}"),
            format!("/horinger/{word}/innspill"),
            format!("{}?endrer={word}", form_path()),
            format!("/mine-innspill/{word}"),
            format!("/saksbehandling/{word}"),
            format!("/saksbehandling/{PLAN}?side={word}&status={word}&for-sent={word}"),
            format!("/saksbehandling/{PLAN}/sporsmal/{word}"),
            format!("/saksbehandling/{PLAN}/sporsmal/1?side={word}"),
            format!("/saksbehandling/{PLAN}/innspill/{word}"),
            format!("/saksbehandling/{word}/eksport"),
            format!("/saksbehandling/{word}/styring"),
            format!("/logg-inn?tilbake={word}"),
            format!("/static/{word}/{word}"),
            format!("/mine-innspill/{reference}?ny={word}"),
        ] {
            never_fails(&admin, Method::GET, &path, "").await;
        }
    }
    for cookie in ["innspill=", "innspill=%00", "innspill=\u{e6}", "=;=", "innspill=a; innspill=b"] {
        let request =
            app.visitor().request(Method::GET, "/mine-innspill").header("cookie", cookie.as_bytes());
        assert!(app.visitor().ask(request).await.status < 500, "{cookie}");
    }
}

#[tokio::test]
async fn strange_forms_never_make_it_fail() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let admin = app.logged_in("administrator").await;
    let id = uuid::Uuid::now_v7();
    for value in
        ["", "%00", "%ff%fe", "%F0%9F%91%8D", "-1", "2147483648", "9999-12-31", "-009999-01-01", "%0d%0a"]
    {
        for (path, body) in [
            ("/logg-inn".to_owned(), format!("persona={value}x&tilbake=/{value}")),
            (form_path(), format!("draft={id}&version={value}&begun={value}&answer-{value}=x&role={value}")),
            (format!("{}/kontroll", form_path()), format!("draft={value}&version={value}")),
            (format!("{}/forkast", form_path()), format!("draft={value}")),
            (format!("/mine-innspill/{value}x/trekk"), String::new()),
            ("/saksbehandling/brev".to_owned(), format!("letter={value}")),
            (
                format!("/saksbehandling/{PLAN}/styring"),
                format!(
                    "do=extend&until_date={value}&until_time={value}&reason_nb=x{value}&reason_nn={value}x"
                ),
            ),
            (
                format!("/saksbehandling/{PLAN}/styring"),
                format!(
                    "do=extend&until_date=2026-07-0{}&reason_nb=x{value}&reason_en=y{value}",
                    value.len()
                ),
            ),
            (
                format!("/saksbehandling/{PLAN}/eksport"),
                format!("dialect={value}&header={value}&status={value}&late={value}&file={value}"),
            ),
        ] {
            // Logging in as somebody else must not take the administrator's session away.
            let other = app.visitor();
            let visitor = if path == "/logg-inn" { &other } else { &admin };
            never_fails(visitor, Method::POST, &path, &body).await;
        }
    }
    admin.get(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await.page(200);
}

#[tokio::test]
async fn other_methods_find_nothing() {
    let app = App::start().await;
    let admin = app.logged_in("administrator").await;
    for path in ["/", "/logg-inn", &form_path(), "/mine-innspill", "/saksbehandling", "/health/live"] {
        for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
            let answer = admin.ask(admin.request(method.clone(), path)).await;
            assert!((400..500).contains(&answer.status), "{method} {path} gave {}", answer.status);
        }
    }
    for path in ["/", "/mine-innspill", "/saksbehandling", "/health/live"] {
        admin.post(path, &[]).await.page(404);
    }
    for path in ["/logg-ut", &format!("{}/forkast", form_path())] {
        admin.get(path).await.page(404);
    }
}

#[tokio::test]
async fn what_may_be_an_attack_is_logged_by_its_kind_and_names_nobody() {
    let app = App::start().await;
    let kari = app.logged_in("kari-som-angriper").await;
    kari.get("/saksbehandling").await.page(403);
    kari.ask(kari.request(Method::POST, "/logg-ut").header("origin", "https://evil.example")).await.page(403);
    kari.ask(kari.request(Method::POST, "/logg-ut")).await.page(403);
    let log = crate::helpers::logs::so_far();
    for refusal in ["role", "cross-site", "form-token"] {
        assert!(log.contains(&format!("refusal=\"{refusal}\"")), "{refusal}");
    }
    assert!(!log.contains("kari-som-angriper"));
}
