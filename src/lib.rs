//! Innspill: public consultations for Norwegian municipalities.
//!
//! The floors, lowest first; `tests/architecture.rs` keeps every import pointing down.

pub mod domain;
pub mod text;

pub mod mail;
pub mod store;

pub mod web;
