//! What is true: the nouns of a consultation and their rules. Imports no other room of ours.

pub mod audit;
pub mod clock;
pub mod code;
pub mod consultation;
pub mod deadline;
pub mod document;
pub mod draft;
pub mod export;
pub mod ids;
pub mod language;
pub mod letter;
pub mod links;
pub mod login;
mod named;
pub mod national_id;
pub mod parked_form;
pub mod person;
pub mod question;
pub mod reference;
pub mod respondent;
pub mod session;
pub mod staff;
pub mod submission;
pub mod text;
