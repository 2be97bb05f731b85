//! Where the clock knocks.

mod inviting;
pub mod scanning;
mod sweeping;
mod telling;
pub mod worker;
