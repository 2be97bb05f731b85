//! Open data: what is public of the rounds, for programs.

use crate::follow_rounds::{draft, publish_ahead};
use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::{PLAN, plan, sibling};
use crate::keep_the_papers::replace_draft;
use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeSet;

const ROUNDS: &str = "/api/v1/rounds";

async fn json(visitor: &Visitor, path: &str) -> Value {
    let answer = visitor.get(path).await;
    assert_eq!(answer.header("content-type"), "application/json", "{path}");
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{path}");
    assert_eq!(answer.header("set-cookie"), "", "{path}");
    answer.json(200)
}

async fn slugs(visitor: &Visitor, query: &str) -> Vec<String> {
    let list = json(visitor, &format!("{ROUNDS}{query}")).await;
    list["rounds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|round| round["slug"].as_str().unwrap().to_owned())
        .collect()
}

fn must_be_problem(answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let problem = answer.json(status);
    assert_eq!(problem["status"], status);
    problem
}

fn rounds() -> Vec<innspill::exports::round_file::RoundFile> {
    vec![
        sibling("lukket", "Lukket", "2026-05-01", "2026-05-31"),
        plan(),
        draft(),
        sibling("kommer", "Kommer", "2026-07-01", "2026-07-31"),
        sibling("ahead", "Siden", "2026-06-01", "2026-07-31"),
    ]
}

#[tokio::test]
async fn only_what_is_public_is_there_whoever_asks() {
    let app = App::with(rounds()).await;
    publish_ahead(&app, "ahead", "2026-06-20T08:00:00+02:00").await;
    for person in [app.visitor(), app.logged_in("administrator").await] {
        let found: BTreeSet<_> = slugs(&person, "").await.into_iter().collect();
        assert_eq!(found, ["kommer", "lukket", PLAN].map(str::to_owned).into());
        for hidden in ["kladd", "ahead", "finnes-ikke", "%00", ".."] {
            for path in [format!("{ROUNDS}/{hidden}"), format!("{ROUNDS}/{hidden}/documents")] {
                must_be_problem(&person.get(&path).await, 404);
            }
        }
        let whole = person.get(&format!("{ROUNDS}/{PLAN}")).await.text();
        // The siblings of the same work, but no draft and nothing that is to come.
        assert!(whole.contains("\"related\":[\"kommer\",\"lukket\"]"), "{whole}");
        for hidden in ["kladd", "ahead", "created_at", "language_missing_why", "decided_by", "late_counts"] {
            assert!(!whole.contains(hidden), "{hidden} is in {whole}");
        }
    }
    app.set_time("2026-06-20T08:00:00+02:00");
    assert!(slugs(&app.visitor(), "").await.contains(&"ahead".to_owned()));
}

#[tokio::test]
async fn a_round_says_what_its_page_says() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let form = [("do", "extend"), ("until_date", "2026-07-10"), ("reason_nb", "Flere ba om det")];
    arne.post(&format!("/saksbehandling/{PLAN}/styring"), &form).await.location();
    let round = json(&app.visitor(), &format!("{ROUNDS}/{PLAN}")).await;
    assert_eq!(round["title"]["nb"], "Handlingsplan for barnevernet");
    assert_eq!(round["phase"], "open");
    assert_eq!(round["closes_at"], "2026-07-10T22:00:00.000Z");
    assert_eq!(round["last_day"], "2026-07-10");
    assert_eq!(round["announced_on"], "2026-06-01");
    assert_eq!(round["contact"]["email"], "plan.barnevern@example.org");
    assert_eq!(round["form"]["version"], 1);
    assert_eq!(round["form"]["questions"].as_array().unwrap().len(), 5);
    assert_eq!(round["form"]["questions"][0]["kind"], "long-text");
    let decision = &round["decisions"][0];
    assert_eq!(
        (&decision["kind"], &decision["reason"]["nb"]),
        (&"extended".into(), &"Flere ba om det".into())
    );
    assert!(decision.get("decided_by").is_none());
    assert_eq!(round["links"]["page_nn"], format!("{}/nn/horinger/{PLAN}", app.base));
    let visitor = app.visitor();
    for link in round["links"].as_object().unwrap().values() {
        let path = link.as_str().unwrap().strip_prefix(&app.base).unwrap();
        assert_eq!(visitor.get(path).await.status, 200, "{path}");
    }
    let page = visitor.page(&format!("/horinger/{PLAN}")).await;
    page.must_say(round["case_number"].as_str().unwrap());
}

