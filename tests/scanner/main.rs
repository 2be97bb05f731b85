//! Files through a real virus scanner, clamd, on each database; and through scanners that fail in every
//! way. The scanner knows one signature, so this needs its program and no network; the fast tests leave
//! it out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a test fails by panicking, its name is its documentation, and it looks behind the service's back"
)]

#[path = "../behaviour/helpers/mod.rs"]
#[allow(dead_code, reason = "shared by test binaries, each of which uses its part")]
mod helpers;
#[path = "../house/mod.rs"]
mod house;

mod bench;
mod broken;
mod clamd;
mod faults;
mod letters;
mod operators;
mod uploads;
mod verdicts;
