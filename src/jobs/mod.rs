//! Where the clock knocks.

pub mod scanning;
pub mod worker;
