//! Sealed fields: unreadable in the database, bound to their place, and put under another key.

use crate::database::{Database, keys};
use crate::examples::{at, person, store_all, stored_round, submission};
use crate::on_both;
use innspill::actions::reseal::{reseal, survey};
use innspill::domain::audit::Actor;
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::ids::{
    ConsultationId, DraftId, InviteeId, LetterId, LoginLinkId, SessionId, SubscriberId,
};
use innspill::domain::invitee::{Invitee, InviteeFacts};
use innspill::domain::language::Language;
use innspill::domain::letter::{Letter, LetterKind};
use innspill::domain::login_link::LoginLink;
use innspill::domain::person::Identity;
use innspill::domain::session::Session;
use innspill::domain::submission::Submission;
use innspill::domain::subscriber::Subscriber;
use innspill::store::sealing::{Field, FieldKeys};
use innspill::store::{
    Store, StoreError, drafts, invitees, letters, login_links, sessions, submissions, subscribers,
};

on_both! {
    what_is_personal_cannot_be_read_in_the_database,
    a_value_from_another_row_is_corrupt_and_not_shown,
    a_missing_key_is_named_and_no_key_stores_nothing,
    everything_is_sealed_anew_in_steps_that_may_be_broken_off,
    what_is_older_than_the_keys_is_sealed,
    a_value_that_does_not_open_stops_the_step_and_is_left_as_it_is,
}

const EMAIL: &str = "kari@hemmelig.example.org";
const NOW: &str = "2023-06-02T00:00:00Z";

fn invitee(round: ConsultationId) -> Invitee {
    Invitee {
        id: InviteeId::new(),
        consultation_id: round,
        facts: InviteeFacts {
            name: "Laget".to_owned(),
            org_number: None,
            address: EMAIL.to_owned(),
            language: Language::Nb,
        },
        added_at: at(NOW),
        asked_at: None,
        opened_at: None,
        stopped_at: None,
    }
}

fn subscriber() -> Subscriber {
    Subscriber {
        id: SubscriberId::new(),
        address: EMAIL.to_owned(),
        token: "a token in hemmelig".to_owned(),
        language: Language::Nb,
        asked: 1,
        created_at: at(NOW),
        confirmed_at: None,
    }
}

fn link(round: ConsultationId) -> LoginLink {
    LoginLink {
        id: LoginLinkId::new(),
        consultation_id: round,
        subject: "s".to_owned(),
        address: EMAIL.to_owned(),
        created_at: at(NOW),
        expires_at: at(NOW),
        used_at: Some(at(NOW)),
    }
}

/// One of each, all naming [`EMAIL`]; returns the submission and the draft.
async fn stored(db: &Database) -> (Submission, Draft) {
    let (round, form) = stored_round(db, "one").await;
    let mut sent = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
    sent.current.respondent.email = Some(EMAIL.to_owned());
    store_all(db, std::slice::from_ref(&sent)).await;
    let content = DraftContent { email: EMAIL.into(), name: "Kari hemmelig".into(), ..Default::default() };
    let draft = Draft {
        id: DraftId::new(),
        consultation_id: round.id,
        person: person("kari"),
        changes: None,
        content,
        version: 1,
        begun_at: at(NOW),
        saved_at: at(NOW),
        sharing: None,
    };
    let letter = Letter {
        id: LetterId::new(),
        submission_id: Some(sent.id),
        kind: LetterKind::Receipt,
        language: Language::Nb,
        recipient: EMAIL.to_owned(),
        subject: "Kvittering".to_owned(),
        body: "Takk".to_owned(),
        unsubscribe: None,
    };
    let (subscriber, invitee, link) = (subscriber(), invitee(round.id), link(round.id));
    let kept = draft.clone();
    db.put(move |tx| {
        subscribers::insert(tx, &subscriber, "key", "token")?;
        invitees::insert(tx, &invitee)?;
        letters::post(tx, &letter, at(NOW))?;
        login_links::insert(tx, &link, "token")?;
        drafts::insert(tx, &draft)
    })
    .await;
    let session = Session {
        id: SessionId::new(),
        identity: Identity { issuer: "i".into(), subject: "s".into(), level: "l".into(), locale: None },
        name: Some("Kari hemmelig".to_owned()),
        role: None,
        provider: None,
        sid: None,
        created_at: at(NOW),
        seen_at: at(NOW),
        idle_ends_at: at("2024-01-01T00:00:00Z"),
        expires_at: at("2024-01-01T00:00:00Z"),
    };
    db.keep_up(move |tx| sessions::insert(tx, &session, "token")).await;
    (sent, kept)
}

