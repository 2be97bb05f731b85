//! Rows and queries: the only floor that speaks SQL. Reads take a [`Reading`], writes a
//! [`Writing`], which only [`Store::change`] gives out together with the audit line it demands.

pub mod announcements;
pub mod attachments;
pub mod audit;
pub mod codes;
mod connection;
pub mod consultations;
pub mod document_editions;
pub mod documents;
pub mod drafts;
mod errors;
pub mod file_uses;
pub mod files;
pub mod form_drafts;
pub mod forms;
pub mod invitation_plans;
pub mod invitee_letters;
pub mod invitee_standings;
pub mod invitees;
pub mod letter_checks;
pub mod letters;
pub mod login_links;
pub mod logins;
pub mod logout_tokens;
pub mod members;
pub mod outcomes;
pub mod parked_forms;
pub mod persons;
mod pool;
pub mod preview_links;
pub mod public_rounds;
pub mod resealing;
pub mod retention;
pub mod round_lists;
pub mod round_setup;
mod rows;
pub mod scans;
mod schema;
pub mod sealing;
pub mod sessions;
mod sql_types;
pub mod staff_grants;
pub mod staff_links;
pub mod staff_names;
pub mod submissions;
pub mod subscribers;
pub mod unsent_drafts;
mod writer;

pub use errors::{OpenError, SchemaState, Stopped, StoreError};

use crate::domain::audit::AuditEntry;
use connection::{DbConnection, Manager};
use diesel::r2d2::{Pool, PooledConnection};
use pool::Readers;
use sealing::FieldKeys;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;
use tokio::sync::Semaphore;
use writer::Writers;

/// How many connections serve reads.
const READERS: u8 = 8;
/// How long a read waits for a connection before it is told that the service is busy.
const POOL_WAIT: Duration = Duration::from_secs(5);

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    readers: Readers,
    pool: Pool<Readers>,
    /// One permit for each connection: who waits for one waits without holding a thread.
    turns: Arc<Semaphore>,
    writers: Arc<Writers>,
    keys: Arc<FieldKeys>,
}

/// A connection that may be asked. Every `find`, `list` and `count` takes one.
pub struct Reading<'c> {
    connection: &'c mut DbConnection,
    keys: &'c FieldKeys,
}

/// An open transaction that may also be written to.
pub struct Writing<'c>(Reading<'c>);

/// An open transaction for upkeep without audit line: claims, leases, sessions, later saves of drafts.
pub struct Upkeep<'c>(Reading<'c>);

macro_rules! may_also_read {
    ($($key:ident),+) => {$(
        impl<'c> Deref for $key<'c> {
            type Target = Reading<'c>;
            fn deref(&self) -> &Reading<'c> {
                &self.0
            }
        }
        impl<'c> DerefMut for $key<'c> {
            fn deref_mut(&mut self) -> &mut Reading<'c> {
                &mut self.0
            }
        }
    )+};
}
may_also_read!(Writing, Upkeep);

/// What a change leaves behind: its result, and the line it must write in the audit log.
pub struct Change<T> {
    /// What the caller gets.
    pub result: T,
    /// Who did what.
    pub audit: AuditEntry,
}

impl Store {
    /// Opens the database at `url` (`sqlite://PATH` or `postgres://…`), without touching its
    /// schema.
    ///
    /// # Errors
    /// When the address is no database, or the database does not answer.
    pub fn open(url: &str) -> Result<Self, OpenError> {
        Self::open_with(&Manager::new(url)?)
    }

