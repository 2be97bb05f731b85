//! Group commit: what is answered is kept, every change has its audit line, a full queue says so.

use crate::database::{Database, audited, queued};
use crate::examples;
use crate::on_both;
use innspill::store::{Stopped, StoreError, Upkeep, Writing, consultations};
use tokio::task::JoinSet;

on_both! {
    forty_changes_at_once_are_all_kept,
    changes_that_share_a_commit_are_all_kept_in_order,
    a_change_writes_one_audit_line_and_upkeep_none,
    a_full_queue_says_that_it_is_busy_and_keeps_what_it_took,
    a_change_is_kept_even_if_nobody_waits_for_the_answer,
    a_connection_that_was_lost_is_replaced,
}

fn insert_round(slug: String) -> impl FnMut(&mut Writing<'_>) -> Result<(), StoreError> + Send + 'static {
    move |tx| consultations::insert(tx, &examples::round(&slug))
}

async fn forty_changes_at_once_are_all_kept(db: Database) {
    let mut changes = JoinSet::new();
    for number in 0..40 {
        let store = db.store.clone();
        changes.spawn(async move { store.change(audited(insert_round(format!("round-{number}")))).await });
    }
    for done in changes.join_all().await {
        done.unwrap();
    }
    assert_eq!(db.ask(consultations::list).await.len(), 40);
    assert_eq!(db.audit_lines().await, 40);
}

async fn changes_that_share_a_commit_are_all_kept_in_order(db: Database) {
    let held = db.hold_writers();
    let mut changes = Vec::new();
    // More than one batch holds.
    for number in 0..300 {
        changes.push(queued(db.store.change(audited(insert_round(format!("round-{number:03}"))))).await);
    }
    drop(held);
    for change in changes {
        change.await.unwrap();
    }
    assert_eq!(db.ask(consultations::list).await.len(), 300);
    assert_eq!(db.audit_lines().await, 300);
}

async fn a_change_writes_one_audit_line_and_upkeep_none(db: Database) {
    db.put(|_| Ok(())).await;
    assert_eq!(db.audit_lines().await, 1);
    db.keep_up(|_| Ok(())).await;
    db.store.upkeep(|_: &mut Upkeep<'_>| Err::<(), _>(StoreError::AlreadyThere)).await.unwrap_err();
    assert_eq!(db.audit_lines().await, 1);
    db.put(insert_round("one".to_owned())).await;
    assert_eq!(db.audit_lines().await, 2);
}

async fn a_full_queue_says_that_it_is_busy_and_keeps_what_it_took(db: Database) {
    let held = db.hold_writers();
    let mut changes = Vec::new();
    let refused = loop {
        assert!(changes.len() < 100_000, "the queue has no end");
        let mut change = Box::pin(db.store.change(audited(|_| Ok(()))));
        match futures_util::FutureExt::now_or_never(change.as_mut()) {
            None => changes.push(change),
            Some(answer) => break answer,
        }
    };
    let Err(Stopped::Failed(error)) = refused else { panic!("{refused:?}") };
    assert!(matches!(error.downcast_ref(), Some(StoreError::Busy)), "{error:?}");
    let upkeep = db.store.upkeep(|_| Ok(())).await;
    assert!(matches!(upkeep, Err(StoreError::Busy)), "{upkeep:?}");
    drop(held);
    let taken = changes.len();
    for change in changes {
        change.await.unwrap();
    }
    assert_eq!(db.audit_lines().await, taken);
    assert!(taken >= 256, "only {taken} may wait");
}

async fn a_change_is_kept_even_if_nobody_waits_for_the_answer(db: Database) {
    let held = db.hold_writers();
    drop(queued(db.store.change(audited(insert_round("left".to_owned())))).await);
    let next = queued(db.store.change(audited(insert_round("next".to_owned())))).await;
    drop(held);
    next.await.unwrap();
    assert_eq!(db.ask(consultations::list).await.len(), 2);
}

async fn a_connection_that_was_lost_is_replaced(db: Database) {
    db.put(insert_round("before".to_owned())).await;
    db.lose_connections();
    for number in 0..4 {
        db.put(insert_round(format!("after-{number}"))).await;
    }
    // The first read may find out the hard way, but then the pool must let go of all of them.
    let _ = db.store.read(consultations::list).await;
    for _ in 0..20 {
        assert_eq!(db.ask(consultations::list).await.len(), 5);
    }
}
