//! Handlers for staff.
