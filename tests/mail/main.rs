//! Letters to a real mail server with STARTTLS and its own certificate authority, on each database.
//! The server is `tests/browser/smtp-sink.mjs`, so this needs Node; the fast tests leave it out.

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

mod outbox;
mod receipts;
mod retries;
mod sink;
