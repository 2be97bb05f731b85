//! Field keys and person keys: shown, changed, and what was made with the old ones still found.

use super::house::House;
use super::house::PERSON_KEY;
use super::house::case::{import_open_round, import_rounds, submissions_path};
use super::house::citizen::{Citizen, Found};
use serde_json::json;

const NEW: &str = "new:fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";

fn with_an_address() -> House {
    let house = House::migrated();
    import_rounds(&house);
    house.does(&["import", &submissions_path()]);
    let entry = json!([{
        "key": "k1", "consultation": "handlingsplan-for-barnevernet", "channel": "letter",
        "respondent": {"kind": "person", "name": "Kari", "email": "kari@privat.example.org"},
        "language": "nb", "received": "2023-06-12T10:00:00+02:00", "answers": {"1": "Ja"},
    }]);
    let path = house.put("one.json", entry.to_string());
    house.does(&["import", &path]);
    house
}

#[test]
fn a_key_is_changed_while_the_old_one_still_opens_and_then_left_out() {
    let mut house = with_an_address();
    assert!(!house.database.dump().contains("privat.example.org"), "an address is readable");
    let sealed = house.database.count("revisions WHERE email IS NOT NULL");
    assert!(house.does(&["keys", "list"]).contains(&format!("revisions.email      key test: {sealed}\n")));

    let old = house.settings.iter().find(|(name, _)| name == "INNSPILL_FIELD_KEYS").unwrap().1.clone();
    house.set("INNSPILL_FIELD_KEYS", &format!("{NEW},{old}"));
    assert!(
        house.does(&["check"]).contains(&format!("{sealed} of {sealed} field(s) are sealed with an old key"))
    );
    let done = house.does(&["keys", "reseal"]);
    assert!(done.contains(&format!("revisions.email      {sealed} sealed anew\n")), "{done}");
    assert!(house.does(&["keys", "reseal"]).contains("revisions.email      0 sealed anew\n"));
    assert!(house.does(&["keys", "list"]).contains(&format!("revisions.email      key new: {sealed}\n")));

    house.set("INNSPILL_FIELD_KEYS", NEW);
    assert!(house.does(&["check"]).contains(&format!("{sealed} field(s) are sealed with the active key")));
    // Reads what was registered before, to compare.
    let path = house.path("one.json").display().to_string();
    assert_eq!(house.does(&["import", &path]), "Registered 0; 1 had been registered before.\n");
    house.set("INNSPILL_FIELD_KEYS", &old);
    assert!(house.refuses(&["import", &path]).contains("sealed with the key \"new\""));
}

#[test]
fn without_the_old_key_nothing_is_sealed_anew_and_the_key_is_named() {
    let mut house = with_an_address();
    house.set("INNSPILL_FIELD_KEYS", NEW);
    let told = house.run(&["check"]);
    assert!(!told.success && told.out.contains("keys that are not here: test"), "{}", told.out);
    house.database.execute("UPDATE revisions SET email = 'kari@example.org' WHERE email IS NOT NULL");
    let told = house.run(&["check"]);
    assert!(!told.success && told.out.contains("revisions.email: "), "{}", told.out);
    let house = with_an_address().with("INNSPILL_FIELD_KEYS", NEW);
    let before = house.database.rows("SELECT id, email FROM revisions ORDER BY id");
    let reason = house.refuses(&["keys", "reseal"]);
    assert!(
        reason.contains("sealed with the key \"test\", which INNSPILL_FIELD_KEYS does not hold"),
        "{reason}"
    );
    assert_eq!(house.database.rows("SELECT id, email FROM revisions ORDER BY id"), before);
}

#[tokio::test]
async fn everyone_finds_what_is_theirs_while_the_old_person_key_is_listed() {
    for mut house in House::migrated_on_each() {
        house.set("INNSPILL__LOGIN__PROVIDER", "test");
        import_open_round(&house, "plan");
        let people = ["kari", "ola", "per"].map(|name| Citizen::new("plan", name));
        let [kari, ola, per] = &people;
        let service = house.start(&["serve"]);
        for person in [kari, ola] {
            person.log_in(&service.url).await.unwrap();
            person.save(&service.url, 0).await.unwrap();
        }
        let reference = kari.send(&service.url, 1).await.unwrap();
        drop(service);

        house.set("INNSPILL_PERSON_KEY", &format!("another key: 0123456789abcdef0123456789,{PERSON_KEY}"));
        let service = house.start(&["serve"]);
        // Nobody was logged out. What was sent is found, stands alone, and is not sent again.
        assert!(kari.receipt(&service.url, &reference).await.unwrap().is_some());
        assert!(kari.page(&format!("{}/mine-innspill", service.url)).await.unwrap().contains(&reference));
        assert!(matches!(kari.come_back(&service.url).await.unwrap(), Found::Receipt(r) if r == reference));
        assert_eq!(kari.send(&service.url, 1).await.unwrap(), reference);
        assert!(matches!(ola.come_back(&service.url).await.unwrap(), Found::Draft));
        ola.send(&service.url, 1).await.unwrap();
        per.log_in(&service.url).await.unwrap();
        per.save(&service.url, 0).await.unwrap();
        let newest = per.send(&service.url, 1).await.unwrap();
        assert!(ola.receipt(&service.url, &newest).await.unwrap().is_none(), "another's");
        assert_eq!((house.database.count("submissions"), house.database.count("drafts")), (3, 0));
        drop(service);

        // Without the old key, only what hangs on it is out of reach.
        house.set("INNSPILL_PERSON_KEY", "another key: 0123456789abcdef0123456789");
        let service = house.start(&["serve"]);
        assert!(per.receipt(&service.url, &newest).await.unwrap().is_some());
        assert!(kari.receipt(&service.url, &reference).await.unwrap().is_none());
    }
}
