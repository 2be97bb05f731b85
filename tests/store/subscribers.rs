//! Subscribers read back, and how far the letters about a round have come is moved by one worker.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, round, stored_round};
use crate::on_both;
use innspill::domain::consultation::Consultation;
use innspill::domain::ids::SubscriberId;
use innspill::domain::language::Language;
use innspill::domain::subscriber::Subscriber;
use innspill::store::subscribers::{self, Telling};
use innspill::store::{StoreError, consultations};

on_both! {
    subscribers_read_back,
    an_address_subscribes_once,
    those_who_never_said_yes_are_forgotten,
    subscribers_come_by_id_and_only_those_who_had_said_yes,
    a_telling_is_moved_on_from_where_it_stands,
    rounds_that_are_open_and_not_told_of_are_found,
}

fn subscriber(number: usize, created_at: &str, confirmed_at: Option<&str>) -> Subscriber {
    Subscriber {
        id: SubscriberId::new(),
        address: HOSTILE[number % HOSTILE.len()].to_owned(),
        token: format!("{}{number}", HOSTILE[(number + 1) % HOSTILE.len()]),
        language: Language::ALL[number % 3],
        asked: i32::try_from(number).unwrap(),
        created_at: at(created_at),
        confirmed_at: confirmed_at.map(at),
    }
}

async fn put(db: &Database, number: usize, subscriber: &Subscriber) {
    let (subscriber, key) = (subscriber.clone(), number.to_string());
    db.put(move |tx| subscribers::insert(tx, &subscriber, &key, &format!("hash{key}"))).await;
}

async fn by_token(db: &Database, hash: &str) -> Option<Subscriber> {
    let hash = hash.to_owned();
    db.ask(move |tx| subscribers::find_by_token(tx, &hash)).await
}

async fn subscribers_read_back(db: Database) {
    for number in 0..HOSTILE.len() {
        let moment = MOMENTS[number % MOMENTS.len()];
        let mut one = subscriber(number, moment, number.is_multiple_of(2).then_some(moment));
        put(&db, number, &one).await;
        assert_eq!(by_token(&db, &format!("hash{number}")).await, Some(one.clone()));
        let keys = ["none".to_owned(), number.to_string()];
        assert_eq!(db.ask(move |tx| subscribers::find_by_address(tx, &keys)).await, Some(one.clone()));
        one.asked += 1;
        one.language = Language::En;
        let asked = one.clone();
        db.put(move |tx| subscribers::mark_asked(tx, &asked)).await;
        let (id, said) = (one.id, at("2026-06-10T10:00:00.123Z"));
        db.put(move |tx| subscribers::mark_confirmed(tx, id, said)).await;
        one.confirmed_at = one.confirmed_at.or(Some(said));
        assert_eq!(by_token(&db, &format!("hash{number}")).await, Some(one));
        assert!(db.put(move |tx| subscribers::delete(tx, id)).await);
        assert!(!db.put(move |tx| subscribers::delete(tx, id)).await);
    }
}

async fn an_address_subscribes_once(db: Database) {
    let (one, other) =
        (subscriber(1, "2026-06-10T10:00:00Z", None), subscriber(2, "2026-06-10T10:00:00Z", None));
    put(&db, 1, &one).await;
    let refused = db.put(move |tx| {
        let again = subscribers::insert(tx, &other, "1", "another hash");
        // The transaction is still fit for use.
        subscribers::find_by_token(tx, "hash1")?;
        Ok(matches!(again, Err(StoreError::AlreadyThere)))
    });
    assert!(refused.await);
}

async fn those_who_never_said_yes_are_forgotten(db: Database) {
    for (number, (created, said)) in [
        ("2026-06-01T10:00:00Z", None),
        ("2026-06-01T10:00:00Z", Some("2026-06-01T11:00:00Z")),
        ("2026-06-09T10:00:00Z", None),
    ]
    .into_iter()
    .enumerate()
    {
        put(&db, number, &subscriber(number, created, said)).await;
    }
    let before = at("2026-06-09T10:00:00Z");
    assert_eq!(db.keep_up(move |tx| subscribers::delete_unconfirmed(tx, before)).await, 1);
    assert_eq!(by_token(&db, "hash0").await, None);
    assert!(by_token(&db, "hash1").await.is_some() && by_token(&db, "hash2").await.is_some());
}

