//! A national id that someone writes in an answer goes nowhere else.

use crate::helpers::app::App;
use crate::helpers::logs;
use crate::helpers::people::{about, form_path, reference_in};
use crate::helpers::rounds::PLAN;

/// Made for tests (the synthetic series of Tenor), and used in no other test.
const NATIONAL_ID: &str = "22848522345";

fn holders(app: &App) -> Vec<String> {
    let mut places: Vec<_> =
        app.database.dump().into_iter().filter(|(_, value)| value.contains(NATIONAL_ID)).collect();
    places.sort();
    places.dedup_by(|one, other| one.0 == other.0);
    places.into_iter().map(|(place, _)| place).collect()
}

#[tokio::test]
async fn only_the_answer_holds_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let text = format!("Barnet mitt, {NATIONAL_ID}, har");
    let form = kari.form().await.set("answer-1", &text);
    kari.check(&form).await.page(422);
    let form = about(kari.form().await, "Kari");
    kari.save(&form).await.location();
    assert_eq!(holders(&app), Vec::<String>::new(), "a draft is sealed");
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    assert_eq!(holders(&app), ["answers.text"]);

    let form = kari.form_at(&format!("{}?endrer={reference}", form_path())).await;
    kari.send(&form.set("answer-2", "Mer")).await.location();
    let officer = app.logged_in("saksbehandler").await;
    officer.post(&format!("/saksbehandling/{PLAN}/eksport"), &[("file", "csv")]).await;
    let before = app.mail().await;
    kari.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.location();
    assert_eq!((before.len(), app.mail().await.len()), (2, 3));
    for mail in app.mail().await {
        assert!(!mail.raw.contains(NATIONAL_ID) && !mail.body.contains(NATIONAL_ID));
    }
    assert_eq!(holders(&app), ["answers.text"]);
    assert!(!logs::so_far().contains(NATIONAL_ID), "it was logged");
}

#[tokio::test]
async fn a_fault_does_not_log_it_either() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", &format!("Nummeret er {NATIONAL_ID}"));
    let ready = kari.ready(&form).await;
    app.database.break_with("ALTER TABLE answers RENAME TO answers_gone");
    kari.submit(&ready, None).await.page(500);
    app.database.break_with("ALTER TABLE answers_gone RENAME TO answers");
    app.database.break_with("ALTER TABLE drafts RENAME TO drafts_gone");
    kari.save(&form).await.page(500);
    assert!(!logs::so_far().contains(NATIONAL_ID), "it was logged");
}

#[tokio::test]
async fn no_page_but_those_that_show_the_answer_holds_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", &format!("Nummeret er {NATIONAL_ID}"))]).await;
    let admin = app.logged_in("administrator").await;
    let round = format!("/saksbehandling/{PLAN}");
    for path in
        ["/", &format!("/horinger/{PLAN}"), "/mine-innspill", &format!("/mine-innspill/{reference}/trekk")]
    {
        assert!(!kari.get(path).await.text().contains(NATIONAL_ID), "{path}");
    }
    for path in [
        "/saksbehandling",
        "/saksbehandling/brev",
        &round,
        &format!("{round}/eksport"),
        &format!("{round}/styring"),
    ] {
        assert!(!admin.get(path).await.text().contains(NATIONAL_ID), "{path}");
    }
    assert!(admin.page(&format!("{round}/innspill/{reference}")).await.says(NATIONAL_ID));
}

#[tokio::test]
async fn the_log_of_the_process_names_nobody() {
    let app = App::start().await;
    let person = app.logged_in("zebulon-nordahl").await;
    let form = about(person.form().await, "Zebulon Nordahl");
    let form = form.set_all(&[("email", "zebulon.nordahl@example.org"), ("answer-1", "Zebulons ord")]);
    let reference = reference_in(person.send(&form).await.location());
    person.receipt(&reference).await;
    app.mail().await;
    let log = logs::so_far();
    assert!(log.contains("/mine-innspill/{reference}"), "nothing is logged");
    for personal in ["ebulon", reference.as_str()] {
        assert!(!log.contains(personal), "{personal} was logged");
    }
}

#[tokio::test]
async fn who_someone_is_does_not_stand_with_what_they_sent() {
    let app = App::start().await;
    let kari = app.logged_in("kari-hos-utsteder").await;
    kari.hand_in(&[("answer-1", "Ja")]).await;
    kari.post("/logg-ut", &[]).await.location();
    let places = app.database.dump().into_iter().filter(|(_, value)| value.contains("kari-hos-utsteder"));
    assert_eq!(places.collect::<Vec<_>>(), []);
}
