//! A session that ends in the middle of a form costs nobody their text.

use crate::helpers::app::App;
use crate::helpers::page::{Answer, Form};
use crate::helpers::people::{Visitor, about, form_path};
use crate::helpers::rounds::{PLAN, plan, sibling};
use reqwest::Method;

const TEXT: &str = "Det jeg brukte to timer på.\n\nÆ, ø og å.";
const EIGHT_HOURS: [(&str, &str); 4] = [
    ("INNSPILL__SESSIONS__CITIZEN_IDLE_MINUTES", "480"),
    ("INNSPILL__SESSIONS__CITIZEN_MAX_MINUTES", "480"),
    ("INNSPILL__SESSIONS__STAFF_IDLE_MINUTES", "480"),
    ("INNSPILL__SESSIONS__STAFF_MAX_MINUTES", "480"),
];
const EVENING: &str = "2026-06-10T21:00:00+02:00";

/// Submits exactly what stands in the page, its old token too.
async fn submit(visitor: &Visitor, form: &Form, button: &str) -> Answer {
    let form = form.clone().set("do", button);
    visitor.ask(visitor.request(Method::POST, &form.action).form(&form.fields)).await
}

async fn log_in_again(visitor: &Visitor, refused: &Answer, persona: &str) -> Answer {
    let login = refused.page(401).attributes("main .ds-button", "href").remove(0);
    let page = visitor.page(&login).await;
    let back = page.attributes("main input[name=tilbake]", "value").remove(0);
    let answer = visitor.post("/logg-inn", &[("persona", persona), ("tilbake", &back)]).await;
    visitor.get(answer.location()).await
}

#[tokio::test]
async fn what_was_typed_is_there_after_logging_in_again() {
    for button in ["save", "check"] {
        let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
        let kari = app.logged_in("kari").await;
        let form = about(kari.form().await, "Kari Nordmann").set("answer-2", TEXT);
        app.set_time(EVENING);
        let refused = submit(&kari, &form, button).await;
        let page = refused.page(401);
        page.must_say("Det du skrev, er tatt vare på");
        assert_eq!(page.verbatim("p.verbatim"), [TEXT]);
        let cookie = refused.header("set-cookie").to_owned();
        for part in ["innspill-parkert=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7200"] {
            assert!(cookie.contains(part), "{part} in {cookie}");
        }
        assert_eq!(app.database.count("drafts"), 0);

        let page = log_in_again(&kari, &refused, "kari").await.page(200);
        page.must_say("Her er det du skrev");
        let found = page.form("form#svar");
        for (name, value) in [("answer-2", TEXT), ("name", "Kari Nordmann"), ("role", "self")] {
            assert_eq!(found.get(name), value);
        }
        // Looking again is no harm; saving ends it.
        assert_eq!(kari.form().await.get("answer-2"), TEXT);
        let saved = submit(&kari, &found, "save").await;
        assert_eq!(saved.location(), form_path());
        assert!(saved.header("set-cookie").contains("innspill-parkert=;"), "{:?}", saved.headers);
        assert_eq!((app.database.count("parked_forms"), app.database.count("drafts")), (0, 1));
        let page = kari.page(&form_path()).await;
        assert!(!page.says("Her er det du skrev"));
        assert_eq!(page.form("form#svar").get("answer-2"), TEXT);
    }
}

#[tokio::test]
async fn it_goes_on_from_the_draft_that_it_was_typed_over() {
    let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("answer-1", "Begynnelsen")).await.location();
    let form = kari.form().await.set("answer-1", "Begynnelsen og resten");
    app.set_time(EVENING);
    let refused = submit(&kari, &form, "save").await;
    let page = log_in_again(&kari, &refused, "kari").await.page(200);
    assert!(page.all("details.conflict").is_empty());
    let found = page.form("form#svar");
    assert_eq!((found.get("answer-1"), found.get("version")), ("Begynnelsen og resten", "1"));
    submit(&kari, &found, "save").await.location();
    assert_eq!(kari.form().await.get("answer-1"), "Begynnelsen og resten");
}

