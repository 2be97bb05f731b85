//! Links by letter.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, stored_round};
use crate::on_both;
use innspill::domain::ids::{ConsultationId, LoginLinkId};
use innspill::domain::login_link::LoginLink;
use innspill::store::login_links;

on_both! {
    links_read_back,
    a_link_is_used_once_and_not_after_it_has_expired,
    links_to_one_subject_are_counted_and_old_ones_removed,
}

fn link(round: ConsultationId, subject: &str, created_at: &str, expires_at: &str) -> LoginLink {
    LoginLink {
        id: LoginLinkId::new(),
        consultation_id: round,
        subject: subject.to_owned(),
        address: format!("{subject}@example.org"),
        created_at: at(created_at),
        expires_at: at(expires_at),
        used_at: None,
    }
}

async fn store(db: &Database, token: &str, link: &LoginLink) {
    let (token, link) = (token.to_owned(), link.clone());
    db.put(move |tx| login_links::insert(tx, &link, &token)).await;
}

async fn find(db: &Database, token: &str) -> Option<LoginLink> {
    let token = token.to_owned();
    db.ask(move |tx| login_links::find(tx, &token)).await
}

async fn links_read_back(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    for number in 0..HOSTILE.len() {
        let moment = |shift: usize| MOMENTS[(number + shift) % MOMENTS.len()];
        let mut one = link(round.id, HOSTILE[number], moment(0), moment(1));
        one.used_at = number.is_multiple_of(2).then(|| at(moment(2)));
        let token = format!("{}{number}", HOSTILE[number]);
        store(&db, &token, &one).await;
        assert_eq!(find(&db, &token).await, Some(one));
    }
    assert_eq!(find(&db, "nei").await, None);
}

async fn a_link_is_used_once_and_not_after_it_has_expired(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (created, expires) = ("2026-06-10T10:00:00Z", "2026-06-10T11:00:00Z");
    let (one, old) = (link(round.id, "kari", created, expires), link(round.id, "ola", created, expires));
    store(&db, "one", &one).await;
    store(&db, "old", &old).await;
    let last = at("2026-06-10T10:59:59.999Z");
    assert!(db.put(move |tx| login_links::mark_used(tx, one.id, last)).await);
    assert!(!db.put(move |tx| login_links::mark_used(tx, one.id, last)).await);
    assert!(!db.put(move |tx| login_links::mark_used(tx, old.id, at("2026-06-10T11:00:00Z"))).await);
    assert_eq!(find(&db, "one").await.and_then(|link| link.used_at), Some(last));
    assert_eq!(find(&db, "old").await, Some(old));
    let address = db.ask(|tx| login_links::find_address(tx, "kari")).await;
    assert_eq!(address.as_deref(), Some("kari@example.org"));
    assert_eq!(db.ask(|tx| login_links::find_address(tx, "ola")).await, None);
}

async fn links_to_one_subject_are_counted_and_old_ones_removed(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    for (number, hour) in ["08", "09", "10"].iter().enumerate() {
        let (created, expires) = (format!("2026-06-10T{hour}:00:00Z"), format!("2026-06-10T{hour}:30:00Z"));
        store(&db, &number.to_string(), &link(round.id, "kari", &created, &expires)).await;
    }
    let since = at("2026-06-10T08:00:00Z");
    assert_eq!(db.ask(move |tx| login_links::count_since(tx, "kari", since)).await, 2);
    assert_eq!(db.ask(move |tx| login_links::count_since(tx, "ola", since)).await, 0);
    let before = at("2026-06-10T09:30:00Z");
    assert_eq!(db.keep_up(move |tx| login_links::delete_expired(tx, before)).await, 1);
    assert_eq!(db.keep_up(move |tx| login_links::delete_expired(tx, before)).await, 0);
    assert_eq!(find(&db, "0").await, None);
}