async fn subscribers_come_by_id_and_only_those_who_had_said_yes(db: Database) {
    let said =
        [Some("2026-06-01T10:00:00Z"), None, Some("2026-06-03T10:00:00Z"), Some("2026-06-02T10:00:00Z")];
    let mut ids = Vec::new();
    for (number, said) in said.into_iter().enumerate() {
        let one = subscriber(number, "2026-06-01T10:00:00Z", said);
        ids.push(one.id);
        put(&db, number, &one).await;
    }
    let by = at("2026-06-02T10:00:00Z");
    let after = async |id: Option<SubscriberId>, limit: i64| -> Vec<SubscriberId> {
        let found = db.ask(move |tx| subscribers::list_after(tx, id, by, limit)).await;
        found.into_iter().map(|one| one.id).collect()
    };
    assert_eq!(after(None, 10).await, [ids[0], ids[3]]);
    assert_eq!(after(None, 1).await, [ids[0]]);
    assert_eq!(after(Some(ids[0]), 10).await, [ids[3]]);
    assert_eq!(after(Some(ids[3]), 10).await, []);
}

async fn a_telling_is_moved_on_from_where_it_stands(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let id = round.id;
    assert_eq!(db.ask(move |tx| subscribers::find_telling(tx, id)).await, None);
    db.put(move |tx| subscribers::insert_telling(tx, id)).await;
    let begun = db
        .put(move |tx| Ok(matches!(subscribers::insert_telling(tx, id), Err(StoreError::AlreadyThere))))
        .await;
    assert!(begun);
    let moved = async |before: Telling, after: Telling| {
        db.put(move |tx| subscribers::move_telling(tx, id, before, after)).await
    };
    let (start, one) =
        (Telling::default(), Telling { told_to: Some(SubscriberId::new()), finished_at: None });
    let done = Telling { finished_at: Some(at("2026-06-10T10:00:00.001Z")), ..one };
    assert!(moved(start, one).await);
    assert!(!moved(start, one).await, "another worker stands there");
    assert!(moved(one, done).await);
    assert!(!moved(one, done).await, "there is nobody left");
    assert_eq!(db.ask(move |tx| subscribers::find_telling(tx, id)).await, Some(done));
}

async fn rounds_that_are_open_and_not_told_of_are_found(db: Database) {
    let now = at("2026-06-10T10:00:00Z");
    let open = |slug: &str| Consultation {
        opens_at: now,
        closes_at: now.plus_seconds(1),
        published_at: Some(now),
        ..round(slug)
    };
    let later = Some(now.plus_seconds(1));
    let rounds = vec![
        open("open"),
        Consultation { published_at: None, ..open("draft") },
        Consultation { published_at: later, ..open("ahead") },
        Consultation { opens_at: now.plus_seconds(1), ..open("announced") },
        Consultation { closes_at: now, ..open("closed") },
        Consultation { concluded_at: Some(now), ..open("concluded") },
        Consultation { archived_at: Some(now), ..open("archived") },
        open("told"),
    ];
    let told = rounds[7].id;
    db.put(move |tx| {
        for round in &rounds {
            consultations::insert(tx, round)?;
        }
        subscribers::insert_telling(tx, told)
    })
    .await;
    let untold = async || -> Vec<String> {
        let found = db.ask(move |tx| subscribers::list_untold_rounds(tx, now)).await;
        found.into_iter().map(|round| round.slug).collect()
    };
    assert_eq!(untold().await, ["open", "told"]);
    let done = Telling { told_to: None, finished_at: Some(now) };
    db.put(move |tx| subscribers::move_telling(tx, told, Telling::default(), done)).await;
    assert_eq!(untold().await, ["open"]);
}
