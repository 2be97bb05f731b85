//! Where the clock knocks.

pub mod scanning;
mod sweeping;
pub mod worker;
