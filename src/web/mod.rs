//! Where people knock.

pub mod assets;
pub mod forms;
pub mod views;