#[tokio::test]
async fn a_newer_draft_is_never_written_over_in_silence() {
    for keeps in [true, false] {
        let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
        let kari = app.logged_in("kari").await;
        kari.save(&about(kari.form().await, "Kari").set("answer-1", "Grunnlaget")).await.location();
        let form = kari.form().await.set("answer-1", "Fra den gamle fanen");
        app.set_time(EVENING);
        let on_the_phone = app.logged_in("kari").await;
        on_the_phone.save(&on_the_phone.form().await.set("answer-1", "Fra telefonen")).await.location();
        let refused = submit(&kari, &form, "save").await;
        let page = log_in_again(&kari, &refused, "kari").await.page(200);
        page.must_say("Kladden er endret et annet sted");
        assert_eq!(page.form("form#svar").get("answer-1"), "Fra den gamle fanen");
        assert_eq!(page.verbatim("details.conflict p.verbatim"), ["Fra telefonen"]);
        assert_eq!(on_the_phone.form().await.get("answer-1"), "Fra telefonen");
        if keeps {
            submit(&kari, &page.form("form#svar"), "save").await.location();
        } else {
            let take = page.attributes(".ds-alert a.ds-button", "href").remove(0);
            let left = kari.get(&take).await;
            assert!(left.header("set-cookie").contains("innspill-parkert=;"));
            assert_eq!(left.page(200).form("form#svar").get("answer-1"), "Fra telefonen");
        }
        let kept = if keeps { "Fra den gamle fanen" } else { "Fra telefonen" };
        let form = kari.page(&form_path()).await;
        assert!(form.all("details.conflict").is_empty());
        assert_eq!(form.form("form#svar").get("answer-1"), kept);
    }
}

#[tokio::test]
async fn nobody_else_at_the_same_machine_sees_it() {
    let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", TEXT);
    app.set_time(EVENING);
    let refused = submit(&kari, &form, "save").await;
    let page = log_in_again(&kari, &refused, "ola").await;
    assert!(!page.text().contains("to timer"));
    assert_eq!(page.page(200).form("form#svar").get("answer-1"), "");
    // Nor with a seal that was written by hand.
    let forged = form.set("begun", "2026-06-10T10:00:00.000Z 00");
    kari.post("/logg-ut", &[]).await.location();
    let refused = submit(&kari, &forged, "save").await;
    assert!(!log_in_again(&kari, &refused, "kari").await.text().contains("to timer"));
}

#[tokio::test]
async fn it_belongs_to_its_form_and_lasts_two_hours() {
    let other = sibling("annen", "Annen", "2026-06-01", "2026-06-30");
    let app = App::with_settings(vec![plan(), other], &EIGHT_HOURS).await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.set("answer-1", TEXT);
    app.set_time(EVENING);
    let refused = submit(&kari, &form, "save").await;
    log_in_again(&kari, &refused, "kari").await.page(200);
    assert_eq!(kari.form_at("/horinger/annen/innspill").await.get("answer-1"), "");
    assert_eq!(kari.form_at(&format!("/nn{}", form_path())).await.get("answer-1"), TEXT);
    // What is saved in another form takes nothing from this one.
    kari.save(&kari.form_at("/horinger/annen/innspill").await.set("answer-1", "Noe annet")).await.location();
    app.set_time("2026-06-10T22:59:59+02:00");
    assert_eq!(kari.form().await.get("answer-1"), TEXT);
    app.set_time("2026-06-10T23:00:00+02:00");
    assert_eq!(kari.form().await.get("answer-1"), "");
    assert_eq!(app.database.count("parked_forms"), 1);
    let swept = innspill::actions::park_form::forget_parked(
        &app.store,
        crate::helpers::rounds::at("2026-06-10T23:00:00+02:00"),
    );
    assert_eq!((swept.await.unwrap(), app.database.count("parked_forms")), (1, 0));
}

#[tokio::test]
async fn the_database_alone_cannot_read_it() {
    let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari Nordmann").set("answer-1", TEXT);
    app.set_time(EVENING);
    let refused = submit(&kari, &form, "save").await;
    let token = refused.header("set-cookie").split(['=', ';']).nth(1).unwrap().to_owned();
    assert_eq!(token.len(), 64);
    let parked: Vec<_> =
        app.database.dump().into_iter().filter(|(place, _)| place.starts_with("parked_forms.")).collect();
    assert_eq!(parked.len(), 4);
    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02X}")).collect::<String>();
    for (place, value) in parked {
        for word in ["timer", "Nordmann", PLAN, token.as_str()] {
            let found = value.contains(word) || value.to_uppercase().contains(&hex(word));
            assert!(!found, "{word} in {place}");
        }
    }
}

