//! The tables of what people are told of rounds, of who subscribes to that, and of outcomes.

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    announcements (id) {
        id -> Id, consultation_id -> Id, kind -> Text, note -> Nullable<Json>,
        closed_before -> Instant, closes_at -> Instant, announced_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    mailings (announcement_id, audience) {
        announcement_id -> Id, audience -> Text, reached -> Nullable<Id>, steps -> Integer,
        letters -> BigInt, ended_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant, Json};
    outcomes (consultation_id) {
        consultation_id -> Id, decision -> Json, decided_by -> Json, decided_on -> Nullable<Text>,
        case_number -> Text, next_steps -> Json, revision -> Json, version -> Integer,
        saved_at -> Instant, saved_by -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    subscribers (id) {
        id -> Id, address_key -> Text, token_sha256 -> Text, address -> Text, token -> Text,
        language -> Text, asked -> Integer, created_at -> Instant, confirmed_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::Nullable;
    use crate::store::sql_types::{Id, Instant};
    round_tellings (consultation_id) {
        consultation_id -> Id, told_to -> Nullable<Id>, finished_at -> Nullable<Instant>,
    }
}

diesel::joinable!(mailings -> announcements (announcement_id));
diesel::allow_tables_to_appear_in_same_query!(announcements, mailings);
