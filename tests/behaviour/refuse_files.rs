//! Files that are not taken: told one by one, and nothing of them kept.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::parts::Parts;
use crate::helpers::people::{Visitor, about, files_path, form_path, reference_in};
use crate::helpers::rounds::plan;
use std::io::{Cursor, Write};
use std::net::TcpStream;
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PDF: &[u8] = b"%PDF-1.7\nEt kart\n%%EOF\n";
const OLD_OFFICE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Someone with a saved draft.
async fn begun(app: &App, persona: &str) -> Visitor {
    let visitor = app.logged_in(persona).await;
    visitor.save(&about(visitor.form().await, "Kari Nordmann")).await.location();
    visitor
}

async fn with_limits(files: &str, bytes: &str) -> App {
    let limits = [("INNSPILL__ATTACHMENTS__MAX_FILES", files), ("INNSPILL__ATTACHMENTS__MAX_BYTES", bytes)];
    App::with_settings(vec![plan()], &limits).await
}

fn names(page: &Page) -> Vec<String> {
    page.texts(".file-list__name")
}

/// Everything that has been written down of files.
fn kept(app: &App) -> (usize, usize, Vec<String>) {
    let mut files = Vec::new();
    walk(&app.files_folder(), &mut files);
    files.sort();
    (app.database.count("files"), app.database.count("attachments"), files)
}

fn walk(folder: &Path, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, files) } else { files.push(path.display().to_string()) }
    }
}

#[tokio::test]
async fn each_file_that_is_not_taken_is_told_and_the_others_are_taken() {
    let app = with_limits("3", "1000").await;
    let kari = begun(&app, "kari").await;
    let before = kept(&app);
    let large = [b'a'; 1001];
    let files: [(&str, &[u8]); 4] = [
        ("stor.txt", &large),
        ("tom.txt", b""),
        ("kjør.exe", b"MZ\x90\0\x03\0\0\0"),
        ("gammel.doc", OLD_OFFICE),
    ];
    let page = kari.upload(&files_path(), &files[..3]).await.page(422);
    let told = [
        "«stor.txt» er for stor. En fil kan være på inntil 1 kB. Gjør den mindre, eller del den opp.",
        "«tom.txt» er tom. Velg en fil som har innhold.",
        "«kjør.exe» er en filtype vi ikke tar imot. Lagre den som PDF, DOCX, ODT, XLSX, ODS, TXT, PNG eller JPEG.",
    ];
    assert_eq!(page.texts("[data-error-summary] li"), told);
    assert_eq!(page.attributes("[data-error-summary] a", "href"), ["#fil"; 3]);
    assert_eq!(page.texts("#fil-mistake p"), told);
    let field = page.one("#fil");
    assert_eq!(
        (field.attr("aria-invalid"), field.attr("aria-describedby")),
        (Some("true"), Some("fil-mistake fil-help"))
    );
    assert!(page.text("title").starts_with("Feil i skjemaet: Vedlegg"));
    assert_eq!(kept(&app), before, "nothing of them was kept");
    let page = kari.upload(&files_path(), &[files[3], ("kart.pdf", PDF)]).await.page(422);
    page.must_say("«gammel.doc»");
    page.must_say("Filen er lagt ved.");
    assert_eq!(names(&page), ["kart.pdf"]);
    for (prefix, words) in [
        ("/nn", "«stor.txt» er for stor. Ei fil kan vere på inntil 1 kB."),
        ("/en", "“stor.txt” is too large. A file can be up to 1 kB."),
    ] {
        let page = kari.upload(&format!("{prefix}{}", files_path()), &files[..1]).await.page(422);
        page.must_say(words);
    }
}

#[tokio::test]
async fn there_are_no_more_files_than_there_may_be() {
    let app = with_limits("2", "1000").await;
    let kari = begun(&app, "kari").await;
    let three: [(&str, &[u8]); 3] = [("a.txt", b"a"), ("b.txt", b"b"), ("c.txt", b"c")];
    let page = kari.upload(&files_path(), &three).await.page(422);
    page.must_say("«c.txt» fikk ikke plass. Du kan ha inntil 2 filer, så ta bort en annen først.");
    assert_eq!(names(&page), ["a.txt", "b.txt"]);
    page.must_say("Du har lagt ved 2 filer, og flere kan du ikke ha.");
    let page = kari.upload(&files_path(), &three[2..]).await.page(422);
    assert_eq!(names(&page), ["a.txt", "b.txt"]);
    // One in the place of another is no more.
    let form = page.form(".file-list li:nth-child(1) .file-list__replace form");
    let parts =
        Parts::new().text("skjemakode", form.get("skjemakode")).text("erstatter", form.get("erstatter"));
    kari.send_parts(&files_path(), &parts.file("c.txt", b"c")).await.location();
    assert_eq!(names(&kari.page(&files_path()).await), ["c.txt", "b.txt"]);
}

