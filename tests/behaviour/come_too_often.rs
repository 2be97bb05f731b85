//! Everyone has a quota, by the service's own clock: enough for a school, too little for a machine.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, plan};
use reqwest::Method;

const TOO_MANY: &str = "Det kom for mye på kort tid";

async fn start(quotas: &[(&str, &str)]) -> App {
    let settings: Vec<(String, &str)> =
        quotas.iter().map(|(name, value)| (format!("INNSPILL__LIMITS__{name}"), *value)).collect();
    let settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    App::with_settings(vec![plan()], &settings).await
}

async fn log_in(visitor: &Visitor, persona: &str, forwarded_for: &str) -> u16 {
    let request = visitor.posting("/logg-inn").await.header("x-forwarded-for", forwarded_for);
    visitor.ask(request.form(&[("persona", persona)])).await.status
}

#[tokio::test]
async fn a_school_class_behind_one_address_can_log_in_save_and_send_within_five_minutes() {
    let app = App::start().await;
    let mut references = std::collections::HashSet::new();
    for number in 0..35 {
        let pupil = app.logged_in(&format!("elev-{number}")).await;
        let form = about(pupil.form().await, &format!("Elev {number}")).set("answer-1", "Hei");
        // Twenty saves each: one every fifteen seconds.
        for save in 0..20 {
            let form = pupil.form().await.set_all(
                &form
                    .fields
                    .iter()
                    .filter(|(name, _)| !["version", "draft", "begun", "skjemakode"].contains(&name.as_str()))
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect::<Vec<_>>(),
            );
            let form = form.set("answer-2", &format!("Lagret {save}"));
            assert_eq!(pupil.save(&form).await.location(), form_path());
        }
        references.insert(reference_in(pupil.send(&pupil.form().await).await.location()));
    }
    assert_eq!(references.len(), 35);
}

#[tokio::test]
async fn too_many_logins_wait_and_then_go_on() {
    let app = start(&[("LOGIN__ADDRESS", "5")]).await;
    let visitor = app.visitor();
    for _ in 0..5 {
        assert_eq!(visitor.post("/logg-inn", &[("persona", "kari")]).await.status, 303);
    }
    let answer = visitor.post("/logg-inn", &[("persona", "kari")]).await;
    assert_eq!(answer.header("retry-after"), "61");
    let page = answer.page(429);
    assert_eq!(page.text("h1"), TOO_MANY);
    page.must_say("Vent 2 minutter og prøv igjen.");
    let request = visitor.posting("/en/logg-inn").await.header("accept", "application/json");
    let problem = visitor.ask(request.form(&[("persona", "kari")])).await;
    assert_eq!(problem.header("content-type"), "application/problem+json");
    assert_eq!(problem.json(429)["title"], "Too much came in a short time");
    assert_eq!(problem.header("retry-after"), "61");
    // Reading has no quota, nor has anything else been used up.
    visitor.page("/").await;
    assert_eq!(visitor.save(&visitor.form().await.set("answer-1", "Ja")).await.status, 303);
    app.set_time("2026-06-10T12:01:01+02:00");
    assert_eq!(visitor.post("/logg-inn", &[("persona", "kari")]).await.status, 303);
}

#[tokio::test]
async fn what_was_typed_is_on_the_page_ready_to_be_sent_when_the_time_has_passed() {
    let app = start(&[("SAVING__SESSION", "2")]).await;
    let kari = app.logged_in("kari").await;
    for number in 1..=2 {
        kari.save(&kari.form().await.set("answer-1", &format!("{number}"))).await.location();
    }
    let form = kari.form().await.set("answer-1", "Det siste").set("do", "save");
    let request = kari.posting(&form_path()).await.header("origin", app.base.clone());
    let page = kari.ask(request.form(&form.fields)).await.page(429);
    assert_eq!(page.verbatim("p.verbatim"), ["Det siste"]);
    let again = page.form("main form");
    assert_eq!(kari.form().await.get("answer-1"), "2");
    app.set_time("2026-06-10T12:03:00+02:00");
    assert_eq!(kari.submit(&again, None).await.location(), form_path());
    assert_eq!(kari.form().await.get("answer-1"), "Det siste");
}

