//! An administrator reads the audit log: filtered, page by page, and as a file.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::PLAN;

const LOG: &str = "/saksbehandling/logg";

/// What the rows say that happened.
fn events(page: &Page) -> Vec<String> {
    page.texts("tbody tr td:nth-child(2)")
}

async fn some_history(app: &App) -> (Visitor, String) {
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
    app.mail().await;
    app.set_time("2026-06-11T12:00:00+02:00");
    app.logged_in("leser").await.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    let siri = app.logged_in("saksbehandler").await;
    siri.post(&format!("/saksbehandling/{PLAN}/eksport"), &[("file", "csv")]).await;
    app.set_time("2026-06-12T12:00:00+02:00");
    (app.logged_in("administrator").await, reference)
}

/// Writes a line behind the service's back: actor, event, subject.
fn insert_line(app: &App, id: uuid::Uuid, at: &str, [actor, event, subject]: [&str; 3]) {
    let is_sqlite = app.database.url().starts_with("sqlite");
    let id = if is_sqlite { format!("x'{}'", id.simple()) } else { format!("'{id}'") };
    app.database.break_with(&format!(
        "INSERT INTO audit_log (id, at, actor, event, subject) \
         VALUES ({id}, '{at}', '{actor}', '{event}', '{subject}')"
    ));
}

#[tokio::test]
async fn only_administrators_may_read_it() {
    let app = App::start().await;
    assert_eq!(app.visitor().get(LOG).await.location(), "/logg-inn?tilbake=%2Fsaksbehandling%2Flogg");
    for persona in ["kari", "leser", "saksbehandler"] {
        let visitor = app.logged_in(persona).await;
        assert_eq!(visitor.get(LOG).await.status, 403, "{persona}");
        assert_eq!(visitor.post(LOG, &[]).await.status, 403, "{persona}");
        assert!(!visitor.get("/saksbehandling").await.text().contains(LOG), "{persona}");
    }
    let arne = app.logged_in("administrator").await;
    assert!(arne.page("/saksbehandling").await.attributes("nav a", "href").contains(&LOG.to_owned()));
}

#[tokio::test]
async fn it_says_what_happened_newest_first_in_every_language() {
    let app = App::start().await;
    let (arne, reference) = some_history(&app).await;
    let page = arne.page(LOG).await;
    assert_eq!(
        events(&page),
        [
            "Logg lest",
            "Ansatt logget inn",
            "Innspill eksportert",
            "Ansatt logget inn",
            "Innspill lest",
            "Ansatt logget inn",
            "E-post sendt",
            "Innspill mottatt",
            "Kladd begynt",
            "Høring lagt inn"
        ]
    );
    assert_eq!(
        page.texts("tbody tr:nth-child(5) > *"),
        ["11. juni 2026 kl. 12.00.00", "Innspill lest", &reference, "Lise Leservik (leser)"]
    );
    assert_eq!(page.texts("tbody tr:nth-child(8) td").last().unwrap(), "Innbygger");
    assert_eq!(events(&arne.page(&format!("/nn{LOG}")).await)[4], "Innspel lese");
    assert_eq!(events(&arne.page(&format!("/en{LOG}")).await)[4], "Submission read");
}

#[tokio::test]
async fn reading_it_is_logged_once_an_hour_and_taking_it_out_every_time() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    assert_eq!(app.events_of(arne.page(LOG)).await, ["log.read"]);
    assert_eq!(app.events_of(arne.page(&format!("{LOG}?gjelder=Kari+Nordmann"))).await, Vec::<String>::new());
    assert_eq!(app.events_of(arne.post(LOG, &[])).await, ["log.exported"]);
    assert_eq!(app.events_of(arne.post(LOG, &[])).await, ["log.exported"]);
    let subjects =
        app.database.values("SELECT subject AS value FROM audit_log WHERE event LIKE 'log.%' ORDER BY id");
    assert_eq!(subjects, ["log", "log: 3 lines", "log: 4 lines"]);
}

#[tokio::test]
async fn it_is_filtered_by_time_event_actor_and_subject() {
    let app = App::start().await;
    let (arne, reference) = some_history(&app).await;
    for (query, expected) in [
        ("fra=2026-06-11&til=2026-06-11&gjelder={PLAN}".replace("{PLAN}", PLAN), vec!["Innspill eksportert"]),
        ("til=2026-06-10&hendelse=letter.sent".to_owned(), vec!["E-post sendt"]),
        ("hvem=worker".to_owned(), vec!["E-post sendt"]),
        ("hvem=citizen".to_owned(), vec!["Innspill mottatt", "Kladd begynt"]),
        ("ansatt=leser".to_owned(), vec!["Innspill lest", "Ansatt logget inn"]),
        ("til=2026-06-10&ansatt=leser".to_owned(), vec![]),
        ("fra=2026-06-12&ansatt=leser".to_owned(), vec![]),
        ("hvem=reader:leser&hendelse=submission.read".to_owned(), vec!["Innspill lest"]),
        (format!("gjelder={}", reference.to_lowercase()), vec!["Innspill lest", "Innspill mottatt"]),
        (format!("gjelder={PLAN}&hvem=command-line"), vec!["Høring lagt inn"]),
        (format!("gjelder={PLAN}&ansatt=saksbehandler"), vec!["Innspill eksportert"]),
        ("gjelder=pla".to_owned(), vec![]),
        ("gjelder=%25".to_owned(), vec![]),
        ("gjelder='%3B--&ansatt=\"".to_owned(), vec![]),
        ("ansatt=siri%3A".to_owned(), vec![]),
    ] {
        let page = arne.page(&format!("{LOG}?{query}")).await;
        assert_eq!(events(&page), expected, "{query}");
        assert_eq!(page.says("Ingen linjer passer"), expected.is_empty(), "{query}");
    }
    let page = arne.page(&format!("{LOG}?gjelder={reference}&hendelse=submission.read&fra=2026-06-01")).await;
    let form = page.form("main form[method=get]");
    assert_eq!((form.get("gjelder"), form.get("fra")), (reference.as_str(), "2026-06-01"));
    assert_eq!(page.attributes("option[selected]", "value"), ["submission.read"]);
}

