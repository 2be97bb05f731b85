//! Starting: the database must fit, the port must be free.

use super::house::database::Database;
use super::house::{House, project_file};
use std::net::TcpListener;

/// How many migrations an empty database lacks.
fn migrations() -> usize {
    std::fs::read_dir(project_file("migrations/sqlite")).unwrap().count()
}

#[test]
fn migrate_makes_the_tables_and_running_it_again_does_nothing() {
    let house = House::empty();
    let expected = format!("Ran {} migration(s); the database is up to date.\n", migrations());
    assert_eq!(house.does(&["migrate"]), expected);
    let before = house.database.dump();
    assert_eq!(house.does(&["migrate"]), "The database is up to date.\n");
    assert_eq!(house.database.dump(), before);
    assert!(house.database.tables().iter().any(|table| table == "submissions"));
}

#[test]
fn a_database_that_is_not_migrated_is_refused_with_what_to_do() {
    let house = House::empty();
    for command in [
        vec!["serve"],
        vec!["work"],
        vec!["round", "list"],
        vec!["import", "none.json"],
        vec!["export", "plan", "--out", "a.csv"],
    ] {
        let reason = house.refuses(&command);
        assert!(reason.contains(&format!("lacks {} migration", migrations())), "{command:?}: {reason}");
        assert!(reason.contains("run `innspill migrate`"), "{command:?}: {reason}");
    }
}

#[test]
fn a_database_of_a_newer_innspill_is_refused_with_what_to_do() {
    let house = House::migrated();
    house.database.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000001')");
    for command in [["serve"].as_slice(), &["work"], &["migrate"], &["round", "list"]] {
        let reason = house.refuses(command);
        assert!(reason.contains("newer Innspill"), "{command:?}: {reason}");
        assert!(reason.contains("run that version, or restore a backup"), "{command:?}: {reason}");
    }
}

#[test]
fn an_address_that_is_no_database_is_refused() {
    for address in ["innspill.db", "mysql://localhost/innspill", "sqlite://", "postgres"] {
        let house = House::empty_on_sqlite().with("DATABASE_URL", address);
        for command in ["serve", "migrate"] {
            let reason = house.refuses(&[command]);
            assert!(reason.contains("must begin with sqlite:// or postgres://"), "{address}: {reason}");
        }
        assert!(!house.path("innspill.db").exists(), "{address}");
    }
    let nameless = House::empty_on_sqlite().with("DATABASE_URL", "");
    assert!(nameless.refuses(&["serve"]).contains("--database-url"));
}

#[test]
fn a_database_that_does_not_answer_is_refused_without_telling_its_password() {
    // A port that was just free, so that nobody answers there.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let silent = format!("postgres://innspill:hemmelig-ord@127.0.0.1:{port}/innspill");
    let nowhere = "sqlite:///there/is/no/such/folder/innspill.db";
    for address in [silent.as_str(), nowhere] {
        let house = House::empty_on_sqlite().with("DATABASE_URL", address);
        for command in ["serve", "migrate"] {
            let reason = house.refuses(&[command]);
            assert!(reason.contains("cannot be reached"), "{reason}");
            assert!(!reason.contains("hemmelig-ord"), "{reason}");
        }
    }
    let help = House::empty_on_sqlite().with("DATABASE_URL", &silent).does(&["serve", "--help"]);
    assert!(!help.contains("hemmelig-ord"), "{help}");
}

#[test]
fn a_taken_port_is_named_with_what_to_do() {
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port();
    let house = House::empty_on_sqlite();
    let reason = house.refuses(&["demo", "--port", &port.to_string()]);
    let remedy = format!("port {port} is taken by another program; choose another one, for example --port ");
    assert!(reason.contains(&remedy), "{reason}");
    assert!(!house.path("var").exists(), "nothing was begun");

    let mut house = House::migrated();
    house.set("INNSPILL__SERVER__LISTEN", &format!("127.0.0.1:{port}"));
    let outcome = house.run(&["serve"]);
    assert!(!outcome.success);
    let remedy = format!("port {port} is taken by another program; set server.listen to another one");
    assert!(outcome.err.contains(&remedy), "{}", outcome.err);
}

#[tokio::test]
async fn serve_says_where_it_listens_answers_and_stops_when_told() {
    let house = House::migrated();
    let service = house.start(&["serve", "--with-worker"]);
    for (path, status) in [("/health/live", 200), ("/health/ready", 200), ("/", 200), ("/logg-inn", 409)] {
        let answer = reqwest::get(format!("{}{path}", service.url)).await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{path}");
    }
    // The test login is for those who ask for it; without it, nobody comes in.
    let log_in = reqwest::Client::new().post(format!("{}/logg-inn", service.url));
    let answer = log_in.form(&[("persona", "administrator")]).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 403);
    assert!(answer.headers().get("set-cookie").is_none());
    let (status, said) = service.stop();
    assert!(status.success(), "{status}: {said}");
}

#[test]
fn the_worker_alone_stops_when_told() {
    let house = House::migrated().with("RUST_LOG", "debug");
    let worker = super::house::service::Service::start_silent(house.command(&["work"]));
    // Its first round is over, so it rests and listens.
    worker.wait_for("expired sessions");
    let (status, said) = worker.stop();
    assert!(status.success(), "{status}: {said}");
}

#[test]
fn postgres_is_used_where_a_server_is_named() {
    #[expect(clippy::disallowed_methods, reason = "asks what the tests were told, not what they made of it")]
    let is_named = std::env::var("TEST_POSTGRES_URL").is_ok();
    let houses = House::migrated_on_each();
    assert_eq!(houses.len(), if is_named { 2 } else { 1 });
    assert!(House::empty_on_sqlite().database.url().starts_with("sqlite:"));
    for house in [&House::migrated(), houses.last().unwrap()] {
        let is_postgres = matches!(house.database, Database::Postgres { .. });
        assert_eq!(is_postgres, is_named);
        // The tables are where they were to be made.
        assert_eq!(house.path("innspill.db").exists(), !is_named);
        assert!(house.database.tables().iter().any(|table| table == "submissions"));
    }
}
