//! Which key a person goes by while an old secret is still listed.

use crate::database::Database;
use crate::examples::{at, store_all, stored_round, submission};
use crate::on_both;
use innspill::actions::Letterhead;
use innspill::actions::ask_login_link::{Ask, ask_login_link, identity};
use innspill::domain::draft::{Draft, DraftContent, Member};
use innspill::domain::ids::DraftId;
use innspill::domain::language::Language;
use innspill::domain::person::{Identity, PersonHasher, PersonKey};
use innspill::store::{drafts, members, persons};

on_both! {
    whoever_has_begun_keeps_the_old_key_and_everyone_else_gets_the_new_one,
    an_address_keeps_the_subject_that_it_began_with,
}

const NOW: &str = "2023-06-02T00:00:00Z";

fn hashers() -> (PersonHasher, PersonHasher) {
    (PersonHasher::new(b"old").unwrap(), PersonHasher::of([b"new".as_slice(), b"old"]).unwrap())
}

fn someone(subject: &str) -> Identity {
    Identity { issuer: "i".into(), subject: subject.into(), level: "l".into(), locale: None }
}

async fn found(db: &Database, possible: Vec<PersonKey>) -> PersonKey {
    db.ask(move |tx| persons::find_key(tx, possible)).await
}

async fn whoever_has_begun_keeps_the_old_key_and_everyone_else_gets_the_new_one(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let (old, both) = hashers();
    let old_key = |name: &str| old.of_identity(round.id, &someone(name)).swap_remove(0);
    let mut sent = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    sent.person = Some(old_key("has-sent"));
    store_all(&db, std::slice::from_ref(&sent)).await;
    let draft = Draft {
        id: DraftId::new(),
        consultation_id: round.id,
        person: old_key("has-typed"),
        changes: None,
        content: DraftContent::default(),
        version: 1,
        begun_at: at(NOW),
        saved_at: at(NOW),
        sharing: None,
    };
    let member = Member { person: old_key("writes-with-others"), name: "Per".into(), joined_at: at(NOW) };
    let reader = innspill::domain::submission::Reader {
        person: old_key("reads-with-others"),
        name: "Per".into(),
        may_change: false,
    };
    db.put(move |tx| {
        drafts::insert(tx, &draft)?;
        members::insert(tx, draft.id, &member)?;
        members::insert_reader(tx, sent.id, &reader)
    })
    .await;
    for name in ["has-sent", "has-typed", "writes-with-others", "reads-with-others"] {
        assert_eq!(found(&db, both.of_identity(round.id, &someone(name))).await, old_key(name), "{name}");
    }
    let keys = both.of_identity(round.id, &someone("is-new"));
    assert_eq!(found(&db, keys.clone()).await, keys[0]);
    assert!(db.store.read(|tx| persons::find_key(tx, Vec::new())).await.is_err());
}

async fn an_address_keeps_the_subject_that_it_began_with(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let (old, both) = hashers();
    let old_subject = old.of_address("kari@example.org").swap_remove(0);
    let mut sent = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    sent.person = Some(old.of_identity(round.id, &identity(&old_subject, Language::Nb)).swap_remove(0));
    store_all(&db, std::slice::from_ref(&sent)).await;
    let mut round = round;
    round.who_may_answer = innspill::domain::way_in::WayIn::EMail;
    for address in ["kari@example.org", "ola@example.org"] {
        let ask = Ask {
            round: round.clone(),
            address: address.to_owned(),
            language: Language::Nb,
            back: "/".to_owned(),
        };
        let letterhead = Letterhead { municipality: "Bergen".into(), base_url: "http://127.0.0.1".into() };
        ask_login_link(&db.store, ask, both.clone(), letterhead, at(NOW)).await.unwrap();
    }
    let subjects = db.texts("SELECT subject AS value FROM login_links ORDER BY id");
    assert_eq!(subjects, [old_subject, both.of_address("ola@example.org").swap_remove(0)]);
}
