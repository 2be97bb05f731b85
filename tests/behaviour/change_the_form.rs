//! Administrators change what a round asks: at once before anybody has seen it, else in a new version with
//! a public reason, which takes along those who are answering.

use crate::helpers::app::App;
use crate::helpers::page::{Answer, Page};
use crate::helpers::people::{Visitor, about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, plan};

const EDITOR: &str = "/saksbehandling/handlingsplan-for-barnevernet/skjema";
const REASON: [(&str, &str); 2] = [("reason_nb", "Vi glemte fritid"), ("reason_nn", "Vi gløymde fritid")];

/// With the round as a draft that only staff see.
async fn unpublished() -> App {
    let mut round = plan();
    round.published = false;
    App::with(vec![round]).await
}

fn themes(page: &Page) -> Vec<String> {
    page.texts(".papers .paper__title a")
}

/// Sends the form of one deed with a question: its button in the list.
pub async fn moves(arne: &Visitor, place: usize, way: &str) -> Answer {
    let page = arne.page(EDITOR).await;
    let link = page.attributes(".papers .paper__title a", "href")[place].clone();
    let origin = link.rsplit('/').next().unwrap().to_owned();
    arne.post(EDITOR, &[("do", way), ("question", &origin)]).await
}

/// The page of the question at `place`.
async fn question(arne: &Visitor, place: usize) -> Page {
    let page = arne.page(EDITOR).await;
    let link = page.attributes(".papers .paper__title a", "href")[place].clone();
    arne.page(&link).await
}

pub async fn change(arne: &Visitor, place: usize, values: &[(&str, &str)]) -> Answer {
    let form = question(arne, place).await.form("form[novalidate]").set_all(values);
    arne.submit(&form, Some(("do", "change"))).await
}

pub async fn remove(arne: &Visitor, place: usize) -> Answer {
    let form = question(arne, place).await.form("form.panel:not([novalidate])");
    arne.submit(&form, Some(("do", "remove"))).await
}

async fn add(arne: &Visitor, theme: &str, values: &[(&str, &str)]) -> Answer {
    let wording = format!("Hva mener du om {theme}?");
    let form = arne.page(&format!("{EDITOR}/nytt")).await.form("form[novalidate]");
    let form = form.set_all(&[("theme_nb", theme), ("theme_nn", theme), ("wording_nb", &wording)]);
    let form = form.set("wording_nn", &wording).set_all(values);
    arne.submit(&form, Some(("do", "change"))).await
}

pub async fn publish(arne: &Visitor) -> Answer {
    let form = arne.page(EDITOR).await.form("#publiser").set_all(&REASON);
    arne.submit(&form, Some(("do", "publish"))).await
}

pub fn must_go(answer: &Answer, word: &str) {
    assert_eq!(answer.location(), format!("{EDITOR}?gjort={word}"));
}

#[tokio::test]
async fn before_anybody_has_seen_the_form_a_change_applies_at_once() {
    let app = unpublished().await;
    let arne = app.logged_in("administrator").await;
    let before = themes(&arne.page(EDITOR).await);
    assert_eq!(before.len(), 5);
    must_go(&moves(&arne, 4, "up").await, "flyttet");
    must_go(&moves(&arne, 0, "up").await, "flyttet");
    must_go(&remove(&arne, 1).await, "fjernet");
    must_go(&add(&arne, "Fritid", &[("kind", "short-text"), ("required", "true")]).await, "lagt-til");
    let words = [("theme_nb", "Skole & <hjem>"), ("help_nb", ""), ("help_nn", ""), ("help_en", "")];
    must_go(&change(&arne, 0, &words).await, "endret");
    let page = arne.page(EDITOR).await;
    let now = [("Skole & <hjem>"), &before[2], &before[4], &before[3], "Fritid"];
    assert_eq!(themes(&page), now);
    assert_eq!(page.texts(".paper__what .small")[4], "Kort tekst, én linje · Inntil 200 tegn · Må besvares");
    assert!(page.all("#publiser").is_empty());
    assert_eq!(app.database.count("form_versions"), 1);
    // The first that anybody sees is what was written last.
    arne.post(&format!("/saksbehandling/{PLAN}/styring"), &[("do", "open")]).await.location();
    let form = app.logged_in("kari").await.page(&form_path()).await;
    assert_eq!(form.texts(".question__theme")[0], "Spørsmål 1: Skole & <hjem>");
    assert_eq!(form.texts(".question__theme").len(), 5);
}

