//! Files through a real virus scanner, clamd, on each database; and through scanners that fail in every
//! way. The scanner knows one signature, so this needs its program and no network; the fast tests leave
//! it out.

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

mod bench;
mod broken;
mod clamd;
mod faults;
mod letters;
mod operators;
mod verdicts;
