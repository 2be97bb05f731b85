//! Files on their way in: in temporary files without a name, so that nothing is left if we stop.

use super::{Files, Kept, NotTaken, kind_of};
use crate::domain::file::FileKind;
use crate::domain::submission::to_hex;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::task::spawn_blocking;

/// How much is written at a time, in bytes, unless more comes at once. So much of every upload is
/// in memory.
const PIECE_BYTES: usize = 64 * 1024;

/// A file that has come whole and is not kept yet.
#[derive(Debug)]
pub struct Staged {
    file: Arc<Mutex<File>>,
    /// What it will be kept as.
    pub kept: Kept,
}

/// Reads a staged file from its start. Each reader has a place of its own in it.
#[derive(Debug, Clone)]
pub struct StagedReader {
    file: Arc<Mutex<File>>,
    position: u64,
}

/// Why a file did not come whole.
#[derive(Debug, thiserror::Error)]
pub enum StageError<E> {
    /// It is larger than it may be.
    #[error("the file is too large")]
    TooLarge,
    /// Whoever sends it stopped.
    #[error("the file did not come whole")]
    Source(E),
    /// We could not write it down.
    #[error("cannot write the file")]
    Disk(#[source] io::Error),
}

impl Staged {
    /// A reader at the start of the file.
    #[must_use]
    pub fn reader(&self) -> StagedReader {
        StagedReader { file: Arc::clone(&self.file), position: 0 }
    }
}

impl Staged {
    /// What kind of file it is, found out off the request's threads; see [`kind_of`].
    ///
    /// # Errors
    /// Why it is not taken.
    pub async fn kind(&self, name: &str) -> Result<FileKind, NotTaken> {
        let (mut reader, name) = (self.reader(), name.to_owned());
        let kind = spawn_blocking(move || kind_of(&mut reader, &name)).await;
        kind.unwrap_or(Err(NotTaken::Failed))
    }
}

impl Read for StagedReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.position))?;
        let count = file.read(buffer)?;
        self.position = self.position.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        Ok(count)
    }
}

impl Seek for StagedReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => {
                let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
                file.metadata()?.len().checked_add_signed(offset)
            }
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

impl Files {
    /// Writes `source` down as it comes, up to `max_bytes`; never more than a piece of it is in memory.
    ///
    /// # Errors
    /// [`StageError`]; what came of the file is gone then.
    pub async fn stage<E>(
        &self,
        mut source: impl Stream<Item = Result<Bytes, E>> + Unpin,
        max_bytes: u64,
    ) -> Result<Staged, StageError<E>> {
        let folder = self.staging_folder.clone();
        let mut file = blocking(move || tempfile::tempfile_in(folder)).await?;
        let (mut hasher, mut size_bytes) = (Sha256::new(), 0u64);
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        while let Some(part) = source.next().await {
            let part = part.map_err(StageError::Source)?;
            size_bytes = size_bytes.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
            if size_bytes > max_bytes {
                return Err(StageError::TooLarge);
            }
            if piece.len() + part.len() > PIECE_BYTES {
                (file, hasher, piece) = write(file, hasher, piece).await?;
            }
            piece.extend_from_slice(&part);
        }
        let (file, hasher, _) = write(file, hasher, piece).await?;
        let size_bytes = i64::try_from(size_bytes).unwrap_or(i64::MAX);
        Ok(Staged {
            file: Arc::new(Mutex::new(file)),
            kept: Kept { sha256: to_hex(&hasher.finalize()), size_bytes },
        })
    }
}

type Written = (File, Sha256, Vec<u8>);

/// Writes a piece and gives back its emptied buffer.
async fn write<E>(mut file: File, mut hasher: Sha256, mut piece: Vec<u8>) -> Result<Written, StageError<E>> {
    blocking(move || {
        hasher.update(&piece);
        file.write_all(&piece)?;
        piece.clear();
        Ok((file, hasher, piece))
    })
    .await
    .map_err(StageError::Disk)
}

pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    spawn_blocking(work).await.unwrap_or_else(|stopped| Err(io::Error::other(stopped)))
}

impl<E> From<io::Error> for StageError<E> {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::TryStreamExt;
    use futures_util::stream::{self, Iter};

    fn pieces(count: usize) -> Iter<std::vec::IntoIter<Result<Bytes, &'static str>>> {
        stream::iter(
            (0..count)
                .map(|n| Ok(Bytes::from(vec![u8::try_from(n % 251).unwrap(); 70_001])))
                .collect::<Vec<_>>(),
        )
    }

    #[tokio::test]
    async fn a_staged_file_is_kept_whole() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        for count in [0, 1, 5, 100] {
            let staged = files.stage(pieces(count), 10_000_000).await.unwrap();
            assert_eq!(staged.kept.size_bytes, 70_001 * i64::try_from(count).unwrap());
            let kept = files.keep_staged(&staged).await.unwrap();
            assert_eq!(files.examine(&kept.sha256).await.unwrap(), Some(kept.clone()));
            let bytes: Vec<_> = files.open(&kept.sha256).await.unwrap().unwrap().try_collect().await.unwrap();
            let whole: Vec<_> = pieces(count).try_collect::<Vec<_>>().await.unwrap().concat();
            assert!(bytes.concat() == whole);
        }
    }

    #[tokio::test]
    async fn each_reader_has_its_own_place() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let staged = files.stage(pieces(2), 10_000_000).await.unwrap();
        let (mut one, mut other) = (staged.reader(), staged.reader());
        one.seek(SeekFrom::End(-1)).unwrap();
        let mut byte = [9];
        other.read_exact(&mut byte).unwrap();
        assert_eq!(byte, [0]);
        one.read_exact(&mut byte).unwrap();
        assert_eq!(byte, [1]);
        assert_eq!(one.read(&mut byte).unwrap(), 0);
        assert_eq!(other.seek(SeekFrom::Current(-1)).unwrap(), 0);
        assert!(other.seek(SeekFrom::Current(-1)).is_err());
    }

    #[tokio::test]
    async fn what_is_too_large_or_breaks_off_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        assert!(matches!(files.stage(pieces(3), 210_002).await, Err(StageError::TooLarge)));
        assert!(files.stage(pieces(3), 210_003).await.is_ok());
        let broken = stream::iter([Ok(Bytes::from_static(b"half")), Err("gone")]);
        assert!(matches!(files.stage(broken, 100).await, Err(StageError::Source("gone"))));
        let left = std::fs::read_dir(&files.staging_folder).unwrap().count();
        assert_eq!(left, 0);
    }
}
