//! What goes out and comes back in as files: the spreadsheet of answers with its provenance,
//! rounds as files, and submissions that were received elsewhere; and what people subscribe to.
//!
//! Nothing here opens a file: callers bring the text or something to write to.

pub mod atom;
pub mod audit;
pub mod calendar;
pub mod columns;
pub mod csv;
mod email;
pub mod import_file;
pub mod invitee_list;
pub mod invitees;
mod json;
pub mod personal_data;
pub mod provenance;
pub mod round_file;

/// How moments stand in files: RFC 3339 on a Norwegian clock, with offset and milliseconds.
///
/// Deadlines are Norwegian time, so a reader sees from the clock alone whether a row came before
/// midnight; the offset keeps the hour that stands twice in October apart; and the milliseconds
/// keep 23:59:59.900, which was in time, from being read as 00:00:00, which was not.
const MOMENT_FORMAT: &str = "%Y-%m-%dT%H:%M:%S%.3f%:z";
