//! Handlers for everyone.

pub mod assets;
pub mod attachments;
pub mod desk;
mod desk_links;
pub mod discard;
pub mod documents;
pub mod entering;
pub mod form;
pub mod form_reading;
pub mod form_sheets;
pub mod form_upload;
pub mod my_data;
pub mod my_sessions;
pub mod my_submissions;
pub mod oidc;
pub mod outcome;
pub mod parked;
pub mod rounds;
pub mod sending;
pub mod sessions;
pub mod sharing;
pub mod staff_link;
pub mod statements;
