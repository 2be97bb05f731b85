//! Staff read what has come in.

use crate::helpers::app::App;
use crate::helpers::people::{about, for_organisation, form_path, reference_in};
use crate::helpers::rounds::PLAN;

const ROUND: &str = "/saksbehandling/handlingsplan-for-barnevernet";

/// Four submissions: one changed, one withdrawn, one of an organisation, one late; in order of receipt.
async fn four(app: &App) -> [String; 4] {
    let (kari, ola, per, late) = (
        app.logged_in("kari").await,
        app.logged_in("ola").await,
        app.logged_in("per").await,
        app.logged_in("sen").await,
    );
    let begun = late.ready(&about(late.form().await, "Sen Late").set("answer-3", "Tredje, for sent")).await;
    let first = kari.hand_in(&[("answer-1", "En av Kari"), ("answer-3", "Tredje av Kari")]).await;
    app.set_time("2026-06-11T12:00:00+02:00");
    let second = ola.hand_in(&[("answer-3", "Tredje av Ola")]).await;
    app.set_time("2026-06-12T12:00:00+02:00");
    let form = for_organisation(per.form().await, "Elvebredden skole", "974760673")
        .set("answer-3", "Tredje av skolen");
    let third = reference_in(per.send(&form).await.location());
    ola.post(&format!("/mine-innspill/{second}/trekk"), &[]).await.location();
    app.set_time("2026-07-02T12:00:00+02:00");
    let fourth = reference_in(late.submit(&begun, None).await.location());
    [first, second, third, fourth]
}

#[tokio::test]
async fn the_list_counts_and_filters() {
    let app = App::start().await;
    let [first, second, third, fourth] = four(&app).await;
    let reader = app.logged_in("leser").await;
    let page = reader.page(ROUND).await;
    assert_eq!(
        page.texts(".filters a"),
        ["Alle 4", "Mottatt 3", "Trukket tilbake 1", "Alle 4", "Innen fristen 3", "For sent 1"]
    );
    for (query, shown) in [
        ("", vec![&first, &second, &third, &fourth]),
        ("?status=mottatt", vec![&first, &third, &fourth]),
        ("?status=trukket", vec![&second]),
        ("?for-sent=ja", vec![&fourth]),
        ("?for-sent=nei", vec![&first, &second, &third]),
        ("?status=mottatt&for-sent=nei", vec![&first, &third]),
        ("?status=trukket&for-sent=ja", vec![]),
        ("?status=tull&for-sent=tull&side=tull", vec![&first, &second, &third, &fourth]),
    ] {
        let page = reader.page(&format!("{ROUND}{query}")).await;
        let mut listed = page.texts("tbody th");
        listed.sort();
        let mut shown: Vec<_> = shown.into_iter().cloned().collect();
        shown.sort();
        assert_eq!(listed, shown, "{query}");
    }
    // The filters are links that lead to what they say.
    for href in page.attributes(".filters a", "href") {
        reader.page(&href).await;
    }
}

#[tokio::test]
async fn the_list_shows_who_when_and_how_it_stands() {
    let app = App::start().await;
    let [_, second, third, fourth] = four(&app).await;
    let page = app.logged_in("leser").await.page(ROUND).await;
    let row = |reference: &str| {
        let rows = page.texts("tbody tr");
        rows.into_iter().find(|row| row.starts_with(reference)).unwrap()
    };
    assert!(row(&second).contains("Trukket tilbake"), "{}", row(&second));
    assert!(row(&third).contains("Elvebredden skole (Kari Nordmann)"), "{}", row(&third));
    assert!(row(&third).contains("12. juni 2026 kl. 12.00"), "{}", row(&third));
    assert!(row(&fourth).contains("For sent"), "{}", row(&fourth));
}

#[tokio::test]
async fn a_changed_submission_shows_its_revisions() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Først")]).await;
    app.set_time("2026-06-11T12:00:00+02:00");
    let form = kari.form_at(&format!("{}?endrer={reference}", form_path())).await;
    kari.send(&form.set_all(&[("answer-1", "Så"), ("name", "Kari Gift")])).await.location();
    let reader = app.logged_in("leser").await;
    reader.page(ROUND).await.must_say("Utgave 2");
    let page = reader.page(&format!("{ROUND}/innspill/{reference}")).await;
    assert_eq!(page.verbatim("p.verbatim"), ["Så", "Først"]);
    assert!(page.text("details summary").starts_with("Utgave 1: 10. juni 2026 kl. 12.00.00"));
    assert_eq!(page.verbatim("details p.verbatim"), ["Først"]);
    assert!(page.text("details").contains("Kari Nordmann"));
}

#[tokio::test]
async fn one_can_go_from_one_submission_to_the_next() {
    let app = App::start().await;
    let references = four(&app).await;
    let reader = app.logged_in("leser").await;
    for (place, reference) in references.iter().enumerate() {
        let page = reader.page(&format!("{ROUND}/innspill/{reference}")).await;
        let link = |other: Option<&String>| -> Vec<String> {
            other.map(|other| format!("{ROUND}/innspill/{other}")).into_iter().collect()
        };
        assert_eq!(page.attributes("nav.pager a[rel=next]", "href"), link(references.get(place + 1)));
        let before = place.checked_sub(1).and_then(|place| references.get(place));
        assert_eq!(page.attributes("nav.pager a[rel=prev]", "href"), link(before));
    }
}

