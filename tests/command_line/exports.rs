//! The 44 submissions go in and come out again: every answer whole, in order, on both databases.

use super::house::case::{ROUNDS, import_open_round, import_rounds, round_path, submissions_path};
use super::house::{House, python};
use serde_json::{Value, json};
use std::fs;

/// The first instant that is too late for the rounds of the case.
const DEADLINE: &str = "2023-07-01T00:00:00+02:00";
const DIALECTS: [&str; 2] = ["rfc4180", "excel"];

fn file(slug: &str, dialect: &str) -> String {
    format!("{slug}.{dialect}.csv")
}

/// A round's themes and questions, as its file has them.
fn questions(slug: &str) -> String {
    let file: toml::Table = fs::read_to_string(round_path(slug)).unwrap().parse().unwrap();
    let questions = file["questions"].as_array().unwrap();
    let texts = questions.iter().map(|one| json!([one["theme"]["nb"], one["question"]["nb"]]));
    texts.collect::<Value>().to_string()
}

fn with_the_case(house: &House) {
    import_rounds(house);
    house.does(&["import", &submissions_path()]);
}

#[test]
fn every_answer_comes_out_as_it_went_in_and_both_databases_write_the_same() {
    let houses = House::migrated_on_each();
    for house in &houses {
        with_the_case(house);
        for slug in ROUNDS {
            for dialect in DIALECTS {
                let out = file(slug, dialect);
                let said = house.does(&["export", slug, "--dialect", dialect, "--out", &out]);
                assert!(!said.contains("Provisional"), "{said}");
                let path = house.path(&out);
                let (source, path) = (submissions_path(), path.to_str().unwrap());
                let check = ["check", &source, &questions(slug), DEADLINE, slug, dialect, path];
                let faults = python("tests/command_line/sheets.py", &check);
                assert_eq!(faults, "", "{}", house.database.url());
            }
        }
    }
    if let [sqlite, postgres] = houses.as_slice() {
        for out in ROUNDS.iter().flat_map(|slug| DIALECTS.map(|dialect| file(slug, dialect))) {
            let pair = [sqlite.path(&out), postgres.path(&out)];
            let pair = ["compare", pair[0].to_str().unwrap(), pair[1].to_str().unwrap()];
            assert_eq!(python("tests/command_line/sheets.py", &pair), "");
        }
    }
}

/// How many submissions an export of only the late ones, or only those on time, holds.
fn filtered(house: &House, slug: &str, late: &str) -> u64 {
    house.does(&["export", slug, "--late", late, "--out", "late.csv"]);
    let provenance: Value = serde_json::from_slice(&house.read("late.csv.provenance.json")).unwrap();
    assert_eq!(provenance["filter"]["late"], late == "true");
    provenance["counts"]["submissions"].as_u64().unwrap()
}

#[test]
fn the_late_ones_are_the_two_that_came_after_midnight() {
    let house = House::migrated();
    with_the_case(&house);
    // s18 came on 3 July; s44 at 00:00:00.000, and s42 in time at 23:59:59.900.
    assert_eq!(filtered(&house, "handlingsplan-for-barnevernet", "true"), 1);
    assert_eq!(filtered(&house, "handlingsplan-for-barnevernet", "false"), 39);
    assert_eq!(filtered(&house, "se-meg-hor-oss", "true"), 1);
    assert_eq!(filtered(&house, "strategi-for-oppvekst", "true"), 0);
    // An exact copy 37 seconds later is a submission too.
    let copies = house
        .database
        .rows("SELECT text_sha256 FROM revisions WHERE name = 'Emine Fjellvikstrand' ORDER BY received_at");
    assert_eq!(copies.len(), 2);
    assert_eq!(copies[0], copies[1]);
}

#[test]
fn an_export_of_an_open_round_is_marked_as_provisional() {
    let house = House::migrated();
    import_open_round(&house, "plan");
    let said = house.does(&["export", "plan", "--out", "plan.csv", "--header", "labels"]);
    assert!(said.contains("Wrote 0 row(s) to plan.csv. Provisional: the round is not closed."), "{said}");
    let provenance: Value = serde_json::from_slice(&house.read("plan.csv.provenance.json")).unwrap();
    assert_eq!((&provenance["provisional"], &provenance["phase"]), (&json!(true), &json!("open")));
    let header = String::from_utf8(house.read("plan.csv")).unwrap();
    assert!(header.starts_with("\u{feff}") && header.contains("Etter fristen"), "{header}");
}

#[test]
fn an_export_that_cannot_be_written_leaves_nothing_behind() {
    let house = House::migrated();
    import_open_round(&house, "plan");
    let reason = house.refuses(&["export", "plan", "--out", "nowhere/plan.csv"]);
    assert!(reason.contains("cannot write in nowhere"), "{reason}");
    house.refuses(&["export", "plan", "--out", "plan.csv", "--dialect", "pdf"]);
    house.refuses(&["export", "plan", "--out", "plan.csv", "--format", "xlsx"]);
    assert!(!house.path("plan.csv").exists());
    assert_eq!(house.database.count("audit_log WHERE event = 'submissions.exported'"), 0);
}

#[test]
fn every_export_stands_in_the_log_and_a_second_one_takes_the_place_of_the_first() {
    let house = House::migrated();
    import_open_round(&house, "plan");
    for _ in 0..2 {
        house.does(&["export", "plan", "--out", "plan.csv"]);
    }
    let log =
        house.database.rows("SELECT actor, subject FROM audit_log WHERE event = 'submissions.exported'");
    assert_eq!(log.len(), 2);
    assert_eq!((&log[0]["actor"], &log[0]["subject"]), (&json!("command-line"), &json!("plan: 0 rows")));
    let files = fs::read_dir(house.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(files.filter(|name| name.to_str().unwrap().contains(".tmp")).count(), 0);
}
