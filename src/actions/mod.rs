//! What may be done: one file for each deed, one transaction and one audit line each.

pub mod add_document;
pub mod add_invitees;
pub mod announce_correction;
pub mod answer_subscription;
pub mod apply_retention;
pub mod archive_round;
pub mod ask_invitations;
pub mod ask_login_link;
pub mod attach_file;
pub mod audiences;
pub mod begin_login;
pub mod change_document;
pub mod change_invitee;
pub mod change_round;
pub mod conclude_round;
pub mod decline_invitation;
pub mod discard_draft;
mod draft_letters;
pub mod edit_codes;
pub mod edit_form;
pub mod end_sessions;
pub mod export_audit;
pub mod export_invitees;
pub mod export_round;
pub mod export_submissions;
pub mod forget_contacts;
pub mod grant_role;
pub mod import_round;
pub mod import_submissions;
pub mod join_draft;
pub mod log_download;
pub mod log_reading;
pub mod mail_announcements;
pub mod make_round;
pub mod move_deadline;
pub mod move_document;
pub mod open_invitation;
pub mod park_form;
pub mod plan_reminders;
pub mod print_staff_link;
pub mod publish_form;
pub mod publish_round;
pub mod quarantine;
pub mod remind_drafts;
pub mod remove_attachment;
pub mod remove_document;
pub mod remove_invitee;
pub mod remove_round;
pub mod replace_document;
pub mod requeue_letter;
pub mod rescan;
pub mod reseal;
pub mod revoke_role;
pub mod save_draft;
pub mod save_outcome;
pub mod scan_file;
pub mod seal_audit;
pub mod send_letter;
pub mod share_draft;
pub mod share_preview;
pub mod sign_in;
pub mod submit;
pub mod subscribe;
pub mod sweep_files;
pub mod take_invitation;
pub mod tell_subscribers;
pub mod tidy_links;
pub mod use_login_link;
pub mod use_staff_link;
pub mod withdraw;
pub mod write_again;
pub mod write_to_invitees;

pub use crate::store::Stopped;

/// What every letter is signed with.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// The municipality's name.
    pub municipality: String,
    /// The address of the service, before the path.
    pub base_url: String,
}
