//! The virus scanner: clamd, which a file is streamed to; it is never whole in memory.

mod line;

use super::{Bytes, FilesError};
use crate::config::{ScannerPlace, ScannerSettings};
use clamav_client::PONG;
use clamav_client::tokio::{get_version, ping, scan_stream};
use futures_util::TryStreamExt;
use line::{Door, NotReached};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How many files it is given at a time; clamd has ten threads unless told otherwise.
const AT_A_TIME: usize = 8;
/// The largest piece of a file that is sent, in bytes.
const PIECE_BYTES: usize = 64 * 1024;
/// How much is kept of what it says, in characters.
const SAID_MAX_CHARS: usize = 200;
/// How clamd begins the name of what it found when it only found that a file is too much for it.
const TOO_MUCH: &str = "Heuristics.Limits.Exceeded";

/// A virus scanner. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Scanner {
    place: ScannerPlace,
    connect_within: Duration,
    scan_within: Duration,
    at_once_within: Duration,
    turns: Arc<Semaphore>,
}

/// How long we can wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Somebody waits for the answer.
    AtOnce,
    /// Nobody does.
    Worker,
}

/// What it says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It found nothing.
    Clean,
    /// It found this.
    Infected(String),
    /// It does not look at such a file, however often it is asked.
    Unscannable(String),
}

/// There is no verdict.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// There was nobody to ask.
    #[error("the virus scanner cannot be reached")]
    Unreachable(#[source] io::Error),
    /// The time was over.
    #[error("the virus scanner took too long")]
    TooSlow,
    /// It was asked, and the connection broke.
    #[error("the virus scanner broke off")]
    BrokeOff(#[source] io::Error),
    /// It was asked, and had trouble of its own.
    #[error("the virus scanner says: {0}")]
    Trouble(String),
    /// We have not got the file.
    #[error("the file has no bytes")]
    Missing,
    /// The file could not be read to its end.
    #[error("the file cannot be read")]
    Files(#[source] FilesError),
}

impl Scanner {
    /// The scanner that the settings name; `None` where they name none.
    ///
    /// # Errors
    /// When its address is none.
    pub fn new(settings: &ScannerSettings) -> Result<Option<Self>, String> {
        Ok(settings.place()?.map(|place| Self {
            place,
            connect_within: Duration::from_secs(settings.connect_seconds),
            scan_within: Duration::from_secs(settings.scan_seconds),
            at_once_within: Duration::from_secs(settings.at_once_seconds),
            turns: Arc::new(Semaphore::new(AT_A_TIME)),
        }))
    }

    /// Asks what it finds in `bytes`, which are read as they are sent.
    ///
    /// # Errors
    /// [`ScanError`]; nothing is known of the file then.
    pub async fn scan(&self, bytes: Bytes, patience: Patience) -> Result<Verdict, ScanError> {
        let within = match patience {
            Patience::AtOnce => self.at_once_within,
            Patience::Worker => self.connect_within + self.scan_within,
        };
        let asking = async {
            let _turn = self.turns.acquire().await;
            let door = Door::new(&self.place, self.connect_within);
            let pieces = bytes.map_err(io::Error::other);
            let answer = scan_stream(pieces, &door, Some(PIECE_BYTES)).await.map_err(ScanError::from)?;
            match read_answer(&answer)? {
                // It cannot vouch for what it did not hear to its end.
                Verdict::Clean if door.was_cut() => Err(broke_off()),
                verdict => Ok(verdict),
            }
        };
        timeout(within, asking).await.unwrap_or(Err(ScanError::TooSlow))
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), ScanError> {
        let answer = self.briefly(ping(&Door::new(&self.place, self.connect_within))).await?;
        if answer == PONG { Ok(()) } else { Err(broke_off()) }
    }

    /// What it says of itself: program, number of its signatures and when they were made.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn version(&self) -> Result<String, ScanError> {
        Ok(said(&self.briefly(get_version(&Door::new(&self.place, self.connect_within))).await?))
    }

    async fn briefly(&self, asking: impl Future<Output = io::Result<Vec<u8>>>) -> Result<Vec<u8>, ScanError> {
        let within = self.connect_within + self.at_once_within;
        timeout(within, asking).await.map_err(|_| ScanError::TooSlow)?.map_err(ScanError::from)
    }
}

/// What a library's single kind of error means.
impl From<io::Error> for ScanError {
    fn from(error: io::Error) -> Self {
        match error.downcast::<NotReached>() {
            Ok(NotReached(why)) => Self::Unreachable(why),
            Err(error) => match error.downcast::<FilesError>() {
                Ok(error) => Self::Files(error),
                Err(error) => Self::BrokeOff(error),
            },
        }
    }
}

fn broke_off() -> ScanError {
    ScanError::BrokeOff(io::ErrorKind::UnexpectedEof.into())
}

/// `stream: OK`, `stream: NAME FOUND`, or words with `ERROR` at their end.
fn read_answer(answer: &[u8]) -> Result<Verdict, ScanError> {
    let said = said(answer);
    let said = said.strip_prefix("stream: ").unwrap_or(&said);
    if said == "OK" {
        Ok(Verdict::Clean)
    } else if let Some(found) = said.strip_suffix(" FOUND") {
        let found = found.to_owned();
        Ok(if found.starts_with(TOO_MUCH) { Verdict::Unscannable(found) } else { Verdict::Infected(found) })
    } else if let Some(why) = said.strip_suffix(" ERROR") {
        let is_final = why.contains("size limit exceeded");
        if is_final {
            Ok(Verdict::Unscannable(why.to_owned()))
        } else {
            Err(ScanError::Trouble(why.to_owned()))
        }
    } else {
        Err(broke_off())
    }
}

/// The first line of an answer, without what ends it, and not too long.
fn said(answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer);
    let line = text.split(['\0', '\n']).next().unwrap_or_default().trim();
    let shown: String = line.chars().filter(|c| !c.is_control()).collect();
    if shown.chars().count() <= SAID_MAX_CHARS {
        return shown;
    }
    // The end says what it means.
    let end = shown.rsplit_once(' ').map_or("", |(_, end)| end);
    format!("{}… {end}", shown.chars().take(SAID_MAX_CHARS).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_they_are_meant() {
        let read = |answer: &[u8]| read_answer(answer);
        assert!(matches!(read(b"stream: OK\0"), Ok(Verdict::Clean)));
        let found = Verdict::Infected("Win.Test-1 OK".to_owned());
        assert!(matches!(read(b"stream: Win.Test-1 OK FOUND\0"), Ok(verdict) if verdict == found));
        for (answer, why) in [
            ("INSTREAM size limit exceeded. ERROR\0", "INSTREAM size limit exceeded."),
            ("stream: Heuristics.Limits.Exceeded.MaxFiles FOUND\0", "Heuristics.Limits.Exceeded.MaxFiles"),
        ] {
            assert!(
                matches!(read(answer.as_bytes()), Ok(Verdict::Unscannable(said)) if said == why),
                "{answer}"
            );
        }
        assert!(matches!(read(b"stream: Can't allocate memory ERROR\0"), Err(ScanError::Trouble(_))));
        for nothing in [b"".as_slice(), b"\0", b"stream: ", b"OK?", b"\xff\xfe"] {
            assert!(matches!(read(nothing), Err(ScanError::BrokeOff(_))), "{nothing:?}");
        }
        let long = format!("stream: {} FOUND\0", "x".repeat(5000));
        assert!(matches!(read(long.as_bytes()), Ok(Verdict::Infected(name)) if name.len() < 250));
    }
}
