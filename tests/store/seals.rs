//! Seals over the audit log: what is sealed stays as it was, or the walk along the chain says so.

use crate::database::{Database, line};
use crate::on_both;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use innspill::actions::seal_audit::{Sealed, seal_audit};
use innspill::domain::audit_chain::{ChainCheck, Fault, Verdict};
use innspill::domain::audit_seal::{Head, SealKey};
use innspill::domain::clock::Moment;
use innspill::domain::ids::AuditId;
use innspill::domain::person::PersonHasher;
use innspill::store::audit::{self, Unsealed};
use innspill::store::{Change, Stopped};

/// Long after every line of these tests.
const LATER: &str = "2026-06-10T12:00:00Z";

on_both! {
    lines_are_sealed_in_batches_and_the_chain_is_whole,
    lines_younger_than_five_seconds_wait,
    a_line_that_is_committed_late_goes_under_a_later_seal,
    two_workers_at_once_seal_every_line_once,
    the_database_refuses_to_change_or_remove_lines_and_seals,
    what_goes_around_the_triggers_is_found_and_named,
    a_chain_of_more_than_a_page_of_seals_is_walked_to_its_end,
}

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn key() -> SealKey {
    PersonHasher::new(b"a secret").unwrap().seal_key().unwrap()
}

async fn write(db: &Database, subjects: impl IntoIterator<Item = String>) {
    for subject in subjects {
        let change = move |_: &mut innspill::store::Writing<'_>| {
            Ok::<_, Stopped<()>>(Change { result: (), audit: line(&subject) })
        };
        db.store.change(change).await.unwrap();
    }
}

async fn seal(db: &Database) -> Option<Sealed> {
    seal_audit(&db.store, &key(), at(LATER)).await.unwrap()
}

async fn walk(db: &Database, noted: Option<Head>) -> Verdict {
    let walk = db.store.read_snapshot(move |tx| {
        let mut check = ChainCheck::new(vec![key()], noted);
        audit::verify(tx, &mut check)?;
        Ok(check.finish())
    });
    walk.await.unwrap()
}

/// The ids of all lines, as they sort.
async fn ids(db: &Database) -> Vec<AuditId> {
    let filter = innspill::domain::audit_filter::AuditFilter::default();
    let part = innspill::domain::audit_filter::AuditPart::Newest;
    let lines = db.ask(move |tx| audit::list_lines(tx, &filter, part, 1000)).await;
    let mut ids: Vec<AuditId> = lines.into_iter().map(|line| line.id).collect();
    ids.sort();
    ids
}

fn names(range: std::ops::Range<usize>) -> impl Iterator<Item = String> {
    range.map(|number| format!("line-{number}"))
}

/// An id as SQL has it.
fn sql(db: &Database, id: AuditId) -> String {
    if is_postgres(db) { format!("'{id}'") } else { format!("x'{}'", id.0.simple()) }
}

fn is_postgres(db: &Database) -> bool {
    db.address().starts_with("postgres")
}

/// SQL that writes a line with an id from long ago.
fn old_line(db: &Database) -> String {
    let id = sql(db, AuditId(uuid::Uuid::from_u128(7)));
    format!(
        "INSERT INTO audit_log (id, at, actor, event, subject) \
         VALUES ({id}, '2023-06-01T12:00:00.000Z', 'worker', 'letter.sent', 'late')"
    )
}

async fn lines_are_sealed_in_batches_and_the_chain_is_whole(db: Database) {
    assert_eq!(seal(&db).await, None);
    write(&db, names(0..300)).await;
    let first = seal(&db).await.unwrap();
    let second = seal(&db).await.unwrap();
    assert_eq!((first.head.number, first.lines), (1, 256));
    assert_eq!((second.head.number, second.lines), (2, 44));
    assert_eq!(seal(&db).await, None);
    let verdict = walk(&db, Some(first.head)).await;
    assert_eq!(verdict.faults, []);
    assert_eq!((verdict.seals, verdict.lines, verdict.unsigned), (2, 300, 0));
    assert_eq!(verdict.head, second.head);
    assert_eq!(db.ask(audit::find_head).await, second.head);
}