#[tokio::test]
async fn the_same_file_twice_is_noticed() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    let page = kari.upload(&files_path(), &[("kart.pdf", PDF), ("kopi.pdf", PDF)]).await.page(422);
    page.must_say("«kopi.pdf» er den samme filen som «kart.pdf», som er lagt ved fra før");
    let page = kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.page(422);
    page.must_say("«kart.pdf» er lagt ved fra før");
    assert_eq!(names(&page), ["kart.pdf"]);
    kari.upload(&files_path(), &[]).await.page(422).must_say("Velg en fil først");
}

#[tokio::test]
async fn a_form_that_is_not_ours_or_of_no_session_leaves_nothing() {
    let app = App::start().await;
    let (kari, ola) = (begun(&app, "kari").await, begun(&app, "ola").await);
    let before = kept(&app);
    let parts = Parts::new().file("kart.pdf", PDF);
    kari.send_parts(&files_path(), &parts).await.page(403);
    let parts_of_ola = Parts::new().text("skjemakode", &ola.form_token().await).file("kart.pdf", PDF);
    kari.send_parts(&files_path(), &parts_of_ola).await.page(403);
    // The token comes after the file.
    let token = kari.form_token().await;
    let late = Parts::new().file("kart.pdf", PDF).text("skjemakode", &token);
    kari.send_parts(&files_path(), &late).await.page(403);
    let stranger = app.visitor();
    stranger.upload(&files_path(), &[("kart.pdf", PDF)]).await.page(401);
    kari.post("/logg-ut", &[]).await.location();
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.page(401);
    app.set_time("2026-07-01T00:00:01+02:00");
    let siri = app.logged_in("siri").await;
    siri.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    assert_eq!(kept(&app), before);
}

#[tokio::test]
async fn nobody_reaches_a_file_of_another_draft() {
    let app = App::start().await;
    let (kari, ola) = (begun(&app, "kari").await, begun(&app, "ola").await);
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    let link = kari.page(&files_path()).await.attributes(".file-list a", "href")[0].clone();
    let id = link.rsplit('/').next().unwrap();
    assert_eq!(ola.get(&link).await.status, 404);
    ola.post(&files_path(), &[("fil", id)]).await.location();
    let token = ola.form_token().await;
    let parts = Parts::new().text("skjemakode", &token).text("erstatter", id).file("til.txt", b"til");
    ola.send_parts(&files_path(), &parts).await.page(422);
    assert_eq!(names(&kari.page(&files_path()).await), ["kart.pdf"]);
    assert_eq!(names(&ola.page(&files_path()).await).len(), 0);
    for wrong in ["", "x", "../..", "%00"] {
        assert!([400, 404].contains(&ola.post(&files_path(), &[("fil", wrong)]).await.status), "{wrong}");
    }
    // Sent, it is still Kari's alone.
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    assert_eq!(ola.get(&format!("/mine-innspill/{reference}/vedlegg/{id}")).await.status, 404);
    assert_eq!(kari.get(&link).await.status, 404, "the draft is gone");
}

#[tokio::test]
async fn uploads_have_a_quota_and_taking_away_has_another() {
    let app = App::with_settings(vec![plan()], &[("INNSPILL__LIMITS__UPLOAD__PERSON", "2")]).await;
    let kari = begun(&app, "kari").await;
    for name in ["a.txt", "b.txt"] {
        kari.upload(&files_path(), &[(name, name.as_bytes())]).await.location();
    }
    kari.upload(&files_path(), &[("c.txt", b"c")]).await.page(429);
    let page = kari.page(&files_path()).await;
    kari.submit(&page.form(".file-list li:nth-child(1) .actions form"), None).await.location();
    assert_eq!(names(&kari.page(&files_path()).await), ["b.txt"]);
}

