//! From where files wait to where they are kept, in parts, so that a large one is never whole in memory.

use super::staging::blocking;
use super::{Files, FilesError, Kept, Staged, StagedReader, address};
use object_store::{MultipartUpload, ObjectStoreExt, PutPayload};
use std::io::{self, Read};

/// The size of the parts in which a large file goes to a bucket: the smallest that S3 takes.
const BUCKET_PART_BYTES: u64 = 5 * 1024 * 1024;
/// The same for a folder, which takes any: what is large for a moment is not given back at once.
const FOLDER_PART_BYTES: u64 = 512 * 1024;

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
        let part = if self.folder.is_some() { FOLDER_PART_BYTES } else { BUCKET_PART_BYTES };
        let mut parts = Parts { reader, size, sent: 0, part };
        if size <= part {
            let whole = parts.next().await?;
            parts.demand_whole()?;
            return self.store.put(&place, PutPayload::from(whole)).await.map(|_| ()).map_err(FilesError);
        }
        let mut upload = self.store.put_multipart(&place).await.map_err(FilesError)?;
        parts.send_all(upload.as_mut()).await
    }
}

/// The parts of a file on its way.
struct Parts {
    reader: StagedReader,
    size: u64,
    sent: u64,
    part: u64,
}

impl Parts {
    /// Sends them all, or has the store forget those that it got.
    async fn send_all(self, upload: &mut dyn MultipartUpload) -> Result<(), FilesError> {
        let sent = self.send(upload).await;
        if sent.is_err()
            && let Err(error) = upload.abort().await
        {
            tracing::warn!("parts of a file are left in the store: {error}");
        }
        sent
    }

    async fn send(mut self, upload: &mut dyn MultipartUpload) -> Result<(), FilesError> {
        loop {
            let part = self.next().await?;
            if part.is_empty() {
                break;
            }
            upload.put_part(PutPayload::from(part)).await.map_err(FilesError)?;
        }
        self.demand_whole()?;
        upload.complete().await.map(|_| ()).map_err(FilesError)
    }

    /// The next part; empty at the end.
    async fn next(&mut self) -> Result<Vec<u8>, FilesError> {
        let (mut reader, limit) = (self.reader.clone(), self.part);
        let room = self.size.saturating_sub(self.sent).min(self.part);
        let read = blocking(move || {
            let mut part = Vec::with_capacity(usize::try_from(room).unwrap_or_default());
            (&mut reader).take(limit).read_to_end(&mut part)?;
            Ok((reader, part))
        });
        let (reader, part) = read.await.map_err(FilesError::staging)?;
        self.reader = reader;
        self.sent += u64::try_from(part.len()).unwrap_or(u64::MAX);
        Ok(part)
    }

    /// Nothing but the whole file may come to stand under its hash.
    fn demand_whole(&self) -> Result<(), FilesError> {
        let cut = || FilesError::staging(io::Error::from(io::ErrorKind::UnexpectedEof));
        if self.sent == self.size { Ok(()) } else { Err(cut()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use object_store::{Error, PutResult, Result, UploadPart};

    /// A store that takes some parts and then fails.
    #[derive(Debug, Default)]
    struct Failing {
        takes: usize,
        was_aborted: bool,
        was_completed: bool,
    }

    #[async_trait::async_trait]
    impl MultipartUpload for Failing {
        fn put_part(&mut self, _: PutPayload) -> UploadPart {
            let takes = self.takes > 0;
            self.takes = self.takes.saturating_sub(1);
            let failure = || Error::Generic { store: "test", source: "full".into() };
            Box::pin(std::future::ready(if takes { Ok(()) } else { Err(failure()) }))
        }

        async fn complete(&mut self) -> Result<PutResult> {
            self.was_completed = true;
            Ok(PutResult { e_tag: None, version: None, extensions: Default::default() })
        }

        async fn abort(&mut self) -> Result<()> {
            self.was_aborted = true;
            Ok(())
        }
    }

    #[tokio::test]
    async fn parts_are_given_back_when_one_fails_or_the_file_is_not_whole() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let pieces = [Ok::<_, ()>(bytes::Bytes::from(vec![7; 1000]))];
        let staged = files.stage(futures_util::stream::iter(pieces), 1000).await.unwrap();
        for (takes, size, is_whole) in [(9, 1000, true), (2, 1000, false), (9, 1001, false)] {
            let mut upload = Failing { takes, ..Failing::default() };
            let parts = Parts { reader: staged.reader(), size, sent: 0, part: 300 };
            assert_eq!(parts.send_all(&mut upload).await.is_ok(), is_whole);
            assert_eq!((upload.was_completed, upload.was_aborted), (is_whole, !is_whole), "{takes} {size}");
        }
    }
}
