//! People are told what happens to a round: those with a draft when the deadline moves or something is put
//! right, and once before the deadline. A worker that was away catches up once, and two never write twice.

use crate::helpers::app::App;
use crate::helpers::letters::Mail;
use crate::helpers::people::{about, form_path};
use crate::helpers::rounds::{PLAN, at, dated, plan};
use innspill::domain::announcement::AnnouncementKind;
use innspill::domain::audit::{Actor, AuditEntry, Event};
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::ids::DraftId;
use innspill::domain::person::PersonKey;
use innspill::store::{Change, consultations, drafts};
use std::convert::Infallible;

const MANAGE: &str = "/saksbehandling/handlingsplan-for-barnevernet/styring";
const EXTEND: [(&str, &str); 4] = [
    ("do", "extend"),
    ("until_date", "2026-08-15"),
    ("reason_nb", "Mange har ferie."),
    ("reason_nn", "Mange har ferie, òg her."),
];

/// Saves a draft with this address.
async fn begins(app: &App, persona: &str, address: &str) {
    let visitor = app.logged_in(persona).await;
    let form = about(visitor.form().await, persona).set_all(&[("email", address), ("answer-1", "Hemmelig")]);
    visitor.save(&form).await.location();
}

async fn decide(app: &App, fields: &[(&str, &str)]) {
    let arne = app.logged_in("administrator").await;
    assert_eq!(arne.post(MANAGE, fields).await.location(), format!("{MANAGE}?gjort=1"));
}

/// Lets the worker tell all and send all; every letter that has ever been sent.
async fn told(app: &App) -> Vec<Mail> {
    app.worker.tell_due().await.unwrap();
    app.worker.remind_due().await.unwrap();
    app.mail().await
}

/// Stores so many drafts behind the pages' back, saved when the clock says.
async fn many_drafts(app: &App, count: usize) {
    let now = app.worker.clock.now();
    let done = app.store.change::<(), Infallible, _>(move |tx| {
        let round = consultations::find_by_slug(tx, PLAN)?.unwrap();
        for number in 0..count {
            let content = DraftContent {
                email: format!("nr{number}@example.org"),
                language: "nb".to_owned(),
                ..DraftContent::default()
            };
            let draft = Draft {
                id: DraftId::new(),
                consultation_id: round.id,
                person: PersonKey::restored(format!("{number:064}")),
                changes: None,
                content,
                version: 1,
                begun_at: now,
                saved_at: now,
                sharing: None,
            };
            drafts::insert(tx, &draft)?;
        }
        let (actor, event) = (Actor::CommandLine, Event::DraftBegun);
        Ok(Change { result: (), audit: AuditEntry { at: now, actor, event, subject: String::new() } })
    });
    assert!(done.await.is_ok());
}

#[tokio::test]
async fn those_with_a_draft_and_an_address_are_told_of_a_new_deadline() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    begins(&app, "ola", "").await;
    begins(&app, "ny", "ingen adresse").await;
    app.logged_in("siri-her").await.hand_in(&[("answer-1", "Alt sendt")]).await;
    app.mail().await;
    decide(&app, &EXTEND).await;
    let letters = told(&app).await.split_off(1);
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].to, "kari@example.org");
    let body = &letters[0].body;
    assert!(body.contains("Ny frist: til og med 15. august 2026"), "{body}");
    assert!(body.contains("Begrunnelse: Mange har ferie.\n"), "{body}");
    assert!(body.contains(&format!("\n{}{}\n", app.base, form_path())), "{body}");
    assert!(!letters[0].raw.contains("Hemmelig"));
    // Again, and nobody is written to.
    assert_eq!(told(&app).await.len(), 2);
    let page = app.logged_in("administrator").await.page(MANAGE).await;
    page.must_say("Fristen er utsatt. 1 e-post til dem som har en kladd.");
}

