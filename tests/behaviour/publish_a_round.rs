//! Administrators see what a round lacks, publish it now or later, and put right what is public.

use crate::helpers::app::App;
use crate::helpers::people::about;
use crate::helpers::rounds::{PLAN, plan};
use crate::set_up_a_round::{filled_in, form, made, mistakes, part, saved, setup};

/// A round that lacks nothing that it must have, opening on 17 June.
async fn ready(app: &App) -> String {
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan for parken", "fritekst").await;
    filled_in(&arne, &slug).await;
    slug
}

#[tokio::test]
async fn the_checklist_tells_what_must_be_there_and_what_is_worth_a_thought() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan", "ingenting").await;
    let page = arne.page(&setup(&slug)).await;
    assert_eq!(
        page.texts(".checklist a"),
        [
            "Ingressen mangler på bokmål",
            "Teksten mangler på bokmål",
            "Kontaktperson og e-postadresse mangler",
            "Skjemaet har ingen spørsmål",
            "Noe mangler på nynorsk",
            "Saksnummeret mangler",
            "Ansvarlig enhet mangler",
            "Det står ikke hva som skjer med innspillene",
            "Høringen har ingen dokumenter",
        ]
    );
    assert!(page.all("button[value=publish]").is_empty(), "nothing to press before it is ready");
    let answer = arne.post(&setup(&slug), &[("do", "publish"), ("when", "now")]).await;
    assert_eq!(mistakes(&answer.page(422))[0].0, "#sjekkliste");
    // 5 July 2026 is a Sunday, 18 days from the opening.
    let dates = form(&arne, &slug, "frister").await.set("closes_date", "2026-07-05");
    saved(&arne, &dates).await;
    let page = arne.page(&setup(&slug)).await;
    page.must_say("Svartiden er kortere enn seks uker: 19 dager");
    page.must_say("Plan- og bygningsloven krever minst seks uker");
    page.must_say("Fristen går ut på en søndag");
    saved(&arne, &form(&arne, &slug, "frister").await.set("closes_date", "2027-03-26")).await;
    arne.page(&setup(&slug)).await.must_say("Fristen går ut på langfredag");
}

#[tokio::test]
async fn a_round_is_published_now_and_opens_when_it_shall() {
    let app = App::start().await;
    let (arne, slug) = (app.logged_in("administrator").await, ready(&app).await);
    let events = app.events_of(async {
        let form = arne.page(&setup(&slug)).await.form("form:has(button[value=publish])");
        let answer = arne.submit(&form, Some(("do", "publish"))).await;
        assert_eq!(answer.location(), format!("{}?gjort=publisert", setup(&slug)));
    });
    assert_eq!(events.await, ["round.published"]);
    arne.page(&format!("{}?gjort=publisert", setup(&slug))).await.must_say("Høringen er publisert.");
    let page = app.visitor().page(&format!("/horinger/{slug}")).await;
    page.must_say("Åpner 17. juni 2026");
    assert_eq!(app.visitor().page(&format!("/nn/horinger/{slug}")).await.texts(".prose strong"), ["gamal"]);
    app.set_time("2026-06-17T00:00:00+02:00");
    assert_eq!(app.logged_in("kari").await.get(&format!("/horinger/{slug}/innspill")).await.status, 200);
}

#[tokio::test]
async fn a_publication_is_planned_and_happens_by_itself_or_is_called_off() {
    let app = App::start().await;
    let (arne, slug) = (app.logged_in("administrator").await, ready(&app).await);
    let public = format!("/horinger/{slug}");
    let at = |date: &'static str, time: &'static str| {
        [("do", "publish"), ("when", "at"), ("publish_date", date), ("publish_time", time)]
    };
    for (date, time) in
        [("", ""), ("2026-02-30", ""), ("2026-06-10", ""), ("2026-06-12", "25:00"), ("2026-06-10", "12:00")]
    {
        let page = arne.post(&setup(&slug), &at(date, time)).await.page(422);
        assert_eq!(mistakes(&page)[0].0, "#publish_date", "{date} {time}");
        assert_eq!(page.attributes("#publish_date", "value"), [date]);
    }
    arne.post(&setup(&slug), &at("2026-09-01", "")).await.page(422);
    let planned = arne.post(&setup(&slug), &at("2026-06-12", "09:00")).await;
    assert_eq!(planned.location(), format!("{}?gjort=planlagt", setup(&slug)));
    arne.page(&setup(&slug)).await.must_say("Høringen blir publisert 12. juni 2026 kl. 09.00.");
    assert_eq!(app.visitor().get(&public).await.status, 404);
    app.set_time("2026-06-12T08:59:59.999+02:00");
    assert_eq!(app.visitor().get(&public).await.status, 404);
    let answer = arne.post(&setup(&slug), &[("do", "call-off")]).await;
    assert_eq!(answer.location(), format!("{}?gjort=avlyst", setup(&slug)));
    app.set_time("2026-06-12T09:00:00+02:00");
    assert_eq!(app.visitor().get(&public).await.status, 404);
    arne.post(&setup(&slug), &[("do", "call-off")]).await.page(422);
    arne.post(&setup(&slug), &at("2026-06-13", "")).await.location();
    app.set_time("2026-06-13T00:00:00+02:00");
    assert_eq!(app.visitor().get(&public).await.status, 200);
    arne.post(&setup(&slug), &[("do", "call-off")]).await.page(422);
}

