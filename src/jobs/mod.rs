//! Where the clock knocks.

pub mod scanning;
mod sweeping;
mod telling;
pub mod worker;
