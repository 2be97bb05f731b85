//! The parts of the pages; what makes each of them accessible is solved in its file, once.

pub mod answers;
pub mod asked;
pub mod breadcrumbs;
pub mod chart;
pub mod choice;
pub mod choose;
pub mod dates;
pub mod documents;
pub mod error_summary;
pub mod field;
pub mod files;
pub mod form_sheets;
pub mod form_token;
pub mod language;
pub mod markdown;
pub mod movers;
pub mod notice;
pub mod pagination;
pub mod phase;
pub mod replacements;
pub mod respondent;
pub mod round_search;
pub mod scan;
pub mod steps;
pub mod tag;
pub mod textarea;
