//! Files from the citizen's form to the staff's page.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::parts::Parts;
use crate::helpers::people::{Visitor, about, files_path, form_path, reference_in};
use crate::helpers::rounds::PLAN;
use std::collections::HashSet;

const PDF: &[u8] = b"%PDF-1.7\nEt kart\n%%EOF\n";
const TEXT: &[u8] = "Blåbær på Ærøy\n".as_bytes();

/// Someone with a saved draft that answers nothing.
async fn begun(app: &App, persona: &str) -> Visitor {
    let visitor = app.logged_in(persona).await;
    visitor.save(&about(visitor.form().await, "Kari Nordmann")).await.location();
    visitor
}

/// The address of each file that a page lists.
fn links(page: &Page) -> Vec<String> {
    page.attributes(".file-list a", "href")
}

fn names(page: &Page) -> Vec<String> {
    page.texts(".file-list__name")
}

#[tokio::test]
async fn files_go_from_the_form_to_the_receipt_and_to_staff() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari Nordmann").set("answer-1", "Se vedlegget");
    let saved = kari.submit(&form, Some(("do", "files"))).await;
    assert_eq!(saved.location(), files_path());
    assert_eq!(kari.page(&files_path()).await.texts(".file-list li").len(), 0);
    let answer = kari.upload(&files_path(), &[("Kart over Ærøy.pdf", PDF), ("notat.txt", TEXT)]).await;
    assert_eq!(answer.location(), format!("{}?lagt=2", files_path()));
    let page = kari.page(answer.location()).await;
    page.must_say("2 filer er lagt ved.");
    assert_eq!(names(&page), ["Kart over Ærøy.pdf", "notat.txt"]);
    assert_eq!(kari.get(&links(&page)[0]).await.body, PDF);
    // They stand in the form, with what was written, and on the page where all is checked.
    let again = kari.page(&form_path()).await;
    assert_eq!(names(&again), names(&page));
    assert_eq!(again.form("form#svar").get("answer-1"), "Se vedlegget");
    let checked = kari.page(&format!("{}/kontroll", form_path())).await;
    assert_eq!(names(&checked), names(&page));
    let receipt = kari.submit(&checked.form("main form.actions"), None).await;
    let reference = reference_in(receipt.location());
    let receipt = kari.receipt(&reference).await;
    assert_eq!(names(&receipt), names(&page));
    receipt.must_say("PDF, 1 kB");
    let file = kari.get(&links(&receipt)[1]).await;
    assert_eq!((file.status, file.body.as_slice()), (200, TEXT));

    let officer = app.logged_in("saksbehandler").await;
    officer.page(&format!("/saksbehandling/{PLAN}")).await.must_say("2 vedlegg");
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    assert_eq!(names(&page), names(&receipt));
    let file = officer.get(&links(&page)[0]).await;
    assert_eq!((file.status, file.body.as_slice()), (200, PDF));
}

#[tokio::test]
async fn a_file_is_handed_out_to_be_saved_and_never_shown() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    let awkward = "Høring \"svar\" \u{202e}fdp.\r\nX-Evil: 1\r\n50%.txt";
    kari.upload(&files_path(), &[(awkward, TEXT)]).await.location();
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    let officer = app.logged_in("leser").await;
    let staff = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    for (who, link) in [(&kari, &links(&kari.receipt(&reference).await)[0]), (&officer, &links(&staff)[0])] {
        let request = who.request(reqwest::Method::GET, link).header("accept-encoding", "br, gzip");
        let answer = who.ask(request).await;
        for (name, value) in [
            ("content-type", "text/plain"),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "sandbox; default-src 'none'"),
            ("cache-control", "no-store"),
            ("set-cookie", ""),
            ("x-evil", ""),
            ("content-length", &TEXT.len().to_string()),
            (
                "content-disposition",
                "attachment; filename=\"H_ring _svar_ fdp.X-Evil: 150_.txt\"; \
                 filename*=UTF-8''H%C3%B8ring%20%22svar%22%20fdp.X%2DEvil%3A%20150%25.txt",
            ),
        ] {
            assert_eq!(answer.header(name), value, "{name}");
        }
        assert_eq!(answer.body, TEXT);
    }
}

#[tokio::test]
async fn every_download_by_staff_stands_in_the_log_and_none_by_the_sender() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("hemmelig-navn.pdf", PDF)]).await.location();
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    let link = links(&page)[0].clone();
    let events = app
        .events_of(async {
            officer.get(&link).await;
            officer.get(&link).await;
            kari.get(&links(&kari.receipt(&reference).await)[0]).await;
        })
        .await;
    assert_eq!(events, ["attachment.downloaded"; 2]);
    let id = link.rsplit('/').next().unwrap();
    let lines = app.database.values(
        "SELECT subject AS value FROM audit_log WHERE event = 'attachment.downloaded' AND actor = 'case-officer:saksbehandler'",
    );
    assert_eq!(lines, [format!("{reference}: attachment {id}"), format!("{reference}: attachment {id}")]);
    let log = app.database.values("SELECT subject AS value FROM audit_log");
    assert!(!log.iter().any(|subject| subject.contains("hemmelig-navn")));
}

