//! A house for one test: a folder and a database of its own, and the binary run as people run it.

#![allow(dead_code, reason = "shared by test binaries, each of which uses its part")]
#![allow(unreachable_pub, reason = "so that each file reads as the library does")]

pub mod case;
pub mod citizen;
pub mod database;
pub mod service;

use database::Database;
use service::Service;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::channel;
use tempfile::TempDir;

/// The secret of every test's house.
pub const PERSON_KEY: &str = "a test's key: 0123456789abcdef0123456789abcdef";

/// The keys that every test's house seals with.
pub const FIELD_KEYS: &str = "test:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A file of the project.
pub fn project_file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs one of the tests' Python scripts, whose exit code must be 0, and returns what it printed.
pub fn python(script: &str, args: &[&str]) -> String {
    let mut python = Command::new("python3");
    python.env("PYTHONUTF8", "1").env("PYTHONDONTWRITEBYTECODE", "1");
    let output = python.arg(project_file(script)).args(args).output().expect("python3 is needed");
    let Outcome { success, out, err } = output.into();
    assert!(success, "{script} {args:?}:\n{out}{err}");
    out
}

/// How a command ended and what it said.
#[derive(Debug)]
pub struct Outcome {
    pub success: bool,
    pub out: String,
    pub err: String,
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        Self {
            success: output.status.success(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A folder, a database, and the settings that go with them.
pub struct House {
    pub database: Database,
    pub settings: Vec<(String, String)>,
    folder: TempDir,
}

impl House {
    /// With an empty database: on Postgres where a server is named, else on SQLite.
    pub fn empty() -> Self {
        Self::on(Database::postgres())
    }

    /// With an empty SQLite file.
    pub fn empty_on_sqlite() -> Self {
        Self::on(None)
    }

    fn on(database: Option<Database>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = database.unwrap_or_else(|| Database::sqlite(folder.path()));
        let mut house = Self { database, settings: Vec::new(), folder };
        let files = house.path("files").display().to_string();
        let (mail, url) = (house.path("mail").display().to_string(), house.database.url());
        house.set("DATABASE_URL", &url);
        house.set("INNSPILL_PERSON_KEY", PERSON_KEY);
        house.set("INNSPILL_FIELD_KEYS", FIELD_KEYS);
        house.set("INNSPILL__STORAGE__FILES_FOLDER", &files);
        house.set("INNSPILL__SERVER__LISTEN", "127.0.0.1:0");
        house.set("INNSPILL__MAIL__TRANSPORT", "folder");
        house.set("INNSPILL__MAIL__FOLDER", &mail);
        house
    }

    /// With a database that is up to date.
    pub fn migrated() -> Self {
        let house = Self::empty();
        house.does(&["migrate"]);
        house
    }

    /// On each database that there is.
    pub fn migrated_on_each() -> Vec<Self> {
        let postgres = Database::postgres().map(|database| Self::on(Some(database)));
        let houses: Vec<Self> = [Some(Self::empty_on_sqlite()), postgres].into_iter().flatten().collect();
        for house in &houses {
            house.does(&["migrate"]);
        }
        houses
    }

    /// Changes one variable of the environment; an empty value takes it away.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.settings.push((name.to_owned(), value.to_owned()));
        }
    }

    /// The same, for a house that is being made.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// A place in the house's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file in the folder, and returns its path as an argument.
    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    /// What stands in a file of the folder.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The binary, with this house's environment and no other, in this house's folder.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_innspill"));
        command.args(args).env_clear().envs(self.settings.iter().cloned()).current_dir(self.folder.path());
        command
    }

    /// Runs it to its end; a service that begins to serve where it should refuse has none.
    pub fn run(&self, args: &[&str]) -> Outcome {
        let mut command = self.command(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let (id, (tell, ended)) = (child.id(), channel());
        std::thread::spawn(move || tell.send(child.wait_with_output()));
        let Ok(output) = ended.recv_timeout(service::WITHIN) else {
            service::signal(id, "KILL");
            panic!("{args:?} did not end");
        };
        output.unwrap().into()
    }

    /// Runs it; it must succeed. Returns what it printed.
    #[track_caller]
    pub fn does(&self, args: &[&str]) -> String {
        let outcome = self.run(args);
        assert!(outcome.success, "{args:?}:\n{}{}", outcome.out, outcome.err);
        outcome.out
    }

    /// Runs it; it must refuse, with nothing on its output. Returns the reason it gave.
    #[track_caller]
    pub fn refuses(&self, args: &[&str]) -> String {
        let outcome = self.run(args);
        assert!(!outcome.success, "{args:?} was done:\n{}", outcome.out);
        assert_eq!(outcome.out, "", "{args:?}");
        assert!(!outcome.err.contains("panicked"), "{}", outcome.err);
        outcome.err
    }

    /// Starts it as a service.
    pub fn start(&self, args: &[&str]) -> Service {
        Service::start(self.command(args))
    }
}
