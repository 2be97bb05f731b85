//! The deadline: a legal instant in Norwegian time, kind to those who began before it.

use crate::helpers::app::App;
use crate::helpers::page::Form;
use crate::helpers::people::{Visitor, about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, dated, plan, sibling};

const LAST_INSTANT: &str = "2026-06-30T23:59:59.999+02:00";
const TOO_LATE: &str = "2026-07-01T00:00:00.000+02:00";

async fn written(kari: &Visitor) -> Form {
    about(kari.form().await, "Kari").set("answer-1", "Mitt svar")
}

/// Fails unless the form is closed to this person, and nothing is kept.
async fn refused(app: &App, person: &Visitor, form: &Form) {
    let before = app.events().await;
    let page = person.check(form).await.page(409);
    assert_eq!(page.text("h1"), "Fristen har gått ut");
    page.must_say("Solveig Kvernabakk");
    assert_eq!(page.attributes("main .ds-button", "href"), [format!("/horinger/{PLAN}")]);
    assert_eq!(app.events().await, before);
    assert_eq!((app.database.count("drafts"), app.database.count("submissions")), (0, 0));
}

#[tokio::test]
async fn the_last_millisecond_of_the_day_is_on_time() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.set_time(LAST_INSTANT);
    kari.page(&format!("/horinger/{PLAN}")).await.must_say("I dag er siste dag");
    let answer = kari.send(&written(&kari).await).await;
    let page = kari.page(answer.location()).await;
    assert_eq!(page.row("Mottatt"), "30. juni 2026 kl. 23.59.59");
    assert!(!page.says("etter fristen"));
}

#[tokio::test]
async fn a_closed_round_says_so_and_keeps_nothing() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.set_time(TOO_LATE);
    let page = kari.get(&form_path()).await.page(409);
    assert_eq!(page.text("h1"), "Fristen har gått ut");
    page.must_say("Fristen for å gi innspill var til og med 30. juni 2026");
    let page = kari.page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(page.text(".deadline__moment"), "Fristen var til og med 30. juni 2026");
    assert!(page.all(".round-card a").is_empty());
    let form = Form { action: form_path(), fields: Vec::new() };
    let id = uuid::Uuid::now_v7().to_string();
    let form = about(form, "Kari").set_all(&[("draft", &id), ("version", "0"), ("answer-1", "For sent")]);
    refused(&app, &kari, &form).await;
}

#[tokio::test]
async fn a_draft_saved_before_and_sent_after_is_kept_and_marked_late() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.set_time(LAST_INSTANT);
    kari.save(&written(&kari).await).await.location();
    app.set_time(TOO_LATE);
    let page = kari.page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(page.text(".round-card .ds-button"), "Send inn det du begynte på");
    let form = kari.form().await;
    kari.page(&form_path()).await.must_say("Du begynte før fristen, så du kan fortsatt sende inn.");
    kari.checked(&form).await.must_say("Du begynte før fristen");
    let reference = reference_in(kari.send(&form).await.location());
    let page = kari.receipt(&reference).await;
    page.must_say("Innspillet kom etter fristen");
    assert_eq!(page.row("Mottatt"), "1. juli 2026 kl. 00.00.00");
    assert!(app.mail().await[0].body.contains("Innspillet kom etter fristen"));
    let staff = app.logged_in("leser").await;
    for path in ["", &format!("/innspill/{reference}"), "/sporsmal/1"] {
        staff.page(&format!("/saksbehandling/{PLAN}{path}")).await.must_say("For sent");
    }
}

#[tokio::test]
async fn the_page_alone_opened_before_the_deadline_is_enough_to_send_after_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.set_time(LAST_INSTANT);
    let form = written(&kari).await;
    app.set_time("2026-07-02T08:00:00+02:00");
    let reference = reference_in(kari.send(&form).await.location());
    kari.receipt(&reference).await.must_say("Innspillet kom etter fristen");
    assert_eq!(kari.text_of(&reference).await, "[1]\nMitt svar\n\n");
}

#[tokio::test]
async fn what_was_checked_before_the_deadline_can_be_sent_after_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&written(&kari).await).await;
    app.set_time(TOO_LATE);
    let answer = kari.submit(&ready, None).await;
    kari.page(answer.location()).await.must_say("Innspillet kom etter fristen");
}

#[tokio::test]
async fn mistakes_made_across_the_deadline_do_not_lose_the_right_to_send() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Mitt svar");
    app.set_time(TOO_LATE);
    let page = kari.check(&form).await.page(422);
    let answer = kari.send(&about(page.form("form#svar"), "Kari")).await;
    kari.page(answer.location()).await.must_say("Innspillet kom etter fristen");
}

