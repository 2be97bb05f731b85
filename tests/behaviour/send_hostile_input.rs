//! Input that was made to break something: each kind gets its right refusal, and none a 500.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, plan};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long a test waits for the service to hang up.
const PATIENCE: Duration = Duration::from_secs(30);
const FORM: &str = "application/x-www-form-urlencoded";

/// Sends a body as it is, with the token in the header.
async fn status(visitor: &Visitor, path: &str, kind: &str, body: Vec<u8>) -> u16 {
    let request = visitor.posting(path).await.header("content-type", kind).body(body);
    visitor.ask(request).await.status
}

/// Writes bytes to the service as they are, and reads what it says until it hangs up.
fn raw(app: &App, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(app.base.trim_start_matches("http://")).unwrap();
    // A server that waits for ever fails the test instead of holding it.
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    // It may hang up in the middle of what is too much.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_form_that_no_browser_writes_is_not_understood() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let draft = uuid::Uuid::now_v7();
    let with = |rest: &str| format!("draft={draft}&version=0&{rest}").into_bytes();
    for body in [
        // Fields twice: nobody can know which one was meant.
        with("name=Kari&name=Ola"),
        with(&format!("draft={draft}")),
        with("version=1"),
        with("answer-1=a&answer-1=b"),
        with("no_comment=1&no_comment=1"),
        // Half escapes, broken UTF-8, overlong forms, surrogates, beyond the last character.
        with("answer-1=%"),
        with("answer-1=%4"),
        with("answer-1=%zz"),
        with("answer-1=%ff%fe"),
        with("answer-1=%C0%AF"),
        with("answer-1=%E0%80%AF"),
        with("answer-1=%ED%A0%80"),
        with("answer-1=%F4%90%80%80"),
        [with("answer-1="), vec![0xc3]].concat(),
        with("answer-1=%00"),
        // What must be there is not.
        b"version=0&answer-1=a".to_vec(),
        b"draft=&version=0".to_vec(),
    ] {
        let shown = String::from_utf8_lossy(&body).into_owned();
        assert_eq!(status(&kari, &form_path(), FORM, body).await, 400, "{shown}");
    }
    for kind in [
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/json",
        "text/xml",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "\u{e6}",
    ] {
        assert_eq!(status(&kari, &form_path(), kind, with("answer-1=a")).await, 400, "{kind}");
    }
    assert_eq!(app.database.count("drafts"), 0);
    let fine = "application/x-www-form-urlencoded; charset=UTF-8";
    assert_eq!(status(&kari, &form_path(), fine, with("do=save&answer-1=%C3%A6+%2B")).await, 303);
    assert_eq!(kari.form().await.get("answer-1"), "æ +");
}

#[tokio::test]
async fn bombs_are_refused_before_they_are_unpacked() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let draft = uuid::Uuid::now_v7();
    let many = |count: usize| (0..count).map(|n| format!("&answer-{n}=x")).collect::<String>();
    for body in [
        format!("draft={draft}{}", many(5000)),
        format!("draft={draft}&{}=x", "n".repeat(1000)),
        format!("draft={draft}&name={}", "x".repeat(100_000)),
        format!("draft={draft}&answer-1={}", "x".repeat(1_000_000)),
        format!("draft={draft}&answer-1={}", "%41".repeat(1_600_000)),
    ] {
        assert_eq!(status(&kari, &form_path(), FORM, body.into_bytes()).await, 413);
    }
    // A small form has a small bound.
    assert_eq!(status(&kari, "/logg-inn", FORM, vec![b'a'; 300 * 1024]).await, 413);
    // A kilobyte that would unpack to a megabyte; as JSON, nested deep; as a thousand parts.
    let packed = kari.posting(&form_path()).await.header("content-type", FORM);
    for encoding in ["gzip", "br", "deflate", "gzip, gzip", "zstd"] {
        let request = packed.try_clone().unwrap().header("content-encoding", encoding).body(vec![0x1f; 1000]);
        assert_eq!(kari.ask(request).await.status, 400, "{encoding}");
    }
    let nested = "[".repeat(100_000).into_bytes();
    assert_eq!(status(&kari, &form_path(), "application/json", nested).await, 400);
    let parts = "--x\r\ncontent-disposition: form-data; name=a\r\n\r\nb\r\n".repeat(1000);
    assert_eq!(status(&kari, &form_path(), "multipart/form-data; boundary=x", parts.into_bytes()).await, 400);
    assert_eq!(app.database.count("drafts"), 0);
}

