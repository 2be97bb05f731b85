//! Checks of the documents' files.

use super::Installation;
use super::finding::Finding;
use crate::files::Files;
use crate::store::{document_editions, documents};

/// How many files are told.
const TOLD: usize = 20;

/// Reads every file, and compares size and SHA-256 with what the database says of it.
pub(super) async fn documents(it: &Installation) -> Result<Finding, anyhow::Error> {
    let mut documents = Vec::new();
    for (slug, one) in it.store.read(documents::list_all).await? {
        documents.push((format!("{slug}: {}", one.name), one.sha256, one.size_bytes));
    }
    for (slug, name, one) in it.store.read(document_editions::list_all).await? {
        let name = format!("{slug}: {name}, edition {}", one.number);
        documents.push((name, one.sha256, one.size_bytes));
    }
    let folder = &it.settings.storage.files_folder;
    let remedy = format!("restore {} from a backup", folder.display());
    if !folder.is_dir() {
        let what = format!("{} is not a folder", folder.display());
        return Ok(if documents.is_empty() {
            Finding::ok(format!("{what}, and no round has documents"))
        } else {
            Finding::failed(what, remedy)
        });
    }
    let files = Files::in_folder(folder)?;
    let mut wrong = Vec::new();
    let count = documents.len();
    for (name, sha256, size_bytes) in documents {
        match files.examine(&sha256).await {
            Ok(None) => wrong.push(format!("{name} is missing")),
            Ok(Some(kept)) if kept.sha256 != sha256 || kept.size_bytes != size_bytes => {
                wrong.push(format!("{name} has been altered"));
            }
            Ok(Some(_)) => {}
            Err(error) => wrong.push(format!("{name} cannot be read: {:#}", anyhow::Error::new(error))),
        }
    }
    if wrong.is_empty() {
        return Ok(Finding::ok(format!("{count} file(s) are there and as they were")));
    }
    let total = wrong.len();
    wrong.truncate(TOLD);
    Ok(Finding::failed(format!("{total} of {count} file(s) are wrong:"), remedy).with(wrong, total))
}
