//! Case officers take the answers out as a file.

use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::PLAN;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};

const EXPORT: &str = "/saksbehandling/handlingsplan-for-barnevernet/eksport";
const FORMULA: &str = "=HYPERLINK(\"http://evil.example\";\"æøå\")";

async fn two(app: &App) -> [String; 2] {
    let one = app.logged_in("kari").await;
    let one = one.hand_in(&[("answer-1", FORMULA), ("answer-2", "- punkt; \"sitat\"\n+ neste")]).await;
    app.set_time("2026-06-11T12:00:00+02:00");
    let two = app.logged_in("ola").await;
    let two = two.hand_in(&[("answer-1", "@ola"), ("answer-3", "Vanlig, med komma")]).await;
    [one, two]
}

async fn download(officer: &Visitor, changed: &[(&str, &str)], file: &str) -> Answer {
    let form = officer.page(EXPORT).await.form("form.panel").set_all(changed);
    let answer = officer.submit(&form, Some(("file", file))).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer
}

fn rows(delimiter: u8, body: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(body);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let place = rows[0].iter().position(|one| one == name).unwrap();
    rows[1..].iter().map(|row| row[place].clone()).collect()
}

#[tokio::test]
async fn the_file_for_excel_is_grouped_by_theme_and_runs_no_formula() {
    let app = App::start().await;
    let [one, two] = two(&app).await;
    let answer = download(&app.logged_in("saksbehandler").await, &[], "csv").await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let name = format!("attachment; filename=\"{PLAN}-forelopig.csv\"");
    assert_eq!(answer.header("content-disposition"), name);
    assert_eq!(answer.header("content-length"), answer.body.len().to_string());
    let body = answer.body.strip_prefix(b"\xef\xbb\xbf").unwrap();
    assert!(body.windows(2).any(|pair| pair == b"\r\n"));
    let rows = rows(b';', body);
    assert_eq!(column(&rows, "theme_no"), ["1", "1", "2", "3"]);
    assert_eq!(column(&rows, "theme")[3], "Medvirkning og rettssikkerhet");
    assert_eq!(column(&rows, "reference"), [one.clone(), two.clone(), one, two]);
    for (cell, raw) in column(&rows, "answer").iter().zip([
        FORMULA,
        "@ola",
        "- punkt; \"sitat\"\n+ neste",
        "Vanlig, med komma",
    ]) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        assert!(cell.ends_with(raw), "{cell} is not {raw}");
    }
}

#[tokio::test]
async fn the_file_for_systems_has_the_raw_text() {
    let app = App::start().await;
    two(&app).await;
    let answer = download(&app.logged_in("saksbehandler").await, &[("dialect", "rfc4180")], "csv").await;
    assert!(!answer.body.starts_with(b"\xef\xbb\xbf"));
    let rows = rows(b',', &answer.body);
    let answers = column(&rows, "answer");
    assert_eq!(answers, [FORMULA, "@ola", "- punkt; \"sitat\"\n+ neste", "Vanlig, med komma"]);
    assert_eq!(column(&rows, "received_at")[0], "2026-06-10T12:00:00.000+02:00");
    assert_eq!(column(&rows, "respondent")[0], "Kari Nordmann");
}

#[tokio::test]
async fn the_zip_has_the_file_and_where_it_came_from() {
    let app = App::start().await;
    two(&app).await;
    let answer = download(&app.logged_in("saksbehandler").await, &[], "zip").await;
    assert_eq!(answer.header("content-type"), "application/zip");
    let mut zip = zip::ZipArchive::new(Cursor::new(answer.body)).unwrap();
    let mut file = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let csv = file(&format!("{PLAN}-forelopig.csv"));
    let provenance: serde_json::Value =
        serde_json::from_slice(&file(&format!("{PLAN}-forelopig.csv.provenance.json"))).unwrap();
    let sha256: String = Sha256::digest(&csv).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(provenance["file"]["sha256"], sha256);
    assert_eq!(provenance["file"]["bytes"], csv.len());
    assert_eq!(provenance["counts"]["rows"], rows(b';', &csv[3..]).len() - 1);
    assert_eq!(provenance["counts"]["submissions"], 2);
    assert_eq!(provenance["provisional"], true);
    assert_eq!(provenance["made_by"], "case-officer:saksbehandler");
    assert_eq!(provenance["round"]["slug"], PLAN);
    assert_eq!(provenance["columns"].as_array().unwrap().len(), 15);
}

#[tokio::test]
async fn the_export_is_provisional_until_the_round_has_closed() {
    let app = App::start().await;
    two(&app).await;
    let officer = app.logged_in("saksbehandler").await;
    officer.page(EXPORT).await.must_say("Eksporten er foreløpig");
    app.set_time("2026-07-01T00:00:00+02:00");
    assert!(!officer.page(EXPORT).await.says("foreløpig"));
    let answer = download(&officer, &[], "csv").await;
    assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{PLAN}.csv\""));
    let answer = download(&officer, &[], "zip").await;
    let mut zip = zip::ZipArchive::new(Cursor::new(answer.body)).unwrap();
    let mut json = String::new();
    zip.by_name(&format!("{PLAN}.csv.provenance.json")).unwrap().read_to_string(&mut json).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["provisional"], false);
}

#[tokio::test]
async fn the_export_can_be_filtered_and_labelled() {
    let app = App::start().await;
    let [one, two] = two(&app).await;
    let ola = app.logged_in("ola").await;
    ola.post(&format!("/mine-innspill/{two}/trekk"), &[]).await.location();
    let officer = app.logged_in("saksbehandler").await;
    for (filter, expected) in [
        (("status", "received"), vec![&one, &one]),
        (("status", "withdrawn"), vec![&two, &two]),
        (("late", "true"), vec![]),
        (("late", "false"), vec![&one, &two, &one, &two]),
    ] {
        let answer = download(&officer, &[filter, ("dialect", "rfc4180")], "csv").await;
        let references = column(&rows(b',', &answer.body), "reference");
        assert_eq!(references.iter().collect::<Vec<_>>(), expected, "{filter:?}");
    }
    let answer = download(&officer, &[("dialect", "rfc4180"), ("header", "labels")], "csv").await;
    let head = rows(b',', &answer.body)[0].clone();
    assert_eq!(head[3], "Referanse", "{head:?}");
}

#[tokio::test]
async fn every_export_leaves_a_line_in_the_log() {
    let app = App::start().await;
    two(&app).await;
    let officer = app.logged_in("saksbehandler").await;
    assert_eq!(app.events_of(download(&officer, &[], "csv")).await, ["submissions.exported"]);
    assert_eq!(app.events_of(download(&officer, &[], "zip")).await, ["submissions.exported"]);
    let lines = app.read(innspill::store::audit::list_events).await;
    assert_eq!(lines.last().unwrap().1, format!("{PLAN}: 4 rows"));
    assert_eq!(officer.post("/saksbehandling/finnes-ikke/eksport", &[("file", "csv")]).await.status, 404);
}
