//! Changes that fail: what becomes of them, of those beside them and of those after them.

use crate::database::{Database, audited, line, queued};
use crate::examples::{self, form};
use crate::on_both;
use innspill::domain::ids::ConsultationId;
use innspill::store::{Change, Stopped, StoreError, Upkeep, Writing, consultations, forms};

type Work = Box<dyn FnMut(&mut Writing<'_>) -> Result<Change<()>, Stopped<String>> + Send>;

on_both! {
    a_refused_change_leaves_neither_rows_nor_audit_line,
    a_failing_change_does_not_take_its_neighbours_with_it,
    a_panicking_change_fails_alone_and_the_next_ones_are_kept,
    a_panic_inside_a_savepoint_fails_alone_too,
    panicking_upkeep_fails_and_the_next_one_works,
    a_panicking_read_leaves_a_pool_that_works,
}

fn insert_round(slug: &str) -> Work {
    let round = examples::round(slug);
    Box::new(move |tx| {
        consultations::insert(tx, &round)?;
        Ok(Change { result: (), audit: line(&round.slug) })
    })
}

fn slugs(db: &Database) -> Vec<String> {
    // Behind the store's back: only what is committed can be seen from here.
    db.texts("SELECT slug AS value FROM consultations ORDER BY slug")
}

fn audited_subjects(db: &Database) -> Vec<String> {
    db.texts("SELECT subject AS value FROM audit_log ORDER BY subject")
}

/// Queues a good change, `bad`, and a good change, so that all three share a batch.
async fn between_neighbours(db: &Database, bad: Work) -> Stopped<String> {
    let held = db.hold_writers();
    let first = queued(db.store.change(insert_round("first"))).await;
    let bad = queued(db.store.change(bad)).await;
    let last = queued(db.store.change(insert_round("last"))).await;
    drop(held);
    first.await.unwrap();
    last.await.unwrap();
    let stopped = bad.await.expect_err("it must not succeed");
    assert_eq!(slugs(db), ["first", "last"], "what was answered is not there");
    assert_eq!(audited_subjects(db), ["first", "last"]);
    // Every writer must still write, and commit what it writes.
    for number in 0..6 {
        db.store.change(insert_round(&format!("next-{number}"))).await.unwrap();
        assert_eq!(slugs(db).len(), 3 + number, "a change after it was answered and is not there");
    }
    stopped
}

async fn a_refused_change_leaves_neither_rows_nor_audit_line(db: Database) {
    let round = examples::round("refused");
    let refusing: Work = Box::new(move |tx| {
        consultations::insert(tx, &round)?;
        Err(Stopped::Refused("because".to_owned()))
    });
    let stopped = between_neighbours(&db, refusing).await;
    assert!(matches!(stopped, Stopped::Refused(why) if why == "because"));
}

async fn a_failing_change_does_not_take_its_neighbours_with_it(db: Database) {
    let round = examples::round("failed");
    let failing: Work = Box::new(move |tx| {
        consultations::insert(tx, &round)?;
        // No such round: the database refuses, which on Postgres spoils the savepoint.
        forms::insert(tx, ConsultationId::new(), &form(1, 1), round.created_at)?;
        Ok(Change { result: (), audit: line("failed") })
    });
    let stopped = between_neighbours(&db, failing).await;
    assert!(matches!(stopped, Stopped::Failed(_)), "{stopped:?}");
}

async fn a_panicking_change_fails_alone_and_the_next_ones_are_kept(db: Database) {
    let round = examples::round("panicked");
    let panicking: Work = Box::new(move |tx| {
        consultations::insert(tx, &round)?;
        panic!("this panic is part of the test");
    });
    let stopped = between_neighbours(&db, panicking).await;
    assert!(matches!(stopped, Stopped::Failed(_)), "{stopped:?}");
}

async fn a_panic_inside_a_savepoint_fails_alone_too(db: Database) {
    let mut times = 0;
    let round = examples::round("panicked");
    let panicking: Work = Box::new(move |tx| {
        times += 1;
        consultations::insert(tx, &round)?;
        let again = consultations::insert(tx, &round);
        assert!(matches!(again, Err(StoreError::AlreadyThere)));
        panic!("this panic is part of the test ({times})");
    });
    let stopped = between_neighbours(&db, panicking).await;
    assert!(matches!(stopped, Stopped::Failed(_)), "{stopped:?}");
}

async fn panicking_upkeep_fails_and_the_next_one_works(db: Database) {
    let panicking =
        |_: &mut Upkeep<'_>| -> Result<(), StoreError> { panic!("this panic is part of the test") };
    for _ in 0..3 {
        db.store.upkeep(panicking).await.expect_err("it must fail");
        db.keep_up(|_| Ok(())).await;
    }
    db.store.change(audited(|_| Ok(()))).await.unwrap();
    assert_eq!(audited_subjects(&db), ["test"]);
}

async fn a_panicking_read_leaves_a_pool_that_works(db: Database) {
    // More often than the pool has connections.
    for _ in 0..20 {
        db.store
            .read_snapshot(|_| -> Result<(), StoreError> { panic!("part of the test") })
            .await
            .unwrap_err();
    }
    db.put(|_| Ok(())).await;
    assert_eq!(db.audit_lines().await, 1);
}