#[tokio::test]
async fn only_so_many_are_kept_and_each_browser_has_one() {
    let few = [EIGHT_HOURS.as_slice(), &[("INNSPILL__LIMITS__PARKED_FORMS", "2")]].concat();
    let app = App::with_settings(vec![plan()], &few).await;
    let (kari, ola, per) =
        (app.logged_in("kari").await, app.logged_in("ola").await, app.logged_in("per").await);
    let mut forms = Vec::new();
    for one in [&kari, &ola, &per] {
        forms.push(one.form().await.set("answer-1", TEXT));
    }
    app.set_time(EVENING);
    for _ in 0..3 {
        submit(&kari, &forms[0], "save").await.page(401);
    }
    assert_eq!(app.database.count("parked_forms"), 1);
    submit(&ola, &forms[1], "save").await.page(401);
    // No room: the text stands on the page to be copied, and nothing is promised.
    let full = submit(&per, &forms[2], "save").await;
    let page = full.page(401);
    assert!(!page.says("tatt vare på"));
    assert_eq!(page.verbatim("p.verbatim"), [TEXT]);
    assert_eq!((full.header("set-cookie"), app.database.count("parked_forms")), ("", 2));
    // Two hours later there is room, though no worker has been by.
    app.set_time("2026-06-10T23:00:01+02:00");
    assert!(submit(&per, &forms[2], "save").await.page(401).says("tatt vare på"));
}

#[tokio::test]
async fn begun_before_the_deadline_counts_though_the_session_ended() {
    let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
    app.set_time("2026-06-30T20:00:00+02:00");
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", TEXT);
    app.set_time("2026-07-01T06:00:00+02:00");
    let refused = submit(&kari, &form, "check").await;
    let found = log_in_again(&kari, &refused, "kari").await.page(200).form("form#svar");
    assert_eq!(found.get("answer-1"), TEXT);
    let reference = crate::helpers::people::reference_in(kari.send(&found).await.location());
    assert!(kari.text_of(&reference).await.contains("to timer"));
}

#[tokio::test]
async fn other_forms_show_what_was_typed() {
    let app = App::with_settings(vec![plan()], &EIGHT_HOURS).await;
    let arne = app.logged_in("administrator").await;
    let path = format!("/saksbehandling/{PLAN}/styring");
    let fields = [("do", "close"), ("reason_nb", "En lang begrunnelse")];
    app.set_time(EVENING);
    let answer = arne.ask(arne.request(Method::POST, &path).form(&fields)).await;
    let page = answer.page(401);
    assert_eq!(page.verbatim("p.verbatim"), ["En lang begrunnelse"]);
    assert!(page.attributes("main .ds-button", "href")[0].contains("styring"));
    assert_eq!(app.database.count("parked_forms"), 0);
}

#[tokio::test]
async fn a_fault_of_ours_keeps_the_text_on_the_page() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", TEXT).set("do", "save");
    app.database.break_with("ALTER TABLE drafts RENAME TO gone");
    let request = kari.request(Method::POST, &form_path()).header("origin", app.base.clone());
    let page = kari.ask(request.form(&form.fields)).await.page(500);
    assert_eq!(page.verbatim("p.verbatim"), [TEXT]);
    let again = page.form("main form");
    app.database.break_with("ALTER TABLE gone RENAME TO drafts");
    kari.save(&again.without("do")).await.location();
    assert_eq!(kari.form().await.get("answer-1"), TEXT);
}

#[tokio::test]
async fn whoever_came_in_by_a_letter_loses_nothing_either() {
    use innspill::domain::way_in::WayIn;
    let mut round = plan();
    round.who_may_answer = WayIn::EMail;
    let app = App::with_settings(vec![round], &EIGHT_HOURS).await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", TEXT);
    app.set_time(EVENING);
    let refused = submit(&kari, &form, "save").await;
    let page = refused.page(401);
    page.must_say("Det du skrev, er tatt vare på");
    // The round's own way in, and back to the form.
    let way = page.attributes("main .ds-button", "href").remove(0);
    assert!(way.contains("/e-post?tilbake="), "{way}");
    kari.post("/logg-inn", &[("persona", "kari")]).await.location();
    assert_eq!(kari.form().await.get("answer-1"), TEXT);
}
