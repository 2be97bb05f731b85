//! Innspill: public consultations for Norwegian municipalities.
//!
//! The floors, lowest first; `tests/architecture.rs` keeps every import pointing down.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::panic,
        reason = "a test fails by panicking"
    )
)]

// The ground: what is true, what we say, how we are set up.
pub mod config;
pub mod domain;
pub mod text;

// The tools: each speaks to one thing outside; none knows another.
pub mod documents;
pub mod exports;
pub mod files;
pub mod identity;
pub mod mail;
pub mod store;

// The actions: what may be done.
pub mod actions;

// The doors: where people knock, and where the clock knocks.
pub mod jobs;
pub mod web;

// The roof: builds the house and hears the command line.
pub mod cli;
pub mod startup;
