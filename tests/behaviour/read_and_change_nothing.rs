//! Looking changes nothing: every page that can be asked for, as everyone who can ask, leaves the
//! database as it was; and every answer carries its protections.

use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::people::{Visitor, about};
use crate::helpers::rounds::PLAN;
use std::collections::BTreeSet;

/// The map of addresses; a route that is added there must be walked here.
const MAP: &str = concat!(include_str!("../../src/web/mod.rs"), include_str!("../../src/web/staff/mod.rs"));
/// What looking may leave: signs of life of sessions, logins that were begun, and who read what.
const TRACES: [&str; 3] = ["sessions.", "logins.", "audit_log."];
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
     img-src 'self' data:; connect-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The routes with a GET, as they stand on the map.
fn routes() -> BTreeSet<String> {
    let statement = |text: &'static str| text.split(';').flat_map(|part| part.split(".route(\"/"));
    let mut found = BTreeSet::new();
    for part in statement(MAP).skip(1) {
        if let Some((path, rest)) = part.split_once('"')
            && rest.trim_start_matches(',').trim_start().starts_with("get()")
        {
            found.insert(format!("/{path}"));
        }
    }
    for part in MAP.split("resource(\"/").skip(1) {
        let (path, rest) = part.split_once('"').unwrap();
        let routes = rest.split("resource(").next().unwrap();
        if routes.split(".service").next().unwrap().contains("get()") {
            found.insert(format!("/{path}"));
        }
    }
    found
}

/// An address for a route, of things that are there.
fn address(route: &str, reference: &str, style: &str) -> String {
    if route.starts_with("/static/") {
        return style.to_owned();
    }
    route
        .replace("{slug}", PLAN)
        .replace("{reference}", reference)
        .replace("{name}", "horingsutkast.pdf")
        .replace("{number}", "1")
        .replace("{part}", "tekster")
        .replace("{provider}", "id-porten")
}

fn has_its_protections(answer: &Answer, path: &str) {
    let policy = answer.header("content-security-policy");
    let is_document = answer.status == 200 && is_document(path);
    let may_be_framed = path.ends_with("/utlogging") && answer.status == 200;
    if is_document || may_be_framed {
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-eval"), "{path}: {policy}");
    } else {
        assert_eq!(policy, POLICY, "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
    }
    let readers = if path.starts_with("/api/") { "cross-origin" } else { "same-origin" };
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", readers),
        ("server", ""),
        ("x-powered-by", ""),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ] {
        assert_eq!(answer.header(name), value, "{name} of {path}");
    }
    for power in ["camera", "geolocation", "microphone", "payment", "usb"] {
        assert!(answer.header("permissions-policy").contains(&format!("{power}=()")), "{power} at {path}");
    }
}

fn is_document(path: &str) -> bool {
    !path.contains("/saksbehandling/") && (path.contains("/dokumenter/") || path.contains("/skjema."))
}

/// Feeds, calendars and open data: the same for everyone.
fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || path.ends_with(".atom") || path.ends_with(".ics")
}

/// What everyone may keep, and what nobody may.
fn is_kept_as_it_should(answer: &Answer, path: &str, is_stranger: bool) {
    let cache = answer.header("cache-control");
    if path.starts_with("/static/") || is_document(path) {
        assert!(answer.status != 200 || cache.starts_with("public"), "{path}: {cache}");
    } else if is_for_programs(path) {
        let expected = if answer.status == 200 { "public, max-age=60" } else { "no-store" };
        assert_eq!((cache, answer.header("set-cookie")), (expected, ""), "{path}");
    } else if cache != "no-store" {
        let holds_a_form = answer.form_token().is_some() || !answer.header("set-cookie").is_empty();
        assert!(is_stranger && answer.status == 200 && !holds_a_form, "{path}: {cache}");
        assert_eq!(cache, "public, max-age=0, s-maxage=60", "{path}");
        let vary: Vec<String> = answer
            .headers
            .get_all("vary")
            .iter()
            .map(|value| value.to_str().unwrap().to_lowercase())
            .collect();
        assert!(vary.concat().contains("cookie"), "{path}: {vary:?}");
    }
}

fn dump(app: &App) -> Vec<(String, String)> {
    let mut all = app.database.dump();
    all.retain(|(place, _)| !TRACES.iter().any(|trace| place.starts_with(trace)));
    all.sort();
    all
}

#[test]
fn the_map_is_read_whole() {
    let routes = routes();
    let gets = MAP.matches("get()").count();
    assert_eq!(routes.len(), gets, "{routes:#?}");
    for one in
        ["/", "/logg-inn", "/horinger/{slug}/innspill", "/saksbehandling/{slug}/eksport", "/health/live"]
    {
        assert!(routes.contains(one), "{one} in {routes:#?}");
    }
}

#[tokio::test]
async fn every_page_for_everyone_leaves_the_database_as_it_was() {
    let https = [("INNSPILL__SERVER__BASE_URL", "https://innspill.example.org")];
    let app = App::with_settings(vec![crate::helpers::rounds::plan()], &https).await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let ola = app.logged_in("ola").await;
    ola.save(&about(ola.form().await, "Ola").set("answer-1", "Ja")).await.location();
    let style = kari.page("/").await.attributes("link[rel=stylesheet]", "href")[0].clone();
    let stranger = app.visitor();
    let everyone: [(&str, &Visitor); 6] = [
        ("stranger", &stranger),
        ("kari", &kari),
        ("ola", &ola),
        ("leser", &app.logged_in("leser").await),
        ("saksbehandler", &app.logged_in("saksbehandler").await),
        ("administrator", &app.logged_in("administrator").await),
    ];
    let before = dump(&app);
    for (who, visitor) in everyone {
        for route in routes() {
            let path = address(&route, &reference, &style);
            let has_no_language =
                ["/static/", "/oidc/", "/health/", "/api/"].iter().any(|start| path.starts_with(start));
            let prefixes: &[&str] = if has_no_language { &[""] } else { &["", "/nn", "/en"] };
            for prefix in prefixes {
                let path = format!("{prefix}{path}");
                let answer = visitor.get(&path).await;
                assert!(answer.status < 500, "{who} at {path}: {}", answer.status);
                has_its_protections(&answer, &path);
                is_kept_as_it_should(&answer, &path, who == "stranger");
            }
        }
        assert_eq!(dump(&app), before, "{who} has only looked");
    }
}

#[tokio::test]
async fn the_rounds_may_be_kept_by_a_proxy_until_someone_logs_in() {
    let app = App::start().await;
    let public = "public, max-age=0, s-maxage=60";
    let (stranger, kari) = (app.visitor(), app.logged_in("kari").await);
    for path in ["/", "/nn/", &format!("/horinger/{PLAN}"), &format!("/en/horinger/{PLAN}")] {
        assert_eq!(stranger.get(path).await.header("cache-control"), public, "{path}");
        assert_eq!(kari.get(path).await.header("cache-control"), "no-store", "{path}");
    }
    // Also for a session that has ended, a page with a form, and a page that says no.
    kari.post("/logg-ut", &[]).await;
    for path in ["/logg-inn", "/finnes-ikke", "/health/live"] {
        assert_eq!(stranger.get(path).await.header("cache-control"), "no-store", "{path}");
    }
    let old = stranger.request(reqwest::Method::GET, "/").header("cookie", "innspill=gammel");
    assert_eq!(stranger.ask(old).await.header("cache-control"), "no-store");
}
