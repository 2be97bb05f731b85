//! Sending the same thing again, and many at once: nothing is lost, nothing is there twice.

use crate::helpers::app::App;
use crate::helpers::people::{about, reference_in};
use crate::helpers::rounds::PLAN;
use futures_util::future::join_all;
use std::collections::HashSet;

#[tokio::test]
async fn sending_again_leads_to_the_same_receipt_and_no_second_letter() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Ja")).await;
    let first = reference_in(kari.submit(&ready, None).await.location());
    app.set_time("2026-06-10T12:00:05+02:00");
    let second = reference_in(kari.submit(&ready, None).await.location());
    assert_eq!(first, second);
    assert_eq!(app.database.count("submissions"), 1);
    assert_eq!(app.database.count("revisions"), 1);
    assert_eq!(app.mail().await.len(), 1);
}

#[tokio::test]
async fn eight_sends_at_the_same_instant_are_one_submission_and_one_letter() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Ja")).await;
    let answers = join_all((0..8).map(|_| kari.submit(&ready, None))).await;
    let references: HashSet<_> = answers.iter().map(|answer| reference_in(answer.location())).collect();
    assert_eq!(references.len(), 1, "{references:?}");
    assert_eq!(app.database.count("submissions"), 1);
    assert_eq!(app.database.count("revisions"), 1);
    assert_eq!(app.mail().await.len(), 1);
}

#[tokio::test]
async fn after_the_deadline_a_repeat_still_leads_to_the_receipt() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Ja")).await;
    let first = reference_in(kari.submit(&ready, None).await.location());
    app.set_time("2026-07-05T12:00:00+02:00");
    let answer = kari.submit(&ready, None).await;
    assert_eq!(reference_in(answer.location()), first);
    assert_eq!(kari.receipt(&first).await.row("Mottatt"), "10. juni 2026 kl. 12.00.00");
}

#[tokio::test]
async fn the_form_of_what_has_been_sent_leads_to_the_receipt() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", "Ja");
    let reference = reference_in(kari.send(&form).await.location());
    for answer in [kari.save(&form).await, kari.check(&form.set("answer-1", "Noe annet")).await] {
        assert_eq!(reference_in(answer.location()), reference);
    }
    assert_eq!(app.database.count("drafts"), 0);
}

#[tokio::test]
async fn what_another_person_sends_with_the_same_ids_is_not_taken_for_a_repeat() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Ja")).await;
    kari.submit(&ready, None).await.location();
    let ola = app.logged_in("ola").await;
    let answer = ola.submit(&ready, None).await;
    assert_eq!(answer.location(), format!("/horinger/{PLAN}/innspill"));
}

#[tokio::test]
async fn forty_people_at_once_are_all_received_with_a_letter_each() {
    let app = App::start().await;
    let mut people = Vec::new();
    for number in 0..40 {
        let person = app.logged_in(&format!("person-{number}")).await;
        let form = about(person.form().await, &format!("Person {number}"));
        let form = form.set_all(&[
            ("email", format!("person-{number}@example.org").as_str()),
            ("answer-1", format!("Svar {number}").as_str()),
        ]);
        people.push((person.ready(&form).await, person));
    }
    let answers = join_all(people.iter().map(|(ready, person)| person.submit(ready, None))).await;
    let references: Vec<_> = answers.iter().map(|answer| reference_in(answer.location())).collect();
    assert_eq!(references.iter().collect::<HashSet<_>>().len(), 40);
    for (number, ((_, person), reference)) in people.iter().zip(&references).enumerate() {
        assert_eq!(person.text_of(reference).await, format!("[1]\nSvar {number}\n\n"));
    }
    let mail = app.mail().await;
    assert_eq!(mail.len(), 40);
    for (number, reference) in references.iter().enumerate() {
        let to = format!("person-{number}@example.org");
        let theirs: Vec<_> = mail.iter().filter(|mail| mail.to == to).collect();
        assert_eq!(theirs.len(), 1, "{to}");
        assert!(theirs[0].body.contains(reference));
    }
    assert_eq!(
        app.database.count("audit_log"),
        1 + 40 + 40 + 40,
        "the round, the drafts, the sends, the letters"
    );
}

#[tokio::test]
async fn a_double_click_on_save_is_one_draft() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", "Ja");
    let answers = join_all((0..6).map(|_| kari.save(&form))).await;
    for answer in answers {
        assert!(matches!(answer.status, 303 | 409), "{}", answer.status);
    }
    assert_eq!(app.database.count("drafts"), 1);
    assert_eq!(kari.form().await.get("answer-1"), "Ja");
}
