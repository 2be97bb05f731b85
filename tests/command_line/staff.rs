//! Roles are given, listed and taken away at a shell, and a link lets an administrator in.

use super::house::House;
use super::house::case::small_round;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

const SIRI: [&str; 4] = ["--issuer", "https://login.example.org", "--subject", "siri-123"];

fn add<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["staff", "add"], &SIRI[..], more].concat()
}

fn remove<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["staff", "remove"], &SIRI[..], more].concat()
}

#[test]
fn a_role_is_given_listed_and_taken_away_and_each_deed_is_logged() {
    let house = House::migrated();
    house.does(&[
        "round",
        "import",
        &house.put("plan.toml", small_round("plan", "2023-06-01", "2099-06-30")),
    ]);
    assert_eq!(house.does(&["staff", "list"]), "");
    let line = "case-officer  plan  https://login.example.org siri-123  Siri Sakslien\n";
    let named = ["--role", "case-officer", "--round", "plan", "--name", "Siri Sakslien"];
    assert_eq!(house.does(&add(&named)), line);
    house.does(&add(&["--role", "reader"]));
    let everywhere = "reader        everywhere  https://login.example.org siri-123  -\n";
    assert_eq!(house.does(&["staff", "list"]), format!("{line}{everywhere}"));
    let taken = house.does(&remove(&["--round", "plan"]));
    assert_eq!(taken, format!("Taken away:\n{line}"));
    assert_eq!(house.does(&["staff", "list"]), everywhere);
    let log = house.database.rows("SELECT actor, event, subject FROM audit_log ORDER BY id");
    let log: Vec<String> = log[1..]
        .iter()
        .map(|row| ["actor", "event", "subject"].map(|column| row[column].as_str().unwrap()).join(" "))
        .collect();
    assert_eq!(
        log,
        [
            "command-line staff.granted case-officer:siri-123 plan",
            "command-line staff.granted reader:siri-123",
            "command-line staff.revoked case-officer:siri-123 plan",
        ]
    );
}

#[test]
fn what_cannot_be_given_or_taken_is_refused_with_the_reason() {
    let house = House::migrated();
    for (command, reason) in [
        (add(&["--role", "boss"]), "must be one of reader, case-officer, administrator"),
        (add(&["--role", "reader", "--round", "plan"]), "there is no such round"),
        (remove(&[]), "they have no such role"),
        (add(&[]), "--role"),
    ] {
        let given = house.refuses(&command);
        assert!(given.contains(reason), "{command:?}: {given}");
    }
    let national_id = ["staff", "add", "--issuer", "x", "--subject", "22848522345", "--role", "reader"];
    let given = house.refuses(&national_id);
    assert!(given.contains("national id") && !given.contains("22848522345"), "{given}");
    assert_eq!(house.does(&["staff", "list"]), "");
}

#[test]
fn the_last_administrator_stays_unless_one_insists() {
    let house = House::migrated();
    house.does(&add(&["--role", "administrator"]));
    for command in [remove(&[]), add(&["--role", "reader"])] {
        assert!(house.refuses(&command).contains("the last administrator"), "{command:?}");
    }
    house.does(&["staff", "add", "--issuer", "x", "--subject", "arne", "--role", "administrator"]);
    house.does(&add(&["--role", "reader"]));
    assert!(house.refuses(&["staff", "remove", "--issuer", "x", "--subject", "arne"]).contains("the last"));
    house.does(&["staff", "remove", "--issuer", "x", "--subject", "arne", "--force"]);
}

/// Opens a link in a new browser and presses the button, with what the form carries.
async fn press(url: &str) -> Response {
    let http = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
    let page = http.get(url).send().await.unwrap().text().await.unwrap();
    let carried = page.split_once("name=\"skjemakode\" value=\"").map(|(_, after)| after);
    let carried = carried.and_then(|after| after.split('"').next()).unwrap_or_default();
    http.post(url).form(&[("skjemakode", carried)]).send().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_link_lets_an_administrator_in_where_nobody_can_log_in() {
    let house = House::migrated();
    let link = house.does(&["staff", "login-link"]);
    let path = link.strip_prefix("http://127.0.0.1:8080").unwrap().trim_end();
    let token = path.strip_prefix("/logg-inn/administrator/").unwrap();
    assert_eq!(token.len(), 64);
    assert!(!house.database.dump().contains(token), "the token itself is stored");
    let service = house.start(&["serve"]);
    let answer = press(&format!("{}{path}", service.url)).await;
    assert_eq!(answer.status(), 303);
    assert_eq!(answer.headers()["location"], "/saksbehandling/tilganger");
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("Max-Age=3600"), "{cookie}");
    assert_eq!(press(&format!("{}{path}", service.url)).await.status(), 409);
    let log = house.database.rows("SELECT event FROM audit_log ORDER BY id");
    let events: Vec<&str> = log.iter().map(|row| row["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["staff-link.printed", "staff-link.used", "staff.logged-in"]);
}
