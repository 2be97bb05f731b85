//! Bytes too large for a row, kept under their SHA-256.

mod bucket;
mod keeping;
mod kinds;
mod quarantine;
pub mod scanner;
mod staging;
mod sweeping;
mod utf8;

pub use bucket::Bucket;
pub use kinds::{NotTaken, kind_of};
pub use staging::{StageError, Staged, StagedReader};
pub use sweeping::Aside;
pub use utf8::is_utf8;

use crate::domain::submission::to_hex;
use futures_util::stream::{BoxStream, StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// How many files go to the store at a time.
const KEEPING_MAX: usize = 8;
/// Where files wait until they have come whole, on a disk of this machine.
const STAGING: &str = "incoming";

/// Where the bytes are. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    /// Where the store is a folder of this machine.
    folder: Option<PathBuf>,
    staging_folder: PathBuf,
    keeping: Arc<Semaphore>,
}

/// What has been kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The SHA-256, in lower-case hexadecimal.
    pub sha256: String,
    /// The size in bytes.
    pub size_bytes: i64,
}

/// Bytes as they come.
pub type Bytes = BoxStream<'static, Result<bytes::Bytes, FilesError>>;

/// The bytes could not be kept or found.
#[derive(Debug, thiserror::Error)]
#[error("the files cannot be reached")]
pub struct FilesError(#[source] object_store::Error);

impl FilesError {
    fn staging(error: std::io::Error) -> Self {
        Self(object_store::Error::Generic { store: "staging", source: Box::new(error) })
    }
}

/// The files could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum FilesOpenError {
    /// The folder cannot be made.
    #[error("cannot make the folder")]
    Folder(#[source] std::io::Error),
    /// The folder or the bucket cannot be used.
    #[error("cannot use the store")]
    Store(#[source] object_store::Error),
    /// The program cannot speak to buckets.
    #[error("this program was built without buckets (cargo feature `s3`)")]
    NotBuiltIn,
}

impl Files {
    /// Files in a folder, which is made where it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made or used.
    pub fn in_folder(folder: &std::path::Path) -> Result<Self, FilesOpenError> {
        std::fs::create_dir_all(folder).map_err(FilesOpenError::Folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(FilesOpenError::Store)?;
        Self::over(Arc::new(store.with_fsync(true)), folder, Some(folder.to_owned()))
    }

    /// Files in a bucket; they wait in a folder of this machine until they have come whole.
    ///
    /// # Errors
    /// When the folder cannot be made, or the bucket cannot be used.
    pub fn in_bucket(bucket: &Bucket, folder: &std::path::Path) -> Result<Self, FilesOpenError> {
        Self::over(bucket.open()?, folder, None)
    }

    fn over(
        store: Arc<dyn ObjectStore>,
        staging: &std::path::Path,
        folder: Option<PathBuf>,
    ) -> Result<Self, FilesOpenError> {
        let staging_folder = staging.join(STAGING);
        std::fs::create_dir_all(&staging_folder).map_err(FilesOpenError::Folder)?;
        Ok(Self { store, folder, staging_folder, keeping: Arc::new(Semaphore::new(KEEPING_MAX)) })
    }

    /// Keeps `bytes`; keeping the same bytes again changes nothing.
    ///
    /// # Errors
    /// When they cannot be written.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<Kept, FilesError> {
        let sha256 = to_hex(&Sha256::digest(&bytes));
        let size_bytes = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        self.store.put(&address(&sha256), PutPayload::from(bytes)).await.map_err(FilesError)?;
        Ok(Kept { sha256, size_bytes })
    }

    /// Whether there are bytes under this hash.
    ///
    /// # Errors
    /// When nobody can say.
    pub async fn holds(&self, sha256: &str) -> Result<bool, FilesError> {
        match self.store.head(&address(sha256)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(FilesError(error)),
        }
    }

    /// The bytes with this hash, streamed; `None` where there are none.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn open(&self, sha256: &str) -> Result<Option<Bytes>, FilesError> {
        match self.store.get(&address(sha256)).await {
            Ok(found) => Ok(Some(found.into_stream().map(|part| part.map_err(FilesError)).boxed())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(FilesError(error)),
        }
    }

    /// What the bytes kept under this hash really are, read anew; `None` where there are none.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn examine(&self, sha256: &str) -> Result<Option<Kept>, FilesError> {
        let Some(mut bytes) = self.open(sha256).await? else { return Ok(None) };
        let (mut hasher, mut size_bytes) = (Sha256::new(), 0);
        while let Some(part) = bytes.try_next().await? {
            hasher.update(&part);
            size_bytes += i64::try_from(part.len()).unwrap_or(i64::MAX);
        }
        Ok(Some(Kept { sha256: to_hex(&hasher.finalize()), size_bytes }))
    }
}

/// Two letters of the hash make the folder, so that none grows too large.
fn address(sha256: &str) -> Path {
    let folder: String = sha256.chars().take(2).collect();
    Path::from_iter([folder.as_str(), sha256])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_come_back_by_their_hash() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let kept = files.keep(b"abc".to_vec()).await.unwrap();
        assert_eq!(kept.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(files.keep(b"abc".to_vec()).await.unwrap(), kept);
        let parts: Vec<_> = files.open(&kept.sha256).await.unwrap().unwrap().collect().await;
        assert_eq!(parts.into_iter().map(|part| part.unwrap()).collect::<Vec<_>>().concat(), b"abc");
        assert!(files.open("00ff").await.unwrap().is_none());
        assert_eq!(files.examine(&kept.sha256).await.unwrap(), Some(kept.clone()));
        assert_eq!(files.examine("00ff").await.unwrap(), None);
        std::fs::write(folder.path().join("ba").join(&kept.sha256), b"abd").unwrap();
        assert_ne!(files.examine(&kept.sha256).await.unwrap().unwrap().sha256, kept.sha256);
    }
}
