//! Files on their way through the scanner: claimed by one at a time, put back, marked, locked up.

use crate::database::Database;
use crate::examples::at;
use crate::on_both;
use innspill::domain::file::{ScanState, StoredFile};
use innspill::store::scans::{self, Claim};
use innspill::store::{Upkeep, files};

on_both! {
    scan_columns_read_back,
    a_file_is_held_by_whoever_claimed_it_last,
    what_is_not_due_is_not_claimed_unless_it_is_asked_for,
    failed_files_wait_again_with_all_their_attempts,
}

const NOW: &str = "2023-06-30T12:00:00.500Z";
const LATER: &str = "2023-06-30T12:05:00.500Z";

async fn put(db: &Database, sha256: &str, kept_at: &str) {
    let file = StoredFile {
        sha256: sha256.to_owned(),
        size_bytes: 1,
        media_type: "text/plain".to_owned(),
        kept_at: at(kept_at),
        scan: ScanState::Waiting,
        scanned_at: None,
        signature: None,
    };
    db.put(move |tx| files::insert_missing(tx, &file)).await;
}

fn hash(number: usize) -> String {
    format!("{number:064x}")
}

async fn claim(db: &Database, now: &str, lease_ends: &str) -> Option<Claim> {
    let (now, lease_ends) = (at(now), at(lease_ends));
    db.keep_up(move |tx: &mut Upkeep<'_>| scans::claim_due(tx, now, lease_ends)).await
}

async fn mark(db: &Database, claim: &Claim, scan: ScanState, said: Option<&'static str>) -> bool {
    let claim = claim.clone();
    db.put(move |tx| scans::mark(tx, &claim, scan, said, at(LATER))).await
}

async fn scan_columns_read_back(db: Database) {
    put(&db, &hash(1), NOW).await;
    let claimed = claim(&db, NOW, LATER).await.unwrap();
    let columns = "SELECT scan || ' ' || scan_claims || ' ' || scan_attempts || ' ' || \
                   COALESCE(signature, '-') AS value FROM files";
    assert_eq!(db.texts(columns), ["waiting 1 0 -"]);
    assert_eq!(db.moments("SELECT {scan_leased_until} AS value FROM files"), [LATER]);
    let back = claimed.clone();
    db.keep_up(move |tx| scans::put_back(tx, &back, 3, at(LATER))).await;
    assert_eq!(db.texts(columns), ["waiting 1 3 -"]);
    assert_eq!(
        db.moments("SELECT {scan_due_at} AS value FROM files WHERE scan_leased_until IS NULL"),
        [LATER]
    );

    let again = claim(&db, LATER, "2100-01-01T00:00:00Z").await.unwrap();
    assert_eq!(again.attempts, 3);
    assert!(mark(&db, &again, ScanState::Infected, Some("Væska.Test")).await);
    assert_eq!(db.texts(columns), ["infected 2 3 Væska.Test"]);
    let stored = db.ask(|tx| files::find(tx, &hash(1))).await.unwrap();
    assert_eq!((stored.scan, stored.scanned_at), (ScanState::Infected, Some(at(LATER))));
    assert_eq!(stored.signature.as_deref(), Some("Væska.Test"));

    assert_eq!(db.ask(|tx| scans::list_to_quarantine(tx, 10)).await, [hash(1)]);
    db.keep_up(|tx| scans::mark_quarantined(tx, &hash(1), at(NOW))).await;
    assert!(db.ask(|tx| scans::list_to_quarantine(tx, 10)).await.is_empty());
    assert!(db.ask(|tx| scans::list_to_delete(tx, at(NOW), 10)).await.is_empty());
    assert_eq!(db.ask(|tx| scans::list_to_delete(tx, at(LATER), 10)).await, [hash(1)]);
    db.put(|tx| scans::mark_deleted(tx, &hash(1), at(LATER))).await;
    assert!(db.ask(|tx| scans::list_to_delete(tx, at(LATER), 10)).await.is_empty());
    let moments = db.moments("SELECT {quarantined_at} || ' ' || {deleted_at} AS value FROM files");
    assert_eq!(moments, [format!("{NOW} {LATER}")]);
}

async fn a_file_is_held_by_whoever_claimed_it_last(db: Database) {
    put(&db, &hash(1), NOW).await;
    let first = claim(&db, NOW, LATER).await.unwrap();
    assert_eq!(claim(&db, NOW, LATER).await, None);
    let second = claim(&db, LATER, "2100-01-01T00:00:00Z").await.unwrap();
    // The first one wakes up again, with another opinion.
    assert!(!mark(&db, &first, ScanState::Clean, None).await);
    let back = first.clone();
    db.keep_up(move |tx| scans::put_back(tx, &back, 4, at(NOW))).await;
    assert_eq!(claim(&db, LATER, LATER).await, None, "it is still held");
    assert!(mark(&db, &second, ScanState::Failed, Some("why")).await);
    assert!(!mark(&db, &second, ScanState::Clean, None).await, "a verdict stands");
}

async fn what_is_not_due_is_not_claimed_unless_it_is_asked_for(db: Database) {
    put(&db, &hash(2), LATER).await;
    put(&db, &hash(1), NOW).await;
    let oldest = claim(&db, LATER, LATER).await.unwrap();
    assert_eq!(oldest.sha256, hash(1));
    db.keep_up(move |tx| scans::put_back(tx, &oldest, 1, at("2023-06-30T13:00:00Z"))).await;
    assert!(db.ask(|tx| scans::has_due(tx, at(LATER))).await);
    assert_eq!(claim(&db, LATER, "2100-01-01T00:00:00Z").await.unwrap().sha256, hash(2));
    assert!(!db.ask(|tx| scans::has_due(tx, at(LATER))).await);
    assert_eq!(claim(&db, LATER, LATER).await, None);
    let asked = db.keep_up(|tx| scans::claim(tx, &hash(1), at(LATER), at("2100-01-01T00:00:00Z"))).await;
    assert_eq!(asked.map(|claim| claim.attempts), Some(1));
    for held_or_unknown in [hash(2), hash(3)] {
        let claim = db.keep_up(move |tx| scans::claim(tx, &held_or_unknown, at(LATER), at(LATER))).await;
        assert_eq!(claim, None);
    }
}

async fn failed_files_wait_again_with_all_their_attempts(db: Database) {
    for number in 1..=3 {
        put(&db, &hash(number), NOW).await;
        let claimed = claim(&db, NOW, LATER).await.unwrap();
        let back = claimed.clone();
        db.keep_up(move |tx| scans::put_back(tx, &back, 5, at(LATER))).await;
        let claimed = claim(&db, LATER, LATER).await.unwrap();
        let scan = [ScanState::Failed, ScanState::Clean, ScanState::Infected][number - 1];
        assert!(mark(&db, &claimed, scan, Some("why")).await);
    }
    assert_eq!(db.put(scans::requeue_failed).await, 1);
    assert_eq!(claim(&db, NOW, LATER).await.map(|claim| (claim.sha256, claim.attempts)), Some((hash(1), 0)));
    for (scan, count) in [(ScanState::Waiting, 1), (ScanState::Clean, 1), (ScanState::Failed, 0)] {
        assert_eq!(db.ask(move |tx| scans::count(tx, scan)).await, count, "{scan:?}");
    }
    assert_eq!(db.ask(|tx| scans::count_waiting_since(tx, at(NOW))).await, 0);
    assert_eq!(db.ask(|tx| scans::count_waiting_since(tx, at(LATER))).await, 1);
}
