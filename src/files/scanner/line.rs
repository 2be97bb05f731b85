//! The line to clamd. It says what it thinks of a file that is too large and hangs up in the middle
//! of it; its last words are heard all the same.

use crate::config::ScannerPlace;
use clamav_client::tokio::TransportProtocol;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, BufWriter, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How much goes out at a time, in bytes: a piece of a file and its length in one.
const BUFFER_BYTES: usize = 64 * 1024;

/// Nobody answered the call.
#[derive(Debug, thiserror::Error)]
#[error("cannot connect")]
pub(super) struct NotReached(#[source] pub(super) io::Error);

/// Where clamd is called.
pub(super) struct Door<'a> {
    place: &'a ScannerPlace,
    within: Duration,
    cut: Arc<AtomicBool>,
}

/// Something that can be spoken into and listened to.
pub(super) trait Duplex: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Duplex for T {}

/// An open line.
pub(super) struct Line {
    socket: Box<dyn Duplex>,
    /// Whether the other end hung up while we were speaking.
    cut: Arc<AtomicBool>,
}

impl<'a> Door<'a> {
    pub(super) fn new(place: &'a ScannerPlace, within: Duration) -> Self {
        Self { place, within, cut: Arc::default() }
    }

    /// Whether the other end hung up while we were speaking.
    pub(super) fn was_cut(&self) -> bool {
        self.cut.load(Ordering::Relaxed)
    }
}

impl TransportProtocol for Door<'_> {
    type Stream = BufWriter<Line>;

    async fn connect(&self) -> io::Result<Self::Stream> {
        let opened = timeout(self.within, open(self.place)).await;
        let opened = opened.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        let socket = opened.map_err(|error| io::Error::other(NotReached(error)))?;
        Ok(BufWriter::with_capacity(BUFFER_BYTES, Line { socket, cut: Arc::clone(&self.cut) }))
    }
}

async fn open(place: &ScannerPlace) -> io::Result<Box<dyn Duplex>> {
    match place {
        ScannerPlace::Tcp(there) => {
            let socket = TcpStream::connect(there).await?;
            socket.set_nodelay(true)?;
            Ok(Box::new(socket))
        }
        #[cfg(unix)]
        ScannerPlace::Unix(path) => Ok(Box::new(tokio::net::UnixStream::connect(path).await?)),
        #[cfg(not(unix))]
        ScannerPlace::Unix(_) => Err(io::ErrorKind::Unsupported.into()),
    }
}

fn has_hung_up(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset | io::ErrorKind::NotConnected
    )
}

impl Line {
    /// What writing came to; what nobody hears any more counts as said.
    fn heard<T>(&self, outcome: io::Result<T>, unheard: T) -> io::Result<T> {
        match outcome {
            Err(error) if has_hung_up(&error) => {
                self.cut.store(true, Ordering::Relaxed);
                Ok(unheard)
            }
            other => other,
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.cut.load(Ordering::Relaxed) {
            return Poll::Ready(Ok(bytes.len()));
        }
        let outcome = ready!(Pin::new(&mut self.socket).poll_write(cx, bytes));
        Poll::Ready(self.heard(outcome, bytes.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = ready!(Pin::new(&mut self.socket).poll_flush(cx));
        Poll::Ready(self.heard(outcome, ()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = ready!(Pin::new(&mut self.socket).poll_shutdown(cx));
        Poll::Ready(self.heard(outcome, ()))
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match ready!(Pin::new(&mut self.socket).poll_read(cx, buffer)) {
            // After a cut there is nothing more to hear; what came before it has been read.
            Err(error) if self.cut.load(Ordering::Relaxed) && has_hung_up(&error) => Poll::Ready(Ok(())),
            outcome => Poll::Ready(outcome),
        }
    }
}