fn sealed_values(db: &Database) -> Vec<String> {
    db.texts(
        "SELECT email AS value FROM revisions UNION ALL SELECT recipient FROM letters \
         UNION ALL SELECT CAST(content AS TEXT) FROM drafts UNION ALL SELECT name FROM sessions \
         UNION ALL SELECT address FROM login_links UNION ALL SELECT address FROM invitees \
         UNION ALL SELECT address FROM subscribers UNION ALL SELECT token FROM subscribers",
    )
}

/// The same database with other keys.
fn with(db: &Database, keys: FieldKeys) -> Store {
    Store::open(&db.address()).unwrap().sealed_with(keys)
}

async fn find(store: &Store, like: &Submission) -> Result<Option<Submission>, StoreError> {
    let reference = like.reference.clone();
    store.read(move |tx| submissions::find_by_reference(tx, &reference)).await
}

async fn total(store: &Store) -> usize {
    let done = reseal(store, Actor::CommandLine, || at(NOW)).await.unwrap();
    done.iter().map(|(_, count)| count).sum()
}

async fn what_is_personal_cannot_be_read_in_the_database(db: Database) {
    stored(&db).await;
    let values = sealed_values(&db);
    assert_eq!(values.len(), 8);
    for value in values {
        assert!(!value.contains("hemmelig") && !value.contains("kari"), "{value}");
        assert!(value.trim_matches('"').starts_with("test:"), "{value}");
    }
}

async fn a_value_from_another_row_is_corrupt_and_not_shown(db: Database) {
    let (sent, draft) = stored(&db).await;
    db.execute("UPDATE revisions SET email = (SELECT recipient FROM letters)");
    let error = find(&db.store, &sent).await.unwrap_err();
    assert!(matches!(error, StoreError::Corrupt(_)), "{error}");
    assert!(!error.to_string().contains("hemmelig"), "{error}");
    db.execute("UPDATE drafts SET content = '\"test:AAAA\"'");
    let (person, changes) = (draft.person.clone(), draft.place());
    let error = db.store.read(move |tx| drafts::find(tx, &person, changes)).await.unwrap_err();
    assert!(matches!(error, StoreError::Corrupt(_)), "{error}");
}

async fn a_missing_key_is_named_and_no_key_stores_nothing(db: Database) {
    let (sent, _) = stored(&db).await;
    for keys in [keys("other", 1), FieldKeys::default()] {
        let error = find(&with(&db, keys), &sent).await.unwrap_err();
        assert!(matches!(&error, StoreError::KeyMissing(id) if id == "test"), "{error}");
    }
    let session = Session {
        id: SessionId::new(),
        identity: Identity { issuer: "i".into(), subject: "s".into(), level: "l".into(), locale: None },
        name: Some("Kari".to_owned()),
        role: None,
        provider: None,
        sid: None,
        created_at: at(NOW),
        seen_at: at(NOW),
        idle_ends_at: at(NOW),
        expires_at: at(NOW),
    };
    let keyless = with(&db, FieldKeys::default());
    let error = keyless.upkeep(move |tx| sessions::insert(tx, &session, "other")).await.unwrap_err();
    assert!(matches!(error, StoreError::NoKeys), "{error}");
}

