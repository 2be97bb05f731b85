//! What is known of kept bytes.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at};
use crate::on_both;
use innspill::domain::file::{ScanState, StoredFile};
use innspill::store::files;

on_both! { files_read_back, bytes_that_are_known_stay_as_they_are }

fn file(number: usize) -> StoredFile {
    let text = HOSTILE[number % HOSTILE.len()].replace('\0', "");
    StoredFile {
        sha256: format!("{number:064x}"),
        size_bytes: i64::MAX,
        media_type: text.clone(),
        kept_at: at(MOMENTS[number % MOMENTS.len()]),
        scan: ScanState::ALL[number % ScanState::ALL.len()],
        scanned_at: number.is_multiple_of(2).then(|| at(MOMENTS[number % MOMENTS.len()])),
        signature: number.is_multiple_of(3).then_some(text),
    }
}

async fn files_read_back(db: Database) {
    for number in 0..HOSTILE.len() {
        let stored = file(number);
        db.put({
            let stored = stored.clone();
            move |tx| files::insert_missing(tx, &stored)
        })
        .await;
        let sha256 = stored.sha256.clone();
        assert_eq!(db.ask(move |tx| files::find(tx, &sha256)).await, Some(stored));
    }
    assert_eq!(db.ask(|tx| files::find(tx, "none")).await, None);
}

async fn bytes_that_are_known_stay_as_they_are(db: Database) {
    let first = StoredFile { scan: ScanState::Infected, ..file(1) };
    for stored in [first.clone(), StoredFile { scan: ScanState::Waiting, ..first.clone() }] {
        db.put(move |tx| files::insert_missing(tx, &stored)).await;
    }
    let sha256 = first.sha256.clone();
    assert_eq!(db.ask(move |tx| files::find(tx, &sha256)).await, Some(first));
}
