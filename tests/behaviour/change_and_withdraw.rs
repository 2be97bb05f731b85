//! Changing and withdrawing a submission until the deadline.

use crate::helpers::app::App;
use crate::helpers::people::{about, form_path, reference_in};
use crate::helpers::rounds::PLAN;

const AFTER: &str = "2026-07-01T00:00:00+02:00";

fn change_path(reference: &str) -> String {
    format!("{}?endrer={reference}", form_path())
}

#[tokio::test]
async fn a_change_is_a_new_revision_with_a_new_receipt_and_the_old_one_is_kept() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Først"), ("answer-2", "Blir stående")]).await;
    app.set_time("2026-06-20T15:30:10+02:00");
    let form = kari.form_at(&change_path(&reference)).await;
    assert_eq!((form.get("answer-1"), form.get("answer-2")), ("Først", "Blir stående"));
    assert_eq!((form.get("name"), form.get("role")), ("Kari Nordmann", "self"));
    let answer = kari.send(&form.set("answer-1", "Så")).await;
    assert_eq!(reference_in(answer.location()), reference);
    let page = kari.page(answer.location()).await;
    page.must_say("Takk! Vi har mottatt endringen");
    assert_eq!(page.row("Mottatt"), "20. juni 2026 kl. 15.30.10");
    page.must_say("Utgave 1: 10. juni 2026 kl. 12.00.00");
    assert_eq!(kari.text_of(&reference).await, "[1]\nSå\n\n[2]\nBlir stående\n\n");

    let mail = app.mail().await;
    assert_eq!(mail.len(), 2);
    assert!(mail[1].body.contains("20. juni 2026 kl. 15.30.10"), "{}", mail[1].body);
    let path = format!("/saksbehandling/{PLAN}/innspill/{reference}");
    let page = app.logged_in("leser").await.page(&path).await;
    assert_eq!(page.verbatim("p.verbatim"), ["Så", "Blir stående", "Først", "Blir stående"]);
}

#[tokio::test]
async fn changing_again_and_again_keeps_every_revision() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "utgave 1")]).await;
    for number in 2..=4 {
        let form = kari.form_at(&change_path(&reference)).await;
        kari.send(&form.set("answer-1", &format!("utgave {number}"))).await.location();
    }
    let page = kari.receipt(&reference).await;
    assert_eq!(page.verbatim("p.verbatim"), ["utgave 4"]);
    assert_eq!(page.texts("main .ds-list li").iter().filter(|line| line.starts_with("Utgave")).count(), 3);
    assert_eq!(app.mail().await.len(), 4);
    assert_eq!(app.database.count("submissions"), 1);
}

#[tokio::test]
async fn a_change_that_is_sent_twice_is_one_revision() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Først")]).await;
    let ready = kari.ready(&kari.form_at(&change_path(&reference)).await.set("answer-1", "Så")).await;
    assert_eq!(reference_in(kari.submit(&ready, None).await.location()), reference);
    assert_eq!(reference_in(kari.submit(&ready, None).await.location()), reference);
    assert_eq!(app.database.count("revisions"), 2);
    assert_eq!(app.mail().await.len(), 2);
}

#[tokio::test]
async fn a_begun_change_stands_beside_the_submission_until_it_is_sent() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Først")]).await;
    let form = kari.form_at(&change_path(&reference)).await.set("answer-1", "Halvferdig");
    assert_eq!(kari.save(&form).await.location(), change_path(&reference));
    assert_eq!(kari.text_of(&reference).await, "[1]\nFørst\n\n");
    let page = kari.page("/mine-innspill").await;
    page.must_say(&format!("Endring av innspill {reference}."));
    assert_eq!(kari.form_at(&change_path(&reference)).await.get("answer-1"), "Halvferdig");
}

