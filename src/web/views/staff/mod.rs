//! The pages for staff.

pub mod access;
pub mod audit;
pub mod audit_words;
pub mod checklist;
pub mod codes;
pub mod document;
pub mod document_fields;
pub mod documents;
pub mod export;
pub mod filter;
pub mod frame;
pub mod letters;
pub mod manage;
pub mod new_round;
pub mod publishing;
pub mod question;
pub mod remove_round;
pub mod rounds;
pub mod setup;
pub mod setup_fields;
pub mod setup_part;
pub mod submission;
pub mod submissions;
