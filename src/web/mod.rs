//! Where people knock.

pub mod assets;
pub mod views;
