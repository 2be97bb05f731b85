//! What the browser sends: shapes, and what can be wrong with them.

pub mod address;
pub mod answers;
pub mod audit;
pub mod code;
pub mod deadline;
pub mod document;
pub mod grant;
pub mod invitees;
pub mod outcome;
pub mod question;
pub mod round_search;
pub mod round_setup;
pub mod setup_fields;
pub mod submission;
pub mod typed;
pub mod when;
