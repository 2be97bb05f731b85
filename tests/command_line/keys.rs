//! Field keys: shown, changed, and everything put under the new one.

use super::house::House;
use super::house::case::{import_rounds, submissions_path};
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
    let done = house.does(&["keys", "reseal"]);
    assert!(done.contains(&format!("revisions.email      {sealed} sealed anew\n")), "{done}");
    assert!(house.does(&["keys", "reseal"]).contains("revisions.email      0 sealed anew\n"));
    assert!(house.does(&["keys", "list"]).contains(&format!("revisions.email      key new: {sealed}\n")));

    house.set("INNSPILL_FIELD_KEYS", NEW);
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
    let before = house.database.rows("SELECT id, email FROM revisions ORDER BY id");
    let reason = house.refuses(&["keys", "reseal"]);
    assert!(
        reason.contains("sealed with the key \"test\", which INNSPILL_FIELD_KEYS does not hold"),
        "{reason}"
    );
    assert_eq!(house.database.rows("SELECT id, email FROM revisions ORDER BY id"), before);
}
