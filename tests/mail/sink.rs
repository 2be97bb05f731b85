//! A mail server in a process of its own: real SMTP and TLS, and faults on demand.

use super::house::project_file;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

/// The server. It ends when this is dropped.
pub struct Sink {
    child: Child,
    line: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
    pub port: u16,
    /// The file of the authority that its certificate is from.
    pub authority: String,
}

impl Sink {
    pub fn start() -> Self {
        let mut node = Command::new("node");
        node.arg("smtp-sink.mjs").current_dir(project_file("tests/browser"));
        node.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = node.spawn().expect("node is needed; scripts/test sets it up");
        let asks = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        let mut hello = String::new();
        answers.read_line(&mut hello).unwrap();
        let hello: Value =
            serde_json::from_str(&hello).expect("npm ci in tests/browser; scripts/test does it");
        Self {
            child,
            line: Mutex::new(Some((asks, answers))),
            port: hello["port"].as_u64().unwrap().try_into().unwrap(),
            authority: hello["ca_pem"].as_str().unwrap().to_owned(),
        }
    }

    fn ask(&self, command: &Value) -> Value {
        let mut line = self.line.lock().unwrap();
        let (asks, answers) = line.as_mut().unwrap();
        writeln!(asks, "{command}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert!(answer.get("error").is_none(), "{answer}");
        answer
    }

    /// The next `times` letters fail in this way.
    pub fn fault(&self, kind: &str, times: usize) {
        self.ask(&json!({"cmd": "fault", "kind": kind, "times": times}));
    }

    /// What has arrived.
    pub fn messages(&self) -> Vec<Value> {
        self.ask(&json!({"cmd": "messages"}))["messages"].as_array().unwrap().clone()
    }

    /// How many times someone has tried to deliver.
    pub fn attempts(&self) -> u64 {
        self.ask(&json!({"cmd": "messages"}))["attempts"].as_u64().unwrap()
    }

    /// Waits until so many have arrived.
    pub fn wait(&self, count: usize) -> Vec<Value> {
        let wait = json!({"cmd": "wait", "count": count, "within_ms": 120_000});
        self.ask(&wait)["messages"].as_array().unwrap().clone()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        // Its input ends, and so does it.
        *self.line.get_mut().unwrap() = None;
        self.child.wait().unwrap();
    }
}
