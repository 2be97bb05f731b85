//! Administrators change rounds at the same time, are told what is wrong, and delete what nobody has used.

use crate::helpers::app::App;
use crate::helpers::rounds::{PLAN, dated, plan};
use crate::set_up_a_round::{form, made, mistakes, part, saved, setup};

#[tokio::test]
async fn of_two_who_change_the_same_part_the_second_is_told_and_loses_nothing() {
    let app = App::start().await;
    let (arne, slug) = (
        app.logged_in("administrator").await,
        made(&app.logged_in("administrator").await, "Plan", "fritekst").await,
    );
    let (mine, theirs) = (form(&arne, &slug, "tekster").await, form(&arne, &slug, "tekster").await);
    let facts = form(&arne, &slug, "opplysninger").await;
    saved(&arne, &theirs.set("lede_nb", "Den andres ingress")).await;
    saved(&arne, &facts.set("case_number", "1/26")).await;
    let answer = arne.submit(&mine.set("lede_nb", "Min ingress"), Some(("do", "save"))).await;
    let page = answer.page(422);
    assert_eq!(mistakes(&page)[0].0, "#innhold");
    assert_eq!(page.texts(".theirs .verbatim"), ["Den andres ingress"]);
    let again = page.form("main form");
    assert_eq!(again.get("lede_nb"), "Min ingress");
    saved(&arne, &again).await;
    assert_eq!(form(&arne, &slug, "tekster").await.get("lede_nb"), "Min ingress");
    assert_eq!(form(&arne, &slug, "opplysninger").await.get("case_number"), "1/26");
}

#[tokio::test]
async fn the_name_in_the_address_is_changed_while_nobody_knows_it() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan", "fritekst").await;
    let facts = form(&arne, &slug, "opplysninger").await;
    for (wrong, sentence) in [
        ("Blå plan", "Navnet i adressen må ha"),
        ("ny", "Navnet i adressen må ha"),
        (PLAN, "En annen høring har dette navnet"),
    ] {
        let page = arne.submit(&facts.clone().set("slug", wrong), Some(("do", "save"))).await.page(422);
        let told = mistakes(&page);
        assert_eq!(told.len(), 1);
        assert!(told[0].0 == "#slug" && told[0].1.starts_with(sentence), "{told:?}");
    }
    let answer = arne.submit(&facts.set("slug", "park-2026"), Some(("do", "save"))).await;
    assert_eq!(answer.location(), format!("{}?gjort=lagret", part("park-2026", "opplysninger")));
    assert_eq!(arne.get(&setup(&slug)).await.status, 404);
    arne.page(&setup("park-2026")).await;
}

#[tokio::test]
async fn what_is_wrong_with_a_part_is_told_at_its_field() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan", "fritekst").await;
    let dates = form(&arne, &slug, "frister").await.set_all(&[
        ("announced_on", "i går"),
        ("opens_date", "2026-06-20"),
        ("opens_time", "25:00"),
        ("closes_date", "2026-02-30"),
    ]);
    let page = arne.submit(&dates, Some(("do", "save"))).await.page(422);
    let fields: Vec<String> = mistakes(&page).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["#announced_on", "#opens_time", "#closes_date"]);
    let order = form(&arne, &slug, "frister")
        .await
        .set_all(&[("opens_date", "2026-07-02"), ("closes_date", "2026-07-01")]);
    let page = arne.submit(&order, Some(("do", "save"))).await.page(422);
    assert_eq!(mistakes(&page)[0].1, "Fristen må være etter at det åpner for innspill");
    let facts = form(&arne, &slug, "opplysninger").await.set("contact_email", "kari@");
    assert_eq!(mistakes(&arne.submit(&facts, Some(("do", "save"))).await.page(422))[0].0, "#contact_email");
    let texts =
        form(&arne, &slug, "tekster").await.set_all(&[("title_nb", " "), ("lede_nn", &"å".repeat(2001))]);
    let page = arne.submit(&texts, Some(("do", "save"))).await.page(422);
    let fields: Vec<String> = mistakes(&page).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["#lede_nn", "#title_nb"]);
    assert_eq!(arne.get(&part(&slug, "finnes-ikke")).await.status, 404);
    arne.post(&part(&slug, "tekster"), &[("do", "slett")]).await.page(400);
}

#[tokio::test]
async fn a_draft_that_nobody_has_used_is_deleted_and_nothing_else_is() {
    let mut draft = dated(plan(), "2026-07-01", "2026-07-31");
    draft.published = false;
    let app = App::with(vec![draft]).await;
    let arne = app.logged_in("administrator").await;
    arne.page(&part(PLAN, "slett")).await.must_say("aldri publisert");
    let slug = made(&arne, "Etterpå", "fritekst").await;
    saved(&arne, &form(&arne, &slug, "opplysninger").await.set("previous", PLAN)).await;
    assert_eq!(arne.post(&part(PLAN, "slett"), &[]).await.location(), "/saksbehandling?gjort=slettet");
    arne.page("/saksbehandling?gjort=slettet").await.must_say("Høringen er slettet.");
    assert_eq!(arne.get(&setup(PLAN)).await.status, 404);
    assert_eq!(form(&arne, &slug, "opplysninger").await.get("previous"), "");
    assert_eq!(app.events().await.last().map(String::as_str), Some("round.removed"));
    for (table, left) in [("questions", 1), ("documents", 0), ("codes", 0), ("consultations", 1)] {
        assert_eq!(app.database.count(table), left, "{table}");
    }
}

#[tokio::test]
async fn a_round_that_is_public_or_has_input_is_not_deleted() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    assert!(!arne.page(&setup(PLAN)).await.says("Slett høringen"));
    arne.post(&part(PLAN, "slett"), &[]).await.page(409);
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    // A round that was public and is no more has what came in.
    app.database.break_with("UPDATE consultations SET published_at = NULL");
    arne.post(&part(PLAN, "slett"), &[]).await.page(409);
    arne.page(&format!("/saksbehandling/{PLAN}")).await;
}
