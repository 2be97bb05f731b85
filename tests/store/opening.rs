//! Opening a database, and whether its schema fits.

use crate::database::Database;
use crate::on_both;
use innspill::store::{OpenError, SchemaState, Store};

on_both! {
    an_empty_database_is_behind_until_it_is_migrated,
    a_database_of_a_newer_program_is_told,
    a_database_that_misses_a_migration_is_behind,
    what_is_stored_is_there_after_opening_again,
}

async fn an_empty_database_is_behind_until_it_is_migrated(db: Database) {
    let empty = db.empty();
    let SchemaState::Behind { missing } = empty.store.schema_state().unwrap() else {
        panic!("an empty database is behind");
    };
    assert!(missing > 0);
    assert_eq!(empty.store.migrate().unwrap(), missing);
    assert_eq!(empty.store.schema_state().unwrap(), SchemaState::Current);
    assert_eq!(empty.store.migrate().unwrap(), 0);
    assert_eq!(empty.audit_lines().await, 0);
}

async fn a_database_of_a_newer_program_is_told(db: Database) {
    assert_eq!(db.store.schema_state().unwrap(), SchemaState::Current);
    db.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101000001')");
    assert_eq!(db.store.schema_state().unwrap(), SchemaState::Newer);
}

async fn a_database_that_misses_a_migration_is_behind(db: Database) {
    db.execute(
        "DELETE FROM __diesel_schema_migrations WHERE version = \
         (SELECT MAX(version) FROM __diesel_schema_migrations)",
    );
    assert_eq!(db.store.schema_state().unwrap(), SchemaState::Behind { missing: 1 });
    // Something newer weighs more than something missing.
    db.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99990101000001')");
    assert_eq!(db.store.schema_state().unwrap(), SchemaState::Newer);
}

async fn what_is_stored_is_there_after_opening_again(db: Database) {
    db.put(|_| Ok(())).await;
    let again = Store::open(&db.address()).unwrap();
    assert_eq!(again.schema_state().unwrap(), SchemaState::Current);
    assert_eq!(again.read(innspill::store::audit::list_events).await.unwrap().len(), 1);
}

#[test]
fn an_address_without_a_known_scheme_is_refused_and_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let bare = path.to_str().unwrap();
    for address in [bare, "var/x.db", "", "sqlite:", "sqlite://", "mysql://localhost/x", "SQLITE//x"] {
        let refused = Store::open(address).err();
        assert!(matches!(refused, Some(OpenError::Address)), "{address}: {refused:?}");
    }
    assert!(!path.exists());
    assert!(!std::path::Path::new("var/x.db").exists());
}

#[test]
fn a_database_that_does_not_answer_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("sqlite://{}/no/such/folder/x.db", folder.path().display());
    for address in [missing.as_str(), "postgres://127.0.0.1:1/x"] {
        let refused = Store::open(address).err();
        assert!(matches!(refused, Some(OpenError::Connect(_))), "{address}: {refused:?}");
    }
}
