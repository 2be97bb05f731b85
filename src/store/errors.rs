//! What can go wrong in the store, and how a deed stops.

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address has an unknown scheme.
    #[error("DATABASE_URL must begin with sqlite:// or postgres://")]
    Address,
    /// The database does not answer.
    #[error("cannot open the database")]
    Connect(#[source] StoreError),
    /// A migration failed.
    #[error("cannot bring the database up to date")]
    Migration(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A writer could not be started.
    #[error("cannot start a writer")]
    Writer(#[source] std::io::Error),
}

/// How the database's schema relates to this binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// They fit.
    Current,
    /// Migrations are missing.
    Behind {
        /// How many.
        missing: usize,
    },
    /// The database has migrations that this binary does not know.
    Newer,
}

/// Why a query did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A row with the same unique value is already there.
    #[error("already stored")]
    AlreadyThere,
    /// Too many changes or reads wait already; try again in a moment.
    #[error("too many wait")]
    Busy,
    /// The database cannot be reached.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// A change or a read broke off: it panicked, or lost its savepoint.
    #[error("it broke off")]
    BrokeOff,
    /// A value is sealed with a key that we were not given.
    #[error("a stored value is sealed with the key {0:?}, which INNSPILL_FIELD_KEYS does not hold")]
    KeyMissing(String),
    /// A value must be sealed, and we were given no key at all.
    #[error("INNSPILL_FIELD_KEYS is not set, so that nothing personal can be stored")]
    NoKeys,
    /// A stored value is not what this binary expects.
    #[error("a stored value cannot be read: {0}")]
    Corrupt(String),
    /// A caller's sink refused a row.
    #[error("a row could not be passed on")]
    Sink(#[source] std::io::Error),
    /// The database refused or failed.
    #[error("the database failed")]
    Broken(#[source] diesel::result::Error),
}

impl From<diesel::result::Error> for StoreError {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind::UniqueViolation, Error::DatabaseError};
        match error {
            DatabaseError(UniqueViolation, _) => Self::AlreadyThere,
            error => Self::Broken(error),
        }
    }
}

/// A deed stopped: refused for a reason that the person can do something about, or failed for
/// one that we must.
#[derive(Debug)]
pub enum Stopped<R> {
    /// The person can do something about it.
    Refused(R),
    /// We must do something about it.
    Failed(anyhow::Error),
}

impl<R> From<StoreError> for Stopped<R> {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}