#[tokio::test]
async fn a_person_has_one_quota_whatever_their_sessions_and_another_person_their_own() {
    let app = start(&[("SENDING__PERSON", "3"), ("SENDING__SESSION", "2")]).await;
    let withdraw = "/mine-innspill/ABCD2345/trekk";
    let (home, bus) = (app.logged_in("kari").await, app.logged_in("kari").await);
    let statuses = [
        home.post(withdraw, &[]).await.status,
        home.post(withdraw, &[]).await.status,
        home.post(withdraw, &[]).await.status,
        bus.post(withdraw, &[]).await.status,
        bus.post(withdraw, &[]).await.status,
        app.logged_in("ola").await.post(withdraw, &[]).await.status,
    ];
    assert_eq!(statuses, [404, 404, 429, 404, 429, 404]);
}

#[tokio::test]
async fn only_a_proxy_of_ours_is_believed_about_where_someone_comes_from() {
    // Straight from the net: the header is invented.
    let app = start(&[("LOGIN__ADDRESS", "2")]).await;
    let visitor = app.visitor();
    for (address, status) in [("192.0.2.1", 303), ("192.0.2.2", 303), ("192.0.2.3", 429)] {
        assert_eq!(log_in(&visitor, "kari", address).await, status, "{address}");
    }
    // Behind a proxy: the one that it saw, and an IPv6 network is one.
    let behind = [("LOGIN__ADDRESS", "2"), ("TRUSTED_PROXIES", "127.0.0.0/8, 10.1.0.0/16")];
    let app = start(&behind).await;
    for (address, status) in [
        ("192.0.2.1", 303),
        ("192.0.2.1", 303),
        ("192.0.2.1", 429),
        ("8.8.8.8, 192.0.2.1", 429),
        ("8.8.8.8, 192.0.2.1, 10.1.2.3", 429),
        ("192.0.2.2", 303),
        ("2001:db8::1", 303),
        ("2001:db8::ffff", 303),
        ("2001:db8::abcd:1", 429),
        ("2001:db8:0:1::1", 303),
    ] {
        assert_eq!(log_in(&app.visitor(), "kari", address).await, status, "{address}");
    }
}

#[tokio::test]
async fn trying_without_a_session_or_a_token_counts_too() {
    let app = start(&[("SENDING__ADDRESS", "3")]).await;
    let visitor = app.visitor();
    let send = format!("{}/kontroll", form_path());
    for status in [401, 401, 401, 429] {
        let request = visitor.request(Method::POST, &send).header("cookie", "innspill=gjettet");
        let fields = [("draft", "018f0000-0000-7000-8000-000000000000"), ("version", "1")];
        assert_eq!(visitor.ask(request.form(&fields)).await.status, status);
    }
}

#[tokio::test]
async fn searching_is_counted_and_reading_is_not() {
    let app = start(&[("SEARCH__ADDRESS", "2")]).await;
    let visitor = app.visitor();
    for status in [200, 200, 429] {
        assert_eq!(visitor.get("/?sok=barnevern").await.status, status);
    }
    for _ in 0..5 {
        visitor.page(&format!("/horinger/{PLAN}")).await;
    }
}

#[tokio::test]
async fn letters_with_links_are_not_asked_for_without_end() {
    let mut round = plan();
    round.who_may_answer = innspill::domain::way_in::WayIn::EMail;
    let app = App::with_settings(vec![round], &[("INNSPILL__LIMITS__LINKS__ADDRESS", "3")]).await;
    let visitor = app.visitor();
    let path = format!("/horinger/{PLAN}/e-post");
    let form = visitor.page(&path).await.form("main form");
    for (number, status) in [303, 303, 303, 429].into_iter().enumerate() {
        let address = format!("kari-{number}@example.org");
        let answer = visitor.submit(&form.clone().set("address", &address), None).await;
        assert_eq!(answer.status, status, "{number}");
    }
    assert_eq!(app.mail().await.len(), 3);
}
