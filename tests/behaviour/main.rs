//! What people can do with Innspill: every test speaks HTTP with a running service that has a
//! database and a clock of its own. On SQLite, or on Postgres where `TEST_POSTGRES_URL` names a server.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and looks behind the service's back"
)]

mod helpers;

mod answer_for_an_organisation;
mod answer_in_every_way;
mod answer_the_case;
mod answer_without_login;
mod attach_files;
mod bring_the_form_back;
mod carry_a_token;
mod change_a_round;
mod change_and_withdraw;
mod change_the_codebook;
mod change_the_form;
mod check_and_send;
mod come_in_by_a_letter;
mod come_too_often;
mod conclude_rounds;
mod export;
mod follow_a_round;
mod follow_letters;
mod follow_rounds;
mod get_a_receipt;
mod give_roles;
mod guard_the_papers;
mod invite_bodies;
mod invite_on_time;
mod keep_ids_secret;
mod keep_no_longer;
mod keep_text;
mod keep_the_papers;
mod keep_to_ones_role;
mod keep_up_with_the_form;
mod leave_traces;
mod live_through_faults;
mod log_in;
mod lose_no_text;
mod meet_the_deadline;
mod misuse_the_service;
mod publish_a_round;
mod put_mistakes_right;
mod read_about_privacy;
mod read_and_change_nothing;
mod read_codes;
mod read_documents;
mod read_rounds;
mod read_submissions;
mod read_the_log;
mod refuse_files;
mod replace_a_document;
mod run_rounds;
mod search_rounds;
mod see_own_data;
mod see_who_has_read;
mod send_hostile_input;
mod send_twice;
mod set_up_a_round;
mod share_a_preview;
mod share_files;
mod stay_logged_in;
mod subscribe_to_rounds;
mod take_the_form_home;
mod tell_people;
mod use_a_staff_link;
mod use_open_data;
mod wait_for_the_scanner;
mod write_a_draft;
mod write_together;