async fn lines_younger_than_five_seconds_wait(db: Database) {
    write(&db, names(0..1)).await;
    let written_at = line("x").at;
    assert_eq!(seal_audit(&db.store, &key(), written_at.plus_seconds(5)).await.unwrap(), None);
    assert_eq!(db.ask(audit::count_unsealed).await, Unsealed { count: 1, oldest: Some(written_at) });
    let sealed = seal_audit(&db.store, &key(), written_at.plus_seconds(6)).await.unwrap();
    assert_eq!(sealed.unwrap().lines, 1);
    assert_eq!(db.ask(audit::count_unsealed).await, Unsealed { count: 0, oldest: None });
}

async fn a_line_that_is_committed_late_goes_under_a_later_seal(db: Database) {
    write(&db, names(0..2)).await;
    if is_postgres(&db) {
        let mut slow = PgConnection::establish(&db.address()).unwrap();
        slow.batch_execute(&format!("BEGIN; {}", old_line(&db))).unwrap();
        assert_eq!(seal(&db).await.unwrap().lines, 2);
        slow.batch_execute("COMMIT").unwrap();
    } else {
        assert_eq!(seal(&db).await.unwrap().lines, 2);
        db.execute(&old_line(&db));
    }
    write(&db, names(2..3)).await;
    let second = seal(&db).await.unwrap();
    assert_eq!((second.head.number, second.lines), (2, 2));
    let verdict = walk(&db, None).await;
    assert_eq!((verdict.faults, verdict.lines), (vec![], 4));
}

async fn two_workers_at_once_seal_every_line_once(db: Database) {
    write(&db, names(0..600)).await;
    let mut sealed = 0;
    while sealed < 600 {
        let (one, other) = tokio::join!(seal(&db), seal(&db));
        sealed += [one, other].into_iter().flatten().map(|sealed| sealed.lines).sum::<usize>();
    }
    let verdict = walk(&db, None).await;
    assert_eq!((verdict.faults, verdict.lines), (vec![], 600));
}