    /// The same, and counts every statement in `statements`: for whoever measures what a page asks for.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_counting(url: &str, statements: Arc<AtomicU64>) -> Result<Self, OpenError> {
        Self::open_with(&Manager::new(url)?.counting(statements))
    }

    fn open_with(manager: &Manager) -> Result<Self, OpenError> {
        // One plain connection first: its error says what is wrong, the pool's only that it waited.
        manager.open().map_err(|error| OpenError::Connect(error.into()))?;
        let readers = Readers::new(manager.clone());
        let pool = Pool::builder()
            .max_size(READERS.into())
            .connection_timeout(POOL_WAIT)
            .build_unchecked(readers.clone());
        let writers = Writers::start(manager).map_err(OpenError::Writer)?;
        let turns = Arc::new(Semaphore::new(READERS.into()));
        Ok(Self { readers, pool, turns, writers: Arc::new(writers), keys: Arc::default() })
    }

    /// The same database, with the keys that personal fields are sealed with.
    #[must_use]
    pub fn sealed_with(self, keys: FieldKeys) -> Self {
        Self { keys: Arc::new(keys), ..self }
    }

    /// Runs every migration that has not run; returns how many.
    ///
    /// # Errors
    /// When one fails; those before it stay.
    pub fn migrate(&self) -> Result<usize, OpenError> {
        let mut lent = self.lend().map_err(OpenError::Connect)?;
        connection::migrate(&mut lent.connection)
    }

    /// Whether the schema fits this binary.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn schema_state(&self) -> Result<SchemaState, OpenError> {
        let mut lent = self.lend().map_err(OpenError::Connect)?;
        connection::schema_state(&mut lent.connection)
    }

    fn lend(&self) -> Result<PooledConnection<Readers>, StoreError> {
        self.pool.get().map_err(|_| StoreError::Busy)
    }

    /// Asks, on a thread that may block.
    ///
    /// # Errors
    /// `Busy` when no connection comes free; otherwise what `work` says.
    pub async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: FnOnce(&mut Reading<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let store = self.clone();
        let turn = tokio::time::timeout(POOL_WAIT, Arc::clone(&self.turns).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(StoreError::Busy) };
        let reading = move || {
            let _turn = turn;
            let mut lent = store.lend()?;
            let outcome = work(&mut Reading { connection: &mut lent.connection, keys: &store.keys });
            if let Err(error) = &outcome {
                store.readers.examine(&mut lent, error);
            }
            outcome
        };
        tokio::task::spawn_blocking(reading).await.unwrap_or(Err(StoreError::BrokeOff))
    }

    /// Asks several things that must agree: all reads see the same moment.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_snapshot<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: FnOnce(&mut Reading<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.read(move |reading| {
            connection::begin_snapshot(reading.connection)?;
            let outcome = work(reading);
            connection::rollback(reading.connection)?;
            outcome
        })
        .await
    }

    /// Does one deed and writes its audit line, both durably or neither, together with the other
    /// deeds that wait. `work` may run more than once and must touch nothing outside.
    ///
    /// # Errors
    /// `Refused` as `work` says; `Failed` when the database fails or too many wait.
    pub async fn change<T, R, F>(&self, work: F) -> Result<T, Stopped<R>>
    where
        F: FnMut(&mut Writing<'_>) -> Result<Change<T>, Stopped<R>> + Send + 'static,
        T: Send + 'static,
        R: Send + 'static,
    {
        let (mut work, keys) = (work, Arc::clone(&self.keys));
        self.writers
            .run(move |connection| {
                let tx = &mut Writing(Reading { connection, keys: &keys });
                let change = work(tx)?;
                audit::append(tx, &change.audit)?;
                Ok(change.result)
            })
            .await
    }

    /// Does upkeep durably, without an audit line.
    ///
    /// # Errors
    /// As [`Self::change`].
    pub async fn upkeep<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: FnMut(&mut Upkeep<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let (mut work, keys) = (work, Arc::clone(&self.keys));
        let outcome = self
            .writers
            .run(move |connection| {
                work(&mut Upkeep(Reading { connection, keys: &keys })).map_err(Stopped::<StoreError>::Refused)
            })
            .await;
        outcome.map_err(|stopped| match stopped {
            Stopped::Refused(error) => error,
            Stopped::Failed(error) => error.downcast().unwrap_or_else(|e| StoreError::Corrupt(e.to_string())),
        })
    }
}
