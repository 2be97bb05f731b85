//! Everything that the service logs in this process, for looking through.

use std::io::Write;
use std::sync::{Mutex, OnceLock};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::FmtSpan;

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static STARTED: OnceLock<()> = OnceLock::new();

struct Pen;

impl Write for Pen {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Begins to keep what is logged, down to the finest level.
pub fn keep() {
    STARTED.get_or_init(|| {
        let filter = EnvFilter::new("trace,hyper=off,reqwest=off,mio=off,selectors=off,html5ever=off");
        let log = tracing_subscriber::fmt().with_env_filter(filter).with_span_events(FmtSpan::CLOSE);
        log.with_writer(|| Pen).with_ansi(false).init();
    });
}

/// What has been logged so far, by all tests of this process.
pub fn so_far() -> String {
    String::from_utf8_lossy(&LINES.lock().unwrap()).into_owned()
}
