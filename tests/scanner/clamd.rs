//! clamd in a process of its own, with one signature: the file that every scanner is tried with.

use innspill::config::ScannerSettings;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The largest file that it takes, in bytes.
pub const LARGEST: usize = 1024 * 1024;
/// As clamd calls what it finds.
pub const FOUND: &str = "Test.Eicar.UNOFFICIAL";

/// The program; it ends when this is dropped.
pub struct Clamd {
    folder: TempDir,
    child: Option<Child>,
    pub port: u16,
}

/// The harmless file that scanners take for harmful, put together here so that no file of ours is it.
pub fn eicar() -> Vec<u8> {
    let parts = ["X5O!P%@AP[4", "\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-", "FILE!$H+H*"];
    parts.concat().into_bytes()
}

/// A document of Word's that holds it, compressed.
pub fn eicar_in_a_docx() -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("word/document.xml", "<w:document>Vi er enige.</w:document>".repeat(100).into_bytes()),
        ("word/media/bilde.png", eicar()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Settings for a scanner at this address.
pub fn settings(address: &str) -> ScannerSettings {
    ScannerSettings {
        address: address.to_owned(),
        connect_seconds: 1,
        scan_seconds: 60,
        at_once_seconds: 30,
        quarantine_days: 30,
    }
}

impl Clamd {
    /// One that answers.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("signatures")).unwrap();
        let hex: String = eicar().iter().map(|byte| format!("{byte:02x}")).collect();
        fs::write(folder.path().join("signatures/test.ndb"), format!("Test.Eicar:0:*:{hex}\n")).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut clamd = Self { folder, child: None, port };
        clamd.restart();
        clamd
    }

    /// Starts it once more, where it was.
    pub fn restart(&mut self) {
        self.stop();
        let path = |name: &str| self.folder.path().join(name).display().to_string();
        let settings = [
            format!("DatabaseDirectory {}", path("signatures")),
            format!("LocalSocket {}", path("clamd.sock")),
            format!("TemporaryDirectory {}", self.folder.path().display()),
            "TCPAddr 127.0.0.1".to_owned(),
            format!("TCPSocket {}", self.port),
            format!("StreamMaxLength {LARGEST}"),
            "Foreground yes".to_owned(),
        ];
        fs::write(path("clamd.conf"), settings.join("\n") + "\n").unwrap();
        let mut clamd = Command::new("clamd");
        clamd.arg(format!("--config-file={}", path("clamd.conf")));
        clamd.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = clamd.spawn().expect("clamd is needed; scripts/test sets it up");
        let mut says = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // It listens before it says this.
        assert!(says.any(|line| line.contains("Self checking")), "clamd did not start");
        // Read to the end, or it would stop when the pipe is full.
        std::thread::spawn(move || says.count());
        self.child = Some(child);
    }

    /// Ends it.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    pub fn address(&self) -> String {
        format!("tcp://127.0.0.1:{}", self.port)
    }

    pub fn socket_address(&self) -> String {
        format!("unix://{}", self.folder.path().join("clamd.sock").display())
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        self.stop();
    }
}
