//! The only file that knows there are two databases.

use super::{OpenError, SchemaState, StoreError};
use diesel::connection::{
    AnsiTransactionManager, InstrumentationEvent, SimpleConnection, TransactionManager,
};
use diesel::migration::{MigrationSource, MigrationVersion};
use diesel::r2d2;
use diesel::{Connection, PgConnection, QueryResult, RunQueryDsl, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// A receipt is a promise, so SQLite syncs on every commit; writers wait for each other. Each
/// connection keeps 8 MiB of pages, four times the usual, which spares a fifth of the work.
/// What is deleted is written over with zeros, as far as that makes no page more to write.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; \
     PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8192; \
     PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = FAST;";

/// A connection to either database; queries are written once against it.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    /// Postgres.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

type Transactions = <DbConnection as Connection>::TransactionManager;

/// Which database, and where; chosen by the scheme of the address.
#[derive(Clone)]
pub(super) struct Manager {
    address: Address,
    /// How many statements its connections have run, where somebody wants to know.
    statements: Option<Arc<AtomicU64>>,
}

#[derive(Clone)]
enum Address {
    Postgres(String),
    Sqlite(String),
}

impl Manager {
    /// # Errors
    /// When `url` has neither scheme: a path alone is refused, because a mistyped address
    /// would silently make a new, empty database.
    pub(super) fn new(url: &str) -> Result<Self, OpenError> {
        let address = match url.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Address::Postgres(url.to_owned()),
            Some(("sqlite", path)) if !path.is_empty() => Address::Sqlite(path.to_owned()),
            _ => return Err(OpenError::Address),
        };
        Ok(Self { address, statements: None })
    }

    /// Counts every statement from now on.
    pub(super) fn counting(self, statements: Arc<AtomicU64>) -> Self {
        Self { statements: Some(statements), ..self }
    }

    /// SQLite has one writer at a time; on Postgres a second one writes while the first waits
    /// for the disk.
    pub(super) fn writers(&self) -> usize {
        match self.address {
            Address::Postgres(_) => 2,
            Address::Sqlite(_) => 1,
        }
    }

    pub(super) fn open(&self) -> Result<DbConnection, r2d2::Error> {
        let mut connection = self.connect()?;
        if let Some(statements) = self.statements.clone() {
            connection.set_instrumentation(move |event: InstrumentationEvent<'_>| {
                if matches!(event, InstrumentationEvent::StartQuery { .. }) {
                    statements.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        Ok(connection)
    }

    fn connect(&self) -> Result<DbConnection, r2d2::Error> {
        Ok(match &self.address {
            Address::Postgres(url) => {
                let mut connection = PgConnection::establish(url)?;
                connection.batch_execute("SET TIME ZONE 'UTC'").map_err(r2d2::Error::QueryError)?;
                DbConnection::Postgres(connection)
            }
            Address::Sqlite(path) => {
                let mut connection = SqliteConnection::establish(path)?;
                connection.batch_execute(SQLITE_SETTINGS).map_err(r2d2::Error::QueryError)?;
                DbConnection::Sqlite(connection)
            }
        })
    }
}

/// Begins a transaction that will write. SQLite must take its write lock at once: a read that
/// later turns into a write fails without waiting.
pub(super) fn begin_write(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Postgres(postgres) => AnsiTransactionManager::begin_transaction(postgres),
        DbConnection::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
        }
    }
}

/// Begins a transaction whose reads all see the same moment, and which cannot write.
pub(super) fn begin_snapshot(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Postgres(postgres) => AnsiTransactionManager::begin_transaction_sql(
            postgres,
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        ),
        DbConnection::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction(sqlite),
    }
}

pub(super) fn commit(connection: &mut DbConnection) -> QueryResult<()> {
    Transactions::commit_transaction(connection)
}

pub(super) fn rollback(connection: &mut DbConnection) -> QueryResult<()> {
    Transactions::rollback_transaction(connection)
}

/// Runs every migration that has not run; returns how many.
pub(super) fn migrate(connection: &mut DbConnection) -> Result<usize, OpenError> {
    let run = match connection {
        DbConnection::Postgres(c) => c.run_pending_migrations(POSTGRES_MIGRATIONS).map(|done| done.len()),
        DbConnection::Sqlite(c) => c.run_pending_migrations(SQLITE_MIGRATIONS).map(|done| done.len()),
    };
    run.map_err(OpenError::Migration)
}

/// Compares the migrations that have run with those that this binary knows.
pub(super) fn schema_state(connection: &mut DbConnection) -> Result<SchemaState, OpenError> {
    match connection {
        DbConnection::Postgres(c) => compare(c, &POSTGRES_MIGRATIONS),
        DbConnection::Sqlite(c) => compare(c, &SQLITE_MIGRATIONS),
    }
}

fn compare<C, B>(connection: &mut C, known: &EmbeddedMigrations) -> Result<SchemaState, OpenError>
where
    C: MigrationHarness<B>,
    B: diesel::backend::Backend,
    EmbeddedMigrations: MigrationSource<B>,
{
    let applied = connection.applied_migrations().map_err(OpenError::Migration)?;
    let known: Vec<MigrationVersion<'static>> = MigrationSource::<B>::migrations(known)
        .map_err(OpenError::Migration)?
        .iter()
        .map(|migration| migration.name().version().as_owned())
        .collect();
    Ok(if applied.iter().any(|version| !known.contains(version)) {
        SchemaState::Newer
    } else if applied.len() < known.len() {
        SchemaState::Behind { missing: known.len() - applied.len() }
    } else {
        SchemaState::Current
    })
}

#[derive(diesel::QueryableByName)]
struct Named {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

/// The names of the triggers that are in force.
#[expect(clippy::disallowed_methods, reason = "each database lists its triggers in its own way")]
pub(super) fn list_triggers(connection: &mut DbConnection) -> QueryResult<Vec<String>> {
    let triggers: Vec<Named> = match connection {
        DbConnection::Postgres(c) => diesel::sql_query(
            "SELECT t.tgname::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
             WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid)",
        )
        .load(c)?,
        DbConnection::Sqlite(c) => {
            diesel::sql_query("SELECT name FROM sqlite_schema WHERE type = 'trigger'").load(c)?
        }
    };
    Ok(triggers.into_iter().map(|trigger| trigger.name).collect())
}

/// Calls `each` with every row of `query`, one at a time: a long result never stands whole in
/// memory. Postgres buffers all rows unless told otherwise. `$query` is an expression, built
/// once for the database at hand.
macro_rules! for_each_row {
    ($connection:expr, $query:expr, $row:ty, $each:expr) => {{
        use $crate::store::connection::DbConnection;
        match $connection {
            DbConnection::Postgres(connection) => {
                for row in $query.load_iter::<$row, diesel::pg::PgRowByRowLoadingMode>(connection)? {
                    $each(row?)?;
                }
            }
            DbConnection::Sqlite(connection) => {
                for row in $query.load_iter::<$row, diesel::connection::DefaultLoadingMode>(connection)? {
                    $each(row?)?;
                }
            }
        }
    }};
}
pub(super) use for_each_row;

impl From<r2d2::Error> for StoreError {
    fn from(error: r2d2::Error) -> Self {
        Self::Unreachable(error.to_string())
    }
}
