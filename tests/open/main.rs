//! What others read, read by others: the feed and the calendar by programs from elsewhere, and the open data
//! by one that tries whatever its description lets it. The fast tests leave these out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    dead_code,
    reason = "a test fails by panicking, its name is its documentation, and others use more of the house"
)]

#[path = "../house/mod.rs"]
mod house;

use house::case::{import_rounds, small_round};
use house::{House, Outcome, project_file};
use serde_json::Value;
use std::process::Command;

/// What hides in a title: markup, the marks of calendars, letters of more than one byte.
const HOSTILE: &str = "Blåbær; <b>plan</b> & en, \\\\ 👩‍👩‍👧‍👦 BEGIN:VALARM ";

/// The case, with its real dates, and rounds that are open now; one of them is a draft.
fn furnished() -> House {
    let house = House::empty_on_sqlite();
    house.does(&["migrate"]);
    import_rounds(&house);
    let hostile = small_round("rar", "2023-06-01", "2099-12-31").replace("En plan", &HOSTILE.repeat(4));
    let draft = small_round("kladd", "2023-06-01", "2099-12-31");
    let noon = small_round("tolv", "2023-06-01", "2099-12-31")
        .replace("closes_on = 2099-12-31", "closes_at = 2099-12-31T12:00:00+01:00");
    for (name, text) in
        [("rar", hostile), ("kladd", draft.replace("published = true", "published = false")), ("tolv", noon)]
    {
        let path = house.put(&format!("{name}.toml"), text);
        house.does(&["round", "import", &path]);
    }
    house
}

async fn text(url: &str) -> String {
    let answer = reqwest::get(url).await.unwrap();
    assert_eq!(answer.status(), 200, "{url}");
    answer.text().await.unwrap()
}

/// A program of those that `scripts/test` installs.
fn others(program: &str, args: &[&str]) -> Outcome {
    let program = project_file(&format!("tests/open/site/bin/{program}"));
    let mut command = Command::new(&program);
    command.env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1").args(args);
    command
        .output()
        .unwrap_or_else(|error| panic!("{} (see scripts/test): {error}", program.display()))
        .into()
}

#[tokio::test]
async fn feeds_and_calendars_are_read_by_programs_from_elsewhere() {
    let house = furnished();
    let service = house.start(&["serve"]);
    let folder = house.path("read");
    std::fs::create_dir(&folder).unwrap();
    for (prefix, name) in [("", "nb"), ("/nn", "nn"), ("/en", "en")] {
        let feed = text(&format!("{}{prefix}/horinger.atom", service.url)).await;
        std::fs::write(folder.join(format!("{name}.atom")), feed).unwrap();
        for slug in ["rar", "tolv", "handlingsplan-for-barnevernet"] {
            let calendar = text(&format!("{}{prefix}/horinger/{slug}/frist.ics", service.url)).await;
            std::fs::write(folder.join(format!("{name}-{slug}.ics")), calendar).unwrap();
        }
    }
    let script = project_file("tests/open/read.py");
    let read = others("python", &[script.to_str().unwrap(), folder.to_str().unwrap()]);
    assert!(read.success, "{}{}", read.out, read.err);
    let read: Value = serde_json::from_str(&read.out).unwrap();
    for (name, title) in [
        ("nb", "Høringer fra Bergen kommune"),
        ("nn", "Høyringar frå Bergen kommune"),
        ("en", "Consultations from Bergen kommune"),
    ] {
        let feed = &read[format!("{name}.atom")];
        assert_eq!((&feed["title"], &feed["author"]), (&title.into(), &"Bergen kommune".into()));
        let entries = feed["entries"].as_array().unwrap();
        assert_eq!(entries.len(), 5, "{feed}");
        let hostile = entries.iter().find(|entry| entry["link"].as_str().unwrap().ends_with("/rar")).unwrap();
        assert_eq!(hostile["title"].as_str().unwrap(), unescaped().trim());
        assert_eq!(hostile["related"].as_array().unwrap().len(), 1);
        assert!(!feed.to_string().contains("kladd"), "{feed}");
        let event = &read[format!("{name}-rar.ics")];
        assert!(event["summary"].as_str().unwrap().ends_with(&unescaped()), "{event}");
        assert_eq!((&event["start"], &event["end"]), (&"2099-12-31".into(), &"2100-01-01".into()));
        let noon = &read[format!("{name}-tolv.ics")];
        assert_eq!((&noon["start"], &noon["end"]), (&"2099-12-31T11:00:00+00:00".into(), &Value::Null));
        let plan = &read[format!("{name}-handlingsplan-for-barnevernet.ics")];
        assert_eq!(plan["start"], "2023-06-30");
        assert!(plan["url"].as_str().unwrap().ends_with("/horinger/handlingsplan-for-barnevernet"));
    }
    // One round is one event and one entry, whatever the language.
    assert_eq!(read["nb-rar.ics"]["uid"], read["en-rar.ics"]["uid"]);
    assert_eq!(read["nb.atom"]["entries"][0]["id"], read["nn.atom"]["entries"][0]["id"]);
}

/// The title as people read it, without the escapes of the round's file.
fn unescaped() -> String {
    HOSTILE.repeat(4).replace("\\\\", "\\")
}

#[test]
fn schemathesis_finds_nothing_in_the_open_data() {
    let house = furnished();
    let service = house.start(&["serve"]);
    let description = format!("{}/api/v1/openapi.json", service.url);
    let config = project_file("tests/open/schemathesis.toml");
    // The same cases each time: what is found once must be found again.
    let run = ["--no-color", "run", &description, "--checks", "all", "--seed", "1", "--max-examples", "60"];
    // Names of rounds that it makes up itself, and then one that is there.
    for first in [&[][..], &["--config-file", config.to_str().unwrap()]] {
        let outcome = others("schemathesis", &[first, &run].concat());
        assert!(outcome.success, "{}{}", outcome.out, outcome.err);
        assert!(outcome.out.contains("No issues found"), "{}", outcome.out);
    }
}
