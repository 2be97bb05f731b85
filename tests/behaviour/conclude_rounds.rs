//! A round is concluded: everyone reads what came of it, those who asked are told, and it is put away.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, reference_in};
use crate::helpers::rounds::{PLAN, plan};

const MANAGE: &str = "/saksbehandling/handlingsplan-for-barnevernet/styring";
const OUTCOME: &str = "/saksbehandling/handlingsplan-for-barnevernet/resultat";
const PUBLIC: &str = "/horinger/handlingsplan-for-barnevernet/resultat";
const CLOSED: &str = "2026-07-10T12:00:00+02:00";

/// An outcome with all that must be there, and English beside.
const WHOLE: [(&str, &str); 9] = [
    ("decision_nb", "Planen er **vedtatt** med <script>alert(1)</script> endringer."),
    ("decision_nn", "Planen er vedteken med endringar."),
    ("decided_on", "2026-07-08"),
    ("case_number", "Sak 212/26"),
    ("decided_by_nb", "Bergen bystyre"),
    ("next_nb", "Planen gjelder fra 1. januar 2027."),
    ("next_nn", "Planen gjeld frå 1. januar 2027."),
    ("next_en", "The plan applies from 1 January 2027."),
    ("revision_nb", "Våren 2030"),
];

async fn saves(
    arne: &Visitor,
    version: &str,
    fields: &[(&str, &str)],
    deed: &str,
) -> crate::helpers::page::Answer {
    let mut all = fields.to_vec();
    all.extend([("version", version), ("do", deed)]);
    arne.post(OUTCOME, &all).await
}

/// Answers with the wish to know the outcome, or without.
async fn answers(app: &App, persona: &str, address: &str, wants: bool) -> String {
    let visitor = app.logged_in(persona).await;
    let form = about(visitor.form().await, persona).set_all(&[("email", address), ("answer-1", "Hemmelig")]);
    let form = if wants { form.set("wants_outcome", "true") } else { form };
    reference_in(visitor.send(&form).await.location())
}

#[tokio::test]
async fn the_outcome_is_written_published_and_read() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    app.set_time(CLOSED);
    arne.page(OUTCOME).await.must_say("Ingen andre enn ansatte ser det");
    // Some of it first.
    let part = saves(&arne, "0", &[("decision_nb", "Vedtatt")], "save").await;
    assert_eq!(part.location(), format!("{OUTCOME}?gjort=lagret"));
    assert_eq!(app.visitor().get(PUBLIC).await.status, 404);
    arne.page(PUBLIC).await.must_say("Resultatet er ikke offentliggjort ennå.");
    let form = arne.page(OUTCOME).await.form("main form.panel");
    assert_eq!((form.get("decision_nb"), form.get("version")), ("Vedtatt", "1"));
    // Then the rest.
    let done = saves(&arne, "1", &WHOLE, "publish").await;
    assert_eq!(done.location(), format!("{OUTCOME}?gjort=offentliggjort"));
    let page = app.visitor().page(PUBLIC).await;
    assert_eq!(page.row("Dato for vedtaket"), "8. juli 2026");
    assert_eq!(page.row("Vedtatt av"), "Bergen bystyre");
    assert_eq!(page.row("Saksnummer"), "Sak 212/26");
    assert_eq!(page.texts(".prose strong"), ["vedtatt"]);
    assert!(page.all("main script").is_empty() && !page.says("alert(1)"));
    page.must_say("Våren 2030");
    let page = app.visitor().page(&format!("/en{PUBLIC}")).await;
    page.must_say("The plan applies from 1 January 2027.");
    let round = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(round.attributes(".round-card a", "href"), [PUBLIC]);
    assert_eq!(round.text(".round-card .ds-tag"), "Konkludert");
    assert_eq!(app.events().await, ["round.imported", "outcome.saved", "round.concluded"]);
}

#[tokio::test]
async fn what_is_missing_is_told_when_it_is_to_be_public() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    app.set_time(CLOSED);
    let page =
        saves(&arne, "0", &[("decision_nb", "Bare dette"), ("decided_on", "")], "publish").await.page(422);
    assert_eq!(
        page.attributes(".ds-error-summary a", "href"),
        ["#decision_nn", "#decided_on", "#case_number", "#next_nb", "#next_nn"]
    );
    assert_eq!(page.verbatim("#decision_nb"), ["Bare dette"]);
    let wrong = [("decided_on", "i går"), ("revision_en", "Some time")];
    let page = saves(&arne, "0", &wrong, "save").await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#decided_on", "#revision_nb"]);
    assert_eq!(page.attributes("#decided_on", "value"), ["i går"]);
    assert_eq!(app.events().await, ["round.imported"]);
    assert_eq!(saves(&arne, "0", &WHOLE, "burn").await.status, 400);
    // What is public must stay whole.
    saves(&arne, "0", &WHOLE, "publish").await.location();
    let page = saves(&arne, "1", &[("decision_nb", "Alt borte")], "save").await.page(422);
    assert_eq!(page.all(".ds-error-summary a").len(), 5);
    app.visitor().page(PUBLIC).await.must_say("Planen er vedtatt");
}

