//! Scanners that fail: one that says nothing, and one that hangs up in the middle of a file.

use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// How it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It listens and never answers.
    Silence,
    /// It hears a little, and hangs up.
    HangUp,
}

/// A broken scanner; it ends when this is dropped.
pub struct Broken {
    task: JoinHandle<()>,
    pub address: String,
}

impl Broken {
    pub async fn start(fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("tcp://{}", listener.local_addr().unwrap());
        let task = tokio::spawn(async move {
            let mut lines = Vec::new();
            loop {
                let (mut line, _) = listener.accept().await.unwrap();
                match fault {
                    Fault::Silence => lines.push(line),
                    Fault::HangUp => drop(line.read_exact(&mut [0; 1000]).await),
                }
            }
        });
        Self { task, address }
    }
}

impl Drop for Broken {
    fn drop(&mut self) {
        self.task.abort();
    }
}