async fn everything_is_sealed_anew_in_steps_that_may_be_broken_off(db: Database) {
    let (sent, draft) = stored(&db).await;
    let (round, form) = stored_round(&db, "two").await;
    let many: Vec<Submission> = (0..1201)
        .map(|_| {
            let mut one = submission(&round, &form, "2023-06-01T00:00:00Z", &["svar"]);
            one.current.respondent.email = Some(EMAIL.to_owned());
            one
        })
        .collect();
    store_all(&db, &many).await;
    let both = FieldKeys::new([("new", [9; 32].as_slice()), ("test", [7; 32].as_slice())]).unwrap();
    let store = with(&db, both);
    // Broken off in the middle: some are under the new key already.
    let first = store
        .change::<_, String, _>(crate::database::audited(|tx| {
            innspill::store::resealing::reseal(tx, Field::RevisionEmail, uuid::Uuid::nil(), 300)
        }))
        .await
        .unwrap();
    assert_eq!(first.stale, 300);
    let before = db.audit_lines().await;
    assert_eq!(total(&store).await, 1202 - 300 + 7);
    // Three stretches of 500 hold e-mail addresses to change, and one each holds the others.
    assert_eq!(db.audit_lines().await - before, 3 + 7);
    assert_eq!(total(&store).await, 0);
    assert_eq!(db.audit_lines().await - before, 3 + 7);
    for (field, counts) in survey(&store).await.unwrap() {
        assert_eq!(counts.keys().collect::<Vec<_>>(), [&Some("new".to_owned())], "{}", field.column());
    }
    let new = with(&db, keys("new", 9));
    assert_eq!(find(&new, &sent).await.unwrap().as_ref(), Some(&sent));
    let (person, changes) = (draft.person.clone(), draft.place());
    let found = new.read(move |tx| drafts::find(tx, &person, changes)).await.unwrap();
    assert_eq!(found, Some(draft));
    let claimed = new.upkeep(|tx| letters::claim_due(tx, at("2023-07-01T00:00:00Z"), at(NOW))).await.unwrap();
    assert_eq!(claimed.unwrap().letter.recipient, EMAIL);
    let session = new.read(|tx| sessions::find_live(tx, "token", at(NOW))).await.unwrap().unwrap();
    assert_eq!(session.name.as_deref(), Some("Kari hemmelig"));
    let address = new.read(|tx| login_links::find_address(tx, "s")).await.unwrap();
    assert_eq!(address.as_deref(), Some(EMAIL));
    let subscriber = new.read(|tx| subscribers::find_by_token(tx, "token")).await.unwrap().unwrap();
    assert_eq!((subscriber.address.as_str(), subscriber.token.as_str()), (EMAIL, "a token in hemmelig"));
}

async fn what_is_older_than_the_keys_is_sealed(db: Database) {
    let (sent, draft) = stored(&db).await;
    let content = serde_json::to_string(&draft.content).unwrap();
    db.execute(&format!(
        "UPDATE revisions SET email = '{EMAIL}'; UPDATE letters SET recipient = '{EMAIL}'; \
         UPDATE drafts SET content = '{content}'; UPDATE sessions SET name = 'Kari: hemmelig'; UPDATE login_links SET address = '{EMAIL}'; \
         UPDATE subscribers SET address = '{EMAIL}', token = 'hemmelig'; \
         UPDATE invitees SET address = '{EMAIL}'"
    ));
    assert!(matches!(find(&db.store, &sent).await, Err(StoreError::Corrupt(why)) if why.contains("reseal")));
    assert_eq!(total(&db.store).await, 8);
    assert!(sealed_values(&db).iter().all(|value| !value.contains("hemmelig")));
    assert_eq!(find(&db.store, &sent).await.unwrap(), Some(sent));
    let (person, changes) = (draft.person.clone(), draft.place());
    assert_eq!(db.ask(move |tx| drafts::find(tx, &person, changes)).await, Some(draft));
    // A letter that has been sent has no recipient any more, and keeps none.
    db.execute("UPDATE letters SET recipient = ''");
    assert_eq!(total(&db.store).await, 0);
}

async fn a_value_that_does_not_open_stops_the_step_and_is_left_as_it_is(db: Database) {
    stored(&db).await;
    db.execute("UPDATE revisions SET email = (SELECT recipient FROM letters)");
    let before = sealed_values(&db);
    let both = FieldKeys::new([("new", [9; 32].as_slice()), ("test", [7; 32].as_slice())]).unwrap();
    let error = reseal(&with(&db, both), Actor::CommandLine, || at(NOW)).await.unwrap_err();
    assert!(error.to_string().contains("revisions.email"), "{error:#}");
    assert_eq!(sealed_values(&db), before);
}
