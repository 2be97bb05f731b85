//! Consulted bodies are reminded, told of a new deadline, and written to again: each letter once.

use crate::helpers::app::App;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::PLAN;
use crate::invite_bodies::{LIST, invited, link_in, states};
use std::fs;

const TWO: &str = "Barneombudet; post@ombud.example.org\nLaget; lag@example.org";

async fn plan_days(arne: &Visitor, days: &str) {
    arne.post(LIST, &[("do", "plan"), ("reminder_days", days)]).await.location();
}

async fn due_at(app: &App, time: &str) -> usize {
    app.set_time(time);
    app.worker.invite_due().await.unwrap()
}

/// The path of the page of number `place` on the list.
async fn page_of(arne: &Visitor, place: usize) -> String {
    arne.page(LIST).await.attributes("tbody th a", "href")[place].clone()
}

#[tokio::test]
async fn those_who_have_not_answered_are_reminded_once_in_the_morning() {
    let app = App::start().await;
    let arne = invited(&app, TWO).await;
    arne.page(LIST).await.must_say("23. juni 2026 kl. 08.00");
    let mail = app.mail().await;
    app.visitor().post(&link_in(&mail[1]), &[("do", "no-comment")]).await.location();
    assert_eq!(due_at(&app, "2026-06-23T07:59:59+02:00").await, 0);
    assert_eq!(due_at(&app, "2026-06-23T08:00:00+02:00").await, 1);
    assert_eq!(due_at(&app, "2026-06-23T08:00:01+02:00").await, 0);
    let reminder = app.mail().await.pop().unwrap();
    assert_eq!(reminder.to, "post@ombud.example.org");
    assert!(reminder.body.contains("Vi har ikke fått svar fra Barneombudet"), "{}", reminder.body);
    // Both links work.
    for link in [link_in(&mail[0]), link_in(&reminder)] {
        app.visitor().page(&link).await.must_say("Barneombudet er invitert til å svare");
    }
    assert_eq!(due_at(&app, "2026-06-30T23:59:59+02:00").await, 0);
}

#[tokio::test]
async fn a_worker_that_was_down_for_days_catches_up_once() {
    let app = App::start().await;
    let arne = invited(&app, TWO).await;
    plan_days(&arne, "14, 7 og 5").await;
    assert_eq!(due_at(&app, "2026-06-26T10:00:00+02:00").await, 2);
    assert_eq!(due_at(&app, "2026-06-27T10:00:00+02:00").await, 0);
    assert_eq!(app.mail().await.len(), 4);
}

#[tokio::test]
async fn two_workers_write_each_letter_once() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let lines: String = (0..450).map(|n| format!("Lag {n}; lag{n}@example.org\n")).collect();
    arne.post(LIST, &[("do", "add"), ("invitees_lines", &lines)]).await.location();
    arne.post(LIST, &[("do", "invite")]).await.location();
    let other = app.worker.clone();
    let (one, two) = futures_util::future::join(app.worker.invite_due(), other.invite_due()).await;
    assert_eq!(one.unwrap() + two.unwrap(), 450);
    app.set_time("2026-06-23T08:00:00+02:00");
    let (one, two) = futures_util::future::join(app.worker.invite_due(), other.invite_due()).await;
    assert_eq!(one.unwrap() + two.unwrap(), 450);
    assert_eq!((app.database.count("letters"), app.database.count("invitee_letters")), (900, 900));
    let page = arne.page(&format!("{LIST}?side=5")).await;
    assert_eq!(page.all("tbody tr").len(), 50);
}

#[tokio::test]
async fn reminders_are_planned_anew_and_what_has_passed_is_not_given() {
    let app = App::start().await;
    let arne = invited(&app, TWO).await;
    for wrong in ["sju", "0", "1,2,3,4,5,6"] {
        let page = arne.post(LIST, &[("do", "plan"), ("reminder_days", wrong)]).await.page(422);
        assert_eq!(page.form("form:has(#reminder_days)").get("reminder_days"), wrong);
    }
    app.set_time("2026-06-20T12:00:00+02:00");
    plan_days(&arne, "12").await;
    assert_eq!(app.worker.invite_due().await.unwrap(), 0, "the morning of 18 June has passed");
    plan_days(&arne, "").await;
    assert_eq!(due_at(&app, "2026-06-30T12:00:00+02:00").await, 0);
}

