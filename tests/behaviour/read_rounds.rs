//! Reading what is on hearing.

use crate::helpers::app::App;
use crate::helpers::rounds::{PLAN, plan, sibling};
use reqwest::Method;

fn six_rounds() -> Vec<innspill::exports::round_file::RoundFile> {
    let mut draft = sibling("kladd", "En kladd", "2026-06-01", "2026-06-30");
    draft.published = false;
    vec![
        sibling("lukket-lenge", "Lukket lenge", "2026-01-01", "2026-01-31"),
        sibling("kommer-sist", "Kommer sist", "2026-09-01", "2026-09-30"),
        plan(),
        draft,
        sibling("lukket-nylig", "Lukket nylig", "2026-05-01", "2026-05-31"),
        sibling("haster", "Haster", "2026-06-01", "2026-06-11"),
        sibling("kommer-snart", "Kommer snart", "2026-07-01", "2026-07-31"),
    ]
}

#[tokio::test]
async fn open_rounds_come_first_then_coming_then_closed() {
    let app = App::with(six_rounds()).await;
    let page = app.visitor().page("/").await;
    assert_eq!(page.texts("main h2"), ["Åpne for innspill", "Åpner snart", "Avsluttet"]);
    assert_eq!(
        page.texts("main h3"),
        [
            "Haster",
            "Handlingsplan for barnevernet",
            "Kommer snart",
            "Kommer sist",
            "Lukket nylig",
            "Lukket lenge"
        ]
    );
}

#[tokio::test]
async fn the_round_says_until_when_and_whom_to_ask() {
    let app = App::with(six_rounds()).await;
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(page.text("h1"), "Handlingsplan for barnevernet");
    assert_eq!(page.text(".deadline__left"), "20 dager igjen");
    assert_eq!(page.text(".deadline__moment"), "Frist: til og med 30. juni 2026");
    assert_eq!(page.row("Kunngjort"), "1. juni 2026");
    assert_eq!(page.row("Saksnummer"), "byrådssak 1016/23");
    assert_eq!(page.row("Ansvarlig"), "Etat for barn og familie");
    assert!(page.row("Kontakt").contains("plan.barnevern@example.org"));
    assert_eq!(page.attributes(".round-card a", "href"), [format!("/horinger/{PLAN}/innspill")]);
    page.must_say("Kommunen skal ha en plan for hvordan den forebygger omsorgssvikt");
    let siblings = page.attributes("main .document-list a", "href");
    assert!(siblings.contains(&"/horinger/haster".to_owned()), "{siblings:?}");
    assert!(!siblings.contains(&"/horinger/kladd".to_owned()), "{siblings:?}");
}

#[tokio::test]
async fn the_picture_has_words_for_those_who_do_not_see_it() {
    let app = App::start().await;
    let page = app.visitor().page(&format!("/en/horinger/{PLAN}")).await;
    let alt = page.attributes("figure img", "alt");
    assert!(alt[0].starts_with("Illustration of an evening outside a library"), "{alt:?}");
    assert!(page.text("figcaption").ends_with("Illustrasjon: Innspill"));
}

#[tokio::test]
async fn every_language_has_its_own_addresses_and_leads_to_the_others() {
    let app = App::start().await;
    for (prefix, lang, deadline) in [
        ("", "nb", "Frist: til og med 30. juni 2026"),
        ("/nn", "nn", "Frist: til og med 30. juni 2026"),
        ("/en", "en", "Deadline: up to and including 30 June 2026"),
    ] {
        let page = app.visitor().page(&format!("{prefix}/horinger/{PLAN}")).await;
        assert_eq!(page.attributes("html", "lang"), [lang]);
        assert_eq!(page.text(".deadline__moment"), deadline);
        let others = page.attributes(".languages a", "href");
        assert_eq!(others, ["", "/nn", "/en"].map(|other| format!("{other}/horinger/{PLAN}")));
        assert_eq!(page.attributes(".round-card a", "href"), [format!("{prefix}/horinger/{PLAN}/innspill")]);
    }
}

