//! Where the clock knocks.

pub mod worker;
