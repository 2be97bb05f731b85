//! Where bytes with harmful content lie: no address of ours leads there.

use super::{Files, FilesError, address};
use object_store::path::Path;
use object_store::{Error, ObjectStoreExt};

/// The folder. Those of other files have names of two digits.
const QUARANTINE: &str = "quarantine";

impl Files {
    /// Takes the bytes with this hash away from where they are opened; doing it again does nothing.
    ///
    /// # Errors
    /// When they cannot be moved.
    pub async fn quarantine(&self, sha256: &str) -> Result<(), FilesError> {
        gone_is_fine(self.store.rename(&address(sha256), &locked(sha256)).await)
    }

    /// Deletes bytes that are in quarantine; doing it again does nothing.
    ///
    /// # Errors
    /// When they cannot be deleted.
    pub async fn delete_quarantined(&self, sha256: &str) -> Result<(), FilesError> {
        gone_is_fine(self.store.delete(&locked(sha256)).await)
    }

    /// Whether bytes with this hash are in quarantine.
    ///
    /// # Errors
    /// When nobody can say.
    pub async fn is_quarantined(&self, sha256: &str) -> Result<bool, FilesError> {
        match self.store.head(&locked(sha256)).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(FilesError(error)),
        }
    }
}

fn locked(sha256: &str) -> Path {
    Path::from_iter([QUARANTINE, sha256])
}

fn gone_is_fine(outcome: Result<(), Error>) -> Result<(), FilesError> {
    match outcome {
        Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
        Err(error) => Err(FilesError(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_in_quarantine_cannot_be_opened_and_can_be_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let kept = files.keep(b"harmful".to_vec()).await.unwrap();
        for _ in 0..2 {
            files.quarantine(&kept.sha256).await.unwrap();
            assert!(files.open(&kept.sha256).await.unwrap().is_none());
            assert!(files.is_quarantined(&kept.sha256).await.unwrap());
        }
        for _ in 0..2 {
            files.delete_quarantined(&kept.sha256).await.unwrap();
            assert!(!files.is_quarantined(&kept.sha256).await.unwrap());
        }
    }
}
