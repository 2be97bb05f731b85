//! What is kept of people goes when its time is over, and nothing goes before.

use crate::helpers::app::App;
use crate::helpers::people::{about, reference_in};
use crate::helpers::rounds::{PLAN, plan};

/// The round closes at the end of 30 June; drafts are kept 90 days after that.
const LAST_DAY_OF_DRAFTS: &str = "2026-09-28T23:59:59.999+02:00";
const DRAFTS_OVER: &str = "2026-09-29T00:00:00+02:00";

async fn removed(app: &App) -> usize {
    app.worker.apply_retention().await.unwrap()
}

async fn removals(app: &App) -> Vec<String> {
    let lines = app.read(innspill::store::audit::list_events).await;
    lines.into_iter().filter(|(event, _)| event == "records.removed").map(|(_, subject)| subject).collect()
}

#[tokio::test]
async fn a_draft_is_removed_when_its_round_has_been_closed_long_enough() {
    let app = App::start().await;
    for name in ["kari", "ola"] {
        let person = app.logged_in(name).await;
        person.save(&about(person.form().await, name).set("answer-1", "Halvferdig")).await.location();
    }
    app.set_time(LAST_DAY_OF_DRAFTS);
    assert_eq!((removed(&app).await, app.database.count("drafts")), (0, 2));
    app.set_time(DRAFTS_OVER);
    assert_eq!((removed(&app).await, app.database.count("drafts")), (2, 0));
    assert_eq!(removals(&app).await, ["drafts: 2, kept 90 days"]);
    // Again, and nothing happens, not even in the log.
    assert_eq!(removed(&app).await, 0);
    assert_eq!(removals(&app).await.len(), 1);
}

#[tokio::test]
async fn a_draft_that_is_still_written_on_is_kept() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("answer-1", "Begynt i tide")).await.location();
    app.set_time("2026-09-20T12:00:00+02:00");
    kari.save(&kari.form().await.set("answer-1", "Skriver ennå")).await.location();
    app.set_time(DRAFTS_OVER);
    assert_eq!((removed(&app).await, app.database.count("drafts")), (0, 1));
}

#[tokio::test]
async fn a_reopened_round_keeps_its_drafts() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("answer-1", "Halvferdig")).await.location();
    app.set_time(DRAFTS_OVER);
    let arne = app.logged_in("administrator").await;
    let reopen = [("do", "reopen"), ("until_date", "2026-10-31"), ("reason_nb", "Likevel")];
    arne.post(&format!("/saksbehandling/{PLAN}/styring"), &reopen).await.location();
    assert_eq!((removed(&app).await, app.database.count("drafts")), (0, 1));
    assert_eq!(kari.form().await.get("answer-1"), "Halvferdig");
}

#[tokio::test]
async fn the_address_of_a_withdrawn_submission_goes_and_the_submission_stays() {
    let app = App::start().await;
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    let withdrawn = kari.hand_in(&[("answer-1", "Trekkes")]).await;
    let standing = ola.hand_in(&[("answer-1", "Står")]).await;
    let form = kari.form_at(&format!("/horinger/{PLAN}/innspill?endrer={withdrawn}")).await;
    kari.send(&form.set("answer-2", "Mer")).await.location();
    kari.post(&format!("/mine-innspill/{withdrawn}/trekk"), &[]).await.location();
    app.mail().await;
    app.set_time("2026-07-10T11:59:59.999+02:00");
    assert_eq!(removed(&app).await, 0);
    app.set_time("2026-07-10T12:00:00+02:00");
    assert_eq!(removed(&app).await, 2);
    assert_eq!(removals(&app).await, ["withdrawn-contacts: 2, kept 30 days"]);
    kari.receipt(&withdrawn).await.must_say("Trekkes");
    let page = kari.receipt(&withdrawn).await;
    assert!(!page.says("kari@example.org"));
    assert!(ola.receipt(&standing).await.says("kari@example.org"), "the address of another one");
    assert_eq!(removed(&app).await, 0);
}

#[tokio::test]
async fn letters_go_when_they_are_old_but_never_while_they_wait() {
    let app = App::start().await;
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    app.mail().await;
    app.logged_in("ola").await.hand_in(&[("answer-1", "Ja")]).await;
    app.set_time("2027-06-10T12:00:00+02:00");
    assert_eq!((removed(&app).await, app.database.count("letters")), (1, 1));
    assert_eq!(removals(&app).await, ["letters: 1, kept 365 days"]);
    assert_eq!(app.database.count("submissions"), 2);
}

#[tokio::test]
async fn the_settings_decide_and_0_keeps() {
    let rules = [
        ("INNSPILL__RETENTION__DRAFTS_AFTER_CLOSING_DAYS", "0"),
        ("INNSPILL__RETENTION__LETTERS_DAYS", "0"),
        ("INNSPILL__RETENTION__CONTACTS_AFTER_CLOSING_DAYS", "10"),
    ];
    let app = App::with_settings(vec![plan()], &rules).await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", "Ja");
    let reference = reference_in(kari.send(&form).await.location());
    let ola = app.logged_in("ola").await;
    ola.save(&about(ola.form().await, "Ola")).await.location();
    app.mail().await;
    app.set_time("2030-01-01T00:00:00+01:00");
    assert_eq!(removed(&app).await, 1);
    assert_eq!(removals(&app).await, ["contacts: 1, kept 10 days"]);
    assert_eq!((app.database.count("drafts"), app.database.count("letters")), (1, 1));
    assert!(!kari.receipt(&reference).await.says("kari@example.org"));
}