#[tokio::test]
async fn a_round_is_not_concluded_before_its_deadline() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    arne.page(OUTCOME).await.must_say("Resultatet kan offentliggjøres når fristen har gått ut.");
    let page = saves(&arne, "0", &WHOLE, "publish").await.page(422);
    page.must_say("Fristen har ikke gått ut. Avslutt høringen først.");
    assert_eq!(app.events().await, ["round.imported"]);
}

#[tokio::test]
async fn of_two_who_write_at_once_the_second_is_told_and_loses_nothing() {
    let app = App::start().await;
    app.set_time(CLOSED);
    let (arne, other) = (app.logged_in("administrator").await, app.logged_in("administrator").await);
    saves(&arne, "0", &[("decision_nb", "Arnes tekst")], "save").await.location();
    let page = saves(&other, "0", &[("decision_nb", "Den andres tekst")], "save").await.page(422);
    page.must_say("Noen andre har lagret i mellomtiden.");
    page.must_say("Arnes tekst");
    let form = page.form("main form.panel");
    assert_eq!((form.get("decision_nb"), form.get("version")), ("Den andres tekst", "1"));
    other.submit(&form, Some(("do", "save"))).await.location();
    let form = arne.page(OUTCOME).await.form("main form.panel");
    assert_eq!(form.get("decision_nb"), "Den andres tekst");
}

#[tokio::test]
async fn those_who_answered_and_want_to_know_get_a_letter() {
    let app = App::start().await;
    let kari = answers(&app, "kari", "kari@example.org", true).await;
    answers(&app, "ola", "ola@example.org", false).await;
    let gone = answers(&app, "ny", "ny@example.org", true).await;
    let ny = app.logged_in("ny").await;
    ny.post(&format!("/mine-innspill/{gone}/trekk"), &[]).await.location();
    app.logged_in("kari")
        .await
        .receipt(&kari)
        .await
        .must_say("Får e-post når det er klart hva som er bestemt");
    let before = app.mail().await.len();
    app.set_time(CLOSED);
    let arne = app.logged_in("administrator").await;
    saves(&arne, "0", &WHOLE, "publish").await.location();
    app.worker.tell_due().await.unwrap();
    app.worker.tell_due().await.unwrap();
    let letters = app.mail().await.split_off(before);
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].to, "kari@example.org");
    assert!(letters[0].body.contains(&format!("\n{}{PUBLIC}\n", app.base)), "{}", letters[0].body);
    assert!(!letters[0].raw.contains("Hemmelig"));
    // A change of the words later tells nobody again.
    saves(&arne, "1", &WHOLE, "save").await.location();
    app.worker.tell_due().await.unwrap();
    assert_eq!(app.mail().await.len(), before + 1);
}

#[tokio::test]
async fn the_wish_is_kept_with_the_draft_and_can_be_changed() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    assert_eq!(kari.form().await.get("wants_outcome"), "", "not unless they say so");
    kari.save(&about(kari.form().await, "Kari").set("wants_outcome", "true")).await.location();
    assert_eq!(kari.form().await.get("wants_outcome"), "true");
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let change = kari.form_at(&format!("/horinger/{PLAN}/innspill?endrer={reference}")).await;
    assert_eq!(change.get("wants_outcome"), "true");
    kari.send(&change.without("wants_outcome")).await.location();
    let receipt = kari.receipt(&reference).await;
    assert!(!receipt.says("Får e-post når det er klart"));
}

#[tokio::test]
async fn who_need_not_log_in_must_leave_an_address_to_be_told() {
    let mut open = plan();
    open.who_may_answer = innspill::domain::way_in::WayIn::Open;
    let app = App::with(vec![open]).await;
    let visitor = app.visitor();
    visitor.post(&format!("/horinger/{PLAN}/start"), &[]).await.location();
    let form = about(visitor.form().await, "Kari").set_all(&[
        ("email", ""),
        ("answer-1", "Ja"),
        ("wants_outcome", "true"),
    ]);
    let page = visitor.check(&form).await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#email"]);
}

#[tokio::test]
async fn a_round_is_put_away_and_taken_out_again() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let page = arne.post(MANAGE, &[("do", "archive")]).await.page(422);
    page.must_say("Fristen har ikke gått ut. Avslutt høringen først.");
    app.set_time(CLOSED);
    arne.post(MANAGE, &[("do", "archive")]).await.location();
    assert!(!app.visitor().page("/").await.says("Handlingsplan for barnevernet"));
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    page.must_say("Høringen er arkivert");
    let page = arne.post(MANAGE, &[("do", "archive")]).await.page(422);
    page.must_say("Høringen er arkivert. Hent den fram først.");
    let page = saves(&arne, "0", &WHOLE, "publish").await.page(422);
    page.must_say("Høringen er arkivert. Hent den fram først.");
    arne.post(MANAGE, &[("do", "unarchive")]).await.location();
    app.visitor().page("/").await.must_say("Handlingsplan for barnevernet");
    assert_eq!(app.events().await, ["round.imported", "round.archived", "round.unarchived"]);
}
