//! A database for one test, and short ways to use it.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use innspill::domain::audit::{Actor, AuditEntry, Event};
use innspill::domain::clock::Moment;
use innspill::store::{Change, Reading, Stopped, Store, StoreError, Upkeep, Writing};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::mpsc;
use std::task::Poll;
use std::time::Duration;
use tempfile::TempDir;
use url::Url;

/// Names a Postgres server on which we may create databases.
const SERVER: &str = "TEST_POSTGRES_URL";

/// A migrated database of its own, gone when it is dropped.
pub struct Database {
    /// What is tested.
    pub store: Store,
    place: Place,
}

enum Place {
    Sqlite { path: String, _folder: TempDir },
    Postgres { url: String, name: String },
}

impl Database {
    /// A SQLite file.
    pub fn sqlite() -> Self {
        Self::new_sqlite().migrated()
    }

    /// A Postgres database; `None` where there is no server to make it on.
    pub fn postgres() -> Option<Self> {
        Some(Self::new_postgres()?.migrated())
    }

    /// Another one of the same kind, without any table.
    pub fn empty(&self) -> Self {
        match self.place {
            Place::Sqlite { .. } => Self::new_sqlite(),
            Place::Postgres { .. } => Self::new_postgres().unwrap(),
        }
    }

    fn new_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db").to_str().unwrap().to_owned();
        Self::new(Place::Sqlite { path, _folder: folder })
    }

    fn new_postgres() -> Option<Self> {
        let server = std::env::var(SERVER).ok()?;
        let name = format!("store_{}", uuid::Uuid::new_v4().simple());
        on_postgres(&server, &format!("CREATE DATABASE {name}"));
        let mut url = Url::parse(&server).unwrap();
        url.set_path(&name);
        Some(Self::new(Place::Postgres { url: url.into(), name }))
    }

    fn new(place: Place) -> Self {
        Self { store: Store::open(&place.address()).unwrap(), place }
    }

    fn migrated(self) -> Self {
        self.store.migrate().unwrap();
        self
    }

    /// How many changes can run at the same time.
    pub fn writers(&self) -> usize {
        match self.place {
            Place::Sqlite { .. } => 1,
            Place::Postgres { .. } => 2,
        }
    }

    /// Its address.
    pub fn address(&self) -> String {
        self.place.address()
    }

    /// Runs SQL behind the store's back.
    pub fn execute(&self, sql: &str) {
        match &self.place {
            Place::Sqlite { path, .. } => {
                SqliteConnection::establish(path).unwrap().batch_execute(sql).unwrap();
            }
            Place::Postgres { url, .. } => on_postgres(url, sql),
        }
    }

    /// Runs SQL behind the store's back, and says why where the database refuses.
    pub fn try_to(&self, sql: &str) -> Result<(), String> {
        let done = match &self.place {
            Place::Sqlite { path, .. } => SqliteConnection::establish(path).unwrap().batch_execute(sql),
            Place::Postgres { url, .. } => PgConnection::establish(url).unwrap().batch_execute(sql),
        };
        done.map_err(|error| error.to_string())
    }

    /// Ends every connection to it, as a restart of the server would; SQLite has none to lose.
    pub fn lose_connections(&self) {
        if matches!(self.place, Place::Postgres { .. }) {
            self.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
            );
        }
    }

    /// The texts that a query gives as `value`, behind the store's back.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Text)]
            value: String,
        }
        let query = diesel::sql_query(sql);
        let rows: Vec<Row> = match &self.place {
            Place::Sqlite { path, .. } => {
                query.load(&mut SqliteConnection::establish(path).unwrap()).unwrap()
            }
            Place::Postgres { url, .. } => query.load(&mut PgConnection::establish(url).unwrap()).unwrap(),
        };
        rows.into_iter().map(|row| row.value).collect()
    }

    /// As [`Self::texts`], where `{column}` stands for a moment in RFC 3339.
    pub fn moments(&self, sql: &str) -> Vec<String> {
        let (open, close) = match self.place {
            Place::Sqlite { .. } => ("", ""),
            Place::Postgres { .. } => {
                ("to_char(", " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')")
            }
        };
        self.texts(&sql.replace('{', open).replace('}', close))
    }

    /// Changes, with an audit line that says nothing much.
    pub async fn put<T, F>(&self, work: F) -> T
    where
        F: FnMut(&mut Writing<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        match self.store.change(audited(work)).await {
            Ok(result) => result,
            Err(stopped) => panic!("{stopped:?}"),
        }
    }

    /// Reads.
    pub async fn ask<T, F>(&self, work: F) -> T
    where
        F: FnOnce(&mut Reading<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.store.read(work).await.unwrap()
    }

    /// Does upkeep.
    pub async fn keep_up<T, F>(&self, work: F) -> T
    where
        F: FnMut(&mut Upkeep<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.store.upkeep(work).await.unwrap()
    }

    /// The audit lines so far.
    pub async fn audit_lines(&self) -> usize {
        self.ask(innspill::store::audit::list_events).await.len()
    }

    /// Waits until one change waits for a row that another one holds. On SQLite changes stand in
    /// line anyway.
    pub async fn wait_until_one_waits_for_another(&self) {
        let waiting = "SELECT CAST(COUNT(*) AS TEXT) AS value FROM pg_stat_activity \
                       WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while matches!(self.place, Place::Postgres { .. }) && self.texts(waiting) == ["0"] {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Keeps every writer busy until the answer is dropped, so that what is queued meanwhile
    /// lands in one batch.
    pub fn hold_writers(&self) -> Held {
        let mut releases = Vec::new();
        for _ in 0..self.writers() {
            let (started, has_started) = mpsc::channel();
            let (release, released) = mpsc::channel::<()>();
            let store = self.store.clone();
            tokio::spawn(async move {
                let wait = move |_: &mut Upkeep<'_>| {
                    let _ = started.send(());
                    let _ = released.recv();
                    Ok(())
                };
                store.upkeep(wait).await
            });
            tokio::task::block_in_place(|| has_started.recv().unwrap());
            releases.push(release);
        }
        Held { _releases: releases }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let (Place::Postgres { name, .. }, Ok(server)) = (&self.place, std::env::var(SERVER)) {
            on_postgres(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

impl Place {
    fn address(&self) -> String {
        match self {
            Self::Sqlite { path, .. } => format!("sqlite://{path}"),
            Self::Postgres { url, .. } => url.clone(),
        }
    }
}

fn on_postgres(url: &str, sql: &str) {
    PgConnection::establish(url).unwrap().batch_execute(sql).unwrap();
}

/// Writers that wait.
pub struct Held {
    _releases: Vec<mpsc::Sender<()>>,
}

/// `work` with an audit line.
pub fn audited<T>(
    mut work: impl FnMut(&mut Writing<'_>) -> Result<T, StoreError> + Send + 'static,
) -> impl FnMut(&mut Writing<'_>) -> Result<Change<T>, Stopped<String>> + Send + 'static {
    move |tx| Ok(Change { result: work(tx)?, audit: line("test") })
}

/// An audit line about `subject`.
pub fn line(subject: &str) -> AuditEntry {
    let at: Moment = "2023-06-01T12:00:00Z".parse().unwrap();
    AuditEntry { at, actor: Actor::CommandLine, event: Event::RoundImported, subject: subject.to_owned() }
}

/// Puts a change in the queue without waiting for it.
pub async fn queued<F: Future>(change: F) -> Pin<Box<F>> {
    let mut change = Box::pin(change);
    poll_fn(|context| {
        assert!(change.as_mut().poll(context).is_pending(), "it was answered at once");
        Poll::Ready(())
    })
    .await;
    change
}
