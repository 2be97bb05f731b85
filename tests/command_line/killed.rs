//! A receipt is a promise: the service is killed in the middle of 200 submissions, and what it
//! acknowledged is there.

use super::house::House;
use super::house::case::import_open_round;
use super::house::citizen::{Citizen, Found};
use super::house::database::Row;
use super::house::service::Service;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Mutex;

const PEOPLE: usize = 200;
const AT_ONCE: usize = 16;

/// What a person had been told when the service died.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    Nothing,
    Saved,
    Received(String),
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_a_kill_is_there_with_its_letter_and_none_twice() {
    for house in House::migrated_on_each() {
        let house = house.with("INNSPILL__LOGIN__PROVIDER", "test").with("RUST_LOG", "innspill=info");
        import_open_round(&house, "plan");
        let people: Vec<Arc<Citizen>> =
            (0..PEOPLE).map(|number| Arc::new(Citizen::new("plan", &format!("person-{number}")))).collect();

        let kill_at = 30 + usize::from(uuid::Uuid::new_v4().as_bytes()[0]) % 121;
        println!("killed after {kill_at} acknowledgements");
        let told = send_until_killed(house.start(&["serve"]), &people, kill_at).await;
        let received = told.iter().filter(|told| matches!(told, Told::Received(_))).count();
        assert!((kill_at..PEOPLE).contains(&received), "{received} were acknowledged");

        let service = house.start(&["serve"]);
        everything_acknowledged_is_there(&house, &service, &people, &told).await;
        the_others_go_on_where_they_were(&service, &people, &told).await;
        everyone_has_one_submission_and_one_letter(&house);
    }
}

/// Sixteen people at a time; the service is killed when the `kill_at`th receipt arrives.
async fn send_until_killed(service: Service, people: &[Arc<Citizen>], kill_at: usize) -> Vec<Told> {
    let service = Arc::new(service);
    let told = Arc::new(Mutex::new(vec![Told::Nothing; people.len()]));
    let (next, acknowledged) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let people: Arc<[Arc<Citizen>]> = people.into();
    let worker = || {
        let (service, told, people) = (Arc::clone(&service), Arc::clone(&told), Arc::clone(&people));
        let (next, acknowledged) = (Arc::clone(&next), Arc::clone(&acknowledged));
        tokio::spawn(async move {
            loop {
                let number = next.fetch_add(1, Ordering::SeqCst);
                let Some(person) = people.get(number) else { return };
                // An error is the service's death; what had been told before it stands.
                if person.log_in(&service.url).await.is_err() || person.save(&service.url, 0).await.is_err() {
                    return;
                }
                told.lock().await[number] = Told::Saved;
                let Ok(reference) = person.send(&service.url, 1).await else { return };
                told.lock().await[number] = Told::Received(reference);
                if acknowledged.fetch_add(1, Ordering::SeqCst) + 1 == kill_at {
                    service.kill();
                }
            }
        })
    };
    let workers: Vec<_> = (0..AT_ONCE).map(|_| worker()).collect();
    for worker in workers {
        worker.await.unwrap();
    }
    told.lock().await.clone()
}

async fn everything_acknowledged_is_there(
    house: &House,
    service: &Service,
    people: &[Arc<Citizen>],
    told: &[Told],
) {
    let letters = letters(house);
    for (person, told) in people.iter().zip(told) {
        let Told::Received(reference) = told else { continue };
        // Nobody logs in again: the session was acknowledged too.
        let page = person.receipt(&service.url, reference).await.unwrap();
        let page = page.unwrap_or_else(|| panic!("{reference} is gone"));
        for number in [1, 2] {
            assert!(page.contains(&person.answer(number)), "{reference}");
        }
        assert!(page.contains(&person.email()), "{reference}");
        assert_eq!(letters.get(reference), Some(&1), "letters of {reference}");
    }
}

/// How many letters each submission has.
fn letters(house: &House) -> BTreeMap<String, u64> {
    let rows = house.database.rows(
        "SELECT reference, count(letters.id) AS n FROM submissions LEFT JOIN letters \
         ON submission_id = submissions.id GROUP BY reference",
    );
    let entry = |row: &Row| (row["reference"].as_str().unwrap().to_owned(), row["n"].as_u64().unwrap());
    rows.iter().map(entry).collect()
}

/// A draft that was saved is a draft or has become a submission; then everyone sends.
async fn the_others_go_on_where_they_were(service: &Service, people: &[Arc<Citizen>], told: &[Told]) {
    for (person, told) in people.iter().zip(told) {
        let url = &service.url;
        if *told == Told::Nothing {
            person.log_in(url).await.unwrap();
        }
        match (person.come_back(url).await.unwrap(), told) {
            (Found::Receipt(found), Told::Received(reference)) => assert_eq!(found, *reference),
            // Committed, and killed before the answer left.
            (Found::Receipt(found), Told::Saved) => assert_eq!(person.send(url, 1).await.unwrap(), found),
            (Found::Draft, Told::Saved | Told::Nothing) => {
                person.send(url, 1).await.unwrap();
            }
            (Found::EmptyForm, Told::Nothing) => {
                person.save(url, 0).await.unwrap();
                person.send(url, 1).await.unwrap();
            }
            (_, told) => {
                panic!("{}: something else than was told: {told:?}", person.email())
            }
        }
    }
}

fn everyone_has_one_submission_and_one_letter(house: &House) {
    let letters = letters(house);
    assert_eq!(letters.len(), PEOPLE);
    assert!(letters.values().all(|&count| count == 1), "{letters:?}");
    assert_eq!(house.database.count("answers"), 2 * PEOPLE as u64);
    assert_eq!(house.database.count("drafts"), 0);
    assert_eq!(house.database.count("audit_log WHERE event = 'submission.received'"), PEOPLE as u64);
}