#[tokio::test]
async fn a_date_that_does_not_exist_is_a_mistake_at_its_field() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let page = arne.get(&format!("{LOG}?fra=2026-02-30")).await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#fra"]);
    assert_eq!(page.attributes("#fra", "aria-invalid"), ["true"]);
    let page = arne.get(&format!("{LOG}?fra=2026-06-02&til=2026-06-01")).await.page(422);
    assert_eq!(page.text("#til-mistake"), "Den siste dagen er før den første");
    assert_eq!(arne.post(LOG, &[("fra", "x")]).await.status, 400);
}

#[tokio::test]
async fn a_long_log_is_read_page_by_page_without_losing_or_repeating_a_line() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let insert = |number: usize| {
        // Several share one moment, so that a page ends between them.
        let at = format!("2026-06-01T10:{:02}:00.000Z", number / 40);
        insert_line(&app, uuid::Uuid::now_v7(), &at, ["worker", "letter.sent", &format!("no-{number}")]);
    };
    (0..120).for_each(insert);
    let filter = "hendelse=letter.sent";
    let mut seen = Vec::new();
    let mut path = format!("{LOG}?{filter}");
    let mut backwards = Vec::new();
    loop {
        let page = arne.page(&path).await;
        seen.extend(page.texts("tbody td:nth-child(3)"));
        backwards.push(page.texts("tbody td:nth-child(3)"));
        match page.attributes("nav.pages a[rel=next]", "href").first() {
            Some(next) => path = next.clone(),
            None => break,
        }
    }
    let expected: Vec<String> = (0..120).rev().map(|number| format!("no-{number}")).collect();
    assert_eq!(seen, expected);
    assert_eq!(backwards.len(), 3);
    let page = arne.page(&path).await;
    let page = arne.page(&page.attributes("nav.pages a[rel=prev]", "href")[0]).await;
    assert_eq!(page.texts("tbody td:nth-child(3)"), backwards[1]);
    let page = arne.page(&page.attributes("nav.pages a[rel=prev]", "href")[0]).await;
    assert_eq!(page.texts("tbody td:nth-child(3)"), backwards[0]);
    assert_eq!(page.attributes("nav.pages a[rel=prev]", "href"), Vec::<String>::new());
    arne.page(&format!("{LOG}?eldre=rubbish&nyere=1.2")).await;
}

#[tokio::test]
async fn the_file_has_the_lines_of_the_filter_with_neutralised_cells() {
    let app = App::start().await;
    let (arne, reference) = some_history(&app).await;
    let page = arne.page(&format!("{LOG}?gjelder={reference}&hendelse=submission.received")).await;
    let answer = arne.submit(&page.form("main form[method=post]"), None).await;
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"logg-2026-06-12.csv\"");
    let text = answer.text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "\u{feff}at;actor;event;subject;line");
    assert!(
        lines[1]
            .starts_with(&format!("2026-06-10T12:00:00.000+02:00;citizen;submission.received;{reference};"))
    );
    assert_eq!(lines.len(), 2);
    let hostile = [("gjelder", "=cmd\0|' /C calc'!A0"), ("ansatt", "@x")];
    let answer = arne.post(LOG, &hostile).await;
    assert_eq!((answer.status, answer.text().lines().count()), (200, 1));
}

#[tokio::test]
async fn a_line_from_a_newer_version_is_shown_as_it_stands() {
    let app = App::start().await;
    let line = ["<b>robot", "moon.landed", "<script>alert(1)</script>"];
    insert_line(&app, uuid::Uuid::from_u128(7), "2026-06-10T10:00:00.000Z", line);
    let page = app.logged_in("administrator").await.page(&format!("{LOG}?til=2026-06-10")).await;
    assert!(events(&page).contains(&"moon.landed".to_owned()));
    page.must_say("<b>robot");
    assert!(page.all("main script").is_empty());
}

#[tokio::test]
async fn the_worker_seals_what_stands_in_it() {
    let app = App::start().await;
    some_history(&app).await;
    app.set_time("2026-06-12T12:00:06+02:00");
    let unsealed = "audit_log WHERE seal_number IS NULL";
    let lines = app.database.count("audit_log");
    assert_eq!(app.worker.seal_due().await.unwrap(), lines);
    assert_eq!((app.database.count(unsealed), app.database.count("audit_seals")), (0, 1));
    assert_eq!(app.worker.seal_due().await.unwrap(), 0);
}

#[tokio::test]
async fn every_event_has_words() {
    let app = App::start().await;
    let page = app.logged_in("administrator").await.page(LOG).await;
    let (values, words) = (page.attributes("option", "value"), page.texts("option"));
    assert!(values.len() > 40);
    let bare: Vec<_> = values.iter().zip(&words).filter(|(value, words)| value == words).collect();
    assert!(bare.is_empty(), "{bare:?}");
}
