//! Finding one's way among many rounds: searching, filtering and turning pages, each with an address.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::rounds::{PLAN, plan, sibling};
use innspill::exports::round_file::RoundFile;

/// `count` rounds that are open, `count` that come and `count` that are over.
fn many(count: usize) -> Vec<RoundFile> {
    let named = |sort: &str, opens_on: &'static str, closes_on: &'static str| {
        let sort = sort.to_owned();
        (1..=count).map(move |number| {
            let slug = format!("{sort}-{number:03}");
            sibling(&slug, &format!("{sort} {number:03}"), opens_on, closes_on)
        })
    };
    named("open", "2026-06-01", "2026-06-20")
        .chain(named("kommer", "2026-07-01", "2026-07-31"))
        .chain(named("over", "2026-01-01", "2026-01-31"))
        .collect()
}

fn titles(page: &Page) -> Vec<String> {
    page.texts("main h3")
}

/// Four rounds that differ in all that one may search for.
async fn four() -> App {
    let mut bridge = sibling("bru", "Ny bru over Ærfjorden", "2025-03-01", "2025-04-15");
    bridge.case_number = "2025/1234".to_owned();
    bridge.unit.nb = "Bymiljøetaten".to_owned();
    let mut school = sibling("skole", "Skolebruksplan", "2026-06-01", "2026-06-20");
    school.lede.nb = "Hvor skal barna gå på SKOLE?".to_owned();
    school.lede.nn = Some("Kvar skal borna gå på skule?".to_owned());
    App::with(vec![plan(), bridge, school, sibling("kommer", "Kommer", "2026-08-01", "2026-08-31")]).await
}

#[tokio::test]
async fn a_search_finds_title_lede_and_case_number_in_any_case_and_language() {
    let app = four().await;
    for (search, found) in [
        ("ærfjorden", vec!["Ny bru over Ærfjorden"]),
        ("ÆRFJORDEN BRU", vec!["Ny bru over Ærfjorden"]),
        ("2025/1234", vec!["Ny bru over Ærfjorden"]),
        ("BORNA", vec!["Skolebruksplan"]),
        ("bru", vec!["Skolebruksplan", "Ny bru over Ærfjorden"]),
        ("bru finnes-ikke", vec![]),
    ] {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("sok", search).finish();
        let page = app.visitor().page(&format!("/?{query}")).await;
        assert_eq!(titles(&page), found, "{search}");
        assert_eq!(page.attributes("#sok", "value"), [search]);
    }
    // What means something to the database means nothing here.
    let page = app.visitor().page("/?sok=%25").await;
    assert_eq!(titles(&page).len(), 4);
}

#[tokio::test]
async fn filters_narrow_the_list_and_say_how_many_are_left() {
    let app = four().await;
    let page = app.visitor().page("/?aar=2025").await;
    assert_eq!(titles(&page), ["Ny bru over Ærfjorden"]);
    assert_eq!(page.text(".search__found"), "1 høring passer til søket. Nullstill søket");
    assert_eq!(page.attributes(".search__found a", "href"), ["/"]);
    let page = app.visitor().page("/?enhet=Bymilj%C3%B8etaten").await;
    assert_eq!(titles(&page), ["Ny bru over Ærfjorden"]);
    let page = app.visitor().page("/nn/?status=kommer&sok=&aar=&enhet=").await;
    assert_eq!(page.attributes("main h3 a", "href"), ["/nn/horinger/kommer"]);
    assert_eq!(page.texts("#status option[selected]"), ["Opnar snart"]);
    let page = app.visitor().page("/?status=apen&aar=2025").await;
    assert_eq!(page.text(".search__found"), "Ingen høringer passer til søket. Nullstill søket");
    page.must_say("Prøv andre ord, eller velg færre filtre.");
    // A draft is nothing that one may ask for.
    assert_eq!(titles(&app.visitor().page("/?status=kladd").await).len(), 4);
}