#[tokio::test]
async fn a_missing_or_forged_seal_is_refused_after_the_deadline() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    app.set_time("2026-06-30T23:00:00+02:00");
    let form = written(&kari).await;
    app.set_time(TOO_LATE);
    let (_, seal) = form.get("begun").rsplit_once(' ').unwrap();
    let other_id = uuid::Uuid::now_v7().to_string();
    for forged in [
        form.clone().without("begun"),
        form.clone().set("begun", ""),
        form.clone().set("begun", "2026-06-01T10:00:00.000Z"),
        form.clone().set("begun", &format!("2026-06-01T10:00:00.000Z {seal}")),
        form.clone().set("begun", &format!("2026-06-01T10:00:00.000Z {}", "0".repeat(64))),
        form.clone().set("draft", &other_id),
    ] {
        refused(&app, &kari, &forged).await;
    }
}

#[tokio::test]
async fn the_seal_of_another_person_or_round_is_refused() {
    let other = sibling("annen", "Annen", "2026-06-01", "2026-12-31");
    let app = App::with(vec![plan(), other]).await;
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    let in_the_round = about(kari.form().await, "Kari").set("answer-1", "Mitt svar");
    let mut elsewhere = about(ola.form_at("/horinger/annen/innspill").await, "Ola").set("answer-1", "Ja");
    app.set_time(TOO_LATE);
    refused(&app, &ola, &in_the_round).await;
    elsewhere.action = form_path();
    refused(&app, &ola, &elsewhere).await;
}

#[tokio::test]
async fn a_round_that_counts_late_input_says_so() {
    let mut round = plan();
    round.late_counts = true;
    let app = App::with(vec![round]).await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&written(&kari).await).await;
    app.set_time(TOO_LATE);
    let answer = kari.submit(&ready, None).await;
    kari.page(answer.location()).await.must_say("Innspillet er merket som for sent, men vi tar det med.");
    assert!(app.mail().await[0].body.contains("Vi tar det med likevel"));
}

#[tokio::test]
async fn the_days_when_the_clock_changes_are_whole_days() {
    for (day, last, too_late, said) in [
        ("2026-03-29", "2026-03-29T23:59:59.999+02:00", "2026-03-30T00:00:00+02:00", "29. mars 2026"),
        ("2026-10-25", "2026-10-25T23:59:59.999+01:00", "2026-10-26T00:00:00+01:00", "25. oktober 2026"),
    ] {
        let app = App::with(vec![dated(plan(), "2026-03-01", day)]).await;
        app.set_time("2026-03-20T12:00:00+01:00");
        let (kari, ola, per) =
            (app.logged_in("kari").await, app.logged_in("ola").await, app.logged_in("per").await);
        let early = ola.ready(&written(&ola).await).await;
        app.set_time(last);
        let page = kari.page(&format!("/horinger/{PLAN}")).await;
        assert_eq!(page.text(".deadline__moment"), format!("Frist: til og med {said}"));
        assert_eq!(page.text(".deadline__left"), "I dag er siste dag");
        let page = kari.page(kari.send(&written(&kari).await).await.location()).await;
        assert_eq!(page.row("Mottatt"), format!("{said} kl. 23.59.59"));
        assert!(!page.says("etter fristen"));
        app.set_time(too_late);
        per.get(&form_path()).await.page(409);
        let answer = ola.submit(&early, None).await;
        ola.page(answer.location()).await.must_say("Innspillet kom etter fristen");
    }
}

#[tokio::test]
async fn a_round_that_has_not_opened_refuses_kindly() {
    let app = App::with(vec![dated(plan(), "2026-07-01", "2026-07-31")]).await;
    let kari = app.logged_in("kari").await;
    let page = kari.page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(page.text(".deadline__left"), "Åpner 1. juli 2026");
    assert!(page.all(".round-card a").is_empty());
    app.set_time(LAST_INSTANT);
    let page = kari.get(&form_path()).await.page(409);
    page.must_say("Du kan gi innspill fra 1. juli 2026 kl. 00.00");
    let id = uuid::Uuid::now_v7().to_string();
    let form = Form { action: form_path(), fields: Vec::new() }.set("draft", &id).set("answer-1", "Tidlig");
    kari.save(&form).await.page(409);
    assert_eq!(app.database.count("drafts"), 0);
    app.set_time(TOO_LATE);
    kari.send(&written(&kari).await).await.location();
}

#[tokio::test]
async fn a_draft_that_would_only_be_a_second_one_is_not_taken_late() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let second = written(&kari).await;
    let reference = kari.hand_in(&[("answer-1", "Det første")]).await;
    app.set_time(TOO_LATE);
    let page = kari.send(&second).await.page(409);
    assert_eq!(page.attributes("main .ds-button", "href"), [format!("/mine-innspill/{reference}")]);
    assert_eq!(app.database.count("submissions"), 1);
}
