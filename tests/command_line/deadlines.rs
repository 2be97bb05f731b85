//! Rounds are listed, opened, extended, closed and opened again.

use super::house::House;
use super::house::case::small_round;

fn with_round(opens_on: &str, closes_on: &str) -> House {
    let house = House::migrated();
    let path = house.put("plan.toml", small_round("plan", opens_on, closes_on));
    house.does(&["round", "import", &path]);
    house
}

fn phase(house: &House) -> String {
    house.does(&["round", "list"]).split(' ').next().unwrap().to_owned()
}

#[track_caller]
fn refuses_unchanged(house: &House, command: &[&str], reason: &str) {
    let before = house.database.dump();
    let given = house.refuses(command);
    assert!(given.contains(reason), "{command:?}: {given}");
    assert_eq!(house.database.dump(), before, "{command:?}");
}

const EXTEND: [&str; 7] = ["round", "extend", "plan", "--until", "2100-06-30", "--reason", "Flere vil svare"];
const CLOSE: [&str; 5] = ["round", "close", "plan", "--reason", "Alle har svart"];
const REOPEN: [&str; 7] = ["round", "reopen", "plan", "--until", "2100-06-30", "--reason", "Feil i utkastet"];
const OPEN: [&str; 3] = ["round", "open", "plan"];

#[test]
fn no_round_is_an_empty_list() {
    assert_eq!(House::migrated().does(&["round", "list"]), "");
}

#[test]
fn rounds_are_listed_with_phase_address_title_and_deadline() {
    let house = House::migrated();
    for (slug, opens_on, closes_on) in [
        ("apen", "2023-06-01", "2099-06-30"),
        ("lukket", "2023-06-01", "2023-06-30"),
        ("varslet", "2098-06-01", "2099-06-30"),
    ] {
        let path = house.put("round.toml", small_round(slug, opens_on, closes_on));
        house.does(&["round", "import", &path]);
    }
    let hidden =
        small_round("kladd", "2023-06-01", "2099-06-30").replace("published = true", "published = false");
    house.does(&["round", "import", &house.put("round.toml", hidden)]);
    let list = house.does(&["round", "list"]);
    let mut lines: Vec<&str> = list.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "announced  varslet  En plan (up to and including 30 June 2099)",
            "closed     lukket  En plan (up to and including 30 June 2023)",
            "draft      kladd  En plan (up to and including 30 June 2099)",
            "open       apen  En plan (up to and including 30 June 2099)",
        ]
    );
}

#[test]
fn an_announced_round_is_opened_once() {
    let house = with_round("2098-06-01", "2099-06-30");
    assert_eq!(phase(&house), "announced");
    refuses_unchanged(&house, &CLOSE, "the round is not running");
    assert!(house.does(&OPEN).starts_with("open "));
    assert_eq!(phase(&house), "open");
    refuses_unchanged(&house, &OPEN, "the round is open already");
}

#[test]
fn an_open_round_is_extended_to_a_later_time_with_a_reason() {
    let house = with_round("2023-06-01", "2099-06-30");
    for (until, reason) in [("2099-06-30", "not later"), ("2023-01-01", "not later")] {
        refuses_unchanged(&house, &["round", "extend", "plan", "--until", until, "--reason", "x"], reason);
    }
    let silent = ["round", "extend", "plan", "--until", "2100-06-30", "--reason", "\u{200b} "];
    refuses_unchanged(&house, &silent, "give a reason");
    refuses_unchanged(&house, &["round", "extend", "plan", "--until", "2100-06-30"], "--reason");
    for until in ["30.06.2100", "2100-02-30", "tomorrow"] {
        refuses_unchanged(&house, &["round", "extend", "plan", "--until", until, "--reason", "x"], "--until");
    }
    refuses_unchanged(&house, &REOPEN, "the round is not closed");

    assert!(house.does(&EXTEND).contains("(up to and including 30 June 2100)"));
    let at_noon = ["round", "extend", "plan", "--until", "2100-07-01T12:00", "--reason", "x"];
    assert!(house.does(&at_noon).contains("1 July 2100"), "{}", house.does(&["round", "list"]));
}

#[test]
fn a_round_is_closed_and_opened_again_and_every_step_stands_in_the_history_and_the_log() {
    let house = with_round("2023-06-01", "2099-06-30");
    house.does(&EXTEND);
    assert!(house.does(&CLOSE).starts_with("closed "));
    refuses_unchanged(&house, &CLOSE, "the round is not running");
    refuses_unchanged(&house, &EXTEND, "the round is not running");
    refuses_unchanged(&house, &OPEN, "the deadline has passed; reopen the round");
    let past = ["round", "reopen", "plan", "--until", "2023-06-30", "--reason", "x"];
    refuses_unchanged(&house, &past, "the new deadline has passed already");
    let in_all_languages = ["--reason-nn", "Feil i utkastet, ja", "--reason-en", "A mistake"];
    assert!(house.does(&[&REOPEN[..], &in_all_languages].concat()).starts_with("open "));

    let history = house.database.rows("SELECT kind, decided_by, reason FROM deadline_decisions ORDER BY id");
    let kinds: Vec<&str> = history.iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["extended", "closed", "reopened"]);
    let last = history[2]["reason"].to_string();
    for reason in ["Feil i utkastet", "Feil i utkastet, ja", "A mistake"] {
        assert!(last.contains(reason), "{last}");
    }
    let log = house.database.rows("SELECT actor, event, subject FROM audit_log ORDER BY id");
    let events: Vec<String> = log.iter().map(|row| row["event"].as_str().unwrap().to_owned()).collect();
    assert_eq!(events, ["round.imported", "round.extended", "round.closed", "round.reopened"]);
    for row in &log {
        assert_eq!((row["actor"].as_str(), row["subject"].as_str()), (Some("command-line"), Some("plan")));
    }
}

#[test]
fn a_round_that_is_not_there_is_said_to_be_missing() {
    let house = House::migrated();
    for command in [OPEN.as_slice(), &EXTEND, &CLOSE, &REOPEN, &["round", "export", "plan"]] {
        refuses_unchanged(&house, command, "there is no");
    }
    refuses_unchanged(&house, &["export", "plan", "--out", "a.csv"], "there is no such round");
    assert!(!house.path("a.csv").exists());
}

#[test]
fn a_round_is_put_away_and_taken_out_and_not_concluded_without_an_outcome() {
    let house = with_round("2023-06-01", "2023-06-30");
    refuses_unchanged(&house, &["round", "conclude", "plan"], "the outcome is not complete");
    refuses_unchanged(&house, &["round", "unarchive", "plan"], "the round is not archived");
    assert!(house.does(&["round", "archive", "plan"]).starts_with("archived "));
    refuses_unchanged(&house, &["round", "archive", "plan"], "the round is archived");
    refuses_unchanged(&house, &["round", "conclude", "plan"], "the round is archived");
    assert!(house.does(&["round", "unarchive", "plan"]).starts_with("closed "));
    let open = with_round("2023-06-01", "2099-06-30");
    for deed in ["archive", "conclude"] {
        refuses_unchanged(&open, &["round", deed, "plan"], "the deadline has not passed");
    }
}
