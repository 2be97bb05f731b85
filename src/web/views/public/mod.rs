//! The pages for everyone.

pub mod about_you;
pub mod attachments;
pub mod check;
pub mod conflict;
pub mod entering;
pub mod entrance;
pub mod file_mistakes;
pub mod form;
pub mod form_reading;
pub mod form_upload;
pub mod kept;
pub mod login;
pub mod message;
pub mod message_words;
pub mod mistakes;
pub mod my_data;
pub mod my_sessions;
pub mod my_submissions;
pub mod outcome;
pub mod receipt;
pub mod round;
pub mod rounds;
pub mod sharing;
pub mod staff_link;
pub mod statements;
pub mod withdraw;
