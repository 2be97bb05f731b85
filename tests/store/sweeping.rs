//! Files that nothing refers to go, row and bytes; those that somebody hands in at that moment stay.

use crate::database::Database;
use crate::examples::{at, store_all, stored_round, submission};
use crate::on_both;
use futures_util::TryStreamExt;
use innspill::actions::sweep_files::{delete_swept, sweep_bytes, sweep_rows};
use innspill::domain::clock::Moment;
use innspill::domain::document::{Document, DocumentKind, PinnedDocument};
use innspill::domain::file::{ScanState, StoredFile};
use innspill::domain::ids::DocumentId;
use innspill::domain::language::Language;
use innspill::files::{Files, Staged};
use innspill::store::{documents, files};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};
use tempfile::TempDir;

on_both! {
    rows_that_nothing_refers_to_go_after_a_day,
    what_a_submission_answered_to_stays,
    bytes_without_a_row_are_set_aside_and_deleted_an_hour_later,
    bytes_that_get_their_row_while_they_are_swept_stay,
    halves_that_a_killed_process_left_are_deleted,
}

const DAY: i64 = 24 * 60 * 60;

struct Kept {
    folder: TempDir,
    files: Files,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        Self { folder, files }
    }

    fn path(&self, sha256: &str) -> PathBuf {
        self.folder.path().join(sha256.get(..2).unwrap()).join(sha256)
    }

    async fn staged(&self, text: &str) -> Staged {
        let pieces = [Ok::<_, ()>(bytes::Bytes::from(text.to_owned()))];
        self.files.stage(futures_util::stream::iter(pieces), 1_000_000).await.unwrap()
    }

    /// Keeps a text, as if it had been long ago.
    async fn old(&self, text: &str) -> Staged {
        let staged = self.staged(text).await;
        self.files.keep_staged(&staged).await.unwrap();
        make_old(&self.path(&staged.kept.sha256));
        staged
    }

    async fn aside(&self) -> usize {
        self.files.list_aside().try_collect::<Vec<_>>().await.unwrap().len()
    }
}

fn make_old(path: &PathBuf) {
    let long_ago = UNIX_EPOCH + Duration::from_secs(1_000_000);
    fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
}

fn first(sha256: &str) -> u8 {
    u8::from_str_radix(sha256.get(..2).unwrap(), 16).unwrap()
}

fn row(sha256: &str, kept_at: Moment) -> StoredFile {
    StoredFile {
        sha256: sha256.to_owned(),
        size_bytes: 1,
        media_type: "text/plain".to_owned(),
        kept_at,
        scan: ScanState::Waiting,
        scanned_at: None,
        signature: None,
    }
}

async fn has_row(db: &Database, sha256: &str) -> bool {
    let sha256 = sha256.to_owned();
    db.ask(move |tx| files::find(tx, &sha256)).await.is_some()
}

async fn rows_that_nothing_refers_to_go_after_a_day(db: Database) {
    let (round, _) = stored_round(&db, "plan").await;
    let hashes: Vec<String> = (0..4).map(|number| format!("{number:064x}")).collect();
    let kept_at = at("2026-06-01T12:00:00Z");
    let [unused, document, infected, later] = [0, 1, 2, 3].map(|number| row(&hashes[number], kept_at));
    let infected = StoredFile { scan: ScanState::Infected, ..infected };
    let later = StoredFile { kept_at: kept_at.plus_seconds(1), ..later };
    let paper = Document {
        id: DocumentId::new(),
        kind: DocumentKind::Draft,
        name: "plan.pdf".to_owned(),
        language: Language::Nb,
        title: crate::examples::only_nb("Plan"),
        alt: None,
        caption: None,
        credit: None,
        media_type: "application/pdf".to_owned(),
        size_bytes: 1,
        sha256: document.sha256.clone(),
        added: None,
        edition: 1,
        version: 1,
    };
    db.put(move |tx| {
        for file in [&unused, &document, &infected, &later] {
            files::insert_missing(tx, file)?;
        }
        documents::insert(tx, round.id, 1, &paper)
    })
    .await;
    let before = db.audit_lines().await;
    assert_eq!(sweep_rows(&db.store, kept_at.plus_seconds(DAY - 1)).await.unwrap(), 0);
    assert_eq!(db.audit_lines().await, before);
    assert_eq!(sweep_rows(&db.store, kept_at.plus_seconds(DAY)).await.unwrap(), 1);
    assert_eq!(db.audit_lines().await, before + 1);
    let mut there = Vec::new();
    for hash in &hashes {
        there.push(has_row(&db, hash).await);
    }
    assert_eq!(there, [false, true, true, true]);
    // Handed in again, it has its day again.
    let again = row(&hashes[3], kept_at.plus_seconds(DAY));
    db.put(move |tx| files::insert_missing(tx, &again)).await;
    assert_eq!(sweep_rows(&db.store, kept_at.plus_seconds(DAY + 10)).await.unwrap(), 0);
    assert_eq!(sweep_rows(&db.store, kept_at.plus_seconds(2 * DAY)).await.unwrap(), 1);
}

