//! A database for one test: a SQLite file, or a Postgres database where `TEST_POSTGRES_URL` names a server.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use std::path::Path;
use url::Url;

/// Names a Postgres server on which we may create databases.
const SERVER: &str = "TEST_POSTGRES_URL";

/// Where the database is; a Postgres database is dropped with this.
pub enum Database {
    Sqlite { path: String },
    Postgres { url: String, name: String, server: String },
}

#[derive(QueryableByName)]
struct Cell {
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
}

impl Database {
    /// A new, empty one.
    pub fn create(folder: &Path) -> Self {
        let Ok(server) = std::env::var(SERVER) else {
            return Self::Sqlite { path: folder.join("innspill.db").display().to_string() };
        };
        let name = format!("behaviour_{}", uuid::Uuid::new_v4().simple());
        PgConnection::establish(&server).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let mut url = Url::parse(&server).unwrap();
        url.set_path(&name);
        Self::Postgres { url: url.into(), name, server }
    }

    /// As `DATABASE_URL` has it.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite { path } => format!("sqlite://{path}"),
            Self::Postgres { url, .. } => url.clone(),
        }
    }

    /// Runs SQL behind the service's back, to break what it stands on.
    pub fn break_with(&self, sql: &str) {
        match self {
            Self::Sqlite { path } => SqliteConnection::establish(path).unwrap().batch_execute(sql).unwrap(),
            Self::Postgres { url, .. } => PgConnection::establish(url).unwrap().batch_execute(sql).unwrap(),
        }
    }

    /// The column `value` of every row that `sql` gives.
    pub fn values(&self, sql: &str) -> Vec<String> {
        let query = diesel::sql_query(sql);
        let rows: Vec<Cell> = match self {
            Self::Sqlite { path } => {
                let mut connection = SqliteConnection::establish(path).unwrap();
                connection.batch_execute("PRAGMA busy_timeout = 10000").unwrap();
                query.load(&mut connection).unwrap()
            }
            Self::Postgres { url, .. } => query.load(&mut PgConnection::establish(url).unwrap()).unwrap(),
        };
        rows.into_iter().filter_map(|cell| cell.value).collect()
    }

    /// How many rows a table has.
    pub fn count(&self, table: &str) -> usize {
        self.values(&format!("SELECT 'x' AS value FROM {table}")).len()
    }

    /// Everything in it, as (table.column, value).
    pub fn dump(&self) -> Vec<(String, String)> {
        let columns = match self {
            Self::Sqlite { .. } => self.values(
                "SELECT m.name || '.' || c.name AS value FROM sqlite_master m, pragma_table_info(m.name) c \
                 WHERE m.type = 'table'",
            ),
            Self::Postgres { .. } => self.values(
                "SELECT table_name || '.' || column_name AS value FROM information_schema.columns \
                 WHERE table_schema = 'public'",
            ),
        };
        let mut everything = Vec::new();
        for place in columns {
            let (table, column) = place.split_once('.').unwrap();
            let as_text = match self {
                // Ids are bytes there.
                Self::Sqlite { .. } => {
                    format!(
                        "CASE typeof(\"{column}\") WHEN 'blob' THEN hex(\"{column}\") ELSE CAST(\"{column}\" AS TEXT) END"
                    )
                }
                Self::Postgres { .. } => format!("CAST(\"{column}\" AS TEXT)"),
            };
            let sql = format!("SELECT {as_text} AS value FROM \"{table}\"");
            everything.extend(self.values(&sql).into_iter().map(|value| (place.clone(), value)));
        }
        everything
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Self::Postgres { name, server, .. } = self {
            let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            PgConnection::establish(server).unwrap().batch_execute(&drop).unwrap();
        }
    }
}
