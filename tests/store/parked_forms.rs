//! Parked forms.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at};
use crate::on_both;
use innspill::domain::draft::DraftContent;
use innspill::domain::ids::DraftId;
use innspill::domain::parked_form::ParkedForm;
use innspill::store::parked_forms;

on_both! {
    parked_forms_read_back_with_their_token_until_they_expire,
    what_was_tampered_with_does_not_open,
    expired_ones_are_removed,
}

fn form(number: usize) -> ParkedForm {
    let text = HOSTILE[number % HOSTILE.len()].to_owned();
    ParkedForm {
        path: text.clone(),
        draft_id: DraftId::new(),
        version: i32::try_from(number).unwrap(),
        begun: text.clone(),
        content: DraftContent {
            name: text.clone(),
            email: text.clone(),
            no_comment: number.is_multiple_of(2),
            answers: [(1, text.clone()), (i32::MAX, text)].into(),
            ..DraftContent::default()
        },
    }
}

async fn store(db: &Database, token: &str, form: &ParkedForm, expires_at: &str) {
    let (sealed, token) = (parked_forms::seal(form, token).unwrap(), format!("hash of {token}"));
    let expires_at = at(expires_at);
    db.keep_up(move |tx| parked_forms::insert(tx, &sealed, &token, expires_at)).await;
}

async fn find(db: &Database, token: &str, now: &str) -> Option<ParkedForm> {
    let (token, hash, now) = (token.to_owned(), format!("hash of {token}"), at(now));
    db.ask(move |tx| parked_forms::find(tx, &token, &hash, now)).await
}

async fn parked_forms_read_back_with_their_token_until_they_expire(db: Database) {
    for number in 0..HOSTILE.len() {
        let (one, token) = (form(number), format!("token {number}"));
        store(&db, &token, &one, "2023-12-31T23:59:59.999Z").await;
        assert_eq!(find(&db, &token, "2023-12-31T23:59:59.998Z").await, Some(one));
        assert_eq!(find(&db, &token, "2023-12-31T23:59:59.999Z").await, None);
    }
    assert_eq!(find(&db, "another", "2023-01-01T00:00:00Z").await, None);
    assert_eq!(db.ask(parked_forms::count).await, i64::try_from(HOSTILE.len()).unwrap());
    db.keep_up(|tx| parked_forms::delete(tx, "hash of token 0")).await;
    assert_eq!(find(&db, "token 0", "2023-01-01T00:00:00Z").await, None);
}

async fn what_was_tampered_with_does_not_open(db: Database) {
    store(&db, "one", &form(1), "2024-01-01T00:00:00Z").await;
    let (one, now) = ("hash of one".to_owned(), at("2023-01-01T00:00:00Z"));
    let read = db.store.read(move |tx| parked_forms::find(tx, "guess", &one, now)).await;
    assert!(read.is_err());
}

async fn expired_ones_are_removed(db: Database) {
    for (number, expires_at) in MOMENTS.iter().enumerate() {
        store(&db, &number.to_string(), &form(number), expires_at).await;
    }
    let now = at(MOMENTS[4]);
    assert_eq!(db.keep_up(move |tx| parked_forms::delete_expired(tx, now)).await, 5);
    assert_eq!(db.keep_up(move |tx| parked_forms::delete_expired(tx, now)).await, 0);
}
