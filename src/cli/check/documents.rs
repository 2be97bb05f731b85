//! Checks of the documents' files.

use super::Installation;
use super::finding::Finding;
use crate::files::Files;
use crate::store::documents::list_all;

/// How many files are told.
const TOLD: usize = 20;

/// Reads every file, and compares size and SHA-256 with what the database says of it.
pub(super) async fn documents(it: &Installation) -> Result<Finding, anyhow::Error> {
    let documents = it.store.read(list_all).await?;
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
    for (slug, document) in documents {
        let name = format!("{slug}: {}", document.name);
        match files.examine(&document.sha256).await {
            Ok(None) => wrong.push(format!("{name} is missing")),
            Ok(Some(kept)) if kept.sha256 != document.sha256 || kept.size_bytes != document.size_bytes => {
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
