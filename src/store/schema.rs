//! The tables, as both databases hold them. `tests/store/` reads every row back.

#![allow(missing_docs, reason = "the migrations say what each column is")]

mod entering;
mod inviting;
mod telling;

pub use entering::{login_links, logins, logout_tokens, parked_forms, sessions, staff_grants, staff_links};
pub use inviting::{invitation_plans, invitee_drafts, invitee_letters, invitees};
pub use telling::{announcements, mailings, outcomes, round_tellings, subscribers};

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    consultations (id) {
        id -> Id, slug -> Text, process -> Nullable<Text>, case_number -> Text, unit -> Json,
        contact -> Json, title -> Json, lede -> Json, body -> Json, next_steps -> Json,
        announced_on -> Text, opens_at -> Instant, closes_at -> Instant,
        late_counts -> Bool, created_at -> Instant, who_may_answer -> Text,
        who_may_answer_why -> Nullable<Json>, published_at -> Nullable<Instant>,
        language_missing_why -> Nullable<Text>, previous_id -> Nullable<Id>,
        concluded_at -> Nullable<Instant>, archived_at -> Nullable<Instant>, version -> Integer,
        search_text -> Text, unit_name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    deadline_decisions (id) {
        id -> Id, consultation_id -> Id, kind -> Text, decided_at -> Instant, decided_by -> Text,
        reason -> Nullable<Json>, closed_before -> Instant, closes_after -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    documents (id) {
        id -> Id, consultation_id -> Id, position -> Integer, kind -> Text, name -> Text,
        language -> Text, title -> Json, alt -> Nullable<Json>, caption -> Nullable<Json>,
        credit -> Nullable<Text>, media_type -> Text, size_bytes -> BigInt, sha256 -> Text,
        edition -> Integer, version -> Integer, added_at -> Nullable<Instant>,
        added_by -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    document_editions (document_id, number) {
        document_id -> Id, number -> Integer, sha256 -> Text, size_bytes -> BigInt,
        media_type -> Text, replaced_at -> Instant, replaced_by -> Text,
        reason -> Nullable<Json>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable};
    use crate::store::sql_types::{Id, Instant, Json};
    form_versions (id) {
        id -> Id, consultation_id -> Id, number -> Integer, created_at -> Instant,
        note -> Nullable<Json>, is_draft -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Json};
    questions (id) {
        id -> Id, form_version_id -> Id, number -> Integer, theme -> Json, wording -> Json,
        help -> Json, max_chars -> Integer, kind -> Text, is_required -> Bool, options -> Json,
        origin_id -> Nullable<Id>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Json};
    codes (id) {
        id -> Id, consultation_id -> Id, parent_id -> Nullable<Id>, position -> Integer,
        key -> Text, name -> Json,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    submissions (id) {
        id -> Id, consultation_id -> Id, reference -> Text, channel -> Text, status -> Text,
        person_key -> Nullable<Text>, live_key -> Nullable<Text>, import_key -> Nullable<Text>,
        revision -> Integer, received_at -> Instant, withdrawn_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    revisions (id) {
        id -> Id, submission_id -> Id, number -> Integer, draft_id -> Nullable<Id>,
        form_version_id -> Id, received_at -> Instant, respondent_kind -> Text, name -> Text,
        organisation -> Nullable<Text>, org_number -> Nullable<Text>, email -> Nullable<Text>,
        group_size -> Nullable<Integer>, group_ages -> Nullable<Text>, language -> Text,
        no_comment -> Bool, text_sha256 -> Text, documents -> Json, received_hour -> BigInt,
        wants_outcome -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::Id;
    answers (revision_id, question_id) { revision_id -> Id, question_id -> Id, text -> Text, }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    drafts (id) {
        id -> Id, consultation_id -> Id, person_key -> Text, submission_id -> Nullable<Id>,
        draft_key -> Text, content -> Json, version -> Integer, begun_at -> Instant,
        saved_at -> Instant, saved_by -> Nullable<Text>, members_may_change -> Bool,
        reminded_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::{Id, Instant};
    draft_members (draft_id, person_key) {
        draft_id -> Id, person_key -> Text, name -> Text, joined_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::{Id, Instant};
    draft_invitations (id) {
        id -> Id, draft_id -> Id, token_sha256 -> Text, created_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Text};
    use crate::store::sql_types::Id;
    submission_members (submission_id, person_key) {
        submission_id -> Id, person_key -> Text, name -> Text, may_change -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    letters (id) {
        id -> Id, submission_id -> Nullable<Id>, kind -> Text, language -> Text, recipient -> Text,
        subject -> Text, body -> Text, state -> Text, attempts -> Integer, created_at -> Instant,
        due_at -> Instant, leased_until -> Nullable<Instant>, sent_at -> Nullable<Instant>,
        last_error -> Nullable<Text>, unsubscribe -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    audit_log (id) {
        id -> Id, at -> Instant, actor -> Text, event -> Text, subject -> Text,
        seal_number -> Nullable<BigInt>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Text};
    use crate::store::sql_types::Instant;
    audit_seals (number) {
        number -> BigInt, previous -> Text, digest -> Text, key_id -> Text, mac -> Text,
        line_count -> Integer, lines -> Binary, sealed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::store::sql_types::Instant;
    files (sha256) {
        sha256 -> Text, size_bytes -> BigInt, media_type -> Text, kept_at -> Instant, scan -> Text,
        scanned_at -> Nullable<Instant>, signature -> Nullable<Text>, scan_claims -> Integer,
        scan_attempts -> Integer, scan_due_at -> Nullable<Instant>, scan_leased_until -> Nullable<Instant>,
        quarantined_at -> Nullable<Instant>, deleted_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    attachments (id) {
        id -> Id, draft_id -> Nullable<Id>, revision_id -> Nullable<Id>, position -> Integer,
        role -> Text, name -> Text, kind -> Text, sha256 -> Text, added_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::{Id, Instant};
    preview_links (id) {
        id -> Id, consultation_id -> Id, token_sha256 -> Text, label -> Text, made_at -> Instant,
        made_by -> Text,
    }
}

diesel::joinable!(documents -> consultations (consultation_id));
diesel::joinable!(document_editions -> documents (document_id));
diesel::joinable!(questions -> form_versions (form_version_id));
diesel::joinable!(revisions -> submissions (submission_id));
diesel::joinable!(answers -> revisions (revision_id));
diesel::joinable!(answers -> questions (question_id));
diesel::joinable!(submissions -> consultations (consultation_id));
diesel::joinable!(staff_grants -> consultations (consultation_id));
diesel::allow_tables_to_appear_in_same_query!(staff_grants, consultations);
diesel::joinable!(letters -> submissions (submission_id));
diesel::joinable!(submission_members -> submissions (submission_id));
diesel::allow_tables_to_appear_in_same_query!(
    consultations,
    documents,
    document_editions,
    submissions,
    revisions,
    answers,
    questions,
    form_versions,
    letters,
    drafts,
    submission_members,
    files,
    attachments,
    invitees,
    invitee_letters,
    invitee_drafts,
    invitation_plans,
);
diesel::joinable!(attachments -> files (sha256));
diesel::joinable!(attachments -> revisions (revision_id));
diesel::allow_tables_to_appear_in_same_query!(drafts, draft_members);
diesel::allow_columns_to_appear_in_same_group_by_clause!(
    submissions::channel,
    revisions::respondent_kind,
    revisions::language,
    revisions::no_comment,
);
diesel::allow_tables_to_appear_in_same_query!(consultations, round_tellings);
diesel::joinable!(invitees -> consultations (consultation_id));
diesel::joinable!(invitation_plans -> consultations (consultation_id));
