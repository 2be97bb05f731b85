//! The whole way of a form: downloaded, filled in by a program that knows nothing of us, uploaded,
//! approved, and exported.

use super::house::House;
use super::house::case::round_path;
use super::house::citizen::{TOKEN, form_token};
use super::round_trips::{Case, PYTHON_DOCX, cases, run};
use innspill::documents::marks::Mark;
use innspill::domain::text::as_kept;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const SLUG: &str = "handlingsplan-for-barnevernet";

#[tokio::test]
async fn what_was_written_in_a_form_stands_in_the_export() {
    let house = House::empty_on_sqlite().with("INNSPILL__LOGIN__PROVIDER", "test");
    house.does(&["migrate"]);
    house.does(&["round", "import", &round_path(SLUG)]);
    let reason = ["--reason", "En prøve", "--reason-nn", "Ein prøve"];
    house.does(&[&["round", "reopen", SLUG, "--until", "2099-12-31"], &reason[..]].concat());
    let service = house.start(&["serve"]);
    let mut jobs = Vec::new();
    for case in cases() {
        let page = format!("{}{}/horinger/{SLUG}", service.url, prefix(&case));
        let blank = reqwest::get(format!("{page}/skjema.docx")).await.unwrap().bytes().await.unwrap();
        let blank = house.put(&format!("{}-blank.docx", case.key), blank);
        let fields: Map<String, Value> =
            case.fields.iter().map(|(mark, text)| (mark.tag(), json!(text))).collect();
        let out = house.path(&case.key).to_str().unwrap().to_owned();
        jobs.push(json!({ "form": blank, "out": out, "fields": fields }));
    }
    let jobs = house.put("jobs.json", Value::from(jobs).to_string());
    run(&PYTHON_DOCX, "docx", "tests/office/fill.py", &[&jobs]);
    let mut sent = BTreeMap::new();
    for case in cases() {
        let bytes = house.read(&case.key);
        sent.insert(hand_in(&service.url, &case, &bytes).await, case);
    }
    house.does(&["export", SLUG, "--dialect", "rfc4180", "--out", "answers.csv"]);
    let rows = exported(&house.read("answers.csv"));
    let written: usize = sent.values().map(|case| answers(case).len()).sum();
    assert_eq!(rows.len(), written);
    for row in rows {
        let case = &sent[&row["reference"]];
        let number = row["theme_no"].parse().unwrap();
        assert_eq!(row["answer"], as_kept(&case.fields[&Mark::Answer(number)]), "{} {number}", case.key);
        assert_eq!(row["channel"], "form-upload");
        let number = case.fields.get(&Mark::OrgNumber).map_or("", String::as_str);
        assert_eq!(row["org_number"], number);
    }
}

fn prefix(case: &Case) -> String {
    match case.language.tag() {
        "nb" => String::new(),
        tag => format!("/{tag}"),
    }
}

fn answers(case: &Case) -> Vec<&Mark> {
    case.fields.keys().filter(|mark| matches!(mark, Mark::Answer(_))).collect()
}

fn exported(csv: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv);
    reader.deserialize().map(Result::unwrap).collect()
}

/// Logs in, uploads the form, looks it over and sends it; returns the reference.
async fn hand_in(base: &str, case: &Case, bytes: &[u8]) -> String {
    let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
    let token = form_token(&client, base).await.unwrap();
    let login = [("persona", case.key.as_str()), ("tilbake", "/mine-innspill")];
    let login = client.post(format!("{base}/logg-inn")).header(TOKEN, token).form(&login);
    assert_eq!(login.send().await.unwrap().status(), 303);
    let token = form_token(&client, base).await.unwrap();
    let head = "--part\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"svar.docx\"\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--part--\r\n"].concat();
    let form = format!("{base}{}/horinger/{SLUG}/innspill", prefix(case));
    let upload = client.post(format!("{form}/last-opp")).header(TOKEN, &token);
    let upload = upload.header("content-type", "multipart/form-data; boundary=part").body(body);
    let mut at = location(&upload.send().await.unwrap());
    for button in [Some(("do", "check")), None] {
        let page = client.get(format!("{base}{at}")).send().await.unwrap().text().await.unwrap();
        let (action, mut fields) = form_on(&page);
        // What the box is for cannot be said together with answers.
        fields.retain(|(name, _)| name != "no_comment");
        fields.extend(button.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let answer = client.post(format!("{base}{action}")).header(TOKEN, &token).form(&fields);
        at = location(&answer.send().await.unwrap());
    }
    at.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

fn location(answer: &Response) -> String {
    let to = answer.headers().get("location").unwrap_or_else(|| panic!("{answer:?}"));
    to.to_str().unwrap().to_owned()
}

/// The form that a page is about, as a browser would send it.
fn form_on(page: &str) -> (String, Vec<(String, String)>) {
    let page = Html::parse_document(page);
    let all = |selector: &str| Selector::parse(selector).unwrap();
    let form = page.select(&all("main form#svar, main form.actions")).next().unwrap();
    let name = |field: &ElementRef| field.attr("name").map(str::to_owned);
    let mut fields = Vec::new();
    for field in form.select(&all("input, textarea")) {
        let is_left_out = matches!(field.attr("type"), Some("radio" | "checkbox" | "file" | "submit"))
            && field.attr("checked").is_none();
        if let Some(name) = name(&field).filter(|_| !is_left_out) {
            let text = field.text().collect::<String>();
            fields.push((name, field.attr("value").map_or(text, str::to_owned)));
        }
    }
    (form.attr("action").unwrap().to_owned(), fields)
}
