//! A database of one test's own, looked into without the service's help.

use super::{Outcome, project_file, python};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::process::Command;
use url::Url;

/// Names a Postgres server on which tests may make databases.
const SERVER: &str = "TEST_POSTGRES_URL";

/// One row, by the names of its columns; ids on SQLite are hexadecimal digits.
pub type Row = Map<String, Value>;

/// A database; on Postgres it is gone when this is dropped.
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// A database of the server.
    Postgres { server: String, name: String },
}

impl Database {
    /// A file in `folder`, which the service makes.
    pub fn sqlite(folder: &Path) -> Self {
        Self::Sqlite(folder.join("innspill.db"))
    }

    /// A new database; `None` where no server is named.
    pub fn postgres() -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "says whether the tests may use a server")]
        let server = std::env::var(SERVER).ok()?;
        let name = format!("command_line_{}", uuid::Uuid::new_v4().simple());
        psql(&server, &format!("CREATE DATABASE {name}"));
        Some(Self::Postgres { server, name })
    }

    /// Its address, as the service wants it.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(path) => format!("sqlite://{}", path.display()),
            Self::Postgres { server, name } => {
                let mut url = Url::parse(server).unwrap();
                url.set_path(name);
                url.into()
            }
        }
    }

    /// Changes it behind the service's back.
    pub fn execute(&self, sql: &str) {
        match self {
            Self::Sqlite(path) => drop(python("tests/house/query.py", &[path.to_str().unwrap(), sql])),
            Self::Postgres { .. } => drop(psql(&self.url(), sql)),
        }
    }

    /// What a question gives.
    pub fn rows(&self, sql: &str) -> Vec<Row> {
        let lines = match self {
            Self::Sqlite(path) => python("tests/house/query.py", &[path.to_str().unwrap(), sql]),
            Self::Postgres { .. } => psql(&self.url(), &format!("SELECT row_to_json(q) FROM ({sql}) q")),
        };
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// How many rows `rest` (`answers WHERE …`) finds.
    pub fn count(&self, rest: &str) -> u64 {
        self.rows(&format!("SELECT count(*) AS n FROM {rest}"))[0]["n"].as_u64().unwrap()
    }

    /// The names of all tables.
    pub fn tables(&self) -> Vec<String> {
        let rows = match self {
            Self::Sqlite(_) => self.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"),
            Self::Postgres { .. } => self.rows(
                "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
            ),
        };
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    }

    /// Every row of every table, with the table's name, in one go.
    pub fn everything(&self) -> Vec<(String, Row)> {
        let lines = match self {
            Self::Sqlite(path) => python("tests/house/query.py", &[path.to_str().unwrap()]),
            Self::Postgres { .. } => {
                let select = |table: &String| format!("SELECT '{table}', to_json(t)::text FROM {table} t");
                let selects: Vec<String> = self.tables().iter().map(select).collect();
                psql(&self.url(), &selects.join(" UNION ALL "))
            }
        };
        let split = |line: &str| {
            let (table, row) = line.split_once('|').unwrap();
            (table.to_owned(), serde_json::from_str(row).unwrap())
        };
        lines.lines().map(split).collect()
    }

    /// Everything in it, as text that is the same as long as nothing has changed.
    pub fn dump(&self) -> String {
        let line = |(table, row): (String, Row)| format!("{table}: {}", Value::from(row));
        let mut lines: Vec<String> = self.everything().into_iter().map(line).collect();
        lines.sort();
        lines.join("\n")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Self::Postgres { server, name } = self {
            psql(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn psql(url: &str, sql: &str) -> String {
    let plain = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"];
    let mut psql = Command::new("psql");
    psql.args(plain).args(["--dbname", url, "--command", sql]).current_dir(project_file(""));
    let Outcome { success, out, err } = psql.output().expect("psql is needed").into();
    assert!(success, "{sql}: {err}");
    out
}
