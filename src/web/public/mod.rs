//! Handlers for everyone.

pub mod assets;
pub mod attachments;
pub mod desk;
pub mod desk_forms;
mod desk_links;
pub mod discard;
pub mod documents;
pub mod entering;
pub mod feeds;
pub mod form;
pub mod form_reading;
pub mod form_sheets;
pub mod form_upload;
pub mod invited;
pub mod my_data;
pub mod my_sessions;
pub mod my_submissions;
pub mod oidc;
pub mod parked;
pub mod previews;
pub mod rounds;
pub mod sending;
pub mod sessions;
pub mod sharing;
pub mod staff_link;
pub mod statements;
pub mod subscriptions;
