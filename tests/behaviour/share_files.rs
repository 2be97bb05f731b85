//! Files of a draft that several write on, and what everyone is told of their own.

use crate::attach_files::{PDF, TEXT, begun, links, names};
use crate::helpers::app::App;
use crate::helpers::people::{files_path, form_path, reference_in};
use crate::helpers::rounds::PLAN;
use crate::write_together::shared;
use serde_json::json;

#[tokio::test]
async fn whoever_writes_on_a_shared_draft_adds_and_takes_away_and_sees_what_came_of_it() {
    let app = App::start().await;
    let (kari, ola, form) = shared(&app).await;
    let files = form.replace("/innspill?", "/innspill/vedlegg?");
    let saved = ola.submit(&ola.form_at(&form).await, Some(("do", "files"))).await;
    assert_eq!(saved.location(), files);
    ola.upload(&files, &[("fra-ola.pdf", PDF)]).await.location();
    kari.upload(&files, &[("fra-kari.txt", TEXT)]).await.location();
    let page = ola.page(&files).await;
    assert_eq!(names(&page), ["fra-ola.pdf", "fra-kari.txt"]);
    ola.submit(&page.form(".file-list li:nth-child(2) .actions form"), None).await.location();
    let page = kari.page(&files).await;
    assert_eq!(names(&page), ["fra-ola.pdf"]);
    let link = links(&page)[0].clone();
    assert_eq!(kari.get(&link).await.body, PDF);
    let siri = app.logged_in("siri").await;
    for path in [&files, &link] {
        assert_eq!(siri.get(path).await.status, 404, "{path}");
    }
    siri.upload(&files, &[("fra-siri.txt", TEXT)]).await.page(404);
    let reference = reference_in(kari.send(&kari.form_at(&form).await).await.location());
    let receipt = ola.receipt(&reference).await;
    assert_eq!(ola.get(&links(&receipt)[0]).await.body, PDF);
}

#[tokio::test]
async fn everything_held_about_me_has_my_files_and_the_log_of_them() {
    let app = App::start().await;
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("kart.pdf", PDF)]).await.location();
    let all = kari.get("/mine-innspill/opplysninger/last-ned").await.json(200);
    let file = &all["drafts"][0]["attachments"][0];
    assert_eq!(
        (&file["name"], &file["kind"], &file["size_bytes"]),
        (&json!("kart.pdf"), &json!("pdf"), &json!(PDF.len()))
    );
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    officer.get(&links(&page)[0]).await;
    let all = kari.get("/mine-innspill/opplysninger/last-ned").await.json(200);
    assert_eq!(all["submissions"][0]["revisions"][0]["attachments"][0]["sha256"], file["sha256"]);
    let log = all["log"].as_array().unwrap();
    assert!(log.iter().any(|line| line["event"] == "attachment.downloaded" && line["by"] == "case-officer"));
    // A draft that is thrown away takes its files along.
    let change = format!("{}?endrer={reference}", form_path());
    kari.submit(&kari.form_at(&change).await, Some(("do", "files"))).await.location();
    assert_eq!(app.database.count("attachments"), 2);
    kari.post(&format!("{}/forkast?endrer={reference}", form_path()), &[]).await.location();
    assert_eq!(app.database.count("attachments"), 1);
}