async fn the_database_refuses_to_change_or_remove_lines_and_seals(db: Database) {
    write(&db, names(0..4)).await;
    seal(&db).await.unwrap();
    write(&db, names(4..6)).await;
    let before =
        db.texts("SELECT CAST(seal_number AS TEXT) || subject AS value FROM audit_log WHERE seal_number > 0");
    let mut tries = vec![
        "UPDATE audit_log SET subject = 'x'".to_owned(),
        "UPDATE audit_log SET seal_number = NULL".to_owned(),
        "UPDATE audit_log SET seal_number = 1 WHERE seal_number = 1".to_owned(),
        "UPDATE audit_log SET actor = 'x', seal_number = 1 WHERE seal_number IS NULL".to_owned(),
        "DELETE FROM audit_log".to_owned(),
        "DELETE FROM audit_log WHERE seal_number IS NULL".to_owned(),
        "UPDATE audit_seals SET sealed_at = sealed_at".to_owned(),
        "DELETE FROM audit_seals".to_owned(),
        old_line(&db).replace("subject)", "subject, seal_number)").replace("'late')", "'late', 1)"),
    ];
    if is_postgres(&db) {
        tries.extend(["TRUNCATE audit_log", "TRUNCATE audit_seals CASCADE"].map(str::to_owned));
    } else {
        tries.push("INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log".to_owned());
        tries.push(
            "INSERT OR REPLACE INTO audit_log SELECT id, at, 'x', event, subject, NULL FROM audit_log"
                .to_owned(),
        );
        tries.push("INSERT OR REPLACE INTO audit_seals SELECT * FROM audit_seals".to_owned());
    }
    for sql in tries {
        let refused = db.try_to(&sql).expect_err(&sql);
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
    let after =
        db.texts("SELECT CAST(seal_number AS TEXT) || subject AS value FROM audit_log WHERE seal_number > 0");
    assert_eq!((before.len(), before), (4, after));
}

/// Runs SQL as somebody would who owns the database and takes its guards away first.
fn bypass(db: &Database, sql: &str) {
    if is_postgres(db) {
        db.execute(&format!(
            "ALTER TABLE audit_log DISABLE TRIGGER ALL; ALTER TABLE audit_seals DISABLE TRIGGER ALL; {sql}; \
             ALTER TABLE audit_log ENABLE TRIGGER ALL; ALTER TABLE audit_seals ENABLE TRIGGER ALL"
        ));
        return;
    }
    let triggers = "SELECT name AS value FROM sqlite_master WHERE type = 'trigger'";
    let made = "SELECT sql AS value FROM sqlite_master WHERE type = 'trigger'";
    let (names, made) = (db.texts(triggers), db.texts(made));
    for name in names {
        db.execute(&format!("DROP TRIGGER {name}"));
    }
    db.execute(&format!("PRAGMA foreign_keys = OFF; {sql}"));
    made.iter().for_each(|sql| db.execute(sql));
}

async fn what_goes_around_the_triggers_is_found_and_named(db: Database) {
    write(&db, names(0..2)).await;
    seal(&db).await.unwrap();
    write(&db, names(2..5)).await;
    seal(&db).await.unwrap();
    write(&db, names(5..6)).await;
    let third = seal(&db).await.unwrap();
    let ids = ids(&db).await;
    let of = |number: usize| sql(&db, ids[number]);
    bypass(&db, &format!("UPDATE audit_log SET subject = 'x' WHERE id = {}", of(0)));
    bypass(&db, &format!("DELETE FROM audit_log WHERE id = {}", of(3)));
    let inserted =
        old_line(&db).replace("subject)", "subject, seal_number)").replace("'late')", "'late', 2)");
    bypass(&db, &inserted);
    let late = AuditId(uuid::Uuid::from_u128(7));
    let mut expected = vec![
        Fault::LineAltered { seal: 1, line: ids[0] },
        Fault::LineInserted { seal: 2, line: late },
        Fault::LineRemoved { seal: 2, line: ids[3] },
    ];
    assert_eq!(walk(&db, None).await.faults, expected);
    bypass(&db, &format!("UPDATE audit_log SET seal_number = NULL WHERE id = {}", of(4)));
    expected.push(Fault::LineRemoved { seal: 2, line: ids[4] });
    assert_eq!(walk(&db, None).await.faults, expected);
    bypass(&db, "UPDATE audit_seals SET mac = digest WHERE number = 3");
    bypass(&db, "UPDATE audit_seals SET sealed_at = '2026-06-11T12:00:00.000Z' WHERE number = 2");
    expected.insert(0, Fault::SealAltered { seal: 2 });
    expected.insert(1, Fault::SealForged { seal: 3 });
    assert_eq!(walk(&db, None).await.faults, expected);
    bypass(&db, "DELETE FROM audit_seals WHERE number = 3");
    let verdict = walk(&db, Some(third.head)).await;
    assert_eq!(
        verdict.faults[verdict.faults.len() - 2..],
        [Fault::SealRemoved { seal: 3 }, Fault::SealReplaced { seal: 3 }]
    );
}

async fn a_chain_of_more_than_a_page_of_seals_is_walked_to_its_end(db: Database) {
    for number in 0..201 {
        write(&db, [format!("line-{number}")]).await;
        seal(&db).await.unwrap();
    }
    let verdict = walk(&db, None).await;
    assert_eq!((verdict.faults, verdict.seals, verdict.lines), (vec![], 201, 201));
    let last = ids(&db).await[200];
    bypass(&db, &format!("DELETE FROM audit_log WHERE id = {}", sql(&db, last)));
    assert_eq!(walk(&db, None).await.faults, [Fault::LineRemoved { seal: 201, line: last }]);
}
