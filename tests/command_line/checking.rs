//! `check` tells how a running installation stands, and what to do where something is wrong.

use super::house::House;
use super::house::case::{import_open_round, import_rounds};
use super::house::citizen::Citizen;
use super::house::service::Service;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What one check found.
struct Found {
    state: String,
    what: String,
    remedy: String,
}

/// The checks as JSON, with what `args` adds; the exit code must fit them.
#[track_caller]
fn all(house: &House, args: &[&str]) -> Value {
    let outcome = house.run(&[&["check", "--json"], args].concat());
    let told: Value = serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.err));
    assert_eq!(outcome.success, told["state"] != "failed", "{told:#}");
    assert_eq!(outcome.err.contains("check(s) failed"), !outcome.success, "{}", outcome.err);
    told
}

#[track_caller]
fn check_with(house: &House, args: &[&str], name: &str) -> Found {
    let told = all(house, args);
    let checks = told["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("{told:#}"));
    let lines: Vec<&str> =
        check["what"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let text = |key: &str| check[key].as_str().unwrap_or_default().to_owned();
    Found { state: text("state"), what: lines.join("\n"), remedy: text("remedy") }
}

#[track_caller]
fn check(house: &House, name: &str) -> Found {
    check_with(house, &[], name)
}

/// Writes a line from long ago, which the worker seals at once.
fn old_line(house: &House, id: u32) {
    let id = format!("{id:032x}");
    let id = if house.database.url().starts_with("sqlite") { format!("x'{id}'") } else { format!("'{id}'") };
    house.database.execute(&format!(
        "INSERT INTO audit_log (id, at, actor, event, subject) \
         VALUES ({id}, '2023-06-01T12:00:00.000Z', 'worker', 'letter.sent', 'old')"
    ));
}

/// Lets a worker seal what is old enough.
fn seal(house: &House) {
    let worker = Service::start_silent(house.command(&["work"]));
    worker.wait_for("sealed the audit log");
    worker.stop();
}

/// Changes what the database would refuse to change.
fn bypass(house: &House, sql: &str) {
    if house.database.url().starts_with("sqlite") {
        for name in ["audit_log_update", "audit_log_delete", "audit_seals_delete"] {
            house.database.execute(&format!("DROP TRIGGER IF EXISTS {name}"));
        }
    } else {
        house.database.execute("ALTER TABLE audit_log DISABLE TRIGGER ALL");
        house.database.execute("ALTER TABLE audit_seals DISABLE TRIGGER ALL");
    }
    house.database.execute(sql);
}

#[test]
fn a_new_installation_has_nothing_that_failed() {
    for house in House::migrated_on_each() {
        let told = all(&house, &[]);
        let warned: Vec<&Value> =
            told["checks"].as_array().unwrap().iter().filter(|check| check["state"] != "ok").collect();
        let names: Vec<&str> = warned.iter().map(|check| check["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["address", "login", "contact", "scanner"], "{told:#}");
        let table = house.does(&["check"]);
        assert!(table.contains("ok       audit-chain    0 line(s) under 0 seal(s)"), "{table}");
        assert!(table.contains("→ set login.provider"), "{table}");
    }
}

#[test]
fn what_is_wrong_with_the_settings_is_told_and_the_rest_is_not_left_out() {
    let house = House::migrated()
        .with("INNSPILL__MAIL__PORT", "many")
        .with("INNSPILL__LOGIN__PROVIDER", "magic")
        .with("INNSPILL_PERSON_KEY", "short");
    let settings = check(&house, "settings");
    assert_eq!(settings.state, "failed");
    assert!(
        settings.what.contains("mail.port") && settings.what.contains("login.provider"),
        "{}",
        settings.what
    );
    assert_eq!(check(&house, "person-key").state, "failed");
    let chain = check(&house, "audit-chain");
    assert_eq!((chain.state.as_str(), chain.what.as_str()), ("warning", "not checked"));
}

#[test]
fn a_database_that_does_not_fit_is_told_with_what_to_do() {
    let house = House::empty();
    let schema = check(&house, "schema");
    assert_eq!((schema.state.as_str(), schema.remedy.as_str()), ("failed", "run `innspill migrate`"));
    house.does(&["migrate"]);
    house.database.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101000001')");
    assert!(check(&house, "schema").what.contains("newer"));
    let house = house.with("DATABASE_URL", "postgres://127.0.0.1:1/x");
    assert!(check(&house, "schema").what.contains("cannot open the database"));
}

#[test]
fn a_login_provider_that_does_not_answer_is_named() {
    let house = House::migrated().with("INNSPILL_LOGIN_SECRET_HERE", "a secret for the provider here");
    let provider = "[login]\nprovider = \"oidc\"\n[login.providers.here]\nfor = \"citizens\"\n\
         name_nb = \"Her\"\nname_nn = \"Her\"\nname_en = \"Here\"\nissuer = \"http://127.0.0.1:1\"\n\
         client_id = \"innspill\"\nclient_auth = \"client_secret_basic\"\nscopes = \"openid\"\n";
    let file = house.put("settings.toml", provider);
    let login = check_with(&house, &["--config", &file], "login");
    assert_eq!(login.state, "failed", "{}", login.what);
    assert!(login.what.contains("here: the provider is unavailable"), "{}", login.what);
}

#[test]
fn an_address_for_people_must_be_encrypted() {
    let house = House::migrated().with("INNSPILL__SERVER__BASE_URL", "http://horing.example.org");
    assert_eq!(check(&house, "address").state, "failed");
    let house = house.with("INNSPILL__SERVER__BASE_URL", "https://horing.example.org");
    assert_eq!(check(&house, "address").state, "ok");
}

#[test]
fn the_audit_log_is_sealed_by_the_worker_and_verified() {
    for house in House::migrated_on_each() {
        old_line(&house, 1);
        old_line(&house, 2);
        let waiting = check(&house, "audit-sealing");
        assert_eq!(waiting.state, "warning");
        assert!(waiting.what.contains("2 line(s) not sealed yet, the oldest from 2023-06-01T12:00:00.000Z"));
        assert!(waiting.remedy.contains("innspill work"), "{}", waiting.remedy);
        seal(&house);
        assert_eq!(check(&house, "audit-sealing").what, "0 line(s) not sealed yet");
        let chain = check(&house, "audit-chain");
        assert_eq!(chain.state, "ok");
        assert!(chain.what.starts_with("2 line(s) under 1 seal(s), the last one 1:"), "{}", chain.what);
        let noted = chain.what.rsplit(' ').next().unwrap().to_owned();
        assert_eq!(check_with(&house, &["--seal", &noted], "audit-chain").state, "ok");
        let other = noted.replace("1:", "2:");
        let replaced = check_with(&house, &["--seal", &other], "audit-chain");
        assert!(replaced.what.contains("seal 2 is not the one that was noted"), "{}", replaced.what);
        assert!(house.refuses(&["check", "--seal", "1:xyz"]).contains("64 hexadecimal digits"));
        let house = house.with("INNSPILL_PERSON_KEY", "another key, which has never sealed anything");
        let chain = check(&house, "audit-chain");
        assert_eq!(chain.state, "warning");
        assert!(chain.what.contains("1 seal(s) are signed with a key that is not at hand"), "{}", chain.what);
    }
}

#[test]
fn a_log_that_was_tampered_with_is_told_line_by_line() {
    for house in House::migrated_on_each() {
        (1..=3).for_each(|id| old_line(&house, id));
        seal(&house);
        assert_eq!(check(&house, "audit-guards").state, "ok");
        bypass(&house, "UPDATE audit_log SET actor = 'citizen' WHERE subject = 'old'");
        let chain = check(&house, "audit-chain");
        assert_eq!(chain.state, "failed");
        assert!(chain.what.starts_with("3 fault(s) in the chain of 1 seal(s):\n"), "{}", chain.what);
        let line = "seal 1: line 00000000-0000-0000-0000-000000000002 has been altered";
        assert!(chain.what.contains(line), "{}", chain.what);
        let guards = check(&house, "audit-guards");
        assert_eq!(guards.state, "failed");
        assert!(guards.what.contains("audit_log_update"), "{}", guards.what);
        bypass(&house, "DELETE FROM audit_log");
        assert!(check(&house, "audit-chain").what.contains("000000000003 has been removed"));
    }
}

#[test]
fn a_clock_behind_the_log_is_told() {
    let house = House::migrated();
    assert_eq!(check(&house, "clock").state, "ok");
    house.database.execute(&format!(
        "INSERT INTO audit_log (id, at, actor, event, subject) \
         VALUES ({}, '2999-01-01T00:00:00.000Z', 'worker', 'letter.sent', 'x')",
        if house.database.url().starts_with("sqlite") {
            "x'00000000000000000000000000000009'"
        } else {
            "'00000000-0000-0000-0000-000000000009'"
        }
    ));
    let clock = check(&house, "clock");
    assert_eq!(clock.state, "failed");
    assert!(clock.what.contains("the audit log has lines from 2999-01-01"), "{}", clock.what);
}

/// The files below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn a_document_that_is_gone_or_altered_is_named() {
    let house = House::migrated();
    import_rounds(&house);
    let documents = check(&house, "documents");
    assert_eq!(documents.state, "ok");
    let count: usize = documents.what.split(' ').next().unwrap().parse().unwrap();
    let files = files_below(&house.path("files"));
    assert!(count >= files.len() && files.len() > 2, "{}", documents.what);
    fs::remove_file(&files[0]).unwrap();
    let whole = fs::read(&files[1]).unwrap();
    fs::write(&files[1], [whole.as_slice(), b"!"].concat()).unwrap();
    let documents = check(&house, "documents");
    assert_eq!(documents.state, "failed");
    assert!(documents.what.contains(" is missing") && documents.what.contains(" has been altered"));
    assert!(documents.remedy.contains("from a backup"));
    fs::remove_dir_all(house.path("files")).unwrap();
    assert!(check(&house, "documents").what.contains("is not a folder"));
    assert!(!house.path("files").exists(), "a check makes no folder");
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_do_not_go_and_receipts_that_are_missing_are_told() {
    for house in House::migrated_on_each() {
        import_open_round(&house, "plan");
        let house = house.with("INNSPILL__LOGIN__PROVIDER", "test");
        let service = house.start(&["serve"]);
        let citizen = Citizen::new("plan", "kari");
        citizen.log_in(&service.url).await.unwrap();
        citizen.save(&service.url, 0).await.unwrap();
        let reference = citizen.send(&service.url, 1).await.unwrap();
        service.stop();
        assert_eq!(check(&house, "letters").what, "1 waiting, 0 given up");
        assert_eq!(check(&house, "receipts").state, "ok");
        house.database.execute("UPDATE letters SET due_at = '2023-06-01T12:00:00.000Z'");
        let letters = check(&house, "letters");
        assert_eq!(letters.state, "failed");
        assert!(letters.what.contains("1 should have been sent by now"), "{}", letters.what);
        house.database.execute("UPDATE letters SET state = 'failed'");
        assert_eq!(check(&house, "letters").state, "warning");
        house.database.execute("DELETE FROM letters");
        let receipts = check(&house, "receipts");
        assert_eq!(receipts.state, "failed");
        assert_eq!(receipts.what, format!("submissions without their letter: {reference}"));
    }
}
