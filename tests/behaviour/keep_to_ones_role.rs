//! Nobody comes further than their role: every route and every kind of visitor, as the table
//! `tests/data/roles.txt` has them; and no citizen comes near what another has written.

use crate::give_roles::given;
use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::people::{Visitor, about, files_path, form_path};
use crate::helpers::rounds::{PLAN, plan, sibling};
use crate::helpers::routes::{self, Route};
use innspill::domain::staff::StaffRole;
use innspill::web::assets;
use reqwest::Method;
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = include_str!("../data/roles.txt");
/// The columns, as people of the test login; the first has not logged in.
const VISITORS: [&str; 8] =
    ["", "kari", "ola", "leser", "saksbehandler", "administrator", "siri-her", "siri-der"];
const SIBLING: &str = "se-meg-hor-oss";
const NOBODYS_ID: &str = "00000000-0000-7000-8000-000000000000";
const SECRET: &str = "Bare Kari har skrevet dette";

/// One row: what each kind of visitor meets, and what is sent.
struct Row {
    expected: Vec<&'static str>,
    sends: &'static str,
}

fn table() -> BTreeMap<Route, Row> {
    let mut rows = BTreeMap::new();
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let route = (words.next().unwrap().to_owned(), words.next().unwrap().to_owned());
        let expected: Vec<_> = words.by_ref().take(VISITORS.len()).collect();
        assert_eq!(expected.len(), VISITORS.len(), "too few columns: {line}");
        let known = ["in", "login", "401", "403", "404"];
        assert!(expected.iter().all(|word| known.contains(word)), "an unknown word: {line}");
        let row = Row { expected, sends: words.next().unwrap_or("") };
        assert!(rows.insert(route, row).is_none(), "twice: {line}");
    }
    rows
}

/// An address, or what is sent, with something real for each of its parameters.
fn filled(pattern: &str, reference: &str, file: &str) -> String {
    if pattern.starts_with("/static/") {
        return assets::href("app.css");
    }
    let mut text = pattern.to_owned();
    for (name, value) in [
        ("slug", PLAN),
        ("reference", reference),
        ("file", file),
        ("name", "horingsutkast.pdf"),
        ("number", "1"),
        ("part", "tekster"),
        ("provider", "finnes-ikke"),
        ("id", NOBODYS_ID),
        ("key", "T1"),
        ("token", NOBODYS_ID),
    ] {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    assert!(!text.contains('{'), "say in `filled` what to put in {text}");
    text
}

fn met(answer: &Answer) -> &'static str {
    match answer.status {
        303 if answer.location().contains("/logg-inn") => "login",
        401 => "401",
        403 => "403",
        404 => "404",
        200 | 303 | 304 | 400 | 409 | 413 | 422 => "in",
        other => panic!("{other}: {}", answer.text()),
    }
}

async fn visitor(app: &App, name: &str) -> Visitor {
    if name.is_empty() { app.visitor() } else { app.logged_in(name).await }
}

async fn goes(visitor: &Visitor, method: &str, path: &str, sends: &str) -> Answer {
    let fields: Vec<(&str, &str)> = sends.split('&').filter_map(|field| field.split_once('=')).collect();
    match method {
        "GET" => visitor.get(path).await,
        "POST" => visitor.post(path, &fields).await,
        other => visitor.ask(visitor.request(Method::try_from(other).unwrap(), path).form(&fields)).await,
    }
}

/// Two rounds; the citizen has answered the first and begun to change it.
async fn house() -> (App, String, String) {
    let app = App::with(vec![plan(), sibling(SIBLING, "Se meg", "2026-06-01", "2026-06-30")]).await;
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("answer-1", SECRET)).await.location();
    kari.upload(&files_path(), &[("kart.txt", SECRET.as_bytes())]).await.location();
    let reference = kari.hand_in(&[]).await;
    let file = kari.receipt(&reference).await.attributes(".file-list a", "href")[0].clone();
    let file = file.rsplit('/').next().unwrap().to_owned();
    let change = kari.form_at(&format!("{}?endrer={reference}", form_path())).await;
    kari.save(&change.set("answer-2", SECRET)).await.location();
    given(&app, "siri-her", StaffRole::CaseOfficer, Some(PLAN)).await;
    given(&app, "siri-der", StaffRole::CaseOfficer, Some(SIBLING)).await;
    (app, reference, file)
}

/// The routes without the other two languages, which must have the same pages as each other.
async fn routes() -> BTreeSet<Route> {
    let all = routes::all().await;
    let inside = |prefix: &str| -> BTreeSet<Route> {
        let rest = |(method, path): &Route| {
            let rest = path.strip_prefix(prefix)?;
            rest.starts_with('/').then(|| (method.clone(), rest.to_owned()))
        };
        all.iter().filter_map(rest).collect()
    };
    let (nn, en) = (inside("/nn"), inside("/en"));
    assert_eq!(nn, en);
    let is_translated =
        |path: &str| ["/nn", "/en"].iter().any(|p| path == *p || path.starts_with(&format!("{p}/")));
    let bokmal: BTreeSet<Route> = all.into_iter().filter(|(_, path)| !is_translated(path)).collect();
    assert!(nn.is_subset(&bokmal), "{:?}", nn.difference(&bokmal).collect::<Vec<_>>());
    bokmal
}

