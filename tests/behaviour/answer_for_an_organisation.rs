//! Answering for oneself and for organisations: one live submission for each.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, for_organisation, form_path, reference_in};

const NUMBER: &str = "974760673";
const OTHER_NUMBER: &str = "923609016";

async fn form_for(kari: &Visitor, organisation: &str, number: &str) -> crate::helpers::page::Form {
    let form = kari.form_at(&format!("{}?rolle=organisasjon", form_path())).await;
    for_organisation(form, organisation, number).set("answer-1", organisation)
}

#[tokio::test]
async fn the_same_person_may_answer_for_themselves_and_for_organisations() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.hand_in(&[("answer-1", "Jeg selv")]).await;
    for (organisation, number) in [("Elvebredden skole", NUMBER), ("Fjellsiden skole", OTHER_NUMBER)] {
        let answer = kari.send(&form_for(&kari, organisation, number).await).await;
        let page = kari.receipt(&reference_in(answer.location())).await;
        assert_eq!(page.row("Organisasjon"), organisation);
    }
    assert_eq!(app.database.count("submissions"), 3);
    let page = kari.page("/mine-innspill").await;
    assert_eq!(page.all("main li.round").len(), 3);
}

#[tokio::test]
async fn a_second_one_for_the_same_organisation_leads_to_the_first() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let first = kari.send(&form_for(&kari, "Elvebredden skole", NUMBER).await).await;
    let first = reference_in(first.location());
    // Another name and another way to write the number: the same organisation.
    let page = kari.send(&form_for(&kari, "ELVEBREDDEN", "974 760 673").await).await.page(409);
    assert_eq!(page.attributes("main .ds-button", "href"), [format!("/mine-innspill/{first}")]);
    assert_eq!(app.database.count("submissions"), 1);
}

#[tokio::test]
async fn an_organisation_without_a_number_is_known_by_its_name() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    kari.send(&form_for(&kari, "FAU ved Elvebredden", "").await).await.location();
    kari.send(&form_for(&kari, " fau  ved elvebredden", "").await).await.page(409);
    let other = kari.form().await;
    kari.send(&for_organisation(other, "Et annet FAU", "").set("answer-1", "Vi")).await.location();
    assert_eq!(app.database.count("submissions"), 2);
}

#[tokio::test]
async fn two_people_may_answer_for_the_same_organisation() {
    let app = App::start().await;
    for person in ["kari", "ola"] {
        let person = app.logged_in(person).await;
        person.send(&form_for(&person, "Elvebredden skole", NUMBER).await).await.location();
    }
    assert_eq!(app.database.count("submissions"), 2);
}

#[tokio::test]
async fn a_change_cannot_take_the_place_of_another_submission() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let own = kari.hand_in(&[("answer-1", "Jeg selv")]).await;
    kari.send(&form_for(&kari, "Elvebredden skole", NUMBER).await).await.location();
    let form = kari.form_at(&format!("{}?endrer={own}", form_path())).await;
    let form = for_organisation(form, "Elvebredden skole", NUMBER);
    kari.send(&form).await.page(409).must_say("Du har alt sendt inn innspill");
    assert_eq!(kari.text_of(&own).await, "[1]\nJeg selv\n\n");
}

#[tokio::test]
async fn the_form_for_an_organisation_has_the_role_chosen() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form_at(&format!("{}?rolle=organisasjon", form_path())).await;
    assert_eq!(form.get("role"), "organisation");
}
