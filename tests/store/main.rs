//! What is stored reads back exactly, on SQLite and on Postgres (where `TEST_POSTGRES_URL` names
//! a server; each test makes a database of its own there).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and asks the environment where Postgres is"
)]

mod announcements;
mod attachments;
mod audit;
mod commits;
mod database;
mod documents;
mod drafts;
mod examples;
mod failures;
mod files;
mod form_drafts;
mod invitees;
mod letters;
mod lists;
mod login_links;
mod members;
mod opening;
mod parked_forms;
mod persons;
mod retention;
mod round_lists;
mod rounds;
mod scans;
mod sealing;
mod seals;
mod sessions;
mod setup;
mod sheet;
mod snapshots;
mod staff_grants;
mod submissions;
mod subscribers;
mod sweeping;

/// Makes two tests of `$name`, an async function that takes a [`database::Database`].
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name(crate::database::Database::sqlite()).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                if let Some(database) = crate::database::Database::postgres() {
                    super::$name(database).await;
                }
            })+
        }
    };
}
pub(crate) use on_both;
