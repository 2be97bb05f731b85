//! Bytes that no row knows: they are set aside first, and deleted an hour later.
//!
//! A file's bytes come before its row, so what has no row may be about to get one. Asking for the
//! row and deleting then would lose what was handed in between the two. So both sides write before
//! they look. Whoever sweeps moves the bytes aside, and then asks for the row: if there is one, they
//! go back. Whoever hands in keeps the bytes, stores the row, and then asks for the bytes
//! ([`Files::keep_still`]): if there are none, they are kept again. Of the two that look, the later
//! one sees what the other wrote. Should the process that hands in be killed between row and look,
//! the bytes are still aside: before they are deleted, the row is asked for once more.

use super::staging::blocking;
use super::{Files, FilesError, address};
use crate::domain::clock::Moment;
use futures_util::stream::{BoxStream, StreamExt};
use object_store::path::Path;
use object_store::{Error, ObjectMeta, ObjectStoreExt};
use std::io;
use std::time::UNIX_EPOCH;

/// Where bytes lie that were set aside. Folders of other bytes have names of two digits.
const ASIDE: &str = "swept";
const HASH_DIGITS: usize = 64;

/// Bytes that were set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Their SHA-256, in lower-case hexadecimal.
    pub sha256: String,
    /// When, as a Unix time in seconds.
    pub since: i64,
}

impl Aside {
    fn place(&self) -> Path {
        Path::from_iter([ASIDE, &format!("{}-{}", self.since, self.sha256)])
    }

    fn read(place: &Path) -> Option<Self> {
        let (since, sha256) = place.filename()?.split_once('-')?;
        Some(Self { sha256: sha256.to_owned(), since: since.parse().ok()? })
    }
}

impl Files {
    /// The hashes beginning with this byte under which there are bytes that were last kept before `before`.
    pub fn list_old(&self, first: u8, before: Moment) -> BoxStream<'static, Result<String, FilesError>> {
        let before = before.timestamp().as_second();
        let old = move |found: &ObjectMeta| found.last_modified.timestamp() < before;
        self.list(&format!("{first:02x}"), move |found| {
            let hash = found.location.filename().filter(|name| is_hash(name) && old(&found))?;
            Some(hash.to_owned())
        })
    }

    /// All that was set aside.
    pub fn list_aside(&self) -> BoxStream<'static, Result<Aside, FilesError>> {
        self.list(ASIDE, |found| Aside::read(&found.location))
    }

    fn list<T: Send + 'static>(
        &self,
        folder: &str,
        of: impl Fn(ObjectMeta) -> Option<T> + Send + 'static,
    ) -> BoxStream<'static, Result<T, FilesError>> {
        let found = self.store.list(Some(&Path::from(folder)));
        found
            .filter_map(move |found| {
                let taken = match found {
                    // Another process has moved it since.
                    Err(Error::NotFound { .. }) => None,
                    Err(error) => Some(Err(FilesError(error))),
                    Ok(found) => of(found).map(Ok),
                };
                std::future::ready(taken)
            })
            .boxed()
    }

    /// Moves bytes to where nobody opens them; nothing where another process was first.
    ///
    /// # Errors
    /// When they cannot be moved.
    pub async fn set_aside(&self, sha256: &str, now: Moment) -> Result<Option<Aside>, FilesError> {
        let aside = Aside { sha256: sha256.to_owned(), since: now.timestamp().as_second() };
        let moved = self.store.rename(&address(sha256), &aside.place()).await;
        Ok(unless_gone(moved)?.map(|()| aside))
    }

    /// Moves bytes back to where they are opened.
    ///
    /// # Errors
    /// When they cannot be moved.
    pub async fn put_back(&self, aside: &Aside) -> Result<(), FilesError> {
        unless_gone(self.store.rename(&aside.place(), &address(&aside.sha256)).await).map(|_| ())
    }

    /// Deletes bytes that were set aside.
    ///
    /// # Errors
    /// When they cannot be deleted.
    pub async fn delete_aside(&self, aside: &Aside) -> Result<(), FilesError> {
        unless_gone(self.store.delete(&aside.place()).await).map(|_| ())
    }

    /// Deletes the halves of files that were being written when the process was killed before
    /// `before`, beside the hashes beginning with this byte, and where files wait; returns how many.
    /// A bucket keeps such halves to itself, and its own rules say for how long.
    ///
    /// # Errors
    /// When they cannot be listed or deleted.
    pub async fn delete_halves(&self, first: u8, before: Moment) -> Result<usize, FilesError> {
        let waiting = self.staging_folder.clone();
        let beside = self.folder.as_ref().map(|folder| folder.join(format!("{first:02x}")));
        let before = before.timestamp().as_second();
        let deleting = blocking(move || {
            // As `object_store` names what it has not finished.
            let halves = match &beside {
                Some(beside) => delete_old(beside, before, |name| name.contains('#'))?,
                None => 0,
            };
            Ok(halves + delete_old(&waiting, before, |_| true)?)
        });
        deleting.await.map_err(FilesError::staging)
    }
}

fn delete_old(folder: &std::path::Path, before: i64, is_half: impl Fn(&str) -> bool) -> io::Result<usize> {
    let entries = match folder.read_dir() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut deleted = 0;
    for entry in entries {
        let entry = entry?;
        // Gone since, or a folder: neither is a half of ours.
        let Some(found) = entry.metadata().ok().filter(std::fs::Metadata::is_file) else { continue };
        let age = found.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let is_old = i64::try_from(age).is_ok_and(|at| at < before);
        if is_old && entry.file_name().to_str().is_some_and(&is_half) {
            std::fs::remove_file(entry.path())?;
            deleted += 1;
        }
    }
    Ok(deleted)
}

fn is_hash(name: &str) -> bool {
    name.len() == HASH_DIGITS && name.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

fn unless_gone(done: Result<(), Error>) -> Result<Option<()>, FilesError> {
    match done {
        Ok(()) => Ok(Some(())),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(FilesError(error)),
    }
}
