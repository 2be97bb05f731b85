//! Sessions.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at};
use crate::on_both;
use innspill::domain::clock::Moment;
use innspill::domain::ids::SessionId;
use innspill::domain::person::Identity;
use innspill::domain::session::Session;
use innspill::domain::staff::StaffRole;
use innspill::store::sessions;

on_both! {
    sessions_read_back_until_they_expire,
    a_deleted_session_is_gone_and_others_stay,
    expired_sessions_are_removed,
}

fn session(number: usize, expires_at: Moment) -> Session {
    let text = HOSTILE[number % HOSTILE.len()].to_owned();
    Session {
        id: SessionId::new(),
        identity: Identity {
            issuer: text.clone(),
            subject: text.clone(),
            level: text.clone(),
            locale: number.is_multiple_of(2).then(|| text.clone()),
        },
        name: number.is_multiple_of(3).then(|| text.clone()),
        provider: number.is_multiple_of(2).then(|| text.clone()),
        sid: number.is_multiple_of(3).then_some(text),
        role: [None, Some(StaffRole::Reader), Some(StaffRole::CaseOfficer), Some(StaffRole::Administrator)]
            [number % 4],
        created_at: at(MOMENTS[number % MOMENTS.len()]),
        seen_at: at(MOMENTS[number % MOMENTS.len()]),
        idle_ends_at: expires_at,
        expires_at,
    }
}

async fn store(db: &Database, token: &str, session: &Session) {
    let (token, session) = (token.to_owned(), session.clone());
    db.keep_up(move |tx| sessions::insert(tx, &session, &token)).await;
}

async fn find(db: &Database, token: &str, now: &str) -> Option<Session> {
    let (token, now) = (token.to_owned(), at(now));
    db.ask(move |tx| sessions::find_live(tx, &token, now)).await
}

async fn sessions_read_back_until_they_expire(db: Database) {
    for number in 0..HOSTILE.len() * 2 {
        let one = session(number, at("2023-12-31T23:59:59.999Z"));
        let token = format!("{}{number}", HOSTILE[number % HOSTILE.len()]);
        store(&db, &token, &one).await;
        assert_eq!(find(&db, &token, "2023-12-31T23:59:59.998Z").await, Some(one));
        assert_eq!(find(&db, &token, "2023-12-31T23:59:59.999Z").await, None);
    }
    assert_eq!(find(&db, "nei", "2023-01-01T00:00:00Z").await, None);
}

async fn a_deleted_session_is_gone_and_others_stay(db: Database) {
    let (one, two) = (session(0, at("2024-01-01T00:00:00Z")), session(1, at("2024-01-01T00:00:00Z")));
    store(&db, "one", &one).await;
    store(&db, "two", &two).await;
    db.keep_up(move |tx| sessions::delete(tx, one.id)).await;
    assert_eq!(find(&db, "one", "2023-01-01T00:00:00Z").await, None);
    assert_eq!(find(&db, "two", "2023-01-01T00:00:00Z").await, Some(two));
}

async fn expired_sessions_are_removed(db: Database) {
    for (number, expires_at) in MOMENTS.iter().enumerate() {
        store(&db, &number.to_string(), &session(number, at(expires_at))).await;
    }
    let now = at(MOMENTS[4]);
    assert_eq!(db.keep_up(move |tx| sessions::delete_expired(tx, now)).await, 5);
    assert_eq!(db.keep_up(move |tx| sessions::delete_expired(tx, now)).await, 0);
    assert_eq!(
        db.texts("SELECT token_sha256 AS value FROM sessions ORDER BY token_sha256"),
        ["5", "6", "7", "8"]
    );
}
