//! The service as a process of its own.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// Long enough for a busy machine; no test depends on how long anything takes.
pub const WITHIN: Duration = Duration::from_secs(60);

/// A running service, killed when it is dropped.
pub struct Service {
    child: Mutex<Child>,
    lines: Mutex<Receiver<String>>,
    said: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
    /// `http://127.0.0.1:PORT`; empty until it is known.
    pub url: String,
}

impl Service {
    /// Starts a service and waits until it says where it listens.
    pub fn start(command: Command) -> Self {
        let mut service = Self::start_silent(command);
        let line = service.wait_for("127.0.0.1:");
        let (_, after) = line.split_once("127.0.0.1:").unwrap();
        let port: String = after.chars().take_while(char::is_ascii_digit).collect();
        service.url = format!("http://127.0.0.1:{port}");
        service
    }

    /// Starts a service that listens nowhere.
    pub fn start_silent(mut command: Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (tell, lines) = channel();
        let said = Arc::new(Mutex::new(String::new()));
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        let readers = streams.map(|stream| {
            let (tell, said) = (tell.clone(), Arc::clone(&said));
            // Read to the end, or the service would stop when the pipe is full.
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    *said.lock().unwrap() += &format!("{line}\n");
                    // Nobody may be waiting any more.
                    let _ = tell.send(line);
                }
            })
        });
        let readers = readers.into();
        Self { child: Mutex::new(child), lines: Mutex::new(lines), said, readers, url: String::new() }
    }

    /// Waits for the next line that holds `words`.
    pub fn wait_for(&self, words: &str) -> String {
        let lines = self.lines.lock().unwrap();
        loop {
            match lines.recv_timeout(WITHIN) {
                Ok(line) if line.contains(words) => return line,
                Ok(_) => {}
                Err(error) => panic!("{words:?} was not said ({error}):\n{}", self.said()),
            }
        }
    }

    /// Everything it has said.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// `kill -9`: it has no chance to finish anything.
    pub fn kill(&self) {
        let mut child = self.child.lock().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Asks it to stop, as an operator would, and waits for its end; returns all it said.
    pub fn stop(mut self) -> (ExitStatus, String) {
        let mut child = self.child.lock().unwrap();
        signal(child.id(), "TERM");
        let status = child.wait().unwrap();
        drop(child);
        for reader in self.readers.drain(..) {
            reader.join().unwrap();
        }
        (status, self.said())
    }
}

/// Sends a signal to a process that a test started.
pub fn signal(id: u32, name: &str) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{name} {id}")]).status().unwrap();
    assert!(sent.success());
}

impl Drop for Service {
    fn drop(&mut self) {
        if let Ok(child) = self.child.get_mut() {
            // It may have ended already.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
