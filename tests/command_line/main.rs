//! What people can do at a shell, with the built binary. On SQLite; with `TEST_POSTGRES_URL` set
//! also on Postgres. What the service wrote is read back by Python, which shares no code with it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking, and its name is its documentation"
)]

#[path = "../house/mod.rs"]
mod house;

mod checking;
mod deadlines;
mod demo;
mod exports;
mod keys;
mod killed;
mod killed_uploads;
mod nothing_readable;
mod registering;
mod round_files;
mod settings;
mod staff;
mod starting;
