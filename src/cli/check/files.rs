//! Checks of files: that all bytes are there and as they were, and that none are left over.

use super::Installation;
use super::finding::Finding;
use crate::config::StorageSettings;
use crate::domain::document::PinnedDocument;
use crate::files::Files;
use crate::startup::open_files;
use crate::store::file_uses::{self, Expected};
use crate::store::files as rows;
use futures_util::TryStreamExt;

/// How many files are told.
const TOLD: usize = 20;
/// How many uses of one file are told.
const USES_TOLD: i64 = 3;
/// How many rows are read at a time.
const ROWS_AT_A_TIME: i64 = 500;
/// After so long, a worker would have swept what has no row.
const LEFT_OVER_SECONDS: i64 = 2 * 24 * 60 * 60;

/// What is wrong, of which the first are told.
#[derive(Default)]
struct Wrong {
    told: Vec<String>,
    count: usize,
}

impl Wrong {
    fn add(&mut self, what: String) {
        self.count += 1;
        if self.told.len() < TOLD {
            self.told.push(what);
        }
    }
}

/// Reads every file, and compares size and SHA-256 with what the database says of it.
pub(super) async fn files(it: &Installation) -> Result<Finding, anyhow::Error> {
    let storage = &it.settings.storage;
    let folder = &storage.files_folder;
    if storage.s3_bucket.is_empty() && !folder.is_dir() {
        let what = format!("{} is not a folder", folder.display());
        let any = it.store.read(|tx| file_uses::list_expected(tx, "", 1)).await?;
        return Ok(if any.is_empty() {
            Finding::ok(format!("{what}, and there are no files"))
        } else {
            Finding::failed(what, remedy(storage))
        });
    }
    let files = open_files(storage)?;
    let mut wrong = Wrong::default();
    let mut count = 0;
    let mut after = String::new();
    loop {
        let from = after.clone();
        let page = it.store.read(move |tx| file_uses::list_expected(tx, &from, ROWS_AT_A_TIME)).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.sha256);
        for expected in page {
            count += 1;
            if let Some(fault) = fault(&files, &expected).await {
                wrong.add(format!("{} {fault}", told_name(it, &expected).await?));
            }
        }
    }
    let total = wrong.count;
    Ok(if total == 0 {
        Finding::ok(format!("{count} file(s) are there and as they were"))
    } else {
        Finding::failed(format!("{total} of {count} file(s) are wrong:"), remedy(storage))
            .with(wrong.told, total)
    })
}

fn remedy(storage: &StorageSettings) -> String {
    match storage.s3_bucket.as_str() {
        "" => format!("restore {} from a backup", storage.files_folder.display()),
        bucket => format!("restore the bucket {bucket} from a backup"),
    }
}

async fn fault(files: &Files, expected: &Expected) -> Option<String> {
    if expected.is_put_away {
        return None;
    }
    match files.examine(&expected.sha256).await {
        Ok(None) => Some("is missing".to_owned()),
        Ok(Some(kept)) if kept.sha256 != expected.sha256 || kept.size_bytes != expected.size_bytes => {
            Some("has been altered".to_owned())
        }
        Ok(Some(_)) => None,
        Err(error) => Some(format!("cannot be read: {:#}", anyhow::Error::new(error))),
    }
}

/// A file by what it is used for, and by its hash.
async fn told_name(it: &Installation, expected: &Expected) -> Result<String, anyhow::Error> {
    let sha256 = expected.sha256.clone();
    let uses = it.store.read(move |tx| file_uses::list_uses(tx, &sha256, USES_TOLD)).await?;
    let uses = if uses.is_empty() { "a file".to_owned() } else { uses.join(", ") };
    Ok(format!("{uses} ({})", expected.sha256))
}

/// Whether every document has a row, also those that rounds no longer have and submissions answered
/// to, and whether bytes are left that have none.
pub(super) async fn rows(it: &Installation) -> Result<Finding, anyhow::Error> {
    let looking = it.store.read(|tx| {
        let without = file_uses::list_documents_without_row(tx)?;
        let mut pins: Vec<PinnedDocument> = Vec::new();
        for (sha256, pin) in file_uses::list_pinned(tx, |_| true)? {
            if rows::find(tx, &sha256)?.is_none() {
                pins.push(pin);
            }
        }
        Ok((without, pins))
    });
    let (documents, pins) = looking.await?;
    let documents = documents.into_iter().map(|(slug, name)| format!("{slug}: {name}"));
    let pins =
        pins.into_iter().map(|pin| format!("{}, which submissions answered to ({})", pin.name, pin.sha256));
    let without: Vec<String> = documents.chain(pins).collect();
    if !without.is_empty() {
        let count = without.len();
        let told = without.into_iter().take(TOLD).collect();
        let remedy = "these rows were removed by hand: restore the database from a backup";
        return Ok(Finding::failed("the database knows nothing of the files of:", remedy).with(told, count));
    }
    let left = left_over(it).await?;
    Ok(if left == 0 {
        Finding::ok("every document has its row, and every file")
    } else {
        Finding::warning(
            format!("{left} file(s) have had no row for two days, and should have been removed"),
            "see that a worker runs (`innspill work`, or `serve --with-worker`) and what it logs",
        )
    })
}

async fn left_over(it: &Installation) -> Result<usize, anyhow::Error> {
    let storage = &it.settings.storage;
    if storage.s3_bucket.is_empty() && !storage.files_folder.is_dir() {
        return Ok(0);
    }
    let files = open_files(storage)?;
    let before = it.now.plus_seconds(-LEFT_OVER_SECONDS);
    let mut left = 0;
    for first in u8::MIN..=u8::MAX {
        let mut old = files.list_old(first, before).try_chunks(500);
        while let Some(hashes) = old.try_next().await.map_err(|stopped| stopped.1)? {
            let count = hashes.len();
            left += count - it.store.read(move |tx| file_uses::list_known(tx, &hashes)).await?.len();
        }
    }
    Ok(left)
}
