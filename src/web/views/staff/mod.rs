//! The pages for staff.
