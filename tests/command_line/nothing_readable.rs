//! After a full run, whoever gets hold of the files (a stolen disk, a backup, a log) finds no
//! national id and no respondent's e-mail address in them.

use super::house::House;
use super::house::case::{ROUNDS, import_open_round, import_rounds, submissions, submissions_path};
use super::house::citizen::Citizen;
use super::house::service::Service;
use std::fs;
use std::path::{Path, PathBuf};

/// Written by a respondent into an answer, as anyone may; the answer holds it, and nothing else.
const IN_AN_ANSWER: &str = "25836148129";

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

/// Every file of the house that holds one of `secrets`, with what it holds; also as a number would
/// be written with a space in it.
fn holders(house: &House, secrets: &[String]) -> Vec<String> {
    let mut files = Vec::new();
    files_below(&house.path(""), &mut files);
    assert!(files.len() > 5, "{files:?}");
    let mut found = Vec::new();
    for path in files {
        let bytes = fs::read(&path).unwrap();
        for secret in secrets {
            let spaced = secret.split_at_checked(6).map(|(date, rest)| format!("{date} {rest}"));
            let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
            if holds(secret) || spaced.is_some_and(|spaced| holds(&spaced)) {
                found.push(format!("{}: {secret}", path.display()));
            }
        }
    }
    found
}

fn of_respondents(field: &str) -> Vec<String> {
    let entries = submissions();
    let values = entries.iter().filter_map(|entry| entry["respondent"][field].as_str());
    values.map(str::to_owned).collect()
}

/// People draft, change, send, get their letters and throw drafts away.
async fn a_full_run(house: &House, service: &Service) -> Vec<String> {
    let people = ["anne-privat", "bodil-privat", "carl-privat"].map(|name| Citizen::new("plan", name));
    for person in &people {
        person.log_in(&service.url).await.unwrap();
        person.save(&service.url, 0).await.unwrap();
    }
    let [sends, also_sends, keeps_a_draft] = &people;
    for person in [sends, also_sends] {
        person.send(&service.url, 1).await.unwrap();
    }
    // Both letters have gone, so that what is left of them is what stays.
    let deadline = std::time::Instant::now() + super::house::service::WITHIN;
    while house.database.count("letters WHERE state = 'sent'") < 2 {
        assert!(std::time::Instant::now() < deadline, "the letters were not sent");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    [sends, also_sends, keeps_a_draft].map(Citizen::email).into()
}

#[tokio::test]
async fn no_file_holds_a_national_id_and_the_database_no_address() {
    let house = House::empty_on_sqlite().with("INNSPILL__LOGIN__PROVIDER", "test").with("RUST_LOG", "trace");
    house.does(&["migrate"]);
    import_rounds(&house);
    import_open_round(&house, "plan");
    house.does(&["import", &submissions_path()]);
    let service = house.start(&["serve", "--with-worker"]);
    let mut addresses = a_full_run(&house, &service).await;
    addresses.extend(of_respondents("email"));
    for slug in ROUNDS.into_iter().chain(["plan"]) {
        for dialect in ["excel", "rfc4180"] {
            house.does(&["export", slug, "--dialect", dialect, "--out", &format!("{slug}.{dialect}.csv")]);
        }
    }
    let national_ids = of_respondents("national_id");
    assert!(national_ids.len() > 20 && addresses.len() > 8);
    let others: Vec<String> = national_ids.iter().filter(|id| *id != IN_AN_ANSWER).cloned().collect();

    // While it runs, with a write-ahead log, and after it has stopped.
    house.put("running.log", service.said());
    let running = holders(&house, &others);
    assert_eq!(running, Vec::<String>::new());
    assert!(house.path("innspill.db-wal").exists());
    let is_letter_or_log = |found: &String| found.contains("/mail/");
    let kept: Vec<String> =
        holders(&house, &addresses).into_iter().filter(|f| !is_letter_or_log(f)).collect();
    assert_eq!(kept, Vec::<String>::new(), "an address is readable");
    let (status, said) = service.stop();
    assert!(status.success());
    house.put("stopped.log", said);
    assert_eq!(holders(&house, &others), Vec::<String>::new());
    let kept: Vec<String> =
        holders(&house, &addresses).into_iter().filter(|f| !is_letter_or_log(f)).collect();
    assert_eq!(kept, Vec::<String>::new(), "an address is readable");
    // The one that stands in an answer stands in the database and the export, as it was written.
    let answer = holders(&house, &[IN_AN_ANSWER.to_owned()]);
    assert!(answer.iter().all(|f| f.contains("innspill.db") || f.contains(".csv")), "{answer:?}");
    assert!(!answer.is_empty(), "the search finds nothing at all");
}
