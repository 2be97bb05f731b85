//! Logging in and out with a real OpenID provider that is set up as ID-porten is, and with one
//! that fails or lies. The provider is `tests/browser/login-provider.mjs`, so this needs Node; the
//! fast tests leave it out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    dead_code,
    reason = "a test fails by panicking, looks behind the service's back, and shares helpers of which it needs some"
)]

#[path = "../behaviour/helpers/mod.rs"]
mod helpers;

mod forged_tokens;
mod logging_in;
mod logging_out;
mod outages;
mod provider;
