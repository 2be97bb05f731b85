//! From where files wait to where they are kept, in parts, so that a large one is never whole in memory.

use super::staging::blocking;
use super::{Files, FilesError, Kept, Staged, StagedReader, address};
use object_store::{MultipartUpload, ObjectStoreExt, PutPayload};
use std::io::{self, Read};

/// The size of the parts in which a large file goes to the store: the smallest that S3 takes.
const PART_BYTES: u64 = 5 * 1024 * 1024;

impl Files {
    /// Keeps a file that has come whole; keeping the same bytes again changes nothing. A few at a
    /// time, because each holds a part in memory. Goes on to its end when whoever asked goes away:
    /// a store elsewhere would keep the parts of what was broken off, and nobody would see them.
    ///
    /// Bytes come before their row, and what has no row is swept one day. So whoever has stored the
    /// row asks for [`Self::keep_still`].
    ///
    /// # Errors
    /// When it cannot be read again or kept.
    pub async fn keep_staged(&self, staged: &Staged) -> Result<Kept, FilesError> {
        let (files, reader, kept) = (self.clone(), staged.reader(), staged.kept.clone());
        let kept_now = tokio::spawn(async move {
            let _turn = files.keeping.acquire().await;
            files.put(reader, &kept).await.map(|()| kept)
        });
        kept_now.await.unwrap_or_else(|stopped| Err(FilesError::staging(io::Error::other(stopped))))
    }

    /// Keeps a file again, should its bytes have been swept before its row was stored. Called after
    /// that, this leaves nothing between: see `sweeping.rs`. What the virus scanner had put away
    /// stays there.
    ///
    /// # Errors
    /// As [`Self::keep_staged`].
    pub async fn keep_still(&self, staged: &Staged) -> Result<(), FilesError> {
        let sha256 = &staged.kept.sha256;
        if !self.holds(sha256).await? && !self.is_quarantined(sha256).await? {
            self.keep_staged(staged).await?;
        }
        Ok(())
    }

    async fn put(&self, reader: StagedReader, kept: &Kept) -> Result<(), FilesError> {
        let place = address(&kept.sha256);
        let size = u64::try_from(kept.size_bytes).unwrap_or_default();
        let (reader, first) = next_part(reader, size).await?;
        if size <= PART_BYTES {
            demand_whole(length(&first), size)?;
            return self.store.put(&place, PutPayload::from(first)).await.map(|_| ()).map_err(FilesError);
        }
        let mut upload = self.store.put_multipart(&place).await.map_err(FilesError)?;
        let sent = send(upload.as_mut(), reader, first, size).await;
        // The store forgets the parts of what did not become whole.
        if sent.is_err()
            && let Err(error) = upload.abort().await
        {
            tracing::warn!("parts of a file are left in the store: {error}");
        }
        sent
    }
}

async fn send(
    upload: &mut dyn MultipartUpload,
    mut reader: StagedReader,
    mut part: Vec<u8>,
    size: u64,
) -> Result<(), FilesError> {
    let mut sent = 0;
    while !part.is_empty() {
        sent += length(&part);
        upload.put_part(PutPayload::from(part)).await.map_err(FilesError)?;
        (reader, part) = next_part(reader, size.saturating_sub(sent)).await?;
    }
    demand_whole(sent, size)?;
    upload.complete().await.map_err(FilesError)?;
    Ok(())
}

async fn next_part(mut reader: StagedReader, left: u64) -> Result<(StagedReader, Vec<u8>), FilesError> {
    let read = blocking(move || {
        let mut part = Vec::with_capacity(usize::try_from(left.min(PART_BYTES)).unwrap_or_default());
        (&mut reader).take(PART_BYTES).read_to_end(&mut part)?;
        Ok((reader, part))
    });
    read.await.map_err(FilesError::staging)
}

fn length(part: &[u8]) -> u64 {
    u64::try_from(part.len()).unwrap_or(u64::MAX)
}

/// Nothing but the whole file may come to stand under its hash.
fn demand_whole(sent: u64, size: u64) -> Result<(), FilesError> {
    let cut = || FilesError::staging(io::Error::from(io::ErrorKind::UnexpectedEof));
    if sent == size { Ok(()) } else { Err(cut()) }
}
