//! Sessions.

use crate::database::{Database, audited};
use crate::examples::{HOSTILE, MOMENTS, at};
use crate::on_both;
use innspill::domain::clock::Moment;
use innspill::domain::ids::SessionId;
use innspill::domain::language::Language;
use innspill::domain::login::PendingLogin;
use innspill::domain::person::Identity;
use innspill::domain::session::Session;
use innspill::domain::staff::StaffRole;
use innspill::store::{Stopped, logins, logout_tokens, sessions};

on_both! {
    sessions_read_back_until_they_expire,
    a_deleted_session_is_gone_and_others_stay,
    expired_sessions_are_removed,
    a_session_that_rests_too_long_has_ended,
    a_persons_sessions_are_theirs_alone,
    a_provider_ends_what_came_of_it,
    a_begun_login_is_found_once_where_it_began,
    a_logout_token_is_noted_once_until_it_has_expired,
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
        name: number.is_multiple_of(3).then_some(text),
        role: [None, Some(StaffRole::Reader), Some(StaffRole::CaseOfficer), Some(StaffRole::Administrator)]
            [number % 4],
        provider: number.is_multiple_of(2).then(|| format!("p{number}")),
        sid: number.is_multiple_of(4).then(|| format!("s{number}")),
        created_at: at(MOMENTS[number % MOMENTS.len()]),
        seen_at: at(MOMENTS[(number + 1) % MOMENTS.len()]),
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

async fn a_session_that_rests_too_long_has_ended(db: Database) {
    let resting =
        Session { idle_ends_at: at("2023-06-01T12:00:00Z"), ..session(0, at("2023-06-02T00:00:00Z")) };
    store(&db, "one", &resting).await;
    assert_eq!(find(&db, "one", "2023-06-01T11:59:59.999Z").await, Some(resting.clone()));
    assert_eq!(find(&db, "one", "2023-06-01T12:00:00Z").await, None);
    let (id, seen, ends) = (resting.id, at("2023-06-01T11:30:00Z"), at("2023-06-01T12:30:00Z"));
    db.keep_up(move |tx| sessions::mark_seen(tx, id, seen, ends)).await;
    let touched = Session { seen_at: seen, idle_ends_at: ends, ..resting };
    assert_eq!(find(&db, "one", "2023-06-01T12:00:00Z").await, Some(touched));
    let now = at("2023-06-01T12:30:00Z");
    assert_eq!(db.keep_up(move |tx| sessions::delete_expired(tx, now)).await, 1);
}

async fn a_persons_sessions_are_theirs_alone(db: Database) {
    let ends = at("2024-01-01T00:00:00Z");
    let (one, stranger) = (session(0, ends), session(1, ends));
    let two = Session { id: SessionId::new(), created_at: at("2023-05-01T00:00:00Z"), ..one.clone() };
    let over = Session { id: SessionId::new(), idle_ends_at: at("2023-01-01T00:00:00Z"), ..one.clone() };
    let one = Session { created_at: at("2023-06-01T00:00:00Z"), ..one };
    for (token, session) in [("one", &one), ("two", &two), ("over", &over), ("stranger", &stranger)] {
        store(&db, token, session).await;
    }
    let list =
        |person: Identity| db.ask(move |tx| sessions::list_live_of(tx, &person, at("2023-07-01T00:00:00Z")));
    assert_eq!(list(one.identity.clone()).await, [one.clone(), two.clone()]);
    let (person, other) = (one.identity.clone(), stranger.id);
    db.keep_up(move |tx| sessions::delete_own(tx, &person, other)).await;
    assert_eq!(list(stranger.identity.clone()).await.len(), 1);
    let (person, keep) = (one.identity.clone(), one.id);
    db.keep_up(move |tx| sessions::delete_others(tx, &person, keep)).await;
    assert_eq!(list(one.identity.clone()).await, std::slice::from_ref(&one));
    let (person, own) = (one.identity.clone(), one.id);
    db.keep_up(move |tx| sessions::delete_own(tx, &person, own)).await;
    assert!(list(one.identity).await.is_empty());
    assert_eq!(list(stranger.identity.clone()).await, [stranger]);
}

async fn a_provider_ends_what_came_of_it(db: Database) {
    let ends = at("2024-01-01T00:00:00Z");
    let of = |provider: &str, sid: &str| Session {
        id: SessionId::new(),
        provider: Some(provider.to_owned()),
        sid: Some(sid.to_owned()),
        ..session(0, ends)
    };
    for (token, session) in
        [("1", of("a", "x")), ("2", of("a", "x")), ("3", of("b", "x")), ("4", of("a", "y"))]
    {
        store(&db, token, &session).await;
    }
    assert_eq!(db.ask(|tx| sessions::count_of_sid(tx, "a", "x")).await, 2);
    assert_eq!(db.put(|tx| sessions::delete_of_sid(tx, "a", "x")).await, 2);
    assert_eq!(db.ask(|tx| sessions::count_of_sid(tx, "a", "x")).await, 0);
    let subject = session(0, ends).identity.subject;
    assert_eq!(db.put(move |tx| sessions::delete_of_subject(tx, "a", &subject)).await, 1);
    assert!(find(&db, "3", "2023-01-01T00:00:00Z").await.is_some());
}

async fn a_begun_login_is_found_once_where_it_began(db: Database) {
    for (number, language) in Language::ALL.into_iter().enumerate() {
        let text = HOSTILE[number].to_owned();
        let login = PendingLogin {
            provider: format!("p{number}"),
            nonce: text.clone(),
            verifier: text.clone(),
            back: text,
            language,
            expires_at: at("2023-06-01T12:00:00Z"),
        };
        let (state, kept) = (number.to_string(), login.clone());
        db.keep_up(move |tx| logins::insert(tx, &kept, &state, "browser")).await;
        let take = |provider: &str, browser: &'static str, now: &str| {
            let (provider, state, now) = (provider.to_owned(), number.to_string(), at(now));
            db.keep_up(move |tx| logins::take(tx, &provider, &state, browser, now))
        };
        let in_time = "2023-06-01T11:59:59.999Z";
        assert_eq!(take("p9", "browser", in_time).await, None);
        assert_eq!(take(&login.provider, "another", in_time).await, None);
        assert_eq!(take(&login.provider, "browser", "2023-06-01T12:00:00Z").await, None);
        assert_eq!(take(&login.provider, "browser", in_time).await.as_ref(), Some(&login));
        assert_eq!(take(&login.provider, "browser", in_time).await, None);
        let state = format!("again {number}");
        db.keep_up(move |tx| logins::insert(tx, &login, &state, "browser")).await;
    }
    assert_eq!(db.keep_up(logins::count).await, 3);
    assert_eq!(db.keep_up(|tx| logins::delete_expired(tx, at("2023-06-01T11:59:59Z"))).await, 0);
    assert_eq!(db.keep_up(|tx| logins::delete_expired(tx, at("2023-06-01T12:00:00Z"))).await, 3);
}

async fn a_logout_token_is_noted_once_until_it_has_expired(db: Database) {
    let ends = at("2023-06-01T12:00:00Z");
    db.put(move |tx| logout_tokens::insert(tx, "one", ends)).await;
    let again = db.store.change(audited(move |tx| logout_tokens::insert(tx, "one", ends))).await;
    assert!(matches!(again, Err(Stopped::Failed(error)) if error.to_string() == "already stored"));
    assert_eq!(db.keep_up(move |tx| logout_tokens::delete_expired(tx, ends)).await, 1);
    db.put(move |tx| logout_tokens::insert(tx, "one", ends)).await;
}