#[tokio::test]
async fn hostile_forms_are_refused_and_leave_nothing() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    let before = kept(&app);
    let token = kari.form_token().await;
    let ours = || Parts::new().text("skjemakode", &token);
    let head = |name: &str| format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"a.txt\"");
    let good = ours().file("kart.pdf", PDF);
    let many = (0..1000).fold(ours(), |parts, number| parts.text(&format!("felt-{number}"), "x"));
    let nested =
        "Content-Type: multipart/mixed; boundary=inner\r\nContent-Disposition: form-data; name=\"filer\"";
    let inner =
        b"--inner\r\nContent-Disposition: attachment; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--inner--\r\n";
    let cases = [
        ("no boundary", "multipart/form-data".to_owned(), good.body()),
        ("another boundary", "multipart/form-data; boundary=x".to_owned(), good.body()),
        (
            "a boundary of 10,000 letters",
            format!("multipart/form-data; boundary={}", "b".repeat(10_000)),
            good.body(),
        ),
        ("no parts", good.media_type(), Vec::new()),
        ("half a body", good.media_type(), good.body()[..good.body().len() - 30].to_vec()),
        ("1000 fields", many.media_type(), many.body()),
        ("a nested form", good.media_type(), ours().raw(nested, inner).body()),
        ("a long text", good.media_type(), ours().text("x", &"x".repeat(1_000_000)).body()),
        (
            "no name",
            good.media_type(),
            ours().raw("Content-Disposition: form-data; filename=\"a.txt\"", b"a").body(),
        ),
        ("no disposition", good.media_type(), ours().raw("Content-Type: text/plain", b"a").body()),
        ("no headers", good.media_type(), ours().raw("", b"a").body()),
        (
            "a header of 100,000 letters",
            good.media_type(),
            ours().raw(&head(&"n".repeat(100_000)), b"a").body(),
        ),
        (
            "a packed part",
            good.media_type(),
            ours().raw(&format!("{}\r\nContent-Encoding: gzip", head("filer")), b"\x1f\x8b\x08\0").body(),
        ),
    ];
    for (what, media_type, body) in cases {
        let request = kari.request(reqwest::Method::POST, &files_path()).header("content-type", media_type);
        let answer = kari.ask(request.body(body)).await;
        assert!([400, 403, 413, 422].contains(&answer.status), "{what}: {}", answer.status);
        assert_eq!(kept(&app), before, "{what}");
    }
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    assert_eq!(names(&kari.page(&files_path()).await), ["kart.pdf"]);
}

#[tokio::test]
async fn whoever_hangs_up_in_the_middle_of_a_file_leaves_nothing() {
    let app = App::start().await;
    let answer = app.visitor().post("/logg-inn", &[("persona", "kari")]).await;
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    let kari = begun(&app, "kari").await;
    let before = kept(&app);
    // The other browser of hers has a token of its own.
    let other = app.visitor();
    let page = other.request(reqwest::Method::GET, &files_path()).header("cookie", &cookie);
    let token = other.ask(page).await.form_token().unwrap();
    let parts = Parts::new().text("skjemakode", &token).file("stor.pdf", &[b'%'; 1_000_000]);
    let (body, path, kind) = (parts.body(), files_path(), parts.media_type());
    let mut stream = TcpStream::connect(app.base.trim_start_matches("http://")).unwrap();
    let length = body.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\ncontent-type: {kind}\r\n\
         content-length: {length}\r\n\r\n"
    )
    .unwrap();
    stream.write_all(&body[..length / 2]).unwrap();
    drop(stream);
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    let after = kept(&app);
    assert_eq!((after.0, after.1, after.2.len()), (before.0 + 1, 1, before.2.len() + 1));
    assert!(kari.get(&form_path()).await.text().contains("kart.pdf"));
}

/// A DOCX with `text` as its text.
fn docx(text: &[u8]) -> Vec<u8> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let types = format!("<Types><Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}\"/></Types>");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("[Content_Types].xml", types.as_bytes()), ("word/document.xml", text)] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[tokio::test]
async fn what_grows_when_it_is_opened_is_refused_at_every_door() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    let before = kept(&app);
    let laughs = br#"<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>"#;
    for bytes in [docx(&vec![0; 17 * 1024 * 1024]), docx(laughs)] {
        for path in [files_path(), format!("{}/last-opp", form_path())] {
            let page = kari.upload(&path, &[("skjema.docx", &bytes)]).await.page(422);
            page.must_say("«skjema.docx» blir altfor stor når den pakkes ut.");
            assert_eq!(kept(&app), before, "nothing of it was kept");
        }
    }
}
