//! The audit log: exactly one line for every change, and none for what was refused.

use crate::helpers::app::App;
use crate::helpers::people::{about, form_path};
use crate::helpers::rounds::PLAN;

const NOTHING: Vec<String> = Vec::new();

#[tokio::test]
async fn everything_a_citizen_does_leaves_one_line() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari");
    assert_eq!(app.events_of(kari.save(&form.clone().set("answer-1", "Ja"))).await, ["draft.begun"]);
    let form = kari.form().await;
    assert_eq!(app.events_of(kari.save(&form.set("answer-1", "Ja!"))).await, NOTHING);
    let discard = kari.page(&form_path()).await.form("details form");
    assert_eq!(app.events_of(kari.submit(&discard, None)).await, ["draft.discarded"]);
    let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Ja")).await;
    assert_eq!(app.events_of(kari.submit(&ready, None)).await, ["submission.received"]);
    assert_eq!(app.events_of(kari.submit(&ready, None)).await, NOTHING);
    assert_eq!(app.events_of(app.mail()).await, ["letter.sent"]);
    let reference = kari.page("/mine-innspill").await.attributes("main h3 a", "href")[0].clone();
    let reference = reference.trim_start_matches("/mine-innspill/");
    let change = kari.form_at(&format!("{}?endrer={reference}", form_path())).await;
    let ready = kari.ready(&change.set("answer-1", "Så")).await;
    assert_eq!(app.events_of(kari.submit(&ready, None)).await, ["submission.changed"]);
    let withdraw = format!("/mine-innspill/{reference}/trekk");
    assert_eq!(app.events_of(kari.post(&withdraw, &[])).await, ["submission.withdrawn"]);
}

#[tokio::test]
async fn everything_staff_do_leaves_one_line() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let manage = format!("/saksbehandling/{PLAN}/styring");
    let extend = [("do", "extend"), ("until_date", "2026-07-15"), ("reason_nb", "Fordi")];
    assert_eq!(app.events_of(arne.post(&manage, &extend)).await, ["round.extended"]);
    assert_eq!(
        app.events_of(arne.post(&manage, &[("do", "close"), ("reason_nb", "Nå")])).await,
        ["round.closed"]
    );
    let reopen = [("do", "reopen"), ("until_date", "2026-08-01"), ("reason_nb", "Likevel")];
    assert_eq!(app.events_of(arne.post(&manage, &reopen)).await, ["round.reopened"]);
    let export = format!("/saksbehandling/{PLAN}/eksport");
    assert_eq!(app.events_of(arne.post(&export, &[("file", "csv")])).await, ["submissions.exported"]);
    let actors = app.database.values("SELECT actor AS value FROM audit_log WHERE event <> 'round.imported'");
    assert_eq!(actors, ["administrator:administrator"; 5], "four deeds and the login");
}

#[tokio::test]
async fn reading_ones_own_and_reading_lists_leaves_no_line() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let (kari, reader) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let before = app.events().await;
    for path in ["/", &format!("/horinger/{PLAN}"), "/mine-innspill", &format!("/mine-innspill/{reference}")]
    {
        kari.page(path).await;
    }
    for path in ["", "/eksport", "/styring", "/kodebok"] {
        reader.page(&format!("/saksbehandling/{PLAN}{path}")).await;
    }
    assert_eq!(app.events().await, before);
}

#[tokio::test]
async fn what_is_refused_leaves_no_line() {
    let app = App::start().await;
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    let second = about(kari.form().await, "Kari").set("answer-1", "En gang til");
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let second = kari.ready(&second).await;
    let withdraw = format!("/mine-innspill/{reference}/trekk");
    assert_eq!(app.events_of(kari.submit(&second, None)).await, NOTHING);
    assert_eq!(app.events_of(ola.post(&withdraw, &[])).await, NOTHING);
    let manage = format!("/saksbehandling/{PLAN}/styring");
    assert_eq!(app.events_of(kari.post(&manage, &[("do", "close"), ("reason_nb", "x")])).await, NOTHING);
    app.set_time("2026-07-01T00:00:00+02:00");
    assert_eq!(app.events_of(kari.post(&withdraw, &[])).await, NOTHING);
    assert_eq!(app.events_of(ola.get(&form_path())).await, NOTHING);
}

#[tokio::test]
async fn the_log_names_no_citizen() {
    let app = App::start().await;
    app.logged_in("torunn").await.hand_in(&[("answer-1", "Noe helt spesielt")]).await;
    app.mail().await;
    for (place, value) in app.database.dump().into_iter().filter(|(place, _)| place.starts_with("audit_log."))
    {
        for personal in ["torunn", "Torunn", "Kari", "example.org", "spesielt"] {
            assert!(!value.contains(personal), "{place}: {value}");
        }
    }
}
