//! The pages for staff.

pub mod access;
pub mod audit;
pub mod audit_words;
pub mod codes;
pub mod document;
pub mod document_fields;
pub mod documents;
pub mod export;
pub mod filter;
pub mod frame;
pub mod letters;
pub mod manage;
mod manage_over;
pub mod outcome;
pub mod question;
pub mod rounds;
pub mod submission;
pub mod submissions;