#[tokio::test]
async fn a_language_without_the_slash_leads_to_its_front_page() {
    let app = App::start().await;
    let answer = app.visitor().get("/nn").await;
    assert!((300..400).contains(&answer.status), "{}", answer.status);
    assert_eq!(answer.header("location"), "/nn/");
    assert_eq!(app.visitor().page("/nn/").await.attributes("html", "lang"), ["nn"]);
}

#[tokio::test]
async fn a_text_that_is_only_in_bokmal_says_so_and_is_marked() {
    let app = App::with(vec![sibling("bare-bokmal", "Bare bokmål", "2026-06-01", "2026-06-30")]).await;
    let page = app.visitor().page("/en/horinger/bare-bokmal").await;
    assert_eq!(page.attributes("h1", "lang"), ["nb"]);
}

#[tokio::test]
async fn a_draft_is_seen_by_staff_only() {
    let app = App::with(six_rounds()).await;
    let citizen = app.logged_in("kari").await;
    for visitor in [app.visitor(), citizen] {
        assert!(!visitor.page("/").await.says("En kladd"));
        assert_eq!(visitor.get("/horinger/kladd").await.status, 404);
        assert_eq!(visitor.get("/horinger/kladd/dokumenter/utkast.pdf").await.status, 404);
    }
    let reader = app.logged_in("leser").await;
    reader.page("/horinger/kladd").await.must_say("En kladd");
    // What nobody may answer yet, staff may not either.
    assert_eq!(reader.get("/horinger/kladd/innspill").await.status, 404);
}

#[tokio::test]
async fn what_is_not_there_says_so_in_the_readers_language() {
    let app = App::start().await;
    for (path, heading, home) in [
        ("/finnes-ikke", "Vi finner ikke siden", "/"),
        ("/horinger/finnes-ikke", "Vi finner ikke siden", "/"),
        ("/nn/horinger/finst-ikkje", "Vi finn ikkje sida", "/nn/"),
        ("/en/horinger/not-there", "We cannot find the page", "/en/"),
        ("/nn/finst/slett/ikkje", "Vi finn ikkje sida", "/nn/"),
        ("/en/static/1/app.css", "We cannot find the page", "/en/"),
    ] {
        let page = app.visitor().get(path).await.page(404);
        assert_eq!(page.text("h1"), heading, "{path}");
        assert_eq!(page.attributes("main .ds-button", "href"), [home], "{path}");
    }
}

#[tokio::test]
async fn asking_for_the_head_only_gives_the_head_of_the_page() {
    let app = App::start().await;
    for path in ["/", "/nn/", &format!("/horinger/{PLAN}"), "/health/live"] {
        let (visitor, whole) = (app.visitor(), app.visitor().get(path).await);
        let head = visitor.ask(visitor.request(Method::HEAD, path)).await;
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
        assert_eq!(head.header("content-type"), whole.header("content-type"), "{path}");
        assert_eq!(head.header("content-length"), whole.body.len().to_string(), "{path}");
    }
    let visitor = app.visitor();
    assert_eq!(visitor.ask(visitor.request(Method::HEAD, "/finnes-ikke")).await.status, 404);
}

#[tokio::test]
async fn the_service_says_that_it_lives_and_can_work() {
    let app = App::start().await;
    assert_eq!(app.visitor().get("/health/live").await.text(), "ok\n");
    assert_eq!(app.visitor().get("/health/ready").await.text(), "ready\n");
}

#[tokio::test]
async fn style_sheets_and_script_are_kept_for_ever_under_their_version() {
    let app = App::start().await;
    let page = app.visitor().page("/").await;
    let mut files = page.attributes("link[rel=stylesheet]", "href");
    files.extend(page.attributes("script[src]", "src"));
    files.extend(page.attributes("img[src]", "src"));
    assert!(files.len() >= 5, "{files:?}");
    for file in files {
        let answer = app.visitor().get(&file).await;
        assert_eq!(answer.status, 200, "{file}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert!(!answer.body.is_empty());
    }
    assert_eq!(app.visitor().get("/static/0000000000000000/app.css").await.status, 404);
}
