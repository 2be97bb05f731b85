//! The service is killed in the middle of uploads: of each file there is nothing, or all of it with
//! its row; and what was acknowledged is there.

use super::house::House;
use super::house::case::import_open_round;
use super::house::citizen::Citizen;
use super::house::service::Service;
use innspill::actions::sweep_files::{delete_swept, sweep_bytes};
use innspill::domain::clock::Moment;
use innspill::files::Files;
use innspill::store::Store;
use reqwest::StatusCode;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

const PEOPLE: usize = 8;

/// When the service is killed.
#[derive(Debug, Clone, Copy)]
enum Kill {
    /// So many milliseconds after the uploads began.
    After(u64),
    /// When so many were acknowledged.
    Acknowledged(usize),
}

const KILLS: [Kill; 7] = [
    Kill::After(20),
    Kill::After(150),
    Kill::Acknowledged(1),
    Kill::After(500),
    Kill::Acknowledged(3),
    Kill::Acknowledged(5),
    Kill::Acknowledged(7),
];

/// A file of two megabytes, another one each time: large enough to be kept in parts.
fn file(person: usize, kill: usize) -> Vec<u8> {
    format!("Fil {kill} fra person {person}, side etter side\n").repeat(50_000).into_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_upload_leaves_nothing_or_a_whole_file_with_its_row() {
    for house in House::migrated_on_each() {
        let house = house.with("INNSPILL__LOGIN__PROVIDER", "test");
        import_open_round(&house, "plan");
        let people: Vec<Arc<Citizen>> =
            (0..PEOPLE).map(|number| Arc::new(Citizen::new("plan", &format!("person-{number}")))).collect();
        let service = house.start(&["serve"]);
        for person in &people {
            person.log_in(&service.url).await.unwrap();
            person.save(&service.url, 0).await.unwrap();
        }
        drop(service);
        let mut acknowledged = BTreeSet::new();
        for (number, kill) in KILLS.into_iter().enumerate() {
            acknowledged.extend(upload_until_killed(house.start(&["serve"]), &people, number, kill).await);
        }
        assert!(acknowledged.len() >= 1 + 3 + 5 + 7, "{acknowledged:?}");
        everything_acknowledged_is_there(&house, &acknowledged);
        nothing_is_left_over(&house).await;
    }
}

/// Everybody sends one file; returns the names of those that were acknowledged.
async fn upload_until_killed(
    service: Service,
    people: &[Arc<Citizen>],
    number: usize,
    kill: Kill,
) -> Vec<String> {
    let service = Arc::new(service);
    let mut uploads = JoinSet::new();
    for (place, person) in people.iter().enumerate() {
        let (person, service) = (Arc::clone(person), Arc::clone(&service));
        uploads.spawn(async move {
            let name = format!("{number}-{place}.txt");
            // An error is the service's death.
            let answer = person.attach(&service.url, &name, &file(place, number)).await;
            answer.is_ok_and(|status| status == StatusCode::SEE_OTHER).then_some(name)
        });
    }
    if let Kill::After(milliseconds) = kill {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        service.kill();
    }
    let mut acknowledged = Vec::new();
    while let Some(name) = uploads.join_next().await {
        acknowledged.extend(name.unwrap());
        if matches!(kill, Kill::Acknowledged(count) if count == acknowledged.len()) {
            service.kill();
        }
    }
    acknowledged
}

fn everything_acknowledged_is_there(house: &House, acknowledged: &BTreeSet<String>) {
    let rows = house.database.rows("SELECT name FROM attachments");
    let stored: BTreeSet<String> = rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    assert!(acknowledged.is_subset(&stored), "{acknowledged:?} {stored:?}");
    assert_eq!(house.database.count("attachments"), house.database.count("files"));
    // Every row has its bytes, read anew.
    let checked: Value = serde_json::from_str(&house.run(&["check", "--json"]).out).unwrap();
    let checks = checked["checks"].as_array().unwrap();
    let files = checks.iter().find(|check| check["name"] == "files").unwrap();
    assert_eq!(files["state"], "ok", "{files}");
}

/// What has no row is swept, with every half of a file.
async fn nothing_is_left_over(house: &House) {
    let store = Store::open(&house.database.url()).unwrap();
    let files = Files::in_folder(&house.path("files")).unwrap();
    let later: Moment = "2099-01-01T12:00:00Z".parse().unwrap();
    for first in u8::MIN..=u8::MAX {
        sweep_bytes(&store, &files, first, later).await.unwrap();
    }
    delete_swept(&store, &files, later.plus_seconds(3600)).await.unwrap();
    let rows = house.database.rows("SELECT sha256 FROM files");
    let known: BTreeSet<String> = rows.iter().map(|row| row["sha256"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names_below(&house.path("files")), known);
}

fn names_below(folder: &Path) -> BTreeSet<String> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let names = entries.flat_map(|path| match path.is_dir() {
        true => names_below(&path),
        false => BTreeSet::from([path.file_name().unwrap().to_str().unwrap().to_owned()]),
    });
    names.collect()
}