#[tokio::test]
async fn what_is_wrong_with_a_question_is_told_at_its_fields_and_nothing_typed_is_lost() {
    let app = unpublished().await;
    let arne = app.logged_in("administrator").await;
    let events = app
        .events_of(async {
            for (values, places) in [
                (&[("theme_nb", " "), ("wording_nb", "")][..], &["theme_nb", "wording_nb"][..]),
                (&[("kind", "finnes-ikke")], &["kind"]),
                (&[("kind", "short-text"), ("max_chars", "1001")], &["max_chars"]),
                (&[("max_chars", "-1")], &["max_chars"]),
                (&[("kind", "one-choice"), ("options_nb", "Ja\n\n ")], &["options_nb"]),
                (&[("kind", "one-choice"), ("options_nb", "Ja\nja")], &["options_nb"]),
                (&[("kind", "one-choice"), ("options_nb", "Ja\nNei"), ("options_nn", "Ja")], &["options_nn"]),
                (&[("help_nn", "Berre nynorsk")], &["help_nb"]),
                (&[("theme_en", &"x".repeat(201))], &["theme_en"]),
            ] {
                let page = add(&arne, "Fritid", values).await.page(422);
                let expected: Vec<String> = places.iter().map(|place| format!("#{place}")).collect();
                assert_eq!(page.attributes(".ds-error-summary a", "href"), expected, "{values:?}");
                let form = page.form("form[novalidate]");
                for (name, value) in values.iter().filter(|(name, _)| *name != "kind") {
                    assert_eq!(form.get(name).trim_start_matches('\n'), *value, "{name}");
                }
            }
        })
        .await;
    assert_eq!(events, Vec::<String>::new());
}

#[tokio::test]
async fn of_two_who_change_the_same_question_one_is_told_and_shown_what_the_other_wrote() {
    let app = unpublished().await;
    let (arne, other) = (app.logged_in("administrator").await, app.logged_in("administrator").await);
    let mine = question(&arne, 0).await.form("form[novalidate]").set("theme_nb", "Mitt tema");
    must_go(&change(&other, 0, &[("theme_nb", "Den andres tema")]).await, "endret");
    let page = arne.submit(&mine, Some(("do", "change"))).await.page(422);
    page.must_say("En annen har endret skjemaet i mellomtiden.");
    page.must_say("Den andres tema");
    let form = page.form("form[novalidate]");
    assert_eq!(form.get("theme_nb"), "Mitt tema");
    must_go(&arne.submit(&form, Some(("do", "change"))).await, "endret");
    assert_eq!(themes(&arne.page(EDITOR).await)[0], "Mitt tema");
    // Another question is another matter.
    let mine = question(&arne, 1).await.form("form[novalidate]").set("theme_nb", "Også mitt");
    must_go(&change(&other, 2, &[("theme_nb", "Ikke mitt")]).await, "endret");
    must_go(&moves(&other, 1, "up").await, "flyttet");
    must_go(&arne.submit(&mine, Some(("do", "change"))).await, "endret");
    assert_eq!(themes(&arne.page(EDITOR).await)[..3], ["Også mitt", "Mitt tema", "Ikke mitt"]);
}

