//! Snapshots: reads that must agree see the same moment.

use crate::database::Database;
use crate::examples::round;
use crate::on_both;
use innspill::store::{StoreError, consultations};
use std::sync::mpsc;

on_both! {
    a_snapshot_does_not_see_what_is_stored_meanwhile,
    a_failed_snapshot_leaves_its_connection_usable,
}

async fn a_snapshot_does_not_see_what_is_stored_meanwhile(db: Database) {
    db.put(|tx| consultations::insert(tx, &round("before"))).await;
    let (began, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let store = db.store.clone();
    let snapshot = tokio::spawn(async move {
        let count_twice = move |tx: &mut innspill::store::Reading<'_>| {
            let first = consultations::list(tx)?.len();
            began.send(()).unwrap();
            may_go_on.recv().unwrap();
            Ok((first, consultations::list(tx)?.len()))
        };
        store.read_snapshot(count_twice).await.unwrap()
    });
    tokio::task::block_in_place(|| has_begun.recv().unwrap());
    db.put(|tx| consultations::insert(tx, &round("meanwhile"))).await;
    assert_eq!(db.ask(consultations::list).await.len(), 2);
    go_on.send(()).unwrap();
    assert_eq!(snapshot.await.unwrap(), (1, 1));
    assert_eq!(db.store.read_snapshot(consultations::list).await.unwrap().len(), 2);
}

async fn a_failed_snapshot_leaves_its_connection_usable(db: Database) {
    // More often than the pool has connections.
    for _ in 0..20 {
        let failed = db.store.read_snapshot(|_| Err::<(), _>(StoreError::AlreadyThere)).await;
        assert!(matches!(failed, Err(StoreError::AlreadyThere)), "{failed:?}");
    }
    db.put(|tx| consultations::insert(tx, &round("after"))).await;
    assert_eq!(db.store.read_snapshot(consultations::list).await.unwrap().len(), 1);
}
