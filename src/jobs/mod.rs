//! Where the clock knocks.

mod inviting;
pub mod scanning;
mod sweeping;
pub mod worker;