#[tokio::test]
async fn a_new_deadline_is_told_and_moves_the_reminder() {
    let app = App::start().await;
    let arne = invited(&app, TWO).await;
    app.set_time("2026-06-15T12:00:00+02:00");
    let manage = format!("/saksbehandling/{PLAN}/styring");
    let extend = [("do", "extend"), ("until_date", "2026-10-25"), ("reason_nb", "Ferie og valg")];
    arne.post(&manage, &extend).await.location();
    arne.post(LIST, &[("do", "add"), ("invitees_lines", "Ny; ny@example.org")]).await.location();
    arne.post(LIST, &[("do", "invite")]).await.location();
    // Two are told; the third learns it from the invitation.
    assert_eq!(app.worker.invite_due().await.unwrap(), 3);
    assert_eq!(app.worker.invite_due().await.unwrap(), 0);
    let mail = app.mail().await;
    let told = mail.iter().filter(|one| one.body.contains("Begrunnelse: Ferie og valg"));
    assert!(told.clone().all(|one| one.body.contains("til og med 25. oktober 2026")));
    assert_eq!(told.count(), 2);
    assert_eq!(due_at(&app, "2026-06-23T08:00:00+02:00").await, 0);
    // The deadline is on the day that clocks change, and the reminder a week before, in summer time.
    assert_eq!(due_at(&app, "2026-10-18T07:59:59+02:00").await, 0);
    assert_eq!(due_at(&app, "2026-10-18T08:00:00+02:00").await, 3);
}

#[tokio::test]
async fn a_letter_that_failed_is_seen_and_sent_again_to_the_right_address() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    arne.post(LIST, &[("do", "add"), ("invitees_lines", "Laget; feil@example.org")]).await.location();
    arne.post(LIST, &[("do", "invite")]).await.location();
    app.worker.invite_due().await.unwrap();
    fs::write(app.mail_folder(), "in the way").unwrap();
    for time in ["12:00", "12:01", "12:06", "12:36", "16:36"] {
        app.set_time(&format!("2026-06-10T{time}:00+02:00"));
        app.worker.send_due().await.unwrap();
    }
    fs::remove_file(app.mail_folder()).unwrap();
    arne.page(&format!("{LIST}?status=ikke-levert")).await.must_say("Ikke levert");
    assert_eq!(arne.page("/saksbehandling/brev").await.texts("tbody th"), ["Laget"]);
    let page = page_of(&arne, 0).await;
    arne.page(&page).await.must_say("Ikke levert");
    let form = arne.page(&page).await.form("form:has(#address)").set("address", "ikke en adresse");
    let refused = arne.submit(&form, Some(("do", "change"))).await.page(422);
    assert_eq!(refused.texts(".ds-error-summary li"), ["E-postadressen er ikke riktig"]);
    let form = form.set_all(&[("address", "rett@example.org"), ("org_number", "974 760 673")]);
    arne.submit(&form, Some(("do", "change"))).await.location();
    arne.post(&page, &[("do", "again")]).await.location();
    let mail = app.mail().await;
    assert_eq!(mail.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["rett@example.org"]);
    app.visitor().page(&link_in(&mail[0])).await.must_say("Laget er invitert");
    // Sent, and lost by whoever got it: once more, with a new link.
    app.set_time("2026-06-11T12:00:00+02:00");
    arne.post(&page, &[("do", "again")]).await.location();
    assert_eq!(arne.post(&page, &[("do", "again")]).await.status, 422, "it is waiting");
    let mail = app.mail().await;
    assert_eq!(mail.len(), 2);
    assert_ne!(link_in(&mail[0]), link_in(&mail[1]));
}

#[tokio::test]
async fn a_body_is_taken_off_the_list_or_stopped() {
    let app = App::start().await;
    let arne = invited(&app, TWO).await;
    let link = link_in(&app.mail().await[0]);
    let stopped = arne.post(&page_of(&arne, 0).await, &[("do", "remove")]).await;
    arne.page(stopped.location()).await.must_say("E-poster og lenke er stoppet.");
    assert_eq!(states(&arne).await, ["Stoppet", "Invitert"]);
    assert_eq!(app.visitor().get(&link).await.status, 409);
    assert_eq!(app.visitor().post(&link, &[("do", "no-comment")]).await.status, 409);
    assert_eq!(due_at(&app, "2026-06-23T08:00:00+02:00").await, 1);
    arne.post(LIST, &[("do", "add"), ("invitees_lines", "Ny; ny@example.org")]).await.location();
    let removed = arne.post(&page_of(&arne, 2).await, &[("do", "remove")]).await;
    arne.page(removed.location()).await.must_say("Høringsinstansen er tatt ut av listen.");
    assert_eq!(states(&arne).await.len(), 2);
}