#[tokio::test]
async fn the_letter_is_in_the_language_of_the_draft() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("language", "nn")).await.location();
    decide(&app, &EXTEND).await;
    let letters = told(&app).await;
    assert!(letters[0].body.contains("Grunngiving: Mange har ferie, òg her."), "{}", letters[0].body);
    assert!(letters[0].body.contains(&format!("{}/nn{}", app.base, form_path())), "{}", letters[0].body);
}

#[tokio::test]
async fn closing_and_reopening_are_told_with_what_they_mean_for_a_draft() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    app.set_time("2026-06-11T09:00:00+02:00");
    decide(&app, &[("do", "close"), ("reason_nb", "Saken er trukket")]).await;
    let letters = told(&app).await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].body.contains("Fristen var: til og med 30. juni 2026"), "{}", letters[0].body);
    assert!(letters[0].body.contains("Du kan fortsatt sende den inn."), "{}", letters[0].body);
    app.set_time("2026-06-12T09:00:00+02:00");
    let reopen = [("do", "reopen"), ("until_date", "2026-07-20"), ("reason_nb", "Likevel ikke")];
    decide(&app, &reopen).await;
    let letters = told(&app).await;
    assert_eq!(letters.len(), 2);
    assert!(letters[1].body.contains("Ny frist: til og med 20. juli 2026"), "{}", letters[1].body);
}

#[tokio::test]
async fn a_correction_is_on_the_page_and_in_a_letter() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    let arne = app.logged_in("administrator").await;
    let page = arne.post(MANAGE, &[("do", "correct"), ("reason_nb", " ")]).await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#correct-reason_nb"]);
    let note = "Tabell 2 viste tallene for 2021. <b>Nå</b> viser den 2022.";
    decide(&app, &[("do", "correct"), ("reason_nb", note)]).await;
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    page.must_say("Rettelser");
    page.must_say(&format!("10. juni 2026: {note}"));
    let letters = told(&app).await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].subject.starts_with("Rettelse i"), "{}", letters[0].subject);
    assert!(letters[0].body.contains(&format!("Dette er rettet: {note}\n")), "{}", letters[0].body);
    let events = app.events().await;
    assert!(events.contains(&"round.corrected".to_owned()), "{events:?}");
}

#[tokio::test]
async fn nobody_outside_hears_of_a_correction_to_a_round_that_is_not_public() {
    let mut draft = plan();
    draft.published = false;
    let app = App::with(vec![draft]).await;
    let arne = app.logged_in("administrator").await;
    let page = arne.post(MANAGE, &[("do", "correct"), ("reason_nb", "Rettet")]).await.page(422);
    page.must_say("Høringen er ikke publisert");
}

#[tokio::test]
async fn who_began_after_the_news_is_not_told_it() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    decide(&app, &EXTEND).await;
    app.set_time("2026-06-11T12:00:00+02:00");
    begins(&app, "ola", "ola@example.org").await;
    let letters = told(&app).await;
    assert_eq!(letters.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["kari@example.org"]);
}

#[tokio::test]
async fn hundreds_are_written_to_in_steps_and_two_workers_write_to_nobody_twice() {
    let app = App::start().await;
    many_drafts(&app, 450).await;
    decide(&app, &EXTEND).await;
    let (one, other) = (app.worker.clone(), app.worker.clone());
    let both = tokio::join!(one.tell_due(), other.tell_due());
    assert_eq!(both.0.unwrap() + both.1.unwrap(), 450);
    let mut recipients: Vec<String> = app.mail().await.into_iter().map(|one| one.to).collect();
    assert_eq!(recipients.len(), 450);
    recipients.sort();
    recipients.dedup();
    assert_eq!(recipients.len(), 450);
    let mailings = app.events().await.into_iter().filter(|one| one == "announcement.mailed").count();
    assert_eq!(mailings, 3, "steps of 200");
}

#[tokio::test]
async fn a_worker_that_was_down_for_a_day_tells_each_piece_of_news_once() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    decide(&app, &EXTEND).await;
    decide(&app, &[("do", "correct"), ("reason_nb", "Et tall")]).await;
    app.set_time("2026-06-11T18:00:00+02:00");
    let letters = told(&app).await;
    let subjects: Vec<&str> = letters.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects.len(), AnnouncementKind::ALL.len() - 3, "{subjects:?}");
    app.set_time("2026-06-12T18:00:00+02:00");
    assert_eq!(told(&app).await.len(), 2);
}