#[tokio::test]
async fn a_withdrawn_submission_is_kept_and_another_may_be_sent() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Angrer")]).await;
    let asked = kari.page(&format!("/mine-innspill/{reference}/trekk")).await;
    asked.must_say(&format!("Vil du trekke innspill {reference} tilbake?"));
    app.set_time("2026-06-11T09:00:01+02:00");
    let answer = kari.submit(&asked.form("main form.actions"), None).await;
    let page = kari.page(answer.location()).await;
    page.must_say("Innspillet er trukket tilbake");
    assert_eq!(page.row("Trukket tilbake"), "11. juni 2026 kl. 09.00.01");
    assert_eq!(kari.text_of(&reference).await, "[1]\nAngrer\n\n");

    let mail = app.mail().await;
    assert_eq!(mail.len(), 2);
    assert!(mail[1].body.contains("Trukket tilbake: 11. juni 2026 kl. 09.00.01"), "{}", mail[1].body);
    let again = kari.hand_in(&[("answer-1", "Likevel")]).await;
    assert_ne!(again, reference);
}

#[tokio::test]
async fn withdrawing_twice_is_withdrawing_once() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Angrer")]).await;
    let path = format!("/mine-innspill/{reference}/trekk");
    for _ in 0..2 {
        assert_eq!(kari.post(&path, &[]).await.location(), format!("/mine-innspill/{reference}"));
    }
    assert_eq!(kari.get(&path).await.location(), format!("/mine-innspill/{reference}"));
    assert_eq!(app.mail().await.len(), 2);
}

#[tokio::test]
async fn what_is_withdrawn_cannot_be_changed() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Angrer")]).await;
    let form = kari.form_at(&change_path(&reference)).await.set("answer-1", "Endret");
    let ready = kari.ready(&form).await;
    kari.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.location();
    kari.get(&change_path(&reference)).await.page(409).must_say("Innspillet er trukket tilbake");
    kari.save(&form).await.page(409);
    kari.submit(&ready, None).await.page(409).must_say("Innspillet er trukket tilbake");
    assert_eq!(kari.text_of(&reference).await, "[1]\nAngrer\n\n");
}

#[tokio::test]
async fn after_the_deadline_nothing_is_changed_or_withdrawn() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Står")]).await;
    let form = kari.form_at(&change_path(&reference)).await.set("answer-1", "Endret");
    let ready = kari.ready(&form).await;
    app.set_time(AFTER);
    let events = app.events().await;
    let withdraw = format!("/mine-innspill/{reference}/trekk");
    for answer in [
        kari.get(&change_path(&reference)).await,
        kari.save(&form.set("answer-1", "Endret mer")).await,
        kari.submit(&ready, None).await,
        kari.get(&withdraw).await,
        kari.post(&withdraw, &[]).await,
    ] {
        let page = answer.page(409);
        assert_eq!(page.text("h1"), "Innspillet kan ikke endres lenger");
        assert_eq!(page.attributes("main .ds-button", "href"), [format!("/mine-innspill/{reference}")]);
    }
    assert_eq!(app.events().await, events);
    assert_eq!(kari.text_of(&reference).await, "[1]\nStår\n\n");
    let page = kari.receipt(&reference).await;
    assert!(page.all(&format!("a[href='{}']", change_path(&reference))).is_empty());
    kari.page("/mine-innspill").await.must_say("Fristen har gått ut, så kladden kan ikke sendes inn.");
}

#[tokio::test]
async fn a_second_attempt_as_oneself_leads_to_the_first() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let open_in_another_tab = about(kari.form().await, "Kari").set("answer-1", "En gang til");
    let reference = kari.hand_in(&[("answer-1", "Først")]).await;
    assert_eq!(kari.get(&form_path()).await.location(), format!("/mine-innspill/{reference}"));
    let answer = kari.send(&open_in_another_tab).await;
    let page = answer.page(409);
    page.must_say("Du har alt sendt inn innspill");
    assert_eq!(page.attributes("main .ds-button", "href"), [format!("/mine-innspill/{reference}")]);
    assert_eq!(app.database.count("submissions"), 1);
}