#[tokio::test]
async fn a_question_is_read_answer_by_answer_in_order_of_receipt() {
    let app = App::start().await;
    let [first, _, third, fourth] = four(&app).await;
    let page = app.logged_in("leser").await.page(&format!("{ROUND}/sporsmal/3")).await;
    assert_eq!(page.verbatim("p.verbatim"), ["Tredje av Kari", "Tredje av skolen", "Tredje, for sent"]);
    let links = page.attributes("article .entry__who a", "href");
    assert_eq!(links, [first, third, fourth].map(|one| format!("{ROUND}/innspill/{one}")));
    page.must_say("3 svar. Alle innspill svarer på dette spørsmålet.");
    let page = app.logged_in("leser").await.page(&format!("{ROUND}/sporsmal/1")).await;
    page.must_say("1 svar. 2 innspill svarer ikke på dette spørsmålet.");
    assert_eq!(page.attributes(".question-nav a[rel=next]", "href"), [format!("{ROUND}/sporsmal/2")]);
    assert_eq!(app.logged_in("leser").await.get(&format!("{ROUND}/sporsmal/6")).await.status, 404);
}

#[tokio::test]
async fn copies_and_several_of_one_person_are_marked_and_none_is_dropped() {
    let app = App::start().await;
    for person in ["kari", "ola"] {
        app.logged_in(person).await.hand_in(&[("answer-1", "Den samme teksten")]).await;
    }
    let kari = app.logged_in("kari").await;
    let form = kari.form_at(&format!("{}?rolle=organisasjon", form_path())).await;
    kari.send(&for_organisation(form, "Skolen", "").set("answer-1", "Noe annet")).await.location();
    let page = app.logged_in("leser").await.page(ROUND).await;
    let rows = page.texts("tbody tr");
    assert_eq!(rows.iter().filter(|row| row.contains("Lik tekst som et annet")).count(), 2);
    assert_eq!(rows.iter().filter(|row| row.contains("Samme person har flere")).count(), 2);
    assert_eq!(rows.len(), 3);
}

#[tokio::test]
async fn the_rounds_are_listed_with_how_much_has_come_in() {
    let app = App::start().await;
    four(&app).await;
    app.set_time("2026-06-20T12:00:00+02:00");
    let kari = app.logged_in("fersk").await;
    kari.save(&kari.form().await.set("answer-1", "Begynt")).await.location();
    let page = app.logged_in("leser").await.page("/saksbehandling").await;
    assert_eq!(page.texts("tbody td[data-number]"), ["4", "1", "1"]);
    assert_eq!(page.attributes("tbody th a", "href"), [ROUND]);
}

#[tokio::test]
async fn an_empty_round_says_what_to_do() {
    let app = App::start().await;
    let reader = app.logged_in("leser").await;
    reader.page(ROUND).await.must_say("Det har ikke kommet inn noen innspill ennå.");
    reader.page(&format!("{ROUND}/sporsmal/2")).await.must_say("Ingen har svart på dette spørsmålet ennå.");
    let officer = app.logged_in("saksbehandler").await;
    officer.page(&format!("{ROUND}/eksport")).await.must_say("Det er ingen innspill å eksportere ennå.");
}

#[tokio::test]
async fn a_submission_of_another_round_is_not_shown_in_this_one() {
    let other = crate::helpers::rounds::sibling("annen", "Annen", "2026-06-01", "2026-06-30");
    let app = App::with(vec![crate::helpers::rounds::plan(), other]).await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    let reader = app.logged_in("leser").await;
    assert_eq!(reader.get(&format!("/saksbehandling/annen/innspill/{reference}")).await.status, 404);
    assert_eq!(reader.get(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await.status, 200);
}

#[tokio::test]
async fn the_list_goes_over_several_pages() {
    let app = App::start().await;
    for number in 0..52 {
        let person = app.logged_in(&format!("p{number}")).await;
        person.hand_in(&[("answer-1", &format!("Svar {number}"))]).await;
    }
    let reader = app.logged_in("leser").await;
    let (one, two) = (reader.page(ROUND).await, reader.page(&format!("{ROUND}?side=2")).await);
    assert_eq!((one.all("tbody tr").len(), two.all("tbody tr").len()), (50, 2));
    one.must_say("Viser 1 til 50 av 52 innspill");
    let (one, two) = (
        reader.page(&format!("{ROUND}/sporsmal/1")).await,
        reader.page(&format!("{ROUND}/sporsmal/1?side=2")).await,
    );
    let mut answers = one.verbatim("p.verbatim");
    answers.extend(two.verbatim("p.verbatim"));
    assert_eq!(answers, (0..52).map(|number| format!("Svar {number}")).collect::<Vec<_>>());
}