#[tokio::test]
async fn a_form_that_is_public_is_changed_in_a_new_version_with_a_public_reason() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let first = kari.hand_in(&[("answer-1", "Om den første")]).await;
    arne.page(EDITOR).await.must_say("Skjemaet er offentlig");
    must_go(&add(&arne, "Fritid", &[]).await, "lagt-til");
    must_go(&moves(&arne, 5, "up").await, "flyttet");
    must_go(&remove(&arne, 0).await, "fjernet");
    let page = arne.page(EDITOR).await;
    page.must_say("Endringene er ikke publisert");
    page.must_say("Disse spørsmålene stilles ikke lenger:");
    // Nobody else sees anything of it yet.
    let ola = app.logged_in("ola").await;
    assert!(!ola.page(&form_path()).await.says("Fritid"));
    assert!(!app.visitor().page(&format!("/horinger/{PLAN}")).await.says("Endringer i skjemaet"));
    // A reason is needed, in both languages.
    let bare = arne.page(EDITOR).await.form("#publiser").set("reason_nb", "Vi glemte fritid");
    let page = arne.submit(&bare, Some(("do", "publish"))).await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#reason_nn"]);
    app.set_time("2026-06-12T09:00:00+02:00");
    must_go(&publish(&arne).await, "publisert");
    let round = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    round.must_say("Skjemaet ble endret 12. juni 2026.");
    round.must_say("Vi glemte fritid");
    app.visitor().page(&format!("/nn/horinger/{PLAN}")).await.must_say("Vi gløymde fritid");
    let form = ola.page(&form_path()).await;
    assert_eq!(form.texts(".question__theme").len(), 5);
    form.must_say("Spørsmål 4: Fritid");
    assert!(!form.says("Skjemaet er endret siden du begynte"));
    // What was answered stays with what was asked.
    kari.receipt(&first).await.must_say("Om den første");
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{first}")).await;
    page.must_say("Om den første");
    assert!(!page.says("Fritid"));
    let second = reference_in(
        ola.send(&about(ola.form().await, "Ola").set("answer-4", "Mer ballspill")).await.location(),
    );
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{second}")).await;
    page.must_say("Svarer på utgave 2 av skjemaet.");
    page.must_say("Mer ballspill");
}

#[tokio::test]
async fn changes_can_be_thrown_away_and_nothing_is_published_twice() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    must_go(&add(&arne, "Fritid", &[]).await, "lagt-til");
    let form = arne.page(EDITOR).await.form("#publiser").set_all(&REASON);
    let away = arne.post(EDITOR, &[("do", "discard")]).await;
    must_go(&away, "forkastet");
    assert_eq!(themes(&arne.page(EDITOR).await).len(), 5);
    arne.submit(&form, Some(("do", "publish")))
        .await
        .page(422)
        .must_say("Det er ingen endringer å publisere");
    // Back and forth is no change.
    must_go(&moves(&arne, 0, "down").await, "flyttet");
    must_go(&moves(&arne, 0, "down").await, "flyttet");
    publish(&arne).await.page(422).must_say("Det er ingen endringer å publisere");
    // What is published is what the page showed.
    must_go(&add(&arne, "Fritid", &[]).await, "lagt-til");
    let form = arne.page(EDITOR).await.form("#publiser").set_all(&REASON);
    must_go(&add(&arne, "Trafikk", &[]).await, "lagt-til");
    let page = arne.submit(&form, Some(("do", "publish"))).await.page(422);
    page.must_say("En annen har endret skjemaet i mellomtiden.");
    assert_eq!(page.form("#publiser").get("reason_nb").trim(), "Vi glemte fritid");
    must_go(&publish(&arne).await, "publisert");
    assert_eq!(app.database.count("form_versions"), 2);
}

#[tokio::test]
async fn a_public_form_owes_nynorsk_unless_the_round_says_why_not() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    must_go(&add(&arne, "Fritid", &[("theme_nn", ""), ("wording_nn", "")]).await, "lagt-til");
    arne.page(EDITOR).await.must_say("Mangler nynorsk");
    publish(&arne).await.page(422).must_say("på nynorsk også");
    app.database.break_with("UPDATE consultations SET language_missing_why = 'Haster'");
    must_go(&publish(&arne).await, "publisert");
}