#[tokio::test]
async fn documents_have_files_and_public_editions() {
    let app = App::start().await;
    let visitor = app.visitor();
    let documents = json(&visitor, &format!("{ROUNDS}/{PLAN}/documents")).await;
    let whole = json(&visitor, &format!("{ROUNDS}/{PLAN}")).await;
    assert_eq!(documents["documents"], whole["documents"]);
    let all = documents["documents"].as_array().unwrap();
    let picture = all.iter().find(|one| one["kind"] == "picture").unwrap();
    assert!(picture["alt"]["nb"].as_str().unwrap().len() > 10);
    let draft = all.iter().find(|one| one["name"] == "horingsutkast.pdf").unwrap();
    let path = draft["url"].as_str().unwrap().strip_prefix(&app.base).unwrap();
    let file = visitor.get(path).await;
    assert_eq!(file.header("etag"), format!("\"{}\"", draft["sha256"].as_str().unwrap()));
    assert_eq!(draft["size_bytes"], file.body.len());
    assert_eq!(draft["earlier"], Value::Array(Vec::new()));
    replace_draft(&app.logged_in("administrator").await, "Den nye").await.location();
    let documents = json(&visitor, &format!("{ROUNDS}/{PLAN}/documents")).await;
    let all = documents["documents"].as_array().unwrap();
    let replaced = all.iter().find(|one| one["name"] == "horingsutkast.pdf").unwrap();
    assert_eq!((&replaced["edition"], &replaced["earlier"][0]["sha256"]), (&2.into(), &draft["sha256"]));
    assert!(!documents.to_string().contains("replaced_by"), "{documents}");
    let earlier = replaced["earlier"][0]["url"].as_str().unwrap();
    assert_eq!(visitor.get(earlier.strip_prefix(&app.base).unwrap()).await.body, file.body);
}

#[tokio::test]
async fn a_list_has_pages_and_phases() {
    let app = App::with(rounds()).await;
    let visitor = app.visitor();
    for (phase, expected) in [
        ("open", vec!["ahead", PLAN]),
        ("announced", vec!["kommer"]),
        ("closed", vec!["lukket"]),
        ("concluded", vec![]),
        ("archived", vec![]),
    ] {
        let mut found = slugs(&visitor, &format!("?phase={phase}")).await;
        found.sort();
        assert_eq!(found, expected, "{phase}");
    }
    let first = visitor.get(&format!("{ROUNDS}?per_page=3")).await;
    let list = first.json(200);
    assert_eq!((&list["total"], &list["pages"], &list["page"]), (&4.into(), &2.into(), &1.into()));
    let next = "</api/v1/rounds?page=2&per_page=3>; rel=\"next\"";
    assert!(first.header("link").contains(next), "{}", first.header("link"));
    let second = visitor.get(&format!("{ROUNDS}?page=2&per_page=3")).await;
    assert!(
        second.header("link").contains("rel=\"prev\"") && !second.header("link").contains("rel=\"next\"")
    );
    let of = |answer: &Answer| answer.json(200)["rounds"].as_array().unwrap().clone();
    assert_eq!((of(&first).len(), of(&second).len()), (3, 1));
    assert!(!of(&first).contains(&of(&second)[0]));
    assert_eq!(slugs(&visitor, "?page=1000000").await, Vec::<String>::new());
    for wrong in ["?phase=draft", "?page=0", "?per_page=101", "?phas=open", "?page=1&page=2", "?phase=%00"] {
        let problem = must_be_problem(&visitor.get(&format!("{ROUNDS}{wrong}")).await, 400);
        assert!(problem["detail"].as_str().unwrap().len() > 20, "{problem}");
    }
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let app = App::start().await;
    let visitor = app.visitor();
    for path in [ROUNDS, "/api/v1/rounds/handlingsplan-for-barnevernet", "/api/v1/openapi.json"] {
        let first = visitor.get(path).await;
        let (tag, date) = (first.header("etag").to_owned(), first.header("last-modified").to_owned());
        assert_eq!(date, "Wed, 10 Jun 2026 10:00:00 GMT");
        for (name, value) in [("if-none-match", &tag), ("if-modified-since", &date)] {
            for method in [Method::GET, Method::HEAD] {
                let answer = visitor.ask(visitor.request(method, path).header(name, value)).await;
                assert_eq!((answer.status, answer.body.len()), (304, 0), "{path} {name}");
                assert_eq!(answer.header("access-control-allow-origin"), "*");
            }
        }
    }
    // The deadline passes: nobody changed anything, and yet it is another phase.
    let first = visitor.get(ROUNDS).await;
    app.set_time("2026-07-01T00:00:00+02:00");
    for (name, header) in [("if-none-match", "etag"), ("if-modified-since", "last-modified")] {
        let request = visitor.request(Method::GET, ROUNDS).header(name, first.header(header).to_owned());
        let answer = visitor.ask(request).await;
        assert_eq!(answer.json(200)["rounds"][0]["phase"], "closed");
    }
}