async fn what_a_submission_answered_to_stays(db: Database) {
    let (round, form) = stored_round(&db, "plan").await;
    let hash = "ab".repeat(32);
    let mut answered = submission(&round, &form, "2026-06-10T12:00:00Z", &["Ja"]);
    answered.current.documents = vec![PinnedDocument { name: "a.pdf".to_owned(), sha256: hash.clone() }];
    store_all(&db, &[answered]).await;
    let file = row(&hash, at("2026-06-01T12:00:00Z"));
    db.put(move |tx| files::insert_missing(tx, &file)).await;
    assert_eq!(sweep_rows(&db.store, at("2026-07-01T12:00:00Z")).await.unwrap(), 0);
    assert!(has_row(&db, &hash).await);
}

async fn bytes_without_a_row_are_set_aside_and_deleted_an_hour_later(db: Database) {
    let kept = Kept::new();
    let now = at("2026-06-01T12:00:00Z");
    let (orphan, known) = (kept.old("orphan").await.kept.sha256, kept.old("known").await.kept.sha256);
    let file = row(&known, now);
    db.put(move |tx| files::insert_missing(tx, &file)).await;
    let fresh = kept.staged("just handed in").await;
    kept.files.keep_staged(&fresh).await.unwrap();
    // Something of somebody else's, in the same bucket.
    let other = kept.folder.path().join(orphan.get(..2).unwrap()).join("readme.txt");
    fs::write(&other, "not ours").unwrap();
    make_old(&other);

    let before = db.audit_lines().await;
    let mut swept = 0;
    for first in u8::MIN..=u8::MAX {
        swept += sweep_bytes(&db.store, &kept.files, first, now).await.unwrap();
    }
    assert_eq!((swept, kept.aside().await), (1, 1));
    assert!(!kept.files.holds(&orphan).await.unwrap());
    assert!(kept.files.holds(&known).await.unwrap() && kept.files.holds(&fresh.kept.sha256).await.unwrap());
    assert!(other.exists());
    assert_eq!(delete_swept(&db.store, &kept.files, now.plus_seconds(3599)).await.unwrap(), 0);
    assert_eq!(db.audit_lines().await, before);
    assert_eq!(delete_swept(&db.store, &kept.files, now.plus_seconds(3600)).await.unwrap(), 1);
    assert_eq!((kept.aside().await, db.audit_lines().await), (0, before + 1));
}

/// Every order in which the two sides can write and look: whoever looks last sees the other.
async fn bytes_that_get_their_row_while_they_are_swept_stay(db: Database) {
    let now = at("2026-06-01T12:00:00Z");
    for order in ["row before the sweep", "row after the move", "killed after the row", "row much later"] {
        let kept = Kept::new();
        let staged = kept.old(order).await;
        let sha256 = staged.kept.sha256.clone();
        let store_row = async || {
            let file = row(&sha256, now);
            db.put(move |tx| files::insert_missing(tx, &file)).await;
        };
        match order {
            "row before the sweep" => {
                store_row().await;
                sweep_bytes(&db.store, &kept.files, first(&sha256), now).await.unwrap();
            }
            // As `sweep_bytes` does it: it has asked, and moves; then the row comes.
            "row after the move" => {
                kept.files.set_aside(&sha256, now).await.unwrap().unwrap();
                store_row().await;
                kept.files.keep_still(&staged).await.unwrap();
                delete_swept(&db.store, &kept.files, now.plus_seconds(3600)).await.unwrap();
            }
            "killed after the row" => {
                kept.files.set_aside(&sha256, now).await.unwrap().unwrap();
                store_row().await;
                delete_swept(&db.store, &kept.files, now.plus_seconds(3600)).await.unwrap();
            }
            _ => {
                sweep_bytes(&db.store, &kept.files, first(&sha256), now).await.unwrap();
                delete_swept(&db.store, &kept.files, now.plus_seconds(3600)).await.unwrap();
                store_row().await;
                kept.files.keep_still(&staged).await.unwrap();
            }
        }
        assert_eq!(kept.files.examine(&sha256).await.unwrap().as_ref(), Some(&staged.kept), "{order}");
        assert_eq!(kept.aside().await, 0, "{order}");
    }
}

async fn halves_that_a_killed_process_left_are_deleted(db: Database) {
    let kept = Kept::new();
    let whole = kept.old("whole").await.kept.sha256;
    let file = row(&whole, at("2026-06-01T12:00:00Z"));
    db.put(move |tx| files::insert_missing(tx, &file)).await;
    let half = kept.path(&whole).with_file_name(format!("{whole}#1"));
    let new_half = kept.path(&whole).with_file_name(format!("{whole}#2"));
    let waiting = kept.folder.path().join("incoming/.tmpAbCdEf");
    for path in [&half, &new_half, &waiting] {
        fs::write(path, "half").unwrap();
    }
    make_old(&half);
    make_old(&waiting);
    assert_eq!(kept.files.examine(&whole).await.unwrap().unwrap().sha256, whole);
    sweep_bytes(&db.store, &kept.files, first(&whole), at("2026-06-01T12:00:00Z")).await.unwrap();
    assert_eq!([&half, &new_half, &waiting].map(|path| path.exists()), [false, true, false]);
    assert!(kept.files.holds(&whole).await.unwrap());
}
