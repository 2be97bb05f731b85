//! The tables about consulted bodies.

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    invitees (id) {
        id -> Id, consultation_id -> Id, name -> Text, org_number -> Nullable<Text>, address -> Text,
        language -> Text, added_at -> Instant, asked_at -> Nullable<Instant>,
        opened_at -> Nullable<Instant>, stopped_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::{Id, Instant};
    invitee_letters (invitee_id, occasion) {
        invitee_id -> Id, occasion -> Text, letter_id -> Id, token_sha256 -> Text,
        written_at -> Instant,
    }
}

diesel::table! {
    use crate::store::sql_types::Id;
    invitee_drafts (invitee_id, draft_id) { invitee_id -> Id, draft_id -> Id, }
}

diesel::table! {
    use crate::store::sql_types::{Id, Instant, Json};
    invitation_plans (consultation_id) {
        consultation_id -> Id, reminder_days -> Json, reminded_until -> Instant, told_until -> Instant,
    }
}
