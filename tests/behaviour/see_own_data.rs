//! Everything that is kept about me: seen, taken away as a file, and removed where the law allows.

use crate::helpers::app::App;
use crate::helpers::people::{about, form_path};
use crate::helpers::rounds::{PLAN, plan, sibling};
use serde_json::{Value, json};

const PAGE: &str = "/mine-innspill/opplysninger";
const FILE: &str = "/mine-innspill/opplysninger/last-ned";
const REMOVE: &str = "/mine-innspill/opplysninger/slett";

async fn two_rounds() -> App {
    App::with(vec![plan(), sibling("annen", "En annen plan", "2026-06-01", "2026-06-20")]).await
}

#[tokio::test]
async fn the_file_holds_every_revision_every_draft_the_letters_the_logins_and_the_log() {
    let app = two_rounds().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Først"), ("answer-2", "Blir stående")]).await;
    let form = kari.form_at(&format!("{}?endrer={reference}", form_path())).await;
    kari.send(&form.set("answer-1", "Så")).await.location();
    let path = "/horinger/annen/innspill";
    let form = about(kari.form_at(path).await, "Kari").set("answer-1", "Halvferdig");
    kari.save(&form).await.location();
    app.mail().await;
    let officer = app.logged_in("saksbehandler").await;
    officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;

    let answer = kari.get(FILE).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"opplysninger.json\""));
    assert_eq!(answer.header("cache-control"), "no-store");
    let data = answer.json(200);
    let sent = &data["submissions"][0];
    assert_eq!(data["submissions"].as_array().unwrap().len(), 1);
    assert_eq!((&sent["reference"], &sent["status"]), (&json!(reference), &json!("received")));
    let texts = |revision: &Value| -> Vec<String> {
        let answers = revision["answers"].as_array().unwrap().iter();
        answers.map(|answer| answer["text"].as_str().unwrap().to_owned()).collect()
    };
    let revisions = sent["revisions"].as_array().unwrap();
    assert_eq!(
        revisions.iter().map(texts).collect::<Vec<_>>(),
        [["Så", "Blir stående"], ["Først", "Blir stående"]]
    );
    for revision in revisions {
        assert_eq!(revision["respondent"]["email"], "kari@example.org");
        assert!(revision["answers"][0]["question"].as_str().unwrap().len() > 10);
    }
    let kinds =
        |letters: &Value| letters.as_array().unwrap().iter().map(|l| l["kind"].clone()).collect::<Vec<_>>();
    assert_eq!(kinds(&sent["letters"]), ["change-receipt", "receipt"]);
    assert_eq!(data["drafts"][0]["content"]["answers"]["1"], "Halvferdig");
    assert_eq!(data["drafts"][0]["consultation"], "annen");
    assert_eq!(data["identity"]["subject"], "kari");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    let log: Vec<&str> =
        data["log"].as_array().unwrap().iter().map(|l| l["event"].as_str().unwrap()).collect();
    for event in ["submission.received", "submission.changed", "draft.begun"] {
        assert!(log.contains(&event), "{event} in {log:?}");
    }
    // Who at the municipality, is told by their role.
    assert!(!answer.text().contains("saksbehandler"), "{}", answer.text());

    let page = kari.page(PAGE).await;
    assert_eq!(
        (page.row("Innspill"), page.row("Kladder"), page.row("E-poster")),
        ("1".into(), "1".into(), "2".into())
    );
}

#[tokio::test]
async fn nobody_gets_what_is_another_persons() {
    let app = App::start().await;
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    let reference = kari.hand_in(&[("answer-1", "Karis ord")]).await;
    for other in [ola, app.logged_in("administrator").await] {
        let text = other.get(FILE).await.text();
        for karis in [reference.as_str(), "Karis ord", "kari@example.org", "kari"] {
            assert!(!text.contains(karis), "{karis} in {text}");
        }
        other.post(REMOVE, &[("kladder", "true"), ("innspill", "true")]).await.location();
    }
    kari.receipt(&reference).await.must_say("Vi sender en e-post til kari@example.org");
    for path in [PAGE, FILE, REMOVE] {
        assert!(app.visitor().get(path).await.location().starts_with("/logg-inn?tilbake="), "{path}");
    }
    assert_eq!(app.visitor().post(REMOVE, &[("innspill", "true")]).await.status, 401);
}

#[tokio::test]
async fn drafts_go_at_once_submissions_are_withdrawn_and_addresses_forgotten() {
    let app = two_rounds().await;
    let kari = app.logged_in("kari").await;
    let path = "/horinger/annen/innspill";
    let form = about(kari.form_at(path).await, "Kari").set("answer-1", "Til den andre");
    let closed = crate::helpers::people::reference_in(kari.send(&form).await.location());
    let reference = kari.hand_in(&[("answer-1", "Karis ord")]).await;
    let form = kari.form_at(&format!("{}?endrer={reference}", form_path())).await;
    kari.save(&form.set("answer-1", "Kladden")).await.location();
    app.set_time("2026-06-25T12:00:00+02:00");

    let page = kari.page(REMOVE).await;
    page.must_say("Kladden min. Den blir slettet med en gang.");
    page.must_say(&format!("Innspillene mine som kan trekkes tilbake: {reference}"));
    page.must_say(&format!("Kan ikke trekkes tilbake her: {closed}."));
    page.must_say("Arkivlova sier at kommunen skal ta vare på det");
    let form = page.form("main form");
    // Nothing chosen, nothing done.
    assert_eq!(app.events_of(kari.submit(&form, None)).await, Vec::<String>::new());
    let only_drafts = app.events_of(kari.submit(&form.clone().set("kladder", "true"), None)).await;
    assert_eq!(only_drafts, ["draft.discarded"]);
    let rest = form.set("innspill", "true");
    assert_eq!(app.events_of(kari.submit(&rest, None)).await, ["submission.withdrawn", "contacts.forgotten"]);
    assert_eq!(app.events_of(kari.submit(&rest, None)).await, Vec::<String>::new());

    assert_eq!(app.database.count("drafts"), 0);
    let receipt = kari.receipt(&reference).await;
    receipt.must_say("Innspillet er trukket tilbake");
    receipt.must_say("Karis ord");
    assert!(!receipt.says("kari@example.org"));
    kari.receipt(&closed).await.must_say("kari@example.org");
    // The receipt of the withdrawal still finds its way.
    let mail = app.mail().await;
    assert_eq!(mail.last().map(|mail| mail.to.as_str()), Some("kari@example.org"));
    assert!(mail.last().unwrap().subject.contains(&reference));
    kari.page(&format!("{PAGE}?slettet=1")).await.must_say("er slettet eller trukket tilbake");
    app.set_time("2026-07-01T00:00:00+02:00");
    kari.page(REMOVE).await.must_say("Det er ingenting du kan slette selv nå.");
}