#[tokio::test]
async fn a_draft_is_reminded_of_once_at_eight_in_the_morning_three_days_before() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    begins(&app, "ola", "").await;
    app.set_time("2026-06-27T07:59:59.999+02:00");
    assert_eq!(told(&app).await.len(), 0);
    app.set_time("2026-06-27T08:00:00+02:00");
    let letters = told(&app).await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].subject.starts_with("Innspillet ditt er ikke"), "{}", letters[0].subject);
    assert!(letters[0].body.contains("Frist: til og med 30. juni 2026"), "{}", letters[0].body);
    assert!(!letters[0].raw.contains("Hemmelig"));
    app.set_time("2026-06-29T08:00:00+02:00");
    assert_eq!(told(&app).await.len(), 1, "once");
}

#[tokio::test]
async fn who_has_just_written_is_left_in_peace_until_a_day_has_gone() {
    let app = App::start().await;
    app.set_time("2026-06-27T09:00:00+02:00");
    begins(&app, "kari", "kari@example.org").await;
    app.set_time("2026-06-28T08:59:59.999+02:00");
    assert_eq!(told(&app).await.len(), 0);
    app.set_time("2026-06-28T09:00:00+02:00");
    assert_eq!(told(&app).await.len(), 1);
}

#[tokio::test]
async fn a_worker_that_was_down_reminds_once_and_not_after_the_deadline() {
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    app.set_time("2026-06-30T23:00:00+02:00");
    assert_eq!((told(&app).await.len(), told(&app).await.len()), (1, 1));
    let app = App::start().await;
    begins(&app, "kari", "kari@example.org").await;
    app.set_time("2026-07-01T00:00:00+02:00");
    assert_eq!(told(&app).await.len(), 0);
}

#[tokio::test]
async fn two_workers_remind_nobody_twice() {
    let app = App::start().await;
    many_drafts(&app, 250).await;
    app.set_time("2026-06-28T12:00:00+02:00");
    let (one, other) = (app.worker.clone(), app.worker.clone());
    let both = tokio::join!(one.remind_due(), other.remind_due());
    assert_eq!(both.0.unwrap() + both.1.unwrap(), 250);
    assert_eq!(app.mail().await.len(), 250);
}

#[tokio::test]
async fn reminders_keep_to_the_clock_on_the_wall_when_the_clocks_change() {
    // The clocks go forward on 29 March 2026 and back on 25 October.
    for (last_day, before, after) in [
        ("2026-03-31", "2026-03-28T07:59:59+01:00", "2026-03-28T08:00:00+01:00"),
        ("2026-04-01", "2026-03-29T07:59:59+02:00", "2026-03-29T08:00:00+02:00"),
        ("2026-10-27", "2026-10-24T07:59:59+02:00", "2026-10-24T08:00:00+02:00"),
        ("2026-10-28", "2026-10-25T07:59:59+01:00", "2026-10-25T08:00:00+01:00"),
    ] {
        let app = App::with(vec![dated(plan(), "2026-03-01", last_day)]).await;
        app.set_time("2026-03-10T12:00:00+01:00");
        begins(&app, "kari", "kari@example.org").await;
        app.set_time(before);
        assert_eq!(told(&app).await.len(), 0, "{before}");
        app.set_time(after);
        assert_eq!(told(&app).await.len(), 1, "{after}");
        assert!(at(before) < at(after));
    }
}

#[tokio::test]
async fn an_installation_may_do_without_reminders() {
    let app = App::with_settings(vec![plan()], &[("INNSPILL__REMINDERS__DRAFT_DAYS", "0")]).await;
    begins(&app, "kari", "kari@example.org").await;
    app.set_time("2026-06-30T12:00:00+02:00");
    assert_eq!(told(&app).await.len(), 0);
}
