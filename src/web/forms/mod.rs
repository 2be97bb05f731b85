//! What the browser sends: shapes, and what can be wrong with them.

pub mod address;
pub mod audit;
pub mod deadline;
pub mod document;
pub mod grant;
pub mod outcome;
pub mod submission;