#[tokio::test]
async fn a_body_without_an_end_or_without_a_known_length_is_cut_off() {
    let app = App::with_settings(vec![plan()], &[("INNSPILL__LIMITS__BODY_SECONDS", "1")]).await;
    let token = app.visitor().form_token().await;
    let head =
        format!("POST /logg-inn HTTP/1.1\r\nhost: x\r\nx-skjemakode: {token}\r\ncontent-type: {FORM}\r\n");
    // Promised, and never sent.
    let slow = raw(&app, format!("{head}content-length: 1000\r\n\r\npersona=k").as_bytes());
    assert!(slow.starts_with("HTTP/1.1 408"), "{slow}");
    assert!(slow.contains("Vi fikk ikke alt du sendte"), "{slow}");
    // In pieces that never end.
    let piece = format!("1000\r\n{}\r\n", "a".repeat(0x1000));
    let endless =
        raw(&app, format!("{head}transfer-encoding: chunked\r\n\r\n{}", piece.repeat(200)).as_bytes());
    assert!(endless.starts_with("HTTP/1.1 413"), "{endless}");
    // Refused before it is read, or sent with a question: the connection is not kept open for it.
    for request in [
        format!("{head}origin: https://evil.example\r\ncontent-length: 1000\r\n\r\npersona=k"),
        format!(
            "POST /logg-ut HTTP/1.1\r\nhost: x\r\nx-skjemakode: {token}\r\ncontent-length: 1000\r\n\r\na"
        ),
        "GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\na".to_owned(),
        "GET / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n".to_owned(),
    ] {
        let begun = std::time::Instant::now();
        let answer = raw(&app, request.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 4"), "{request:?}: {answer}");
        assert!(begun.elapsed() < PATIENCE, "{request:?} was waited for");
    }
    // Two lengths that differ are how one request is smuggled inside another.
    for smuggled in [
        "content-length: 9\r\ncontent-length: 8\r\n\r\npersona=k",
        "content-length: -1\r\n\r\npersona=k",
        "content-length: 0x9\r\n\r\npersona=k",
        "transfer-encoding: chunked\r\ncontent-length: 9\r\n\r\npersona=k",
        "transfer-encoding: chunked\r\n\r\nzz\r\npersona=k\r\n0\r\n\r\n",
    ] {
        let answer = raw(&app, format!("{head}connection: close\r\n{smuggled}").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 4"), "{smuggled:?}: {answer}");
    }
}

#[tokio::test]
async fn a_head_without_an_end_or_too_large_is_cut_off() {
    let app = App::with_settings(vec![plan()], &[("INNSPILL__LIMITS__HEAD_SECONDS", "1")]).await;
    let slow = raw(&app, b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ");
    assert!(slow.starts_with("HTTP/1.1 408"), "{slow}");
    let huge = raw(&app, format!("GET / HTTP/1.1\r\nhost: x\r\nx-large: {}", "a".repeat(300_000)).as_bytes());
    assert!(huge.is_empty() || huge.starts_with("HTTP/1.1 431"), "{huge}");
    let many = "x-a: b\r\n".repeat(500);
    let many = raw(&app, format!("GET / HTTP/1.1\r\nhost: x\r\n{many}\r\n").as_bytes());
    assert!(many.starts_with("HTTP/1.1 4"), "{many}");
    for strange in [
        "GET / HTTP/9.9\r\n\r\n",
        "GET\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
        "GET / HTTP/1.1\r\nhost : x\r\n\r\n",
        "\u{16}\u{3}\u{1}",
    ] {
        let answer = raw(&app, strange.as_bytes());
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{strange:?}: {answer}");
    }
    app.visitor().page("/").await;
}

#[tokio::test]
async fn no_address_leads_out_of_its_room_or_to_a_look_alike() {
    let app = App::start().await;
    let admin = app.logged_in("administrator").await;
    // Cyrillic а, a zero-width space, full-width letters, another normal form, another case.
    let alike = ["h%D0%B0ndlingsplan-for-barnevernet", &format!("{PLAN}%E2%80%8B"), &PLAN.to_uppercase()];
    for slug in alike
        .into_iter()
        .chain(["%EF%BD%88andlingsplan-for-barnevernet", "handlingsplan%2Dfor%2Dbarnevernet%20"])
    {
        for path in [
            format!("/horinger/{slug}"),
            format!("/horinger/{slug}/innspill"),
            format!("/saksbehandling/{slug}"),
        ] {
            assert_eq!(admin.get(&path).await.status, 404, "{path}");
        }
    }
    let tricks = [
        "..%2f..%2f..%2fetc%2fpasswd",
        "..%5c..%5cwindows%5cwin.ini",
        "%2e%2e%2f%2e%2e%2finnspill.db",
        "....//....//etc/passwd",
        "%252e%252e%252fetc%252fpasswd",
        "horingsutkast.pdf%00.txt",
        "horingsutkast.pdf%2f..%2f..%2finnspill.db",
        "%c0%ae%c0%ae%c0%afetc%c0%afpasswd",
        "horingsutkast.pdf::$DATA",
        "file:%2f%2f%2fetc%2fpasswd",
    ];
    for trick in tricks {
        for path in [
            format!("/{trick}"),
            format!("/static/{trick}"),
            format!("/static/x/{trick}"),
            format!("/horinger/{PLAN}/dokumenter/{trick}"),
            format!("/mine-innspill/{trick}"),
        ] {
            // As bytes on the wire: a client library would tidy them up first.
            let answer =
                raw(&app, format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").as_bytes());
            let is_nothing =
                ["404", "400", "303"].iter().any(|code| answer.starts_with(&format!("HTTP/1.1 {code}")));
            assert!(is_nothing && !answer.contains("root:"), "{path}: {answer}");
        }
    }
}

#[tokio::test]
async fn a_line_end_makes_no_header_in_an_answer_or_a_letter() {
    let app = App::start().await;
    for end in ["%0d%0a", "%0a", "%0d", "%E5%98%8A%E5%98%8D", "%c4%8d%c4%8a"] {
        let kari = app.visitor();
        let answer = kari.get(&format!("/mine-innspill?x={end}set-cookie:%20a=b")).await;
        let page = kari.page(answer.location()).await;
        assert!(page.attributes("input[name=tilbake]", "value")[0].starts_with('/'));
        let back = format!("/mine-innspill?{}", percent_decoded(end));
        let answer =
            kari.post("/logg-inn", &[("persona", "kari"), ("tilbake", &format!("{back}X-Evil: 1"))]).await;
        assert!(answer.header("x-evil").is_empty() && !answer.header("set-cookie").contains("Evil"), "{end}");
    }
    for evil in [
        "Kari\r\nBcc: alle@example.org",
        "Kari\nBcc: alle@example.org",
        "Kari\r\n\r\nHei",
        "Kari\u{2028}Bcc: x",
    ] {
        let visitor = app.logged_in(&format!("evil-{}", evil.len())).await;
        let form = about(visitor.form().await, evil).set("answer-1", "Ja");
        let form = form.set_all(&[("role", "organisation"), ("organisation", evil)]);
        visitor.page(visitor.send(&form).await.location()).await;
        let letters = app.mail().await;
        let letter = letters.last().unwrap();
        let (head, _) = letter.raw.split_once("\r\n\r\n").unwrap();
        assert!(!head.to_lowercase().contains("bcc") && letter.to == "kari@example.org", "{head}");
    }
    for address in [
        "kari@example.org\r\nBcc: alle@example.org",
        "kari@example.org, alle@example.org",
        "kari@example.org\n.\n",
        "<kari@example.org>",
    ] {
        let ola = app.logged_in("ola").await;
        let form = about(ola.form().await, "Ola").set("answer-1", "Ja").set("email", address);
        ola.check(&form).await.page(422);
    }
}

fn percent_decoded(text: &str) -> String {
    url::form_urlencoded::parse(format!("x={text}").as_bytes()).next().unwrap().1.into_owned()
}

#[tokio::test]
async fn what_is_written_as_markup_or_sql_is_only_text() {
    let app = App::start().await;
    let text =
        "<script>alert(1)</script>'; DROP TABLE submissions; -- \" onmouseover=\"x {{7*7}} ${7*7} %s%n";
    let kari = app.logged_in("kari").await;
    let reference =
        reference_in(kari.send(&about(kari.form().await, text).set("answer-1", text)).await.location());
    assert_eq!(kari.text_of(&reference).await, format!("[1]\n{text}\n\n"));
    let reader = app.logged_in("leser").await;
    for (visitor, path) in [
        (&kari, format!("/mine-innspill/{reference}")),
        (&kari, "/mine-innspill".to_owned()),
        (&reader, format!("/saksbehandling/{PLAN}/innspill/{reference}")),
        (&reader, format!("/saksbehandling/{PLAN}")),
    ] {
        let page = visitor.page(&path).await;
        assert!(page.all("script:not([src]), [onmouseover]").is_empty(), "{path}");
    }
    assert_eq!(app.database.count("submissions"), 1);
}