#[tokio::test]
async fn a_language_may_be_missing_only_where_somebody_says_why() {
    let app = App::start().await;
    let (arne, slug) = (app.logged_in("administrator").await, ready(&app).await);
    saved(&arne, &form(&arne, &slug, "tekster").await.set("body_nn", "")).await;
    arne.page(&setup(&slug)).await.must_say("Mangler i: teksten.");
    let publish = |why| [("do", "publish"), ("when", "now"), ("language_why", why)];
    for blank in ["", " \u{200b}"] {
        let page = arne.post(&setup(&slug), &publish(blank)).await.page(422);
        assert_eq!(mistakes(&page)[0].0, "#language_why");
    }
    assert_eq!(app.visitor().get(&format!("/horinger/{slug}")).await.status, 404);
    // Nor is it opened by hand without a reason.
    let by_hand = arne.post(&format!("/saksbehandling/{slug}/styring"), &[("do", "open")]).await;
    by_hand.page(422).must_say("Se sjekklisten under «Oppsett».");
    arne.post(&setup(&slug), &publish("Rettelsen kom fra departementet i dag")).await.location();
    arne.page(&setup(&slug)).await.must_say("Rettelsen kom fra departementet i dag");
    assert!(!app.visitor().page(&format!("/horinger/{slug}")).await.says("departementet"));
}

#[tokio::test]
async fn what_is_public_is_corrected_with_a_note_and_its_address_and_rules_stand() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("email", "kari@example.org")).await.location();
    let texts = form(&arne, PLAN, "tekster").await.set("title_nb", "Rettet tittel");
    let page = arne.submit(&texts, Some(("do", "save"))).await.page(422);
    let told: Vec<String> = mistakes(&page).into_iter().map(|(field, _)| field).collect();
    assert_eq!(told, ["#reason_nb", "#reason_nn"]);
    assert_eq!(page.form("main form").get("title_nb"), "Rettet tittel");
    let noted =
        texts.set_all(&[("reason_nb", "Tittelen var feil"), ("reason_nn", "Tittelen var feil på nynorsk")]);
    saved(&arne, &noted).await;
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(page.text("h1"), "Rettet tittel");
    page.must_say("Tittelen var feil");
    // Who writes on an answer is told.
    app.worker.tell_due().await.unwrap();
    let letters = app.mail().await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].body.contains("Tittelen var feil"), "{}", letters[0].body);
    let emptied = form(&arne, PLAN, "tekster").await.set_all(&[
        ("lede_nb", ""),
        ("reason_nb", "x"),
        ("reason_nn", "x"),
    ]);
    arne.submit(&emptied, Some(("do", "save"))).await.page(422).must_say("fortsatt være der");
    let facts = form(&arne, PLAN, "opplysninger").await;
    saved(&arne, &facts.clone().set("contact_name", "Ny kontakt")).await;
    app.visitor().page(&format!("/horinger/{PLAN}")).await.must_say("Ny kontakt");
    let moved = form(&arne, PLAN, "opplysninger").await.set("slug", "annen-adresse");
    arne.submit(&moved, Some(("do", "save"))).await.page(422);
    for name in ["frister", "deltakere"] {
        let page = arne.page(&part(PLAN, name)).await;
        assert!(page.all("main form").is_empty(), "{name}");
    }
    let fields = [
        ("do", "save"),
        ("shown", "x"),
        ("announced_on", "2026-06-01"),
        ("opens_date", "2026-06-01"),
        ("closes_date", "2026-12-31"),
    ];
    arne.post(&part(PLAN, "frister"), &fields).await.page(422);
    let round = app.read(|tx| innspill::store::consultations::find_by_slug(tx, PLAN)).await.unwrap();
    assert_eq!(round.closes_at, plan().closes_at);
}

#[tokio::test]
async fn a_round_that_follows_another_says_so() {
    let app = App::start().await;
    let (arne, slug) = (app.logged_in("administrator").await, ready(&app).await);
    saved(&arne, &form(&arne, &slug, "opplysninger").await.set("previous", PLAN)).await;
    arne.post(&setup(&slug), &[("do", "publish"), ("when", "now")]).await.location();
    let page = app.visitor().page(&format!("/horinger/{slug}")).await;
    assert!(page.attributes("main a", "href").contains(&format!("/horinger/{PLAN}")));
    page.must_say("Forrige runde");
}
