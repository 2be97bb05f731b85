//! Checking everything on one page, and sending it.

use crate::helpers::app::App;
use crate::helpers::people::{about, for_organisation, form_path, reference_in};
use crate::helpers::rounds::PLAN;

/// Made for tests (the synthetic series of Tenor), with right control digits.
const NATIONAL_ID: &str = "03917441412";

#[tokio::test]
async fn the_check_page_shows_what_others_will_see() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari Nordmann").set("answer-2", "Mitt svar");
    let page = kari.checked(&form).await;
    assert_eq!(page.row("Avsender"), "Kari Nordmann");
    assert_eq!(page.row("Tittel"), "Innspill: Handlingsplan for barnevernet");
    let journal = page.text("section.journal");
    assert!(journal.contains("Dette kan andre se"), "{journal}");
    assert!(!journal.contains("kari@example.org"), "{journal}");
    assert_eq!(page.verbatim("p.verbatim"), ["Mitt svar"]);
    assert_eq!(page.texts("section.answer p.quiet:not(.small)").len(), 4);
    page.must_say("Innspillet er ikke sendt ennå");
}

#[tokio::test]
async fn an_organisation_stands_as_sender_in_the_journal() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form =
        for_organisation(kari.form().await, "Elvebredden skole", "974760673").set("answer-1", "Vi mener");
    let page = kari.checked(&form).await;
    assert_eq!(page.row("Avsender"), "Elvebredden skole");
    assert_eq!(page.row("Organisasjonsnummer"), "974 760 673".replace(' ', "\u{a0}").replace('\u{a0}', " "));
    assert!(!page.text("section.journal").contains("Kari"), "the person is not the sender");
}

#[tokio::test]
async fn no_comment_is_a_whole_submission() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("no_comment", "true");
    kari.checked(&form).await.must_say("Uten merknad");
    let reference = reference_in(kari.send(&form).await.location());
    kari.receipt(&reference).await.must_say("Uten merknad");
    assert_eq!(kari.text_of(&reference).await, "[uten merknad]\n\n");
}

#[tokio::test]
async fn a_national_id_is_pointed_out_and_can_still_be_sent() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let text = format!("Saken til {NATIONAL_ID} gjelder");
    let form = about(kari.form().await, "Kari").set_all(&[("answer-1", "Fint"), ("answer-4", &text)]);
    let page = kari.checked(&form).await;
    page.must_say("Teksten kan inneholde et fødselsnummer");
    assert_eq!(page.attributes(".ds-alert a", "href"), [format!("{}#answer-4", form_path())]);
    let again = kari.page(&form_path()).await;
    let warned: Vec<_> = again.texts("[data-id-warning]").into_iter().map(|text| !text.is_empty()).collect();
    assert_eq!(warned, [false, false, false, true, false]);
    let reference = reference_in(kari.send(&form).await.location());
    assert_eq!(kari.text_of(&reference).await, format!("[1]\nFint\n\n[4]\n{text}\n\n"));
}

#[tokio::test]
async fn text_without_a_national_id_gets_no_warning() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", "Ring 55 56 55 56 om sak 03917441413");
    assert!(!kari.checked(&form).await.says("fødselsnummer"));
}

#[tokio::test]
async fn what_was_saved_in_another_tab_meanwhile_is_shown_before_it_is_sent() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari.ready(&about(kari.form().await, "Kari").set("answer-1", "Gammel")).await;
    kari.save(&kari.form().await.set("answer-1", "Ny")).await.location();
    let answer = kari.submit(&ready, None).await;
    assert_eq!(answer.location(), format!("{}/kontroll", form_path()));
    let page = kari.page(answer.location()).await;
    assert_eq!(page.verbatim("p.verbatim"), ["Ny"]);
    assert_eq!(app.database.count("submissions"), 0);
}

#[tokio::test]
async fn a_draft_with_mistakes_cannot_be_sent_around_the_form() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.save(&kari.form().await.set("answer-1", "Uten navn")).await.location();
    let draft = kari.form().await.get("draft").to_owned();
    let path = format!("{}/kontroll", form_path());
    kari.get(&path).await.page(422).must_say("Skriv e-postadressen din");
    kari.post(&path, &[("draft", &draft), ("version", "1")]).await.page(422);
    assert_eq!(app.database.count("submissions"), 0);
}

#[tokio::test]
async fn checking_with_nothing_written_leads_to_the_form() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    assert_eq!(kari.get(&format!("{}/kontroll", form_path())).await.location(), form_path());
}

#[tokio::test]
async fn one_must_log_in_to_answer_and_comes_back_to_the_form() {
    let app = App::start().await;
    let visitor = app.visitor();
    let answer = visitor.get(&format!("/nn{}", form_path())).await;
    let login = answer.location().to_owned();
    assert!(login.starts_with("/nn/logg-inn?tilbake="), "{login}");
    let page = visitor.page(&login).await;
    let back = page.attributes("main input[name=tilbake]", "value");
    let answer = visitor.post("/nn/logg-inn", &[("persona", "torunn"), ("tilbake", &back[0])]).await;
    assert_eq!(answer.location(), format!("/nn/horinger/{PLAN}/innspill"));
}