#[tokio::test]
async fn pages_of_others_may_read_and_nobody_may_write() {
    let app = App::start().await;
    let visitor = app.visitor();
    let asks = visitor.request(Method::OPTIONS, ROUNDS).header("origin", "https://annen.example.org");
    let answer = visitor.ask(asks.header("access-control-request-method", "GET")).await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (204, "*"));
    assert_eq!(answer.header("access-control-allow-methods"), "GET, HEAD, OPTIONS");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::TRACE] {
        let answer = visitor.ask(visitor.request(method, ROUNDS)).await;
        assert_eq!(answer.header("allow"), "GET, HEAD, OPTIONS");
        must_be_problem(&answer, 405);
    }
    must_be_problem(&visitor.get("/api/v1/finnes-ikke").await, 404);
    // The pages are for our own site alone, as before.
    let page = visitor.get("/").await;
    assert_eq!(page.header("access-control-allow-origin"), "");
    assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");
}

#[tokio::test]
async fn the_description_names_every_address_and_every_part_of_an_answer() {
    let app = App::start().await;
    let visitor = app.visitor();
    let described = json(&visitor, "/api/v1/openapi.json").await;
    assert!(described["openapi"].as_str().unwrap().starts_with("3.1"), "{described}");
    let paths: BTreeSet<_> = described["paths"].as_object().unwrap().keys().cloned().collect();
    let routes = crate::helpers::routes::all().await;
    let is_data = |path: &&String| path.starts_with("/api/") && !path.ends_with("openapi.json");
    let routed: BTreeSet<_> = routes.iter().map(|(_, path)| path).filter(is_data).cloned().collect();
    assert_eq!(paths, routed);
    let page = visitor.page("/abonner").await;
    assert!(page.attributes("main a", "href").contains(&"/api/v1/openapi.json".to_owned()));
    for (schema, path) in [
        ("RoundList", ROUNDS.to_owned()),
        ("WholeRound", format!("{ROUNDS}/{PLAN}")),
        ("PaperList", format!("{ROUNDS}/{PLAN}/documents")),
    ] {
        let schemas = &described["components"]["schemas"];
        let mut unknown = Vec::new();
        undescribed(schemas, &schemas[schema], &json(&visitor, &path).await, schema, &mut unknown);
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}

/// The parts of `value` that `schema` says nothing of.
fn undescribed(schemas: &Value, schema: &Value, value: &Value, place: &str, unknown: &mut Vec<String>) {
    let schema = match schema["$ref"].as_str() {
        Some(name) => &schemas[name.rsplit('/').next().unwrap()],
        None => schema,
    };
    if let Some(list) = value.as_array() {
        list.iter().for_each(|one| undescribed(schemas, &schema["items"], one, place, unknown));
    }
    let Some(object) = value.as_object() else { return };
    let parts = schema["allOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
    let parts: Vec<Value> = parts
        .iter()
        .map(|part| {
            part["$ref"].as_str().map_or(part, |name| &schemas[name.rsplit('/').next().unwrap()]).clone()
        })
        .collect();
    for (name, value) in object {
        let known = parts.iter().find_map(|part| part["properties"].get(name).cloned());
        match known {
            Some(known) => undescribed(schemas, &known, value, &format!("{place}.{name}"), unknown),
            None => unknown.push(format!("{place}.{name}")),
        }
    }
}