#[tokio::test]
async fn what_was_put_away_is_there_for_those_who_ask_for_it() {
    let app = four().await;
    app.database
        .break_with("UPDATE consultations SET archived_at = '2026-06-01T00:00:00.000Z' WHERE slug = 'bru'");
    app.database.break_with(
        "UPDATE consultations SET concluded_at = '2026-06-01T00:00:00.000Z' WHERE slug = 'skole'",
    );
    let page = app.visitor().page("/").await;
    assert!(!titles(&page).contains(&"Ny bru over Ærfjorden".to_owned()));
    assert_eq!(page.texts("main h2"), ["Åpne for innspill", "Åpner snart", "Avsluttet"]);
    assert_eq!(titles(&app.visitor().page("/?sok=bru").await), ["Skolebruksplan"]);
    let page = app.visitor().page("/?status=arkivert").await;
    assert_eq!(
        (titles(&page), page.texts("main h2")),
        (vec!["Ny bru over Ærfjorden".into()], vec!["Arkivert".into()])
    );
    assert_eq!(titles(&app.visitor().page("/?status=konkludert").await), ["Skolebruksplan"]);
    let reader = app.logged_in("leser").await;
    assert_eq!(reader.page("/saksbehandling").await.all("tbody tr").len(), 3);
    assert_eq!(
        reader.page("/saksbehandling?status=arkivert").await.texts("tbody th"),
        ["Ny bru over Ærfjorden"]
    );
}

#[tokio::test]
async fn every_round_stands_on_one_page_and_pages_keep_the_search() {
    let app = App::with(many(17)).await;
    let (mut seen, mut path) = (Vec::new(), "/?sok=0".to_owned());
    loop {
        let page = app.visitor().page(&path).await;
        seen.extend(titles(&page));
        let next = page.attributes(".pages a[rel=next]", "href");
        let Some(next) = next.first() else { break };
        path.clone_from(next);
    }
    let order = ["open", "kommer", "over"];
    let expected: Vec<String> =
        order.iter().flat_map(|sort| (1..=17).map(move |number| format!("{sort} {number:03}"))).collect();
    assert_eq!(seen, expected);
    assert_eq!(path, "/?sok=0&side=3");
    // Beyond the last page is the last page.
    assert_eq!(titles(&app.visitor().page("/?side=99").await), expected[40..]);
    let second = app.visitor().page("/?side=2").await;
    assert_eq!(second.texts("main h2"), ["Åpner snart", "Avsluttet"]);
}

#[tokio::test]
async fn staff_search_the_rounds_that_they_may_see() {
    let mut rounds = many(10);
    let mut draft = sibling("kladd", "En kladd", "2026-06-01", "2026-06-30");
    draft.published = false;
    rounds.extend([plan(), draft]);
    let app = App::with(rounds).await;
    let reader = app.logged_in("leser").await;
    let page = reader.page("/saksbehandling").await;
    assert_eq!(page.all("tbody tr").len(), 25);
    assert_eq!(page.attributes(".pages a[rel=next]", "href"), ["/saksbehandling?side=2"]);
    assert_eq!(reader.page("/saksbehandling?side=2").await.all("tbody tr").len(), 7);
    assert_eq!(reader.page("/saksbehandling?status=kladd").await.texts("tbody th"), ["En kladd"]);
    let page = reader.page("/saksbehandling?status=kommer").await;
    assert!(page.texts("tbody th").iter().all(|title| title.starts_with("kommer")));
    let page = reader.page("/saksbehandling?sok=finnes-ikke").await;
    page.must_say("Ingen høringer passer til søket.");
    let plan_only = reader.page("/saksbehandling?sok=barnevernet+plan").await;
    assert_eq!(plan_only.attributes("tbody th a", "href"), [format!("/saksbehandling/{PLAN}")]);
}

#[tokio::test]
async fn a_list_asks_the_database_as_often_for_many_rounds_as_for_few() {
    let (few, many) = (App::with(many(1)).await, App::with(many(30)).await);
    let mut counts = Vec::new();
    for app in [&few, &many] {
        let reader = app.logged_in("leser").await;
        // The first page is also the first sign of life.
        reader.page("/saksbehandling").await;
        let visitor = app.visitor();
        visitor.page("/").await;
        counts.push([
            app.statements_for(&visitor, "/").await,
            app.statements_for(&visitor, "/?sok=0&status=apen&aar=2026").await,
            app.statements_for(&reader, "/").await,
            app.statements_for(&reader, "/saksbehandling").await,
            app.statements_for(&reader, "/saksbehandling?sok=0&status=apen").await,
        ]);
    }
    // Less where a page of many has one group alone.
    assert!(counts[0].iter().zip(counts[1]).all(|(few, many)| many <= *few), "{counts:?}");
    assert!(counts[0].iter().all(|count| (1..20).contains(count)), "{counts:?}");
}