#[tokio::test]
async fn what_cannot_be_logged_is_not_handed_out() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    app.database.break_with("ALTER TABLE audit_log RENAME TO gone");
    let answer = officer.get(&links(&page)[0]).await;
    assert_eq!(answer.status, 500);
    assert!(!answer.text().contains("Et kart"));
}

#[tokio::test]
async fn a_file_alone_is_a_submission_and_one_with_no_comment_is_not_both() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    let page = kari.check(&kari.form().await).await.page(422);
    page.must_say("Svar på minst ett spørsmål, legg ved en fil, eller kryss av for «uten merknad»");
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    let page = kari.check(&kari.form().await.set("no_comment", "true")).await.page(422);
    page.must_say("Du har både lagt ved filer og krysset av for «uten merknad».");
    let form = kari.form().await.without("no_comment");
    let reference = reference_in(kari.send(&form).await.location());
    let ola = begun(&app, "ola").await;
    ola.upload(&files_path(), &[("annet.pdf", b"%PDF-1.7 2")]).await.location();
    ola.send(&ola.form().await).await.location();
    // Nothing was written in either, and that is no copy of a text.
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}")).await;
    assert!(page.says(&reference) && !page.says("Lik tekst som et annet"));
    let csv =
        officer.post(&format!("/saksbehandling/{PLAN}/eksport"), &[("dialect", "rfc4180")]).await.text();
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(rows.len(), 2, "{csv}");
    assert!(rows[0].starts_with(&format!(",,,{reference},")), "{csv}");
}

#[tokio::test]
async fn a_change_begins_with_the_files_and_leaves_the_earlier_revision_its_own() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("kart.pdf", PDF), ("notat.txt", TEXT)]).await.location();
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    let change = format!("{}?endrer={reference}", form_path());
    let shown = kari.page(&change).await;
    assert_eq!(names(&shown), ["kart.pdf", "notat.txt"]);
    let files = kari.submit(&shown.form("form#svar"), Some(("do", "files"))).await;
    assert_eq!(files.location(), format!("{}?endrer={reference}", files_path()));
    let page = kari.page(files.location()).await;
    assert_eq!(names(&page), ["kart.pdf", "notat.txt"]);
    let remove = page.form(".file-list li:first-child .actions form");
    assert!(kari.submit(&remove, None).await.location().ends_with("fjernet=1"));
    kari.upload(files.location(), &[("nytt.txt", b"Nytt")]).await.location();
    kari.send(&kari.form_at(&change).await).await.location();
    let receipt = kari.receipt(&reference).await;
    assert_eq!(
        receipt.texts("main > div > div > section > .file-list .file-list__name"),
        ["notat.txt", "nytt.txt"]
    );
    assert_eq!(names(&receipt), ["notat.txt", "nytt.txt", "kart.pdf", "notat.txt"]);
    let all = links(&receipt);
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), 4, "each has an id of its own");
    assert_eq!(kari.get(&all[2]).await.body, PDF);
    let officer = app.logged_in("leser").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    assert_eq!(names(&page), names(&receipt));
    officer.page(&format!("/saksbehandling/{PLAN}")).await.must_say("2 vedlegg");
}

#[tokio::test]
async fn a_file_is_replaced_where_it_stands() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("a.txt", b"a"), ("b.txt", b"b"), ("c.txt", b"c")]).await.location();
    let page = kari.page(&files_path()).await;
    let form = page.form(".file-list li:nth-child(2) .file-list__replace form");
    let parts = form.fields.iter().fold(Parts::new(), |parts, (name, value)| match name.as_str() {
        "filer" => parts,
        name => parts.text(name, value),
    });
    let answer = kari.send_parts(&files_path(), &parts.clone().file("ny.txt", b"ny")).await;
    assert!(answer.location().ends_with("?byttet=1"));
    assert_eq!(names(&kari.page(&files_path()).await), ["a.txt", "ny.txt", "c.txt"]);
    assert_eq!(kari.get(&links(&page)[1]).await.status, 404);
    // The one that it was for is gone now.
    let again = kari.send_parts(&files_path(), &parts.file("nyere.txt", b"nyere")).await.page(422);
    again.must_say("«nyere.txt» er ikke lagt ved, for filen du ville bytte ut, er ikke her lenger");
    assert_eq!(names(&again), ["a.txt", "ny.txt", "c.txt"]);
}

#[tokio::test]
async fn what_is_shown_is_what_is_sent() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    let ready = kari.ready(&kari.form().await.set("answer-1", "Ja")).await;
    let elsewhere = app.logged_in("kari").await;
    elsewhere.upload(&files_path(), &[("sent.pdf", PDF)]).await.location();
    assert_eq!(kari.submit(&ready, None).await.location(), format!("{}/kontroll", form_path()));
    let ready = kari.page(&format!("{}/kontroll", form_path())).await.form("main form.actions");
    reference_in(kari.submit(&ready, None).await.location());
}
