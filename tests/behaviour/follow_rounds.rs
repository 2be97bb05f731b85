//! Following the rounds with a feed reader, and their deadlines with a calendar.

use crate::helpers::app::App;
use crate::helpers::rounds::{PLAN, plan, sibling};
use innspill::exports::round_file::RoundFile;
use reqwest::Method;

/// A round that nobody but staff may see.
pub fn draft() -> RoundFile {
    let mut draft = sibling("kladd", "En kladd", "2026-06-01", "2026-06-30");
    draft.published = false;
    draft
}

/// A round that is published by itself when its time comes.
pub async fn publish_ahead(app: &App, slug: &'static str, at: &str) {
    let at = at.parse().unwrap();
    let change = app.store.change::<(), std::convert::Infallible, _>(move |tx| {
        use innspill::domain::audit::{Actor, AuditEntry, Event};
        let mut round = innspill::store::consultations::find_by_slug(tx, slug)?.unwrap();
        round.published_at = Some(at);
        innspill::store::consultations::update_window(tx, &round)?;
        let audit =
            AuditEntry { at, actor: Actor::CommandLine, event: Event::RoundImported, subject: slug.into() };
        Ok(innspill::store::Change { result: (), audit })
    });
    change.await.unwrap();
}

#[tokio::test]
async fn the_feed_has_what_is_public_and_nothing_else() {
    let coming = sibling("kommer", "Kommer", "2026-07-01", "2026-07-31");
    let app =
        App::with(vec![plan(), draft(), coming, sibling("ahead", "Siden", "2026-06-01", "2026-07-31")]).await;
    publish_ahead(&app, "ahead", "2026-06-20T08:00:00+02:00").await;
    for person in [app.visitor(), app.logged_in("administrator").await] {
        let feed = person.get("/horinger.atom").await;
        assert_eq!(feed.status, 200);
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        let text = feed.text();
        assert!(text.contains(&format!("href=\"{}/horinger/{PLAN}\"", app.base)), "{text}");
        assert!(text.contains("<title>Kommer</title>"), "{text}");
        assert!(!text.contains("kladd") && !text.contains("Siden"), "{text}");
        // As on the round's page: whom to ask stands there, and not here.
        assert!(!text.contains("plan.barnevern@example.org"), "{text}");
        assert_eq!(feed.header("set-cookie"), "");
    }
    app.set_time("2026-06-20T08:00:00+02:00");
    let text = app.visitor().get("/horinger.atom").await.text();
    assert!(text.contains("<title>Siden</title>"), "{text}");
    assert!(text.find("Siden") < text.find(PLAN), "the last published comes first: {text}");
}

#[tokio::test]
async fn the_feed_is_in_the_readers_language_and_the_pages_lead_to_it() {
    let app = App::start().await;
    for (prefix, language, title) in [
        ("", "nb", "Høringer fra Bergen kommune"),
        ("/nn", "nn", "Høyringar frå Bergen kommune"),
        ("/en", "en", "Consultations from Bergen kommune"),
    ] {
        let page = app.visitor().page(&format!("{prefix}/")).await;
        let to = page.attributes("link[type='application/atom+xml']", "href");
        assert_eq!(to, [format!("{prefix}/horinger.atom")]);
        let text = app.visitor().get(&to[0]).await.text();
        assert!(text.contains(&format!("xml:lang=\"{language}\"")) && text.contains(title), "{text}");
    }
}

#[tokio::test]
async fn a_decision_is_news_and_what_is_no_news_is_not_sent_again() {
    let app = App::start().await;
    let reader = app.visitor();
    let first = reader.get("/horinger.atom").await;
    let again = |answer: &crate::helpers::page::Answer| {
        reader
            .request(Method::GET, "/horinger.atom")
            .header("if-none-match", answer.header("etag").to_owned())
    };
    let since = |answer: &crate::helpers::page::Answer| {
        reader
            .request(Method::GET, "/horinger.atom")
            .header("if-modified-since", answer.header("last-modified").to_owned())
    };
    for request in [again(&first), since(&first)] {
        let answer = reader.ask(request).await;
        assert_eq!((answer.status, answer.body.len()), (304, 0));
        assert_eq!(answer.header("etag"), first.header("etag"));
    }
    app.set_time("2026-06-11T12:00:00+02:00");
    let form = [
        ("do", "extend"),
        ("until_date", "2026-07-10"),
        ("reason_nb", "Flere ba om det"),
        ("reason_nn", "Fleire bad om det"),
    ];
    let administrator = app.logged_in("administrator").await;
    administrator.post(&format!("/saksbehandling/{PLAN}/styring"), &form).await.location();
    let answer = reader.ask(since(&first)).await;
    assert_eq!(answer.status, 200);
    let text = reader.ask(again(&first)).await.text();
    assert!(text.contains("<updated>2026-06-11T10:00:00.000Z</updated>"), "{text}");
    assert!(text.contains("Frist: til og med 10. juli 2026"), "{text}");
    let calendar = reader.get(&format!("/horinger/{PLAN}/frist.ics")).await.text();
    assert!(calendar.contains("SEQUENCE:1") && calendar.contains("VALUE=DATE:20260710"), "{calendar}");
}

#[tokio::test]
async fn the_rounds_page_has_the_deadline_for_a_calendar() {
    let app = App::with(vec![plan(), draft()]).await;
    let reader = app.visitor();
    let page = reader.page(&format!("/nn/horinger/{PLAN}")).await;
    let to = page.attributes("a[type='text/calendar']", "href");
    assert_eq!(to, [format!("/nn/horinger/{PLAN}/frist.ics")]);
    let calendar = reader.get(&to[0]).await;
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(calendar.header("content-disposition"), format!("attachment; filename=\"{PLAN}.ics\""));
    let text = calendar.text();
    assert!(text.contains("SUMMARY;LANGUAGE=nn:Høyringsfrist: Handlingsplan for barnevernet"), "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20260630"), "{text}");
    for person in [app.visitor(), app.logged_in("administrator").await] {
        person.get("/horinger/kladd/frist.ics").await.page(404);
        person.get("/horinger/finnes-ikke/frist.ics").await.page(404);
    }
    // When it is over there is nothing to remember.
    app.set_time("2026-07-01T00:00:00+02:00");
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert!(page.all("a[type='text/calendar']").is_empty());
}