#[actix_web::test]
async fn every_route_has_its_row() {
    let (routes, rows) = (routes().await, table());
    let without_row: Vec<_> = routes.iter().filter(|route| !rows.contains_key(*route)).collect();
    assert!(without_row.is_empty(), "say in tests/data/roles.txt who may do this: {without_row:#?}");
    let gone: Vec<_> = rows.keys().filter(|route| !routes.contains(*route)).collect();
    assert!(gone.is_empty(), "tests/data/roles.txt speaks of what is not there: {gone:#?}");
}

#[actix_web::test]
async fn everyone_comes_as_far_as_their_role_and_no_further() {
    let (app, reference, file) = house().await;
    let all = routes::all().await;
    let mut people = Vec::new();
    for name in VISITORS {
        people.push(visitor(&app, name).await);
    }
    let mut wrong = Vec::new();
    for ((method, pattern), row) in table() {
        let fill = |text: &str| filled(text, &reference, &file);
        let (path, sends) = (fill(&pattern), fill(row.sends));
        let has_english = method == "GET" && all.contains(&(method.clone(), format!("/en{pattern}")));
        for ((name, person), expected) in VISITORS.iter().zip(&people).zip(&row.expected) {
            // Logging in and out would end the session that the other rows need.
            let fresh = if path.starts_with("/logg-") { Some(visitor(&app, name).await) } else { None };
            let person = fresh.as_ref().unwrap_or(person);
            let mut found = vec![met(&goes(person, &method, &path, &sends).await)];
            if has_english {
                found.push(met(&person.get(&format!("/en{path}")).await));
            }
            if found.iter().any(|one| one != expected) {
                wrong.push(format!("{method} {pattern} as {name:?}: {found:?}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[actix_web::test]
async fn whatever_has_a_reference_in_its_address_is_there_for_its_owner_alone() {
    let own = |path: &str| path.contains("{reference}") && !path.starts_with("/saksbehandling/");
    let rows: Vec<_> = table().into_iter().filter(|((_, path), _)| own(path)).collect();
    assert!(rows.len() >= 4);
    for (route, row) in rows {
        assert!(row.expected[2..].iter().all(|met| *met == "404"), "{route:?}");
    }
}

#[actix_web::test]
async fn nobody_sees_or_touches_what_another_citizen_wrote() {
    let (app, reference, file) = house().await;
    let kari = app.logged_in("kari").await;
    let change = format!("{}?endrer={reference}", form_path());
    let form = kari.form_at(&change).await;
    let of_kari = |table: &str| {
        ["drafts.", "answers.", "submissions.", "attachments."].iter().any(|room| table.starts_with(room))
    };
    let kept = |app: &App| app.database.dump().into_iter().filter(|(at, _)| of_kari(at)).collect::<Vec<_>>();
    let before = kept(&app);
    let ids = app.database.values("SELECT subject AS value FROM audit_log WHERE event LIKE '%draft%'");
    for name in ["ola", "saksbehandler", "administrator"] {
        let other = app.logged_in(name).await;
        let mut paths = vec![change.clone(), format!("{}/kontroll?endrer={reference}", form_path())];
        for written in [reference.to_lowercase(), format!("%20{reference}"), format!("{reference}%2F..")] {
            paths.push(format!("/mine-innspill/{written}"));
            paths.push(format!("/nn/mine-innspill/{written}/innspill.txt"));
        }
        let change_of_kari = kari.page(&format!("{}?endrer={reference}", files_path())).await;
        paths.extend(change_of_kari.attributes(".file-list a", "href"));
        paths.push(format!("{}?endrer={reference}", files_path()));
        paths.push(format!("/mine-innspill/{reference}/vedlegg/{file}"));
        paths.push(format!("{}/{file}", files_path()));
        for path in paths {
            let answer = other.get(&path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert!(!answer.text().contains(SECRET), "{path}");
        }
        // The forms that Kari's browser has, sent from another's.
        for button in ["save", "check"] {
            assert_eq!(other.submit(&form, Some(("do", button))).await.status, 404);
            let mut as_new = about(form.clone(), "Ola").set("answer-1", "Ola var her");
            as_new.action = form_path();
            let answer = other.submit(&as_new, Some(("do", button))).await;
            assert_eq!(answer.status, 400, "a draft id of another person");
        }
        for id in ids.iter().map(String::as_str).chain([form.get("draft"), NOBODYS_ID]) {
            let fields = [("draft", id), ("version", "1")];
            let check = format!("{}/kontroll", form_path());
            let answer = other.post(&check, &fields).await;
            assert!(!answer.text().contains(SECRET) && !answer.location().contains(&reference));
            other.post(&format!("{check}?endrer={reference}"), &fields).await.page(404);
            other.post(&format!("{}/forkast", form_path()), &fields).await.location();
            other.post(&format!("{}/forkast?endrer={reference}", form_path()), &fields).await.page(404);
        }
        other.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.page(404);
        let files = format!("{}?endrer={reference}", files_path());
        other.post(&files, &[("fil", &file)]).await.page(404);
        other.upload(&files, &[("til.txt", b"Ola var her")]).await.page(404);
        assert!(!other.get("/mine-innspill").await.text().contains(&reference));
    }
    assert_eq!(kept(&app), before);
    assert_eq!(kari.form_at(&change).await.get("answer-2"), SECRET);
}
