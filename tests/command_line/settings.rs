//! Settings: all that is wrong is told at once, and what is unknown is refused.

use super::house::House;
use super::house::case::import_open_round;

fn problems(house: &House, args: &[&str]) -> Vec<String> {
    let reason = house.refuses(args);
    let (head, list) = reason.split_once(":\n  - ").unwrap_or_else(|| panic!("{reason}"));
    let list: Vec<String> = list.trim_end().split("\n  - ").map(str::to_owned).collect();
    assert_eq!(head, format!("innspill: the settings have {} problem(s)", list.len()));
    list
}

#[track_caller]
fn tells(found: &[String], expected: &[&str]) {
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for part in expected {
        assert_eq!(found.iter().filter(|problem| problem.contains(part)).count(), 1, "{part}: {found:#?}");
    }
}

#[test]
fn every_problem_is_told_at_once_from_the_file_and_from_the_environment() {
    let house = House::migrated()
        .with("INNSPILL_PERSON_KEY", "too short")
        .with("INNSPILL__MAIL__PORT", "many")
        .with("INNSPILL__MAIL__PROT", "25");
    let file = "[server]\nlisten = \"here\"\nworkers = \"two\"\n[storage]\nfolder = \"x\"\n";
    let file = house.put("settings.toml", file);
    let expected = ["INNSPILL_PERSON_KEY", "mail.port", "mail.prot", "storage.folder", "server.workers"];
    // The environment of the tests says where to listen, and wins over the file.
    tells(&problems(&house, &["serve", "--config", &file]), &expected);
    let house = house.with("DATABASE_URL", "");
    tells(
        &problems(&house, &["serve", "--config", &file]),
        &[expected.as_slice(), &["DATABASE_URL"]].concat(),
    );
}

#[test]
fn a_database_that_is_not_named_is_asked_for_by_every_command() {
    let house = House::migrated().with("DATABASE_URL", "");
    let path = house.put("submissions.json", "[]");
    for command in [
        ["serve"].as_slice(),
        &["work"],
        &["migrate"],
        &["import", &path],
        &["export", "plan", "--out", "plan.csv"],
        &["round", "list"],
        &["round", "open", "plan"],
        &["round", "import", &path],
    ] {
        tells(
            &problems(&house, command),
            &["DATABASE_URL must be set in the environment, or --database-url"],
        );
    }
}

#[test]
fn what_is_well_formed_and_cannot_be_right_is_told_at_once_too() {
    let house = House::migrated()
        .with("INNSPILL__SERVER__BASE_URL", "https://horing.example.org/")
        .with("INNSPILL__SESSIONS__STAFF_IDLE_MINUTES", "0")
        .with("INNSPILL__MAIL__ENCRYPTION", "maybe")
        .with("INNSPILL__MUNICIPALITY__NAME", " ")
        .with("INNSPILL__LOGIN__PROVIDER", "test")
        .with("INNSPILL__SERVER__LISTEN", "0.0.0.0:0");
    let expected = [
        "server.base_url must begin with http:// or https:// and not end with a slash",
        "sessions.staff_idle_minutes must be more than 0 and at most sessions.staff_max_minutes",
        "mail.encryption must be starttls, tls or none",
        "municipality.name must not be empty",
        "login.provider = \"test\" lets anyone be anyone; server.listen must then be a loopback address",
    ];
    tells(&problems(&house, &["serve"]), &expected);
}

#[test]
fn an_unknown_setting_is_refused_wherever_it_stands() {
    let house = House::migrated();
    let file = house.put("settings.toml", "[server]\nlissen = \"127.0.0.1:80\"\n[databases]\nurl = \"x\"\n");
    tells(
        &problems(&house, &["serve", "--config", &file]),
        &["unknown setting: server.lissen", "unknown setting: databases.url"],
    );
    let house = house.with("INNSPILL__MAIL__HOSTS", "smtp.example.org");
    tells(&problems(&house, &["work"]), &["unknown setting: mail.hosts"]);
    let path = house.put("round.toml", "");
    tells(&problems(&house, &["round", "import", &path]), &["unknown setting: mail.hosts"]);
}

#[test]
fn the_person_key_is_demanded_with_how_to_make_one() {
    let house = House::migrated().with("INNSPILL_PERSON_KEY", "");
    let path = house.put("submissions.json", "[]");
    for command in [["serve"].as_slice(), &["work"], &["import", &path]] {
        tells(&problems(&house, command), &["INNSPILL_PERSON_KEY must be set"]);
        assert!(house.refuses(command).contains("openssl rand -hex 32"));
    }
}

#[test]
fn commands_that_hash_and_seal_nothing_do_not_ask_for_the_person_key() {
    let house = House::migrated().with("INNSPILL_PERSON_KEY", "");
    import_open_round(&house, "plan");
    house.does(&["round", "list"]);
    house.does(&["round", "export", "plan", "--out", "written.toml"]);
    house.does(&["round", "close", "plan", "--reason", "Ferdig"]);
    house.does(&["export", "plan", "--out", "plan.csv"]);
    house.does(&["migrate"]);
}

#[test]
fn a_file_of_settings_that_is_missing_or_no_toml_is_named() {
    let house = House::migrated();
    tells(&problems(&house, &["serve", "--config", "nowhere.toml"]), &["nowhere.toml"]);
    let broken = house.put("broken.toml", "[server");
    tells(&problems(&house, &["serve", "--config", &broken]), &["broken.toml"]);
}

#[test]
fn the_test_login_is_refused_off_loopback() {
    for (listen, allowed) in
        [("0.0.0.0:0", false), ("[::]:0", false), ("192.0.2.7:0", false), ("127.0.0.1:0", true)]
    {
        let house = House::migrated()
            .with("INNSPILL__LOGIN__PROVIDER", "test")
            .with("INNSPILL__SERVER__LISTEN", listen);
        if allowed {
            let service = house.start(&["serve"]);
            assert!(service.url.starts_with("http://127.0.0.1:"));
        } else {
            tells(&problems(&house, &["serve"]), &["must then be a loopback address"]);
        }
    }
}

#[test]
fn mail_without_encryption_to_another_machine_is_refused() {
    let house = House::migrated()
        .with("INNSPILL__MAIL__TRANSPORT", "smtp")
        .with("INNSPILL__MAIL__HOST", "smtp.example.org")
        .with("INNSPILL__MAIL__ENCRYPTION", "none");
    let outcome = house.run(&["work"]);
    assert!(!outcome.success);
    assert!(outcome.err.contains("must be encrypted: set starttls or tls"), "{}", outcome.err);
}
