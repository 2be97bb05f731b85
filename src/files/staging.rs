//! Files on their way in: in temporary files without a name, so that nothing is left if we stop.

use super::{Files, FilesError, Kept, address};
use crate::domain::submission::to_hex;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use object_store::buffered::BufWriter;
use sha2::{Digest, Sha256};
use std::io::{Read, Seek, SeekFrom, Write};
use tokio::task::spawn_blocking;

/// How much is read and written at a time, in bytes.
const PIECE_BYTES: usize = 256 * 1024;
/// The size of the parts in which a large file goes to the store: the smallest that S3 takes.
const PART_BYTES: usize = 5 * 1024 * 1024;

/// A file that has come whole and is not kept yet.
#[derive(Debug)]
pub struct Staged {
    file: std::fs::File,
    /// What it will be kept as.
    pub kept: Kept,
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
    Disk(#[source] std::io::Error),
}

impl Staged {
    /// A handle of its own on the bytes, at their start.
    ///
    /// # Errors
    /// When there are no handles left.
    pub fn reader(&self) -> std::io::Result<std::fs::File> {
        let mut file = self.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(file)
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
            piece.extend_from_slice(&part);
            if piece.len() >= PIECE_BYTES {
                (file, hasher, piece) = write(file, hasher, piece).await?;
            }
        }
        let (file, hasher, _) = write(file, hasher, piece).await?;
        let size_bytes = i64::try_from(size_bytes).unwrap_or(i64::MAX);
        Ok(Staged { file, kept: Kept { sha256: to_hex(&hasher.finalize()), size_bytes } })
    }

    /// Keeps a file that has come whole; keeping the same bytes again changes nothing. A few at a
    /// time, because a store elsewhere wants parts of several megabytes.
    ///
    /// # Errors
    /// When it cannot be read again or kept.
    pub async fn keep_staged(&self, staged: &Staged) -> Result<Kept, FilesError> {
        let _turn = self.keeping.acquire().await;
        let mut writer =
            BufWriter::with_capacity(self.store.clone(), address(&staged.kept.sha256), PART_BYTES)
                .with_max_concurrency(1);
        let mut file = staged.reader().map_err(FilesError::staging)?;
        loop {
            let (rest, piece) = blocking(move || read(file)).await.map_err(FilesError::staging)?;
            if piece.is_empty() {
                break;
            }
            writer.put(Bytes::from(piece)).await.map_err(FilesError)?;
            file = rest;
        }
        tokio::io::AsyncWriteExt::shutdown(&mut writer).await.map_err(FilesError::staging)?;
        Ok(staged.kept.clone())
    }
}

type Written = (std::fs::File, Sha256, Vec<u8>);

/// Writes a piece and gives back its emptied buffer.
async fn write<E>(
    mut file: std::fs::File,
    mut hasher: Sha256,
    mut piece: Vec<u8>,
) -> Result<Written, StageError<E>> {
    blocking(move || {
        hasher.update(&piece);
        file.write_all(&piece)?;
        piece.clear();
        Ok((file, hasher, piece))
    })
    .await
    .map_err(StageError::Disk)
}

fn read(mut file: std::fs::File) -> std::io::Result<(std::fs::File, Vec<u8>)> {
    let mut piece = Vec::with_capacity(PIECE_BYTES);
    let limit = u64::try_from(PIECE_BYTES).unwrap_or(u64::MAX);
    (&mut file).take(limit).read_to_end(&mut piece)?;
    Ok((file, piece))
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> std::io::Result<T> {
    spawn_blocking(work).await.unwrap_or_else(|stopped| Err(std::io::Error::other(stopped)))
}

impl<E> From<std::io::Error> for StageError<E> {
    fn from(error: std::io::Error) -> Self {
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
