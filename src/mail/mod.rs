//! Mail: the words of our letters, and the way they leave the house.

pub mod invitee_letters;
pub mod letters;
pub mod link_letters;
mod message;
pub mod round_letters;
mod smtp;
pub mod subscription_letters;
pub mod transport;
